"""What stands in an unfolded page for what only Python-Markdown knows, and what becomes of it in cmark-gfm's HTML.

Each is a character for private use, which no reader gives a meaning.
"""

import re

OPEN, CLOSE = "\ue000", "\ue001"
"""The brackets of a placeholder such as `<describe the cache>`, which may become an element."""
TITLE, TERM, TAB = "###### \ue002", "###### \ue003", "###### \ue004"
"""A call-out's title, a term that is defined below, the head of a tab: headings, as these end with their line."""

ANY = re.compile("[\ue000-\ue004]")
_HEADING = re.compile(r"<h6[^>]*>([\ue002-\ue004])(.*?)</h6>")
_BECOMES = {"\ue002": r"<summary>{}</summary>", "\ue003": "<dl><dt>{}</dt></dl>", "\ue004": ""}


def resolved(html: str) -> str:
    """Return HTML with elements in place of the stand-ins."""
    html = _HEADING.sub(lambda heading: _BECOMES[heading[1]].format(heading[2]), html)
    return html.replace(OPEN, "&lt;").replace(CLOSE, "&gt;")
