"""The outline of a plain page, read from its blocks: every Markdown reader would read it so.

cmark-gfm and its HTML took four times as long. Headings are read when they are asked for, and units when something
under one of them is to be judged: most pages of a large site need not be read so far.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

from mkdocs_gbm.outline import elements
from mkdocs_gbm.outline.anchors import anchors_of
from mkdocs_gbm.outline.draft import Draft, clean, without_mark
from mkdocs_gbm.outline.later import Later
from mkdocs_gbm.outline.model import Heading, Outline, TaskItem, Unit, UnitKind
from mkdocs_gbm.outline.plain_blocks import Block, Blocks
from mkdocs_gbm.outline.plain_text import Writer, is_marked
from mkdocs_gbm.outline.tree import BOX_DRAWING, nested

_Read = tuple[Unit, TaskItem | None]

_BULLET = re.compile(r"^( {4})?(?:[-*+]|\d+\.) ", re.MULTILINE)
_QUOTED = re.compile(r"^> ", re.MULTILINE)


def read_plain(blocks: Blocks, offset: int, address: Callable[[str], str]) -> Outline:
    """Read the outline of a plain page, as its page on the built site is read.

    Args:
        blocks: What stands on the page.
        offset: How many lines stand above its Markdown.
        address: Turns the targets of links and images into those of the built site.
    """
    page = _PlainPage(blocks, offset, address)
    return Outline(Later(page.headings), Later(page.units), Later(page.tasks))


class _PlainPage:
    """Reads the blocks of one page."""

    def __init__(self, blocks: Blocks, offset: int, address: Callable[[str], str]) -> None:
        self._blocks = blocks
        self._offset = offset
        self._writer = Writer(address)

    def headings(self) -> tuple[Heading, ...]:
        """Return the headings, without reading the units below them."""
        levels: list[int] = []
        texts: list[str] = []
        lines: list[int] = []
        firsts: list[int] = []
        units = 0
        for block, line in self._located():
            if block.kind == "heading":
                marks, _, text = block.text.partition(" ")
                levels.append(len(marks))
                texts.append(_heading_text(text))
                lines.append(line)
                firsts.append(units)
            else:
                units += self._count(block)
        return nested(list(zip(levels, texts, anchors_of(texts), lines, firsts, strict=True)), units)

    def units(self) -> tuple[Unit, ...]:
        """Return all units, in order."""
        return tuple([unit for unit, _ in self._read])

    def tasks(self) -> tuple[TaskItem, ...]:
        """Return all items with a box to tick."""
        return tuple([task for _, task in self._read if task])

    @cached_property
    def _read(self) -> list[_Read]:
        read: list[_Read] = []
        for block, line in self._located():
            if block.kind == "paragraph" and not is_marked(block.text):
                read.append((Unit(UnitKind.PROSE, clean(block.text), line=line), None))  # as most of them are
            else:
                read.extend(self._units(block, line))
        return read

    def _located(self) -> Iterator[tuple[Block, int]]:
        """Yield the blocks with their lines."""
        line = self._offset + self._blocks.above + 1
        for block in self._blocks.blocks:
            yield block, line
            line += block.text.count("\n")

    def _count(self, block: Block) -> int:
        """Return how many units a block is, without reading it where that is possible."""
        kind = block.kind
        if "![" in block.text:
            return sum(1 for _ in self._units(block, 0))
        if kind == "list":
            return len(_BULLET.findall(block.text))
        if kind == "table":
            return block.text.rstrip().count("\n")
        if kind == "fence":
            return bool(_code(block).strip())
        return kind in ("paragraph", "quote")

    def _units(self, block: Block, line: int) -> Iterator[_Read]:
        kind = block.kind
        if kind in ("paragraph", "quote"):
            text = _QUOTED.sub("", block.text) if kind == "quote" else block.text
            yield from self._unit(UnitKind.PROSE, text, line)
        elif kind == "list":
            yield from self._items(block.text, line)
        elif kind == "table":
            yield from self._rows(block.text, line)
        elif kind == "fence" and (code := _code(block)).strip():
            language = (block.language or "").casefold()
            drawn = language in elements.DIAGRAM_LANGUAGES or BOX_DRAWING.search(code)
            yield Unit(UnitKind.DIAGRAM if drawn else UnitKind.CODE, code.strip("\n"), line=line), None

    def _items(self, text: str, line: int) -> Iterator[_Read]:
        bullets = list(_BULLET.finditer(text))
        starts = [bullet.start() for bullet in bullets]
        done = 0
        for bullet, start, end in zip(bullets, starts, [*starts[1:], len(text)], strict=True):
            line += text.count("\n", done, start)
            done = start
            yield from self._unit(UnitKind.ITEM, text[bullet.end() : end], line, depth=2 if bullet[1] else 1)

    def _rows(self, text: str, line: int) -> Iterator[_Read]:
        for above, row in enumerate(text.rstrip().split("\n")):
            if above == 1:
                continue  # the line between the header and the rows
            draft = Draft(UnitKind.ROW if above else UnitKind.HEADER, line + above)
            for cell in row.strip()[1:-1].split("|"):
                draft.cell()
                yield from self._images(cell, draft)
            yield from _finished(draft)

    def _unit(self, kind: UnitKind, text: str, line: int, depth: int = 0) -> Iterable[_Read]:
        if not is_marked(text):
            return ((Unit(kind, clean(text), line=line, depth=depth), None),)
        return self._marked(Draft(kind, line, depth), text)

    def _marked(self, draft: Draft, text: str) -> Iterator[_Read]:
        yield from self._images(text, draft)
        yield from _finished(draft)

    def _images(self, text: str, draft: Draft) -> Iterator[_Read]:
        for image in self._writer.write(text, draft):
            yield image, None


def _finished(draft: Draft) -> Iterator[_Read]:
    unit, task = draft.finish()
    if unit:
        yield unit, task


def _code(block: Block) -> str:
    """Return the lines of a fence."""
    return block.text.rstrip().partition("\n")[2].rpartition("\n")[0] + "\n"


@lru_cache(maxsize=8192)
def _heading_text(source: str) -> str:
    """Return the words of a heading; many pages of a site have the same headings."""
    if not is_marked(source):
        return without_mark(clean(source.replace("`", "")))
    draft = Draft(UnitKind.PROSE, None)
    list(Writer(str).write(source, draft))  # no image is in a plain page's heading
    return draft.heading_text()
