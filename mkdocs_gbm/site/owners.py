"""Who owns a page: its front matter says so, or the repository's CODEOWNERS."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from codeowners import CodeOwners

from mkdocs_gbm.boundary import is_inside
from mkdocs_gbm.claims import own_meta
from mkdocs_gbm.output.strip import owners_in
from mkdocs_gbm.site.owner_patterns import means

#: In GitHub's order; the first that exists counts. (GitLab looks in the last.)
_FILES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
_LONGEST = 10_000
"""A line of so many characters names no file, and the package would take seconds to compile it."""
_REMARK = re.compile(r"(?:^|\s)#.*$")


class Owners:
    """Knows the owners of files.

    Args:
        project: A folder of the repository; CODEOWNERS is looked for at its root.
    """

    def __init__(self, project: Path) -> None:
        project = project.resolve()
        self._root = next((folder for folder in (project, *project.parents) if (folder / ".git").exists()), project)
        self._rules = _read(self._root)

    def of(self, meta: Mapping[str, Any], file: str | None) -> tuple[str, ...]:
        """Return the owners of a page.

        Args:
            meta: Its front matter.
            file: Its source, if it has one.
        """
        own = own_meta(meta)
        named = owners_in([own.get("owner"), own.get("owners"), meta.get("owner"), meta.get("owners")])
        return named or self._by_rule(file)

    def _by_rule(self, file: str | None) -> tuple[str, ...]:
        path = Path(file).resolve() if file and self._rules.paths else None
        if path is None or not path.is_relative_to(self._root):
            return ()
        found = path.relative_to(self._root).as_posix()
        owners = (rule[2] for rule in self._rules.paths if means(rule[1], found, rule[0]))  # the last rule is first
        return tuple(owner for _, owner in next(owners, ()))


def _read(root: Path) -> CodeOwners:
    file = next((root / name for name in _FILES if (root / name).is_file() and is_inside(root / name, root)), None)
    try:
        text = file.read_text(encoding="utf-8", errors="replace") if file else ""
    except OSError:
        text = ""
    lines = [_REMARK.sub("", line) for line in text.splitlines() if len(line) < _LONGEST]
    return _parse("\n".join(lines)) or CodeOwners("\n".join(line for line in lines if _parse(line)))


def _parse(text: str) -> CodeOwners | None:
    """Read rules; none where a pattern cannot be read, whose line GitHub passes over."""
    try:
        return CodeOwners(text)
    except (ValueError, re.error):
        return None
