"""Words in angle brackets that a browser would swallow: `<describe the cache>` is shown as it was written."""

from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser

from mkdocs_gbm.outline.elements import KNOWN

_DRAWINGS = ("svg", "math")
"""Elements whose own vocabulary is not HTML's."""


def with_visible_tokens(html: str) -> str:
    """Return HTML in which every unknown element is text."""
    finder = _Finder(html)
    finder.feed(html)
    finder.close()
    done = 0
    pieces = []
    for start, token in finder.found:
        pieces += [html[done:start], escape(token)]
        done = start + len(token)
    return "".join([*pieces, html[done:]])


class _Finder(HTMLParser):
    """Notes the start tags of unknown elements, with their offsets."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._drawing = 0
        self._starts = [0]
        for line in html.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _DRAWINGS:
            self._drawing += 1
        elif tag not in KNOWN and not self._drawing and (token := self.get_starttag_text()):
            line, column = self.getpos()
            self.found.append((self._starts[line - 1] + column, token))

    def handle_endtag(self, tag: str) -> None:
        if tag in _DRAWINGS and self._drawing:
            self._drawing -= 1
