"""Paths as the verdict tells them: relative to the project, with forward slashes."""

import os
from pathlib import Path, PurePath

from mkdocs_gbm.mounts import NOWHERE, Mounts
from mkdocs_gbm.project.project import Project


class Told:
    """Turns paths relative to `docs_dir` into those that are told, and back.

    Args:
        project: Says where it and its pages are.
        mounts: Folders beside `docs_dir` that are on the site.
    """

    def __init__(self, project: Project, mounts: Mounts = NOWHERE) -> None:
        self._mounts = mounts
        self._root = str(project.root)
        self._docs = str(project.docs_dir)
        self._prefix = self._relative("")

    def expected(self, uri: str) -> str:
        """Return the path of a page as it is told."""
        if uri in ("", "."):
            return self._prefix
        source = self._mounts.source_of(uri)
        if source is not uri:
            return self._relative(source)
        return uri if self._prefix == "." else f"{self._prefix}/{uri}"

    def file(self, uri: str) -> Path:
        """Return the file of a page."""
        return Path(self._docs, self._mounts.source_of(uri))

    def uri_of(self, path: str) -> str:
        """Return the path of a page relative to `docs_dir`."""
        inside = path if self._prefix == "." else path.removeprefix(f"{self._prefix}/")
        for folder, uri in self._mounts.folders:
            there = f"{self._relative(folder)}/"
            if path.startswith(there):
                return f"{uri}/{path.removeprefix(there)}"
        return inside

    def meant(self, uri: str, path: str) -> str | None:
        """Return what a link means by where files lie on the disk; nothing where all of them are in `docs_dir`."""
        return self._mounts.meant(uri, path, self._docs) if self._mounts.folders else None

    def _relative(self, uri: str) -> str:
        path = os.path.join(self._docs, uri)
        try:
            return PurePath(os.path.relpath(path, self._root)).as_posix()
        except ValueError:  # on another drive
            return PurePath(path).as_posix().rstrip("/")
