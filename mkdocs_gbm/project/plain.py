"""Tell pages that every Markdown reader reads alike: what stands on them is on a list of what surely agrees.

The list is of what is allowed, since a list of what is not can never be complete: whatever is not surely read alike
by cmark-gfm and by Python-Markdown, with any of the extensions that `dialect` knows, makes the page not plain.
A page is read block by block, and in a block line by line: nothing that begins on a line ends on another one.
"""

import re

from mkdocs_gbm.outline.elements import DIAGRAM_LANGUAGES

_RAW = r"script|style|title|textarea|iframe|noembed|noframes|xmp|plaintext|pre"
_CODE = (
    r"`(?![`\s]|\#!|:::)(?:[^`\n<\\|]|\\(?!`)|<(?=[\s\d=])"
    rf"|<(?!(?:{_RAW})\b)[A-Za-z][\w .-]*>)++(?<!\s)`(?!`)"
)
_CODE_WITH_BARS = _CODE.replace(r"\\|]", r"\\]")
_TEXT = r"[^`*_\[\]<&\\{}|!\n]++|!(?!\[)|&(?![#\w])|<(?=[ \d=])"
_SNAKE = r"(?<=[^\W_])_(?=[^\W_])"
_TARGET = r"\((?!\))[A-Za-z0-9_./#?=%+:,;~@-]++\)"
_NAMED = rf"\[(?!\^)(?:[^`*_\[\]<>&\\{{}}|!\n]|&(?= )|{_CODE}|{_SNAKE})++\]"
_LINK = rf"{_NAMED}{_TARGET}"
_IMAGE = rf"!\[[^`*_\[\]<>&\\{{}}|!\n\"]*+\]{_TARGET}"
_BRACKETS = r"\[(?!\^)[^`*_\[\]<>&\\{}|!\n]*+\](?![\[(:{])"
_BEFORE = r"(?<![^\s(|])"
_AFTER = r"(?=[\s.,;:!?)|]|$)"
_STRONG = (
    rf"{_BEFORE}\*\*(?=[^\s*])(?:{_TEXT}|{_SNAKE}|{_CODE}|{_LINK}|{_BRACKETS})++(?<=[^\s*])\*\*{_AFTER}"
    rf"|{_BEFORE}__(?=[^\s_*])(?:{_TEXT}|{_CODE})++(?<=[^\s_*])__{_AFTER}"
)
_EMPHASIS = (
    rf"{_BEFORE}\*(?=[^\s*])(?:{_TEXT}|{_SNAKE}|{_CODE}|{_LINK}|{_BRACKETS})++(?<=[^\s*])\*{_AFTER}"
    rf"|{_BEFORE}_(?=[^\s_*])(?:{_TEXT}|{_CODE})++(?<=[^\s_*])_{_AFTER}"
)
_INLINE = rf"(?:{_TEXT}|{_CODE}|{_SNAKE}|{_STRONG}|{_EMPHASIS}|{_LINK}|{_IMAGE}|{_BRACKETS})++"
_WORDS = rf"(?:[^`*_\[\]<>&\\{{}}|!\n]|!(?!\[)|&(?= )|{_CODE}|{_SNAKE}|{_STRONG}|{_EMPHASIS}|{_LINK})++"

#: What the text of a paragraph's line or of a list item does not begin with: another block, for one of the readers.
_NO_BLOCK = r"(?![\s#>|:=~+%;^/-]|\*\s|\d+[.)]\s|[!?]{3}|<)"
_BLANK = r"(?:[ ]*\n)++"
_LINE = rf"{_NO_BLOCK}(?:{_INLINE}|{_CODE_WITH_BARS})++\n"
_BOX = r"(?:\[[ xX]\] (?=\S))?"
_GO_ON = rf"(?:[ ]{{2,4}}{_LINE})*+"


def _list(marker: str, indent: int) -> str:
    deeper = "" if indent else rf"(?:{_list('-', 4)}|{_list(r'[*]', 4)}|{_list('[+]', 4)}|{_list(r'[0-9]{1,3}[.]', 4)})?"
    return rf"(?:[ ]{{{indent}}}{marker} {_BOX}{_LINE}{_GO_ON}{deeper})++"


def _loose(marker: str) -> str:
    """Return a list with or without blank lines between its items, at whose end the list ends."""
    return rf"{_list(marker, 0)}(?:{_BLANK}{_list(marker, 0)})*+{_BLANK}(?!\s|[-*+] |\d+[.)]\s)"


_CELL = rf"[ ]*(?:{_INLINE})?[ ]*\|"
_BLOCK = re.compile(
    "|".join(
        (
            rf"(?P<heading>\#{{1,6}} (?![\s#]){_WORDS}(?<!\#)\n(?:[ ]*\n)*+)",
            rf"(?P<paragraph>{_LINE}(?:{_LINE})*+(?:{_BLANK}|(?=\#{{1,6}} )))",
            rf"(?P<list>{_loose('-')}|{_loose('[*]')}|{_loose('[+]')}|{_loose(r'[0-9]{1,3}[.]')})",
            rf"(?P<table>\|(?:{_CELL}){{2,}}\n\|(?:[ ]*:?-+:?[ ]*\|){{2,}}\n(?:\|(?:{_CELL}){{2,}}\n)++{_BLANK})",
            r"(?P<fence>```(?P<language>[\w.+#-]*)\n(?:(?![ ]{0,3}```)[^\n]*\n)*+```\n(?:[ ]*\n)++)",
            rf"(?P<comment><!--(?!-?>)(?:[^\n<-]|\n(?!```|~~~)|-(?!-)|<(?!!))*+-->\n{_BLANK})",
            rf"(?P<quote>(?:> {_LINE})++{_BLANK}(?!>))",
            rf"(?P<rule>---+\n{_BLANK})",
        )
    )
)
_ALIEN = re.compile(
    r"[\t\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200d\u2028-\u202f\u205f\u2060\u3000\ufeff]"
    r"|8<|klzzwxh|wzxhzdk|\[TOC\]|^[ ]{0,3}[A-Za-z0-9_-]+:",
)
_LITERAL = re.compile(r"^```.*?^```$|`[^`\n]*`", re.DOTALL | re.MULTILINE)


def is_plain(body: str, forbidden: re.Pattern[str] | None = None, drawn: frozenset[str] = frozenset()) -> bool:
    """Say whether a page's Markdown, without front matter, holds only what every reader reads alike.

    Args:
        body: The Markdown, with `\\n` at the ends of its lines.
        forbidden: What some extension of the site reads its own way, outside code.
        drawn: The languages of fences that the site draws as diagrams.
    """
    if _ALIEN.search(body):
        return False
    text = body.strip("\n") + "\n\n"
    position, end = 0, len(text) - 1
    while position < end:
        block = _BLOCK.match(text, position)
        if block is None or not _agrees(block, drawn):
            return False
        position = block.end()
    return forbidden is None or forbidden.search(_LITERAL.sub("`", text)) is None


def _agrees(block: re.Match[str], drawn: frozenset[str]) -> bool:
    """Say whether what a pattern cannot tell of a block is right, too."""
    language = block["language"]
    if language:
        return language.casefold() not in DIAGRAM_LANGUAGES or language in drawn
    if block["table"]:
        rows = block["table"].strip().split("\n")
        return len({row.count("|") for row in rows}) == 1
    return True
