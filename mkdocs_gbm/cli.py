"""The command `gbm`: the door of everything that is not a build."""

import sys
from importlib import import_module
from typing import Any

import click

from mkdocs_gbm import __version__
from mkdocs_gbm.command.characters import agree_on_characters, read_names_as_utf_8
from mkdocs_gbm.wrong_use import on_one_line

#: The commands in the order in which `gbm --help` tells them; each is the function of its name in the file of its name.
COMMANDS = (
    "init",
    "adopt",
    "new",
    "fix",
    "check",
    "next",
    "explain",
    "baseline",
    "serve",
    "build",
    "report",
    "standard",
    "portfolio",
    "schema",
    "completion",
)


INTERRUPTED = 130
"""The exit code of a command that an interrupt from the keyboard ended, as shells have it."""


class _Commands(click.Group):
    """Imports a command when it is asked for: `gbm explain` needs nothing of what `gbm check` needs."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Begin, in a process of its own or in that of a program that gives the arguments."""
        if not arguments and "args" not in options:
            read_names_as_utf_8()
        agree_on_characters()
        return super().main(*arguments, **options)

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        with on_one_line():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an interrupt is one line, and no half of a file."""
        try:
            with on_one_line():
                return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            click.echo("gbm: interrupted: each file is the old one or the new one; run it again to complete", err=True)
            sys.exit(INTERRUPTED)

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"mkdocs_gbm.command.{cmd_name}"), cmd_name)
        return found


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="gbm", message="%(prog)s %(version)s")
def main() -> None:
    """Keep backend architecture documentation complete.

    Reads the pages, says which required sections are absent or only pretended, and what to write.

    \b
    Examples:
      gbm check
      gbm next
      gbm check --help
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
