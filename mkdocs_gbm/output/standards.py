"""What a standard requires, as text, JSON and Markdown; and what changed between two."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.output.escaping import code, escaped
from mkdocs_gbm.standard import ChecklistItem, RequiredSection, Standard
from mkdocs_gbm.standard.diff import Difference

_WORDS = {"+": "added", "-": "removed", "~": "changed"}


def to_text(standard: Standard) -> str:
    """Return a standard as text for a person."""
    blocks = [[_title(standard)], *(list(block) for block in _topics(standard))]
    if standard.checklist:
        items = [f"  - {_item(item)}" for item in standard.checklist.items]
        blocks.append([f"{standard.checklist.title} ({standard.checklist.page})", *items])
    return "\n\n".join("\n".join(neutral(line) for line in block) for block in blocks) + "\n"


def _title(standard: Standard) -> str:
    items = len(standard.checklist.items) if standard.checklist else 0
    told = f"{standard.name}: {len(standard.topics)} topics, {standard.required} sections, {items} checklist items"
    origin = standard.origin
    if origin is None:
        return told
    parts = [origin.source, f"version {origin.version}" if origin.version else "", f"content {origin.hash}"]
    return f"{told}; {', '.join(filter(None, parts))}"


def _topics(standard: Standard) -> Iterator[Iterator[str]]:
    for topic in standard.topics:
        yield iter([f"{topic.title} ({topic.slug}: {topic.page})", *(f"  - {_section(s)}" for s in topic.sections)])


def _section(section: RequiredSection) -> str:
    told = f"{section.name}: {section.guidance}" if section.guidance else section.name
    return f"{told} (optional)" if section.optional else told


def _item(item: ChecklistItem) -> str:
    told = f"{item.name}: {item.meaning}" if item.meaning else item.name
    evidence = ", ".join(_evidence(item))
    return f"{told} ({evidence})" if evidence else told


def _evidence(item: ChecklistItem) -> list[str]:
    return ["link"] if item.by_link else [str(evidence) for evidence in item.evidence]


def to_json(standard: Standard) -> str:
    """Return a standard as JSON text."""
    return json.dumps(to_dict(standard), ensure_ascii=False, indent=2) + "\n"


def to_dict(standard: Standard) -> dict[str, Any]:
    """Return a standard as plain values."""
    items = standard.checklist.items if standard.checklist else ()
    return {
        "name": standard.name,
        "topics": [
            {
                "slug": topic.slug,
                "title": topic.title,
                "page": topic.page,
                "sections": [
                    {
                        "name": section.name,
                        "guidance": section.guidance,
                        "optional": section.optional,
                        "aliases": list(section.aliases),
                    }
                    for section in topic.sections
                ],
            }
            for topic in standard.topics
        ],
        "checklist": [{"name": item.name, "meaning": item.meaning, "evidence": _evidence(item)} for item in items],
    }


def to_markdown(standard: Standard) -> str:
    """Return a standard as a Markdown page."""
    lines = [f"# {escaped(standard.name)}", ""]
    for topic in standard.topics:
        lines += [f"## {escaped(topic.title)}", "", f"Page: {code(topic.page)}", ""]
        lines += [_bold(section.name, section.guidance, optional=section.optional) for section in topic.sections]
        lines.append("")
    if standard.checklist:
        lines += [f"## {escaped(standard.checklist.title)}", ""]
        lines += [f"- [ ] {_bold(item.name, item.meaning)[2:]}" for item in standard.checklist.items]
        lines.append("")
    return "\n".join(lines)


def _bold(name: str, said: str, *, optional: bool = False) -> str:
    told = f"- **{escaped(name)}**"
    told = f"{told}: {escaped(said)}" if said else told
    return f"{told} (optional)" if optional else told


def differences_text(differences: Iterable[Difference]) -> str:
    """Return what changed between two standards, a line each."""
    return "".join(neutral(f"{each.sign} {each.kind}: {_changed(each)}") + "\n" for each in differences)


def _changed(each: Difference) -> str:
    what = each.what if each.was is None else f"'{each.was}' is '{each.what}'"
    return ": ".join(filter(None, (each.where, what)))


def differences_json(old: Standard, new: Standard, differences: Iterable[Difference]) -> str:
    """Return what changed between two standards as JSON text."""
    found = {
        "old": _identity(old),
        "new": _identity(new),
        "differences": [
            {"change": _WORDS[each.sign], "kind": each.kind, "where": each.where or None, "was": was, "is": now}
            for each in differences
            for was, now in [_both(each)]
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _identity(standard: Standard) -> dict[str, str | None]:
    origin = standard.origin
    return {"name": standard.name, "hash": origin.hash if origin else None}


def _both(each: Difference) -> tuple[str | None, str | None]:
    """Return what it was and what it is; nothing where a standard has it not."""
    return (each.what if each.sign == "-" else each.was, None if each.sign == "-" else each.what)
