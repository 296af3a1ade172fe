"""Tables of three columns or more whose rows are the sections: "Timeouts | 2 s everywhere | VirtualService"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from mkdocs_gbm.assess.parts import words_in
from mkdocs_gbm.assess.recognise import Match, Recogniser
from mkdocs_gbm.outline import Unit, UnitKind

_CELL = " | "
_LEAST_COLUMNS = 3
_LEAST_SECTIONS = 3
"""So many rows of a table are named by required sections, when its rows are the sections."""
_LEAST_WORDS = 3
"""In the second cell: a table of single words tells how far the pages are, or who writes them."""
_OF_THE_PAGES = frozenset(
    "status state done progress owner author section chapter page link ticket issue documented written covered where "
    "coverage requirement required standard see due date reviewer".split()
)


def with_row_labels(units: Sequence[Unit], recogniser: Recogniser) -> Iterator[Unit]:
    """Yield the units of a page, the rows of such a table with their first cells as labels."""
    for tabular, run in groupby(units, key=lambda unit: unit.kind in (UnitKind.ROW, UnitKind.HEADER)):
        table = tuple(run)
        yield from _labelled(table, recogniser) if tabular else table


def _labelled(table: Sequence[Unit], recogniser: Recogniser) -> Iterable[Unit]:
    cells = [unit.text.split(_CELL) for unit in table]
    if max(map(len, cells)) < _LEAST_COLUMNS or _is_of_pages(table):
        return table
    firsts = {each[0] for each in cells if _tells(each)}
    named = {name for first in firsts for name, how in recogniser.recognise(first).items() if how <= Match.ALIAS}
    if len(named) < _LEAST_SECTIONS:
        return table
    return [
        replace(unit, label=each[0], rest=each[1]) if unit.kind is UnitKind.ROW and _tells(each) else unit
        for unit, each in zip(table, cells, strict=True)
    ]


def _tells(cells: Sequence[str]) -> bool:
    return len(cells) >= _LEAST_COLUMNS and len(words_in(cells[1])) >= _LEAST_WORDS


def _is_of_pages(table: Sequence[Unit]) -> bool:
    """Say whether the first two columns tell how far the pages are."""
    heads = [unit.text.split(_CELL)[:2] for unit in table if unit.kind is UnitKind.HEADER]
    return any(word in _OF_THE_PAGES for head in heads for cell in head for word in words_in(cell))
