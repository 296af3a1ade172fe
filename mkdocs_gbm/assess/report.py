"""Everything known about a site: verdicts on sections and items, findings, coverage."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from mkdocs_gbm.assess.content import Status
from mkdocs_gbm.assess.recognise import Match
from mkdocs_gbm.assess.rules import Severity
from mkdocs_gbm.standard import ChecklistItem, RequiredSection, Standard, Topic


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, or should stand."""

    path: str
    """The page, relative to the project, with forward slashes."""
    line: int | None = None
    """The line in its source, from 1."""
    heading: str | None = None
    anchor: str | None = None

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that falls short."""

    rule: str
    severity: Severity
    component: str
    topic: str | None
    """The slug of the topic; none for the checklist and for the site as a whole."""
    section: str | None
    """The name of the required section or checklist item."""
    place: Place
    message: str
    remedy: str
    baselined: bool = False

    @property
    def line(self) -> str:
        """Return the finding on one line: where, what, what to do."""
        return f"{self.place}: {self.rule}: {self.message}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what is required is documented."""

    documented: int
    required: int
    """All that the standard requires, with what is not applicable."""
    not_applicable: int = 0

    @property
    def applicable(self) -> int:
        """How many sections count."""
        return self.required - self.not_applicable

    @property
    def percent(self) -> float:
        """Return the share in percent to one decimal, never rounded up to 100; 100 where nothing applies."""
        if not self.applicable:
            return 100.0
        share = round(100 * self.documented / self.applicable, 1)
        return share if self.documented == self.applicable else min(share, 99.9)

    @classmethod
    def total(cls, parts: Iterable["Coverage"]) -> "Coverage":
        """Add coverages up."""
        parts = list(parts)
        return cls(
            sum(part.documented for part in parts),
            sum(part.required for part in parts),
            sum(part.not_applicable for part in parts),
        )


@dataclass(frozen=True, slots=True)
class SectionVerdict:
    """What became of one required section."""

    section: RequiredSection
    status: Status
    match: Match | None = None
    place: Place | None = None
    words: int = 0
    reason: str | None = None
    """Why it is not applicable."""
    until: date | None = None
    """The last day on which it is not."""
    inherited_from: str | None = None
    """The component that documents it, where its own does not."""


@dataclass(frozen=True, slots=True)
class TopicVerdict:
    """What became of one topic."""

    topic: Topic
    pages: tuple[str, ...]
    """Its pages, relative to the project."""
    sections: tuple[SectionVerdict, ...]

    @property
    def coverage(self) -> Coverage:
        """Return the coverage of this topic."""
        statuses = [verdict.status for verdict in self.sections]
        return Coverage(statuses.count(Status.DOCUMENTED), len(statuses), statuses.count(Status.NOT_APPLICABLE))


class ItemState(Enum):
    """What became of a checklist item."""

    DONE = "done"
    OPEN = "open"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """What became of one checklist item."""

    item: ChecklistItem
    state: ItemState
    ticked: bool
    place: Place | None = None
    missing_evidence: tuple[str, ...] = ()
    """What it claims and is not documented: `API Architecture: Caching`."""
    reason: str | None = None
    """Why it is not applicable."""
    until: date | None = None
    """The last day on which it is not."""
    inherited_from: str | None = None
    """The component whose checklist says it, where its own does not."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The checklist in numbers."""

    done: int
    """Items that are ticked and hold."""
    total: int
    """Items that apply."""
    ticked: int
    """Items that somebody ticked, whether they hold or not."""
    contradicted: int = 0

    @classmethod
    def of(cls, items: Iterable[ItemVerdict]) -> "Tally":
        """Count the items."""
        applying = [item for item in items if item.state is not ItemState.NOT_APPLICABLE]
        return cls(
            done=sum(item.state is ItemState.DONE for item in applying),
            total=len(applying),
            ticked=sum(item.ticked for item in applying),
            contradicted=sum(item.state is ItemState.CONTRADICTED for item in applying),
        )


@dataclass(frozen=True, slots=True)
class ComponentVerdict:
    """What became of one component's documentation."""

    name: str
    directory: str
    """Its folder, relative to the project."""
    topics: tuple[TopicVerdict, ...]
    items: tuple[ItemVerdict, ...]

    @property
    def coverage(self) -> Coverage:
        """Return the coverage of all its topics."""
        return Coverage.total(topic.coverage for topic in self.topics)

    @property
    def tally(self) -> Tally:
        """Return its checklist in numbers."""
        return Tally.of(self.items)

    def topic(self, slug: str) -> TopicVerdict | None:
        """Return the verdict on the topic of this slug."""
        return next((verdict for verdict in self.topics if verdict.topic.slug == slug), None)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything known about a site."""

    standard: Standard
    components: tuple[ComponentVerdict, ...]
    findings: tuple[Finding, ...] = field(default=())

    @property
    def coverage(self) -> Coverage:
        """Return the coverage of all components."""
        return Coverage.total(component.coverage for component in self.components)

    @property
    def tally(self) -> Tally:
        """Return all checklists in numbers."""
        return Tally.of(item for component in self.components for item in component.items)

    @property
    def failing(self) -> tuple[Finding, ...]:
        """Return the findings that fail a strict build."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.WARN)

    def sections(self) -> Iterator[SectionVerdict]:
        """Yield every verdict on a required section."""
        for component in self.components:
            for topic in component.topics:
                yield from topic.sections
