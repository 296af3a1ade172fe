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
            if heading.text in compared:
                continue
            compared.add(heading.text)
            ratio = likeness(heading.text, *wanted)
            if ratio > (best[0] if best else 0.0) and not any(by.recognise(heading.text) for by in recognisers):
                best = (ratio, page, heading)
    return best


@lru_cache(maxsize=2048)  # the components of a site have the same headings, and lack the same sections
def likeness(heading: str, *wanted: str) -> float:
    """Rate how alike a heading and the most similar name are, from 0 to 1.

    Those with a word in common need not be as alike.
    """
    if len(heading) > names.LONGEST:
        return 0.0
    ours, words = _parts(heading)
    close = [
        _ratio(ours, theirs, _NEAR if words & its else _VERY_NEAR)
        for theirs, its in map(_parts, wanted)
        if 2 * min(len(ours), len(theirs)) >= _NEAR * (len(ours) + len(theirs))
    ]
    return max(close, default=0.0)


@lru_cache(maxsize=8192)
def _parts(name: str) -> tuple[str, frozenset[str]]:
    """Return what names are compared by: the key and the words."""
    return names.key(name), frozenset(names.words(name))


def _ratio(ours: str, theirs: str, least: float) -> float:
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
