"""What is said to be not applicable: the reason, and until when it holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_gbm.assess import ComponentVerdict, ItemState, Place, Status, TopicVerdict
from mkdocs_gbm.output.coverage.view import Spot, View


@dataclass(frozen=True, slots=True)
class Waived:
    """One waiver: of a section, of a whole topic or of a checklist item."""

    name: str
    reason: str
    until: str
    """Its last day; empty where it has none."""
    where: Spot | None


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
        first = topic.sections[0] if topic.sections else None
        if first and _whole(topic):
            yield _waived(view, name, first.reason, first.until, first.place)
            continue
        for verdict in topic.sections:
            if verdict.status is Status.NOT_APPLICABLE:
                section = view.t("coverage.within", component=name, name=verdict.section.name)
                yield _waived(view, section, verdict.reason, verdict.until, verdict.place)


def _whole(topic: TopicVerdict) -> bool:
    """Say whether a topic is waived as a whole: all of its sections at one place."""
    places = {verdict.place for verdict in topic.sections if verdict.status is Status.NOT_APPLICABLE}
    return not topic.coverage.applicable and len(places) == 1


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
