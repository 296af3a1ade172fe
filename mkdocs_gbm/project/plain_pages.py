"""The plain pages of a site, read from their sources: by one process, or by several where there are many pages."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from mkdocs_gbm.assess import Page
from mkdocs_gbm.assess.waivers import waiver_of_page
from mkdocs_gbm.layout import own_meta
from mkdocs_gbm.outline import read_plain
from mkdocs_gbm.project.dialect import Dialect
from mkdocs_gbm.project.find import Project
from mkdocs_gbm.project.links import Links
from mkdocs_gbm.project.plain import is_plain
from mkdocs_gbm.project.source import UnreadableError, cut, read_source
from mkdocs_gbm.project.told import Told
from mkdocs_gbm.project.unfold import unfold

_MANY = 400
"""For fewer pages another process takes longer to begin than it helps."""
_CHUNK = 50


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

    def read(self, uris: list[str]) -> Iterator[tuple[str, Page | Unreadable | None]]:
        """Yield what each page holds; `None` for one that is not plain."""
        if len(uris) < _MANY or sys.platform != "linux" or (os.cpu_count() or 1) == 1:
            yield from self._chunk(uris)
            return
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - takes long to import, and is seldom needed
        from multiprocessing import get_context  # noqa: PLC0415 - likewise

        chunks = [uris[first : first + _CHUNK] for first in range(0, len(uris), _CHUNK)]
        with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
            for read in pool.map(partial(_read, self), chunks):
                yield from read

    def _chunk(self, uris: Iterable[str]) -> Iterator[tuple[str, Page | Unreadable | None]]:
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
        unfolded = unfold(source.body, self.dialect.folds)
        if unfolded is None or not is_plain(unfolded, self.dialect.forbidden, self.dialect.drawn):
            return None
        unsure = False

        def address(target: str) -> str:
            nonlocal unsure
            followed = self.links.follow(uri, target)
            unsure = unsure or followed is None
            return followed or target

        outline = read_plain(source.body, source.offset, address, unfolded)
        if unsure:
            return None
        return Page(self.told.expected(uri), outline, waiver_of_page(own_meta(source.meta).get("not_applicable")))


def _read(pages: PlainPages, uris: list[str]) -> list[tuple[str, Page | Unreadable | None]]:
    return list(pages._chunk(uris))  # noqa: SLF001 - in the same file
