"""What a change did, for people, for pull requests and for machines."""

import json
import posixpath
from dataclasses import replace
from typing import Any

import click

from mkdocs_gbm.assess import Report
from mkdocs_gbm.compare.change import Change, Direction
from mkdocs_gbm.compare.comparison import Comparison
from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.output.escaping import code, escaped
from mkdocs_gbm.output.github import annotation
from mkdocs_gbm.output.sentences import percent
from mkdocs_gbm.output.strings import Strings

SCHEMA_VERSION = 1
_SIGN = {Direction.WORSE: "-", Direction.BETTER: "+", Direction.OTHER: "~"}
_COLOUR = {Direction.WORSE: "red", Direction.BETTER: "green", Direction.OTHER: None}
_HEADING = {Direction.WORSE: "Worse", Direction.BETTER: "Better", Direction.OTHER: "To be looked at"}


def seen_from(comparison: Comparison, prefix: str) -> Comparison:
    """Return the comparison with its paths told from another folder.

    Args:
        comparison: Its paths are relative to the project.
        prefix: The project's folder, relative to the one that the paths are to be told from.
    """
    return replace(comparison, changes=tuple(_moved(change, prefix) for change in comparison.changes))


def _moved(change: Change, prefix: str) -> Change:
    if change.place is None:
        return change
    path = posixpath.normpath(posixpath.join(prefix, change.place.path))
    return replace(change, place=replace(change.place, path=path))


def to_text(comparison: Comparison) -> str:
    """Return every change on a line of its own, what got worse first, and one summary line."""
    lines = [_styled(change, comparison.after) for change in comparison.changes]
    return "\n".join([*lines, neutral(summary(comparison))]) + "\n"


def to_github(comparison: Comparison) -> str:
    """Return a workflow command for each change, what got worse as an error, and the summary line."""
    lines = [
        annotation(
            "error" if change.direction is Direction.WORSE else "notice",
            path=change.place.path if change.place else None,
            line=change.place.line if change.place else None,
            title=f"{change.kind}: {change.subject}",
            message=_said(change, comparison.after),
        )
        for change in comparison.changes
    ]
    return "\n".join([*lines, neutral(summary(comparison))]) + "\n"


def to_markdown(comparison: Comparison) -> str:
    """Return the changes as a summary for a pull request."""
    written = percent(comparison.after.coverage, Strings())
    blocks = [f"## Architecture documentation: {written} written\n\n{escaped(summary(comparison))}"]
    for direction in Direction:
        if changes := comparison.going(direction):
            lines = [_listed(change, comparison.after) for change in changes]
            blocks.append("\n".join([f"### {_HEADING[direction]}\n", *lines]))
    return "\n\n".join(blocks) + "\n"


def to_json(comparison: Comparison) -> str:
    """Return the comparison as JSON text."""
    told = {
        "schema_version": SCHEMA_VERSION,
        "against": comparison.since,
        "checked_before": comparison.before is not None,
        "percent_before": comparison.before.coverage.percent if comparison.before else None,
        "percent": comparison.after.coverage.percent,
        "changes": [_dict(change) for change in comparison.changes],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


#: The formats of a comparison. (SARIF knows findings, and no changes.)
FORMATS = {"text": to_text, "json": to_json, "github": to_github, "markdown": to_markdown}


def summary(comparison: Comparison) -> str:
    """Return the comparison in one line."""
    t = Strings()
    now, since = percent(comparison.after.coverage, t), comparison.since
    if comparison.before is None:
        return f"{now} written; nothing was checked yet at {since}, so nothing can be worse"
    counts = ", ".join(f"{len(comparison.going(direction))} {direction.value}" for direction in Direction)
    failing = len(comparison.after.failing)
    findings = f"; {failing} finding{'' if failing == 1 else 's'} in all" if failing else ""
    return f"{now} written, {percent(comparison.before.coverage, t)} at {since}: {counts}{findings}"


def _styled(change: Change, report: Report) -> str:
    where = f"{neutral(str(change.place))}: " if change.place else ""
    sign = click.style(_SIGN[change.direction], fg=_COLOUR[change.direction], bold=True)
    return f"{sign} {where}{change.kind}: {neutral(_said(change, report))}"


def _listed(change: Change, report: Report) -> str:
    where = f"{code(str(change.place))} " if change.place else ""
    return f"- {where}{change.kind}: {escaped(_said(change, report))}"


def _said(change: Change, report: Report) -> str:
    topic = report.standard.topic(change.topic) if change.topic else None
    named = f"{topic.title}: {change.subject}" if topic else change.subject
    return f"{named}: {change.message}"


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
