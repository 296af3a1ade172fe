"""`gbm check`: the verdict without a build."""

import sys
from pathlib import Path

import click

from mkdocs_gbm.command.common import FINDINGS, WRONG_USE, of_project
from mkdocs_gbm.command.outputs import Output, checked, output_of, write
from mkdocs_gbm.command.places import named_pages, told_from, working_folder
from mkdocs_gbm.command.saying import say
from mkdocs_gbm.command.verdict import verdict
from mkdocs_gbm.output.formats import FORMATS, render
from mkdocs_gbm.output.selection import about
from mkdocs_gbm.project.project import Project


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How the verdict is printed.",
)
@click.option(
    "--output",
    "outputs",
    type=output_of,
    metavar="[FORMAT:]FILE",
    multiple=True,
    help="Write it into a file as well; several times for several. "
    "The ending tells the format (.txt, .json, .sarif, .md), or FORMAT: before it.",
)
@click.option(
    "--against",
    metavar="REF",
    help="Tell what changed since the present branch left this branch, tag or commit.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["finding", "regression"]),
    default="finding",
    show_default=True,
    help="With --against: fail on every finding, or only on what got worse.",
)
@of_project
def check(  # noqa: PLR0913 - click hands in each option
    project: Project,
    *,
    form: str,
    paths: tuple[Path, ...],
    outputs: tuple[Output, ...],
    against: str | None,
    fail_on: str,
) -> None:
    """Tell what the architecture documentation lacks.

    With a PATH, tell it of these pages alone; a folder stands for all pages below it, and a page that belongs to no
    topic is no matter.

    With --against, tell what a change did: sections written, lost or turned to placeholders, waivers, ticks, and what
    is judged more or less strictly (aliases, severities, thresholds, the baseline).

    Exit code 0: nothing of severity `warn`; 1: findings; 2: wrong use or configuration, or a page
    that cannot be read, so no whole verdict.

    \b
    Examples:
      gbm check
      gbm check docs/technical/architecture/patterns/api-design.md
      gbm check --format github --output gbm.sarif --output markdown:summary.md
      gbm check --architecture-dir docs/architecture
      gbm check --against origin/main --fail-on regression
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    files = [(output, checked(output, working_folder())) for output in outputs]
    if against is not None:
        if paths:
            raise click.UsageError("--against compares the whole documentation; name no pages with it")
        from mkdocs_gbm.command.against import tell_changes  # noqa: PLC0415 - seldom wanted, and 10 ms to import

        comparison = tell_changes(project, against, form, files)
        sys.exit(FINDINGS if (comparison.worse if fail_on == "regression" else comparison.after.failing) else 0)
    if fail_on == "regression":
        raise click.UsageError("--fail-on regression stands alone; name a branch, tag or commit with --against")
    judged = verdict(project)
    report = judged.report
    if paths:
        report = about(report, named_pages(paths, project, {finding.place.path for finding in report.findings}))
    for output, path in files:
        write(path, click.unstyle(render(output.form, report, told_from(project, output.form))))
    say(render(form, report, told_from(project, form)))
    sys.exit(WRONG_USE if not judged.known else FINDINGS if report.failing else 0)
