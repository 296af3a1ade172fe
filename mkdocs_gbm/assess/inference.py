"""Evidence for checklist items of a standard that declares none: topics and sections whose names match the item."""

from collections.abc import Mapping
from dataclasses import replace

from mkdocs_gbm.assess import names
from mkdocs_gbm.assess.recognise import NEUTRAL, Recogniser
from mkdocs_gbm.standard import ChecklistItem, Evidence, Standard, Topic

_CLAIM = frozenset(names.words(word)[0] for word in "documented complete defined measure consideration".split())


def with_evidence(standard: Standard, recognisers: Mapping[str, Recogniser]) -> Standard:
    """Return the standard with evidence for each checklist item that has none declared, where names tell it."""
    checklist = standard.checklist
    if checklist is None:
        return standard
    declared = [bool(item.evidence or item.by_link) for item in checklist.items]
    if any(declared) and not checklist.infers:
        return standard
    items = tuple(
        item if said else _inferred(item, standard, recognisers)
        for item, said in zip(checklist.items, declared, strict=True)
    )
    return replace(standard, checklist=replace(checklist, items=items, infers=False))


def _inferred(item: ChecklistItem, standard: Standard, recognisers: Mapping[str, Recogniser]) -> ChecklistItem:
    sections = tuple(
        Evidence(topic.slug, section)
        for topic in standard.topics
        for section in recognisers[topic.slug].recognise(item.name)
    )
    topics = tuple(Evidence(topic.slug) for topic in standard.topics if _names_topic(item, topic))
    return replace(item, evidence=sections or topics)


def _names_topic(item: ChecklistItem, topic: Topic) -> bool:
    """Say whether all that an item is about stands in a topic's title: `API Design Documented`."""
    about = {word for word in names.words(item.name) if word not in NEUTRAL | _CLAIM}
    return bool(about) and about <= set(names.words(topic.title))
