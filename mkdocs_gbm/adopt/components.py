"""Folders of a documentation that look like components of their own: each holds pages of the same topics."""

import posixpath
from collections.abc import Iterable

from mkdocs_gbm.adopt.shares import Share
from mkdocs_gbm.assess.contribution import weight

_TELLING = 2.0
"""What the sections of a page must weigh for the page to be one of its topic."""
_TOPICS = 2
"""How many topics two folders have in common when they are components."""


def alike(shares: Iterable[Share], home: str = "") -> tuple[str, ...]:
    """Return the folders that hold pages of the same topics, the one at home first, then that which documents most.

    Args:
        shares: What each page would document of each topic.
        home: The folder of the architecture documentation.
    """
    topics: dict[str, dict[str, float]] = {}
    for share in shares:
        if share.sections and weight(share.sections) >= _TELLING:
            of_folder = topics.setdefault(posixpath.dirname(share.uri), {})
            of_folder[share.slug] = max(weight(share.sections), of_folder.get(share.slug, 0.0))
    found = [folder for folder in topics if any(_are_two(folder, other, topics) for other in topics)]
    return tuple(sorted(found, key=lambda folder: (not _is_in(folder, home), -sum(topics[folder].values()), folder)))


def _are_two(folder: str, other: str, topics: dict[str, dict[str, float]]) -> bool:
    """Say whether two folders beside each other have topics in common."""
    nested = _is_in(folder, other) or _is_in(other, folder)
    return not nested and len(topics[folder].keys() & topics[other].keys()) >= _TOPICS


def _is_in(folder: str, other: str) -> bool:
    return not other or f"{folder}/".startswith(f"{other}/")
