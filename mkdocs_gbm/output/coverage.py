"""The coverage page: the report as HTML that needs no script and no network."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from mkdocs_gbm.assess import ComponentVerdict, Finding, Place, Report, SectionVerdict, Severity, TopicVerdict
from mkdocs_gbm.output.badge import (
    Badge,
    checklist_badge,
    checklist_sentence,
    coverage_badge,
    coverage_sentence,
    percent,
)
from mkdocs_gbm.standard import Evidence

THEME = Path(__file__).resolve().parent / "theme"
STYLESHEET = "gbm.css"
SHEETS = (STYLESHEET, "beside.css")
"""The parts of the style sheet."""
TITLE = "Architecture coverage"

Link = Callable[[Place], str | None]
"""Gives the address of a place on the site, relative to the page that it is shown on."""

_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class TocEntry:
    """One heading of the coverage page, for the theme's table of contents."""

    title: str
    anchor: str
    level: int
    children: list["TocEntry"] = field(default_factory=list)


def environment(dirs: Sequence[str | Path] = ()) -> Environment:
    """Return the environment that renders everything of ours, escaping whatever comes from a page.

    Args:
        dirs: Folders searched for `partials/gbm/…` before our own, such as a theme's `custom_dir`.
    """
    return Environment(
        loader=FileSystemLoader([*dirs, THEME]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def badges_html(report: Report, env: Environment, coverage_url: str | None) -> str:
    """Return both badges, linked to the coverage page where there is one."""
    return env.get_template("partials/gbm/badges.html").render(badges=badges_of(report), coverage_url=coverage_url)


def badges_of(report: Report) -> tuple[Badge, ...]:
    """Return the badges of a report: the checklist's where the standard has one."""
    return (checklist_badge(report), coverage_badge(report)) if report.tally.total else (coverage_badge(report),)


def coverage_html(report: Report, env: Environment, link: Link) -> str:
    """Return the content of the coverage page, without its title."""
    return env.get_template("partials/gbm/coverage.html").render(
        report=report,
        badges=badges_of(report),
        coverage_url=None,
        link=link,
        anchor=lambda component, topic, section=None: anchor(report, component, topic, section),
        percent=percent,
        coverage_sentence=coverage_sentence(report.coverage),
        checklist_sentence=checklist_sentence(report.tally),
        weakest=_weakest(report),
        gaps=list(_gaps(report)),
        finding_of=_finder(report),
        evidence_link=lambda component, evidence: _evidence_link(report, component, evidence),
        name_of=lambda component, topic: _name_of(report, component, topic),
    )


def toc(report: Report) -> list[TocEntry]:
    """Return the headings of the coverage, below the title of the page that it stands on."""
    topics = [
        TocEntry(_name_of(report, component, verdict), anchor(report, component, verdict), 3)
        for component in report.components
        for verdict in component.topics
    ]
    entries = [TocEntry("What to write next", "gbm-gaps", 2), TocEntry("Sections by topic", "gbm-topics", 2, topics)]
    if report.tally.total:
        entries.append(TocEntry("Checklist", "gbm-checklist", 2))
    entries.append(TocEntry("How this number was made", "gbm-method", 2))
    return entries


def anchor(
    report: Report, component: ComponentVerdict, topic: TopicVerdict, section: SectionVerdict | None = None
) -> str:
    """Return the stable anchor of a topic or section on the coverage page."""
    names = [component.name] if len(report.components) > 1 else []
    names += [topic.topic.slug, *([section.section.name] if section else [])]
    return "-".join(["gbm", *(_NOT_WORD.sub("-", name.casefold()).strip("-") for name in names)])


def _evidence_link(report: Report, component: ComponentVerdict, evidence: Evidence) -> Markup:
    """Return a topic or section that proves an item, linked to its row on the page."""
    topic = component.topic(evidence.topic)
    if topic is None:
        return escape(evidence)
    section = next((verdict for verdict in topic.sections if verdict.section.name == evidence.section), None)
    name = f"{topic.topic.title}: {section.section.name}" if section else topic.topic.title
    return Markup('<a href="#{}">{}</a>').format(anchor(report, component, topic, section), name)


def _name_of(report: Report, component: ComponentVerdict, topic: TopicVerdict) -> str:
    return f"{component.name}: {topic.topic.title}" if len(report.components) > 1 else topic.topic.title


def _unwritten(topic: TopicVerdict) -> int:
    return topic.coverage.applicable - topic.coverage.documented


def _weakest(report: Report) -> tuple[str, int] | None:
    """Return the topic with the most unwritten sections, and how many they are."""
    topics = [(component, topic) for component in report.components for topic in component.topics]
    if not topics:
        return None
    component, topic = max(topics, key=lambda pair: _unwritten(pair[1]))
    return (_name_of(report, component, topic), _unwritten(topic)) if _unwritten(topic) else None


@dataclass(frozen=True, slots=True)
class _Gap:
    """The findings of one topic, or of the checklist and the site."""

    title: str
    findings: tuple[Finding, ...]


def _gaps(report: Report) -> Iterator[_Gap]:
    """Yield the findings in groups, the topic with the most unwritten sections first."""
    topics = [(component, topic) for component in report.components for topic in component.topics]
    for component, topic in sorted(topics, key=lambda pair: -_unwritten(pair[1])):
        found = [
            finding
            for finding in report.findings
            if finding.component == component.name and finding.topic == topic.topic.slug
        ]
        if found:
            yield _Gap(_name_of(report, component, topic), _by_severity(found))
    rest = [finding for finding in report.findings if finding.topic is None]
    if rest:
        yield _Gap("Checklist and site", _by_severity(rest))


def _by_severity(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.WARN))


def _finder(report: Report) -> Callable[[ComponentVerdict, TopicVerdict, SectionVerdict], Finding | None]:
    by_place = {(finding.component, finding.topic, finding.section): finding for finding in report.findings}
    return lambda component, topic, section: by_place.get((component.name, topic.topic.slug, section.section.name))
