"""Where the pages of a persona partial's topics stand: as it says, or by their titles."""

import posixpath
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mkdocs_gbm.standard.names import free_slug, slug
from mkdocs_gbm.standard.partial_blocks import Paragraph

_DOCS = ".gobuildme/docs/"
_ARCHITECTURE = "technical/architecture"
_PATTERNS = "patterns"
_PATH = re.compile(r"[\w.-]*(?:/[\w.-]+)*(?:\.md|/)")
_IN_TEXT = re.compile(r"(?<![\w/.`-])(?:\.?[\w-]+/)*[\w-]+\.md\b")
_VARIABLE = re.compile(r"(?<![^/])[^/<{*\[]*[<{*\[][^/]*$")
"""A file name of which only the author knows what it will be: `adr-<number>.md`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a topic's page stands, relative to the component's folder."""

    slug: str
    page: str
    folder: str | None = None


@dataclass(slots=True)
class Places:
    """Gives each topic a slug and a page of its own."""

    _slugs: dict[str, int] = field(default_factory=dict)

    def place_for(self, title: str, paragraphs: Sequence[Paragraph], remark: Callable[[int, str], None]) -> Place:
        """Return where a topic's page stands.

        Args:
            title: The topic's.
            paragraphs: What it says, the path of its page perhaps among it.
            remark: Takes what could not be used, with its line.
        """
        path = _path(paragraphs, remark)
        stem = posixpath.splitext(posixpath.basename(path))[0] if path and not path.endswith("/") else ""
        named = free_slug([slug(stem), slug(title)], self._slugs)
        if path is None:
            return Place(named, f"{_PATTERNS}/{named}.md")
        if path.endswith("/"):
            folder = posixpath.normpath(path)
            return Place(named, posixpath.normpath(f"{folder}/{named}.md"), folder)
        return Place(named, posixpath.normpath(path))


def _path(paragraphs: Sequence[Paragraph], remark: Callable[[int, str], None]) -> str | None:
    """Return the page or folder that a topic names first, relative to the component's folder."""
    found = [
        (paragraph.line, path)
        for paragraph in paragraphs
        for word in (*paragraph.codes, *_IN_TEXT.findall(re.sub(r"`[^`]*`", "", paragraph.text)))
        if (path := _relative(word.strip()))
    ]
    for line, path in found[1:]:
        if path != found[0][1]:
            remark(line, f"'{path}' is left out: '{found[0][1]}' is the topic's page; name more under 'pages:'")
    return found[0][1] if found else None


def _relative(word: str) -> str | None:
    word = _VARIABLE.sub("", word) if word.endswith(".md") else word
    path = word.removeprefix("./").lstrip("/")
    if not _PATH.fullmatch(path) or ".." in path.split("/"):
        return None
    if path.startswith(_DOCS):
        path = posixpath.relpath(path, _DOCS + _ARCHITECTURE) + ("/" if path.endswith("/") else "")
    elif f"{_ARCHITECTURE}/" in path:
        path = path.rpartition(f"{_ARCHITECTURE}/")[2] or "./"
    return path
