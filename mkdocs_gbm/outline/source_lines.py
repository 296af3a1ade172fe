"""Where the parts of a rendered page stand in its source, found out as far as somebody asks.

A build judges hundreds of pages. Most of their headings are told from the lines that begin with `#`; cmark-gfm, which
knows the lines of everything, is asked only where that is not enough: for bold labels, task items, and other headings.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mkdocs_gbm.front_matter import Source, body_of
from mkdocs_gbm.outline.later import Later
from mkdocs_gbm.outline.lines import SourceLines, text_key, with_lines
from mkdocs_gbm.outline.markdown import lines_of
from mkdocs_gbm.outline.model import Heading, Outline

_MARK = re.compile(r"^(?:(`{3,}|~{3,})(.*)|#{1,6}[ \t]+(\S.*)|(<!--).*)$", re.MULTILINE)


def in_source(outline: Outline, text: str) -> Outline:
    """Return the outline of a rendered page with the lines of what it shows.

    Args:
        outline: What is on the page.
        text: Its source, front matter included.
    """
    source = body_of(text)

    @cache
    def lines() -> SourceLines:
        return lines_of(source)

    return Outline(
        _as_marked(outline, source) or tuple(with_lines(Outline(outline.headings), lines()).headings),
        outline.units,
        Later(lambda: tuple(with_lines(Outline(tasks=outline.tasks), lines()).tasks)),
        Later(lambda: tuple(unit.line for unit in with_lines(Outline(units=outline.units), lines()).units)),
        outline.anchors,
    )


def _as_marked(outline: Outline, source: Source) -> tuple[Heading, ...]:
    """Return the headings with their lines, if they are those that the source marks with `#`: no more, no fewer."""
    marked = list(_marked(source.body))
    if [key for key, _ in marked] != [text_key(heading.text) for heading in outline.headings]:
        return ()
    located = zip(outline.headings, marked, strict=True)
    return tuple(replace(heading, line=line + source.offset) for heading, (_, line) in located)


def _marked(body: str) -> Iterator[tuple[str, int]]:
    """Yield key and line of what begins with `#` outside fences and comments."""
    fence, line, counted, shown = "", 1, 0, 0
    for found in _MARK.finditer(body):
        marks, behind, heading, comment = found.groups()
        if found.start() < shown:
            continue
        if comment and not fence:
            shown = body.find("-->", found.start())
            if shown < 0:
                return  # no reader agrees with another one on what follows
        elif marks and not fence:
            fence = marks
        elif marks and marks.startswith(fence) and not behind.strip():
            fence = ""
        elif heading and not fence:
            line, counted = line + body.count("\n", counted, found.start()), found.start()
            yield text_key(heading), line
