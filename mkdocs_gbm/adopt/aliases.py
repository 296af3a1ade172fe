"""Headings that are a required section's name, misspelt or nearly so: proposed as aliases."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from mkdocs_gbm.adopt.model import Alias
from mkdocs_gbm.assess import names
from mkdocs_gbm.assess.content import Status, judge
from mkdocs_gbm.assess.contribution import Judge
from mkdocs_gbm.assess.nearest import nearest
from mkdocs_gbm.assess.pages import Page
from mkdocs_gbm.standard import RequiredSection, Standard, Topic

_SAME_WORD = 0.8
"""How alike two spellings of one word are at least, from 0 to 1."""


def near_headings(
    standard: Standard, pages_of: Mapping[str, Sequence[Page]], judges: Mapping[str, Judge]
) -> tuple[Alias, ...]:
    """Return the headings that are to be names of sections which nothing on their topics' pages means.

    A heading that only has a word in common with a section is none: `Belt Load Balancing` may be about belts, and an
    alias that is wrong hides a gap.
    """
    return tuple(
        alias
        for topic in standard.topics
        if (pages := pages_of.get(topic.slug))
        for alias in _of_topic(topic, pages, judges[topic.slug])
    )


def _of_topic(topic: Topic, pages: Sequence[Page], by: Judge) -> Iterator[Alias]:
    present = by.present(pages)
    for section in topic.sections:
        if section.name not in present:
            yield from _of_section(topic.slug, section, pages, by)


def _of_section(slug: str, section: RequiredSection, pages: Sequence[Page], by: Judge) -> Iterator[Alias]:
    near = nearest(section, pages, [by.recogniser])
    if near is None:
        return
    _, page, heading = near
    content = judge(page.outline.under(heading), by.known, heading.text)
    if content.status is Status.DOCUMENTED and content.words >= by.settings.min_words:
        wanted = (section.name, *section.aliases)
        if any(_is_spelling_of(heading.text, name) for name in wanted):
            yield Alias(slug, section.name, names.unnumbered(heading.text), page.path, heading.line)


def _is_spelling_of(heading: str, name: str) -> bool:
    """Say whether two names have the same words, each spelt nearly alike from its first letter."""
    ours, theirs = names.words(heading), names.words(name)
    return bool(ours) and len(ours) == len(theirs) and all(map(_nearly, ours, theirs))


def _nearly(word: str, other: str) -> bool:
    return word[0] == other[0] and SequenceMatcher(None, word, other).ratio() >= _SAME_WORD
