"""The outline of a Markdown source, with line numbers, by way of cmark-gfm's HTML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

from mkdocs_gbm.front_matter import Source, body_of
from mkdocs_gbm.outline.html import read_html
from mkdocs_gbm.outline.lines import SourceLines, text_key
from mkdocs_gbm.outline.model import Heading, Outline

_BLOCK = re.compile(
    r'<(h[1-6]|li|p|tr) data-sourcepos="(\d+):[^"]*">(?:\n<p[^>]*>)?'
    r"((?:[^<]++|<(?!/h[1-6]\b|/p\b|/?li\b|/?ul\b|/?ol\b|/tr\b|table\b|pre\b))*+)(?=<)"
)
_TAG = re.compile(r"<[^>]*>")
_BOX = re.compile(r"^\[[ xX]\] ")
_OPTIONS = Options.CMARK_OPT_SOURCEPOS | Options.CMARK_OPT_UNSAFE


def read_markdown(text: str) -> Outline:
    """Read Markdown as GitHub does; lines count from 1 in `text`, its front matter included."""
    source = body_of(text)
    outline = read_html(render(source.body), offset=source.offset)
    if all(heading.line for heading in outline.headings):
        return outline
    return replace(outline, headings=tuple(_located(outline.headings, source)))


def _located(headings: Sequence[Heading], source: Source) -> Iterator[Heading]:
    """Yield the headings, those of raw HTML with the line that holds their text."""
    lines = source.body.split("\n")
    start = 0
    for heading in headings:
        if heading.line is not None:
            start = heading.line - source.offset
            yield heading
            continue
        found = next((number for number in range(start, len(lines)) if heading.text in lines[number]), None)
        start = start if found is None else found + 1
        yield replace(heading, line=None if found is None else found + 1 + source.offset)


def read_lines(text: str) -> SourceLines:
    """Read only on which lines the headings, items and labels of a Markdown page stand: much faster than all of it."""
    source = body_of(text)
    if "\n<h" in source.body or source.body.startswith("<h"):  # raw HTML, which cmark gives no positions
        return SourceLines.of(read_markdown(text))
    headings: list[tuple[str, int]] = []
    blocks: list[tuple[str, int]] = []
    for tag, line, html in _BLOCK.findall(render(source.body)):
        said = _TAG.sub("", html) if "<" in html else html
        said = unescape(said) if "&" in said else said
        located = headings if tag[0] == "h" else blocks
        located.append((text_key(_BOX.sub("", said) if tag == "li" else said), int(line) + source.offset))
    return SourceLines(tuple(headings), tuple(blocks))


def render(body: str) -> str:
    """Return Markdown without front matter as HTML, with source positions."""
    # cmark ends the text at a NUL character, and what follows must not vanish.
    html: str = github_flavored_markdown_to_html(body.replace("\0", "\ufffd"), options=_OPTIONS)
    return html
