"""The one exception for what a user got wrong outside the pages, and near-miss suggestions."""

import os
from collections.abc import Iterable
from difflib import get_close_matches

OPTIONS = "plugins: gbm"
"""Where the plugin's options stand in a `mkdocs.yml`."""
_FEW = 60
"""So many words may be listed on one line."""


class ConfigurationError(Exception):
    """A configuration, a standard or a template that cannot be used as it is.

    Args:
        where: The file (with a line where there is one) or the option.
        problem: What is wrong there.
        remedy: What to do about it.
    """

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        # What a user wrote stands in all three, and may have line ends in it.
        self.where, self.problem, self.remedy = (" ".join(part.splitlines()) for part in (where, problem, remedy))
        super().__init__(f"{self.where}: {self.problem}; {self.remedy}")

    def seen_from(self, folder: str) -> str:
        """Return the line as it is told in a folder: a path below that is told relative to it."""
        below = folder.rstrip(os.sep) + os.sep
        return f"{self.where.removeprefix(below)}: {self.problem}; {self.remedy}"

    def in_file(self, file: object) -> "ConfigurationError":
        """Return a mistake in the plugin's options with the file that they stand in; any other as it is."""
        if file is None or not self.where.startswith(OPTIONS):
            return self
        return ConfigurationError(f"{file}: {self.where}", self.problem, self.remedy)


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
    if len(known) > _FEW:
        return f"there are many to choose from, such as '{known[0]}'"
    return f"use one of: {', '.join(known)}" if known else "take it out"
