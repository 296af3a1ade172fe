"""The files of a site, found in its `docs_dir` as MkDocs finds them."""

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs_gbm.boundary import is_inside

_PAGE = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_EXCLUDED = (".*", "/templates/")
LEADS_OUT = "a link that leads out of the project, which is not followed; put there what it leads to"
"""What is told of a page, or a folder, that is one."""


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """What stands in a `docs_dir`, as paths relative to it."""

    every: frozenset[str]
    """All files, also those that a link may name and the site leaves out."""
    pages: Mapping[str, bool]
    """The Markdown files in MkDocs' order, each with whether it is on the built site."""
    oddities: tuple[tuple[str, str], ...]
    """Paths at which there is no page though there might be one, each with the reason."""


def find_files(docs_dir: Path, values: Mapping[str, Any], root: Path, address: str = "") -> SiteFiles:
    """Find the files of a site.

    Args:
        docs_dir: The folder of the pages, or another whose files are on the site.
        values: The site's configuration: `exclude_docs`, `draft_docs`.
        root: The project's folder: links that lead out of both are not followed.
        address: Where the files of another folder are on the site.
    """
    prefix = f"{address}/" if address else ""
    walk = _Walk(str(docs_dir), root, _Exclusion(values.get("exclude_docs"), values.get("draft_docs")))
    pages: dict[str, bool] = {}
    every: list[str] = []
    for below, names in walk.folders():
        folder = f"{prefix}{below}"
        every += [f"{folder}{name}" for name in names]
        pages.update(_pages(folder, names, walk.exclusion))
    linked = frozenset(path for path in every if path in pages or not is_page(path))
    return SiteFiles(linked, pages, tuple((f"{prefix}{path}", problem) for path, problem in walk.oddities))


def together(parts: Iterable[SiteFiles]) -> SiteFiles:
    """Return the files of several folders as those of one site."""
    parts = list(parts)
    return SiteFiles(
        frozenset().union(*(part.every for part in parts)),
        {uri: on_site for part in parts for uri, on_site in part.pages.items()},
        tuple(oddity for part in parts for oddity in part.oddities),
    )


def url_of(uri: str, *, directory_urls: bool) -> str:
    """Return the address that MkDocs gives a file, relative to the site's root."""
    if not is_page(uri):
        return quote(uri, errors="surrogateescape")
    parent, name = posixpath.split(uri)
    stem = posixpath.splitext(name)[0]
    stem = "index" if stem == "README" else stem
    if not directory_urls:
        return quote(posixpath.join(parent, f"{stem}.html"), errors="surrogateescape")
    folder = parent if stem == "index" else posixpath.join(parent, stem)
    return quote(f"{folder or '.'}/", errors="surrogateescape")


def is_page(uri: str) -> bool:
    """Say whether a file is Markdown."""
    return uri.endswith(_PAGE)


def _pages(folder: str, names: list[str], exclusion: "_Exclusion") -> dict[str, bool]:
    """Return the Markdown files of a folder, without a README that an index stands for."""
    found = {f"{folder}{name}": exclusion.on_site(f"{folder}{name}") for name in names if is_page(name)}
    by_address: dict[str, str] = {}
    for uri in list(found):
        other = by_address.setdefault(url_of(uri, directory_urls=False), uri)
        if other != uri:
            found.pop(other if found[uri] else uri, None)
    return found


@dataclass(slots=True)
class _Exclusion:
    """What the site leaves out, by `.gitignore` patterns; the library for them is loaded where there are any."""

    exclude: object
    drafts: object
    _specs: list[Any] | None = None

    def on_site(self, uri: str) -> bool:
        if self._specs is None:
            self._specs = self._read()
        if not self._specs:
            return not _is_hidden(uri)
        return not any(spec.match_file(uri) for spec in self._specs)

    def _read(self) -> list[Any]:
        if not self.exclude and not self.drafts:
            return []
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - takes long to import, and few sites need it

        exclude = [*_EXCLUDED, *str(self.exclude or "").splitlines()]
        return [GitIgnoreSpec.from_lines(lines) for lines in (exclude, str(self.drafts or "").splitlines()) if lines]


def _is_hidden(uri: str) -> bool:
    """Say what MkDocs' own patterns say: dot files, and the folder `templates`."""
    return uri.startswith((".", "templates/")) or "/." in uri


@dataclass(slots=True)
class _Walk:
    """Goes through the folders as `os.walk` with links followed, but never round in a circle."""

    root: str
    project: Path
    exclusion: _Exclusion
    oddities: list[tuple[str, str]] = field(default_factory=list)

    def folders(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each folder with its files, in MkDocs' order."""
        yield from self._below("", (os.path.realpath(self.root),))

    def _below(self, folder: str, above: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
        files, folders = self._inside(folder, *_listed(os.path.join(self.root, folder)))
        yield folder, sorted(files, key=lambda name: (os.path.splitext(name)[0] not in ("index", "README"), name))
        for name, linked in sorted(folders):
            path = f"{folder}{name}"
            real = os.path.realpath(os.path.join(self.root, path)) if linked else os.path.join(above[-1], name)
            if is_page(path):
                self.oddities.append((path, "a folder, and no page; give it another name"))
            if real in above:
                self.oddities.append((path, "a link to a folder that it stands in, which is not followed; remove it"))
            else:
                yield from self._below(f"{path}/", (*above, real))

    def _inside(
        self, folder: str, files: list[tuple[str, bool]], folders: list[tuple[str, bool]]
    ) -> tuple[list[str], list[tuple[str, bool]]]:
        """Leave out, and tell, the links that lead out of the project."""
        linked = [name for name, is_link in files if is_link and is_page(name)]
        linked += [name for name, is_link in folders if is_link]
        root = Path(self.root)
        out = {name for name in linked if not is_inside(root / folder / name, root, self.project)}
        self.oddities += [(f"{folder}{name}", LEADS_OUT) for name in sorted(out)]
        return [name for name, _ in files if name not in out], [pair for pair in folders if pair[0] not in out]


def _listed(folder: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Return the files and the folders in a folder, each with whether it is a link."""
    files: list[tuple[str, bool]] = []
    folders: list[tuple[str, bool]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if _is_folder(entry):
                    folders.append((entry.name, entry.is_symlink()))
                else:
                    files.append((entry.name, entry.is_symlink()))
    except OSError:  # as `os.walk` does: what cannot be listed is not there
        pass
    return files, folders


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False
