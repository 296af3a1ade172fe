"""Commands that are stopped at one of the moments at which they write."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

MOMENTS = ("open", "fsync", "replace")
"""What is done to write a file: it is begun beside its place, filled, and put there."""


class Stopper:
    """Counts the moments, and raises at one of them.

    Args:
        at: Which one, from 1; 0 for none.
        error: What is raised.
    """

    def __init__(self, at: int, error: BaseException) -> None:
        self.count = 0
        self._at = at
        self._error = error

    def watched(self, original: Callable[..., Any], name: str) -> Callable[..., Any]:
        """Return a function of `os` that is such a moment."""

        def watching(*arguments: Any, **options: Any) -> Any:
            if name != "open" or arguments[1] & os.O_EXCL:
                self.count += 1
                if self.count == self._at:
                    raise self._error
            return original(*arguments, **options)

        return watching


@contextmanager
def stopped(at: int, error: BaseException) -> Iterator[Stopper]:
    """Have the n-th moment of what is run here raise an error."""
    stopper = Stopper(at, error)
    with pytest.MonkeyPatch.context() as patch:
        for name in MOMENTS:
            patch.setattr(os, name, stopper.watched(getattr(os, name), name))
        yield stopper


def interrupt() -> BaseException:
    """Return what Ctrl-C raises."""
    return KeyboardInterrupt()


def full_disk() -> BaseException:
    """Return what a full disk raises."""
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def everything(folder: Path) -> dict[str, bytes | None]:
    """Return all that a folder holds: files with their content, folders with none."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
        if ".git" not in path.parts
    }
