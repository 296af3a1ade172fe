"""Line numbers for an outline that was read from a rendered page, out of a reading of the page's source.

A page may show what its source does not hold (a snippet, what a macro wrote), and a source may hold what its page does
not show. So what is said once on either side is paired first, and between two such pairs the same words are the same
thing only where both sides hold them equally often. A wrong line is worse than none.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_gbm.outline.model import Heading, Outline, TaskItem, Unit, UnitKind

_WORD = re.compile(r"[^\W_]+")
_KEPT = {code: chr(code).lower() if chr(code).isalnum() else None for code in range(128)}
_NOTE = re.compile(r"\[\^[^\]\[\s]+\]")
_EMOJI = re.compile(r":[a-z0-9_+-]+:")
_SHOWN = frozenset({UnitKind.CODE, UnitKind.DIAGRAM, UnitKind.IMAGE})
"""What is no block of words."""

_Place = tuple[str, int]
"""The key of a text, and its line."""


@dataclass(frozen=True, slots=True)
class SourceLines:
    """Where things stand in a source: keys of their text with lines, in order."""

    headings: tuple[_Place, ...]
    blocks: tuple[_Place, ...]
    """Paragraphs, list items and table rows."""
    tasks: tuple[_Place, ...]
    """List items with a box."""

    @classmethod
    def of(cls, outline: Outline) -> "SourceLines":
        """Return the lines of an outline that has them."""
        return cls(_keyed(outline.headings), _keyed(outline.units), _keyed(outline.tasks))


def with_lines(outline: Outline, lines: SourceLines) -> Outline:
    """Return an outline with the lines of its headings, task items and labels.

    What is not surely the same in both readings keeps no line.
    """
    headings = aligned(outline.headings, lines.headings)
    tasks = aligned(outline.tasks, lines.tasks)
    return Outline(
        tuple([_heading_at(heading, line) for heading, line in zip(outline.headings, headings, strict=True)]),
        _labels_at(outline.units, lines.blocks),
        tuple([_task_at(task, line) for task, line in zip(outline.tasks, tasks, strict=True)]),
        anchors=outline.anchors,
    )


def aligned(entries: Sequence[Heading | Unit | TaskItem], places: Sequence[_Place]) -> list[int | None]:
    """Return the lines of what was read of a page, in order, out of the places in its source."""
    wanted = [text_key(entry.text) for entry in entries]
    having = [key for key, _ in places]
    if wanted == having:
        return [line for _, line in places]
    found: list[int | None] = [None] * len(wanted)
    for entry, place in _paired(wanted, having):
        found[entry] = places[place][1]
    return found


def text_key(text: str) -> str:
    """Return what the same text is known by in both readings: its letters and digits.

    Attributes behind it, marks of footnotes and emoji with a name stand in a source alone.
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    if "[^" in text:
        text = _NOTE.sub("", text)
    text = text.split("{", 1)[0]
    if ":" in text:
        text = _EMOJI.sub("", text)
    if text.isascii():
        return text.translate(_KEPT)  # as below, in an eighth of the time
    text = text.casefold()
    return "".join(_WORD.findall(text))


def _keyed(entries: Iterable[Heading | Unit | TaskItem]) -> tuple[_Place, ...]:
    return tuple((text_key(entry.text), entry.line) for entry in entries if entry.line is not None)


def _labels_at(units: Sequence[Unit], blocks: Sequence[_Place]) -> tuple[Unit, ...]:
    """Return units of which those with a label have their lines, told by all that stands around them."""
    if all(unit.label is None for unit in units):
        return tuple(units)
    lines = iter(aligned([unit for unit in units if unit.kind not in _SHOWN], blocks))
    told = ((unit, None if unit.kind in _SHOWN else next(lines)) for unit in units)
    return tuple([unit if unit.label is None else _unit_at(unit, line) for unit, line in told])


def _paired(wanted: Sequence[str], having: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield which of the wanted keys is which of the others, by their indices."""
    there = _once(having)
    sure = _rising([(index, there[key]) for key, index in _once(wanted).items() if key in there])
    yield from sure
    for (before, above), (after, below) in pairwise([(-1, -1), *sure, (len(wanted), len(having))]):
        if after - before > 1 and below - above > 1:
            yield from _as_often(_indices(wanted, before + 1, after), _indices(having, above + 1, below))


def _once(keys: Sequence[str]) -> dict[str, int]:
    """Return the index of each key that there is once, in order."""
    counts = Counter(keys)
    return {key: index for index, key in enumerate(keys) if key and counts[key] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that are in the same order on both sides; they are in the first one's."""
    least: list[int] = []  # by the length of a run: the least that one may end with, and which pair that is
    last: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        length = bisect_left(least, second)
        least[length : length + 1] = [second]
        last[length : length + 1] = [index]
        before.append(last[length - 1] if length else -1)
    run = []
    at = last[-1] if last else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _indices(keys: Sequence[str], start: int, end: int) -> dict[str, list[int]]:
    """Return where each key stands within a range."""
    found: dict[str, list[int]] = {}
    for index in range(start, end):
        if keys[index]:
            found.setdefault(keys[index], []).append(index)
    return found


def _as_often(wanted: dict[str, list[int]], having: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    for key, indices in wanted.items():
        places = having.get(key, ())
        if len(places) == len(indices):
            yield from zip(indices, places, strict=True)


# As `replace` does, in half the time.


def _heading_at(heading: Heading, line: int | None) -> Heading:
    if heading.line == line:
        return heading
    return Heading(heading.level, heading.text, heading.anchor, line, heading.first, heading.end)


def _task_at(task: TaskItem, line: int | None) -> TaskItem:
    return TaskItem(task.text, task.ticked, task.label, task.links, line)


def _unit_at(unit: Unit, line: int | None) -> Unit:
    if unit.line == line:
        return unit
    return Unit(unit.kind, unit.text, unit.label, unit.rest, unit.links, unit.linked, line, unit.depth, unit.open_task)
