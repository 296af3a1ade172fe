"""Headings that are questions: "How do clients authenticate?" asks for what the standard's guidance asks for."""

import re

from mkdocs_gbm.assess import names
from mkdocs_gbm.standard import RequiredSection

_QUESTION = re.compile(
    r"^\s*(?:and |so )?(?:how|what|which|where|when|who|why|do|does|is|are|can|may|must)\b|\?\s*$", re.IGNORECASE
)
_ENDING = re.compile(r"(?:ing|ed|er|es|e|y)$")
_SUFFIX = re.compile(r"(?:ation|ition|ion|at|it|ment)$")
_DOUBLE = re.compile(r"([bdgklmnprt])\1$")
_SHORTEST = 3
_COLLECTIVE = 2

_EMPTY = frozenset(
    names.words(word)[0]
    for word in """
    how what which where when who why do does did is are was were be been can may must should will would have has
    and or not no we you our us they their them it its the a an this that to of in on at by for with from into up long
    one each other another thing some any use used get got go happen about exactly much many so if then there here
    """.split()
)


class Questions:
    """The words that each required section's name, aliases and guidance ask with."""

    def __init__(self, sections: tuple[RequiredSection, ...]) -> None:
        self._asked = {section.name: _asked(section) for section in sections}
        self._named = {section.name: stems(section.name) for section in sections}

    def means(self, heading: str) -> str | None:
        """Return the required section that a question asks for; none where it asks for two alike, or something else."""
        if not _QUESTION.search(heading):
            return None
        asked = stems(heading)
        scores = sorted(
            ((self._score(name, asked), name) for name in self._asked), key=lambda scored: scored[0], reverse=True
        )
        if not asked or not scores or scores[0][0] <= 0:
            return None
        if len(scores) > 1 and scores[0][0] == scores[1][0]:
            return None
        return scores[0][1]

    def _score(self, name: str, asked: frozenset[str]) -> float:
        """Rate a section: all the words must be its own; a single one must stand in its name."""
        if not asked or not asked <= self._asked[name]:
            return 0
        inside = len(asked & self._named[name])
        if len(asked) < _COLLECTIVE and not inside:
            return 0
        return len(asked) + inside / max(1, len(self._named[name]))


def _asked(section: RequiredSection) -> frozenset[str]:
    texts = (section.name, section.guidance, *section.aliases)
    return frozenset().union(*map(stems, texts))


def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words, without those that carry no subject."""
    return frozenset(_stem(word) for word in names.words(text) if word not in _EMPTY)


def _stem(word: str) -> str:
    for ending in (_ENDING, _SUFFIX):
        cut = ending.sub("", word)
        if len(cut) >= _SHORTEST:
            word = _DOUBLE.sub(r"\1", cut)
    return word
