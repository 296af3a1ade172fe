"""A unit while it is being read: text is added until the next block begins."""

import re
from dataclasses import dataclass, field

from mkdocs_gbm.outline.model import TaskItem, Unit, UnitKind

_TASK = re.compile(r"(?<!\s)\s*\[([ xX])\](?=\s|$)\s*")
_AFTER_LABEL = re.compile(r"^[\s:.\u2013\u2014-]+")
_CELL = "\x1f"
_TITLE_WORDS = 4
"""A call-out's title of more words is a sentence, and content."""
_BEFORE_LABEL = 100
"""A label stands at the beginning: behind so many signs, bold words are none."""
_PAIR = 2
"""Cells of a row whose first one labels the second."""
_TABULAR = (UnitKind.ROW, UnitKind.HEADER)


@dataclass(slots=True)
class Draft:
    """The text of one block, with what stands out in it."""

    kind: UnitKind
    line: int | None
    depth: int = 0
    heading: tuple[int, str | None] | None = None
    """Level and anchor, when the block is a heading and becomes no unit."""
    _text: list[str] = field(default_factory=list)
    _links: list[str] = field(default_factory=list)
    _linked: list[str] = field(default_factory=list)
    _label: list[str] = field(default_factory=list)
    _before: str = ""
    """What stands before a label that may still come."""
    _label_open: bool = True
    """Whether bold text may still begin or go on with the label."""
    _ticked: bool | None = None
    _blank: bool = True
    _cells: int = 0

    @property
    def tabular(self) -> bool:
        """Whether this is a table row, in which blocks do not end the unit."""
        return self.kind in _TABULAR

    @property
    def blank(self) -> bool:
        """Whether nothing was written yet."""
        return self._blank

    def write(self, text: str, *, bold: bool, link: str) -> None:
        """Add text, knowing what it stands in."""
        if self._label_open:
            self._lead(text, bold=bold)
        self._text.append(text)
        self._blank = self._blank and not text.strip()
        if link:
            self._linked.append(text)

    def link(self, target: str) -> None:
        """Note a link in the block."""
        self._links.append(target)

    def cell(self) -> None:
        """Begin the next cell of a row."""
        if self._cells:
            self._text.append(_CELL)
        self._cells += 1

    def tick(self, *, ticked: bool) -> None:
        """Note a box at the beginning of a list item."""
        if self.kind is UnitKind.ITEM and self.blank:
            self._ticked = ticked

    def heading_text(self) -> str:
        """Return the words of a heading."""
        return without_mark(clean("".join(self._text).replace("`", "")))

    def finish(self) -> tuple[Unit | None, TaskItem | None]:
        """Return the unit, and the task item where it is one; a block without words is none."""
        raw = "".join(self._text)
        if self.kind is UnitKind.ITEM and "[" in raw and (box := _TASK.match(raw)):
            raw, self._ticked = raw[box.end() :], box[1] != " "
        text, label, rest = row_of(raw.split(_CELL)) if self.tabular else self._split(clean(raw))
        if not text and not self.tabular:
            return None, None
        kind = self.kind
        if kind is UnitKind.TITLE and len(text.split()) > _TITLE_WORDS:
            kind = UnitKind.PROSE
        links = tuple(self._links)
        linked = clean(" ".join(self._linked)) if self._linked else ""
        unit = Unit(kind, text, label, rest, links, linked, self.line, self.depth, self._ticked is False)
        if self._ticked is None or not text:
            return unit, None
        return unit, TaskItem(text, self._ticked, label, links, self.line)

    def _lead(self, text: str, *, bold: bool) -> None:
        if self.tabular or (not bold and not self._text and text[:1].isalnum()):
            self._label_open = False  # a row is labelled by its first cell, and most paragraphs by nothing
        elif bold:
            self._label.append(text)
        elif self._label:
            self._label_open = not text.strip() and "\n" not in text
        else:
            self._before += text
            self._label_open = len(self._before) < _BEFORE_LABEL and not _has_word(_TASK.sub("", self._before, count=1))

    def _split(self, text: str) -> tuple[str, str | None, str]:
        """Return text, label and what follows it."""
        label = clean("".join(self._label)) if self._label else ""
        if not label or not _has_word(label) or label not in text:
            return text, None, ""
        rest = text[text.index(label) + len(label) :]
        return text, label.rstrip(":. "), _AFTER_LABEL.sub("", rest) if rest else ""


def row_of(cells: list[str]) -> tuple[str, str | None, str]:
    """Return the text of a row, with its first cell as the label of the second where there are two."""
    cells = [clean(cell) for cell in cells]
    text = " | ".join(cells) if any(cells) else ""
    return (text, cells[0] or None, cells[1]) if len(cells) == _PAIR else (text, None, "")


def clean(text: str) -> str:
    """Return text with single spaces between its words, and none at its ends."""
    return " ".join(text.split())


def without_mark(text: str) -> str:
    """Return a heading's text without the sign that links to it."""
    return text.rstrip("\u00b6").rstrip()


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))
