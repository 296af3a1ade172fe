"""The outline of a Markdown source, with line numbers, by way of cmark-gfm's HTML."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from operator import itemgetter

from mkdocs_gbm.cmark import to_html, with_tables
from mkdocs_gbm.front_matter import Source, body_of
from mkdocs_gbm.outline.anchors import with_anchors
from mkdocs_gbm.outline.html import read_html
from mkdocs_gbm.outline.laid_open import laid_open
from mkdocs_gbm.outline.lines import SourceLines, aligned, text_key, with_lines
from mkdocs_gbm.outline.model import Heading, Outline
from mkdocs_gbm.outline.plain_html import read_plain_html
from mkdocs_gbm.outline.stand_ins import resolved

_BLOCK = re.compile(
    r'<(h[1-6]|li|p|tr) data-sourcepos="(\d{1,9}):[^"]*">(<input type="checkbox"[^>]*+> ?)?(?:\n<p[^>]*>)?'
    r"((?:[^<]++|<(?!/?h[1-6]\b|/?p\b|/?li\b|/?ul\b|/?ol\b|/tr\b|table\b|pre\b))*+)(?=<)"
)
_RAW_HEADING = re.compile(r"<[hH][1-6](?=[\s>])[^<>]*>((?:[^<]++|<(?!/?[hH][1-6]))*+)")
_TAG = re.compile(r"<[^>]*+(?:>|\Z)")
_BOX = re.compile(r"\[[ xX]\]\s")


def read_markdown(text: str) -> Outline:
    """Read Markdown as GitHub does; lines count from 1 in `text`, its front matter included."""
    return _read(body_of(text))


def _read(source: Source) -> Outline:
    outline = read_html(to_html(source.body), offset=source.offset)
    if all(heading.line for heading in outline.headings):
        return outline
    return replace(outline, headings=tuple(_located(outline.headings, source)))


def _located(headings: Sequence[Heading], source: Source) -> Iterator[Heading]:
    """Yield the headings, those of raw HTML with the line on which they begin."""
    known = [(text_key(heading.text), heading.line) for heading in headings if heading.line is not None]
    places = sorted([*known, *_raw_headings(source)], key=itemgetter(1))
    for heading, line in zip(headings, aligned(headings, places), strict=True):
        yield heading if heading.line is not None else replace(heading, line=line)


def _raw_headings(source: Source) -> Iterator[tuple[str, int]]:
    """Yield key and line of the headings that a source writes as HTML."""
    line, counted = source.offset + 1, 0
    for found in _RAW_HEADING.finditer(source.body):
        line, counted = line + source.body.count("\n", counted, found.start()), found.start()
        yield text_key(unescape(_TAG.sub("", found[1]))), line


def read_lines(text: str) -> SourceLines:
    """Read only on which lines the headings, items and labels of a Markdown page stand: much faster than all of it."""
    return lines_of(body_of(text))


def lines_of(source: Source) -> SourceLines:
    """Read the same of a page whose front matter was cut off."""
    body = laid_open(source.body)
    if "\n<h" in body or body.startswith("<h"):  # raw HTML, which cmark gives no positions
        return SourceLines.of(_read(Source({}, body, source.offset)))
    return _lines_in(to_html(body), source.offset)


def read_unfolded(body: str, offset: int, address: Callable[[str], str], unfolded: str | None = None) -> Outline:
    """Read Markdown that every reader reads alike, as its page on the built site is read.

    Args:
        body: The Markdown, without front matter and without raw HTML.
        offset: How many lines stand above it.
        address: Turns the target of a link into that of the built site.
        unfolded: The same with stand-ins, where every reader reads it alike only so.
    """
    # Bare addresses and `~` are text to Python-Markdown, and boxes are the reader's: cmark-gfm is to know tables alone.
    html = with_tables(unfolded or body)
    if unfolded is None or unfolded == body:
        return with_anchors(read_plain_html(html, offset, address))
    outline = read_plain_html(resolved(html), offset, address)
    return with_anchors(with_lines(outline, lines_of(Source({}, body, offset))))


def _lines_in(rendered: str, offset: int) -> SourceLines:
    """Return the lines of what cmark-gfm rendered."""
    headings: list[tuple[str, int]] = []
    blocks: list[tuple[str, int]] = []
    tasks: list[tuple[str, int]] = []
    for tag, line, box, html in _BLOCK.findall(rendered):
        text = _TAG.sub("", html) if "<" in html else html
        text = unescape(text) if "&" in text else text
        written = _BOX.match(text) if tag == "li" and not box else None
        place = text_key(text[written.end() :] if written else text), int(line) + offset
        (headings if tag[0] == "h" else blocks).append(place)
        if box or written:
            tasks.append(place)
    return SourceLines(tuple(headings), tuple(blocks), tuple(tasks))
