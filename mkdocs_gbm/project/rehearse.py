"""The verdict on a project as it would be with other texts on some of its pages, before anything is written."""

import os
from collections.abc import Mapping
from datetime import date

from mkdocs_gbm.assess import Report
from mkdocs_gbm.project.exactly import judged
from mkdocs_gbm.project.project import Project


def rehearse(project: Project, texts: Mapping[str, str], today: date) -> Report:
    """Return the verdict with other texts, read as the site's own pipeline reads them.

    Args:
        project: The project.
        texts: The texts by the paths of their pages, as a report tells them.
        today: The day to judge for.

    Raises:
        ConfigurationError: If its pages cannot be read as the site reads them.
    """
    instead = {os.path.abspath(project.root / path): text for path, text in texts.items()}
    return judged(project, today, instead).report
