"""A text as its lines, with the ends that they have."""

import re
from collections import Counter
from difflib import unified_diff

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_END = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"


def split_lines(text: str) -> list[str]:
    """Return the lines with their ends; only what Markdown takes for a line's end counts, no form feed and the like."""
    return _LINE.findall(text)


def newline_of(text: str) -> str:
    """Return how most of the lines end; a line feed where none does."""
    counted = Counter(_END.findall(text)).most_common(1)
    return counted[0][0] if counted else "\n"


def is_blank(line: str) -> bool:
    """Say whether Markdown sees nothing on a line."""
    return not line.strip(" \t\r\n")


def has_end(line: str) -> bool:
    """Say whether a line is ended: the last one of a file need not be."""
    return line.endswith(("\n", "\r"))


def without_mark(text: str) -> tuple[str, str]:
    """Return a text's byte order mark, or nothing, and the rest."""
    rest = text.removeprefix(_BYTE_ORDER_MARK)
    return text[: len(text) - len(rest)], rest


def diff(path: str, before: str, after: str) -> str:
    """Return what changes in a file as a unified diff; `before` is empty for a new file."""
    found = unified_diff(split_lines(before), split_lines(after), f"a/{path}", f"b/{path}")
    return "".join(line if has_end(line) else f"{line}\n\\ No newline at end of file\n" for line in found)
