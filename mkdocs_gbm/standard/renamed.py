"""Headings of a page template that were edited, while the front matter still has their old names."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby


def renamed(names: Sequence[str], headings: Sequence[str]) -> Mapping[str, str]:
    """Return which heading took the place of each name that has none, as far as its place tells.

    Args:
        names: The sections that the front matter names, in its order.
        headings: The template's headings, in theirs.
    """
    old, new = _runs(names, headings), _runs(headings, names)
    return {
        was: is_now
        for behind, left in old.items()
        if len(left) == len(new.get(behind, ()))
        for was, is_now in zip(left, new[behind], strict=True)
    }


def remark(where: str, was: str, is_now: str) -> str:
    """Return how it is told that a heading was edited."""
    return (
        f"{where}: '{is_now}' is required in place of '{was}', without the aliases that the front matter has for it; "
        f"name it '{is_now}' there too to keep them"
    )


def _runs(these: Iterable[str], others: Iterable[str]) -> dict[str | None, list[str]]:
    """Return the texts that the others lack, by the one before them that both have."""
    known = frozenset(others)
    before: str | None = None
    runs: dict[str | None, list[str]] = {}
    for found, texts in groupby(these, known.__contains__):
        if found:
            before = list(texts)[-1]
        else:
            runs.setdefault(before, []).extend(texts)
    return runs
