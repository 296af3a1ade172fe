"""The quick gear: pages read from their sources, without MkDocs, as far as they are plain."""

from collections.abc import Callable, Iterable, Mapping

from mkdocs_gbm.assess import Component, OtherFile, Page
from mkdocs_gbm.layout import Layout
from mkdocs_gbm.options import CHECKLIST
from mkdocs_gbm.outline import Outline
from mkdocs_gbm.project.dialect import Dialect
from mkdocs_gbm.project.files import SiteFiles, is_page
from mkdocs_gbm.project.judgement import Problem
from mkdocs_gbm.project.left_out import left_out
from mkdocs_gbm.project.links import Links
from mkdocs_gbm.project.plain_pages import PlainPages, Unreadable
from mkdocs_gbm.project.project import Project
from mkdocs_gbm.project.source import read_head
from mkdocs_gbm.project.told import Told

Exactly = Callable[[list[str]], Mapping[str, Page]]
"""Reads pages (relative to `docs_dir`) by way of the site's own pipeline."""


class QuickReading:
    """The pages of a site, read as far as the verdict needs them.

    Args:
        project: The project whose pages they are.
        dialect: The site's Markdown.
        files: What stands in its `docs_dir`.
        exactly: Reads the pages that are not plain.
        told: Knows the paths of its pages.
    """

    def __init__(self, project: Project, dialect: Dialect, files: SiteFiles, exactly: Exactly, told: Told) -> None:
        self._files = files
        self._exactly = exactly
        self._told = told
        added = (project.options.coverage_page,) if project.options.coverage_page else ()
        self._links = Links(files, told, added, directory_urls=dialect.directory_urls)
        self._plain = PlainPages(project, dialect, self._links, self._told)
        self._pages: dict[str, Page | None] = {}
        self.problems: dict[str, Problem] = {}
        """The pages that cannot be read, by their path relative to `docs_dir`."""

    def told(self, uri: str) -> str:
        """Return the path of a page as it is told."""
        return self._told.expected(uri)

    def head(self, uri: str) -> str:
        """Return the source of a page as far as its front matter goes."""
        return read_head(self._told.file(uri))

    def take(self, layouts: Iterable[Layout]) -> None:
        """Read the pages of all topics at once."""
        self._read(uri for layout in layouts for uris in layout.pages.values() for uri in uris)

    def component(self, name: str, layout: Layout) -> Component:
        """Return the component whose pages these are; all its topic pages are read."""
        self.take([layout])
        return Component(
            name=name,
            directory=self._told.expected(layout.directory),
            topics={slug: self._have(uris) for slug, uris in layout.pages.items() if slug != CHECKLIST},
            checklist=self._have(layout.pages.get(CHECKLIST, ())),
            expected={slug: self._told.expected(uri) for slug, uri in layout.expected.items()},
            others=lambda: self._others(layout.others),
            left_out=left_out(
                layout,
                lambda uri: self._told.file(uri).is_file(),
                lambda uri: self._told.expected(uri) if uri in self._files.pages else None,
            ),
        )

    def resolve(self, path: str, target: str) -> Page | OtherFile | None:
        """Find what a link leads to, if the site has it."""
        linked = self._links.file_at(self._told.uri_of(path), target)
        if linked is None:
            return None
        if not self._files.pages.get(linked):
            return OtherFile(self._told.expected(linked), is_page=is_page(linked))
        self._read([linked])
        return self._pages[linked]

    def _others(self, uris: tuple[str, ...]) -> tuple[Page, ...]:
        self._read(uris)
        return self._have(uris)

    def _have(self, uris: Iterable[str]) -> tuple[Page, ...]:
        return tuple(page for uri in uris if (page := self._pages.get(uri)))

    def _read(self, uris: Iterable[str]) -> None:
        """Read pages that were not read yet: first the plain ones, then the others all at once."""
        others = []
        for uri, page in self._plain.read([uri for uri in dict.fromkeys(uris) if uri not in self._pages]):
            if page is None:
                others.append(uri)
            elif isinstance(page, Unreadable):
                path = self._told.expected(uri)
                self.problems[uri] = Problem(path, page.reason, unknown=True)
                self._pages[uri] = Page(path, Outline())
            else:
                self._pages[uri] = page
        if others:
            read = self._exactly(others)
            self._pages.update((uri, read.get(uri)) for uri in others)
