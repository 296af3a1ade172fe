"""The outline of HTML as cmark-gfm writes it of a page without HTML of its own: much faster than any HTML."""

import re
from collections.abc import Callable
from functools import partial
from html import unescape

from mkdocs_gbm.outline import elements
from mkdocs_gbm.outline.draft import Draft, row_of
from mkdocs_gbm.outline.html import Reader
from mkdocs_gbm.outline.model import Outline, Unit, UnitKind

_TOKEN = re.compile(
    r"<(p|li|h[1-6])([^>]*+)>([^<]++)</(?:p|li|h[1-6])>\n*+"
    r"|<dl><dt>([^<]++)</dt></dl>\n*+"
    r"|<tr([^>]*+)>\n((?:<t[dh][^>]*+>[^<]*+</t[dh]>\n)++)</tr>\n*+"
    r'|([^<]++)|<pre([^>]*)><code(?: class="language-([^"]*)")?>([^<]*+)</code></pre>'
    r"|<(/?)([a-z]++[1-6]?)([^>]*+)>|<!--.*?-->",
    re.DOTALL,
)
_CELL = re.compile(r"<t[dh][^>]*+>([^<]*+)")
_LISTS = frozenset({"ul", "ol", "dl", "dt"})
_ROWS = {"thead": UnitKind.HEADER, "tbody": UnitKind.ROW}
_KINDS = {"li": UnitKind.ITEM}
_POSITION = ' data-sourcepos="'
_TARGET = re.compile(r' (?:href|src)="([^"]*)"')
_ALT = re.compile(r' alt="([^"]*)"')


def read_plain_html(html: str, offset: int, address: Callable[[str], str]) -> Outline:
    """Read the outline of a page from cmark-gfm's HTML.

    Args:
        html: What cmark-gfm wrote, with no other HTML in it than comments.
        offset: Lines to add to the source positions in it.
        address: Turns the targets of links and images into those of the built site.
    """
    reader = _PlainReader(offset, address)
    reader.feed(html)
    return reader.outline()


class _PlainReader(Reader):
    """Reads tags as they come: cmark-gfm closes what it opens."""

    def __init__(self, offset: int, address: Callable[[str], str]) -> None:
        super().__init__(offset, address)
        self._row = UnitKind.ROW

    def feed(self, html: str) -> None:
        """Read everything."""
        found = _TOKEN.findall(html)
        for block, position, alone, term, row, cells, text, fenced, language, code, end, tag, attributes in found:
            if block:
                self._whole(block, position, unescape(alone) if "&" in alone else alone)
            elif cells:
                self._whole_row(row, cells)
            elif term:
                self._term(unescape(term) if "&" in term else term)
            elif text == "\n" and self._draft is None:
                continue  # between two blocks
            elif text:
                self._text(unescape(text) if "&" in text else text)
            elif code:
                self._place(fenced)
                self._code(unescape(code), partial(_is_drawn, language))
            elif end:
                self._leave(tag)
            elif tag:
                self._open(tag, attributes)
        self._flush()

    def _whole(self, tag: str, position: str, text: str) -> None:
        """Read a block that holds text and no element."""
        self._place(position)
        if not self._alone(tag, text, {}):
            self._open(tag, "")
            self._text(text)
            self._leave(tag)

    def _whole_row(self, position: str, cells: str) -> None:
        """Read a row whose cells hold text and no element."""
        self._place(position)
        self._flush()
        text, label, rest = row_of([unescape(cell).replace("`", "'") for cell in _CELL.findall(cells)])
        self._units.append(Unit(self._row, text, label, rest, line=self._line, depth=self._depth))

    def _term(self, text: str) -> None:
        """Read a term that is defined below it, as `stand_ins` writes one of nothing but text: never in a table."""
        self._flush()
        self._draft = Draft(UnitKind.PROSE, self._line, self._depth + 1)
        self._draft.write(text.replace("`", "'"), bold=True, link="")
        self._flush()

    def _place(self, attributes: str) -> None:
        if attributes.startswith(_POSITION):
            self._locate(attributes[len(_POSITION) :])

    def _open(self, tag: str, attributes: str) -> None:
        self._place(attributes)
        if tag in _LISTS:
            self._block(tag, UnitKind.PROSE, None)
        elif tag == "img":
            self._image({"src": _target(attributes), "alt": _first(_ALT, attributes)})
        elif tag == "a":
            self._link(self._address(_target(attributes)))
        elif tag == "summary":
            self._title()
        elif tag in elements.BLOCKS or tag in elements.HEADINGS:
            self._row = _ROWS.get(tag, self._row)
            self._block(tag, self._row if tag == "tr" else _KINDS.get(tag, UnitKind.PROSE), None)
            if tag == "hr":
                self._leave(tag)
        else:
            self._inline(tag, {})


def _is_drawn(language: str) -> bool:
    return language.casefold() in elements.DIAGRAM_LANGUAGES


def _target(attributes: str) -> str:
    return _first(_TARGET, attributes)


def _first(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes)
    return unescape(found[1]) if found else ""
