"""`gbm baseline`: excuse the findings of today."""

from dataclasses import replace

import click

from mkdocs_gbm import clock
from mkdocs_gbm.assess import Report
from mkdocs_gbm.assess import baseline as excuses
from mkdocs_gbm.assess.baseline import Entry
from mkdocs_gbm.command.common import of_project, shown
from mkdocs_gbm.command.saying import tell
from mkdocs_gbm.command.verdict import whole_verdict
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.files import write_atomically
from mkdocs_gbm.project.excused import baseline_text
from mkdocs_gbm.project.project import Project


@click.command()
@of_project
def baseline(project: Project) -> None:
    """Excuse the findings of today, so that only new ones fail.

    Writes the file that the option `baseline` names (gbm-baseline.yml). Where it is written again, it is told how many
    of the findings that it excuses are new.

    Example: gbm baseline -f mkdocs.yml
    """
    before = _excused_before(project)
    report = whole_verdict(replace(project, options=replace(project.options, baseline_used=False)))
    if before is not None:
        settings = project.options.settings(clock.today(), project.standard)
        report = excuses.apply(report, before, project.options.baseline, settings)
    content = excuses.dump(report)
    write_atomically(project.baseline_file, content)
    count = content.count("\n- ")
    told = f"{count} finding{'' if count == 1 else 's'} excused"
    new = _count_new(report) if before is not None else 0
    tell(f"{shown(project.baseline_file, project)}: {told}{f', {new} of them new' if new else ''}")


def _excused_before(project: Project) -> tuple[Entry, ...] | None:
    """Return what the file excuses that is about to be written anew; none where there is none, or a broken one."""
    text = baseline_text(project.root, project.options)
    if text is None:
        return None
    try:
        return excuses.parse(text, project.options.baseline)
    except ConfigurationError as error:
        told = f"{error.where}: {error.problem}; what it excused is not known, and it is written anew"
        tell(f"gbm: note: {told}", err=True)
        return None


def _count_new(report: Report) -> int:
    """Return how many entries are made for findings that were not excused."""
    return len({Entry.of(finding) for finding in report.failing if finding.rule != "stale-baseline"})
