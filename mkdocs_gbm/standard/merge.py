"""A project's own partial of a bundled persona: it says what is required, the bundled templates serve by name."""

from dataclasses import replace

from mkdocs_gbm.standard.model import Checklist, ChecklistItem, Evidence, RequiredSection, Standard, Topic
from mkdocs_gbm.standard.names import key


def served_by(own: Standard, bundled: Standard) -> Standard:
    """Return a partial's standard with aliases, questions, skeletons and evidence of the bundled one."""
    topics = tuple(_topic(topic, bundled) for topic in _without_clashes(own.topics, bundled))
    merged = replace(own, topics=topics)
    if own.checklist is None:
        return merged
    return replace(merged, checklist=_checklist(own.checklist, topics, bundled))


def _without_clashes(topics: tuple[Topic, ...], bundled: Standard) -> tuple[Topic, ...]:
    """Return the topics, those that the bundled standard has under its slugs and usual pages."""
    counterparts = [_counterpart(topic, bundled) for topic in topics]
    taken = {found.slug for found in counterparts if found}
    made = []
    for topic, found in zip(topics, counterparts, strict=True):
        if found and found.slug in taken:
            taken.discard(found.slug)
            usual = topic.page == f"patterns/{topic.slug}.md"
            made.append(replace(topic, slug=found.slug, page=found.page if usual else topic.page))
        else:
            made.append(topic)
    slugs = [topic.slug for topic in made]
    return tuple(made) if len(set(slugs)) == len(slugs) else topics


def _counterpart(topic: Topic, bundled: Standard) -> Topic | None:
    same = (found for found in bundled.topics if key(found.title) == key(topic.title))
    return next(same, bundled.topic(topic.slug))


def _topic(topic: Topic, bundled: Standard) -> Topic:
    found = bundled.topic(topic.slug)
    sections = tuple(_section(section, found, bundled) for section in topic.sections)
    head = found.head if found and found.title == topic.title else topic.head
    return replace(topic, sections=sections, head=head, read_at=found.read_at if found and head is found.head else None)


def _section(section: RequiredSection, topic: Topic | None, bundled: Standard) -> RequiredSection:
    """Return a section with what the bundled one of its name has: that of the same topic, or the only one."""
    named = key(section.name)
    near = [each for each in (topic.sections if topic else ()) if key(each.name) == named]
    far = [each for other in bundled.topics for each in other.sections if key(each.name) == named]
    found = near[0] if near else far[0] if len(far) == 1 else None
    if found is None:
        return section
    return replace(
        section,
        questions=section.questions or found.questions,
        skeleton=found.skeleton or section.skeleton,
        aliases=found.aliases,
        contained=found.contained,
    )


def _checklist(own: Checklist, topics: tuple[Topic, ...], bundled: Standard) -> Checklist:
    known = {key(item.name): item for item in bundled.checklist.items} if bundled.checklist else {}
    page = bundled.checklist.page if bundled.checklist else own.page
    items = tuple(_item(item, known.get(key(item.name)), topics) for item in own.items)
    return replace(own, items=items, page=page, infers=True)


def _item(item: ChecklistItem, known: ChecklistItem | None, topics: tuple[Topic, ...]) -> ChecklistItem:
    if known is None:
        return item
    evidence = tuple(found for each in known.evidence if (found := _evidence(each, topics)))
    return replace(item, evidence=evidence, by_link=known.by_link)


def _evidence(evidence: Evidence, topics: tuple[Topic, ...]) -> Evidence | None:
    """Return evidence as the topics spell it; none where they have no such section."""
    topic = next((topic for topic in topics if topic.slug == evidence.topic), None)
    if topic is None or evidence.section is None:
        return evidence if topic else None
    named = key(evidence.section)
    section = next((section for section in topic.sections if key(section.name) == named), None)
    return Evidence(topic.slug, section.name) if section else None
