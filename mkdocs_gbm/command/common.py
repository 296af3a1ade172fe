"""What the commands have in common: which project they are about, and how a mistake is told."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.output.neutral import neutral
from mkdocs_gbm.project.find import Project, find_project
from mkdocs_gbm.standard import Standard

STANDARD = "A bundled standard, a folder of page templates, a persona partial, or package:NAME."
"""What may be named as a standard."""
FINDINGS = 1
"""The exit code when something falls short."""
WRONG_USE = 2
"""The exit code when there is no verdict: wrong use, or a configuration that cannot be used."""


def of_project(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say which project it is about; it takes a `Project` as `project`."""

    @click.option(
        "-f", "--config-file", type=click.Path(path_type=Path), help="The site's configuration.  [default: mkdocs.yml]"
    )
    @click.option(
        "-C", "--directory", type=click.Path(path_type=Path), default=Path(), help="Work in this folder instead."
    )
    @click.option("--architecture-dir", metavar="DIR", help="The folder of the architecture documentation.")
    @click.option("--standard", metavar="NAME", help=STANDARD)
    @wraps(command)
    def found(
        config_file: Path | None, directory: Path, architecture_dir: str | None, standard: str | None, **arguments: Any
    ) -> None:
        project = find_project(directory, config_file, architecture_dir, standard)
        tell_remarks(project.standard)
        command(project=project, **arguments)

    return plain_errors(found)


def plain_errors(command: Callable[..., None]) -> Callable[..., None]:
    """Tell broken configuration on one line, with exit code 2."""

    @wraps(command)
    def told(**arguments: Any) -> None:
        try:
            command(**arguments)
        except BrokenPipeError:
            raise  # nobody reads any more: click ends quietly
        except (ConfigurationError, OSError) as error:
            click.echo(neutral(f"gbm: {_told(error)}"), err=True)
            sys.exit(WRONG_USE)

    return told


def _told(error: ConfigurationError | OSError) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def tell_remarks(standard: Standard) -> None:
    """Say on the standard error what could not be read of a standard."""
    for remark in standard.remarks:
        click.echo(neutral(f"gbm: note: {remark}"), err=True)


def shown(path: Path, project: Project) -> str:
    """Return a path as it is told: relative to the project where it is below it."""
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else str(path)
