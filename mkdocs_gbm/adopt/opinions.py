"""What each page of a site would document of each topic, judged once."""

from collections.abc import Mapping

from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.assess.assessment import recognisers_of
from mkdocs_gbm.assess.contribution import Judge
from mkdocs_gbm.assess.exempt import has_exempt_name, is_exempt, is_generated
from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.settings import Settings


class Opinions:
    """Judges the pages of a site when they are asked for, and remembers.

    Args:
        ground: The pages, and the standard that they are held to.
        settings: The names that sections have on this site.
    """

    def __init__(self, ground: Ground, settings: Settings) -> None:
        self._ground = ground
        self._of: dict[str, dict[str, tuple[Found, ...]]] = {}
        self._exempt: dict[str, bool] = {}
        known = KnownText(ground.standard)
        self.aliases = settings.aliases
        self.judges: Mapping[str, Judge] = {
            slug: Judge(recogniser, known, ground.pages.resolve, settings)
            for slug, recogniser in recognisers_of(ground.standard, settings).items()
        }

    def of(self, uri: str) -> Mapping[str, tuple[Found, ...]]:
        """Return per topic what a page would document, in the standard's order; nothing where that is nothing."""
        if uri not in self._of:
            page = self._ground.pages.page(uri)
            found = {slug: judge.contribution(page) for slug, judge in self.judges.items()}
            self._of[uri] = {slug: sections for slug, sections in found.items() if sections}
        return self._of[uri]

    def exempt(self, uri: str) -> bool:
        """Say whether a page is no architecture documentation."""
        if uri not in self._exempt:
            pages = self._ground.pages
            # Its name and source are looked at first: to read it takes longer.
            self._exempt[uri] = has_exempt_name(uri) or is_generated(pages.source(uri)) or is_exempt(pages.page(uri))
        return self._exempt[uri]
