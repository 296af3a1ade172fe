"""The verdict on a project, without a build that publishes anything."""

from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs_gbm.assess import Report
from mkdocs_gbm.project.find import Project


def judge(project: Project) -> Report:
    """Return the verdict on a project's documentation, with its baseline applied.

    Raises:
        ConfigurationError: If its pages cannot be read as the site reads them.
    """
    from mkdocs_gbm.site.exact import judge_site  # noqa: PLC0415 - MkDocs takes long to import

    if project.config_file:
        return judge_site(project.config_file)[0]
    with TemporaryDirectory(prefix="gbm-") as folder:
        file = Path(folder, "mkdocs.yml")
        file.write_text(project.embedded, encoding="utf-8")
        return judge_site(file, project.root)[0]
