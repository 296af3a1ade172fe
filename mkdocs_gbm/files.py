"""Files written whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

UNFINISHED = ".gbm-"
"""How the name of a file begins that is being written: only a process that was killed leaves one behind."""


def write_atomically(path: Path, text: str, *, made_anew: bool = False) -> None:
    """Write a text file so that an interruption leaves the old file or the new one, and nothing beside it.

    The folders above it are made. A file that is there keeps its mode; a symbolic link is replaced, never followed:
    whoever wants it followed resolves it before, and looks where it leads.

    Args:
        path: Where.
        text: What is to be in it.
        made_anew: Whether it is made again by every build, and need not outlast a loss of power at once.

    Raises:
        OSError: If the file cannot be written.
    """
    content = text.encode("utf-8")
    try:
        with _folders(path.parent), _unfinished(path.parent) as temporary:
            _fill(temporary, content, path, lasting=not made_anew)
            os.replace(temporary, path)
    except OSError as error:  # of the temporary file, which its user does not know
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextmanager
def _folders(folder: Path) -> Iterator[None]:
    """Make the folders that are not there, and take them away again if what they are for fails."""
    absent = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for each in absent:
            with suppress(OSError):  # not made yet, or somebody else has put something there
                each.rmdir()
        raise


@contextmanager
def _unfinished(folder: Path) -> Iterator[Path]:
    """Give the path of a file that is gone in the end, unless it was given another name."""
    temporary = folder / f"{UNFINISHED}{secrets.token_hex(8)}"
    try:
        yield temporary
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _fill(temporary: Path, content: bytes, path: Path, *, lasting: bool) -> None:
    """Write what is to be the content of a file; a new one has the mode that the user's mask leaves."""
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        if path.is_file() and not path.is_symlink():
            os.chmod(temporary, path.stat().st_mode & 0o777)
        file.write(content)
        file.flush()
        if lasting:
            os.fsync(file.fileno())
