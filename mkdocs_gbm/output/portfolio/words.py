"""What every form of a portfolio says in the same words."""

from mkdocs_gbm.output.sentences import checklist_sentence, coverage_sentence, percent
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.portfolio.model import HeldTo, Lack, Portfolio

_SHORT = 12
"""As many characters of a hash tell one content from another."""


def total(portfolio: Portfolio, t: Strings) -> str:
    """Return the portfolio in one line."""
    parts = [f"{percent(portfolio.coverage, t)}: {coverage_sentence(portfolio.coverage, t)}"]
    parts += [checklist_sentence(portfolio.tally, t)] if portfolio.tally.total else []
    return "; ".join([*parts, size(portfolio, t)])


def size(portfolio: Portfolio, t: Strings) -> str:
    """Return how much was put together."""
    components = t("portfolio.sum.components", count=len(portfolio.components))
    return t("portfolio.sum", components=components, reports=t("portfolio.sum.reports", count=len(portfolio.reports)))


def share(lack: Lack, t: Strings) -> str:
    """Return how many components lack a section: `7 of 9`, `all 9`."""
    key = "portfolio.lacking.everywhere" if lack.everywhere else "portfolio.lacking.most"
    return t(key, count=len(lack.components), of=lack.of)


def exactly(held_to: HeldTo, t: Strings) -> str:
    """Return a standard with its version and the beginning of its content's hash, as far as they are known."""
    return t("portfolio.hash", standard=held_to, hash=held_to.hash[:_SHORT]) if held_to.hash else str(held_to)
