"""What a documentation must hold."""

from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class RequiredSection:
    """One thing that a topic must document."""

    name: str
    """The heading, spelled as the standard spells it."""
    guidance: str = ""
    """One line that tells the author what belongs here."""
    questions: tuple[str, ...] = ()
    """Questions that the section should answer."""
    skeleton: str = ""
    """Markdown to start from: a table to fill, a diagram to draw."""
    aliases: tuple[str, ...] = ()
    """Other headings that mean the same."""
    optional: bool = False
    """Whether its absence is worth a note only."""
    contained: bool = True
    """Whether its name may be recognised inside a longer heading. (Its aliases always may.)"""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page template's body begins."""

    file: str
    line: int
    """How many lines of the file stand above it."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One architecture subject with pages of its own."""

    slug: str
    """The short name for configuration, anchors and reports: the template's file name."""
    title: str
    page: str
    """Where its page stands by default, relative to the component's folder."""
    sections: tuple[RequiredSection, ...]
    head: str = ""
    """Markdown (Jinja2) above the first required section."""
    folder: str | None = None
    """A folder whose pages are the topic's too, relative to the component's; `.` is that folder itself."""
    read_at: Spot | None = field(default=None, compare=False)
    """Where its head was read, for mistakes that show when it is rendered."""

    def section(self, name: str) -> RequiredSection | None:
        """Return the required section of this name."""
        return next((section for section in self.sections if section.name == name), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What must be documented for a checklist item to be true."""

    topic: str
    """The slug of a topic."""
    section: str | None = None
    """One of its required sections; without one, the whole topic."""

    def __str__(self) -> str:
        return self.topic if self.section is None else f"{self.topic}#{self.section}"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One claim that the team makes about its documentation."""

    name: str
    meaning: str = ""
    evidence: tuple[Evidence, ...] = ()
    by_link: bool = False
    """Whether the evidence is a link in the item, since no required section covers it."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """The claims of a standard, on a page of their own."""

    title: str
    page: str
    items: tuple[ChecklistItem, ...]
    template: str = ""
    """Markdown (Jinja2) of the whole page."""
    infers: bool = False
    """Whether names tell the evidence of the items that declare none, although others declare some."""
    read_at: Spot | None = field(default=None, compare=False)
    """Where its template was read, for mistakes that show when it is rendered."""


class Chosen(Enum):
    """Who chose a standard: each one goes before the next."""

    OPTION = "option"
    """The command line."""
    CONFIGURED = "configured"
    """The site's configuration."""
    PERSONA = "persona"
    """GoBuildMe's note of the project's persona."""
    DEFAULT = "default"
    """Nobody."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a standard comes from, and which state of it this is."""

    source: str
    """`bundled`, a path relative to the project, or `package:NAME`."""
    chosen: Chosen
    hash: str
    """A digest of its topics, sections, aliases, checklist and evidence."""
    version: str | None = None
    """The version of what ships it, or what its own `standard.yml` says."""
    commit: str | None = None
    """The commit that last changed it, where git knows one and the files are as they were there."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a standard leaves to the sites that are held to it, beside the severities of rules."""

    min_words: int = 0
    """The `min_words` that a site has at least."""
    fail_under: float = 0.0
    """The `fail_under` that a site has at least, in percent."""
    site_aliases: bool = True
    """Whether a site may have more names of sections."""
    always_apply: tuple[str, ...] = ()
    """Topics that no site may say not to apply to it."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What a documentation must hold: topics in order, and a checklist."""

    name: str
    topics: tuple[Topic, ...]
    checklist: Checklist | None = None
    version: str | None = None
    """What the standard itself says of its version."""
    minimum: tuple[tuple[str, str], ...] = ()
    """Rules with the severity that a site may not weaken."""
    limits: Limits = field(default_factory=Limits)
    """What else a site may not weaken."""
    origin: Origin | None = field(default=None, compare=False)
    remarks: tuple[str, ...] = field(default=(), compare=False)
    """What could not be read of its source, each with file and line."""

    def topic(self, slug: str) -> Topic | None:
        """Return the topic of this slug."""
        return next((topic for topic in self.topics if topic.slug == slug), None)

    @property
    def required(self) -> int:
        """How many sections are required in all."""
        return sum(len(topic.sections) for topic in self.topics)
