"""A standard as a persona partial: GoBuildMe's own Markdown files, read as they are."""

from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_gbm import texts
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.standard.model import Standard
from mkdocs_gbm.standard.names import shown
from mkdocs_gbm.standard.partial_blocks import Listing, Paragraph, Part, has_name, parts_of
from mkdocs_gbm.standard.partial_checklist import checklist_of_parts
from mkdocs_gbm.standard.partial_paths import Places
from mkdocs_gbm.standard.partial_topic import DEMANDS, NAMED, Remarks, read_topic
from mkdocs_gbm.standard.persona import name_of


@dataclass(slots=True)
class _Tree:
    """The headings of a partial, by what they are."""

    topics: list[list[Part]] = field(default_factory=list)
    """Each topic's heading, with those below it that belong to it."""
    checklists: list[Part] = field(default_factory=list)
    rest: list[Part] = field(default_factory=list)


def read_partial(file: Path, where: str | None = None) -> Standard:
    """Read a persona partial.

    Args:
        file: The Markdown file.
        where: Its path as it is told.

    Raises:
        ConfigurationError: If it cannot be read, or names no topic with a required section.
    """
    where = where or str(file)
    parts = parts_of(_text_of(file, where))
    tree = _sorted(parts)
    remarks = Remarks(where)
    places = Places()
    topics = tuple(topic for found in tree.topics if (topic := read_topic(found, places, remarks)))
    if not topics:
        raise ConfigurationError(
            f"{where}:{parts[-1].line if len(parts) == 1 else parts[1].line}",
            "no topic with a required section is there",
            "write a heading for each topic, and below it a list of '- **Name**: guidance'",
        )
    checklist = checklist_of_parts(tree.checklists, tree.rest, remarks)
    _tell_rest(tree.rest, parts, remarks)
    return Standard(name_of(file), topics, checklist, remarks=remarks.in_order())


def _text_of(file: Path, where: str) -> str:
    if not file.exists():
        raise ConfigurationError(where, "no such file", "name a persona partial or a folder of templates")
    return texts.read(file, where)


def _sorted(parts: list[Part]) -> _Tree:
    """Tell topics, checklists and the rest apart."""
    tree = _Tree()
    topics: dict[int, list[Part]] = {}
    checklists: set[int] = set()
    below: list[int] = []
    for number, part in enumerate(parts):
        above = _above(parts, number, below)
        if _is_checklist(part) or checklists.intersection(above):
            checklists.add(number)
            tree.checklists.append(part)
        elif (own := next((topics[each] for each in above if each in topics), None)) and not _demand(part):
            own.append(part)
        elif _is_topic(parts, number):
            topics[number] = [part]
            tree.topics.append(topics[number])
        else:
            tree.rest.append(part)
    return tree


def _above(parts: list[Part], number: int, below: list[int]) -> list[int]:
    """Return the headings that a heading is below, the nearest first.

    Args:
        parts: All headings; the first is none, it holds what stands above them.
        number: Which one.
        below: The headings that the one before it is below, and that one: becomes the same of this one.
    """
    while below and parts[below[-1]].level >= parts[number].level:
        below.pop()
    found = below[::-1]
    if number:
        below.append(number)
    return found


def _is_checklist(part: Part) -> bool:
    return "checklist" in part.title.casefold() and any(isinstance(block, Listing) for block in part.blocks)


def _demand(part: Part) -> bool:
    return any(isinstance(block, Paragraph) and block.lead.casefold() in DEMANDS for block in part.blocks)


def _is_topic(parts: list[Part], number: int) -> bool:
    part = parts[number]
    if _demand(part):
        return True
    lists = [block for block in part.blocks if isinstance(block, Listing) and not block.tasks]
    named = any(all(map(has_name, listing.entries)) for listing in lists)
    # The title of the whole file may list what the topics are about.
    is_title = number == 1 and any(_demand(below) for below in parts[2:] if below.level > part.level)
    return part.level > 0 and named and not is_title


def _tell_rest(rest: list[Part], parts: list[Part], remarks: Remarks) -> None:
    """Remark on headings that require nothing, but for titles that only hold others together."""
    numbers = {id(part): number for number, part in enumerate(parts)}
    for part in rest:
        number = numbers[id(part)]
        holds = number + 1 < len(parts) and parts[number + 1].level > part.level
        lists = any(isinstance(block, Listing) for block in part.blocks)
        if part.level == 0 and lists:
            remarks.add(part.blocks[0].line, f"a list above the first heading is left out; write {NAMED} below a topic")
        elif part.level and (lists or not (holds or number == 1)):
            told = f"'{shown(part.title)}' is taken for advice and left out"
            remarks.add(part.line, f"{told}; a line '**Required**: \u2026' below it makes it a topic")
