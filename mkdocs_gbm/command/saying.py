"""How the commands say what they have to say: in colour where it is wanted, to whoever still listens."""

import os
import sys

import click

from mkdocs_gbm.neutral import neutral_lines

_BARS = str.maketrans("\u2588\u2591", "#-")


def say(text: str) -> None:
    """Print text, as far as its reader reads and the terminal knows its characters."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if not _can_draw(encoding):
        text = text.translate(_BARS)
    try:
        click.echo(text.encode(encoding, "backslashreplace").decode(encoding), nl=False, color=wants_colour())
    except BrokenPipeError:  # such as `gbm check | head`: the verdict, and so the exit code, stays what it is
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(line: str, *, err: bool = False) -> None:
    """Print one line, or several, of which parts may be anybody's: names of files, headings."""
    click.echo(neutral_lines(line), err=err)


def wants_colour() -> bool | None:
    """Return whether the environment wants colours; nothing where that is for the terminal to say.

    NO_COLOR stands above FORCE_COLOR; both count when they are set to anything.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return False if os.environ.get("TERM") == "dumb" else None


def _can_draw(encoding: str) -> bool:
    try:
        "\u2588\u2591".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
