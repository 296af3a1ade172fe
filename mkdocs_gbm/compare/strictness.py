"""What a change did to how strictly the pages are judged: aliases, severities, thresholds, the baseline."""

from collections.abc import Iterator

from mkdocs_gbm.assess import RULES, Settings, Severity
from mkdocs_gbm.assess.baseline import Entry
from mkdocs_gbm.compare.change import Change, Changes, Direction, Side

_WEIGHT = {Severity.IGNORE: 0, Severity.INFO: 1, Severity.WARN: 2}


def of_strictness(before: Side, after: Side) -> Changes:
    """Yield what changed in configuration, standard and baseline."""
    yield from _aliases(before, after)
    yield from _severities(before.settings, after.settings)
    yield from _thresholds(before.settings, after.settings)
    yield from _excused(before.baseline, after.baseline)


def _aliases(before: Side, after: Side) -> Changes:
    were, are = set(_names(before)), set(_names(after))
    for topic, section, alias in sorted(are - were):
        yield _of_topic("alias-added", Direction.OTHER, topic, section, f"'{alias}' means it now")
    for topic, section, alias in sorted(were - are):
        yield _of_topic("alias-removed", Direction.OTHER, topic, section, f"'{alias}' no longer means it")


def _names(side: Side) -> Iterator[tuple[str, str, str]]:
    for topic in side.report.standard.topics:
        own = side.settings.aliases.get(topic.slug, {})
        for section in topic.sections:
            for alias in (*section.aliases, *own.get(section.name, ())):
                yield topic.slug, section.name, alias


def _severities(before: Settings, after: Settings) -> Changes:
    topics = sorted({*before.topic_severity, *after.topic_severity})
    for rule in RULES:
        general = before.weigh(rule), after.weigh(rule)
        yield from _weighed(rule, None, general)
        for topic in topics:
            special = before.weigh(rule, topic), after.weigh(rule, topic)
            if special != general:
                yield from _weighed(rule, topic, special)


def _weighed(rule: str, topic: str | None, severities: tuple[Severity, Severity]) -> Changes:
    was, became = severities
    if was is became:
        return
    weaker = _WEIGHT[became] < _WEIGHT[was]
    kind, direction = ("rule-weakened", Direction.WORSE) if weaker else ("rule-strengthened", Direction.BETTER)
    yield Change(kind, direction, "", topic, rule, f"was {was.value}, is {became.value}")


def _thresholds(before: Settings, after: Settings) -> Changes:
    for option in ("fail_under", "min_words"):
        was, became = getattr(before, option), getattr(after, option)
        if was != became:
            lower = became < was
            kind, direction = ("bar-lowered", Direction.WORSE) if lower else ("bar-raised", Direction.BETTER)
            yield Change(kind, direction, "", None, option, f"was {was:g}, is {became:g}")


def _excused(before: frozenset[Entry], after: frozenset[Entry]) -> Changes:
    for entry in sorted(after - before):
        yield _of_entry("baseline-added", Direction.WORSE, entry, "excused now")
    for entry in sorted(before - after):
        yield _of_entry("baseline-removed", Direction.BETTER, entry, "no longer excused")


def _of_entry(kind: str, direction: Direction, entry: Entry, message: str) -> Change:
    subject = entry.section or entry.topic or entry.component
    return Change(kind, direction, entry.component, entry.topic or None, subject, f"{entry.rule}: {message}")


def _of_topic(kind: str, direction: Direction, topic: str, section: str, message: str) -> Change:
    return Change(kind, direction, "", topic, section, message)
