"""A site that Zensical builds: its `zensical.toml`, read as the `mkdocs.yml` that would say the same.

Zensical loads no plugin of MkDocs and drops what it does not know without a word. The options of the check stand in a
table `[gbm]` of their own, which Zensical never looks at.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs_gbm import texts
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.safe_yaml import DEEPEST

NAME = "zensical.toml"
_TABLE = "gbm"
#: What Zensical and MkDocs both know, and what a verdict may depend on.
_SHARED = ("site_name", "docs_dir", "use_directory_urls", "exclude_docs", "draft_docs", "not_in_nav")
#: Of the plugins that Zensical has itself, those that change what stands on a page, or which pages there are.
_PLUGINS = ("exclude", "include-markdown", "macros", "markdownextradata", "table-reader")
#: The extensions of a site that names none, but for those that only put other signs for some.
_EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "toc": {"permalink": True},
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.betterem": {},
    "pymdownx.caret": {},
    "pymdownx.details": {},
    "pymdownx.highlight": {"anchor_linenums": True, "line_spans": "__span", "pygments_lang_class": True},
    "pymdownx.inlinehilite": {},
    "pymdownx.keys": {},
    "pymdownx.magiclink": {},
    "pymdownx.mark": {},
    "pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.tilde": {},
}
#: Names of Python objects, which TOML has as texts: none of them changes what a page says.
_OBJECT = re.compile(r"(zensical|material|materialx|pymdownx)\.[\w.]+")
#: Extensions whose names need no quotes in TOML, so that they come as tables in tables.
_FAMILIES = ("pymdownx", "blocks", "markdown", "zensical", "extensions")


def configures(file: Path) -> bool:
    """Say whether a file holds the options of the check."""
    return file.is_file() and isinstance(_load(file).get(_TABLE), dict)


def settings_of(file: Path) -> dict[str, Any]:
    """Return what a `zensical.toml` says, in the words of a `mkdocs.yml` that has the plugin.

    Raises:
        ConfigurationError: If it is no TOML, or something in it is of the wrong kind.
    """
    whole = _load(file)
    project = _table(file, whole, "project") or whole
    plugins = _table(file, project, "plugins")
    given = _table(file, project, "markdown_extensions") if "markdown_extensions" in project else _EXTENSIONS
    own = _table(file, whole, _TABLE) or _table(file, plugins, _TABLE)
    return {
        "site_name": file.parent.name,
        **{key: project[key] for key in _SHARED if key in project},
        "theme": {"name": "material"},
        "markdown_extensions": [{name: options} for name, options in _extensions(given)],
        "plugins": [*({name: plugins[name]} for name in _PLUGINS if name in plugins), {"gbm": own}],
    }


def remark_on(root: Path, config_file: Path | None, values: Mapping[str, Any]) -> str | None:
    """Return what to say to somebody who lists the plugin where Zensical drops it; `None` where nobody does.

    Args:
        root: The project's folder.
        config_file: Its `mkdocs.yml`, if that is what was read.
        values: What the configuration says.
    """
    file, theme = root / NAME, values.get("theme")
    if config_file is None:
        listed = file.is_file() and _lists_plugin(file)
        where = f"{NAME}: project: plugins"
    elif file.is_file():
        listed, where = True, f"{NAME} is beside {config_file.name}"
    else:
        listed, where = isinstance(theme, dict) and "variant" in theme, f"{config_file.name}: theme: variant"
    if not listed:
        return None
    return (
        f"{where}: where Zensical builds the site, it drops the plugin 'gbm' without a word; have 'gbm check' fail in "
        f"its place, make the coverage page with 'gbm report --markdown --output DIR', and put options into the table "
        f"[{_TABLE}] of {NAME}"
    )


def _lists_plugin(file: Path) -> bool:
    whole = _load(file)
    return _TABLE in _table(file, _table(file, whole, "project") or whole, "plugins")


def _load(file: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - most projects have no such file

    if not os.path.lexists(file):
        raise ConfigurationError(str(file), "no such file", "name the site's configuration with -f")
    text = texts.read(file)
    try:
        whole = tomllib.loads(text)
    except ValueError as error:  # with what is no TOML, a number of too many digits
        raise ConfigurationError(str(file), f"no TOML: {str(error).partition(';')[0]}", "mend it") from None
    except RecursionError:
        raise _nested(file) from None
    _refuse_deep(file, whole)
    return whole


def _refuse_deep(file: Path, whole: dict[str, Any]) -> None:
    """Refuse tables in tables without end, which dots in a key make without any depth of the text."""
    layer: list[Any] = [whole]
    for _ in range(DEEPEST):
        layer = [inner for each in layer for inner in _inside(each)]
    if layer:
        raise _nested(file)


def _inside(value: object) -> Iterable[object]:
    values: Iterable[object] = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (inner for inner in values if isinstance(inner, dict | list))


def _nested(file: Path) -> ConfigurationError:
    return ConfigurationError(str(file), f"nested more than {DEEPEST} deep", "mend it")


def _table(file: Path, above: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return a table; empty where there is none. A list of names is a table of names with nothing said of them."""
    found = above.get(name, {})
    if isinstance(found, list):
        pairs = [next(iter(each.items())) if isinstance(each, dict) and each else (each, {}) for each in found]
        found = {str(key): options for key, options in pairs}
    if not isinstance(found, dict):
        raise ConfigurationError(f"{file}: {name}", "a table is expected", f"write [{name}] and 'key = value' lines")
    return found


def _extensions(given: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the Markdown extensions by their whole names, with the options that say what they do."""
    for name, said in given.items():
        options = said if isinstance(said, dict) else {}
        if name in _FAMILIES:
            yield from _extensions(options, f"{above}{name}.")
        elif not f"{above}{name}".startswith("zensical."):
            yield f"{above}{name}", _plain(options)


def _plain(options: Any) -> Any:
    """Return options without those that name a Python object."""
    if isinstance(options, dict):
        kept = {key: value for key, value in options.items() if not _names_object(value)}
        return {key: _plain(value) for key, value in kept.items()}
    return [_plain(each) for each in options] if isinstance(options, list) else options


def _names_object(value: object) -> bool:
    return isinstance(value, str) and _OBJECT.fullmatch(value) is not None
