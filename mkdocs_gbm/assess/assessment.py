"""The verdict on a whole site, from what is required and what is written."""

from collections.abc import Sequence

from mkdocs_gbm.assess.checklist import contradictions, judge_checklist
from mkdocs_gbm.assess.inference import with_evidence
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.pages import Component, Resolve
from mkdocs_gbm.assess.recognise import Recogniser
from mkdocs_gbm.assess.report import ComponentVerdict, Finding, ItemVerdict, Place, Report
from mkdocs_gbm.assess.rules import Severity
from mkdocs_gbm.assess.settings import Settings
from mkdocs_gbm.assess.topics import Bench, judge_topic
from mkdocs_gbm.standard import Standard


def nowhere(path: str, target: str) -> None:
    """Resolve no link: for documentation that is judged page by page."""
    del path, target


def assess(
    standard: Standard, components: Sequence[Component], settings: Settings, resolve: Resolve = nowhere
) -> Report:
    """Judge the pages of all components by a standard.

    Args:
        standard: What is required.
        components: What is written.
        settings: How strictly to judge.
        resolve: Finds the pages that links lead to, for sections and checklist items that refer to others.
    """
    recognisers = recognisers_of(standard, settings)
    standard = with_evidence(standard, recognisers)
    bench = Bench(recognisers, KnownText(standard), resolve, settings)
    verdicts: list[ComponentVerdict] = []
    findings: list[Finding] = []
    for component in components:
        verdict, found = _judge_component(standard, component, bench)
        verdicts.append(verdict)
        findings.extend(found)
    report = Report(standard, tuple(verdicts), tuple(findings))
    return Report(standard, report.components, report.findings + _low_coverage(report, settings))


def recognisers_of(standard: Standard, settings: Settings) -> dict[str, Recogniser]:
    """Return per topic what knows the names of its sections, those of a site's configuration too."""
    return {topic.slug: Recogniser(topic, standard, settings.aliases.get(topic.slug)) for topic in standard.topics}


def _judge_component(standard: Standard, component: Component, bench: Bench) -> tuple[ComponentVerdict, list[Finding]]:
    judged = [judge_topic(topic, component, bench) for topic in standard.topics]
    topics = tuple(verdict for verdict, _ in judged)
    findings = [finding for _, found in judged for finding in found]
    items: tuple[ItemVerdict, ...] = ()
    if standard.checklist:
        by_slug = {verdict.topic.slug: verdict for verdict in topics}
        items, of_checklist = judge_checklist(standard.checklist, component, by_slug, bench)
        findings = contradictions(items, [*findings, *of_checklist], component, bench)
    return ComponentVerdict(component.name, component.directory, topics, items), findings


def _low_coverage(report: Report, settings: Settings) -> tuple[Finding, ...]:
    severity = settings.weigh("low-coverage")
    coverage = report.coverage
    if coverage.percent >= settings.fail_under or severity is Severity.IGNORE:
        return ()
    message = f"coverage is {coverage.percent} %, below {settings.fail_under:g} %"
    lacking = coverage.applicable - coverage.documented
    directory = report.components[0].directory if report.components else ""
    return (
        Finding(
            "low-coverage", severity, "", None, None, Place(directory), message, f"{lacking} sections are to be written"
        ),
    )
