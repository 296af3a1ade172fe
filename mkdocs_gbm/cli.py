"""The command `gbm`: the door of everything that is not a build."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from mkdocs_gbm import __version__
from mkdocs_gbm.assess import RULES, Report
from mkdocs_gbm.assess.baseline import dump
from mkdocs_gbm.errors import ConfigurationError, did_you_mean
from mkdocs_gbm.files import write_atomically
from mkdocs_gbm.output import explanation, text
from mkdocs_gbm.output.report_json import to_json

_WRONG_USE = 2

_config_file = click.option(
    "-f",
    "--config-file",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The site's configuration.",
)


def _plain_errors(command: Callable[..., None]) -> Callable[..., None]:
    """Tell broken configuration on one line, with exit code 2."""

    @wraps(command)
    def told(**arguments: Any) -> None:
        try:
            command(**arguments)
        except (ConfigurationError, OSError) as error:
            click.echo(f"gbm: {error}", err=True)
            sys.exit(_WRONG_USE)

    return told


@click.group()
@click.version_option(__version__, prog_name="gbm", message="%(prog)s %(version)s")
def main() -> None:
    """Keep backend architecture documentation complete.

    The verdict is that of the site's own pipeline: MkDocs with its plugins, and nothing is published.
    """


@main.command()
@_config_file
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_plain_errors
def check(config_file: Path, form: str) -> None:
    """Tell what the architecture documentation lacks.

    Exit code 0: nothing of severity `warn`; 1: findings; 2: wrong use or configuration.

    Example: gbm check --format json
    """
    report, _ = _judge(config_file)
    click.echo(to_json(report) if form == "json" else text.to_text(report), nl=False)
    sys.exit(1 if report.failing else 0)


@main.command()
@_config_file
@_plain_errors
def baseline(config_file: Path) -> None:
    """Excuse the findings of today, so that only new ones fail.

    Writes the file that the option `baseline` names (gbm-baseline.yml).

    Example: gbm baseline -f mkdocs.yml
    """
    report, path = _judge(config_file)
    content = dump(report)
    write_atomically(path, content)
    count = content.count("\n- ")
    click.echo(f"{path.name}: {count} finding{'' if count == 1 else 's'} excused")


@main.command()
@click.argument("rule", required=False)
@click.option("--markdown", is_flag=True, help="All rules as Markdown.")
@_plain_errors
def explain(rule: str | None, *, markdown: bool) -> None:
    """Tell what a rule means, with an example that falls short and one that passes.

    Example: gbm explain placeholder-section
    """
    if markdown:
        click.echo(explanation.to_markdown(), nl=False)
    elif rule is None:
        for known in RULES.values():
            click.echo(f"{known.name:20} {known.severity.value:5} {known.meaning}")
    elif rule in RULES:
        click.echo(explanation.to_text(RULES[rule]), nl=False)
    else:
        raise ConfigurationError("explain", f"no rule '{rule}'", did_you_mean(rule, RULES))


def _judge(config_file: Path) -> tuple[Report, Path]:
    from mkdocs_gbm.site.exact import judge_site  # noqa: PLC0415 - MkDocs takes long to import, and `explain` needs none

    return judge_site(config_file)
