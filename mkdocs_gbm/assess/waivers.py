"""What a page says, in words, about sections that do not apply."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MINYEAR, date

from mkdocs_gbm.assess import names
from mkdocs_gbm.outline import Unit, UnitKind

_SAYING = (
    r"(?:(?:(?:this|it|that)(?: section| topic| part)? (?:is )?)?(?:currently )?not[\s-]+applicable"
    r"|(?-i:NA)(?=\s*[-:.(\u2013\u2014]|$)|n\s?/\s?a|n\.\s?a\.|not relevant"
    r"|not (?:needed|required|necessary)(?=\s*[:;,.(\u2013\u2014-]|\s*$)"
    r"|(?:(?:this|it) (?:section )?)?(?:does not|doesn['\u2019]t) apply)"
)
_NOT_APPLICABLE = re.compile(rf"^\W*{_SAYING}(?![\w/])[\s.:;,()*\u2013\u2014-]*", re.IGNORECASE)
_IN_HEADING = re.compile(
    rf"[\s(\[:\u2013\u2014-]+{_SAYING}[\s:,;\u2013\u2014-]*(?P<reason>[^()\[\]]*)[)\]]?\s*$", re.IGNORECASE
)
_UNTIL = re.compile(r"\buntil\s+(\d{4})-(\d{2})-(\d{2})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_REASON = frozenset(
    "yet currently now today here at the moment for us our this to in present time not applicable project service "
    "system of is it yes no true".split()
)
_TEXT = (UnitKind.PROSE, UnitKind.ITEM, UnitKind.TITLE)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A section's, item's or page's own word that it does not apply."""

    reason: str
    """Why; empty where none is given."""
    until: date | None = None
    """The last day on which it holds."""

    def holds(self, today: date) -> bool:
        """Say whether it has a reason and is not past."""
        return bool(self.reason) and not self.expired(today)

    def expired(self, today: date) -> bool:
        """Say whether its date is past."""
        return self.until is not None and self.until < today


def waiver_of(units: Sequence[Unit], heading: str = "") -> Waiver | None:
    """Return the waiver that a section begins with, its reason in the same paragraph or the next.

    Args:
        units: What stands below the heading.
        heading: The heading, which may say it too: `Stream Processing (N/A)`.
    """
    texts = [unit.text if unit.kind in _TEXT else "" for unit in units[:2]] + ["", ""]
    if said := _IN_HEADING.search(heading[: names.LONGEST]):
        return waiver_in(f"N/A: {said['reason']}", texts[0])
    named = bool(units) and units[0].kind is UnitKind.TITLE
    return waiver_in(texts[0], texts[1]) or (waiver_of(units[1:]) if named else None)


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


def waiver_of_page(said: object) -> Waiver | None:
    """Return the waiver in a page's front matter, where `not_applicable:` is followed by the reason itself."""
    if said is None or said is False:
        return None
    text = "" if said is True else str(said)
    return waiver_in(text) or Waiver(text if _is_reason(text) else "", _until(text))


def _is_reason(text: str) -> bool:
    return any(word not in _NO_REASON for word in _WORD.findall(_UNTIL.sub("", text).casefold()))


def _until(*texts: str) -> date | None:
    found = next(filter(None, map(_UNTIL.search, texts)), None)
    return _nearest_day(*map(int, found.groups())) if found else None


def _nearest_day(year: int, month: int, day: int) -> date:
    """Return a date; where no calendar has it, as `2025-02-30`, the nearest that there is: it is to pass, too."""
    year, month = max(year, MINYEAR), min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), monthrange(year, month)[1]))
