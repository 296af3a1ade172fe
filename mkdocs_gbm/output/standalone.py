"""The coverage page as one HTML file that needs no site, no script and no network."""

import re

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_gbm.assess import Report
from mkdocs_gbm.output.coverage import STYLESHEET, THEME, TITLE, Link, coverage_html

MARK = "<!-- made by gbm report -->"
#: What the style sheet sets in a dark theme, which a file by itself takes from the reader's own setting.
_DARK = re.compile(r'\[data-md-color-scheme="slate"\][^{}]*\{([^{}]*)\}')


def to_html(report: Report, name: str, env: Environment, link: Link) -> str:
    """Return the coverage page as a document.

    Args:
        report: What to show.
        name: Whose documentation it is.
        env: Renders it.
        link: Gives the address of a place, relative to the document.
    """
    return env.get_template("standalone.html").render(
        mark=Markup(MARK),  # noqa: S704 - our own text
        title=f"{TITLE}: {name}",
        styles=Markup(_styles()),  # noqa: S704 - our own style sheet
        content=Markup(coverage_html(report, env, link)),  # noqa: S704 - rendered with everything escaped
    )


def _styles() -> str:
    styles = (THEME / STYLESHEET).read_text(encoding="utf-8")
    dark = "".join(_DARK.findall(styles))
    return f"{styles}\n@media (prefers-color-scheme: dark) {{ :root {{{dark}}} }}\n"
