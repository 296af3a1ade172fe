"""Pages of a site that are links out of the project: MkDocs publishes them, and we read none."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_gbm.boundary import is_inside

if TYPE_CHECKING:
    from mkdocs.structure.files import File


def inside(files: "Mapping[str, File]", docs_dir: str, project: str) -> "tuple[dict[str, File], frozenset[str]]":
    """Return files by their paths on the site, and the paths of those that are links out of the project.

    What another plugin made, or brought from elsewhere, is not looked at: that is its own doing.
    """
    links = _Links(docs_dir, project)
    out = frozenset(
        uri for uri, file in files.items() if file.abs_src_path is not None and links.lead_out(file.abs_src_path)
    )
    return {uri: file for uri, file in files.items() if uri not in out}, out


class _Links:
    """Looks at each folder once: a site has many pages, and hardly a link."""

    def __init__(self, docs_dir: str, project: str) -> None:
        self._docs_dir = docs_dir
        self._below = os.path.join(docs_dir, "")
        self._folders = (Path(docs_dir), Path(project))
        self._known: dict[str, bool] = {}

    def lead_out(self, path: str) -> bool:
        if not path.startswith(self._below):
            return False
        folder = os.path.dirname(path)
        if folder not in self._known:
            self._known[folder] = folder != self._docs_dir and not is_inside(Path(folder), *self._folders)
        return self._known[folder] or (os.path.islink(path) and not is_inside(Path(path), *self._folders))
