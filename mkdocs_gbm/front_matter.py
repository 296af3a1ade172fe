"""YAML front matter of Markdown files, cut off with its lines counted."""

import re
from typing import Any, NamedTuple

import yaml

from mkdocs_gbm import yaml_text
from mkdocs_gbm.safe_yaml import BombError, refuse_bomb
from mkdocs_gbm.yaml_text import LOADER, YamlError

__all__ = ["LOADER", "FrontMatterError", "Source", "body_of", "bomb_in", "line_of", "names", "split"]


class Source(NamedTuple):
    """A Markdown file, split at the end of its front matter."""

    meta: dict[str, Any]
    """What the front matter says; empty where there is none."""
    body: str
    """The Markdown below it."""
    offset: int
    """How many lines of the file stand above `body`."""


class FrontMatterError(ValueError):
    """Front matter that is no YAML mapping, with the line (from 1) where reading it failed, and the remedy."""

    def __init__(self, problem: str, line: int, remedy: str = "mend the YAML") -> None:
        super().__init__(problem)
        self.line = line
        self.remedy = remedy


def split(text: str, *, once: bool = False) -> Source:
    """Split Markdown text into front matter and body, as MkDocs does.

    Args:
        text: The file.
        once: Whether a key that stands twice is refused.

    Raises:
        FrontMatterError: If the block between the fences is not a YAML mapping.
    """
    block, body, offset = _cut(text)
    if block is None:
        return Source({}, body, 0)
    try:
        meta = yaml_text.load_once(block) if once else yaml_text.load(block)
    except YamlError as error:
        raise FrontMatterError(error.problem, (error.line or 0) + 1, error.remedy) from None
    if meta is not None and not isinstance(meta, dict):
        raise FrontMatterError("a mapping is expected", 2, "write 'key: value' lines")
    return Source(meta or {}, body, offset)


def bomb_in(text: str) -> str:
    """Return what makes front matter dangerous to read for MkDocs too; nothing where nothing does."""
    block, _, _ = _cut(text) if text.startswith("---") else (None, "", 0)
    try:
        refuse_bomb(block or "")
    except BombError as error:
        return str(error.problem)
    except yaml.YAMLError:
        pass  # told by whoever reads it
    return ""


def names(text: str, key: str) -> bool:
    """Say whether a key stands in the front matter of a text, whatever else is wrong with it."""
    block, _, _ = _cut(text)
    return bool(block and re.search(rf"^{re.escape(key)}[ \t]*:", block, re.MULTILINE))


def line_of(text: str, *keys: str) -> int:
    """Return the line (from 1) in which the last of some keys stands, each below or behind the one before it."""
    block, _, _ = _cut(text)
    at = 0
    for number, key in enumerate(keys):
        start = r"^" if number == 0 else r"(?<![\w-])"
        found = re.compile(rf"{start}[\"']?{re.escape(key)}[\"']?\s*:", re.MULTILINE).search(block or "", at)
        at = found.start() if found else at
    return (block or "").count("\n", 0, at) + 2


def body_of(text: str) -> Source:
    """Cut the front matter off without reading it: never raises."""
    _, body, offset = _cut(text)
    return Source({}, body, offset)


def _cut(text: str) -> tuple[str | None, str, int]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.startswith("---"):
        return None, text, 0
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, text, 0
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 1
    return None, text, 0
