"""The checklist of a persona partial."""

import re
from collections.abc import Iterable, Iterator

from mkdocs_gbm.standard import generic
from mkdocs_gbm.standard.model import Checklist, ChecklistItem
from mkdocs_gbm.standard.names import key, shown
from mkdocs_gbm.standard.partial_blocks import Entry, Listing, Part
from mkdocs_gbm.standard.partial_topic import Remarks, plain

CHECKLIST_PAGE = "checklist.md"
_USUAL = "Checklist"
_FOR = re.compile(r"(?<!\s)\s+for\s+`?/[\w.]+`?.*$", re.IGNORECASE)


def checklist_of_parts(parts: list[Part], others: list[Part], remarks: Remarks) -> Checklist | None:
    """Read the checklist.

    Args:
        parts: The headings that say that they are one, and those below them.
        others: Headings that are neither that nor topics: where no heading says so, their task lists are it.
        remarks: Takes what cannot be read.
    """
    if not parts:
        parts = [part for part in others if _tasks(part)]
        for part in parts:
            others.remove(part)
    items = tuple(_once(_items(parts), remarks))
    if not items:
        return None
    title = plain(_FOR.sub("", shown(parts[0].title))) or _USUAL
    page = generic.checklist_of(title, [(item.name, item.meaning) for item in items])
    return Checklist(title, CHECKLIST_PAGE, items, page)


def _tasks(part: Part) -> bool:
    return any(isinstance(block, Listing) and block.tasks for block in part.blocks)


def _items(parts: list[Part]) -> Iterator[Entry]:
    for part in parts:
        for block in part.blocks:
            if isinstance(block, Listing):
                yield from _entries(block.entries)


def _entries(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _entries(entry.children)


def _once(entries: Iterator[Entry], remarks: Remarks) -> Iterator[ChecklistItem]:
    seen: dict[str, int] = {}
    for entry in entries:
        item = _item(entry)
        first = seen.setdefault(key(item.name), entry.line)
        if not key(item.name):
            remarks.add(entry.line, "an item without words is left out")
        elif first != entry.line:
            remarks.add(entry.line, f"a second item '{item.name}' is left out; the one on line {first} counts")
        else:
            yield item


def _item(entry: Entry) -> ChecklistItem:
    name, meaning = entry.name, entry.rest
    if name is None:
        name, _, meaning = entry.rest.partition(": ")
    name = plain(shown(name)).replace("*", "").strip().rstrip(".:")
    return ChecklistItem(name, plain(meaning))
