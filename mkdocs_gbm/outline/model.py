"""What one page really holds.

A page may have hundreds of thousands of units and headings, and frozen dataclasses take three times as long to make. So
those of which a page has many are not frozen: that nobody changes them is told to the type checker, field by field.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from operator import attrgetter
from typing import Final

_FIRST = attrgetter("first")


class UnitKind(Enum):
    """The forms that content takes."""

    PROSE = "prose"
    ITEM = "item"
    ROW = "row"
    HEADER = "header"
    """The header row of a table: says what would stand there, and is no content."""
    TITLE = "title"
    """The title of a call-out: names what stands there, and is no content."""
    CODE = "code"
    DIAGRAM = "diagram"
    """A diagram as text: Mermaid, PlantUML, box drawings in a fence."""
    IMAGE = "image"
    """An image, an SVG, an embedded video."""


@dataclass(slots=True, unsafe_hash=True)
class Unit:
    """One paragraph, list item, table row, fence or image."""

    kind: Final[UnitKind]
    text: Final[str]
    """Its text. Inline code stands in backticks, cells are separated by ` | `, an unknown element such as
    `<describe the cache>` reads as it was written."""
    label: Final[str | None] = None
    """The bold words that it begins with."""
    rest: Final[str] = ""
    """What follows the label, without the colon or dash between them."""
    links: Final[tuple[str, ...]] = ()
    """Targets of the links in it."""
    linked: Final[str] = ""
    """The text of those links."""
    line: Final[int | None] = None
    """Its first line in the source, from 1, when the reader knew it."""
    depth: Final[int] = 0
    """How many lists it stands in."""
    open_task: Final[bool] = False
    """Whether it is a task that is not ticked."""


@dataclass(slots=True, unsafe_hash=True)
class Heading:
    """One heading and the range of units below it."""

    level: Final[int]
    text: Final[str]
    anchor: Final[str | None]
    line: Final[int | None]
    first: Final[int]
    """Index of the first unit below it."""
    end: Final[int]
    """Index after its last unit: content below deeper headings is its own."""


@dataclass(slots=True, unsafe_hash=True)
class TaskItem:
    """A list item with a box to tick."""

    text: Final[str]
    ticked: Final[bool]
    label: Final[str | None] = None
    links: Final[tuple[str, ...]] = ()
    line: Final[int | None] = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What kinds of content a stretch of a page holds."""

    words: int
    table: bool
    code: bool
    diagram: bool
    list: bool
    links: tuple[str, ...]

    @classmethod
    def of(cls, units: tuple[Unit, ...]) -> "Facts":
        """Count what these units hold."""
        kinds = {unit.kind for unit in units}
        return cls(
            words=sum(len(unit.text.split()) for unit in units if unit.kind not in (UnitKind.HEADER, UnitKind.TITLE)),
            table=UnitKind.ROW in kinds,
            code=UnitKind.CODE in kinds,
            diagram=bool(kinds & {UnitKind.DIAGRAM, UnitKind.IMAGE}),
            list=UnitKind.ITEM in kinds,
            links=tuple(link for unit in units for link in unit.links),
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a page as a tree over its units, and its task list items."""

    headings: Sequence[Heading] = ()
    units: Sequence[Unit] = ()
    tasks: Sequence[TaskItem] = ()
    lines: Sequence[int | None] = ()
    """The lines of the units, where these do not know them; only those that begin with a label have one."""
    anchors: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The anchors that are no heading's, each with the index of the unit that it stands in or before. Two readings
    are the same without them: what extensions make links to themselves with, only one of them knows."""
    _anchored: dict[str | None, Heading] = field(default_factory=dict, init=False, compare=False, repr=False)
    """The headings by their anchors, once one was asked for: of several with one anchor, the first."""

    def line_of(self, index: int) -> int | None:
        """Return the line of a unit."""
        return self.lines[index] if self.lines else self.units[index].line

    @property
    def title(self) -> Heading | None:
        """The only level-1 heading; a page that has several has no title."""
        first_level = [heading for heading in self.headings if heading.level == 1]
        return first_level[0] if len(first_level) == 1 else None

    def under(self, heading: Heading) -> tuple[Unit, ...]:
        """Return the units below a heading, down to the next one of its level or above."""
        return tuple(self.units[heading.first : heading.end])

    def facts(self, heading: Heading) -> Facts:
        """Return what kinds of content stand below a heading."""
        return Facts.of(self.under(heading))

    def at(self, anchor: str) -> Heading | None:
        """Return the heading with this anchor."""
        if not self._anchored:
            self._anchored.update((heading.anchor, heading) for heading in reversed(self.headings))
        return self._anchored.get(anchor)

    def below(self, anchor: str) -> tuple[Unit, ...] | None:
        """Return what stands at an anchor, down to where its section ends; `None` where the page has no such anchor."""
        heading = self.at(anchor)
        if heading is not None:
            return self.under(heading)
        first = self.anchors.get(anchor)
        return None if first is None else tuple(self.units[first : self._end(first)])

    def _end(self, first: int) -> int:
        """Return the index after the last unit that belongs to what begins at one."""
        after = bisect_right(self.headings, first, key=_FIRST)
        if after and self.headings[after - 1].first == first:
            return self.headings[after - 1].end  # an anchor right above or below a heading means its section
        return self.headings[after].first if after < len(self.headings) else len(self.units)
