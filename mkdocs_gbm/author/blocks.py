"""The blocks at the top level of a page: between them something can be put without breaking one up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_gbm.front_matter import body_of
from mkdocs_gbm.outline.elements import HEADINGS
from mkdocs_gbm.outline.markdown import render

_POSITION = re.compile(r"(\d{1,9}):(\d{1,9})-(\d{1,9}):\d{1,9}")
_CAPTIONED = re.compile(r"/{3,}[ \t]+\S")
_CAPTIONED_END = re.compile(r"/{3,}[ \t]*$")


@dataclass(slots=True)  # a page may have hundreds of thousands, and frozen ones take three times as long to make
class Block:
    """One block that stands in no other: no list, quotation, fence or HTML element is around it."""

    tag: Final[str]
    """What it is in HTML: `h2`, `ul`, `pre`."""
    first: Final[int]
    """Its first line in the file, from 1."""
    last: Final[int]
    """Its last line; blank ones may be among it at the end of a list."""
    tasks: Final[bool] = False
    """Whether it holds boxes to tick."""

    @property
    def level(self) -> int:
        """Return a heading's level; 0 for what is none."""
        return HEADINGS.get(self.tag, 0)


def top_level(text: str) -> tuple[Block, ...]:
    """Return the blocks at the top level of a page, as cmark-gfm reads it."""
    source = body_of(text)
    html = render(source.body)
    body = LexborHTMLParser(html).body
    if body is None:
        return ()
    inside = _lines_in_blocks(source.body)
    boxes = "<input" in html  # looking for them in each of many lists would take seconds
    found = (_block(node, source.offset, boxes=boxes) for node in body.iter())
    return tuple(block for block in found if block and block.first - source.offset not in inside)


def _block(node: LexborNode, offset: int, *, boxes: bool) -> Block | None:
    position = _POSITION.fullmatch(node.attributes.get("data-sourcepos") or "")
    if position is None or node.tag is None:
        return None
    first, column, last = map(int, position.groups())
    tasks = boxes and node.tag in ("ul", "ol") and node.css_first('input[type="checkbox"]') is not None
    if column > 1 and node.tag not in ("ul", "ol"):
        return None  # cmark takes ` ## Caching` for a heading, Python-Markdown does not
    return Block(node.tag, first + offset, last + offset, tasks)


def _lines_in_blocks(body: str) -> frozenset[int]:
    """Return the lines between `/// tab | Title` and `///`, whose content is not indented."""
    return frozenset(_numbers_in_blocks(body)) if "///" in body else frozenset()


def _numbers_in_blocks(body: str) -> Iterator[int]:
    depth = 0
    for number, line in enumerate(body.split("\n"), start=1):
        if _CAPTIONED.match(line):
            depth += 1
        elif depth and _CAPTIONED_END.match(line):
            depth -= 1
        if depth:
            yield number
