"""Gives the files of a folder in another order, in whatever process has this folder on its path."""

import os
from collections.abc import Iterator
from typing import Any, Self

_scandir, _listdir = os.scandir, os.listdir


class _Entries:
    """The entries of a folder, the last first."""

    def __init__(self, *arguments: Any) -> None:
        with _scandir(*arguments) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def close(self) -> None:
        """Do what is done already."""


os.scandir = _Entries  # type: ignore[assignment]
os.listdir = lambda *arguments: sorted(_listdir(*arguments), reverse=True)  # type: ignore[assignment]
