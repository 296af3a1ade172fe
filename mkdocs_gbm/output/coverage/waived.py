"""What is said to be not applicable: the reason, and until when it holds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from mkdocs_gbm.assess import ComponentVerdict, ItemState, Place, Status
from mkdocs_gbm.output.coverage.entries import is_waived
from mkdocs_gbm.output.coverage.view import Spot, View


@dataclass(frozen=True, slots=True)
class Waived:
    """One waiver: of a section, of a whole topic or of a checklist item."""

    name: str
    reason: str
    until: str
    """Its last day; empty where it has none."""
    where: Spot | None
    anchor: str | None = None
    """The id by which other places lead to it."""


def waivers_of(view: View) -> tuple[Waived, ...]:
    """Return all waivers that hold, in the standard's order."""
    return tuple(
        waived
        for component in view.report.components
        for each in (_of_topics(view, component), _of_items(view, component))
        for waived in each
    )


def _of_topics(view: View, component: ComponentVerdict) -> Iterator[Waived]:
    for topic in component.topics:
        name = view.name(component, topic)
        if is_waived(topic):
            first = topic.sections[0]
            # With several components no table of the topic has this id, and the matrix leads here.
            anchor = view.anchors.place(component.name, topic.topic.slug) if view.several else None
            yield replace(_waived(view, name, first.reason, first.until, first.place), anchor=anchor)
            continue
        for verdict in topic.sections:
            if verdict.status is Status.NOT_APPLICABLE:
                section = view.t("coverage.within", component=name, name=verdict.section.name)
                yield _waived(view, section, verdict.reason, verdict.until, verdict.place)


def _of_items(view: View, component: ComponentVerdict) -> Iterator[Waived]:
    for verdict in component.items:
        if verdict.state is ItemState.NOT_APPLICABLE:
            item = view.t("coverage.within", component=view.t("coverage.checklist"), name=verdict.item.name)
            name = view.within(component.name, item)
            yield _waived(view, name, verdict.reason, verdict.until, verdict.place)


def _waived(view: View, name: str, reason: str | None, until: date | None, place: Place | None) -> Waived:
    last = until.isoformat() if until else ""
    said = (reason or "").removeprefix(f"until {last}").lstrip(" :,;\u2013\u2014-") if last else reason or ""
    return Waived(name, said, last, view.spot(place) if place else None)
