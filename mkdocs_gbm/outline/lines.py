"""Line numbers for an outline that was read from a rendered page, out of a reading of the page's source."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from mkdocs_gbm.outline.model import Heading, Outline, TaskItem, Unit

_WORD = re.compile(r"[^\W_]+")
_Located = TypeVar("_Located", Heading, TaskItem, Unit)


@dataclass(frozen=True, slots=True)
class SourceLines:
    """Where things stand in a source: keys of their text with lines, in order."""

    headings: tuple[tuple[str, int], ...]
    blocks: tuple[tuple[str, int], ...]
    """Paragraphs, list items and table rows."""

    @classmethod
    def of(cls, outline: Outline) -> "SourceLines":
        """Return the lines of an outline that has them."""
        return cls(_keyed(outline.headings), _keyed(outline.units))


def with_lines(outline: Outline, lines: SourceLines) -> Outline:
    """Return an outline with the lines of its headings, task items and labels.

    What both readings have is aligned in order; the others keep no line.
    """
    labelled = iter(_aligned([unit for unit in outline.units if unit.label is not None], lines.blocks))
    return Outline(
        tuple(_aligned(outline.headings, lines.headings)),
        tuple(unit if unit.label is None else next(labelled) for unit in outline.units),
        tuple(_aligned(outline.tasks, lines.blocks)),
    )


def text_key(text: str) -> str:
    """Return what the same text is known by in both readings: its letters and digits, without box and attributes."""
    if text.isascii() and text.isalnum():
        return text.lower()
    return "".join(_WORD.findall(text.split("{", 1)[0].casefold()))


def _keyed(entries: Iterable[Heading | Unit]) -> tuple[tuple[str, int], ...]:
    return tuple((text_key(entry.text), entry.line) for entry in entries if entry.line is not None)


def _aligned(wanted: Iterable[_Located], having: tuple[tuple[str, int], ...]) -> list[_Located]:
    lines: dict[str, list[int]] = {}
    for key, line in reversed(having):
        lines.setdefault(key, []).append(line)
    found = []
    for entry in wanted:
        places = lines.get(text_key(entry.text))
        found.append(_at(entry, places.pop() if places else None))
    return found


def _at(entry: _Located, line: int | None) -> _Located:
    if entry.line == line:
        return entry
    match entry:  # as `replace` does, in half the time
        case Heading(level, text, anchor, _, first, end):
            return Heading(level, text, anchor, line, first, end)
        case Unit(kind, text, label, rest, links, linked, _, depth, open_task):
            return Unit(kind, text, label, rest, links, linked, line, depth, open_task)
    return TaskItem(entry.text, entry.ticked, entry.label, entry.links, line)
