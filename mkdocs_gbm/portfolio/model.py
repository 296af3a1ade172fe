"""What is known of many sites together."""

from dataclasses import dataclass

from mkdocs_gbm.assess import Coverage, Status, Tally


@dataclass(frozen=True, slots=True)
class HeldTo:
    """The standard that a component was held to."""

    name: str
    version: str | None = None
    hash: str | None = None
    """Of its content."""

    def __str__(self) -> str:
        return f"{self.name} {self.version}" if self.version else self.name


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """One required section of a component."""

    name: str
    status: Status


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """One topic of a component."""

    slug: str
    title: str
    coverage: Coverage
    sections: tuple[SectionEntry, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Return by what it is the same topic in another standard."""
        return self.slug, self.title

    @property
    def unwritten(self) -> tuple[SectionEntry, ...]:
        """Return the sections that are still to be written."""
        apart = (Status.DOCUMENTED, Status.NOT_APPLICABLE)
        return tuple(section for section in self.sections if section.status not in apart)


@dataclass(frozen=True, slots=True)
class ComponentEntry:
    """One component of one report."""

    name: str
    """Its name; with its report behind it where another component has the same."""
    report: str
    """The file that tells of it, as it was named."""
    directory: str
    held_to: HeldTo
    tally: Tally
    topics: tuple[TopicEntry, ...]

    @property
    def coverage(self) -> Coverage:
        """Return the coverage of all its topics."""
        return Coverage.total(topic.coverage for topic in self.topics)

    @property
    def requirement(self) -> tuple[object, ...]:
        """Return what was required of it: components of one standard with the same requirement are compared."""
        topics = tuple((topic.key, tuple(section.name for section in topic.sections)) for topic in self.topics)
        return self.held_to.name, topics


@dataclass(frozen=True, slots=True)
class Group:
    """Components of which the same was required."""

    components: tuple[ComponentEntry, ...]
    """The one with the lowest coverage first."""

    @property
    def name(self) -> str:
        """Return the standard's name."""
        return self.components[0].held_to.name

    @property
    def titles(self) -> tuple[str, ...]:
        """Return the titles of its topics, in the standard's order."""
        return tuple(topic.title for topic in self.components[0].topics)

    @property
    def required(self) -> int:
        """How many sections it requires."""
        return sum(len(topic.sections) for topic in self.components[0].topics)

    @property
    def held_to(self) -> tuple[tuple[HeldTo, int], ...]:
        """Return its versions, each with how many components were held to it; the most usual one first."""
        held = [component.held_to for component in self.components]
        return tuple(sorted(((each, held.count(each)) for each in set(held)), key=lambda pair: (-pair[1], str(pair))))

    @property
    def coverage(self) -> Coverage:
        """Return the coverage of all its components."""
        return Coverage.total(component.coverage for component in self.components)


@dataclass(frozen=True, slots=True)
class TopicTotal:
    """One topic over all components that have it."""

    slug: str
    title: str
    components: int
    """How many components it applies to."""
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Lack:
    """A required section that most components lack."""

    slug: str
    title: str
    """The topic's."""
    section: str
    components: tuple[str, ...]
    """Those that lack it."""
    of: int
    """How many components it applies to."""

    @property
    def everywhere(self) -> bool:
        """Whether all lack it."""
        return len(self.components) == self.of


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The documentation of many components, from the reports of their sites."""

    reports: tuple[str, ...]
    """The files, as they were named."""
    groups: tuple[Group, ...]
    topics: tuple[TopicTotal, ...]
    """The one with the lowest coverage first."""
    lacking: tuple[Lack, ...]
    """What most components lack, the most widespread first."""

    @property
    def components(self) -> tuple[ComponentEntry, ...]:
        """Return all components, by group."""
        return tuple(component for group in self.groups for component in group.components)

    @property
    def coverage(self) -> Coverage:
        """Return the coverage of all components."""
        return Coverage.total(group.coverage for group in self.groups)

    @property
    def tally(self) -> Tally:
        """Return all checklists in numbers."""
        tallies = [component.tally for component in self.components]
        return Tally(
            sum(tally.done for tally in tallies),
            sum(tally.total for tally in tallies),
            sum(tally.ticked for tally in tallies),
            sum(tally.contradicted for tally in tallies),
        )
