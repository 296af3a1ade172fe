"""Folders beside `docs_dir` whose pages are on the site all the same, and the addresses that they have there."""

import os
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

_SAYING_NOTHING = ("..", "docs")


@dataclass(frozen=True, slots=True)
class Mounts:
    """Turns paths of such folders into paths on the site, and back; other paths stay as they are."""

    folders: tuple[tuple[str, str], ...] = ()
    """Each folder relative to `docs_dir`, with its path on the site."""

    def uri_of(self, path: str) -> str:
        """Return where a file or folder is on the site, from its path relative to `docs_dir`."""
        return _moved(path, self.folders)

    def source_of(self, uri: str) -> str:
        """Return the path of a file or folder relative to `docs_dir`, from where it is on the site."""
        return _moved(uri, ((there, here) for here, there in self.folders))

    def meant(self, uri: str, path: str, docs_dir: str) -> str:
        """Return where on the site the file is that a link means by where the files lie on the disk.

        Args:
            uri: The page that has the link.
            path: What it links to, relative to the page's file.
            docs_dir: The folder that the mounted ones are relative to, absolute.
        """
        file = os.path.normpath(os.path.join(docs_dir, posixpath.dirname(self.source_of(uri)), path))
        return self.uri_of(PurePath(os.path.relpath(file, docs_dir)).as_posix())


NOWHERE = Mounts()
"""For a site whose pages are all in `docs_dir`."""


def address_of(folder: str) -> str:
    """Return the path on the site of a folder beside `docs_dir`: without `..`, `docs` and hidden folders."""
    parts = [part for part in folder.split("/") if part not in _SAYING_NOTHING and not part.startswith(".")]
    return "/".join(parts) or posixpath.basename(folder).lstrip(".")


def is_outside(folder: str) -> bool:
    """Say whether a folder, relative to `docs_dir`, lies beside it."""
    return folder == ".." or folder.startswith("../")


def _moved(path: str, folders: Iterable[tuple[str, str]]) -> str:
    for here, there in folders:
        if path == here:
            return there
        if path.startswith(f"{here}/"):
            return f"{there}{path[len(here) :]}"
    return path
