"""Where topics compete for a page: each of its headings counts for the topic that the page is most about."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from mkdocs_gbm.adopt.affinity import Affinity
from mkdocs_gbm.assess.contribution import weight
from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.pages import Page

NAMED = 2.0
"""How many sections it is worth that a page is named after a topic."""


@dataclass(frozen=True, slots=True)
class Share:
    """What a page would document of one topic, with nothing that another topic has a better right to."""

    slug: str
    uri: str
    sections: tuple[Found, ...]
    named: bool
    """Whether the page is named after the topic."""
    inside: bool
    """Whether it is among the architecture documentation."""
    title: str | None = None
    """The page's title, which means a section only where the topic has several pages."""


def share_out(
    page: Page, found: Mapping[str, tuple[Found, ...]], affinity: Affinity, having: Collection[str] = ()
) -> tuple[Share, ...]:
    """Return what a page would document of each topic.

    The topic with the most sections on the page comes first, then the one that the page is named after, then the
    standard's order; what a heading documents for one topic, it does not document for another.

    Args:
        page: A page of the site.
        found: Per topic, in the standard's order, what the page documents of it.
        affinity: Knows what the page is named after.
        having: The topics whose page it is already: they come first.
    """
    ranks = {
        slug: (slug in having, len(sections) + NAMED * affinity.named_after(page, slug), weight(sections))
        for slug, sections in found.items()
    }
    inside = affinity.in_architecture(page.path)
    title = page.outline.title.text if page.outline.title else None
    taken: set[tuple[int | None, str | None]] = set()
    shares = []
    for slug in sorted(found, key=ranks.__getitem__, reverse=True):
        own = tuple(section for section in found[slug] if _spot(section) not in taken)
        taken |= {_spot(section) for section in own}
        named = affinity.named_after(page, slug)
        if _is_front_page(page.path) or not (named or inside):
            own = tuple(section for section in own if section.place.heading != title)
        shares.append(Share(slug, page.path, own, named, inside, title))
    return tuple(shares)


def _is_front_page(uri: str) -> bool:
    """Say whether a page tells of all that is in its folder, and its title of nothing in particular."""
    return uri.rsplit("/", 1)[-1].lower() in ("index.md", "readme.md")


def _spot(found: Found) -> tuple[int | None, str | None]:
    return found.place.line, found.place.heading
