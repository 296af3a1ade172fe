"""What a component takes from another: the sections and checklist items that it lacks itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mkdocs_gbm.assess.content import Status
from mkdocs_gbm.assess.pages import Component
from mkdocs_gbm.assess.recognise import Match
from mkdocs_gbm.assess.report import ComponentVerdict, ItemState, ItemVerdict, SectionVerdict


def parents_first(components: Sequence[Component]) -> Iterator[Component]:
    """Yield components so that each comes after the one that it inherits from."""
    by_name = {component.name: component for component in components}
    done: set[int] = set()
    for component in components:
        line = [component]
        while (parent := by_name.get(line[-1].inherit or "")) is not None and not any(parent is each for each in line):
            line.append(parent)
        for each in reversed(line):
            if id(each) not in done:
                done.add(id(each))
                yield each


def with_inherited(
    verdicts: Iterable[SectionVerdict], slug: str, parent: ComponentVerdict | None
) -> tuple[SectionVerdict, ...]:
    """Return the verdicts on a topic's sections, those that are missing taken from another component.

    A section that was begun is the component's own to finish, and what does not apply to the other may well to it.

    Args:
        verdicts: What became of the component's own sections.
        slug: The topic.
        parent: The component that it inherits from, if any.
    """
    verdicts = tuple(verdicts)
    topic = parent.topic(slug) if parent else None
    if parent is None or topic is None:
        return verdicts
    theirs = {verdict.section.name: verdict for verdict in topic.sections if verdict.status is Status.DOCUMENTED}
    return tuple(
        _taken(verdict, theirs[verdict.section.name], parent.name)
        if verdict.status is Status.MISSING and verdict.section.name in theirs
        else verdict
        for verdict in verdicts
    )


def _taken(own: SectionVerdict, theirs: SectionVerdict, parent: str) -> SectionVerdict:
    return SectionVerdict(
        own.section,
        Status.DOCUMENTED,
        Match.REFERENCE,
        theirs.place,
        theirs.words,
        inherited_from=theirs.inherited_from or parent,
    )


def inherited_item(own: ItemVerdict, name: str, parent: ComponentVerdict | None) -> ItemVerdict:
    """Return the verdict on a checklist item that is on no page of the component, from the other's checklist.

    The other's tick holds where the component's own evidence is documented; otherwise the item is open.

    Args:
        own: The verdict as it would be if the item stood there unticked.
        name: The item.
        parent: The component that it inherits from, if any.
    """
    theirs = next((item for item in parent.items if item.item.name == name), None) if parent else None
    if parent is None or theirs is None or theirs.place is None:
        return replace(own, state=ItemState.MISSING, ticked=False, missing_evidence=())
    taken = replace(own, place=theirs.place, inherited_from=theirs.inherited_from or parent.name)
    holds = theirs.ticked and not own.missing_evidence and (own.item.evidence or theirs.state is ItemState.DONE)
    if own.state is ItemState.NOT_APPLICABLE or not holds:
        return taken
    return replace(taken, state=ItemState.DONE, ticked=True)
