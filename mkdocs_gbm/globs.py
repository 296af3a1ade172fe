"""Globs over paths with forward slashes: `*` stays in its folder, `**` does not.

They are no regular expressions: `a*a*a*a*b` would keep one busy for hours. What a glob takes grows with the length of
the path times that of the glob, and a glob that wants more characters than a path has takes nothing.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

_PARTS = re.compile(r"(\*\*/|\*\*|\*|\?)")
_ANY, _ANY_FOLDERS, _IN_FOLDER, _ONE = "**", "**/", "*", "?"
_MANY = frozenset({_ANY, _ANY_FOLDERS, _IN_FOLDER})
"""What may stand for nothing, too."""


def is_glob(path: str) -> bool:
    """Say whether a path names more than one place."""
    return "*" in path or "?" in path


def matches(path: str, pattern: str) -> bool:
    """Say whether a path fits a glob, or is the very path."""
    return path == pattern or (is_glob(pattern) and _fitting(path, _parts(pattern)) is not None)


def matched(path: str, pattern: str) -> str | None:
    """Return what the wild parts of a glob stand for in a path, with `/` between them; `None` where it does not fit.

    What stands further left takes as much as it can.
    """
    parts = _parts(pattern)
    fitting = _fitting(path, parts)
    if fitting is None:
        return None
    start = 0
    wild = []
    for part, behind in zip(parts, fitting[1:], strict=True):
        end = _end(path, part, start, behind)
        if part in _MANY or part == _ONE:
            wild.append(path[start:end].strip("/"))
        start = end
    return "/".join(filter(None, wild))


@lru_cache(maxsize=512)
def _parts(pattern: str) -> tuple[str, ...]:
    """Return the literal and wild parts of a glob; several in a row that may each stand for nothing are one."""
    parts: list[str] = []
    for many, run in groupby(filter(None, _PARTS.split(pattern)), key=_MANY.__contains__):
        together = list(run)
        if many:
            parts.append(together[0] if len(set(together)) == 1 else _ANY)
        else:
            parts.extend(together)
    return tuple(parts)


def _fitting(path: str, parts: Sequence[str]) -> list[list[bool]] | None:
    """Return for each part, and for the end, from which characters of the path on it and all behind it fit."""
    if sum(len(part) for part in parts if part not in _MANY) > len(path):
        return None
    if any(part not in _MANY and part != _ONE and part not in path for part in parts):
        return None  # nearly all paths of a site are told apart so
    fitting = [[False] * len(path) + [True]]
    for part in reversed(parts):
        fitting.append(_before(path, part, fitting[-1]))
    return fitting[::-1] if fitting[-1][0] else None


def _before(path: str, part: str, behind: list[bool]) -> list[bool]:
    """Return from which characters on a part fits with all behind it, of which `behind` says the same."""
    size = len(path)
    if part not in _MANY and part != _ONE:
        fits = [False] * (size + 1)
        at = path.find(part)
        while at >= 0:
            fits[at] = behind[at + len(part)]
            at = path.find(part, at + 1)
        return fits
    if part == _ONE:
        return [path[at] != "/" and behind[at + 1] for at in range(size)] + [False]
    fits = list(behind)
    later = behind[size] and part != _ANY_FOLDERS
    for at in range(size - 1, -1, -1):
        slash = path[at] == "/"
        if part == _ANY_FOLDERS:
            later = later or (slash and behind[at + 1])
        else:
            later = behind[at] or (later and not (slash and part == _IN_FOLDER))
        fits[at] = behind[at] or later
    return fits


def _end(path: str, part: str, start: int, behind: list[bool]) -> int:
    """Return where the longest text ends that a part stands for, with all behind it fitting."""
    if part not in _MANY:
        return start + len(part)
    last = len(path)
    if part == _IN_FOLDER and "/" in path[start:]:
        last = path.index("/", start)
    ends = (end for end in range(last, start, -1) if behind[end] and (part != _ANY_FOLDERS or path[end - 1] == "/"))
    return next(ends, start)
