"""Choose pages for topics: as few as document what any of them documents, and none by accident."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mkdocs_gbm.adopt.model import Choice
from mkdocs_gbm.adopt.shares import NAMED, Share
from mkdocs_gbm.assess.contribution import weight
from mkdocs_gbm.assess.found import Found

_LEAST_NAMED = 0.5
"""What the sections of a page must weigh that is named after the topic."""
_LEAST_INSIDE = 1.0
"""The same for a page that is only among the architecture documentation: one section that is named as such."""
_LEAST = 2.0
"""The same for any other page."""


@dataclass(frozen=True, slots=True)
class Present:
    """What the pages that topics have already document."""

    sections: Mapping[str, frozenset[str]]
    """Per topic that has a page."""
    pages: frozenset[tuple[str, str]]
    """Topic and page, each."""


def choose(shares: Iterable[Share], present: Present) -> tuple[Choice, ...]:
    """Return the pages to add to topics, the most telling first."""
    shares = [share for share in shares if (share.slug, share.uri) not in present.pages]
    chosen = _needed(list(_greedily(shares, present)), present)
    alone = {share.slug for share in chosen if _is_alone(share.slug, chosen, present)}
    chosen = [_untitled(share) if share.slug in alone else share for share in chosen]
    return tuple(
        Choice(share.slug, share.uri, fresh) for share, fresh in _fresh(chosen, present) if _tells(share, fresh)
    )


def _greedily(shares: list[Share], present: Present) -> Iterator[Share]:
    """Yield the share that adds most, as long as one adds enough."""
    done = {slug: set(sections) for slug, sections in present.sections.items()}
    left = list(shares)
    while left:
        rated = [(share, _new(share, done)) for share in left]
        telling = [(share, fresh) for share, fresh in rated if _tells(share, fresh)]
        if not telling:
            return
        best, fresh = min(telling, key=lambda pair: (-_rank(*pair), pair[0].uri, pair[0].slug))
        yield best
        done.setdefault(best.slug, set()).update(found.section for found in fresh)
        left = [share for share, fresh in telling if share is not best]


def _needed(chosen: list[Share], present: Present) -> list[Share]:
    """Take out what was chosen early, and is documented by what was chosen later."""
    for share in list(chosen):
        others = set(present.sections.get(share.slug, ()))
        others.update(
            found.section
            for other in chosen
            if other.slug == share.slug and other is not share
            for found in other.sections
        )
        if all(found.section in others for found in share.sections):
            chosen = [other for other in chosen if other is not share]
    return chosen


def _fresh(chosen: list[Share], present: Present) -> Iterator[tuple[Share, tuple[Found, ...]]]:
    done = {slug: set(sections) for slug, sections in present.sections.items()}
    for share in chosen:
        fresh = _new(share, done)
        yield share, fresh
        done.setdefault(share.slug, set()).update(found.section for found in fresh)


def _new(share: Share, done: Mapping[str, set[str]]) -> tuple[Found, ...]:
    having = done.get(share.slug, set())
    return tuple(found for found in share.sections if found.section not in having)


def _is_alone(slug: str, chosen: list[Share], present: Present) -> bool:
    """Say whether a topic would have one page, whose title then means no section."""
    return slug not in present.sections and sum(share.slug == slug for share in chosen) == 1


def _untitled(share: Share) -> Share:
    return replace(share, sections=tuple(found for found in share.sections if found.place.heading != share.title))


def _rank(share: Share, fresh: tuple[Found, ...]) -> float:
    return weight(fresh) + NAMED * share.named + share.inside


def _tells(share: Share, fresh: tuple[Found, ...]) -> bool:
    """Say whether what a page adds is more than an accident."""
    least = _LEAST_NAMED if share.named else _LEAST_INSIDE if share.inside else _LEAST
    return bool(fresh) and weight(fresh) >= least
