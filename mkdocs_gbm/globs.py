"""Globs over paths with forward slashes: `*` stays in its folder, `**` does not."""

import re
from functools import lru_cache

_WILD = re.compile(r"(\*\*/|\*\*|\*|\?)")
_PARTS = {"**/": "((?:.*/)?)", "**": "(.*)", "*": "([^/]*)", "?": "([^/])"}


def is_glob(path: str) -> bool:
    """Say whether a path names more than one place."""
    return "*" in path or "?" in path


def matches(path: str, pattern: str) -> bool:
    """Say whether a path fits a glob, or is the very path."""
    return path == pattern or (is_glob(pattern) and _expression(pattern).fullmatch(path) is not None)


def matched(path: str, pattern: str) -> str | None:
    """Return what the wild parts of a glob stand for in a path, with `/` between them; `None` where it does not fit."""
    found = _expression(pattern).fullmatch(path)
    return "/".join(part.strip("/") for part in found.groups() if part.strip("/")) if found else None


@lru_cache(maxsize=512)
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(_PARTS.get(part) or re.escape(part) for part in _WILD.split(pattern)))
