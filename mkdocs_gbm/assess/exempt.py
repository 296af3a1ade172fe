"""Pages that no topic should have, however much their headings promise: raw data, change logs, generated references."""

import re

from mkdocs_gbm.assess import names
from mkdocs_gbm.assess.pages import Page

#: Names of files and folders, compared as headings are.
_NAMES = frozenset(
    names.key(name)
    for name in """
    Data Collection, Raw Data, Collected Data, Raw Output, Changelog, Change Log, Changes, History, News, Release,
    Releases, Release Notes, What's New, Whats New, Upgrading, Blog, Post, Posts, Archive, Archived, Obsolete,
    Deprecated, License, Code of Conduct, Contributing, Contributors, Authors, Glossary, FAQ, Tags, Minutes, Meeting
    Notes
    """.split(",")
)
_GENERATED = re.compile(r"do not edit\b|\bauto-?generated from\b|@generated\b", re.IGNORECASE)
_DIRECTIVE = re.compile(r"^::: \w+\.[\w.]+", re.MULTILINE)
"""What mkdocstrings makes a reference of."""
_RAW = re.compile(
    r"\W*(?:"
    r"(?:\./)?[\w.@+-]+(?:/[\w.@+*-]*)+`?(?::\d+.*)?$"  # a path, and where grep found something in it
    r"|[\w./@+-]+\.\w{1,5}:\d+[:\s-].*"
    r"|[d-][rwxst-]{9}(?!\w).*|total \d+$|\d+\s+[\w.@/+-]+/[\w.@/+-]+$"
    r"|\$ .*"
    r")"
)
_FEW = 12
"""Fewer lines than these are an example, and no raw data."""
_HALF = 0.5
_HEAD = 600
"""In so many characters a page says that it is generated, and a line that it is raw."""


def is_exempt(page: Page) -> bool:
    """Say whether a page is no architecture documentation, whatever its headings are."""
    return has_exempt_name(page.path) or _is_raw(page)


def has_exempt_name(path: str) -> bool:
    """Say whether a page's file, or a folder that it is in, is named as something else than architecture."""
    *folders, file = path.split("/")
    parts = [*folders, file.rsplit(".", 1)[0]]
    return any(names.key(part.replace("_", " ")) in _NAMES for part in parts)


def is_generated(source: str) -> bool:
    """Say whether a page's source says that a program writes it, or has MkDocs plugins do so."""
    return _GENERATED.search(source[:_HEAD]) is not None or _DIRECTIVE.search(source) is not None


def _is_raw(page: Page) -> bool:
    """Say whether most of a page is lists of files and what a search printed."""
    lines = [line for unit in page.outline.units for line in unit.text.splitlines() if line.strip()]
    raw = sum(_RAW.match(line[:_HEAD]) is not None for line in lines)
    return raw >= _FEW and raw >= _HALF * len(lines)
