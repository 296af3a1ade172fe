"""`gbm baseline`: excuse the findings of today."""

import click

from mkdocs_gbm.assess.baseline import dump
from mkdocs_gbm.command.common import of_project, shown
from mkdocs_gbm.command.saying import tell
from mkdocs_gbm.command.verdict import whole_verdict
from mkdocs_gbm.files import write_atomically
from mkdocs_gbm.project.project import Project


@click.command()
@of_project
def baseline(project: Project) -> None:
    """Excuse the findings of today, so that only new ones fail.

    Writes the file that the option `baseline` names (gbm-baseline.yml).

    Example: gbm baseline -f mkdocs.yml
    """
    content = dump(whole_verdict(project))
    write_atomically(project.baseline_file, content)
    count = content.count("\n- ")
    tell(f"{shown(project.baseline_file, project)}: {count} finding{'' if count == 1 else 's'} excused")
