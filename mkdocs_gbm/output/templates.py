"""The templates of everything that readers see: a site's theme may lay out any of them anew."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_gbm.assess import Report
from mkdocs_gbm.output.badge import badges_of
from mkdocs_gbm.output.strings import Strings

STYLESHEET = "gbm.css"

_THEME = Path(__file__).resolve().parent / "theme"


def environment(strings: Strings, dirs: Sequence[str | Path] = ()) -> Environment:
    """Return the environment that renders everything of ours, escaping whatever comes from a page.

    Args:
        strings: The site's words, `t` in templates.
        dirs: Folders searched for `partials/gbm/…` before our own, such as a theme's `custom_dir`.
    """
    made = Environment(
        loader=FileSystemLoader([*dirs, _THEME]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["t"] = strings
    return made


def stylesheet() -> str:
    """Return the style sheet that is published: one file, from one for each idea."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted((_THEME / "css").glob("*.css")))


def badges_html(report: Report, env: Environment, strings: Strings, coverage_url: str | None) -> str:
    """Return both badges, linked to the coverage page where there is one."""
    badges = badges_of(report, strings)
    return env.get_template("partials/gbm/badges.html").render(badges=badges, coverage_url=coverage_url)
