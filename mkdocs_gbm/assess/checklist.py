"""The checklist against its evidence: what was ticked, and what holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mkdocs_gbm.assess import names
from mkdocs_gbm.assess.bench import Bench
from mkdocs_gbm.assess.content import Status
from mkdocs_gbm.assess.inheritance import inherited_item
from mkdocs_gbm.assess.left_out import left_out
from mkdocs_gbm.assess.pages import Component, Page
from mkdocs_gbm.assess.references import leads_somewhere
from mkdocs_gbm.assess.report import ComponentVerdict, Finding, ItemState, ItemVerdict, Place, TopicVerdict
from mkdocs_gbm.assess.rules import Severity
from mkdocs_gbm.assess.waivers import Waiver, waiver_in
from mkdocs_gbm.outline import TaskItem
from mkdocs_gbm.standard import Checklist, ChecklistItem

CHECKLIST = "checklist"
"""Stands for the checklist where a topic's slug is expected."""
_WRITTEN = (Status.DOCUMENTED, Status.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A checklist item as it stands on the page."""

    task: TaskItem
    page: Page
    waiver: Waiver | None

    @property
    def place(self) -> Place:
        return Place(self.page.path, self.task.line)


def judge_checklist(
    checklist: Checklist,
    component: Component,
    topics: Mapping[str, TopicVerdict],
    bench: Bench,
    parent: ComponentVerdict | None = None,
) -> tuple[tuple[ItemVerdict, ...], list[Finding]]:
    """Return the verdict on each item, with the findings of the checklist alone.

    A ticked item whose evidence is lacking is `contradicted` here; whether that is a finding of its own depends on
    the findings about its evidence: see `contradictions`.
    """
    path = component.expected.get(CHECKLIST, checklist.page)
    reporter = _Reporter(component, bench)
    if (by_nature := component.not_applicable.get(CHECKLIST)) and by_nature.holds(bench.settings.today):
        return tuple(_by_nature(item, by_nature) for item in checklist.items), []
    if not component.checklist and not (parent and any(item.place for item in parent.items)):
        verdicts = tuple(ItemVerdict(item, ItemState.MISSING, ticked=False) for item in checklist.items)
        so = f"so its {len(verdicts)} items are missing"
        message, remedy = left_out("the checklist", CHECKLIST, component, so) or (
            f"the checklist has no page, {so}",
            f"write it from the page template ('{bench.making(CHECKLIST, component)}')",
        )
        return verdicts, reporter.find("missing-page", None, Place(path), message, remedy)
    claims = _claims(checklist, component)
    verdicts = tuple(
        _judge(item, claims[item.name], topics, bench)
        if item.name in claims
        else inherited_item(_unsaid(item, topics), item.name, parent)
        for item in checklist.items
    )
    place = Place(component.checklist[0].path if component.checklist else path)
    return verdicts, [finding for verdict in verdicts for finding in _findings(verdict, place, reporter)]


@dataclass(frozen=True, slots=True)
class _Reporter:
    """Makes findings about one component's checklist."""

    component: Component
    bench: Bench

    def find(self, rule: str, name: str | None, place: Place, message: str, remedy: str) -> list[Finding]:
        """Return the finding, unless its rule is ignored."""
        severity = self.bench.settings.weigh(rule)
        if severity is Severity.IGNORE:
            return []
        return [Finding(rule, severity, self.component.name, None, name, place, message, remedy)]


def contradictions(
    items: tuple[ItemVerdict, ...], findings: list[Finding], component: Component, bench: Bench
) -> list[Finding]:
    """Return the findings with the contradicted items told: in the remedy of a finding that says why, or apart."""
    told = list(findings)
    for verdict in items:
        if verdict.state is not ItemState.CONTRADICTED:
            continue
        reasons = [index for index, finding in enumerate(told) if _says_why(finding, verdict)]
        for index in reasons:
            told[index] = replace(told[index], remedy=_untick(told[index].remedy, verdict.item.name))
        if not reasons:
            told.extend(_contradicted(verdict, _Reporter(component, bench)))
    return told


def _untick(remedy: str, name: str) -> str:
    if "; and un-tick " in remedy:
        return f"{remedy}, '{name}'"
    return f"{remedy}; and un-tick '{name}'"


def _contradicted(verdict: ItemVerdict, reporter: _Reporter) -> list[Finding]:
    lacking = ", ".join(verdict.missing_evidence)
    message = f"'{verdict.item.name}' is ticked, and not documented: {lacking}"
    place = verdict.place or Place(reporter.component.checklist[0].path)
    remedy = "write what is lacking, or un-tick the item"
    return reporter.find("contradicted-item", verdict.item.name, place, message, remedy)


def _says_why(finding: Finding, verdict: ItemVerdict) -> bool:
    if finding.rule in ("thin-section", "label-section") or finding.topic is None:
        return False
    return any(
        evidence.topic == finding.topic and (finding.section is None or evidence.section in (None, finding.section))
        for evidence in verdict.item.evidence
    )


def _claims(checklist: Checklist, component: Component) -> dict[str, _Claim]:
    """Recognise the items on the checklist's pages as headings are recognised, in any order."""
    wanted = {names.key(item.name): item.name for item in checklist.items}
    claims: dict[str, _Claim] = {}
    for page in component.checklist:
        for task in page.outline.tasks:
            name = _named(task, wanted)
            if name is not None and name not in claims:
                claims[name] = _Claim(task, page, _waiver(task))
    return claims


def named_items(checklist: Checklist, page: Page) -> frozenset[str]:
    """Return the names of the checklist's items that are on a page, ticked or not."""
    wanted = {names.key(item.name): item.name for item in checklist.items}
    return frozenset(name for task in page.outline.tasks if (name := _named(task, wanted)))


def _named(task: TaskItem, wanted: Mapping[str, str]) -> str | None:
    readings = [task.label or "", task.text, task.text.partition(":")[0], *names.without_gloss(task.text)[:1]]
    return next((wanted[key] for reading in readings if (key := names.key(reading)) in wanted), None)


def _waiver(task: TaskItem) -> Waiver | None:
    after = task.text.removeprefix(task.label or "").lstrip(" :.\u2013\u2014-")
    return waiver_in(after) or waiver_in(task.text.partition(":")[2])


def _by_nature(item: ChecklistItem, waiver: Waiver) -> ItemVerdict:
    return ItemVerdict(item, ItemState.NOT_APPLICABLE, ticked=False, reason=waiver.reason, until=waiver.until)


def _unsaid(item: ChecklistItem, topics: Mapping[str, TopicVerdict]) -> ItemVerdict:
    """Return the verdict on an item of which the component's own checklist says nothing."""
    lacking, waived = _evidence(item, topics)
    state = ItemState.NOT_APPLICABLE if waived else ItemState.OPEN
    return ItemVerdict(item, state, ticked=False, missing_evidence=lacking, reason=waived)


def _judge(item: ChecklistItem, claim: _Claim, topics: Mapping[str, TopicVerdict], bench: Bench) -> ItemVerdict:
    lacking, waived = _evidence(item, topics)
    ticked = claim.task.ticked
    if claim.waiver and claim.waiver.holds(bench.settings.today):
        waiver = claim.waiver
        return ItemVerdict(
            item, ItemState.NOT_APPLICABLE, ticked, claim.place, reason=waiver.reason, until=waiver.until
        )
    if waived:
        return ItemVerdict(item, ItemState.NOT_APPLICABLE, ticked, claim.place, reason=waived)
    return ItemVerdict(item, _state(item, claim, lacking, bench), ticked, claim.place, lacking)


def _state(item: ChecklistItem, claim: _Claim, lacking: tuple[str, ...], bench: Bench) -> ItemState:
    if not claim.task.ticked:
        return ItemState.OPEN
    if item.evidence:
        return ItemState.CONTRADICTED if lacking else ItemState.DONE
    linked = leads_somewhere(claim.task.links, claim.page, bench.known, bench.resolve)
    return ItemState.DONE if linked else ItemState.UNSUPPORTED


def _evidence(item: ChecklistItem, topics: Mapping[str, TopicVerdict]) -> tuple[tuple[str, ...], str | None]:
    """Return what is lacking of an item's evidence, and the reason when all of it is not applicable."""
    verdicts = [
        (topics[evidence.topic].topic.title, verdict)
        for evidence in item.evidence
        for verdict in topics[evidence.topic].sections
        if evidence.section in (None, verdict.section.name)
    ]
    lacking = tuple(f"{title}: {verdict.section.name}" for title, verdict in verdicts if verdict.status not in _WRITTEN)
    waived = [verdict.reason for _, verdict in verdicts if verdict.status is Status.NOT_APPLICABLE]
    return lacking, waived[0] if verdicts and len(waived) == len(verdicts) else None


def _findings(verdict: ItemVerdict, page: Place, reporter: _Reporter) -> Iterator[Finding]:
    name = verdict.item.name
    place = page if verdict.inherited_from else verdict.place or page
    if verdict.state is ItemState.MISSING:
        message = f"the checklist item '{name}' is missing"
        remedy = f"add '- [ ] **{name}**: {verdict.item.meaning}'"
        yield from reporter.find("missing-item", name, place, message, remedy)
    elif verdict.state is ItemState.OPEN:
        ready = bool(verdict.item.evidence) and not verdict.missing_evidence
        remedy = "its evidence is complete: ready to tick" if ready else _open_remedy(verdict)
        yield from reporter.find("open-item", name, place, f"the checklist item '{name}' is open", remedy)
    elif verdict.state is ItemState.UNSUPPORTED:
        message = f"the checklist item '{name}' is ticked, and links to nothing that shows it"
        remedy = "link it to the page or heading of this site that does"
        yield from reporter.find("unsupported-item", name, place, message, remedy)


def _open_remedy(verdict: ItemVerdict) -> str:
    if verdict.missing_evidence:
        shown = ", ".join(verdict.missing_evidence[:3])
        more = len(verdict.missing_evidence) - 3
        return f"tick it when this is documented: {shown}" + (f" and {more} more" if more > 0 else "")
    return "link it to the page or heading that shows it, and tick it"
