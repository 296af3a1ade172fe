"""The home page of a site that has none: its topics, how much of each is written, and its other pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from mkdocs_gbm.assess import ComponentVerdict, Place, Report
from mkdocs_gbm.output.badge import badges_of, level_of
from mkdocs_gbm.output.coverage import Link
from mkdocs_gbm.output.sentences import coverage_sentence
from mkdocs_gbm.output.strings import Strings


@dataclass(frozen=True, slots=True)
class Home:
    """What a home page says beside the verdict."""

    title: str
    coverage_url: str | None
    """The address of the coverage page, relative to the home page; none where there is no such page."""
    more: Sequence[tuple[str, str]]
    """Pages that hold no topic: title and address."""
    numbers: bool = True
    """Whether it tells how much is written."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A topic, or the checklist, as the page shows it."""

    name: str
    url: str | None
    """Its page's address; none while it has no page."""
    done: int
    total: int

    @property
    def share(self) -> float:
        """Return how much is done, in percent."""
        return round(100 * self.done / self.total, 1) if self.total else 100.0

    @property
    def level(self) -> str:
        """Return where that stands on the scale of colours."""
        return level_of(self.share)


@dataclass(frozen=True, slots=True)
class _Part:
    """The topics of one component."""

    name: str | None
    """The component's name, where there are several."""
    anchor: str
    topics: tuple[_Row, ...]


def home_html(home: Home, report: Report, env: Environment, strings: Strings, link: Link) -> str:
    """Return the content of the home page, with its title.

    Args:
        home: What it says beside the verdict.
        report: The verdict.
        env: Renders the partial `partials/gbm/home.html`.
        strings: Gives the words.
        link: Gives the address of a place, relative to the home page.
    """
    return env.get_template("partials/gbm/home.html").render(
        title=home.title,
        badges=badges_of(report, strings),
        coverage_url=home.coverage_url,
        coverage_sentence=coverage_sentence(report.coverage, strings),
        numbers=home.numbers,
        parts=list(_parts(report, strings, link)),
        more=home.more,
        standard=report.standard.name,
    )


def _parts(report: Report, strings: Strings, link: Link) -> Iterator[_Part]:
    several = len(report.components) > 1
    for number, component in enumerate(report.components, 1):
        rows = (*_topics(component, link), *_checklist(component, strings, link))
        yield _Part(component.name, f"gbm-topics-{number}", rows) if several else _Part(None, "gbm-topics", rows)


def _topics(component: ComponentVerdict, link: Link) -> Iterator[_Row]:
    for verdict in component.topics:
        url = link(Place(verdict.pages[0])) if verdict.pages else None
        yield _Row(verdict.topic.title, url, verdict.coverage.documented, verdict.coverage.applicable)


def _checklist(component: ComponentVerdict, strings: Strings, link: Link) -> Iterator[_Row]:
    if component.items:
        place = next((item.place for item in component.items if item.place), None)
        url = link(Place(place.path)) if place else None
        yield _Row(strings("home.checklist"), url, component.tally.done, component.tally.total)
