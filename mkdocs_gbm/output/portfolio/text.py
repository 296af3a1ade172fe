"""A portfolio as text for a person at a terminal."""

from collections.abc import Iterator

from mkdocs_gbm.assess import Coverage
from mkdocs_gbm.neutral import columns, neutral
from mkdocs_gbm.output.bar import bar, count
from mkdocs_gbm.output.portfolio.words import exactly, share, total
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.portfolio.model import Group, Portfolio


def to_text(portfolio: Portfolio) -> str:
    """Return the components, the one with the lowest coverage first, the topics, what most lack, and the sum."""
    t = Strings()
    blocks = [
        *(_group(group, t) for group in portfolio.groups),
        [f"{t('portfolio.topics')}:", *_bars([(topic.title, topic.coverage) for topic in portfolio.topics], t)],
        [f"{t('portfolio.lacking')}:", *_lacking(portfolio, t)],
        [neutral(total(portfolio, t))],
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _group(group: Group, t: Strings) -> list[str]:
    held = ", ".join(
        t("portfolio.held", standard=exactly(held_to, t), components=number, count=number)
        for held_to, number in group.held_to
    )
    rows = [(component.name, component.coverage) for component in group.components]
    return [neutral(f"{t('portfolio.components')} ({held}):"), *_bars(rows, t)]


def _bars(rows: list[tuple[str, Coverage]], t: Strings) -> Iterator[str]:
    shown = [(neutral(name), coverage) for name, coverage in rows]
    widest = max((columns(name) for name, _ in shown), default=0)
    for name, coverage in shown:
        padding = " " * (widest - columns(name))
        number = count(coverage) if coverage.applicable else t("status.not-applicable")
        yield f"  {name}{padding}  {bar(coverage)}  {number}"


def _lacking(portfolio: Portfolio, t: Strings) -> Iterator[str]:
    for lack in portfolio.lacking:
        yield f"  {neutral(f'{lack.title}: {lack.section}')} ({share(lack, t)})"
    if not portfolio.lacking:
        yield f"  {t('portfolio.lacking.none')}"
