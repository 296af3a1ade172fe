"""The full table: every required section, how it was found and where."""

from dataclasses import dataclass

from mkdocs_gbm.assess import ComponentVerdict, SectionVerdict, TopicVerdict
from mkdocs_gbm.output.coverage.view import Score, Spot, View


@dataclass(frozen=True, slots=True)
class Line:
    """One required section."""

    name: str
    anchor: str
    status: str
    where: Spot | None
    match: str
    reason: str | None
    gap: str | None
    """The address of its entry in the work list."""
    words: int


@dataclass(frozen=True, slots=True)
class Table:
    """The sections of one topic."""

    name: str
    anchor: str
    score: Score
    pages: tuple[Spot, ...]
    lines: tuple[Line, ...]


def tables_of(view: View) -> tuple[Table, ...]:
    """Return a table for each topic; with several components none, whose heat maps tell the same in less room."""
    return () if view.several else tuple(_table(view, component, topic) for component, topic in view.topics)


def _table(view: View, component: ComponentVerdict, topic: TopicVerdict) -> Table:
    return Table(
        topic.topic.title,
        view.anchors.place(component.name, topic.topic.slug),
        view.score(topic.coverage),
        tuple(view.page(path) for path in topic.pages),
        tuple(_line(view, component.name, topic.topic.slug, verdict) for verdict in topic.sections),
    )


def _line(view: View, component: str, topic: str, verdict: SectionVerdict) -> Line:
    name = verdict.section.name
    known = view.finding(component, topic, name) or view.finding(component, topic)
    return Line(
        name,
        view.anchors.place(component, topic, name),
        verdict.status.value,
        view.spot(verdict.place) if verdict.place else None,
        view.t(f"match.{verdict.match.word}") if verdict.match is not None else "",
        verdict.reason,
        f"#{view.anchors.gap(component, topic, name)}" if known else None,
        verdict.words,
    )
