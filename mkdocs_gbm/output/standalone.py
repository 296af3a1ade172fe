"""The coverage page as one HTML file that needs no site, no script and no network."""

import re

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_gbm.assess import Report
from mkdocs_gbm.output.coverage import Surroundings, coverage_html
from mkdocs_gbm.output.templates import environment, stylesheet

MARK = "<!-- made by gbm report -->"
#: Where the style sheet asks for a dark theme: a file by itself asks for the reader's own setting.
_DARK = re.compile(r'@media screen \{\s*:where\(\[data-md-color-scheme="slate"\][^{}]*\)(?= \{)')


def to_html(report: Report, name: str, around: Surroundings) -> str:
    """Return the coverage page as a document.

    Args:
        report: What to show.
        name: Whose documentation it is.
        around: What the page says beside the verdict.
    """
    env = environment(around.strings)
    return document(env, MARK, f"{around.strings('coverage.title')}: {name}", coverage_html(report, env, around))


def document(env: Environment, mark: str, title: str, content: str) -> str:
    """Return a document that needs nothing from anywhere.

    Args:
        env: Renders the frame.
        mark: A comment by which the file is known to be ours.
        title: The title and the heading, as text.
        content: HTML in which everything is escaped.
    """
    return env.get_template("standalone.html").render(
        mark=Markup(mark),  # noqa: S704 - our own text
        title=title,
        styles=Markup(_styles()),  # noqa: S704 - our own style sheet
        content=Markup(content),  # noqa: S704 - rendered with everything escaped
    )


def _styles() -> str:
    return _DARK.sub("@media (prefers-color-scheme: dark) {\n  :where(body)", stylesheet())
