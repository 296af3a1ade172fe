"""The headings, lists of tasks and code blocks at the top level of a page: beside them something can be put into it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_gbm.cmark import to_html
from mkdocs_gbm.front_matter import body_of
from mkdocs_gbm.outline.elements import HEADINGS

_LISTS = frozenset({"ul", "ol"})
_POSITION = re.compile(r"(\d{1,9}):(\d{1,9})-(\d{1,9}):\d{1,9}")
_CAPTIONED = re.compile(r"/{3,}[ \t]+\S")
_CAPTIONED_END = re.compile(r"/{3,}[ \t]*$")


@dataclass(slots=True)  # a page may have hundreds of thousands, and frozen ones take three times as long to make
class Block:
    """A heading, list of tasks or code block that stands in no other block, be it a list, quotation or HTML element."""

    tag: Final[str]
    """What it is in HTML: `h2`, `ul`, `ol`, `pre`."""
    first: Final[int]
    """Its first line in the file, from 1."""
    last: Final[int]
    """Its last line; blank ones may be among it at the end of a list."""

    @property
    def level(self) -> int:
        """Return a heading's level; 0 for what is none."""
        return HEADINGS.get(self.tag, 0)

    @property
    def tasks(self) -> bool:
        """Whether it is a list of tasks."""
        return self.tag in _LISTS


def top_level(text: str) -> tuple[Block, ...]:
    """Return the headings, lists of tasks and code blocks at the top level of a page, as cmark-gfm reads it."""
    source = body_of(text)
    html = to_html(source.body)
    body = LexborHTMLParser(html).body
    if body is None:
        return ()
    inside = _lines_in_blocks(source.body)
    sought = {"pre", *HEADINGS, *(_LISTS if "<input" in html else ())}
    found = (_block(node, tag, source.offset) for node in body.iter() if (tag := node.tag) and tag in sought)
    return tuple(block for block in found if block and block.first - source.offset not in inside)


def _block(node: LexborNode, tag: str, offset: int) -> Block | None:
    position = _POSITION.fullmatch(node.attributes.get("data-sourcepos") or "")
    if position is None:
        return None
    first, column, last = position.groups()
    if tag in _LISTS:
        if node.css_first('input[type="checkbox"]') is None:
            return None
    elif column != "1":
        return None  # cmark takes ` ## Caching` for a heading, Python-Markdown does not
    return Block(tag, int(first) + offset, int(last) + offset)


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
