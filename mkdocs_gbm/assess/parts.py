"""The pieces by which units are judged and compared."""

import re
from functools import lru_cache

from mkdocs_gbm.outline import Unit, UnitKind

WORD = re.compile(r"[^\W_]+")
PROSE = (UnitKind.PROSE, UnitKind.ITEM)
FENCED = (UnitKind.CODE, UnitKind.DIAGRAM)

_SPACED = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}
_JOINED = {code: sign if sign != " " else None for code, sign in _SPACED.items()}
_SENTENCE_END = re.compile(
    r"(?:[!?]|(?<!\b[DJMS]r)(?<!\bMs)(?<!\bMrs)\.(?!(?<=\b[A-Z]\.)\s+[A-Z][a-z.]))(\s+)(?=[^\W\d_a-z]|[<(\[*\"'`])"
)
"""Neither the dot of a title ends a sentence, nor that of an initial: "Dr. Reyes", "J. Reyes", but "Region A. TODO"."""


def parts_of(unit: Unit) -> list[str]:
    """Return the pieces of a unit: sentences, the lines of a fence, a table row as a whole."""
    if unit.kind in FENCED:
        return unit.text.split("\n")
    if unit.kind is UnitKind.ROW:
        return [unit.text]
    return sentences(unit.text)


def sentences(text: str) -> list[str]:
    """Split prose at the ends of its sentences."""
    ends = [end.span(1) for end in _SENTENCE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return [text[start:end] for start, end in zip(starts, [*(start for start, _ in ends), len(text)], strict=True)]


def part_key(text: str) -> str:
    """Return what two pieces are compared by: their letters and digits."""
    folded = text.casefold()
    return folded.translate(_JOINED) if folded.isascii() else "".join(WORD.findall(folded))


@lru_cache(maxsize=256)  # each piece is asked for by four rules, one after the other
def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a piece, without case."""
    folded = text.casefold()
    # Most text is ASCII, whose words are told apart in a third of the time so.
    return tuple(folded.translate(_SPACED).split() if folded.isascii() else WORD.findall(folded))
