"""A proposal as text: which page for which topic, why, and what that would cover."""

from collections.abc import Callable, Iterable, Sequence

from mkdocs_gbm.adopt.model import Adopted, Alias, Choice, Proposal
from mkdocs_gbm.assess import Coverage, Report
from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.recognise import Match
from mkdocs_gbm.options import CHECKLIST
from mkdocs_gbm.output.sentences import percent
from mkdocs_gbm.output.strings import Strings

_SHOWN = 5
"""How many names of a kind are told, before they are counted."""
_BAR = 20

NEW_COMPONENTS = "{count} components, by their folders; name one with --architecture-dir to have it alone\n\n"
"""What is told above components that nobody has configured."""
Told = Callable[[str], str]
"""Gives the path of a page or folder as it is told, from its path on the site."""


def to_text(proposal: Proposal, before: Report, after: Report, told: Told) -> str:
    """Return what is proposed, and what it would cover.

    Args:
        proposal: The proposal.
        before: The verdict without it.
        after: The verdict with it.
        told: Gives paths.
    """
    parts = [_pages(proposal.choices, told), _aliases(proposal.aliases, told), *_notes(proposal, told)]
    if not proposal.empty:
        parts.append(_coverage(before, after))
    return "\n\n".join(part for part in parts if part) + "\n"


def components_text(components: Sequence[Adopted], before: Report, after: Report, told: Told) -> str:
    """Return what is proposed for several components, and what it would cover; see `to_text`."""
    parts = [_component(each, told) for each in components]
    parts += [note for each in components for note in _notes(each.proposal, told)]
    parts.append("\n".join([_total(before, after), *_component_rows(before, after)]))
    return "\n\n".join(parts) + "\n"


def _component(each: Adopted, told: Told) -> str:
    proposal = each.proposal
    lines = [_pages(proposal.choices, told), _aliases(proposal.aliases, told)]
    head = f"{each.component.name}: {told(each.component.directory)}"
    return "\n".join([head, *filter(None, lines)] if any(lines) else [f"{head}: the topics have their pages"])


def _pages(choices: Iterable[Choice], told: Told) -> str:
    return "\n".join(line for choice in choices for line in _page(choice, told))


def _page(choice: Choice, told: Told) -> list[str]:
    count = len(choice.sections)
    if choice.claimed:
        said = "its front matter says so"
    elif choice.slug == CHECKLIST:
        said = f"{choice.items} of its items"
    else:
        said = "1 section" if count == 1 else f"{count} sections"
    return [f"{told(choice.uri)} -> {choice.slug}: {said}", *(f"    {_section(found)}" for found in choice.sections)]


def _section(found: Found) -> str:
    """Return a section with what stands for it, where that is spelt otherwise."""
    line = f"line {found.place.line}" if found.place.line else ""
    spelt = f"'{found.place.heading}'" if found.match is not Match.EXACT and found.place.heading else ""
    label = "a bold label" if found.match is Match.LABEL else ""
    said = ", ".join(part for part in (line, label, spelt) if part)
    return f"{found.section} ({said})" if said else found.section


def _aliases(aliases: Iterable[Alias], told: Told) -> str:
    return "\n".join(
        f"{told(alias.uri)}{f':{alias.line}' if alias.line else ''}: '{alias.heading}' -> alias of"
        f" '{alias.section}' ({alias.slug})"
        for alias in aliases
    )


def _notes(proposal: Proposal, told: Told) -> list[str]:
    notes = []
    if proposal.components:
        used, *others = map(told, proposal.components)
        notes.append(
            f"{_listed([used, *others])} look like components of their own, with the same topics each:"
            f" only {used} was used; name another with --architecture-dir"
        )
    if proposal.exempt:
        paths = [told(uri) for uri in proposal.exempt]
        notes.append(f"left out, as raw data, a record or generated: {_listed(paths)}")
    return notes


def _coverage(before: Report, after: Report) -> str:
    was = {topic.topic.slug: topic.coverage for component in before.components for topic in component.topics}
    topics = [topic for component in after.components for topic in component.topics]
    rows = [_row(topic.topic.slug, topic.coverage, was[topic.topic.slug]) for topic in topics]
    return "\n".join([_total(before, after), *rows])


def _total(before: Report, after: Report) -> str:
    t = Strings()
    return f"predicted coverage: {percent(before.coverage, t)} -> {percent(after.coverage, t)}"


def _component_rows(before: Report, after: Report) -> Iterable[str]:
    """Yield a row for each component; one that is new gains all that it has."""
    was = {component.directory: component.coverage for component in before.components}
    wide = max((len(component.name) for component in after.components), default=0)
    for component in after.components:
        yield _row(component.name, component.coverage, was.get(component.directory, Coverage(0, 0)), wide)


def _row(name: str, coverage: Coverage, was: Coverage, wide: int = 14) -> str:
    filled = round(_BAR * coverage.percent / 100)
    bar = "#" * filled + "." * (_BAR - filled)
    gain = coverage.documented - was.documented
    more = f"  +{gain}" if gain > 0 else ""
    return f"    {name:{wide}} {bar} {coverage.documented:2} of {coverage.applicable}{more}"


def _listed(names: list[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
