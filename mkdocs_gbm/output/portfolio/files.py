"""The files that `gbm portfolio` makes."""

from mkdocs_gbm.output.badge import badge_files
from mkdocs_gbm.output.portfolio.markdown import MARK, to_markdown
from mkdocs_gbm.output.portfolio.page import to_html
from mkdocs_gbm.output.portfolio.values import to_json
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.portfolio.model import Portfolio

#: Each file that can be made, and by which of its words a file at its path is known to be ours.
OURS = {
    "portfolio.html": MARK,
    "portfolio.md": MARK,
    "portfolio.json": '"mkdocs-gbm"',
    "coverage.svg": "gbm-badge",
    "coverage-badge.json": '"schemaVersion"',
    "badge.svg": "gbm-badge",
    "badge.json": '"schemaVersion"',
}


def portfolio_files(portfolio: Portfolio) -> dict[str, str]:
    """Return the files by name."""
    return {
        "portfolio.html": to_html(portfolio),
        "portfolio.md": to_markdown(portfolio, badges=True),
        "portfolio.json": to_json(portfolio),
        **badge_files(portfolio, Strings()),
    }
