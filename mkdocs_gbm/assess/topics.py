"""The verdict on a topic: each required section's status, and the findings."""

from dataclasses import replace

from mkdocs_gbm.assess.bench import Bench
from mkdocs_gbm.assess.content import Status
from mkdocs_gbm.assess.exempt import is_exempt
from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.inheritance import with_inherited
from mkdocs_gbm.assess.inspector import Inspector, lapsed
from mkdocs_gbm.assess.left_out import left_out
from mkdocs_gbm.assess.pages import Component, Page
from mkdocs_gbm.assess.report import ComponentVerdict, Finding, Place, SectionVerdict, TopicVerdict
from mkdocs_gbm.assess.rules import Severity
from mkdocs_gbm.assess.search import find_sections
from mkdocs_gbm.assess.waivers import Waiver
from mkdocs_gbm.standard import RequiredSection, Topic


def judge_topic(
    topic: Topic, component: Component, bench: Bench, parent: ComponentVerdict | None = None
) -> tuple[TopicVerdict, list[Finding]]:
    """Return the verdict on one topic of a component, with its findings in the standard's order.

    Args:
        topic: What is required.
        component: What is written.
        bench: What every verdict needs at hand.
        parent: The component from which this one takes what it lacks, if any.
    """
    pages = component.topics.get(topic.slug, ())
    by_nature = component.not_applicable.get(topic.slug)
    if by_nature and by_nature.holds(bench.settings.today):
        verdicts = tuple(_waived(section, None, by_nature) for section in topic.sections)
        return TopicVerdict(topic, tuple(page.path for page in pages), verdicts), []
    verdict, findings = _judge(topic, component, pages, bench, parent)
    return verdict, _past(by_nature, topic, component, bench) if by_nature else findings


def _past(waiver: Waiver, topic: Topic, component: Component, bench: Bench) -> list[Finding]:
    """Return the finding of a waiver in the configuration whose date is past."""
    severity = bench.settings.weigh("expired-waiver", topic.slug)
    if severity is Severity.IGNORE:
        return []
    rule, message, remedy = lapsed(waiver, f"the topic '{topic.title}'", "write its sections")
    place = Place(component.expected.get(topic.slug, topic.page))
    remedy = f"{remedy} under 'not_applicable: {topic.slug}:'"
    return [Finding(rule, severity, component.name, topic.slug, None, place, message, remedy)]


def _judge(
    topic: Topic, component: Component, pages: tuple[Page, ...], bench: Bench, parent: ComponentVerdict | None
) -> tuple[TopicVerdict, list[Finding]]:
    if not pages:
        return _absent(topic, component, bench, parent)
    waiver = pages[0].waiver if all(page.waiver for page in pages) else None
    if waiver and waiver.holds(bench.settings.today):
        verdicts = tuple(_waived(section, Place(pages[0].path), waiver) for section in topic.sections)
        return TopicVerdict(topic, tuple(page.path for page in pages), verdicts), []
    best = find_sections(pages, bench.recognisers[topic.slug], bench.known, bench.resolve, bench.settings.today)
    inspector = Inspector(topic, component, pages, bench)
    own = (_verdict(section, best.get(section.name)) for section in topic.sections)
    verdicts = with_inherited(own, topic.slug, parent)
    if waiver:
        return TopicVerdict(topic, tuple(page.path for page in pages), verdicts), inspector.of_page(waiver)
    findings = [
        finding
        for verdict in verdicts
        if verdict.inherited_from is None
        for finding in inspector.findings(verdict.section, best.get(verdict.section.name))
    ]
    return TopicVerdict(topic, tuple(page.path for page in pages), verdicts), findings


def _waived(section: RequiredSection, place: Place | None, waiver: Waiver) -> SectionVerdict:
    return SectionVerdict(section, Status.NOT_APPLICABLE, place=place, reason=waiver.reason, until=waiver.until)


def _verdict(section: RequiredSection, found: Found | None) -> SectionVerdict:
    if found is None:
        return SectionVerdict(section, Status.MISSING)
    verdict = SectionVerdict(section, found.status, found.match, found.place, found.content.words)
    if found.waiver and found.status is Status.NOT_APPLICABLE:
        return replace(verdict, reason=found.waiver.reason, until=found.waiver.until)
    return verdict


def _absent(
    topic: Topic, component: Component, bench: Bench, parent: ComponentVerdict | None
) -> tuple[TopicVerdict, list[Finding]]:
    own = (SectionVerdict(section, Status.MISSING) for section in topic.sections)
    verdicts = with_inherited(own, topic.slug, parent)
    lacking = sum(verdict.status is Status.MISSING for verdict in verdicts)
    if not lacking:
        return TopicVerdict(topic, (), verdicts), []
    severity = bench.settings.weigh("missing-page", topic.slug)
    path = component.expected.get(topic.slug, topic.page)
    subject, so = f"the topic '{topic.title}'", _so_many(lacking, len(verdicts))
    message, remedy = left_out(subject, topic.slug, component, so) or (
        f"{subject} has no page, {so}",
        _page_remedy(topic, component, bench),
    )
    finding = Finding("missing-page", severity, component.name, topic.slug, None, Place(path), message, remedy)
    return TopicVerdict(topic, (), verdicts), [finding] if severity is not Severity.IGNORE else []


def _so_many(lacking: int, count: int) -> str:
    if lacking == count:
        return f"so its {count} required sections are missing"
    return f"so {lacking} of its {count} required sections, which are not inherited, are missing"


def _page_remedy(topic: Topic, component: Component, bench: Bench) -> str:
    recogniser = bench.recognisers[topic.slug]
    command = f"'{bench.making(topic.slug, component)}'"
    scores = [
        (sum(bool(recogniser.recognise(heading.text)) for heading in page.outline.headings), page.path)
        for page in component.others()
        if not is_exempt(page)
    ]
    score, path = max(scores, default=(0, ""))
    if score:
        said = f"{score} of its headings mean" if score > 1 else "one of its headings means"
        where = f"name {path} under 'pages: {topic.slug}:' ({said} sections of this topic)"
        return f"write it from the page template ({command}), or {where}"
    return (
        f"write it from the page template ({command}), with a section '{topic.sections[0].name}' and those that follow"
    )
