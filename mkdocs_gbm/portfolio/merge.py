"""Components of many reports put together: by requirement, by topic, by what they lack."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from mkdocs_gbm.assess import Coverage, Status
from mkdocs_gbm.portfolio.model import ComponentEntry, Group, Lack, Portfolio, TopicTotal

_Key = TypeVar("_Key")
_Entry = TypeVar("_Entry")


def merge(reports: Sequence[str], components: Iterable[ComponentEntry]) -> Portfolio:
    """Return the portfolio of all components.

    Args:
        reports: The files that tell of them.
        components: What they tell, in any order.
    """
    entries = sorted(_told_apart(components), key=_worst_first)
    by_requirement = _gathered((entry.requirement, entry) for entry in entries)
    groups = sorted((Group(tuple(group)) for group in by_requirement.values()), key=_largest_first)
    return Portfolio(tuple(sorted(reports)), tuple(groups), _topics(entries), _lacking(entries))


def _told_apart(components: Iterable[ComponentEntry]) -> list[ComponentEntry]:
    """Return the components, each with a name of its own as far as their reports have."""
    entries = list(components)
    for more in ("report", "directory"):
        count = Counter(entry.name for entry in entries)
        entries = [
            replace(entry, name=f"{entry.name} ({getattr(entry, more)})") if count[entry.name] > 1 else entry
            for entry in entries
        ]
    return entries


def _topics(entries: Sequence[ComponentEntry]) -> tuple[TopicTotal, ...]:
    found = _gathered((topic.key, topic.coverage) for entry in entries for topic in entry.topics)
    totals = (
        TopicTotal(*key, sum(bool(coverage.applicable) for coverage in coverages), Coverage.total(coverages))
        for key, coverages in found.items()
    )
    return tuple(sorted(totals, key=lambda total: (*_share(total.coverage), total.title, total.slug)))


def _lacking(entries: Sequence[ComponentEntry]) -> tuple[Lack, ...]:
    """Return the sections that more than half of two or more components lack."""
    found = _gathered(
        ((*topic.key, section.name), (entry.name, section.status is Status.DOCUMENTED))
        for entry in entries
        for topic in entry.topics
        for section in topic.sections
        if section.status is not Status.NOT_APPLICABLE
    )
    lacks = [Lack(*key, tuple(name for name, written in told if not written), len(told)) for key, told in found.items()]
    most = [lack for lack in lacks if lack.of > 1 and 2 * len(lack.components) > lack.of]
    return tuple(
        sorted(
            most,
            key=lambda lack: (-len(lack.components) / lack.of, -lack.of, lack.title, lack.slug, lack.section),
        )
    )


def _gathered(pairs: Iterable[tuple[_Key, _Entry]]) -> dict[_Key, list[_Entry]]:
    found: dict[_Key, list[_Entry]] = {}
    for key, entry in pairs:
        found.setdefault(key, []).append(entry)
    return found


def _share(coverage: Coverage) -> tuple[bool, float, int]:
    """Return by what coverages are ordered, the lowest first; where nothing applies comes last."""
    return not coverage.applicable, coverage.percent, coverage.documented - coverage.applicable


def _worst_first(entry: ComponentEntry) -> tuple[object, ...]:
    return *_share(entry.coverage), entry.name.casefold(), entry.name, entry.report, entry.directory


def _largest_first(group: Group) -> tuple[object, ...]:
    return -len(group.components), group.name, -group.required, group.titles
