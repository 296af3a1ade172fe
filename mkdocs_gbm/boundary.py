"""Where a project ends: nothing that a configuration, a page or a symbolic link names is read or written outside."""

import os
import re
from pathlib import Path

from mkdocs_gbm.errors import ConfigurationError

_ROOTED = re.compile(r"/|[A-Za-z]:")


def top_of(folder: Path) -> Path:
    """Return the folder that is the whole project: the repository's around a folder; without one, the folder itself.

    Args:
        folder: That of `mkdocs.yml`, absolute.
    """
    real = Path(os.path.realpath(folder))
    return next((each for each in (real, *real.parents) if (each / ".git").exists()), real)


def is_inside(path: Path, *folders: Path) -> bool:
    """Say whether a path, symbolic links followed, is in one of the projects around some folders, or in one of them."""
    real = Path(os.path.realpath(path))
    return any(real.is_relative_to(os.path.realpath(each)) or real.is_relative_to(top_of(each)) for each in folders)


def refuse_outside(where: str, named: str, path: Path, root: Path) -> None:
    """Refuse a path that a configuration names and that leads out of the project, also by a symbolic link.

    Args:
        where: The option, for the message.
        named: The path as it was written.
        path: Where it leads.
        root: The folder of `mkdocs.yml`.

    Raises:
        ConfigurationError: If it does.
    """
    if not is_inside(path, root):
        remedy = "name one below the folder of mkdocs.yml, or in its git repository"
        raise ConfigurationError(where, f"'{named}' leads out of the project", remedy)


def relative_path(where: str, named: str, remedy: str) -> str:
    """Return a relative path with forward slashes.

    Args:
        where: The option, for the message.
        named: The path as it was written.
        remedy: What to write instead of one that is not relative.

    Raises:
        ConfigurationError: If it begins at the root of a disk.
    """
    path = named.replace("\\", "/")
    if _ROOTED.match(path):
        raise ConfigurationError(where, f"'{named}' leads out of the project", remedy)
    return path
