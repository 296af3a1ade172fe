"""`gbm completion`: what a shell needs to complete the command."""

import click
from click.shell_completion import get_completion_class

from mkdocs_gbm.command.saying import say

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes a shell complete the command.

    \b
    Put it where the shell reads it:
      bash: gbm completion bash > ~/.local/share/bash-completion/completions/gbm
      zsh:  gbm completion zsh > ~/.zfunc/_gbm, with ~/.zfunc in fpath
      fish: gbm completion fish > ~/.config/fish/completions/gbm.fish

    Example: gbm completion bash
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    made = get_completion_class(shell)
    if made is None:  # pragma: no cover - click knows these three
        raise click.UsageError(f"there is no completion for {shell}")
    say(made(ctx.find_root().command, {}, "gbm", "_GBM_COMPLETE").source() + "\n")
