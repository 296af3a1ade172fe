"""The plain pages of a site, read from their sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from mkdocs_gbm.assess import Page
from mkdocs_gbm.assess.waivers import waiver_of_page
from mkdocs_gbm.layout import own_meta
from mkdocs_gbm.outline.plain_page import read_plain
from mkdocs_gbm.project.dialect import Dialect
from mkdocs_gbm.project.find import Project
from mkdocs_gbm.project.links import Links
from mkdocs_gbm.project.plain import plain_blocks
from mkdocs_gbm.project.source import UnreadableError, cut, read_source
from mkdocs_gbm.project.told import Told


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A page that cannot be read."""

    reason: str


@dataclass(frozen=True, slots=True)
class PlainPages:
    """Reads the pages that every reader reads alike."""

    project: Project
    dialect: Dialect
    links: Links
    told: Told

    def read(self, uris: Iterable[str]) -> Iterator[tuple[str, Page | Unreadable | None]]:
        """Yield what each page holds; `None` for one that is not plain."""
        for uri in uris:
            try:
                yield uri, self._page(uri)
            except UnreadableError as error:
                yield uri, Unreadable(str(error))

    def _page(self, uri: str) -> Page | None:
        text = read_source(self.project.docs_dir / uri)
        source = cut(text)
        if source is None or any(word in text for word in self.dialect.anywhere):
            return None
        read = plain_blocks(source.body, self.dialect.forbidden, self.dialect.drawn)
        if read is None:
            return None
        blocks, targets = read
        follow = partial(self.links.follow, uri)
        if any(follow(target) is None for target in targets):
            return None
        outline = read_plain(blocks, source.offset, lambda target: follow(target) or target)
        return Page(self.told.expected(uri), outline, waiver_of_page(own_meta(source.meta).get("not_applicable")))
