"""Architecture folders beside the folder of the site's pages: of services, modules, packages of a repository."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_gbm.mounts import Mounts, address_of
from mkdocs_gbm.project.modules import ARCHITECTURE, folders_below

_TAILS = (ARCHITECTURE, "docs/technical/architecture", "docs/architecture", "doc/architecture", "architecture", "docs")
"""Where the architecture of a part of a repository may be; the first that is there is looked at."""
_SHELVES = frozenset({"architecture", "doc", "docs", "documentation"})
"""Folders that hold what is written of the folder around them."""
_NO_PARTS = frozenset("example examples fixtures sample samples test testdata tests".split())
"""Folders that hold something for trial alone."""
_DEEPEST = 3
"""How many folders down a part of a repository may be."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A folder that may hold the architecture of a part of the repository."""

    part: str
    """The part's folder, relative to `docs_dir`: `../services/orders`."""
    tail: str
    """The architecture's folder in it."""
    is_root: bool = False
    """Whether the part is the whole repository."""

    @property
    def folder(self) -> str:
        """Return the architecture's folder, relative to `docs_dir`."""
        return f"{self.part}/{self.tail}"

    @property
    def uri(self) -> str:
        """Return where its pages would be on the site."""
        return address_of(self.folder)


def look_beside(root: Path, docs_dir: Path, taken: Sequence[Path] = ()) -> tuple[Beside, ...]:
    """Return the folders beside a `docs_dir` that may hold the architecture of something.

    Args:
        root: The project's folder, absolute.
        docs_dir: The folder of the site's pages, absolute; it need not exist.
        taken: Folders whose pages are on the site already, absolute.
    """
    found = [Beside(_relative(part, docs_dir), tail) for part, tail in _parts(root, docs_dir, 0)]
    own = root / ARCHITECTURE
    if own.is_dir() and not own.is_relative_to(docs_dir):
        found.insert(0, Beside(_relative(root, docs_dir), ARCHITECTURE, is_root=True))
    real = Path(os.path.realpath(root))
    inside = (each for each in found if Path(os.path.realpath(docs_dir / each.folder)).is_relative_to(real))
    free = (each for each in inside if not any(_overlap(docs_dir / each.folder, other) for other in taken))
    return tuple(each for each in free if not (docs_dir / each.uri).exists())


def mounts_of(found: tuple[Beside, ...]) -> Mounts:
    """Return how the pages of such folders would come onto the site."""
    return Mounts(tuple((each.folder, each.uri) for each in found))


def _parts(folder: Path, docs_dir: Path, depth: int) -> Iterator[tuple[Path, str]]:
    if depth >= _DEEPEST:
        return
    for name in folders_below(folder):
        part = folder / name
        if name in _SHELVES | _NO_PARTS or docs_dir.is_relative_to(part):
            continue
        tail = next((tail for tail in _TAILS if (part / tail).is_dir()), None)
        if tail is not None:
            yield part, tail
        yield from _parts(part, docs_dir, depth + 1)


def _overlap(one: Path, other: Path) -> bool:
    one = Path(os.path.normpath(one))
    return one.is_relative_to(other) or other.is_relative_to(one)


def _relative(path: Path, docs_dir: Path) -> str:
    return os.path.relpath(path, docs_dir).replace(os.sep, "/")
