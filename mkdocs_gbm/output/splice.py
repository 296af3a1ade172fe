"""Put HTML into a page at an offset: nothing else of the page changes by a byte."""

import re
from collections.abc import Callable, Sequence
from html import unescape
from html.parser import HTMLParser

_BADGE = re.compile(r"<!--\s*gbm:badge(?P<name>(?:\s[^<>]*)?)-->")
_BADGES = re.compile(r'\s*<p class="gbm-badges".*?</p>', re.DOTALL)
_COVERAGE = re.compile(r"<!--\s*gbm:coverage\s*-->")


def has_badge_mark(html: str) -> bool:
    """Say whether a page asks for the badges at a place of its own."""
    return bool(_BADGE.search(html))


def has_coverage_mark(html: str) -> bool:
    """Say whether a page asks for the coverage."""
    return bool(_COVERAGE.search(html))


def at_badge_marks(html: str, badges: Callable[[str], str]) -> str:
    """Put badges where a page says `<!-- gbm:badge -->`.

    Args:
        html: The page.
        badges: Gives the badges of the component of a name (`<!-- gbm:badge orders -->`); empty where none is named.
    """
    return _BADGE.sub(lambda mark: badges(unescape(mark["name"].strip())) or mark[0], html)


def at_coverage_mark(html: str, insert: str) -> str:
    """Put the coverage where a page first says `<!-- gbm:coverage -->`."""
    return _COVERAGE.sub(lambda _: insert, html, count=1)


def below_title(html: str, insert: str) -> str:
    """Put HTML behind the page's first level-1 heading; at the very beginning where it has none.

    (A theme prints a title of its own above the content then.)
    """
    end = _title_end(html)
    return f"{html[:end]}\n{insert}{html[end:]}"


def below_badges(html: str, insert: str) -> str:
    """Put HTML below the page's title, and below the badges where they stand there."""
    end = _title_end(html)
    if badges := _BADGES.match(html, end):
        end = badges.end()
    return f"{html[:end]}\n{insert}{html[end:]}"


def insert(html: str, parts: Sequence[tuple[int, str]]) -> str:
    """Put HTML at offsets; parts at the same offset stay in their order."""
    done = 0
    pieces = []
    for offset, part in sorted(parts, key=lambda pair: pair[0]):
        pieces += [html[done:offset], f"\n{part}\n"]
        done = offset
    return "".join([*pieces, html[done:]])


def _title_end(html: str) -> int:
    finder = _TitleFinder()
    try:
        finder.feed(html)
    except _Found as found:
        start = 0
        for _ in range(found.line - 1):
            start = html.index("\n", start) + 1
        return html.index(">", start + found.column) + 1
    return 0


class _Found(Exception):  # noqa: N818 - no error: it carries the result
    """Ends the search: the rest of a long page need not be read."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.line = line
        self.column = column


class _TitleFinder(HTMLParser):
    """Stops at the first `</h1>`."""

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1":
            raise _Found(*self.getpos())
