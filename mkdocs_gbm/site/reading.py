"""MkDocs' pages as the core wants them: outlines with lines, links that can be followed."""

import os
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs_gbm.assess import Component, Page, Place
from mkdocs_gbm.assess.waivers import waiver_of_page
from mkdocs_gbm.layout import Layout, own_meta
from mkdocs_gbm.options import CHECKLIST
from mkdocs_gbm.outline import read_html, read_lines, with_lines
from mkdocs_gbm.site.editing import creation_url
from mkdocs_gbm.site.unbuilt import rendered

if TYPE_CHECKING:
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
        self._docs = config.docs_dir
        self._pages: dict[str, Page] = {}
        self._files: dict[str, File] = {}
        self._by_url: dict[str, File] | None = None

    def know(self, files: "Files") -> None:
        """Remember all files of the site, to follow links and to show places."""
        self._by_url = None
        self._all = files
        self._files = {self.path_of(file): file for file in files}

    def path_of(self, file: "File") -> str:
        """Return a file's path relative to the project; where it would stand, for one that is generated."""
        path = file.abs_src_path if file.src_dir else os.path.join(self._docs, file.src_uri)
        return self._relative(path or os.path.join(self._docs, file.src_uri))

    def expected(self, uri: str) -> str:
        """Return the path of a page relative to the project, from its path relative to `docs_dir`."""
        return self._relative(os.path.join(self._docs, uri))

    def read(self, page: "SitePage", html: str) -> None:
        """Read one page from the HTML of its content; its lines from its source."""
        path = self.path_of(page.file)
        outline = with_lines(read_html(html), read_lines(source_of(page.file)))
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
        )

    def resolve(self, path: str, target: str) -> Page | None:
        """Find the page that a link in a rendered page leads to, if the site has it."""
        file = self._files.get(path)
        parts = urlsplit(target)
        if file is None or parts.scheme or parts.netloc:
            return None
        linked = self._linked(unquote(urljoin(file.url, parts.path)))
        return self._page(linked.src_uri) if linked else None

    def url_of(self, place: Place) -> str | None:
        """Return the address of a place relative to the site's root, if the site has its page."""
        file = self._files.get(place.path)
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
        uri = os.path.relpath(os.path.join(self._project, path), self._docs)
        return creation_url(PurePath(uri).as_posix(), self._config)

    def left_out(self, directory: str) -> tuple[str, ...]:
        """Return the pages below a folder of `docs_dir` that the site does not publish."""
        pages = [file for file in self._files.values() if file.is_documentation_page()]
        inside = [file for file in pages if not directory or file.src_uri.startswith(f"{directory}/")]
        return tuple(sorted(self.path_of(file) for file in inside if not file.inclusion.is_included()))

    def _page(self, uri: str) -> Page | None:
        """Return a page of the site; one that holds no topic is read when it is asked for."""
        if uri not in self._pages:
            file = self._files.get(self.expected(uri))
            if self._all is None or file is None or file.page is None or not self._is_built(file):
                return None
            html = rendered(file.page, self._config, self._all)
            if uri not in self._pages:
                self.read(file.page, html)
        return self._pages[uri]

    def _is_built(self, file: "File") -> bool:
        """Say whether a page is part of this build; a preview has drafts too."""
        return file.inclusion.is_included() or (file.page is not None and file.page.content is not None)

    def _linked(self, url: str) -> "File | None":
        if self._by_url is None:
            pages = [file for file in self._files.values() if file.is_documentation_page()]
            self._by_url = {unquote(file.url).lstrip("/"): file for file in pages}
        name = url.lstrip("/")
        return self._by_url.get(name) or self._by_url.get("./" if not name else f"{name}/")

    def _relative(self, path: str) -> str:
        try:
            relative = os.path.relpath(path, self._project)
        except ValueError:  # on another drive
            relative = path
        return PurePath(relative).as_posix()


def source_of(file: "File") -> str:
    """Return a page's source; MkDocs itself tells when it is not UTF-8."""
    return file.content_bytes.decode("utf-8-sig", errors="replace")


def project_dir(config: "MkDocsConfig") -> str:
    """Return the folder that paths are told from: that of `mkdocs.yml`."""
    return os.path.dirname(config.config_file_path) if config.config_file_path else os.getcwd()
