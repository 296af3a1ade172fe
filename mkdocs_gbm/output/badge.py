"""Badges: inline SVG in the flat style of shields, and shields' endpoint JSON."""

import json
from dataclasses import dataclass

from markupsafe import escape

from mkdocs_gbm.assess import Report
from mkdocs_gbm.output.sentences import checklist_sentence, coverage_sentence, percent
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.output.verdana import width

#: From this percentage on, this colour. White text on each has a contrast of at least 4.5:1.
SCALE = ((100.0, "#2e7d32"), (80.0, "#557a00"), (50.0, "#9a6700"), (0.0, "#c62828"))
_GREY = "#555555"
_CONTRADICTED = SCALE[-1][1]
_PADDING = 6.0


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
        left, right = (round(width(text) + 2 * _PADDING, 1) for text in (self.label, self.message))
        total = round(left + right, 1)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="gbm-badge" width="{total:g}" height="20" '
            f'viewBox="0 0 {total:g} 20" role="img" aria-label="{escape(self.title)}">'
            f"<title>{escape(self.title)}</title>"
            f'<rect width="{total:g}" height="20" rx="3" fill="{_GREY}"/>'
            f'<path fill="{self.colour}" d="M{left:g} 0h{right - 3:.1f}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H{left:g}z"/>'
            '<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">'
            f"{_text(self.label, _PADDING)}{_text(self.message, left + _PADDING)}</g></svg>"
        )

    def endpoint(self) -> str:
        """Return the badge as JSON for shields' endpoint badge (schema version 1)."""
        fields = {"schemaVersion": 1, "label": self.label, "message": self.message, "color": self.colour.lstrip("#")}
        return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def coverage_badge(report: Report, t: Strings) -> Badge:
    """Return the badge that says how much is written."""
    coverage = report.coverage
    message = t("badge.coverage.message", percent=percent(coverage, t))
    return Badge(t("badge.coverage.label"), message, colour_of(coverage.percent), coverage_sentence(coverage, t))


def checklist_badge(report: Report, t: Strings) -> Badge:
    """Return the badge that says how much of the checklist is done, and whether a claim is contradicted."""
    tally = report.tally
    key = "badge.checklist.contradicted" if tally.contradicted else "badge.checklist.message"
    message = t(key, done=tally.done, total=tally.total, count=tally.contradicted)
    share = 100 * tally.done / tally.total if tally.total else 100.0
    colour = _CONTRADICTED if tally.contradicted else colour_of(share)
    return Badge(t("badge.checklist.label"), message, colour, checklist_sentence(tally, t))


def badges_of(report: Report, t: Strings) -> tuple[Badge, ...]:
    """Return the badges of a report: the checklist's where the standard has one."""
    return (
        (checklist_badge(report, t), coverage_badge(report, t)) if report.tally.total else (coverage_badge(report, t),)
    )


def colour_of(share: float) -> str:
    """Return the colour of a percentage."""
    return next(colour for least, colour in SCALE if share >= least)


def _text(text: str, left: float) -> str:
    return f'<text x="{left:g}" y="14" textLength="{width(text):.1f}">{escape(text)}</text>'
