"""The plain pages of a site, read from their sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from mkdocs_gbm.assess import Page
from mkdocs_gbm.assess.waivers import waiver_of_page
from mkdocs_gbm.claims import own_meta
from mkdocs_gbm.outline import Outline
from mkdocs_gbm.outline.plain_page import read_plain
from mkdocs_gbm.project.dialect import Dialect
from mkdocs_gbm.project.links import Links
from mkdocs_gbm.project.project import Project
from mkdocs_gbm.project.simple import simple_blocks
from mkdocs_gbm.project.source import Cut, UnreadableError, cut, read_source
from mkdocs_gbm.project.told import Told
from mkdocs_gbm.project.unfold import unfold


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
        text = read_source(self.told.file(uri))
        source = cut(text)
        if source is None or any(word in text for word in self.dialect.anywhere):
            return None
        outline = self._simply(uri, source) or self._unfolded(uri, source)
        if outline is None:
            return None
        return Page(self.told.expected(uri), outline, waiver_of_page(own_meta(source.meta).get("not_applicable")))

    def _simply(self, uri: str, source: Cut) -> Outline | None:
        """Read a page from its own lines; `None` where that is not safe."""
        read = simple_blocks(source.body, self.dialect.forbidden, self.dialect.drawn)
        if read is None:
            return None
        blocks, targets = read
        follow = partial(self.links.follow, uri)
        if any(follow(target) is None for target in targets):
            return None
        return read_plain(blocks, source.offset, lambda target: follow(target) or target)

    def _unfolded(self, uri: str, source: Cut) -> Outline | None:
        """Read a page by way of cmark-gfm, its call-outs and tabs unfolded; `None` where that is not safe."""
        unfolded = unfold(source.body, self.dialect.folds)
        if unfolded is None:
            return None
        # Many sites need neither the longest of all patterns nor a parser.
        from mkdocs_gbm.project.plain import is_plain  # noqa: PLC0415

        if not is_plain(unfolded, self.dialect.forbidden, self.dialect.drawn):
            return None
        from mkdocs_gbm.outline.markdown import read_unfolded  # noqa: PLC0415

        unsure = False

        def address(target: str) -> str:
            nonlocal unsure
            followed = self.links.follow(uri, target)
            unsure = unsure or followed is None
            return followed or target

        outline = read_unfolded(source.body, source.offset, address, unfolded)
        return None if unsure else outline
