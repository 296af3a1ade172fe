"""The verdict on a whole site, from what is required and what is written."""

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_gbm.assess.bench import Bench
from mkdocs_gbm.assess.checklist import contradictions, judge_checklist
from mkdocs_gbm.assess.inference import with_evidence
from mkdocs_gbm.assess.inheritance import parents_first
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.pages import Component, Resolve
from mkdocs_gbm.assess.recognise import Recogniser
from mkdocs_gbm.assess.report import ComponentVerdict, Finding, ItemVerdict, Place, Report
from mkdocs_gbm.assess.rules import Severity
from mkdocs_gbm.assess.settings import Settings
from mkdocs_gbm.assess.topics import judge_topic
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
    benches = _Benches(standard, Bench(recognisers, KnownText(standard), resolve, settings, len(components) > 1))
    judged: dict[int, tuple[ComponentVerdict, list[Finding]]] = {}
    by_name: dict[str, ComponentVerdict] = {}
    for component in parents_first(components):
        parent = by_name.get(component.inherit) if component.inherit else None
        found = _judge_component(standard, component, benches.of(component), parent)
        judged[id(component)], by_name[component.name] = found, found[0]
    verdicts = tuple(judged[id(component)][0] for component in components)
    findings = tuple(finding for component in components for finding in judged[id(component)][1])
    report = Report(standard, verdicts, findings)
    return Report(standard, report.components, report.findings + _low_coverage(report, settings))


def recognisers_of(standard: Standard, settings: Settings) -> dict[str, Recogniser]:
    """Return per topic what knows the names of its sections, those of a site's configuration too."""
    return {topic.slug: Recogniser(topic, standard, settings.aliases.get(topic.slug)) for topic in standard.topics}


class _Benches:
    """Gives each component what its verdicts need: those of the site, but for settings of its own."""

    def __init__(self, standard: Standard, usual: Bench) -> None:
        self._standard = standard
        self._usual = usual
        self._own: list[Bench] = []

    def of(self, component: Component) -> Bench:
        """Return the bench of a component; components with the same settings share one."""
        settings = component.settings
        if settings is None or settings == self._usual.settings:
            return self._usual
        known = next((bench for bench in self._own if bench.settings == settings), None)
        if known is None:
            known = replace(self._usual, settings=settings, recognisers=recognisers_of(self._standard, settings))
            self._own.append(known)
        return known


def _judge_component(
    standard: Standard, component: Component, bench: Bench, parent: ComponentVerdict | None
) -> tuple[ComponentVerdict, list[Finding]]:
    judged = [judge_topic(topic, component, bench, parent) for topic in standard.topics]
    topics = tuple(verdict for verdict, _ in judged)
    findings = [finding for _, found in judged for finding in found]
    items: tuple[ItemVerdict, ...] = ()
    if standard.checklist:
        by_slug = {verdict.topic.slug: verdict for verdict in topics}
        items, of_checklist = judge_checklist(standard.checklist, component, by_slug, bench, parent)
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
