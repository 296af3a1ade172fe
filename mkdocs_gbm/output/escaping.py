"""Text of pages as part of a Markdown document: it is read as it was written, and does nothing.

An address in it is still a link to itself.
"""

import re
from html import escape

from mkdocs_gbm.neutral import neutral

_MARKUP = re.compile(r"([\\`*_\[\]|~#!$])")
#: GitHub would notify people and link issues: what it looks for is parted by a character of no width.
_CALLS = re.compile(r"(@|\\#)(?=\w)")
_RUNS = re.compile(r"`+")


def escaped(text: str) -> str:
    """Return text for a paragraph, a list item or a table cell, never for the start of a line."""
    marked = _MARKUP.sub(r"\\\1", neutral(text))
    # As entities: Python-Markdown, where MkDocs shows the document, takes `\<b>` for a backslash and an element.
    return _CALLS.sub("\\1\u200b", escape(marked, quote=False))


def code(text: str) -> str:
    """Return text as a code span, whatever backticks are in it; for a list or a paragraph, not for a table."""
    text = neutral(text) or " "
    fence = "`" * (1 + max((len(run) for run in _RUNS.findall(text)), default=0))
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"
