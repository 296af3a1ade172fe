"""A portfolio as one HTML page that stands by itself."""

from dataclasses import dataclass

from mkdocs_gbm.assess import Coverage, Status
from mkdocs_gbm.output.badge import badges_of, level_of
from mkdocs_gbm.output.coverage.view import Score
from mkdocs_gbm.output.portfolio.markdown import MARK
from mkdocs_gbm.output.portfolio.words import exactly, share, size
from mkdocs_gbm.output.sentences import checklist_sentence, coverage_sentence, percent
from mkdocs_gbm.output.standalone import document
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.output.templates import environment
from mkdocs_gbm.portfolio.model import ComponentEntry, Group, Lack, Portfolio, TopicEntry


@dataclass(frozen=True, slots=True)
class Row:
    """One topic of a component."""

    name: str
    score: Score
    lacking: str
    """Its unwritten sections."""


@dataclass(frozen=True, slots=True)
class Block:
    """One component: a row of the matrix, and what it opens."""

    name: str
    anchor: str
    score: Score
    source: str
    """Its report and its standard."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Components of which the same was required."""

    title: str
    held: tuple[str, ...]
    titles: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Widespread:
    """A section that most components lack."""

    topic: str
    section: str
    share: str
    components: tuple[str, ...]
    everywhere: bool


def to_html(portfolio: Portfolio) -> str:
    """Return the portfolio as a document."""
    t = Strings()
    env = environment(t)
    content = env.get_template("partials/gbm/portfolio.html").render(
        report=portfolio,
        badges=badges_of(portfolio, t),
        coverage_url=None,
        weakest=None,
        score=_score(portfolio.coverage, t),
        coverage_sentence=coverage_sentence(portfolio.coverage, t),
        checklist_sentence=checklist_sentence(portfolio.tally, t) if portfolio.tally.total else "",
        size=size(portfolio, t),
        lacking=[_widespread(lack, t) for lack in portfolio.lacking],
        topics=[(total, _score(total.coverage, t)) for total in portfolio.topics],
        matrices=_matrices(portfolio, t),
    )
    return document(env, MARK, t("portfolio.title"), content)


def _matrices(portfolio: Portfolio, t: Strings) -> list[Matrix]:
    made, number = [], 1
    for group in portfolio.groups:
        blocks = tuple(_block(component, number + index, t) for index, component in enumerate(group.components))
        number += len(blocks)
        title = t("portfolio.group", standard=group.name, sections=group.required)
        made.append(Matrix(title, _held(group, t), group.titles, blocks))
    return made


def _held(group: Group, t: Strings) -> tuple[str, ...]:
    return tuple(
        t("portfolio.held", standard=exactly(held_to, t), components=number, count=number)
        for held_to, number in group.held_to
    )


def _block(component: ComponentEntry, number: int, t: Strings) -> Block:
    source = t("portfolio.from", report=component.report, standard=exactly(component.held_to, t))
    rows = tuple(_row(topic, t) for topic in component.topics)
    return Block(component.name, f"gbm-component-{number}", _score(component.coverage, t), source, rows)


def _row(topic: TopicEntry, t: Strings) -> Row:
    names = [
        section.name if section.status is Status.MISSING else f"{section.name} ({t(f'status.{section.status.value}')})"
        for section in topic.unwritten
    ]
    return Row(topic.title, _score(topic.coverage, t), ", ".join(names))


def _widespread(lack: Lack, t: Strings) -> Widespread:
    return Widespread(lack.title, lack.section, share(lack, t), lack.components, lack.everywhere)


def _score(coverage: Coverage, t: Strings) -> Score:
    """Return a coverage as it is shown."""
    if not coverage.applicable:
        return Score(t("status.not-applicable"), 0.0, t("status.not-applicable"), "none")
    count = t("coverage.of", documented=coverage.documented, applicable=coverage.applicable)
    return Score(percent(coverage, t), coverage.percent, count, level_of(coverage.percent))
