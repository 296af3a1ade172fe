"""Paths as the verdict tells them: relative to the project, with forward slashes."""

import os
from pathlib import PurePath

from mkdocs_gbm.project.find import Project


class Told:
    """Turns paths relative to `docs_dir` into those that are told, and back.

    Args:
        project: Says where it and its pages are.
    """

    def __init__(self, project: Project) -> None:
        self._root = str(project.root)
        self._docs = str(project.docs_dir)
        self._prefix = self._relative("")

    def expected(self, uri: str) -> str:
        """Return the path of a page as it is told."""
        if uri in ("", "."):
            return self._prefix
        return uri if self._prefix == "." else f"{self._prefix}/{uri}"

    def uri_of(self, path: str) -> str:
        """Return the path of a page relative to `docs_dir`."""
        return path if self._prefix == "." else path.removeprefix(f"{self._prefix}/")

    def _relative(self, uri: str) -> str:
        path = os.path.join(self._docs, uri)
        try:
            return PurePath(os.path.relpath(path, self._root)).as_posix()
        except ValueError:  # on another drive
            return PurePath(path).as_posix().rstrip("/")
