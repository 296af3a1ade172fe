"""Which Markdown a site speaks: what its extensions and plugins change in pages that are otherwise plain.

An extension or plugin that is not in the tables here may change anything, and so may an option of theirs that is not:
such a site is judged by way of its own pipeline.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_gbm.project.plugins import plugins_of
from mkdocs_gbm.project.project import Project

_ANY = frozenset({"*"})
_NONE: frozenset[str] = frozenset()

#: Per extension the options that change nothing on a plain page; `*` stands for all of them. Admonitions, tabs,
#: footnotes and the like need no more than this: what begins one is on no plain page.
_EXTENSIONS: Mapping[str, frozenset[str]] = {
    "abbr": _NONE,
    "admonition": _ANY,
    "attr_list": _ANY,
    "def_list": _ANY,
    "extra": _NONE,
    "fenced_code": frozenset({"lang_prefix"}),
    "footnotes": _ANY,
    "md_in_html": _ANY,
    "meta": _ANY,
    "sane_lists": _ANY,
    "tables": _ANY,
    "toc": frozenset({"permalink", "permalink_title", "permalink_leading", "toc_depth", "title", "toc_class"}),
    "pymdownx.arithmatex": _ANY,
    "pymdownx.betterem": _NONE,
    "pymdownx.blocks.admonition": _ANY,
    "pymdownx.blocks.caption": _ANY,
    "pymdownx.blocks.definition": _ANY,
    "pymdownx.blocks.details": _ANY,
    "pymdownx.blocks.html": _ANY,
    "pymdownx.blocks.tab": _ANY,
    "pymdownx.caret": _ANY,
    "pymdownx.critic": _ANY,
    "pymdownx.details": _ANY,
    "pymdownx.emoji": _ANY,
    "pymdownx.extra": _NONE,
    "pymdownx.highlight": frozenset(
        "anchor_linenums auto_title css_class extend_pygments_lang guess_lang language_prefix line_anchors "
        "line_spans linenums linenums_style noclasses pygments_lang_class pygments_style use_pygments".split()
    ),
    "pymdownx.inlinehilite": _ANY,
    "pymdownx.keys": _ANY,
    "pymdownx.magiclink": _ANY,
    "pymdownx.mark": _ANY,
    "pymdownx.saneheaders": _ANY,
    "pymdownx.snippets": frozenset(
        {"base_path", "check_paths", "dedent_subsections", "encoding", "restrict_base_path"}
    ),
    "pymdownx.superfences": frozenset({"custom_fences", "preserve_tabs", "relaxed_headers"}),
    "pymdownx.tabbed": _ANY,
    "pymdownx.tasklist": _ANY,
    "pymdownx.tilde": _ANY,
}

#: Per extension what it reads its own way outside code, where a plain page may hold it.
_READS: Mapping[str, str] = {
    "pymdownx.arithmatex": r"\$",
    "pymdownx.caret": r"\^",
    "pymdownx.critic": r"--|\+\+|~~|==|>>",
    "pymdownx.emoji": r":[-+\w]+:",
    "pymdownx.keys": r"\+\+",
    "pymdownx.magiclink": r"://|www\.|@|#\d|mailto:|ftp:",
    "pymdownx.mark": r"==",
    "pymdownx.tilde": r"~",
}

#: The plugins that change neither which pages there are, nor their source, metadata, addresses and content.
_PLUGINS = frozenset(
    "search gbm awesome-nav awesome-pages exclude-search literate-nav minify redirects section-index social "
    "git-revision-date-localized git-revision-date git-committers git-committers-2".split()
)
_OFFLINE = "offline"
"""Sets `use_directory_urls: false`, and changes nothing else that matters."""
_FENCES = frozenset({"name", "class", "format"})
_KEPT = frozenset({"fence_code_format", "fence_div_format"})


@dataclass(frozen=True, slots=True)
class Dialect:
    """What to look for on a page beyond what no plain page holds."""

    forbidden: re.Pattern[str] | None
    """What an extension or plugin reads its own way outside code."""
    anywhere: tuple[str, ...]
    """What a plugin replaces in the source, code included."""
    drawn: frozenset[str]
    """The languages of fences that the site draws as diagrams."""
    folds: frozenset[str]
    """What `unfold` may unfold."""
    directory_urls: bool
    """Whether a page's address is a folder's."""


def dialect_of(project: Project) -> Dialect | None:
    """Return the dialect of a site, or `None` where only the site's own pipeline knows it."""
    values = project.values
    plugins = {name.removeprefix("material/"): options for name, options in plugins_of(values).items()}
    extensions = dict(_extensions(values))
    known = plugins.keys() <= _PLUGINS | {_OFFLINE} and not values.get("hooks")
    if not known or not all(_changes_nothing(name, options) for name, options in extensions.items()):
        return None
    drawn = _drawn(extensions.get("pymdownx.superfences", {}).get("custom_fences"))
    if drawn is None:
        return None
    patterns = [pattern for name, pattern in _READS.items() if name in extensions]
    return Dialect(
        forbidden=re.compile("|".join(patterns)) if patterns else None,
        anywhere=("git_",) if any(name.startswith("git-") for name in plugins) else (),
        drawn=drawn,
        folds=frozenset(_folds(extensions)),
        directory_urls=bool(values.get("use_directory_urls", True)) and _OFFLINE not in plugins,
    )


def _extensions(values: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the Markdown extensions of a site with their options, those that MkDocs has on its own first."""
    given = values.get("markdown_extensions") or []
    entries: Iterable[Any] = given.items() if isinstance(given, dict) else given if isinstance(given, list) else ["?"]
    yield from (("toc", {}), ("tables", {}), ("fenced_code", {}))
    for entry in entries:
        pair = next(iter(entry.items())) if isinstance(entry, dict) and len(entry) == 1 else entry
        name, options = pair if isinstance(pair, tuple) else (pair, {})
        yield str(name).removeprefix("markdown.extensions."), options if isinstance(options, dict) else {}


def _changes_nothing(name: str, options: Mapping[str, Any]) -> bool:
    harmless = _EXTENSIONS.get(name)
    return harmless is not None and (harmless is _ANY or options.keys() <= harmless)


def _folds(extensions: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield what begins something that stands folded in the source, as far as the extensions read it."""
    names = extensions.keys()
    if "admonition" in names:
        yield "!!!"
    if "pymdownx.details" in names:
        yield "???"
    # Otherwise the labels stand as text above all tabs, or are anchors that a heading may be to have.
    if dict(extensions.get("pymdownx.tabbed", {})) == {"alternate_style": True}:
        yield "==="
    if not names.isdisjoint(("def_list", "extra", "pymdownx.extra")):
        yield ":"
    if not names.isdisjoint(("pymdownx.superfences", "pymdownx.extra")):
        yield "```"


def _drawn(fences: object) -> frozenset[str] | None:
    """Return the languages of fences that stay as they are but for their class; `None` where others do not."""
    if fences is None:
        return frozenset()
    if not isinstance(fences, list) or not all(isinstance(fence, dict) for fence in fences):
        return None
    for fence in fences:
        form = getattr(fence.get("format"), "value", "") or getattr(fence.get("format"), "tag", "fence_code_format")
        if not fence.keys() <= _FENCES or fence.get("name") != "mermaid" or fence.get("class") != "mermaid":
            return None
        if str(form).rpartition(".")[2] not in _KEPT:
            return None
    return frozenset({"mermaid"})
