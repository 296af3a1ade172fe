"""Headings as a tree over units, and what else both readers must tell alike."""

import re
from collections.abc import Sequence

from mkdocs_gbm.outline.model import Heading

BOX_DRAWING = re.compile(r"[\u2500-\u257f]|\+-{2}|-{2}>|<-{2}|\|[ ]{2,}\|")
"""What code holds that is a drawing."""

Read = tuple[int, str, str | None, int | None, int]
"""Level, text, anchor, line and first unit of a heading."""


def nested(headings: Sequence[Read], units: int) -> tuple[Heading, ...]:
    """Return headings, each with the range of units below it.

    Args:
        headings: What was read of them, in order.
        units: How many units there are on the page.
    """
    ends = [units] * len(headings)
    waiting: list[int] = []
    for index, (level, _, _, _, first) in enumerate(headings):
        while waiting and headings[waiting[-1]][0] >= level:
            ends[waiting.pop()] = first
        waiting.append(index)
    return tuple(Heading(*read, end) for read, end in zip(headings, ends, strict=True))
