"""The configuration of a site that a repository has none of: one text, which is used, shown and written down."""

import os
import textwrap
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Any

import yaml

from mkdocs_gbm.project.modules import components_for
from mkdocs_gbm.project.repository import edit_url as edit_url_of
from mkdocs_gbm.project.repository import title_of
from mkdocs_gbm.project.settings_file import parse_settings

_TEXT = Path(__file__).resolve().with_name("embedded.yml")
_ENDLESS = 1 << 30


def embedded(
    title: str,
    docs_dir: str | Path,
    architecture_dir: str,
    edit_url: str | None = None,
    options: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return what the embedded configuration says, as it is read from its text.

    Args:
        title: The site's name.
        docs_dir: The folder of its pages, relative to the project; absolute where it lies elsewhere.
        architecture_dir: The folder of the architecture documentation, relative to `docs_dir`.
        edit_url: Where a page is edited, with `{path}` in place of its path relative to `docs_dir`.
        options: More options of the plugin, such as `pages`.
    """
    return parse_settings(embedded_text(title, docs_dir, architecture_dir, edit_url, options), "embedded.yml")


def embedded_text(
    title: str,
    docs_dir: str | Path,
    architecture_dir: str,
    edit_url: str | None = None,
    options: Mapping[str, Any] | None = None,
) -> str:
    """Return the embedded configuration as a `mkdocs.yml` with comments; the arguments are those of `embedded`."""
    where = {} if options and "components" in options else {"architecture_dir": architecture_dir}
    own = {**where, "home_page": True, **(options or {})}
    values = {
        "site_name": _scalar(title),
        "docs_dir": _scalar(Path(docs_dir).as_posix()),
        "edit": f"edit_uri_template: {_scalar(edit_url)}" if edit_url else "",
        "options": textwrap.indent(_block(own), " " * 6),
    }
    return _tidy(Template(_body(_TEXT.read_text(encoding="utf-8"))).substitute(values))


def text_for(root: Path, docs_dir: Path, architecture_dir: str, options: Mapping[str, Any] | None = None) -> str:
    """Return the embedded configuration of a project, with what its repository says of it.

    Args:
        root: The project's folder, absolute.
        docs_dir: The folder of its pages, absolute.
        architecture_dir: The folder of the architecture documentation, relative to `docs_dir`.
        options: More options of the plugin; without any, the modules of the repository are its components.
    """
    title = title_of(root)
    if options is None and (components := components_for(root, docs_dir, architecture_dir, title)):
        options = {"components": components}
    edit = edit_url_of(root, docs_dir)
    return embedded_text(title, os.path.relpath(docs_dir, root), architecture_dir, edit, options)


def _body(text: str) -> str:
    """Take off the comment that is about the file itself."""
    lines = text.splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return "".join(lines[first:])


def _tidy(text: str) -> str:
    """Leave one empty line where a name stood that says nothing."""
    return text.replace("\n\n\n", "\n\n")


def _scalar(text: str) -> str:
    """Return a text as YAML on one line, in quotes where it needs them."""
    return _block(text).removesuffix("...").rstrip("\n")


def _block(value: Any) -> str:
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=_ENDLESS)
    return text.removesuffix("\n").removesuffix("\n...")
