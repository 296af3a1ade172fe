r"""Which files a pattern of CODEOWNERS means.

The `codeowners` package makes regular expressions of them, and `a*a*a*a*a*b` keeps one busy for minutes. So those with
several `*` are compared as globs, and what a glob cannot say, `[a-z]` and `\*`, is nobody's there. The others are the
expression's, which takes a twentieth of the time: a repository may have thousands. The package drops `\ ` from those.
"""

import re
from functools import lru_cache

from mkdocs_gbm.globs import matches

_STARS = re.compile(r"((?<![^/])\*\*(?![^/]))|\*+")
"""`**` means any folders where it is a folder's whole name, and is `*` elsewhere."""
_NO_GLOB = re.compile(r"\[|\\[*?]")
_ANY_NAME = re.compile(r"(?<![^/])\*\*$")
_ESCAPED = re.compile(r"\\(.)")


def means(pattern: str, path: str, expression: re.Pattern[str]) -> bool:
    """Say whether a pattern means a file.

    Args:
        pattern: As it stands in CODEOWNERS.
        path: Of the file, from the repository's root.
        expression: What the `codeowners` package made of the pattern.
    """
    if "\\" not in pattern and pattern.count("*") <= 1:
        return expression.search(path) is not None
    if _NO_GLOB.search(pattern):
        return len(_STARS.findall(pattern)) <= 1 and expression.search(path) is not None
    return any(matches(path, glob) for glob in _globs(pattern))


@lru_cache(maxsize=8192)
def _globs(pattern: str) -> tuple[str, ...]:
    """Return the globs that together mean what a pattern means: what it names, and what is in a folder of that name."""
    inner = _ESCAPED.sub(r"\1", _STARS.sub(lambda stars: stars[1] or "*", pattern.strip("/")))
    named = inner if "/" in pattern[:-1] else f"**/{inner}"
    if pattern.endswith("/"):
        return (f"{named}/*/**" if _ANY_NAME.search(named) else f"{named}/**",)
    return (named,) if pattern.endswith("/*") else (named, f"{named}/**")
