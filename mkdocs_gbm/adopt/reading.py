"""The pages of a site, read quickly: as GitHub reads Markdown, with nothing of the site's own pipeline."""

import os
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pathspec

from mkdocs_gbm import front_matter
from mkdocs_gbm.adopt.included import Included
from mkdocs_gbm.assess.pages import Page
from mkdocs_gbm.assess.waivers import waiver_of_page
from mkdocs_gbm.boundary import is_inside
from mkdocs_gbm.claims import own_meta
from mkdocs_gbm.mounts import NOWHERE, Mounts
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.outline.anchors import with_anchors
from mkdocs_gbm.project.language import UNNAMED, FirstLanguage
from mkdocs_gbm.project.source import UnreadableError, read_source

LARGEST = 1_000_000
"""A page of more bytes was written by a program, and is not looked at."""
_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_HIDDEN = (".*", "/templates/")
"""What MkDocs leaves out unless it is told otherwise."""


@dataclass
class Pages:
    """The pages of a site by their paths relative to `docs_dir`, each read once, when it is asked for.

    Args:
        folder: `docs_dir`, which need not exist.
        left_out: Lines as in `.gitignore`: pages that the site does not publish.
        mounts: Folders beside it whose pages are on the site, or may be.
        project: The folder of `mkdocs.yml`: links that lead out of it are not followed.
        language: The one whose pages these are; paths are without it, as the options have them.
        included: Sites whose pages are on the site.
    """

    folder: Path
    left_out: str = ""
    mounts: Mounts = NOWHERE
    problems: dict[str, str] = field(default_factory=dict)
    """The pages that cannot be read, each with the reason."""
    project: Path | None = None
    language: FirstLanguage = UNNAMED
    included: tuple[Included, ...] = ()
    _places: dict[str, str] = field(default_factory=dict)
    _sources: dict[str, str] = field(default_factory=dict)
    _pages: dict[str, Page] = field(default_factory=dict)

    def uris(self) -> list[str]:
        """Return the paths of the pages that can be read, sorted."""
        spec = pathspec.GitIgnoreSpec.from_lines([*_HIDDEN, *self.left_out.splitlines()])
        for path, place in sorted(self._all()):
            uri = self.language.uri_of(path)
            if uri is not None and not spec.match_file(path):
                self._places.setdefault(uri, place)
        return sorted(self._places)

    def _all(self) -> Iterator[tuple[str, str]]:
        """Yield the path of each page on the site, its language in it, and where it is, relative to the folder."""
        yield from ((path, path) for path in self._below(self.folder, ""))
        for here, uri in (*self.mounts.folders, *self._parts.folders):
            yield from ((f"{uri}/{path}", f"{here}/{path}") for path in self._below(self._at(here), uri))

    @property
    def _parts(self) -> Mounts:
        return Mounts(tuple((os.path.relpath(site.folder, self.folder), site.uri) for site in self.included))

    def file(self, uri: str) -> Path:
        """Return the file of a page, or the folder of some."""
        if uri in self._places:
            return self._at(self._places[uri])
        path = self._parts.source_of(self.mounts.source_of(uri))
        own = self._at(posixpath.join(self.language.folder, path))
        return own if own.exists() else self._at(path)

    def _at(self, path: str) -> Path:
        return Path(os.path.normpath(self.folder / path))

    def _below(self, folder: Path, uri: str) -> Iterator[str]:
        for path, size in _markdown_files(folder, self.project or self.folder):
            if size <= LARGEST:
                yield path
            else:
                self.problems[posixpath.join(uri, path)] = f"has {size:,} bytes, and is not looked at"

    def source(self, uri: str) -> str:
        """Return the source of a page; nothing where it cannot be read."""
        if uri not in self._sources:
            try:
                self._sources[uri] = read_source(self.file(uri))
            except UnreadableError as error:
                self.problems[uri] = str(error)
                self._sources[uri] = ""
        return self._sources[uri]

    def page(self, uri: str) -> Page:
        """Return a page with its outline."""
        if uri not in self._pages:
            source = self.source(uri)
            waiver = waiver_of_page(_own(source).get("not_applicable"))
            self._pages[uri] = Page(uri, with_anchors(read_markdown(source)), waiver)
        return self._pages[uri]

    def resolve(self, uri: str, target: str) -> Page | None:
        """Find the page that a link leads to, if the site has it."""
        parts = urlsplit(target)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(parts.path)))
        known = path in self._sources or (not path.startswith("..") and self.file(path).is_file())
        return self.page(path) if known and not parts.scheme and not parts.netloc and _is_page(path) else None


def _own(source: str) -> Mapping[str, object]:
    try:
        return own_meta(front_matter.split(source).meta) if "gbm:" in source[:4000] else {}
    except front_matter.FrontMatterError:
        return {}


def _markdown_files(root: Path, project: Path) -> Iterator[tuple[str, int]]:
    """Yield the pages below a folder with their sizes in bytes; links that lead out, or in circles, are left."""
    seen: set[str] = set()
    for folder, folders, files in os.walk(root, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen or not is_inside(Path(folder), root, project):
            folders.clear()
            continue
        seen.add(real)
        folders.sort()
        for name in files:
            path = Path(folder, name)
            hidden = name == "README.md" and "index.md" in files  # as MkDocs has it
            out = path.is_symlink() and not is_inside(path, root, project)
            if _is_page(name) and not hidden and not out and path.is_file():
                yield path.relative_to(root).as_posix(), path.stat().st_size


def _is_page(path: str) -> bool:
    return path.endswith(_SUFFIXES)
