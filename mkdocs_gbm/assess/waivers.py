"""What a page says, in words, about sections that do not apply."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_gbm.outline import Unit, UnitKind

_NOT_APPLICABLE = re.compile(
    r"^\W*(?:not[\s-]+applicable|n\s?/\s?a|n\.a\.)(?![\w/])[\s.:;,()*\u2013\u2014-]*", re.IGNORECASE
)
_UNTIL = re.compile(r"\buntil\s+(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 2
"""A reason has at least so many."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A section's, item's or page's own word that it does not apply."""

    reason: str
    """Why; empty where none is given."""
    until: date | None = None
    """The last day on which it holds."""

    def expired(self, today: date) -> bool:
        """Say whether its date is past."""
        return self.until is not None and self.until < today


def waiver_of(units: Sequence[Unit]) -> Waiver | None:
    """Return the waiver that a section's text begins with, its reason in the same paragraph or the next."""
    if not units or units[0].kind not in (UnitKind.PROSE, UnitKind.ITEM):
        return None
    following = units[1].text if len(units) > 1 and units[1].kind in (UnitKind.PROSE, UnitKind.ITEM) else ""
    return waiver_in(units[0].text, following)


def waiver_in(text: str, following: str = "") -> Waiver | None:
    """Return the waiver that a text begins with.

    Args:
        text: The paragraph that may say *Not applicable* or *N/A*.
        following: The paragraph after it, where the reason may stand.
    """
    match = _NOT_APPLICABLE.match(text)
    if not match:
        return None
    reason = text[match.end() :].strip()
    if not _is_reason(reason):
        reason = f"{reason} {following}".strip() if _is_reason(following) else ""
    return Waiver(reason, _until(text, reason))


def _is_reason(text: str) -> bool:
    return len(_WORD.findall(_UNTIL.sub("", text))) >= _LEAST_WORDS


def _until(*texts: str) -> date | None:
    for text in texts:
        for found in _UNTIL.findall(text):
            try:
                return date.fromisoformat(found)
            except ValueError:
                continue
    return None
