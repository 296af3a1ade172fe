"""A proposal as text: which page for which topic, why, and what that would cover."""

from collections.abc import Iterable

from mkdocs_gbm.adopt.model import Alias, Choice, Proposal
from mkdocs_gbm.assess import Report, TopicVerdict
from mkdocs_gbm.assess.recognise import Match
from mkdocs_gbm.assess.search import Found
from mkdocs_gbm.options import CHECKLIST
from mkdocs_gbm.output.sentences import percent
from mkdocs_gbm.output.strings import Strings

_SHOWN = 5
"""How many names of a kind are told, before they are counted."""
_BAR = 20


def to_text(proposal: Proposal, before: Report, after: Report, folder: str) -> str:
    """Return what is proposed, and what it would cover.

    Args:
        proposal: The proposal.
        before: The verdict without it.
        after: The verdict with it.
        folder: The folder of the site's pages, relative to the project.
    """
    parts = [_pages(proposal.choices, folder), _aliases(proposal.aliases, folder), *_notes(proposal, folder)]
    if not proposal.empty:
        parts.append(_coverage(before, after))
    return "\n\n".join(part for part in parts if part) + "\n"


def _pages(choices: Iterable[Choice], folder: str) -> str:
    return "\n".join(line for choice in choices for line in _page(choice, folder))


def _page(choice: Choice, folder: str) -> list[str]:
    count = len(choice.sections)
    if choice.claimed:
        said = "its front matter says so"
    elif choice.slug == CHECKLIST:
        said = f"{choice.items} of its items"
    else:
        said = "1 section" if count == 1 else f"{count} sections"
    return [f"{folder}/{choice.uri} -> {choice.slug}: {said}", *(f"    {_section(found)}" for found in choice.sections)]


def _section(found: Found) -> str:
    """Return a section with what stands for it, where that is spelt otherwise."""
    line = f"line {found.place.line}" if found.place.line else ""
    spelt = f"'{found.place.heading}'" if found.match is not Match.EXACT and found.place.heading else ""
    label = "a bold label" if found.match is Match.LABEL else ""
    said = ", ".join(part for part in (line, label, spelt) if part)
    return f"{found.section} ({said})" if said else found.section


def _aliases(aliases: Iterable[Alias], folder: str) -> str:
    return "\n".join(
        f"{folder}/{alias.uri}{f':{alias.line}' if alias.line else ''}: '{alias.heading}' -> alias of"
        f" '{alias.section}' ({alias.slug})"
        for alias in aliases
    )


def _notes(proposal: Proposal, folder: str) -> list[str]:
    notes = []
    if proposal.components:
        used, *others = (f"{folder}/{component}" for component in proposal.components)
        notes.append(
            f"{_listed([used, *others])} look like components of their own, with the same topics each:"
            f" only {used} was used; name another with --architecture-dir"
        )
    if proposal.exempt:
        paths = [f"{folder}/{uri}" for uri in proposal.exempt]
        notes.append(f"left out, as raw data, a record or generated: {_listed(paths)}")
    return notes


def _coverage(before: Report, after: Report) -> str:
    was = {topic.topic.slug: topic for component in before.components for topic in component.topics}
    rows = [_row(topic, was[topic.topic.slug]) for component in after.components for topic in component.topics]
    t = Strings()
    total = f"predicted coverage: {percent(before.coverage, t)} -> {percent(after.coverage, t)}"
    return "\n".join([total, *rows])


def _row(topic: TopicVerdict, was: TopicVerdict) -> str:
    coverage = topic.coverage
    filled = round(_BAR * coverage.percent / 100)
    bar = "#" * filled + "." * (_BAR - filled)
    gain = coverage.documented - was.coverage.documented
    more = f"  +{gain}" if gain > 0 else ""
    return f"    {topic.topic.slug:14} {bar} {coverage.documented:2} of {coverage.applicable}{more}"


def _listed(names: list[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
