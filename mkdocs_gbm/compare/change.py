"""One thing that differs between two verdicts, and whether it is for the better."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mkdocs_gbm.assess import Place, Report, Settings
from mkdocs_gbm.assess.baseline import Entry


class Direction(Enum):
    """Whether a change is for the better."""

    WORSE = "worse"
    BETTER = "better"
    OTHER = "other"
    """Neither: a reviewer wants to know of it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a change did."""

    kind: str
    """In kebab case: `section-lost`, `alias-added`."""
    direction: Direction
    component: str
    topic: str | None
    """The slug of the topic; none for the checklist and for the configuration."""
    subject: str
    """What it is about: a section, an item, a rule, an option."""
    message: str
    """What happened to it."""
    place: Place | None = None
    """Where it stands now; where it stood, when it is gone."""


@dataclass(frozen=True, slots=True)
class Side:
    """A verdict, and what it rests on."""

    report: Report
    settings: Settings
    baseline: frozenset[Entry] = frozenset()
    """What is excused."""


Changes = Iterator[Change]
