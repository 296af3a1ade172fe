"""One look at a site: what its pages would document under given options, and what that suggests."""

from collections.abc import Iterator
from functools import cached_property

from mkdocs_gbm.adopt.affinity import Affinity
from mkdocs_gbm.adopt.aliases import near_headings
from mkdocs_gbm.adopt.checklist import checklist_page
from mkdocs_gbm.adopt.choose import Present, choose
from mkdocs_gbm.adopt.components import alike
from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.adopt.model import Alias, Choice
from mkdocs_gbm.adopt.opinions import Opinions
from mkdocs_gbm.adopt.shares import Share, share_out
from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.pages import Page
from mkdocs_gbm.claims import claim_of
from mkdocs_gbm.layout import Layout, lay_out
from mkdocs_gbm.options import CHECKLIST, Options


class Survey:
    """What the pages of a site suggest, as the options have it.

    Args:
        ground: The pages, and the standard that they are held to.
        options: Say which pages topics have already.
        opinions: What each page would document, under the names that the options give.
    """

    def __init__(self, ground: Ground, options: Options, opinions: Opinions) -> None:
        self._ground = ground
        self._options = options
        self._opinions = opinions
        self._affinity = Affinity(ground.standard, options.architecture_dir)

    def choices(self) -> tuple[Choice, ...]:
        """Return the pages to add to topics, and to the checklist."""
        claims = tuple(self._claims())
        claimed = {choice.uri for choice in claims}
        shares = [share for share in self._shares if share.uri not in claimed]
        checklist = () if any(choice.slug == CHECKLIST for choice in claims) else self._checklist()
        return (*claims, *choose(shares, self._present), *checklist)

    def aliases(self) -> tuple[Alias, ...]:
        """Return the names to add to sections."""
        pages = {slug: self._pages(slug) for slug in self._opinions.judges}
        return near_headings(self._ground.standard, pages, self._opinions.judges)

    def covered(self, slug: str) -> frozenset[str]:
        """Return the sections of a topic that its pages settle."""
        pages = self._pages(slug) if slug in self._opinions.judges else ()
        return self._opinions.judges[slug].covered(pages) if pages else frozenset()

    def documents(self, uri: str, slug: str) -> Iterator[Found]:
        """Yield what a page settles of a topic, whatever other topics it serves."""
        settled = self.covered(slug)
        title = self._ground.pages.page(uri).outline.title
        alone = title is not None and len(self.layout.pages[slug]) == 1
        for found in self._opinions.of(uri).get(slug, ()):
            if found.section in settled and not (alone and title and found.place.heading == title.text):
                yield found

    @cached_property
    def components(self) -> tuple[str, ...]:
        """The folders that look like components of their own, the best documented first; only that one is used."""
        return alike(self._all_shares, self._options.architecture_dir)

    @property
    def exempt(self) -> tuple[str, ...]:
        """The pages among the architecture documentation that no topic gets for what they are."""
        uris = (uri for uri in self._ground.uris if self._is_inside(uri) and self._opinions.exempt(uri))
        return tuple(uri for uri in uris if self._opinions.of(uri))

    @cached_property
    def layout(self) -> Layout:
        """Which pages hold which topics now."""
        return lay_out(self._ground.uris, self._ground.pages.source, self._ground.standard, self._options)

    @cached_property
    def _all_shares(self) -> list[Share]:
        return [share for uri in self._ground.uris if not self._opinions.exempt(uri) for share in self._shares_of(uri)]

    @property
    def _shares(self) -> list[Share]:
        """What may be chosen: nothing of a second component, nothing outside the folder that was named."""
        others = tuple(f"{folder}/" for folder in self.components[1:])
        return [share for share in self._all_shares if self._is_within(share.uri) and not share.uri.startswith(others)]

    def _shares_of(self, uri: str) -> tuple[Share, ...]:
        found = self._opinions.of(uri)
        if not found:
            return ()
        having = [slug for slug in found if uri in self.layout.pages[slug]]
        return share_out(self._ground.pages.page(uri), found, self._affinity, having)

    @property
    def _present(self) -> Present:
        judges = self._opinions.judges
        topics = {slug: self._pages(slug) for slug in judges}
        return Present(
            {slug: judges[slug].covered(pages) for slug, pages in topics.items() if pages},
            frozenset((slug, page.path) for slug, pages in topics.items() for page in pages),
        )

    def _claims(self) -> Iterator[Choice]:
        """Yield the pages outside the architecture's folder that say themselves which topic they hold."""
        known = self.layout.pages
        for uri in self._ground.uris:
            slug = claim_of(uri, self._ground.pages.source(uri), known)
            if slug is not None and uri not in known[slug] and self._is_within(uri):
                yield Choice(slug, uri, self._opinions.of(uri).get(slug, ()), claimed=True)

    def _checklist(self) -> tuple[Choice, ...]:
        checklist = self._ground.standard.checklist
        if checklist is None or self.layout.pages[CHECKLIST]:
            return ()
        candidates = (uri for uri in self._ground.uris if self._is_within(uri) and not self._opinions.exempt(uri))
        found = checklist_page(checklist, map(self._ground.pages.page, candidates))
        return (found,) if found else ()

    def _pages(self, slug: str) -> tuple[Page, ...]:
        return tuple(map(self._ground.pages.page, self.layout.pages[slug]))

    def _is_within(self, uri: str) -> bool:
        return not self._ground.within or uri.startswith(f"{self._ground.within}/")

    def _is_inside(self, uri: str) -> bool:
        return self._is_within(uri) and self._affinity.in_architecture(uri)
