"""Badges: inline SVG in the flat style of shields, and shields' endpoint JSON."""

import json
from dataclasses import dataclass
from typing import Protocol
from zlib import crc32

from markupsafe import escape

from mkdocs_gbm.assess import Coverage, Tally
from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.output.sentences import checklist_sentence, coverage_sentence, percent
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.output.verdana import width

#: From this percentage on, this level and this colour. White text on each has a contrast of at least 4.5:1.
SCALE = ((100.0, "full", "#2e7d32"), (80.0, "high", "#557a00"), (50.0, "half", "#9a6700"), (0.0, "low", "#c62828"))
_CONTRADICTED = SCALE[-1][2]
_GREY = "#555"
_EDGE = 6
"""From the badge's edge to its text, in px."""
_SEAM = 4
"""From the text to where both halves meet, in px."""


class Counted(Protocol):
    """What badges are made of: a report, or many together."""

    @property
    def coverage(self) -> Coverage:
        """Return how much is documented."""

    @property
    def tally(self) -> Tally:
        """Return the checklist in numbers."""


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge says."""

    label: str
    message: str
    colour: str
    """Behind the message: `#rrggbb`."""
    title: str
    """The whole sentence, for who points at the badge or has it read out."""

    def svg(self) -> str:
        """Return the badge as SVG that stands alone, and in a page."""
        label, message = _advance(self.label), _advance(self.message)
        left = label + _EDGE + _SEAM
        total = left + message + _EDGE + _SEAM
        shine = f"gbm-{crc32(f'{self.label} {self.message}'.encode('utf-8', 'replace')):08x}"
        title = escape(neutral(self.title))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="gbm-badge" width="{total}" height="20" '
            f'viewBox="0 0 {total} 20" role="img" aria-label="{title}"><title>{title}</title>'
            f'<linearGradient id="{shine}" x2="0" y2="100%"><stop offset="0" stop-color="#bbb" stop-opacity=".1"/>'
            '<stop offset="1" stop-opacity=".1"/></linearGradient>'
            f'<rect width="{total}" height="20" rx="3" fill="{_GREY}"/>'
            f'<path fill="{self.colour}" d="M{left} 0h{total - left - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H{left}z"/>'
            f'<rect width="{total}" height="20" rx="3" fill="url(#{shine})"/>'
            '<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" '
            'text-rendering="geometricPrecision" direction="ltr">'
            f"{_text(neutral(self.label), _EDGE, label)}{_text(neutral(self.message), left + _SEAM, message)}</g></svg>"
        )

    def endpoint(self) -> str:
        """Return the badge as JSON for shields' endpoint badge (schema version 1)."""
        fields = {"schemaVersion": 1, "label": self.label, "message": self.message, "color": self.colour.lstrip("#")}
        return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def coverage_badge(report: Counted, t: Strings) -> Badge:
    """Return the badge that says how much is written."""
    coverage = report.coverage
    message = t("badge.coverage.message", percent=percent(coverage, t))
    return Badge(t("badge.coverage.label"), message, colour_of(coverage.percent), coverage_sentence(coverage, t))


def checklist_badge(report: Counted, t: Strings) -> Badge:
    """Return the badge that says how much of the checklist is done, and whether a claim is contradicted."""
    tally = report.tally
    key = "badge.checklist.contradicted" if tally.contradicted else "badge.checklist.message"
    message = t(key, done=tally.done, total=tally.total, count=tally.contradicted)
    share = 100 * tally.done / tally.total if tally.total else 100.0
    colour = _CONTRADICTED if tally.contradicted else colour_of(share)
    return Badge(t("badge.checklist.label"), message, colour, checklist_sentence(tally, t))


def badges_of(report: Counted, t: Strings) -> tuple[Badge, ...]:
    """Return the badges of a report: the checklist's where the standard has one."""
    return (
        (checklist_badge(report, t), coverage_badge(report, t)) if report.tally.total else (coverage_badge(report, t),)
    )


def badge_files(report: Counted, t: Strings) -> dict[str, str]:
    """Return the badges as files by name: each as SVG, and as JSON for shields' endpoint badge."""
    coverage = coverage_badge(report, t)
    made = {"coverage.svg": f"{coverage.svg()}\n", "coverage-badge.json": coverage.endpoint()}
    if report.tally.total:
        checklist = checklist_badge(report, t)
        made |= {"badge.svg": f"{checklist.svg()}\n", "badge.json": checklist.endpoint()}
    return made


def colour_of(share: float) -> str:
    """Return the colour of a percentage."""
    return next(colour for least, _, colour in SCALE if share >= least)


def level_of(share: float) -> str:
    """Return the level of a percentage on the scale of colours."""
    return next(level for least, level, _ in SCALE if share >= least)


def _advance(text: str) -> int:
    """Return the width of a text in px, as shields rounds it: whole and odd, so that edges are sharp."""
    return int(width(text)) | 1


def _text(text: str, left: int, advance: int) -> str:
    """Return a text with its shadow, stretched or shrunk to its width whatever the reader's font is."""
    at = f'x="{left}" textLength="{advance}"'
    shadow = f'<text {at} y="15" fill="#010101" fill-opacity=".3" aria-hidden="true">{escape(text)}</text>'
    return f'{shadow}<text {at} y="14">{escape(text)}</text>'
