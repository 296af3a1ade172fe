"""The anchors of headings, as Python-Markdown's `toc` extension makes them from their text."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from mkdocs_gbm.outline.model import Heading, Outline

_NO_SLUG = re.compile(r"[^\w\s-]")
_GAP = re.compile(r"[-\s]+")
_COUNTED = re.compile(r"^(.*)_([0-9]{1,1000})$")  # Python makes no number of more than some thousand digits


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """Return the anchor of the first heading of this text on a page; empty where it has no Latin letter or digit."""
    if text.isascii() and text.isalnum():
        return text.lower()
    latin = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _GAP.sub("-", _NO_SLUG.sub("", latin).strip().lower())


def anchors_of(headings: Iterable[str]) -> list[str]:
    """Return the anchors that the headings of a page get, from their texts in order."""
    taken: set[str] = set()
    last: dict[str, str] = {}
    return [_free(slug(heading), taken, last) for heading in headings]


def with_anchors(outline: Outline) -> Outline:
    """Return an outline with the anchors that its headings get."""
    anchors = anchors_of(heading.text for heading in outline.headings)
    anchored = tuple(
        Heading(heading.level, heading.text, anchor, heading.line, heading.first, heading.end)
        for heading, anchor in zip(outline.headings, anchors, strict=True)
    )
    return replace(outline, headings=anchored)


def _free(wish: str, taken: set[str], last: dict[str, str]) -> str:
    """Return the next anchor that is not taken.

    Args:
        wish: The anchor that the heading would have on a page of its own.
        taken: Those that other headings have.
        last: What the wishes before became: all between the two is taken.
    """
    anchor = last.get(wish, wish)
    while anchor in taken or not anchor:
        counted = _COUNTED.match(anchor)
        anchor = f"{counted[1]}_{int(counted[2]) + 1}" if counted else f"{anchor}_1"
    taken.add(anchor)
    last[wish] = anchor
    return anchor
