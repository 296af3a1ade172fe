"""One topic of a persona partial: what it says as a whole, and its required sections."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mkdocs_gbm.standard import generic
from mkdocs_gbm.standard.model import RequiredSection, Topic
from mkdocs_gbm.standard.names import key, shown
from mkdocs_gbm.standard.partial_blocks import Entry, Listing, Other, Paragraph, Part, has_name
from mkdocs_gbm.standard.partial_paths import Places

#: The words in bold that begin what a topic is to document, with whether it may be left out.
DEMANDS = {"required": False, "recommended": True, "optional": True}
NAMED = "'- **Name**: guidance'"
_OPTIONAL = re.compile(r"\b(?:if|when|where) applicable\b|\((?:optional|if any)\)|^optional\b", re.IGNORECASE)
_SAID_OPTIONAL = re.compile(r"(?<!\s)\s*\((?:optional|if any|(?:if|when|where) applicable)\)\s*$", re.IGNORECASE)
_NOTE = re.compile(r"^\((?:optional|if any|(?:if|when|where) applicable)\)\s*:?\s*", re.IGNORECASE)
_DASHES = re.compile(r"--+")
_JINJA = re.compile(r"\{(?=[{%#])")


@dataclass(slots=True)
class Remarks:
    """Collects what could not be read."""

    where: str
    _found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, text: str) -> None:
        """Remember a remark on a line."""
        self._found.append((line, text))

    def in_order(self) -> tuple[str, ...]:
        """Return all remarks, each with file and line."""
        return tuple(f"{self.where}:{line}: {text}" for line, text in sorted(self._found))


def read_topic(parts: list[Part], places: Places, remarks: Remarks) -> Topic | None:
    """Read a topic from its heading and those below that belong to it; none where it requires no section."""
    title = plain(shown(parts[0].title))
    blocks = [block for part in parts for block in part.blocks]
    waived = any(DEMANDS.get(block.lead.casefold(), False) for block in blocks if isinstance(block, Paragraph))
    sections = _once(_sections([block for block in blocks if isinstance(block, Listing)], remarks), title, remarks)
    _tell_others(blocks, remarks)
    if not sections:
        remarks.add(parts[0].line, f"the topic '{title}' is left out: it names no section ({NAMED})")
        return None
    told = [plain(text) for text in _told(blocks)]
    place = places.place_for(title, [block for block in blocks if isinstance(block, Paragraph)], remarks.add)
    return Topic(
        slug=place.slug,
        title=title,
        page=place.page,
        sections=tuple(_section(entry, optional=waived) for entry in sections),
        head=generic.head_of(title, told),
        folder=place.folder,
    )


def plain(text: str) -> str:
    """Return a text that may stand in a comment and in a template: no end of a comment, no Jinja2 in it."""
    return _JINJA.sub("{ ", _DASHES.sub("\u2013", text)).lstrip("-*+ ").strip()


def _sections(lists: list[Listing], remarks: Remarks) -> Iterator[Entry]:
    for listing in lists:
        if listing.tasks:
            remarks.add(listing.line, "a task list outside the checklist is left out")
        elif not any(map(has_name, listing.entries)):
            remarks.add(listing.line, f"a list without names in bold is left out; a required section is {NAMED}")
        else:
            yield from _named(listing.entries, remarks)


def _named(entries: Iterable[Entry], remarks: Remarks) -> Iterator[Entry]:
    """Yield the entries that have a name, with those below them."""
    for entry in entries:
        if entry.name:
            yield entry
        elif not has_name(entry):
            remarks.add(entry.line, f"'{entry.rest}' is left out; a required section is {NAMED}")
        yield from _named(filter(has_name, entry.children), remarks)


def _once(entries: Iterator[Entry], title: str, remarks: Remarks) -> list[Entry]:
    """Return the entries without those whose name the topic has already."""
    found: dict[str, Entry] = {}
    for entry in entries:
        known = found.setdefault(key(entry.name or ""), entry)
        if known is not entry:
            remarks.add(
                entry.line, f"a second '{entry.name}' in '{title}' is left out; the one on line {known.line} counts"
            )
    return list(found.values())


def _section(entry: Entry, *, optional: bool) -> RequiredSection:
    name = entry.name or ""
    questions = tuple(plain(_whole(child)) for child in entry.children if not has_name(child))
    return RequiredSection(
        name=plain(shown(_SAID_OPTIONAL.sub("", name))),
        guidance=plain(_NOTE.sub("", entry.rest)),
        questions=tuple(filter(None, questions)),
        skeleton=generic.SKELETON,
        optional=optional or bool(_OPTIONAL.search(entry.rest) or _SAID_OPTIONAL.search(name)),
    )


def _whole(entry: Entry) -> str:
    """Return an entry with everything below it, on one line."""
    below = "; ".join(_whole(child) for child in entry.children)
    return f"{entry.rest.rstrip(':')}: {below}" if below else entry.rest


def _told(blocks: Iterable[object]) -> Iterator[str]:
    """Yield what a topic says as a whole: its prose, but for the lines that only lead to a list."""
    for block in blocks:
        if isinstance(block, Paragraph):
            demands = block.lead.casefold() in DEMANDS
            text = block.text if demands or not block.lead else f"{block.lead}: {block.text}"
            if plain(text) and not text.rstrip().endswith(":"):
                yield text


def _tell_others(blocks: Iterable[object], remarks: Remarks) -> None:
    for block in blocks:
        if isinstance(block, Other):
            remarks.add(block.line, f"{block.kind} is left out; a required section is {NAMED}")
