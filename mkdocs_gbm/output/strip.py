"""The status strip below a page's title: how much is written, what is not, who owns it, when it last changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from mkdocs_gbm.assess import ComponentVerdict, ItemState, SectionVerdict, Status, TopicVerdict
from mkdocs_gbm.output.badge import level_of
from mkdocs_gbm.output.hints import UNWRITTEN
from mkdocs_gbm.output.strings import Strings

_UNDONE = (ItemState.OPEN, ItemState.CONTRADICTED, ItemState.UNSUPPORTED, ItemState.MISSING)


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is not written or not done."""

    name: str
    status: str
    """The word of the status, for style sheets."""
    words: str
    """The same for readers."""
    url: str | None
    """Where it belongs, relative to the page that the strip is on."""


@dataclass(frozen=True, slots=True)
class Strip:
    """What a strip says."""

    sentence: str
    share: float
    """In percent, for the bar."""
    gaps: tuple[Gap, ...]
    gaps_title: str
    not_applicable: tuple[str, ...] = ()
    """What leaves the count, with the reason."""
    owners: tuple[str, ...] = ()
    changed: date | None = None
    coverage_url: str | None = None
    """The coverage page's part about this."""

    @property
    def level(self) -> str:
        """Return where the share stands on the scale of colours."""
        return level_of(self.share)

    def html(self, environment: Environment, strings: Strings) -> str:
        """Return the strip as HTML; folded when there is nothing to do."""
        return environment.get_template("partials/gbm/strip.html").render(strip=self, say=strings)


@dataclass(frozen=True, slots=True)
class Colophon:
    """What is known of a page beside its content."""

    owners: tuple[str, ...] = ()
    changed: date | None = None
    coverage_url: str | None = None


def topic_strip(
    verdict: TopicVerdict,
    url_of: Callable[[SectionVerdict], str | None],
    colophon: Colophon,
    strings: Strings,
    *,
    named: bool = False,
) -> Strip:
    """Return the strip of a topic.

    Args:
        verdict: What became of it.
        url_of: Gives the address of the place at which a section stands or should stand.
        colophon: What is known of the page.
        strings: The words.
        named: Whether the topic's title is told, since the page holds several.
    """
    coverage = verdict.coverage
    key = "strip.sections" if coverage.applicable else "strip.none"
    sentence = strings(key, done=coverage.documented, count=coverage.applicable)
    if named:
        sentence = strings("strip.of-topic", topic=verdict.topic.title, sentence=sentence)
    gaps = tuple(
        Gap(entry.section.name, entry.status.value, strings(f"strip.status.{entry.status.value}"), url_of(entry))
        for entry in verdict.sections
        if entry.status in UNWRITTEN
    )
    apart = (entry for entry in verdict.sections if entry.status is Status.NOT_APPLICABLE)
    waived = tuple(_with_reason(entry.section.name, entry.reason) for entry in apart)
    return Strip(
        sentence,
        coverage.percent,
        gaps,
        strings("strip.not-written"),
        waived,
        colophon.owners,
        colophon.changed,
        colophon.coverage_url,
    )


def checklist_strip(component: ComponentVerdict, colophon: Colophon, strings: Strings) -> Strip:
    """Return the strip of a component's checklist."""
    tally = component.tally
    gaps = tuple(
        Gap(entry.item.name, entry.state.value, strings(f"strip.state.{entry.state.value}"), colophon.coverage_url)
        for entry in component.items
        if entry.state in _UNDONE
    )
    apart = (entry for entry in component.items if entry.state is ItemState.NOT_APPLICABLE)
    return Strip(
        strings("strip.items", done=tally.done, count=tally.total),
        _percent(tally.done, tally.total),
        gaps,
        strings("strip.not-done"),
        tuple(_with_reason(entry.item.name, entry.reason) for entry in apart),
        colophon.owners,
        colophon.changed,
        colophon.coverage_url,
    )


def owners_in(values: Iterable[object]) -> tuple[str, ...]:
    """Return the owners that front matter names: the first value that is a text or a list of texts."""
    for value in values:
        names = [value] if isinstance(value, str) else value
        if isinstance(names, list) and (texts := [name.strip() for name in names if isinstance(name, str)]):
            return tuple(dict.fromkeys(filter(None, texts)))
    return ()


def _with_reason(name: str, reason: str | None) -> str:
    return f"{name}: {reason}" if reason else name


def _percent(done: int, total: int) -> float:
    return round(100 * done / total, 1) if total else 100.0
