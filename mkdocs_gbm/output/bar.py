"""A share as a bar of characters."""

from mkdocs_gbm.assess import Coverage

WIDTH = 10


def bar(coverage: Coverage, full: str = "\u2588", empty: str = "\u2591") -> str:
    """Return a bar of ten characters: full only when everything is documented, empty only when nothing is."""
    if not coverage.applicable:
        return empty * WIDTH
    filled = round(WIDTH * coverage.documented / coverage.applicable)
    if 0 < coverage.documented < coverage.applicable:
        filled = min(max(filled, 1), WIDTH - 1)
    return full * filled + empty * (WIDTH - filled)


def count(coverage: Coverage) -> str:
    """Return the same in numbers: `8/10`."""
    return f"{coverage.documented}/{coverage.applicable}"
