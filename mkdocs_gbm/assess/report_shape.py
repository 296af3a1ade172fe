"""The report as plain values: what stands under each key of its JSON (schema version 1).

What writes the report, what reads it again and the JSON Schema that is printed of it all go by these types. A key that
came after the first release is `NotRequired`, so that reports made before it can still be read.
"""

from dataclasses import dataclass
from typing import Annotated, NotRequired, TypedDict

from mkdocs_gbm.assess.content import Status
from mkdocs_gbm.assess.recognise import Match
from mkdocs_gbm.assess.report import ItemState
from mkdocs_gbm.assess.rules import RULES, Severity

REPORT_VERSION = 1


@dataclass(frozen=True, slots=True)
class OneOf:
    """Marks a text that is one of these words."""

    words: tuple[str, ...]


_STATUS = OneOf(tuple(status.value for status in Status))
_MATCH = OneOf(tuple(match.word for match in Match))
_STATE = OneOf(tuple(state.value for state in ItemState))
_SEVERITY = OneOf(tuple(severity.value for severity in Severity))
_RULE = OneOf(tuple(RULES))


class ToolShape(TypedDict):
    """What made the report."""

    name: str
    version: str


class CoverageShape(TypedDict):
    """How much of what is required is documented."""

    percent: float
    """Of the sections that apply, how many are documented: in percent, to one decimal, never rounded up to 100."""
    documented: int
    required: int
    """All that the standard requires, with what is not applicable."""
    not_applicable: int


class TallyShape(TypedDict):
    """The checklist in numbers."""

    done: int
    """Items that are ticked and hold."""
    total: int
    """Items that apply."""
    ticked: int
    """Items that somebody ticked, whether they hold or not."""
    contradicted: int


class SectionShape(TypedDict):
    """What became of one required section."""

    name: str
    status: Annotated[str, _STATUS]
    match: Annotated[str, _MATCH] | None
    """How it was recognised."""
    heading: str | None
    page: str | None
    """The page that it is on, relative to the project."""
    line: int | None
    anchor: str | None
    words: int
    reason: str | None
    """Why it is not applicable."""
    inherited_from: NotRequired[str | None]
    """The component from which it is taken."""


class TopicShape(TypedDict):
    """What became of one topic."""

    slug: str
    title: str
    pages: list[str]
    """Its pages, relative to the project."""
    coverage: CoverageShape
    sections: list[SectionShape]


class ItemShape(TypedDict):
    """What became of one checklist item."""

    name: str
    ticked: bool
    state: Annotated[str, _STATE]
    evidence: list[str]
    """What must be documented for it to be true: `topic`, or `topic#Section`."""
    missing_evidence: list[str]
    """What it claims and is not documented."""
    page: str | None
    line: int | None
    reason: str | None
    """Why it is not applicable."""
    inherited_from: NotRequired[str | None]
    """The component from which it is taken."""


class ComponentShape(TypedDict):
    """What became of one component's documentation."""

    name: str
    directory: str
    """Its folder, relative to the project."""
    coverage: CoverageShape
    checklist: TallyShape
    topics: list[TopicShape]
    items: list[ItemShape]


class FindingShape(TypedDict):
    """One thing that falls short."""

    rule: Annotated[str, _RULE]
    severity: Annotated[str, _SEVERITY]
    component: str
    topic: str | None
    """The slug of the topic; none for the checklist and for the site as a whole."""
    section: str | None
    """The name of the required section or checklist item."""
    path: str
    line: int | None
    message: str
    remedy: str
    baselined: bool
    """Whether the baseline excuses it."""


class StandardShape(TypedDict):
    """Which standard it was, exactly."""

    source: str
    """Where it was read from."""
    version: str | None
    hash: str
    """Of its content."""
    commit: str | None
    """The commit of its source, where git knows it."""
    chosen: str
    """Why this standard."""


class ReportShape(TypedDict):
    """Everything known about a site. Paths are relative to the project, with forward slashes."""

    schema_version: int
    tool: ToolShape
    standard: str
    standard_details: NotRequired[StandardShape | None]
    """None where the standard was made in memory."""
    coverage: CoverageShape
    checklist: TallyShape
    components: list[ComponentShape]
    findings: list[FindingShape]
