"""The gaps as `gbm next` tells them: a few lines each for a person, JSON for a program."""

import json
from collections.abc import Sequence
from typing import Any

import click

from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.output.gaps import Gap

SCHEMA_VERSION = 1
_MOST_QUESTIONS = 8


def to_text(gaps: Sequence[Gap], limit: int) -> str:
    """Return the first gaps, a dozen lines each at most."""
    if not gaps:
        return "Nothing to write: every required section is written, and every checklist item holds.\n"
    shown = gaps[:limit]
    told = [None, *(gap.finding for gap in shown)]
    blocks = [
        "\n".join(_block(number, gap, is_new=gap.finding != told[number - 1]))
        for number, gap in enumerate(shown, start=1)
    ]
    left = len(gaps) - len(blocks)
    if left:
        blocks.append(f"{left} more: gbm next --limit {len(gaps)}")
    return "\n\n".join(blocks) + "\n"


def to_json(gaps: Sequence[Gap], limit: int) -> str:
    """Return the first gaps as JSON, and how many are left."""
    shown = [_gap(gap) for gap in gaps[:limit]]
    told = {"schema_version": SCHEMA_VERSION, "gaps": shown, "left": len(gaps) - len(shown)}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _block(number: int, gap: Gap, *, is_new: bool) -> list[str]:
    """Return the lines of a gap; how to begin a page is told with its first section only."""
    finding = gap.finding
    title = neutral(gap.heading or finding.section or finding.message)
    lines = [
        f"{number}. {click.style(title, bold=True)}  ({neutral(gap.topic)}; {finding.rule}, {finding.severity.value})",
        f"   {neutral(finding.place.path)}, {neutral(gap.place)}",
    ]
    if gap.section is None:
        return [*lines, f"   {neutral(finding.remedy)}"]
    if finding.rule == "missing-page" and is_new:
        lines.append(f"   {neutral(finding.remedy)}")
    guidance = [f"   {neutral(gap.section.guidance)}"] if gap.section.guidance else []
    return [*lines, *guidance, *(f"   - {neutral(question)}" for question in gap.section.questions[:_MOST_QUESTIONS])]


def _gap(gap: Gap) -> dict[str, Any]:
    finding = gap.finding
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "baselined": finding.baselined,
        "component": finding.component,
        "topic": finding.topic,
        "section": gap.section.name if gap.section else finding.section,
        "path": finding.place.path,
        "line": gap.line,
        "heading": gap.heading,
        "after": gap.after,
        "place": gap.place,
        "guidance": gap.section.guidance if gap.section else None,
        "questions": list(gap.section.questions) if gap.section else [],
        "message": finding.message,
        "remedy": finding.remedy,
    }
