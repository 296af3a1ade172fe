"""Which state of a standard this is: a digest of what it requires, and the commit that last changed it."""

import hashlib
import json
import os
from dataclasses import astuple
from pathlib import Path

from mkdocs_gbm.git import GitError, git
from mkdocs_gbm.standard.model import Limits, Standard

_LENGTH = 16
"""So many hexadecimal digits tell standards apart."""


def digest(standard: Standard) -> str:
    """Return a digest of topics, sections, aliases, checklist and evidence; the same on every machine."""
    said: dict[str, object] = {
        "topics": [
            [topic.slug, topic.title, [[s.name, sorted(s.aliases), s.optional, s.contained] for s in topic.sections]]
            for topic in standard.topics
        ],
        "checklist": [
            [item.name, [str(evidence) for evidence in item.evidence], item.by_link]
            for item in (standard.checklist.items if standard.checklist else ())
        ],
        "rules": sorted(standard.minimum),
    }
    if standard.limits != Limits():
        said["limits"] = list(astuple(standard.limits))
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_LENGTH]


def commit_of(path: Path) -> str | None:
    """Return the commit that last changed a file or folder; none where git knows none, or it was changed since."""
    folder = path if path.is_dir() else path.parent
    try:
        if git(folder, "status", "--porcelain", "--", str(path)):
            return None
        return os.fsdecode(git(folder, "log", "-1", "--format=%H", "--", str(path))).strip() or None
    except GitError:
        return None
