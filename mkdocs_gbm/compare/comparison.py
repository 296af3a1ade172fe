"""Two verdicts compared."""

from dataclasses import dataclass

from mkdocs_gbm.assess import Report
from mkdocs_gbm.compare.change import Change, Direction, Side
from mkdocs_gbm.compare.pages import of_pages
from mkdocs_gbm.compare.strictness import of_strictness

_ORDER = {Direction.WORSE: 0, Direction.BETTER: 1, Direction.OTHER: 2}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the documentation since a commit."""

    since: str
    """The commit, as people know it."""
    before: Report | None
    """The verdict on the past; none where nothing was checked yet."""
    after: Report
    changes: tuple[Change, ...]
    """What got worse first."""

    @property
    def worse(self) -> tuple[Change, ...]:
        """Return what got worse."""
        return self.going(Direction.WORSE)

    def going(self, direction: Direction) -> tuple[Change, ...]:
        """Return the changes of one direction."""
        return tuple(change for change in self.changes if change.direction is direction)


def compare(before: Side | None, after: Side, since: str) -> Comparison:
    """Compare a verdict with an earlier one, judged on the same day.

    Args:
        before: The past; none where nothing was checked yet, so that nothing can be worse.
        after: The present.
        since: What the past is called.
    """
    if before is None:
        return Comparison(since, None, after.report, ())
    changes = [*of_pages(before.report, after.report), *of_strictness(before, after)]
    ordered = sorted(changes, key=lambda change: _ORDER[change.direction])
    return Comparison(since, before.report, after.report, tuple(ordered))
