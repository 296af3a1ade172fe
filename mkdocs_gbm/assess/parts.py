"""The pieces by which units are judged and compared."""

import re
from functools import lru_cache

from mkdocs_gbm.outline import Unit, UnitKind

WORD = re.compile(r"[^\W_]+")
PROSE = (UnitKind.PROSE, UnitKind.ITEM)
FENCED = (UnitKind.CODE, UnitKind.DIAGRAM)

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z]|[<(\[*\"'`])")


def parts_of(unit: Unit) -> list[str]:
    """Return the pieces of a unit: sentences, the lines of a fence, a table row as a whole."""
    if unit.kind in FENCED:
        return unit.text.split("\n")
    if unit.kind is UnitKind.ROW:
        return [unit.text]
    return sentences(unit.text)


def sentences(text: str) -> list[str]:
    """Split prose at the ends of its sentences."""
    return _SENTENCE_END.split(text)


def part_key(text: str) -> str:
    """Return what two pieces are compared by: their letters and digits."""
    return "".join(WORD.findall(text.casefold()))


@lru_cache(maxsize=256)  # each piece is asked for by four rules, one after the other
def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a piece, without case."""
    return tuple(WORD.findall(text.casefold()))
