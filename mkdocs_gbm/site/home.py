"""The home page that a site is given when it has none."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel
from mkdocs.utils import get_relative_url

from mkdocs_gbm.assess import Place, Report
from mkdocs_gbm.output.home import Home, home_html
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.site.languages import Language

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_gbm.site.publishing import Publisher
    from mkdocs_gbm.site.reading import Reading

_SOURCE = "---\nsearch:\n  exclude: true\nhide:\n  - toc\n---\n"


@dataclass(frozen=True, slots=True)
class HomePage:
    """A home page that was added to a site."""

    file: "File"
    title: str
    """The site's name."""
    strings: Strings
    numbers: bool
    """Whether it tells how much is written."""

    def publish(self, report: Report, others: "Iterable[File]", publisher: "Publisher", reading: "Reading") -> None:
        """Put the topics and the verdict into the page.

        Args:
            report: The verdict.
            others: Pages that hold no topic.
            publisher: Knows where the coverage page is, and how everything of ours is rendered.
            reading: Knows where the places of the report are on the site.
        """

        def link(place: Place) -> str | None:
            url = reading.url_of(place)
            return None if url is None else self._to(url)

        page = self.file.page
        if page is None or page.content is None:
            return
        shown = [file for file in others if file.inclusion.is_in_nav() and file is not self.file]
        home = Home(
            title=self.title,
            coverage_url=self._to(publisher.coverage_page.url) if publisher.coverage_page else None,
            more=[(str(file.page.title), self._to(file.url)) for file in shown if file.page],
            numbers=self.numbers,
        )
        page.content = home_html(home, report, publisher.environment, self.strings, link)

    def _to(self, url: str) -> str:
        return get_relative_url(url, self.file.url)


def add_home(
    files: "Files", config: "MkDocsConfig", language: Language, strings: Strings, *, numbers: bool
) -> HomePage | None:
    """Add a home page to a site without one, and return it; a page of the author's own stays.

    Where the author wrote a navigation it is not added to, and MkDocs does not miss the page there.

    Args:
        files: The site's files.
        config: Its configuration.
        language: The language that is built.
        strings: Its words.
        numbers: Whether the page tells how much is written.
    """
    if any(file.dest_uri == language.at("index.html") for file in files):
        return None
    inclusion = InclusionLevel.UNDEFINED if config.nav is None else InclusionLevel.NOT_IN_NAV
    file = language.generated(config, "index.md", _SOURCE, inclusion)
    files.append(file)
    return HomePage(file, config.site_name, strings, numbers)
