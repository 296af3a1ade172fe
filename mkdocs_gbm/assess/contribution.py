"""What one page would document of a topic, were it the topic's page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.pages import Page, Resolve
from mkdocs_gbm.assess.recognise import Match, Recogniser
from mkdocs_gbm.assess.search import find_sections
from mkdocs_gbm.assess.settings import Settings
from mkdocs_gbm.outline import Outline

_WEIGHTS = {
    Match.EXACT: 1.0,
    Match.NORMALISED: 1.0,
    Match.ALIAS: 0.8,
    Match.COMPOUND: 0.8,
    Match.CONTAINED: 0.7,
    Match.LABEL: 0.5,
    Match.REFERENCE: 0.2,
}


_NOTHING = Page("", Outline())
"""Another page of the topic, with nothing on it."""


@dataclass(frozen=True, slots=True)
class Judge:
    """What is needed to judge pages by one topic."""

    recogniser: Recogniser
    known: KnownText
    resolve: Resolve
    settings: Settings

    def contribution(self, page: Page) -> tuple[Found, ...]:
        """Return the required sections that a page settles: documented, or not applicable for a reason.

        Where its title means a section that no other heading documents, the title counts too, as it does when a topic
        has several pages.
        """
        if page.waiver or not self._names_any(page):
            return ()
        settled = self._settled((page,))
        title = page.outline.title
        if title is None or not self.recogniser.recognise(title.text):
            return tuple(settled.values())
        return tuple({**self._settled((page, _NOTHING)), **settled}.values())

    def present(self, pages: Sequence[Page]) -> dict[str, Found]:
        """Return the best place of each required section that is on a topic's pages, written or not."""
        return find_sections(pages, self.recogniser, self.known, self.resolve, self.settings.today)

    def covered(self, pages: Sequence[Page]) -> frozenset[str]:
        """Return the required sections that a topic's pages settle."""
        return frozenset(self._settled(tuple(pages)))

    def _settled(self, pages: tuple[Page, ...]) -> dict[str, Found]:
        return {name: found for name, found in self.present(pages).items() if found.settles}

    def _names_any(self, page: Page) -> bool:
        """Say whether anything on a page is named as a required section: much quicker than to judge it."""
        outline = page.outline
        texts = [heading.text for heading in outline.headings] + [unit.label for unit in outline.units if unit.label]
        return any(map(self.recogniser.recognise, texts))


def weight(sections: Iterable[Found]) -> float:
    """Return how much sections are worth as a sign of what a page is about: the surer they are named, the more."""
    return sum(_WEIGHTS[found.match] for found in sections)
