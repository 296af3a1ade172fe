r"""What stands in a line of a plain page: code, links, images, stress, and text that every reader takes for text.

Nothing that begins on a line ends on another one, nothing is escaped, and stress holds no stress. So one pattern finds
all marks from left to right.
"""

import re
from collections.abc import Callable, Iterator

from mkdocs_gbm.outline.draft import Draft
from mkdocs_gbm.outline.model import Unit, UnitKind

#: Elements whose content Python's HTML parser takes for text up to their end, wherever they begin.
_RAW = r"script|style|title|textarea|iframe|noembed|noframes|xmp|plaintext|pre"
_IN_CODE = rf"\\(?!`)|<(?=[\s\d=])|<(?!(?:{_RAW})\b)[A-Za-z][\w .-]*>"
_CODE = rf"`(?![`\s]|\#!|:::)(?:[^`\n<\\|]|{_IN_CODE})++(?<!\s)`(?!`)"
_CODE_WITH_BARS = rf"`(?![`\s]|\#!|:::)(?:[^`\n<\\]|{_IN_CODE})++(?<!\s)`(?!`)"
_SNAKE = r"(?<=[^\W_])_(?=[^\W_])"
_SIGN = rf"!(?!\[)|&(?![#\w])|<(?=[ \d=])|{_SNAKE}"
_TARGET = r"\((?!\))[A-Za-z0-9_./#?=%+:,;~@-]++\)"
_LINK = rf"\[(?!\^)(?:[^`*_\[\]<>&\\{{}}|!\n]|&(?= )|{_CODE}|{_SNAKE})++\]{_TARGET}"
_BRACKETS = r"\[(?!\^)[^`*_\[\]<>&\\{}|!\n]*+\](?![\[(:{])"
_STRESSED = (
    r"(?<![^\s(|])(?P<stress>\*\*?|__?)(?=[^\s*_])"
    rf"(?:[^`*_\[\]<&\\{{}}|!\n]++|{_SIGN}|{_CODE}|{_LINK}|{_BRACKETS})++"
    r"(?<=[^\s*_])(?P=stress)(?=[\s.,;:!?)|]|$)"
)
_IMAGE = rf"!\[[^`*_\[\]<>&\\{{}}|!\n\"]*+\]{_TARGET}"
_INLINE = rf"[^`*_\[\]<&\\{{}}|!]++|{_SIGN}|{_STRESSED}|{_LINK}|{_IMAGE}|{_BRACKETS}"
#: These are not possessive, as the others are: they hold a group, which Python 3.11 would lose count of.
PROSE = re.compile(rf"(?:{_INLINE}|{_CODE_WITH_BARS}|(?m:^)[ ]*\*[ ])*")
CELLS = re.compile(rf"(?:{_INLINE}|{_CODE}|\|)*")

# What is surely plain is told apart by less, and patterns of less are compiled sooner.
_ANY_CODE = r"`[^`\n]*`"
_ANY_LINK = rf"\[(?:[^`\[\]\n]|{_ANY_CODE})++\]\([^)\n]*\)"
_MARKS_IN_STRESS = re.compile(rf"{_ANY_CODE}|{_ANY_LINK}")
_MARKS = re.compile(
    rf"{_ANY_CODE}|!?{_ANY_LINK}|(?<![^\s(|])(?P<stress>\*\*?|__?)(?:[^`*_\n]|{_SNAKE}|{_ANY_CODE})+(?P=stress)"
)
_STRESS = re.compile(r"_(?<![^\s(|]_)")
_ADDRESS = re.compile(r"\]\(([^)]*)\)")
_LITERAL = re.compile(_ANY_CODE)
_STRONG = 2
"""So many stars or lines stand before what is bold; one stands before what is only stressed."""


def without_code(text: str) -> str:
    """Return text with nothing in its code."""
    return _LITERAL.sub("`", text)


def targets_in(text: str) -> list[str]:
    """Return the targets of the links and images in text whose code was taken away."""
    # Behind the last bracket no address ends: what is never closed is not looked for again and again.
    return _ADDRESS.findall(text, 0, text.rfind(")") + 1) if "](" in text else []


class Writer:
    """Writes the text of a block into its draft, with its links and its bold words.

    Args:
        address: Turns the targets of links and images into those of the built site.
    """

    def __init__(self, address: Callable[[str], str]) -> None:
        self._address = address

    def write(self, text: str, draft: Draft) -> Iterator[Unit]:
        """Write text into a draft and yield the images in it, which are units of their own."""
        done = 0
        for mark in _MARKS.finditer(text) if is_marked(text) else ():
            _words(text[done : mark.start()], draft)
            done = mark.end()
            if mark[0][0] == "!":
                yield self._image(mark[0], draft)
            elif stress := mark["stress"]:
                self._stressed(mark[0][len(stress) : -len(stress)], draft, bold=len(stress) == _STRONG)
            else:
                self._mark(mark[0], draft, bold=False)
        _words(text[done:], draft)

    def _stressed(self, text: str, draft: Draft, *, bold: bool) -> None:
        done = 0
        for mark in _MARKS_IN_STRESS.finditer(text):
            _words(text[done : mark.start()], draft, bold=bold)
            done = mark.end()
            self._mark(mark[0], draft, bold=bold)
        _words(text[done:], draft, bold=bold)

    def _mark(self, mark: str, draft: Draft, *, bold: bool) -> None:
        if mark[0] == "`":
            _words(mark, draft, bold=bold)
            return
        text, _, target = mark[1:-1].rpartition("](")
        link = self._address(target)
        draft.link(link)
        for index, piece in enumerate(text.split("`")):
            if index:
                draft.write("`", bold=bold, link=link)
            _words(piece, draft, bold=bold, link=link)

    def _image(self, mark: str, draft: Draft) -> Unit:
        text, _, source = mark[2:-1].rpartition("](")
        return Unit(UnitKind.IMAGE, text, links=(self._address(source),), line=draft.line, depth=draft.depth)


def is_marked(text: str) -> bool:
    """Say whether text may hold marks beside code, which most has not: code stands in a unit just as in its source."""
    return "*" in text or "[" in text or ("_" in text and _STRESS.search(text) is not None)


def _words(text: str, draft: Draft, *, bold: bool = False, link: str = "") -> None:
    if text:
        draft.write(text, bold=bold, link=link)
