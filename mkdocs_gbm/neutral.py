"""Text of pages and file names, made safe to show: nothing in it moves a cursor, hides a word or ends a line."""

import re
import unicodedata

#: Control characters, line separators, marks that turn the direction of text, halves of a pair (invalid file names).
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_COMMAND = re.compile(r"##(?=\w*\[)")
"""How commands begin that GitHub and Azure Pipelines obey wherever in a log they stand: `##[`, `##vso[`."""
_BYTE = 0x100


def neutral(text: str) -> str:
    r"""Return the text on one line with each unsafe character spelled out: `\x1b`, `\u202e`."""
    return _COMMAND.sub(r"#\\x23", _UNSAFE.sub(_spelled, text))


def neutral_lines(text: str) -> str:
    """Return text of several lines with all else that is unsafe spelled out."""
    return "\n".join(map(neutral, text.split("\n")))


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _spelled(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < _BYTE else f"\\u{code:04x}"
