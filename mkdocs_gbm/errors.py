"""The one exception for what a user got wrong outside the pages, and near-miss suggestions."""

from collections.abc import Iterable
from difflib import get_close_matches


class ConfigurationError(Exception):
    """A configuration, a standard or a template that cannot be used as it is.

    Args:
        where: The file (with a line where there is one) or the option.
        problem: What is wrong there.
        remedy: What to do about it.
    """

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}; {remedy}")
        self.where = where
        self.problem = problem
        self.remedy = remedy


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` was most likely meant to be, if one is close."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a remedy for a misspelt word: the nearest known one, or all of them."""
    known = list(known)
    if close := nearest(word, known):
        return f"did you mean '{close}'?"
    return f"use one of: {', '.join(known)}"
