"""Tell pages that every Markdown reader reads alike: what stands on them is on a list of what surely agrees.

The list is of what is allowed, since a list of what is not can never be complete: whatever is not surely read alike
by cmark-gfm and by Python-Markdown, with any of the extensions that `dialect` knows, makes the page not plain.
First the blocks are told apart by how their lines begin, then the text in them is looked through: nothing that
begins on a line ends on another one.
"""

import re

from mkdocs_gbm.outline.elements import DIAGRAM_LANGUAGES
from mkdocs_gbm.outline.plain_blocks import EMPTY, LINE, LIST, TABLE
from mkdocs_gbm.outline.stand_ins import CLOSE, OPEN

# --- what stands in a line

#: Elements whose content Python's HTML parser takes for text up to their end, wherever they begin.
_RAW = r"script|style|title|textarea|iframe|noembed|noframes|xmp|plaintext|pre"
_IN_CODE = rf"\\(?!`)|<(?=[\s\d=])|<(?!(?:{_RAW})\b)[A-Za-z][\w .-]*>"
_CODE = rf"`(?![`\s]|\#!|:::)(?:[^`\n<\\|]|{_IN_CODE})++(?<!\s)`(?!`)"
_CODE_WITH_BARS = rf"`(?![`\s]|\#!|:::)(?:[^`\n<\\]|{_IN_CODE})++(?<!\s)`(?!`)"
_SNAKE = r"(?<=[^\W_])_(?=[^\W_])"
_ADDRESS = r"<https?://[A-Za-z0-9./-]++>"
_SIGN = rf"!(?!\[)|&(?![#\w])|<(?=[ \d=\u2026])|{_SNAKE}"
#: Within a paragraph a line ends where the next one surely goes on.
_BREAK = r"\n(?=[^\W\d_])"
_TARGET = r"\((?!\))[A-Za-z0-9_./#?=%+:,;~@-]++\)"
_LINK = rf"\[(?!\^)(?:[^`*_\[\]<>&\\{{}}|!\n{OPEN}{CLOSE}]|&(?= )|{_CODE}|{_SNAKE}|{_BREAK})++\]{_TARGET}"
_BRACKETS = rf"\[(?!\^)[^`*_\[\]<>&\\{{}}|!\n{OPEN}{CLOSE}]*+\](?![\[(:{{])"
_STRESSED = (
    r"(?<![^\s(|])(?P<stress>\*\*?|__?)(?=[^\s*_])"
    rf"(?:[^`*_\[\]<&\\{{}}|!\n]++|{_SIGN}|{_CODE}|{_LINK}|{_BRACKETS}|{_BREAK})++"
    r"(?<=[^\s*_])(?P=stress)(?=[\s.,;:!?)|]|$)"
)
_IMAGE = rf"!\[[^`*_\[\]<>&\\{{}}|!\n\"{OPEN}{CLOSE}]*+\]{_TARGET}"
_INLINE = rf"[^`*_\[\]<&\\{{}}|!]++|{_SIGN}|{_STRESSED}|{_LINK}|{_IMAGE}|{_BRACKETS}|{_ADDRESS}"
#: These are not possessive, as the others are: they hold a group, which Python 3.11 would lose count of.
_PROSE = re.compile(rf"(?:{_INLINE}|{_CODE_WITH_BARS}|\||(?m:^)[ ]*\*[ ])*")
_CELLS = re.compile(rf"(?:{_INLINE}|{_CODE}|\|)*")

# --- how the lines of a block begin

_FENCE = (
    r"(?P<fence>(?P<marks>`{3,}|~{3,})(?P<language>[\w.+\#-]*)\n"
    rf"(?:(?![ ]{{0,3}}(?P=marks))[^\n]*\n)*+(?P=marks)\n{EMPTY}++)"
)
_BLOCK = re.compile(
    "|".join(
        (
            rf"(?P<heading>\#{{1,6}} (?![\s\#])(?:[^\n\#]|\#(?![\# ]*\n))++\n{EMPTY}*+)",
            rf"(?P<paragraph>(?:{LINE})++(?:{EMPTY}++|(?=\#{{1,6}} )))",
            rf"(?P<setext>(?=[^\n|]*\n){LINE}(?:=+|-{{2,}})\n{EMPTY}*+)",
            rf"(?P<list>{LIST})",
            TABLE,
            _FENCE,
            rf"(?P<comment><!--(?!-?>)(?:[^\n<-]|\n(?!```|~~~)|-(?!-)|<(?!!))*+-->\n{EMPTY}++)",
            rf"(?P<quote>(?:> {LINE})++{EMPTY}++(?!>))",
            rf"(?P<rule>---+\n{EMPTY}++)",
        )
    )
)
_ALIEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200d\u2028-\u202f\u205f\u2060\u3000\ufeff]"
    r"|8<|klzzwxh|wzxhzdk|\[TOC\]"
)
_KEY = re.compile(r" |[A-Za-z0-9_-]+:")
_NO_HEADING = re.compile(rf"!\[|{OPEN}")
_TABS_BETWEEN_BARS = re.compile(r"\|[ ]*\t[ \t]*\|")
_LITERAL = re.compile(r"`[^`\n]*`")


def is_plain(body: str, forbidden: re.Pattern[str] | None = None, drawn: frozenset[str] = frozenset()) -> bool:
    """Say whether a page's Markdown, without front matter, holds only what every reader reads alike.

    Args:
        body: The Markdown, its lines ended as Unix ends them.
        forbidden: What some extension of the site reads its own way, outside code.
        drawn: The languages of fences that the site draws as diagrams.
    """
    text = body.strip("\n") + "\n\n"
    if _ALIEN.search(text) or _KEY.match(text):
        return False
    blocks = _blocks(text, drawn)
    if blocks is None:
        return False
    prose, tables = blocks
    if "\t" in prose or "\t" in tables or not _PROSE.fullmatch(prose) or not _CELLS.fullmatch(tables):
        return False
    return forbidden is None or forbidden.search(_LITERAL.sub("`", prose + tables)) is None


def _blocks(text: str, drawn: frozenset[str]) -> tuple[str, str] | None:
    """Return the text of all lines, and that of all tables; `None` where a block is not on the list."""
    prose: list[str] = []
    tables: list[str] = []
    position, end = 0, len(text) - 1
    while position < end:
        block = _BLOCK.match(text, position)
        if block is None or not _agrees(block, drawn):
            return None
        position = block.end()
        kind = block.lastgroup
        if kind == "table":
            tables.append(block[0])
        elif kind not in ("fence", "comment"):
            prose.append(block[0] + "\n")  # nothing goes on from a heading to the text right below it
    return "".join(prose), "".join(tables)


def _agrees(block: re.Match[str], drawn: frozenset[str]) -> bool:
    """Say whether what the pattern cannot tell of a block is right, too."""
    kind = block.lastgroup
    if kind == "fence":
        language = block["language"].casefold()
        if _TABS_BETWEEN_BARS.search(block[0]):
            return False  # tabs become spaces, and spaces between bars are a drawing
        return language not in DIAGRAM_LANGUAGES or language in drawn
    if kind == "table":
        rows = block[0].strip().split("\n")
        return len({_LITERAL.sub("", row).count("|") for row in rows}) == 1
    return kind not in ("heading", "setext") or not _NO_HEADING.search(block[0])
