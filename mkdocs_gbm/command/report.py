"""`gbm report`: the verdict as files, without a site."""

from pathlib import Path

import click

from mkdocs_gbm import clock
from mkdocs_gbm.command.common import of_project, shown
from mkdocs_gbm.command.folder import refuse_others, write_changed
from mkdocs_gbm.command.places import working_folder
from mkdocs_gbm.command.verdict import whole_verdict
from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.output.text import summary
from mkdocs_gbm.project.project import Project


@click.command()
@click.option(
    "--output",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default="gbm-report",
    show_default=True,
    help="The folder that they are put into; it is made where it is not there.",
)
@click.option("--html", is_flag=True, help="Of the two pages, coverage.html alone: it stands by itself.")
@click.option("--markdown", is_flag=True, help="Of the two pages, coverage.md alone.")
@of_project
def report(project: Project, folder: Path, *, html: bool, markdown: bool) -> None:
    """Write coverage page, badges and report as files.

    For a README, a wiki, or a site that another generator builds: coverage.html, coverage.md, badge.svg, coverage.svg,
    badge.json and coverage-badge.json (endpoints for shields.io), report.json. The pages link to the documentation
    when DIR is inside the project. The exit code is 0 whatever the verdict.

    \b
    Examples:
      gbm report
      gbm report --markdown --output docs/coverage
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    from mkdocs_gbm.output.report_files import OURS, Subject, report_files  # noqa: PLC0415 - Jinja2 takes long to import

    folder = working_folder() / folder
    refuse_others(folder, OURS, "gbm report")
    found = whole_verdict(project)
    both = html is markdown
    settings = project.options.settings(clock.today(), project.standard)
    subject = Subject(project.name, project.root, Strings(project.options.strings), settings)
    files = report_files(found, subject, folder, html=html or both, markdown=markdown or both)
    for name, text in files.items():
        told = write_changed(folder / name, text)
        click.echo(neutral(f"{told} {shown(folder.absolute() / name, project)}"))
    click.echo(neutral(summary(found)))
