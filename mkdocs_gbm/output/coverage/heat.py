"""The heat map: a row of cells for each topic, a cell for each required section."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_gbm.assess import ComponentVerdict, Place, SectionVerdict, Status, TopicVerdict
from mkdocs_gbm.output.coverage.view import Score, View

MANY = 60
"""With more components, a cell is shown only where a section is not written, so that the page can still be loaded."""
INHERITED = "inherited"
"""How a cell is shown whose section another component documents."""
STATUSES = tuple(status.value for status in Status)


@dataclass(frozen=True, slots=True)
class Cell:
    """One required section."""

    status: str
    url: str
    """Its heading on the site; where there is none, its entry in the work list."""
    said: str
    """Its name and status, for who points at the cell or has it read out."""


@dataclass(frozen=True, slots=True)
class Row:
    """One topic."""

    name: str
    url: str
    score: Score
    cells: tuple[Cell, ...]
    inherited: bool
    """Whether all that is written of it is another component's."""


@dataclass(frozen=True, slots=True)
class Block:
    """One component of several: a row of the matrix, and the heat map that it opens."""

    name: str
    anchor: str
    score: Score
    rows: tuple[Row, ...]


def rows_of(view: View, component: ComponentVerdict) -> tuple[Row, ...]:
    """Return the heat map of a component."""
    words = {status: view.t(f"status.{status}") for status in STATUSES}
    return tuple(
        Row(
            topic.topic.title,
            _topic_url(view, component, topic),
            view.score(topic.coverage),
            tuple(_cells(view, component, topic, words)),
            _is_inherited(topic),
        )
        for topic in component.topics
    )


def _is_inherited(topic: TopicVerdict) -> bool:
    written = [verdict for verdict in topic.sections if verdict.status is Status.DOCUMENTED]
    return bool(written) and all(verdict.inherited_from for verdict in written)


def blocks_of(view: View) -> tuple[Block, ...]:
    """Return the matrix of several components, the one with most to write first."""
    blocks = [
        Block(component.name, view.anchors.component(component.name), view.score(component.coverage), rows)
        for component in view.report.components
        for rows in [rows_of(view, component)]
    ]
    return tuple(sorted(blocks, key=lambda block: block.score.share if block.score.level != "none" else 101))


def _shown(view: View, topic: TopicVerdict) -> Iterator[SectionVerdict]:
    """Yield the sections that have a cell."""
    few = len(view.report.components) <= MANY
    yield from (verdict for verdict in topic.sections if few or verdict.status is not Status.DOCUMENTED)


def _topic_url(view: View, component: ComponentVerdict, topic: TopicVerdict) -> str:
    """Return where a topic is told of: its table; with several components, which have none, its page or another's."""
    given = (verdict.place.path for verdict in topic.sections if verdict.inherited_from and verdict.place)
    path = next(iter((*topic.pages, *given)), None)
    url = view.around.link(Place(path)) if view.several and path else None
    return url if url is not None else f"#{view.entries.of_topic(component.name, topic)}"


def _cells(view: View, component: ComponentVerdict, topic: TopicVerdict, words: Mapping[str, str]) -> Iterator[Cell]:
    for verdict in _shown(view, topic):
        status = verdict.status.value
        said = view.t("coverage.said", name=verdict.section.name, status=words[status])
        if verdict.inherited_from:
            inherited = view.t("coverage.inherited", component=verdict.inherited_from)
            said = view.t("coverage.said", name=verdict.section.name, status=inherited)
            status = INHERITED
        yield Cell(status, _cell_url(view, component.name, topic, verdict), said)


def _cell_url(view: View, component: str, topic: TopicVerdict, verdict: SectionVerdict) -> str:
    url = view.around.link(verdict.place) if verdict.place else None
    if url is not None:
        return url
    return f"#{view.entries.of_section(component, topic, verdict.section.name)}"
