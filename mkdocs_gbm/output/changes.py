"""What a change did, for people and for machines."""

import json
from typing import Any

from mkdocs_gbm.assess import Report
from mkdocs_gbm.compare.change import Change, Direction
from mkdocs_gbm.compare.comparison import Comparison
from mkdocs_gbm.output.badge import percent
from mkdocs_gbm.output.neutral import neutral

SCHEMA_VERSION = 1
_SIGN = {Direction.WORSE: "-", Direction.BETTER: "+", Direction.OTHER: "~"}


def to_text(comparison: Comparison, before: Report | None, after: Report, commit: str) -> str:
    """Return every change on a line of its own, what got worse first, and one summary line.

    Args:
        comparison: The changes.
        before: The verdict on the past; none where nothing was checked yet.
        after: The verdict on the present.
        commit: What the present is compared with.
    """
    lines = [f"{_SIGN[change.direction]} {neutral(_line(change, after))}" for change in comparison.changes]
    return "\n".join([*lines, summary(comparison, before, after, commit)]) + "\n"


def summary(comparison: Comparison, before: Report | None, after: Report, commit: str) -> str:
    """Return the comparison in one line."""
    if before is None:
        return f"{percent(after.coverage)} written; nothing was checked yet at {commit}, so nothing can be worse"
    counts = ", ".join(f"{len(comparison.going(direction))} {direction.value}" for direction in Direction)
    moved = f"{percent(before.coverage)} -> {percent(after.coverage)} written"
    return f"{moved} since {commit}: {counts}"


def to_json(comparison: Comparison, before: Report | None, after: Report, commit: str) -> str:
    """Return the comparison as JSON text."""
    told = {
        "schema_version": SCHEMA_VERSION,
        "against": commit,
        "checked_before": before is not None,
        "percent_before": before.coverage.percent if before else None,
        "percent": after.coverage.percent,
        "changes": [_dict(change) for change in comparison.changes],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _dict(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "direction": change.direction.value,
        "component": change.component,
        "topic": change.topic,
        "subject": change.subject,
        "path": change.place.path if change.place else None,
        "line": change.place.line if change.place else None,
        "message": change.message,
    }


def _line(change: Change, report: Report) -> str:
    where = f"{change.place}: " if change.place else ""
    topic = report.standard.topic(change.topic) if change.topic else None
    named = f"{topic.title}: {change.subject}" if topic else change.subject
    return f"{where}{change.kind}: {named}: {change.message}"
