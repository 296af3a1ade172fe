"""The work list: what to write next, the topic with most to write first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from mkdocs_gbm.assess import ComponentVerdict, Finding, Severity, TopicVerdict
from mkdocs_gbm.output.coverage.anchors import OF_THE_SITE
from mkdocs_gbm.output.coverage.view import Spot, View, unwritten

FULL = 25
"""With several components, this many gaps are told in full, so that the page can still be read and loaded."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """A section of a page that does not exist."""

    anchor: str
    name: str
    guidance: str


@dataclass(frozen=True, slots=True)
class Gap:
    """One finding, as work to do."""

    anchor: str
    name: str
    finding: Finding
    where: Spot
    edit: str | None
    """Where the file is edited, or made."""
    lacking: tuple[Lacking, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The gaps of one topic, or of the checklist and the site."""

    title: str
    anchor: str
    count: str
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """Gaps to close: the first ones in full, the others by name."""

    full: tuple[Group, ...]
    brief: tuple[Group, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return all of them."""
        return self.full + self.brief

    @property
    def count(self) -> int:
        """Return how many gaps there are."""
        return sum(len(group.gaps) for group in self.groups)


@dataclass(frozen=True, slots=True)
class WorkList:
    """All gaps."""

    todo: Work
    excused: Work
    """Those in the baseline."""


def work_list(view: View) -> WorkList:
    """Return the gaps of a report, those in the baseline apart."""
    findings = view.report.findings
    todo = list(_groups(view, [finding for finding in findings if not finding.baselined]))
    excused = [
        replace(group, anchor="") for group in _groups(view, [finding for finding in findings if finding.baselined])
    ]
    return WorkList(_split(todo, FULL if view.several else None), _split(excused, 0 if view.several else None))


def _split(groups: list[Group], full: int | None) -> Work:
    """Split groups where the given number of gaps is reached; nowhere for `None`."""
    told = [0, *accumulate(len(group.gaps) for group in groups)]
    at = len(groups) if full is None else sum(count < full for count in told[:-1])
    return Work(tuple(groups[:at]), tuple(groups[at:]))


def weakest(view: View, work: WorkList) -> tuple[str, str | None] | None:
    """Return the sentence that says what is missing most, and where that is told in full."""
    ranked = _ranked(view)
    if not ranked or not unwritten(ranked[0][1]):
        return None
    component, topic = ranked[0]
    said = view.t("coverage.weakest", topic=view.name(component, topic), count=unwritten(topic))
    anchor = view.anchors.gap(component.name, topic.topic.slug)
    return said, f"#{anchor}" if anchor in {group.anchor for group in work.todo.groups} else None


def _ranked(view: View) -> list[tuple[ComponentVerdict, TopicVerdict]]:
    return sorted(view.topics, key=lambda pair: -unwritten(pair[1]))


def _groups(view: View, findings: list[Finding]) -> Iterator[Group]:
    """Yield the findings by topic, then those of each checklist, then those of the site."""
    by_place: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        key = ("", "") if finding.rule in OF_THE_SITE else (finding.component, finding.topic or "")
        by_place.setdefault(key, []).append(finding)
    for component, topic in _ranked(view):
        if found := by_place.pop((component.name, topic.topic.slug), None):
            anchor = view.anchors.gap(component.name, topic.topic.slug)
            count = view.score(topic.coverage).count
            yield Group(view.name(component, topic), anchor, count, _gaps(view, found, topic))
    for (name, _), found in sorted(by_place.items(), key=lambda entry: not entry[0][0]):
        kind = "checklist" if name else "site"
        title = view.within(name, view.t(f"coverage.gaps.{kind}"))
        yield Group(title, view.anchors.gap(name, kind), "", _gaps(view, found, None))


def _gaps(view: View, findings: Iterable[Finding], topic: TopicVerdict | None) -> tuple[Gap, ...]:
    ordered = sorted(findings, key=lambda finding: finding.severity is not Severity.WARN)
    return tuple(_gap(view, finding, topic) for finding in ordered)


def _gap(view: View, finding: Finding, topic: TopicVerdict | None) -> Gap:
    path = finding.place.path
    lacking: tuple[Lacking, ...] = ()
    if finding.rule == "missing-page" and topic:
        lacking = tuple(_lacking(view, finding, topic))
    name = finding.section or (topic.topic.title if topic else "")
    return Gap(view.anchors.of(finding), name, finding, view.spot(finding.place), view.around.edit(path), lacking)


def _lacking(view: View, finding: Finding, topic: TopicVerdict) -> Iterator[Lacking]:
    for section in topic.topic.sections:
        anchor = "" if view.several else view.anchors.gap(finding.component, topic.topic.slug, section.name)
        yield Lacking(anchor, section.name, "" if view.several else section.guidance)
