"""The checklist: what was claimed beside what holds, contradictions first."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_gbm.assess import ComponentVerdict, Coverage, ItemState, ItemVerdict, Status, TopicVerdict
from mkdocs_gbm.output.coverage.view import Spot, View
from mkdocs_gbm.standard import Evidence

_ORDER = (
    ItemState.CONTRADICTED,
    ItemState.UNSUPPORTED,
    ItemState.MISSING,
    ItemState.OPEN,
    ItemState.DONE,
    ItemState.NOT_APPLICABLE,
)
_FEW = 3


@dataclass(frozen=True, slots=True)
class Proof:
    """A topic or section that must be documented for a claim to hold."""

    name: str
    url: str
    status: str
    count: str = ""
    """How much of a topic is written; empty for a section."""
    lacking: tuple[tuple[str, str], ...] = ()
    """Of a topic, the sections that are not written, each with the address of its row."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One item: what the team says, and what the pages say."""

    name: str
    state: str
    ticked: bool
    where: Spot | None
    proofs: tuple[Proof, ...] = ()
    lacking: str = ""
    reason: str | None = None
    by_link: bool = False


def claims_of(view: View) -> tuple[Claim, ...]:
    """Return the items in order of what needs a look first; with several components, those that need one."""
    pairs = [(component, item) for component in view.report.components for item in component.items]
    if view.several:
        wanted = (ItemState.CONTRADICTED, ItemState.UNSUPPORTED)
        pairs = [(component, item) for component, item in pairs if item.state in wanted]
    pairs.sort(key=lambda pair: _ORDER.index(pair[1].state))
    return tuple(_claim(view, component, item) for component, item in pairs)


def _claim(view: View, component: ComponentVerdict, verdict: ItemVerdict) -> Claim:
    return Claim(
        view.within(component.name, verdict.item.name),
        verdict.state.value,
        verdict.ticked,
        view.spot(verdict.place) if verdict.place else None,
        () if view.several else tuple(_proofs(view, component, verdict)),
        _lacking(view, verdict) if view.several else "",
        verdict.reason,
        verdict.item.by_link,
    )


def _lacking(view: View, verdict: ItemVerdict) -> str:
    """Return some of what is claimed and not documented."""
    names = verdict.missing_evidence
    more = len(names) - _FEW
    shown = ", ".join(names[:_FEW])
    return view.t("coverage.and-more", names=shown, count=more) if more > 0 else shown


def _proofs(view: View, component: ComponentVerdict, verdict: ItemVerdict) -> Iterator[Proof]:
    for evidence in verdict.item.evidence:
        if (proof := _proof(view, component, evidence)) is not None:
            yield proof


def _proof(view: View, component: ComponentVerdict, evidence: Evidence) -> Proof | None:
    topic = component.topic(evidence.topic)
    if topic is None:
        return None
    url = f"#{view.anchors.place(component.name, evidence.topic, evidence.section or '')}"
    section = next((verdict for verdict in topic.sections if verdict.section.name == evidence.section), None)
    if section:
        name = view.t("coverage.within", component=topic.topic.title, name=section.section.name)
        return Proof(name, url, section.status.value)
    lacking = tuple(_unwritten(view, component, topic))
    return Proof(topic.topic.title, url, _status(topic.coverage), view.score(topic.coverage).count, lacking)


def _unwritten(view: View, component: ComponentVerdict, topic: TopicVerdict) -> Iterator[tuple[str, str]]:
    for verdict in topic.sections:
        if verdict.status not in (Status.DOCUMENTED, Status.NOT_APPLICABLE):
            name = verdict.section.name
            yield name, f"#{view.anchors.place(component.name, topic.topic.slug, name)}"


def _status(coverage: Coverage) -> str:
    if not coverage.applicable:
        status = Status.NOT_APPLICABLE
    else:
        status = Status.DOCUMENTED if coverage.documented == coverage.applicable else Status.MISSING
    return status.value
