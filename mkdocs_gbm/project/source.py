"""The source of a page on the disk: read as MkDocs reads it, or what keeps it from being read."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_gbm import front_matter
from mkdocs_gbm.texts import UnreadableError, text_of

__all__ = ["Cut", "UnreadableError", "cut", "problem_of", "read_head", "read_source"]

_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(?!-{3})(?:.*\n)*?(?:\.{3}|-{3})[ \t]*\n")
_HEAD = 8192
"""How many bytes hold the front matter of any page that claims something."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A page cut in two where every reader cuts it."""

    meta: dict[str, Any]
    body: str
    offset: int
    """How many lines stand above the body."""


def read_source(path: Path) -> str:
    """Return the text of a page, its lines ended as Unix ends them.

    Raises:
        UnreadableError: If it is no UTF-8 text, or not to be read at all.
    """
    text = text_of(path)
    if problem := front_matter.bomb_in(text):
        raise UnreadableError(f"has front matter that cannot be read ({problem})", "make it simpler")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read_head(path: Path) -> str:
    """Return the beginning of a page, or all of it where it may claim something; nothing where it cannot be read."""
    if not path.is_file():
        return ""
    try:
        with path.open("rb") as file:
            raw = file.read(_HEAD)
            if b"gbm:" in raw:
                raw += file.read()
    except OSError:
        return ""
    return raw.decode("utf-8-sig", errors="replace")


def problem_of(path: str) -> str:
    """Return what keeps a page from being read; empty where nothing does."""
    try:
        read_source(Path(path))
    except UnreadableError as error:
        return str(error)
    return ""


def cut(text: str) -> Cut | None:
    """Cut the front matter off; `None` where MkDocs might cut elsewhere, or nothing at all."""
    if not text.startswith("---"):
        return Cut({}, text, 0)
    block = _FRONT_MATTER.match(text)
    if block is None:
        return None
    try:
        source = front_matter.split(text)
    except front_matter.FrontMatterError:
        return None
    if not source.meta or block[0].count("\n") != source.offset:
        return None
    return Cut(source.meta, source.body, source.offset)
