"""Words in angle brackets that a browser takes for an element whose content it does not show."""

import re
from collections.abc import Iterator

_SWALLOWING = (
    "style script title textarea xmp iframe noembed noframes plaintext noscript template select svg math object audio "
    "video canvas"
)
_TOKEN = re.compile(rf"<({'|'.join(_SWALLOWING.split())})\b[^<>]*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCED = re.compile(r"^[ \t]*(`{3,}|~{3,}).*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_LINE = re.compile(r"[^\n]+")


def first_swallowing(markdown: str) -> tuple[int, str] | None:
    """Return the first such token of a Markdown text with its line (from 1).

    An element that is closed further down is meant as HTML, and stays. Code and comments are no HTML to a browser.
    """
    return next(_swallowing(markdown), None) if _TOKEN.search(markdown) else None


def _swallowing(markdown: str) -> Iterator[tuple[int, str]]:
    text = markdown
    for unread in (_COMMENT, _FENCED, _CODE_SPAN):
        text = unread.sub(lambda found: _LINE.sub("", found[0]), text)
    lowered = text.casefold()
    for found in _TOKEN.finditer(text):
        if f"</{found[1].casefold()}" not in lowered[found.end() :]:
            yield text.count("\n", 0, found.start()) + 1, found[0]
