"""The templates of everything that readers see: a site's theme may lay out any of them anew."""

from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateSyntaxError

from mkdocs_gbm.assess import Report
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.output.badge import badges_of
from mkdocs_gbm.output.strings import Strings

STYLESHEET = "gbm.css"

_THEME = Path(__file__).resolve().parent / "theme"


class _Partial(Template):
    """A template of which a site may have a version of its own: what is wrong there is told with its file and line."""

    def render(self, *arguments: Any, **values: Any) -> str:
        """Return the HTML."""
        try:
            return super().render(*arguments, **values)
        except Exception as error:
            if found := _place(error):
                raise _mistake(*found, error) from None
            raise


class _Partials(Environment):
    """Finds templates, those of a site first."""

    template_class = _Partial

    def get_template(self, *arguments: Any, **more: Any) -> Template:
        """Return a template."""
        try:
            return super().get_template(*arguments, **more)
        except TemplateSyntaxError as error:
            raise _mistake(str(error.filename or error.name), error.lineno, error) from None


def _place(error: Exception) -> tuple[str, int] | None:
    """Return the file and line of a template of the site's own in which an error came up."""
    frames = [(frame.filename, frame.lineno or 0) for frame in extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        frames.append((str(error.filename), error.lineno))
    own = [(file, line) for file, line in frames if file.endswith(".html") and not Path(file).is_relative_to(_THEME)]
    return own[-1] if own else None


def _mistake(file: str, line: int, error: Exception) -> ConfigurationError:
    told = " ".join(str(error).split()).rstrip(".")
    return ConfigurationError(
        f"{file}:{line}", f"Jinja2 cannot render it ({told})", "mend it there, or remove it: the plugin has its own"
    )


def environment(strings: Strings, dirs: Sequence[str | Path] = ()) -> Environment:
    """Return the environment that renders everything of ours, escaping whatever comes from a page.

    Args:
        strings: The site's words, `t` in templates.
        dirs: Folders searched for `partials/gbm/…` before our own, such as a theme's `custom_dir`.
    """
    made = _Partials(
        loader=FileSystemLoader([*dirs, _THEME]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # templates are compiled once a build, and hold nothing that could be computed beforehand
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
