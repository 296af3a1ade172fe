"""A command that was typed wrongly: told on one line, as every other mistake is."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from mkdocs_gbm.errors import did_you_mean, nearest

_QUOTED = re.compile(r"'([^']+)'")


class WrongUseError(click.ClickException):
    """A mistake on the command line, with exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it."""
        click.echo(f"gbm: {self.message}", file=file, err=file is None)


@contextmanager
def on_one_line() -> Iterator[None]:
    """Turn what Click says of wrong use, in four lines, into one: where, what, and what to do.

    Raises:
        WrongUseError: In place of Click's own error.
    """
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise WrongUseError(_line(error)) from None


def _line(error: click.UsageError) -> str:
    path = error.ctx.command_path.split(" ")[1:] if error.ctx else []
    told, remedy = _told(error)
    return ": ".join([*path, f"{told}; {remedy or f'see {_help_of(path)}'}"])


def _help_of(path: list[str]) -> str:
    return f"'{' '.join(['gbm', *path, '--help'])}'"


def _told(error: click.UsageError) -> tuple[str, str]:
    """Return what is wrong, and what to do about it where that is more than to read the help."""
    if isinstance(error, click.NoSuchOption) and error.ctx:
        options = [option for param in error.ctx.command.get_params(error.ctx) for option in param.opts]
        close = nearest(error.option_name, options)
        return f"{error.option_name}: there is no such option", f"did you mean '{close}'?" if close else ""
    message = " ".join(error.message.split()).rstrip(".")
    if isinstance(error, click.BadOptionUsage) and "requires an argument" in message:
        return f"{error.option_name}: its value is missing", ""
    if isinstance(error, click.MissingParameter) and error.param:
        return f"{error.param.human_readable_name}: it is missing", ""
    if isinstance(error, click.BadParameter) and error.param:
        return _of_value(error.param, message)
    typed = _QUOTED.findall(message)
    if error.ctx and isinstance(error.ctx.command, click.Group) and message.startswith("No such command"):
        known = error.ctx.command.list_commands(error.ctx)
        return f"{typed[0]}: there is no such command", did_you_mean(typed[0], known)
    told, _, remedy = message.partition("; ")
    return told[:1].lower() + told[1:], remedy


def _of_value(param: click.Parameter, message: str) -> tuple[str, str]:
    name = param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name
    if isinstance(param.type, click.Choice):
        typed = _QUOTED.findall(message)[0]
        return f"{name}: '{typed}' is no choice here", did_you_mean(typed, param.type.choices)
    told, _, remedy = message.partition("; ")
    return f"{name}: {told[:1].lower() + told[1:]}", remedy
