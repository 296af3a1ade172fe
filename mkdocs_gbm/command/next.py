"""`gbm next`: what to write next."""

from dataclasses import replace

import click

from mkdocs_gbm.command.common import of_project
from mkdocs_gbm.command.places import told_from
from mkdocs_gbm.command.saying import say
from mkdocs_gbm.command.verdict import verdict
from mkdocs_gbm.output import work
from mkdocs_gbm.output.gaps import gaps_of
from mkdocs_gbm.output.selection import moved
from mkdocs_gbm.project.project import Project


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, help="How many gaps to tell.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@of_project
def next(project: Project, form: str, limit: int) -> None:  # noqa: A001 - the command's name
    """Tell what to write next, and where.

    For each gap: the page, the heading, and what belongs there, in the words of its page template. What fails comes
    first, and of that the topic with the most unwritten sections.

    The exit code is 0 also when there is something to write: the verdict is `gbm check`'s.

    \b
    Examples:
      gbm next
      gbm next --limit 1 --format json
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    gaps = gaps_of(verdict(project).report)
    if form == "json":
        say(work.to_json(gaps, limit))
    else:
        prefix = told_from(project, form)
        say(work.to_text([replace(gap, finding=moved(gap.finding, prefix)) for gap in gaps], limit))
