"""Paths that stay where they belong, symbolic links included."""

from pathlib import Path

from mkdocs_gbm.errors import ConfigurationError


def within(path: Path, folder: Path) -> Path:
    """Return the file that a path means, every symbolic link on the way followed.

    Args:
        path: The path; the file need not exist.
        folder: The folder that it must not lead out of.

    Raises:
        ConfigurationError: If it leads out of the folder, or its links lead in a circle.
    """
    try:
        real = path.resolve()
        real.is_symlink()
        inside = real.is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        raise ConfigurationError(str(path), "its symbolic links lead in a circle", "mend them") from None
    if not inside:
        raise ConfigurationError(str(path), f"it leads out of {folder}", "name a path below it")
    return real
