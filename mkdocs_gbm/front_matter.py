"""YAML front matter of Markdown files, cut off with its lines counted."""

from typing import Any, NamedTuple

import yaml

from mkdocs_gbm.safe_yaml import BombError, SafeLoader, refuse_bomb

LOADER = SafeLoader
"""Reads YAML that may be anybody's."""


class Source(NamedTuple):
    """A Markdown file, split at the end of its front matter."""

    meta: dict[str, Any]
    """What the front matter says; empty where there is none."""
    body: str
    """The Markdown below it."""
    offset: int
    """How many lines of the file stand above `body`."""


class FrontMatterError(ValueError):
    """Front matter that is no YAML mapping, with the line (from 1) where reading it failed."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.line = line


def split(text: str) -> Source:
    """Split Markdown text into front matter and body, as MkDocs does.

    Raises:
        FrontMatterError: If the block between the fences is not a YAML mapping.
    """
    block, body, offset = _cut(text)
    if block is None:
        return Source({}, body, 0)
    try:
        meta = yaml.load(block, Loader=LOADER)  # noqa: S506 - a safe loader, in C where there is one
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise FrontMatterError(error.problem or "invalid YAML", line) from error
    except (yaml.YAMLError, ValueError) as error:
        raise FrontMatterError(str(error).splitlines()[0], 1) from error
    if meta is not None and not isinstance(meta, dict):
        raise FrontMatterError("a mapping (key: value) is expected", 2)
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
