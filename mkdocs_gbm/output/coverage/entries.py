"""Where the coverage page tells of a topic or a section: ids that other pages link to."""

from mkdocs_gbm.assess import Finding, Report, Status, TopicVerdict
from mkdocs_gbm.output.coverage.anchors import OF_THE_SITE, Anchors

CHECKLIST = "gbm-checklist"
"""The id of the checklist."""


class Entries:
    """Knows what the page of a report holds.

    Args:
        report: The report that is shown.
    """

    def __init__(self, report: Report) -> None:
        self.anchors = Anchors(report)
        self._several = len(report.components) > 1
        self._findings = {
            (finding.component, finding.topic or "", finding.section or ""): finding
            for finding in report.findings
            if finding.rule not in OF_THE_SITE
        }

    def finding(self, component: str, topic: str, section: str = "") -> Finding | None:
        """Return what falls short in a section, or in a topic as a whole; every finding is in the work list."""
        return self._findings.get((component, topic, section))

    def of_topic(self, component: str, topic: TopicVerdict) -> str:
        """Return the id of a topic: its table; where there is none, its waiver, its gap or its component."""
        slug = topic.topic.slug
        if not self._several or is_waived(topic):
            return self.anchors.place(component, slug)
        known = self.finding(component, slug) is not None
        return self.anchors.gap(component, slug) if known else self.anchors.component(component)

    def of_section(self, component: str, topic: TopicVerdict, section: str) -> str:
        """Return the id of a section that is not on the site: its entry in the work list, or where it is counted."""
        slug = topic.topic.slug
        if self.finding(component, slug, section):
            return self.anchors.gap(component, slug, section)
        if self.finding(component, slug):
            return self.anchors.gap(component, slug, "" if self._several else section)
        if self._several:
            return self.of_topic(component, topic)
        return self.anchors.place(component, slug, section)


def is_waived(topic: TopicVerdict) -> bool:
    """Say whether a topic is waived as a whole: all of its sections at one place."""
    places = {verdict.place for verdict in topic.sections if verdict.status is Status.NOT_APPLICABLE}
    return bool(topic.sections) and not topic.coverage.applicable and len(places) == 1
