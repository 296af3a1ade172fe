"""Two verdicts compared."""

from dataclasses import dataclass

from mkdocs_gbm.compare.change import Change, Direction, Side
from mkdocs_gbm.compare.pages import of_pages
from mkdocs_gbm.compare.strictness import of_strictness

_ORDER = {Direction.WORSE: 0, Direction.BETTER: 1, Direction.OTHER: 2}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a change did, what got worse first."""

    changes: tuple[Change, ...]

    @property
    def worse(self) -> tuple[Change, ...]:
        """Return what got worse."""
        return self.going(Direction.WORSE)

    def going(self, direction: Direction) -> tuple[Change, ...]:
        """Return the changes of one direction."""
        return tuple(change for change in self.changes if change.direction is direction)


def compare(before: Side, after: Side) -> Comparison:
    """Compare a verdict with an earlier one, judged on the same day."""
    changes = [*of_pages(before.report, after.report), *of_strictness(before, after)]
    return Comparison(tuple(sorted(changes, key=lambda change: _ORDER[change.direction])))
