"""The anchors of headings, as Python-Markdown's `toc` extension makes them from their text."""

import re
import unicodedata
from dataclasses import replace

from mkdocs_gbm.outline.model import Outline

_NO_SLUG = re.compile(r"[^\w\s-]")
_GAP = re.compile(r"[-\s]+")
_COUNTED = re.compile(r"^(.*)_([0-9]+)$")


def slug(text: str) -> str:
    """Return the anchor of the first heading of this text on a page; empty where it has no Latin letter or digit."""
    latin = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _GAP.sub("-", _NO_SLUG.sub("", latin).strip().lower())


def with_anchors(outline: Outline) -> Outline:
    """Return an outline with the anchors that its headings get, in order."""
    taken: set[str] = set()
    headings = tuple(replace(heading, anchor=_free(slug(heading.text), taken)) for heading in outline.headings)
    return Outline(headings, outline.units, outline.tasks)


def _free(anchor: str, taken: set[str]) -> str:
    while anchor in taken or not anchor:
        counted = _COUNTED.match(anchor)
        anchor = f"{counted[1]}_{int(counted[2]) + 1}" if counted else f"{anchor}_1"
    taken.add(anchor)
    return anchor
