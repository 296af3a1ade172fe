"""`gbm check`: the verdict without a build."""

import sys

import click

from mkdocs_gbm.command.common import FINDINGS, WRONG_USE, of_project
from mkdocs_gbm.output import text
from mkdocs_gbm.output.report_json import to_json
from mkdocs_gbm.project.find import Project
from mkdocs_gbm.project.judge import judge_all


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@of_project
def check(project: Project, form: str) -> None:
    """Tell what the architecture documentation lacks.

    Exit code 0: nothing of severity `warn`; 1: findings; 2: wrong use or configuration, or a page that cannot be read.

    Example: gbm check --format json
    """
    judged = judge_all(project)
    for problem in judged.problems:
        click.echo(f"gbm: {problem}", err=True)
    report = judged.report
    click.echo(to_json(report) if form == "json" else text.to_text(report), nl=False)
    sys.exit(WRONG_USE if not judged.known else FINDINGS if report.failing else 0)
