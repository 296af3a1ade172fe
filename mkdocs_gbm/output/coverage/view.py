"""What every part of the coverage page is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mkdocs_gbm.assess import ComponentVerdict, Coverage, Finding, Place, Report, Settings, TopicVerdict
from mkdocs_gbm.output.badge import level_of
from mkdocs_gbm.output.coverage.entries import Entries
from mkdocs_gbm.output.sentences import percent
from mkdocs_gbm.output.strings import Strings

Link = Callable[[Place], str | None]
"""Gives the address of a place, relative to the page that it is shown on."""


def no_edit(path: str) -> None:
    """Know no address where a page is edited."""
    del path


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the page shows beside the report."""

    strings: Strings
    """The site's words."""
    settings: Settings
    """How strictly was judged."""
    link: Link
    edit: Callable[[str], str | None] = no_edit
    """Gives the address where a page is edited or made, from its path relative to the project."""
    left_out: tuple[str, ...] = ()
    """Pages of the components' folders that the site does not publish, relative to the project."""
    own: Mapping[str, Settings] = field(default_factory=dict)
    """How strictly components are judged that are not judged as the whole site is, by name."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it is shown: a link to it where the site has it, its path and line otherwise."""

    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Score:
    """A coverage as it is shown."""

    percent: str
    share: float
    count: str
    level: str
    """Where it stands on the scale of colours: `full`, `high`, `half`, `low`; `none` where nothing applies."""


class View:
    """The report with its surroundings, and the small pieces that all parts are made of."""

    def __init__(self, report: Report, around: Surroundings) -> None:
        self.report = report
        self.around = around
        self.t = around.strings
        self.entries = Entries(report)
        self.anchors = self.entries.anchors
        self.several = len(report.components) > 1
        self.inherits = any(verdict.inherited_from for verdict in report.sections())
        self.topics = [(component, topic) for component in report.components for topic in component.topics]

    def finding(self, component: str, topic: str, section: str = "") -> Finding | None:
        """Return what falls short in a section, or in a topic as a whole; every finding is in the work list."""
        return self.entries.finding(component, topic, section)

    def name(self, component: ComponentVerdict, topic: TopicVerdict) -> str:
        """Return a topic's title, behind its component's name where there are several."""
        return self.within(component.name, topic.topic.title)

    def within(self, component: str, name: str) -> str:
        """Return a name, behind its component's where there are several."""
        return self.t("coverage.within", component=component, name=name) if self.several and component else name

    def spot(self, place: Place) -> Spot:
        """Return a place as it is shown."""
        url = self.around.link(place)
        return Spot((place.heading or str(place)) if url is not None else str(place), url)

    def page(self, path: str) -> Spot:
        """Return a page as it is shown: its path, linked where the site has it."""
        return Spot(path, self.around.link(Place(path)))

    def score(self, coverage: Coverage) -> Score:
        """Return a coverage as it is shown."""
        if not coverage.applicable:
            return Score(self.t("status.not-applicable"), 0.0, self.t("status.not-applicable"), "none")
        count = self.t("coverage.of", documented=coverage.documented, applicable=coverage.applicable)
        return Score(percent(coverage, self.t), coverage.percent, count, level_of(coverage.percent))


def unwritten(topic: TopicVerdict) -> int:
    """Return how many sections of a topic are still to be written."""
    return topic.coverage.applicable - topic.coverage.documented
