"""A portfolio as Markdown: for a README, a wiki, a pull request."""

from collections.abc import Iterator

from mkdocs_gbm.assess import Coverage
from mkdocs_gbm.output.bar import bar, count
from mkdocs_gbm.output.escaping import escaped
from mkdocs_gbm.output.portfolio.words import exactly, share, total
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.portfolio.model import ComponentEntry, Group, Portfolio

MARK = "<!-- made by gbm portfolio -->"


def to_markdown(portfolio: Portfolio, *, badges: bool = False) -> str:
    """Return the portfolio in GitHub's flavour of Markdown.

    Args:
        portfolio: What to show.
        badges: Whether its badges lie beside the document.
    """
    t = Strings()
    checklist = "![checklist](badge.svg) " if portfolio.tally.total else ""
    blocks = [
        MARK,
        f"# {t('portfolio.title')}",
        *([f"{checklist}![architecture](coverage.svg)"] if badges else []),
        escaped(total(portfolio, t)),
        "\n".join([f"## {t('portfolio.lacking')}", "", *_lacking(portfolio, t)]),
        "\n".join([f"## {t('portfolio.topics')}", "", *_topics(portfolio, t)]),
        f"## {t('portfolio.components')}",
        *("\n".join(_group(group, t)) for group in portfolio.groups),
        t("portfolio.meaning"),
    ]
    return "\n\n".join(blocks) + "\n"


def _lacking(portfolio: Portfolio, t: Strings) -> Iterator[str]:
    if not portfolio.lacking:
        yield t("portfolio.lacking.none")
        return
    yield "| section | topic | lack it |"
    yield "| --- | --- | --- |"
    for lack in portfolio.lacking:
        yield f"| {escaped(lack.section)} | {escaped(lack.title)} | {share(lack, t)} |"


def _topics(portfolio: Portfolio, t: Strings) -> Iterator[str]:
    yield "| topic | | written | components |"
    yield "| --- | --- | --- | --- |"
    for topic in portfolio.topics:
        yield f"| {escaped(topic.title)} | {_drawn(topic.coverage, t)} | {topic.components} |"


def _group(group: Group, t: Strings) -> Iterator[str]:
    yield f"### {escaped(t('portfolio.group', standard=group.name, sections=group.required))}"
    yield ""
    for held_to, number in group.held_to:
        held = t("portfolio.held", standard=exactly(held_to, t), components=number, count=number)
        yield f"- {escaped(held)}"
    yield ""
    yield f"| component | | written | {' | '.join(escaped(title) for title in group.titles)} | version |"
    yield "| --- |" + " --- |" * (len(group.titles) + 3)
    for component in group.components:
        yield _row(component, t)


def _row(component: ComponentEntry, t: Strings) -> str:
    topics = "".join(f" {count(topic.coverage) if topic.coverage.applicable else '-'} |" for topic in component.topics)
    version = escaped(component.held_to.version or "")
    return f"| {escaped(component.name)} | {_drawn(component.coverage, t)} |{topics} {version} |"


def _drawn(coverage: Coverage, t: Strings) -> str:
    return f"`{bar(coverage)}` | {count(coverage)}" if coverage.applicable else f"| {t('status.not-applicable')}"
