"""What the commands have in common: which project they are about, and how a mistake is told."""

import errno
import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.project import zensical
from mkdocs_gbm.project.find import find_project, options_in
from mkdocs_gbm.project.project import Project
from mkdocs_gbm.standard import Standard

STANDARD = "A bundled standard, a folder of page templates, a persona partial, or package:NAME."
"""What may be named as a standard."""
_REMEDIES = {
    errno.ENOENT: "check its spelling, or make the folder first",
    errno.ENOTDIR: "name a path below a folder",
    errno.EISDIR: "name a file",
    errno.EEXIST: "name another",
    errno.EACCES: "ask for the permission, or name another place",
    errno.EPERM: "ask for the permission, or name another place",
    errno.EROFS: "name a place that can be written to",
    errno.ENOSPC: "make room on the disk",
    errno.ENAMETOOLONG: "give it a shorter name",
}
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
    @click.option(
        "--architecture-dir",
        metavar="DIR",
        help="The folder of the architecture documentation, from here or relative to docs_dir.",
    )
    @click.option("--standard", metavar="NAME", help=STANDARD)
    @wraps(command)
    def found(
        config_file: Path | None, directory: Path, architecture_dir: str | None, standard: str | None, **arguments: Any
    ) -> None:
        project = find_project(directory, config_file, architecture_dir, standard)
        tell_remarks(project.standard)
        if remark := zensical.remark_on(project.root, project.config_file, project.values):
            click.echo(neutral(f"gbm: note: {remark}"), err=True)
        with options_in(project.config_file):
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
    if isinstance(error, OSError):
        error = _as_mistake(error)
    return error.seen_from(os.getcwd())


def _as_mistake(error: OSError) -> ConfigurationError:
    """Return what the system says of a file with what to do about it."""
    remedy = _REMEDIES.get(error.errno or 0, "mend that, and run the command again")
    return ConfigurationError(str(error.filename or "gbm"), str(error.strerror or error), remedy)


def tell_remarks(standard: Standard) -> None:
    """Say on the standard error what could not be read of a standard."""
    for remark in standard.remarks:
        click.echo(neutral(f"gbm: note: {remark}"), err=True)


def shown(path: Path, project: Project) -> str:
    """Return a path as it is told: relative to the project where it is below it."""
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else str(path)
