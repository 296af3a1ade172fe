"""What a change did to the pages: sections written and lost, waivers, ticks."""

from itertools import zip_longest

from mkdocs_gbm.assess import (
    ComponentVerdict,
    ItemState,
    ItemVerdict,
    Report,
    SectionVerdict,
    Status,
    TopicVerdict,
)
from mkdocs_gbm.compare.change import Change, Changes, Direction

_HELD = (ItemState.DONE, ItemState.UNSUPPORTED)


def of_pages(before: Report, after: Report) -> Changes:
    """Yield what changed in sections and checklist items, in the order of the present documentation."""
    for past, present in _paired(before, after):
        name = (present or past).name  # type: ignore[union-attr] # one of them is there
        yield from _of_component(past, present, name)


def _paired(before: Report, after: Report) -> list[tuple[ComponentVerdict | None, ComponentVerdict | None]]:
    """Pair the components by name; where there is one on each side, its name may have changed."""
    if len(before.components) <= 1 and len(after.components) <= 1:
        return list(zip_longest(before.components, after.components))
    past = {component.name: component for component in before.components}
    pairs: list[tuple[ComponentVerdict | None, ComponentVerdict | None]] = [
        (past.pop(component.name, None), component) for component in after.components
    ]
    return pairs + [(component, None) for component in past.values()]


def _of_component(past: ComponentVerdict | None, present: ComponentVerdict | None, component: str) -> Changes:
    stood = _sections(past)
    stands = _sections(present)
    for key in {**stands, **stood}:
        if change := _of_section(stood.get(key), stands.get(key), component, key):
            yield change
    were = {verdict.item.name: verdict for verdict in past.items} if past else {}
    are = {verdict.item.name: verdict for verdict in present.items} if present else {}
    for name in {**are, **were}:
        if change := _of_item(were.get(name), are.get(name), component, name):
            yield change


_Key = tuple[str, str]
_Section = tuple[TopicVerdict, SectionVerdict]


def _sections(component: ComponentVerdict | None) -> dict[_Key, _Section]:
    return {
        (topic.topic.slug, verdict.section.name): (topic, verdict)
        for topic in (component.topics if component else ())
        for verdict in topic.sections
    }


def _of_section(past: _Section | None, present: _Section | None, component: str, key: _Key) -> Change | None:
    was = past[1].status if past else None
    became = present[1].status if present else None
    told = _SECTION.get((was, became))
    if told is None:
        return None
    kind, direction, words = told
    topic, verdict = present or past  # type: ignore[misc] # one of them is there
    message = words.format(reason=verdict.reason or "")
    place = verdict.place or (past[1].place if past else None)
    return Change(kind, direction, component, topic.topic.slug, key[1], message, place)


#: What is told of a section, by what it was and what it is. None stands for a side that does not require it.
_SECTION: dict[tuple[Status | None, Status | None], tuple[str, Direction, str]] = {
    (None, Status.DOCUMENTED): ("section-written", Direction.BETTER, "written, and required now"),
    (None, Status.PLACEHOLDER): ("requirement-added", Direction.OTHER, "required now, and a placeholder"),
    (None, Status.EMPTY): ("requirement-added", Direction.OTHER, "required now, and empty"),
    (None, Status.MISSING): ("requirement-added", Direction.OTHER, "required now, and missing"),
    (None, Status.NOT_APPLICABLE): ("waiver-added", Direction.OTHER, "required now, and not applicable: {reason}"),
    (Status.DOCUMENTED, None): ("requirement-removed", Direction.WORSE, "written, and no longer required"),
    (Status.DOCUMENTED, Status.MISSING): ("section-lost", Direction.WORSE, "was written, is missing"),
    (Status.DOCUMENTED, Status.EMPTY): ("section-lost", Direction.WORSE, "was written, is empty"),
    (Status.DOCUMENTED, Status.PLACEHOLDER): ("section-placeholder", Direction.WORSE, "was written, is a placeholder"),
    (Status.DOCUMENTED, Status.NOT_APPLICABLE): (
        "waiver-added",
        Direction.WORSE,
        "was written, is not applicable: {reason}",
    ),
    (Status.NOT_APPLICABLE, None): ("requirement-removed", Direction.WORSE, "no longer required"),
    (Status.NOT_APPLICABLE, Status.DOCUMENTED): ("section-written", Direction.BETTER, "written, was not applicable"),
    (Status.NOT_APPLICABLE, Status.MISSING): ("waiver-removed", Direction.WORSE, "was not applicable, is missing"),
    (Status.NOT_APPLICABLE, Status.EMPTY): ("waiver-removed", Direction.WORSE, "was not applicable, is empty"),
    (Status.NOT_APPLICABLE, Status.PLACEHOLDER): (
        "waiver-removed",
        Direction.WORSE,
        "was not applicable with a reason, is a placeholder",
    ),
}
for _gap in (Status.MISSING, Status.EMPTY, Status.PLACEHOLDER):
    _SECTION[_gap, None] = ("requirement-removed", Direction.WORSE, "not written, and no longer required")
    _SECTION[_gap, Status.DOCUMENTED] = ("section-written", Direction.BETTER, "written")
    _SECTION[_gap, Status.NOT_APPLICABLE] = ("waiver-added", Direction.OTHER, "not applicable: {reason}")
for _begun in (Status.EMPTY, Status.PLACEHOLDER):
    _SECTION[Status.MISSING, _begun] = ("section-begun", Direction.OTHER, f"begun: {_begun.value}")
    _SECTION[_begun, Status.MISSING] = ("section-removed", Direction.WORSE, f"was {_begun.value}, is missing")


def _of_item(past: ItemVerdict | None, present: ItemVerdict | None, component: str, name: str) -> Change | None:
    was = past.state if past else None
    became = present.state if present else None
    if was is became:
        return None
    kind, direction, message = _told_of_item(was, became, ticked=bool(present and present.ticked))
    verdict = present if present and present.place else past
    return Change(kind, direction, component, None, name, message, verdict.place if verdict else None)


def _told_of_item(was: ItemState | None, became: ItemState | None, *, ticked: bool) -> tuple[str, Direction, str]:
    if became is None or became is ItemState.CONTRADICTED:
        return _ITEM[became]
    if became is ItemState.MISSING:
        return _NEVER_THERE if was is None else _LOST
    if became is ItemState.NOT_APPLICABLE:
        return "waiver-added", Direction.WORSE if was in _HELD else Direction.OTHER, "not applicable"
    if ticked:
        return "item-ticked", Direction.BETTER if became is ItemState.DONE else Direction.OTHER, _TICKED[became]
    direction = (
        Direction.BETTER if was is ItemState.CONTRADICTED else Direction.WORSE if was in _HELD else Direction.OTHER
    )
    return "item-open", direction, "not ticked"


#: What is told of an item whatever it was, by what it is. None stands for a side that does not require it.
_ITEM: dict[ItemState | None, tuple[str, Direction, str]] = {
    None: ("requirement-removed", Direction.WORSE, "no longer required"),
    ItemState.CONTRADICTED: ("item-contradicted", Direction.WORSE, "ticked, and its evidence is not written"),
}
_NEVER_THERE = ("requirement-added", Direction.OTHER, "required now, and missing")
_LOST = ("item-lost", Direction.WORSE, "no longer on the checklist page")
_TICKED = {ItemState.DONE: "ticked, and its evidence is written", ItemState.UNSUPPORTED: "ticked, without evidence"}
