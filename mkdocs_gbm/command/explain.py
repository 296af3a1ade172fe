"""`gbm explain`: what a rule means."""

import click
from click.shell_completion import CompletionItem

from mkdocs_gbm.assess import RULES
from mkdocs_gbm.command.common import plain_errors
from mkdocs_gbm.errors import ConfigurationError, did_you_mean
from mkdocs_gbm.output import explanation


def _beginning_with(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    return [CompletionItem(rule.name, help=rule.meaning) for rule in RULES.values() if rule.name.startswith(typed)]


@click.command()
@click.argument("rule", required=False, shell_complete=_beginning_with)
@click.option("--markdown", is_flag=True, help="All rules as Markdown.")
@plain_errors
def explain(rule: str | None, *, markdown: bool) -> None:
    """Tell what a rule means.

    With an example that falls short, one that passes, and how to be excused. Without a RULE: all of them, a line each.

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
