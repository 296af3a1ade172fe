"""The heading that is most like a required section's name, where none means it."""

from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice

from mkdocs_gbm.assess import names
from mkdocs_gbm.assess.pages import Page
from mkdocs_gbm.assess.recognise import Recogniser
from mkdocs_gbm.assess.search import candidates
from mkdocs_gbm.outline import Heading
from mkdocs_gbm.standard import RequiredSection

_NEAR = 0.6
_VERY_NEAR = 0.8
_MOST = 1_000
"""So many headings of a page are compared: more than these were written to keep a machine busy."""


def nearest(
    section: RequiredSection, pages: Iterable[Page], recognisers: Collection[Recogniser]
) -> tuple[float, Page, Heading] | None:
    """Return the heading that is most like one of a section's names, if it is alike and means nothing else.

    Args:
        section: The required section.
        pages: Where to look.
        recognisers: Of all topics: what means a section of another topic is that, however alike.

    Returns:
        How alike they are, from 0 to 1, and where the heading is.
    """
    wanted = (section.name, *section.aliases)
    best: tuple[float, Page, Heading] | None = None
    compared: set[str] = set()  # comparing costs more than all else, and pages of a large site have the same headings
    for page in pages:
        for heading in islice(candidates(page.outline, titles=False), _MOST):
            if heading.text in compared or any(by.recognise(heading.text) for by in recognisers):
                continue
            compared.add(heading.text)
            ratio = max(likeness(heading.text, name) for name in wanted)
            if ratio > (best[0] if best else 0.0):
                best = (ratio, page, heading)
    return best


def likeness(heading: str, name: str) -> float:
    """Rate how alike two names are, from 0 to 1: those with a word in common need not be as alike."""
    if len(heading) > names.LONGEST:
        return 0.0
    ours, theirs = names.key(heading), names.key(name)
    if 2 * min(len(ours), len(theirs)) < _NEAR * (len(ours) + len(theirs)):
        return 0.0
    least = _NEAR if set(names.words(heading)) & set(names.words(name)) else _VERY_NEAR
    matcher = _matcher(theirs)
    matcher.set_seq1(ours)
    # The true ratio is dear: most pairs are told apart by their lengths, or by their letters in any order.
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


@lru_cache(maxsize=8192)
def _matcher(key: str) -> SequenceMatcher[str]:
    """Return what compares with a name: what it knows of the name serves for every heading."""
    return SequenceMatcher(None, "", key)
