"""The verdict on a project as it would be with other texts on some of its pages, before anything is written."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs_gbm.assess import Report
from mkdocs_gbm.project.find import Project


def rehearse(project: Project, texts: Mapping[str, str]) -> Report:
    """Return the verdict with other texts, read as the site's own pipeline reads them.

    Args:
        project: The project.
        texts: The texts by the paths of their pages, as a report tells them.

    Raises:
        ConfigurationError: If its pages cannot be read as the site reads them.
    """
    from mkdocs_gbm.site.exact import judge_site  # noqa: PLC0415 - MkDocs takes long to import

    instead = {(project.root / path).absolute(): text for path, text in texts.items()}
    if project.config_file:
        return judge_site(project.config_file, texts=instead)[0]
    with TemporaryDirectory(prefix="gbm-") as folder:
        file = Path(folder, "mkdocs.yml")
        file.write_text(project.embedded, encoding="utf-8")
        return judge_site(file, project.root, instead)[0]
