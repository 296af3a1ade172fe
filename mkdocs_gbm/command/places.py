"""Paths as they are typed and as they are told: relative to where the command runs."""

import os
import posixpath
from collections.abc import Iterable
from pathlib import Path, PurePath

import click

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.project.project import Project

#: Formats that a service reads, which knows paths from the top of the repository.
_OF_A_REPOSITORY = ("github", "sarif")


def working_folder() -> Path:
    """Return the folder that typed paths are relative to: the one of `-C`, or where the command runs."""
    folder: Path = click.get_current_context().params["directory"]
    return folder


def named_pages(paths: Iterable[Path], project: Project, known: Iterable[str]) -> tuple[str, ...]:
    """Return pages and folders that were typed as they are in a report: relative to the project.

    Args:
        paths: As they were typed.
        project: Whose they are; one that is elsewhere is no matter.
        known: Paths that need not exist, since the report tells that they are missing.

    Raises:
        ConfigurationError: If there is no such page.
    """
    known = set(known)
    named = []
    for path in paths:
        place = working_folder() / path
        relative = PurePath(os.path.relpath(place, project.root)).as_posix()
        if not os.path.lexists(place) and relative not in known:
            raise ConfigurationError(str(path), "no such file or folder", "name pages of the documentation")
        is_above = set(PurePath(relative).parts) == {".."}
        named.append("." if is_above else relative)
    return tuple(named)


def told_from(project: Project, form: str) -> str:
    """Return the project's folder relative to where a format tells paths from; `.` where that does not hold it."""
    root = os.path.realpath(project.root)
    bases = [os.getcwd()]
    if form in _OF_A_REPOSITORY and os.environ.get("GITHUB_WORKSPACE"):
        bases.insert(0, os.path.realpath(os.environ["GITHUB_WORKSPACE"]))
    for base in bases:
        if PurePath(root).is_relative_to(base):
            return PurePath(root).relative_to(base).as_posix()
    return "."


def told_here(project: Project, path: str) -> str:
    """Return the path of a page as the command tells it, from that in a report."""
    return posixpath.normpath(posixpath.join(told_from(project, "text"), path))
