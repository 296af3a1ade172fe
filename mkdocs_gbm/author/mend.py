"""Where absent sections and items go in a page, and the page with them: nothing else of it changes by a byte."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from mkdocs_gbm.author.blocks import Block, top_level
from mkdocs_gbm.author.source_lines import has_end, is_blank, newline_of, split_lines, without_mark
from mkdocs_gbm.standard import ChecklistItem, RequiredSection, Topic
from mkdocs_gbm.standard.render import render_section

_BELONGS_TO_NEXT = re.compile(r"<!--(?:(?!-->).)*-->\s*$|<a\s[^<>]*>\s*</a>\s*$")
_MARKER = re.compile(r"([ \t]*)([-*+])[ \t]")
_DEFAULT_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Insertion:
    """Something that is put into a page."""

    position: int
    """How many lines stand before it."""
    name: str
    """The section or item that it is."""
    text: str
    """Its Markdown, without a line's end behind it."""
    level: int = 0
    """The level of its heading; 0 for a checklist item."""
    joins: bool = False
    """Whether it goes on with the list in the line before it."""


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A page in lines and blocks."""

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    headings: tuple[Block, ...]
    """A page's only level-1 heading is left out: that is its title."""

    @classmethod
    def of(cls, text: str) -> "Anatomy":
        """Read a page, which may begin with a byte order mark."""
        _, rest = without_mark(text)
        blocks = top_level(rest)
        headings = [block for block in blocks if block.level]
        titles = [block for block in headings if block.level == 1]
        title = titles[0] if len(titles) == 1 else None
        return cls(tuple(split_lines(rest)), blocks, tuple(block for block in headings if block is not title))

    def before(self, heading: Block) -> int:
        """Return the position before a heading, and before a comment or anchor that stands right above it."""
        position = above = heading.first - 1
        while above > 0 and _BELONGS_TO_NEXT.match(self.lines[above - 1]):
            above -= 1
        # What stands below a line of text is a part of that paragraph.
        return above if above == 0 or is_blank(self.lines[above - 1]) else position

    def behind(self, heading: Block, level: int) -> int:
        """Return the position behind a heading's section: before the next heading of this level or above."""
        following = (other for other in self.headings if other.first > heading.first and other.level <= level)
        after = next(following, None)
        return self.before(after) if after else len(self.lines)


def sections_to_add(
    page: Anatomy, topic: Topic, standing: Mapping[str, int], absent: Collection[str]
) -> list[Insertion]:
    """Return where a topic's absent sections go: behind the section that precedes each in the template.

    Where none of those stands on the page, they go before the first that follows, else to the end.

    Args:
        page: The page that they are put on.
        topic: Its required sections, in the template's order.
        standing: The lines of the headings that mean required sections, by section.
        absent: The names of those that are to be added.
    """
    by_line = {heading.first: heading for heading in page.headings}
    headings = {name: by_line[line] for name, line in standing.items() if line in by_line}
    usual = _usual_level(page, headings.values())
    place: tuple[int, int] | None = None
    found = []
    for index, section in enumerate(topic.sections):
        if section.name in absent:
            place = place or _before_following(page, topic.sections[index:], headings) or (len(page.lines), usual)
            position, level = place
            found.append(Insertion(position, section.name, render_section(section, level), level))
        elif heading := headings.get(section.name):
            level = min(usual, heading.level)
            place = page.behind(heading, level), level
    return found


def _usual_level(page: Anatomy, standing: Iterable[Block]) -> int:
    levels = Counter(heading.level for heading in standing)
    if levels:
        return min(levels, key=lambda level: (-levels[level], level))
    several_titles = any(heading.level == 1 for heading in page.headings)
    return 1 if several_titles else _DEFAULT_LEVEL


def _before_following(
    page: Anatomy, sections: Sequence[RequiredSection], headings: Mapping[str, Block]
) -> tuple[int, int] | None:
    following = next((headings[section.name] for section in sections if section.name in headings), None)
    return (page.before(following), following.level) if following else None


def items_to_add(page: Anatomy, items: Iterable[ChecklistItem]) -> list[Insertion]:
    """Return where absent checklist items go: behind the last list of tasks, unticked; else to the end."""
    tasks = next((block for block in reversed(page.blocks) if block.tasks), None)
    if tasks is None:
        return [Insertion(len(page.lines), item.name, f"- {_item(item)}") for item in items]
    position = min(tasks.last, len(page.lines))
    while is_blank(page.lines[position - 1]):
        position -= 1
    marked = _MARKER.match(page.lines[tasks.first - 1])
    prefix = "".join(marked.groups()) if marked else "-"
    return [Insertion(position, item.name, f"{prefix} {_item(item)}", joins=True) for item in items]


def _item(item: ChecklistItem) -> str:
    return f"[ ] **{item.name}**" + (f": {item.meaning}" if item.meaning else "")


def put_in(text: str, insertions: Iterable[Insertion]) -> str:
    """Return a page with the insertions; those of one position stand in the order given, items before sections."""
    mark, rest = without_mark(text)
    lines = split_lines(rest)
    newline = newline_of(rest)
    ordered = sorted(insertions, key=lambda insertion: (-insertion.position, not insertion.joins))
    for position, here in groupby(ordered, key=lambda insertion: insertion.position):
        lines.insert(position, _between(lines, position, list(here), newline))
    return mark + "".join(lines)


def _between(lines: Sequence[str], position: int, insertions: Sequence[Insertion], newline: str) -> str:
    """Return what is put between two lines, with the line ends and blank lines around it."""
    before = lines[position - 1] if position else ""
    after = lines[position] if position < len(lines) else ""
    ended = has_end(before) or not before
    apart = not is_blank(before) and not insertions[0].joins
    text = ("" if ended else newline) + (newline if apart else "") + _joined(insertions).replace("\n", newline)
    if not after:
        text += newline if ended else ""
    else:
        text += newline + ("" if insertions[-1].joins or is_blank(after) else newline)
    return _unmerged(before, text, after)


def _unmerged(before: str, text: str, after: str) -> str:
    """Return text whose ends do not make one line's end out of two, in a file of mixed ones."""
    if before.endswith("\r") and text.startswith("\n"):
        text = "\r" + text[1:]
    if text.endswith("\r") and after.startswith("\n"):
        text = text[:-1] + "\n"
    return text


def _joined(insertions: Sequence[Insertion]) -> str:
    text = insertions[0].text
    for last, insertion in pairwise(insertions):
        text += ("\n\n" if last.level or insertion.level else "\n") + insertion.text
    return text
