"""MkDocs' pages as the core wants them: outlines with lines, links that can be followed."""

import os
import posixpath
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs_gbm.assess import Component, OtherFile, Page, Place
from mkdocs_gbm.assess.waivers import waiver_of_page
from mkdocs_gbm.claims import own_meta
from mkdocs_gbm.layout import Layout
from mkdocs_gbm.mounts import NOWHERE
from mkdocs_gbm.options import CHECKLIST
from mkdocs_gbm.outline import in_source, read_html
from mkdocs_gbm.project.left_out import left_out
from mkdocs_gbm.site.editing import creation_url
from mkdocs_gbm.site.unbuilt import rendered
from mkdocs_gbm.texts import no_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page as SitePage


class Reading:
    """The pages of one build, read as far as the verdict needs them.

    Args:
        config: Says where the project and its pages are.
    """

    def __init__(self, config: "MkDocsConfig") -> None:
        self._config = config
        self._all: Files | None = None
        self._project = project_dir(config)
        self.docs_dir = config.docs_dir
        """The folder of the pages; another plugin may put a copy in its place later."""
        self._pages: dict[str, Page] = {}
        self._files: dict[str, File] = {}
        self._by_url: dict[str, File] | None = None
        self._moved: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        """Folders relative to the project, of which each is asked for with every page in it."""
        self.mounts = NOWHERE
        """Folders beside `docs_dir` that are on the site."""
        self.previews: Mapping[str, File] = {}
        """Pages of ours in the place of pages that do not exist, by the paths of these; none is a page of the site."""

    def know(self, files: "Files") -> None:
        """Remember all files of the site, to follow links and to show places."""
        self._by_url = None
        self._all = files
        own = {file.src_uri for file in self.previews.values()}
        self._files = {self.path_of(file): file for file in files if file.src_uri not in own}
        self._moved = dict(self._folders_moved())

    def file_at(self, path: str) -> "File | None":
        """Return the page of the site at a path relative to the project."""
        file = self._files.get(path)
        return file if file is not None and file.is_documentation_page() else None

    def path_of(self, file: "File") -> str:
        """Return a file's path relative to the project; where it would stand, for one that is generated."""
        told = self._relative_file(os.path.join(self.docs_dir, self.mounts.source_of(file.src_uri)))
        if not file.abs_src_path:
            return told
        path = self._relative_file(file.abs_src_path)
        # Other plugins write pages into temporary folders, which nobody knows.
        return told if path.startswith("../") or os.path.isabs(path) else path

    def expected(self, uri: str) -> str:
        """Return the path of a page relative to the project, from its path relative to `docs_dir`."""
        if self._all and (file := self._all.get_file_from_path(uri)) is not None:
            return self.path_of(file)
        above, rest = posixpath.split(uri)
        while above and above not in self._moved:
            above, name = posixpath.split(above)
            rest = f"{name}/{rest}"
        if above:
            return f"{self._moved[above]}/{rest}"
        return self._relative(os.path.join(self.docs_dir, self.mounts.source_of(uri)))

    def _folders_moved(self) -> "Iterator[tuple[str, str]]":
        """Yield the folders whose pages another plugin brought from elsewhere, each with where that is."""
        for path, file in self._files.items():
            folder, here = posixpath.dirname(file.src_uri), posixpath.dirname(path)
            if not file.is_documentation_page() or here == self._relative(
                os.path.join(self.docs_dir, self.mounts.source_of(folder))
            ):
                continue
            while folder and here:
                yield folder, here
                if posixpath.basename(folder) != posixpath.basename(here):
                    break
                folder, here = posixpath.dirname(folder), posixpath.dirname(here)

    def read(self, page: "SitePage", html: str) -> None:
        """Read one page from the HTML of its content; its lines from its source."""
        path = self.path_of(page.file)
        outline = in_source(read_html(html), source_of(page.file))
        waiver = waiver_of_page(own_meta(page.meta).get("not_applicable"))
        self._pages[page.file.src_uri] = Page(path, outline, waiver)

    def component(self, name: str, layout: Layout) -> Component:
        """Return the component whose pages were read."""

        def pages(uris: tuple[str, ...]) -> tuple[Page, ...]:
            return tuple(page for uri in uris if (page := self._page(uri)))

        return Component(
            name=name,
            directory=self.expected(layout.directory),
            topics={slug: pages(uris) for slug, uris in layout.pages.items() if slug != CHECKLIST},
            checklist=pages(layout.pages.get(CHECKLIST, ())),
            expected={slug: self.expected(uri) for slug, uri in layout.expected.items()},
            others=lambda: pages(layout.others),
            left_out=left_out(
                layout,
                lambda uri: os.path.isfile(os.path.join(self._project, self.expected(uri))),
                lambda uri: self.expected(uri) if self._all and self._all.get_file_from_path(uri) else None,
            ),
        )

    def page(self, uri: str) -> Page | None:
        """Return a page of the site by its path relative to `docs_dir`, if it is part of the build."""
        return self._page(uri)

    def resolve(self, path: str, target: str) -> Page | OtherFile | None:
        """Find what a link in a rendered page leads to, if the site has it."""
        file = self._files.get(path)
        parts = urlsplit(target)
        if file is None or parts.scheme or parts.netloc:
            return None
        url = unquote(urljoin(file.url, parts.path)).lstrip("/")
        if linked := self._linked(url):
            return self._page(linked.src_uri) or OtherFile(self.path_of(linked), is_page=True)
        other = self._all.get_file_from_path(url) if self._all else None
        if other is None or other.is_documentation_page() or other.src_dir in self._config.theme.dirs:
            return None
        return OtherFile(self.path_of(other), is_page=False)

    def url_of(self, place: Place) -> str | None:
        """Return the address of a place relative to the site's root, if the site has its page."""
        file = self._files.get(place.path)
        if file is None and place.path in self.previews:
            return self.previews[place.path].url
        if file is None or not file.is_documentation_page() or not file.inclusion.is_included():
            return None
        return f"{file.url}#{place.anchor}" if place.anchor else file.url

    def edit_url(self, path: str) -> str | None:
        """Return where a page is edited, or made where it does not exist, if the configuration says where."""
        file = self._files.get(path)
        if file is not None:
            return file.page.edit_url if file.page else None
        if not path.endswith(".md"):
            return None
        uri = os.path.relpath(os.path.join(self._project, path), self.docs_dir)
        return creation_url(PurePath(uri).as_posix(), self._config)

    def left_out(self, directories: Iterable[str]) -> tuple[str, ...]:
        """Return the pages below folders of `docs_dir` that the site does not publish."""
        pages = [file for file in self._files.values() if file.is_documentation_page()]
        above = tuple(f"{directory}/" if directory else "" for directory in directories)
        inside = [file for file in pages if file.src_uri.startswith(above)]
        return tuple(sorted(self.path_of(file) for file in inside if not file.inclusion.is_included()))

    def _page(self, uri: str) -> Page | None:
        """Return a page of the site; one that holds no topic is read when it is asked for."""
        if uri not in self._pages:
            file = self._all.get_file_from_path(uri) if self._all else None
            if self._all is None or file is None or file.page is None or not self._is_built(file):
                return None
            html = rendered(file.page, self._config, self._all)
            if uri not in self._pages:
                self.read(file.page, html)
        return self._pages[uri]

    def _is_built(self, file: "File") -> bool:
        """Say whether a page is part of this build; a preview has drafts too."""
        return file.inclusion.is_included() or (file.page is not None and file.page.content is not None)

    def _linked(self, name: str) -> "File | None":
        if self._by_url is None:
            pages = [file for file in self._files.values() if file.is_documentation_page()]
            self._by_url = {unquote(file.url).lstrip("/"): file for file in pages}
        return self._by_url.get(name) or self._by_url.get("./" if not name else f"{name}/")

    def _relative(self, folder: str) -> str:
        return _relative(folder, self._project)

    def _relative_file(self, path: str) -> str:
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = self._relative(folder)
        return posixpath.normpath(posixpath.join(self._folders[folder], name))


def _relative(folder: str, project: str) -> str:
    try:
        relative = os.path.relpath(folder, project)
    except ValueError:  # on another drive
        relative = folder
    return PurePath(relative).as_posix()


def source_of(file: "File") -> str:
    """Return a page's source; MkDocs itself tells when it is not UTF-8."""
    return file.content_bytes.decode("utf-8-sig", errors="replace")


def undecoded(file: "File") -> str | None:
    """Return what keeps a page from being read as UTF-8: MkDocs would end with a stack trace."""
    raw = file.content_bytes
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return no_text(raw, error)
    return None


def project_dir(config: "MkDocsConfig") -> str:
    """Return the folder that paths are told from: that of `mkdocs.yml`."""
    return os.path.dirname(config.config_file_path) if config.config_file_path else os.getcwd()
