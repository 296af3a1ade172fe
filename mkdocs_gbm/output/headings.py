"""Where the headings of a rendered page stand, as offsets into its HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from mkdocs_gbm.outline.elements import HEADINGS

_CONTAINERS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form header hgroup html li main menu nav ol search section summary table tbody td tfoot th thead tr ul "
    "button label svg math picture video audio object canvas".split()
)


@dataclass(frozen=True, slots=True)
class Spot:
    """One heading of a page."""

    level: int
    anchor: str | None
    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    inside: tuple[int, ...]
    """The elements around it, outermost first; the numbers only tell them apart."""


@dataclass(frozen=True, slots=True)
class Spots:
    """The headings of a page in order, and where its content ends."""

    headings: tuple[Spot, ...]
    end: int
    """Offset after the author's content: before the footnotes, where there are some."""

    def at(self, anchor: str | None) -> Spot | None:
        """Return the heading with this anchor."""
        return next((spot for spot in self.headings if anchor and spot.anchor == anchor), None)

    def below(self, spot: Spot) -> int:
        """Return the offset at which the section of a heading ends, in the same element as the heading or around it."""
        following = self.headings[self.headings.index(spot) + 1 :]
        return next((other.start for other in following if _ends(other, spot)), self.end)


def find_headings(html: str) -> Spots:
    """Find all headings of a page's HTML."""
    finder = _Finder(html)
    finder.feed(html)
    finder.close()
    return Spots(tuple(finder.spots), len(html) if finder.footnotes is None else finder.footnotes)


def _ends(other: Spot, spot: Spot) -> bool:
    return other.level <= spot.level and spot.inside[: len(other.inside)] == other.inside


class _Finder(HTMLParser):
    """Notes where headings begin and end, and in which elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.spots: list[Spot] = []
        self.footnotes: int | None = None
        self._html = html
        self._lines = _line_starts(html)
        self._open: list[tuple[str, int]] = []
        self._heading: tuple[str, str | None, int] | None = None

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in HEADINGS:
            self._heading = (tag, dict(attrs).get("id"), self._offset())
        elif tag in _CONTAINERS:
            if not self._open and self.footnotes is None and "footnote" in (dict(attrs).get("class") or "").split():
                self.footnotes = self._offset()
            self._open.append((tag, self._offset()))

    def handle_endtag(self, tag: str) -> None:
        if self._heading and tag == self._heading[0]:
            _, anchor, start = self._heading
            end = self._html.find(">", self._offset()) + 1 or len(self._html)
            self.spots.append(Spot(HEADINGS[tag], anchor, start, end, tuple(number for _, number in self._open)))
            self._heading = None
        last = next((index for index in range(len(self._open) - 1, -1, -1) if self._open[index][0] == tag), None)
        if last is not None:
            del self._open[last:]

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _line_starts(html: str) -> list[int]:
    starts = [0]
    for line in html.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
