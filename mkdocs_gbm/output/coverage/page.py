"""The page put together: its parts in their order, and its table of contents."""

from dataclasses import dataclass, field

from jinja2 import Environment

from mkdocs_gbm.assess import Report
from mkdocs_gbm.output.badge import badges_of
from mkdocs_gbm.output.coverage.claims import claims_of
from mkdocs_gbm.output.coverage.gaps import weakest, work_list
from mkdocs_gbm.output.coverage.heat import INHERITED, STATUSES, blocks_of, rows_of
from mkdocs_gbm.output.coverage.method import parts_of
from mkdocs_gbm.output.coverage.table import tables_of
from mkdocs_gbm.output.coverage.view import Surroundings, View
from mkdocs_gbm.output.coverage.waived import waivers_of
from mkdocs_gbm.output.sentences import checklist_sentence, coverage_sentence

LONG = 50
"""A list of more entries is folded, so that what stands below it can be reached."""


@dataclass(frozen=True, slots=True)
class TocEntry:
    """One heading of the coverage page, for the theme's table of contents."""

    title: str
    anchor: str
    level: int
    children: list["TocEntry"] = field(default_factory=list)


def coverage_html(report: Report, env: Environment, around: Surroundings) -> str:
    """Return the content of the coverage page, without its title.

    Args:
        report: The verdict.
        env: Renders the templates.
        around: What the page shows beside the report.
    """
    view = View(report, around)
    blocks = blocks_of(view) if view.several else ()
    work = work_list(view)
    return env.get_template("partials/gbm/coverage.html").render(
        report=report,
        badges=badges_of(report, view.t),
        coverage_url=None,
        score=view.score(report.coverage),
        coverage_sentence=coverage_sentence(report.coverage, view.t),
        checklist_sentence=checklist_sentence(report.tally, view.t) if report.tally.total else "",
        weakest=weakest(view, work),
        statuses=(*STATUSES, INHERITED) if view.inherits else STATUSES,
        titles=[topic.title for topic in report.standard.topics],
        blocks=blocks,
        rows=() if blocks else tuple(row for component in report.components for row in rows_of(view, component)),
        work=work,
        claims=claims_of(view),
        waivers=waivers_of(view),
        tables=tables_of(view),
        parts=parts_of(view),
        long=LONG,
    )


def toc(report: Report, around: Surroundings) -> list[TocEntry]:
    """Return the headings of the coverage, below the title of the page that it stands on."""
    view = View(report, around)
    t = view.t
    entries = [_components(view)] if view.several else []
    entries.append(TocEntry(t("coverage.gaps"), "gbm-gaps", 2))
    if report.tally.total:
        entries.append(TocEntry(t("coverage.checklist"), "gbm-checklist", 2))
    if waivers_of(view):
        entries.append(TocEntry(t("coverage.waivers"), "gbm-waivers", 2))
    if not view.several:
        entries.append(_topics(view))
    return [*entries, TocEntry(t("coverage.method"), "gbm-method", 2)]


def _components(view: View) -> TocEntry:
    names = [component.name for component in view.report.components]
    children = [TocEntry(name, view.anchors.component(name), 3) for name in names]
    return TocEntry(view.t("coverage.components"), "gbm-components", 2, children)


def _topics(view: View) -> TocEntry:
    topics = [
        TocEntry(topic.topic.title, view.anchors.place(component.name, topic.topic.slug), 3)
        for component, topic in view.topics
    ]
    return TocEntry(view.t("coverage.topics"), "gbm-topics", 2, topics)
