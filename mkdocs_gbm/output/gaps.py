"""What to write next: the findings as work, in the order in which it is best done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_gbm.assess import ComponentVerdict, Finding, Report, SectionVerdict, Severity, TopicVerdict
from mkdocs_gbm.standard import RequiredSection


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to write."""

    finding: Finding
    topic: str
    """The topic's title; `Checklist` or `Site` where it belongs to none."""
    section: RequiredSection | None
    """What is to be written, where it is a required section."""
    line: int | None
    """Where its heading stands, or the heading that it goes after; none where it goes into a new page."""
    after: str | None
    """The heading that it goes after, where its own is not there yet."""

    @property
    def heading(self) -> str | None:
        """Return the heading to write, in the standard's words."""
        return f"## {self.section.name}" if self.section else None

    @property
    def place(self) -> str:
        """Return where it goes, in words."""
        if self.finding.rule == "missing-page":
            return "in a new page"
        if self.section is None or self.finding.rule != "missing-section":
            return "in this file" if self.line is None else f"at line {self.line}"
        if self.after is None:
            return "before the first section"
        return f"after '{self.after}'" + (f" at line {self.line}" if self.line else "")


def gaps_of(report: Report) -> tuple[Gap, ...]:
    """Return all gaps: what fails first, the topic with the most unwritten sections first, then the template's order.

    A topic without a page is a gap for each of its sections: they are written one by one.
    """
    found = [
        gap
        for component in report.components
        for topic in _worst_first(component)
        for gap in _of_topic(report, component, topic)
    ]
    found += [
        _other(finding) for finding in report.findings if finding.topic is None or finding.rule == "stale-baseline"
    ]
    return tuple(sorted(found, key=lambda gap: gap.finding.severity is not Severity.WARN))


def _worst_first(component: ComponentVerdict) -> list[TopicVerdict]:
    return sorted(component.topics, key=lambda topic: topic.coverage.documented - topic.coverage.applicable)


def _of_topic(report: Report, component: ComponentVerdict, topic: TopicVerdict) -> Iterator[Gap]:
    findings = {
        finding.section: finding
        for finding in report.findings
        if finding.component == component.name
        and finding.topic == topic.topic.slug
        and finding.rule != "stale-baseline"
    }
    whole = findings.pop(None, None)
    title = f"{component.name}: {topic.topic.title}" if len(report.components) > 1 else topic.topic.title
    if whole and whole.rule != "missing-page":
        yield Gap(whole, title, None, whole.place.line, None)
    for index, verdict in enumerate(topic.sections):
        finding = findings.get(verdict.section.name, whole if whole and whole.rule == "missing-page" else None)
        if finding:
            yield replace(_of_section(finding, topic, index, verdict), topic=title)


def _of_section(finding: Finding, topic: TopicVerdict, index: int, verdict: SectionVerdict) -> Gap:
    if finding.rule != "missing-section":
        return Gap(finding, topic.topic.title, verdict.section, finding.place.line, None)
    before = (earlier.place for earlier in reversed(topic.sections[:index]))
    place = next((found for found in before if found and found.path == finding.place.path and found.heading), None)
    line, after = (place.line, place.heading) if place else (None, None)
    return Gap(finding, topic.topic.title, verdict.section, line, after)


def _other(finding: Finding) -> Gap:
    return Gap(
        finding, "Checklist" if finding.section and not finding.topic else "Site", None, finding.place.line, None
    )
