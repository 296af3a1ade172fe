"""Headings that ask or do: "How do clients authenticate?", "Handling errors", "Where secrets live".

They are compared by the stems of the words that carry a subject.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from mkdocs_gbm.assess import names
from mkdocs_gbm.standard import RequiredSection

_ASKS = re.compile(
    r"^\s*(?:(?:and|so) )?(?:how|what|which|where|when|who|why|do|does|is|are|can|may|must)\b|\?\s*$", re.IGNORECASE
)
_DOES = re.compile(r"^\s*\w{3,}ing\b", re.IGNORECASE)
_ENDINGS = ("ing", "ed", "er", "es", "e", "y")
_SUFFIXES = ("ation", "ition", "ment", "ion", "at", "it")
"""The longer before the shorter, as among the endings."""
_DOUBLES = tuple(letter * 2 for letter in "bdgklmnprt")
_GOES_IN = re.compile(r"\b(log|sign)(?:s|g?ed|g?ing)?[ -](?:in|on)\b", re.IGNORECASE)
"""One word in two."""
_IRREGULAR = {
    "kept": "keep",
    "sent": "send",
    "found": "find",
    "built": "build",
    "held": "hold",
    "written": "write",
    "deployment": "deploy",
}
_SHORTEST = 3
_TELLING = 5
"""Stems of fewer letters in all are too many words': `Pager` is no `Paging`."""
_MOST_BESIDE = 1
"""Words of its own that a question may have beside a section's name: `How a warden signs in`."""

_TWO_ASK = re.compile(r"^how (?:the |our )?\w+ and \w+ ", re.IGNORECASE)
"""`How citizens and clerks sign in`: two words of its own, which are one subject."""

#: Words that make it a question about something else: how to do it, or what went wrong.
_OTHER_SUBJECT = frozenset(
    "enabl disabl fix debug test fail break upgrad instal learn teach train buy pay cost".split()
)
_EMPTY = frozenset(
    names.words(word)[0]
    for word in """
    how what which where when who why do does did is are was were be been can may must should will would have has
    and or not no we you our us i it its it they their them the an a this that these to of in on at by for with from
    into up long one each other another thing some any use used using get got go happen about exactly so if then there
    here look like looks my your between across
    backend application system
    """.split()
)


#: Who asks or is asked about.
_WHO = frozenset(names.words(word)[0] for word in "client user caller consumer customer partner".split())


class Questions:
    """The words that each required section's name, aliases and guidance ask with.

    Args:
        sections: The required sections of a topic.
        names_of: Gives every name of a section, those of a site's configuration too.
    """

    def __init__(self, sections: tuple[RequiredSection, ...], names_of: Mapping[str, Sequence[str]]) -> None:
        self._sections = sections
        self._names_of = names_of

    def named(self, heading: str) -> str | None:
        """Return the required section that the same words name in another form: `Managing our secrets`."""
        asked = stems(heading)
        return self._by_stems.get(asked) if sum(map(len, asked)) >= _TELLING else None

    def means(self, heading: str) -> str | None:
        """Return the required section that a heading asks for; none where two are meant alike, or something else."""
        text = names.unnumbered(heading)
        asks = bool(_ASKS.search(text) or _ASKS.search(heading))
        asked = stems(heading, _EMPTY | _WHO) if asks or _DOES.match(text) else frozenset()
        too_short = not asks and sum(map(len, asked)) < _TELLING
        if too_short or asked & _OTHER_SUBJECT:
            return None
        beside = _MOST_BESIDE + bool(_TWO_ASK.match(text)) if asks else 0
        scores = sorted(((self._score(name, asked, beside), name) for name in self._names_of), reverse=True)
        best, name = scores[0]
        alike = len(scores) > 1 and scores[1][0] == best
        return None if best <= 0 or alike else name

    def _score(self, name: str, asked: frozenset[str], most_beside: int) -> float:
        """Rate a section by how many of its words are asked for, and how few others."""
        named = max((len(phrase) for phrase in self._named[name] if phrase <= asked), default=0)
        beside = len(asked) - named
        if named and beside <= most_beside:
            return 2 * named - min(beside, _MOST_BESIDE)
        if asked <= self._asked[name] and len(asked) > 1:
            return len(asked)
        return 0

    @cached_property
    def _stems_of(self) -> dict[str, tuple[frozenset[str], ...]]:
        """Per section the stems of each of its names, in their order."""
        return {name: tuple(map(stems, phrases)) for name, phrases in self._names_of.items()}

    @cached_property
    def _asked(self) -> dict[str, frozenset[str]]:
        """Per section every stem of its names and guidance."""
        return {
            section.name: stems(section.guidance).union(*self._stems_of[section.name]) for section in self._sections
        }

    @cached_property
    def _named(self) -> dict[str, frozenset[frozenset[str]]]:
        """Per section the stems of each of its names."""
        return {name: frozenset(named) - {frozenset()} for name, named in self._stems_of.items()}

    @cached_property
    def _by_stems(self) -> dict[frozenset[str], str]:
        found: dict[frozenset[str], str] = {}
        for name, named in self._stems_of.items():
            for phrase in named:
                found.setdefault(phrase, name)
        return found


@lru_cache(maxsize=8192)  # the same names are learnt for each standard, and asked for by each heading
def stems(text: str, empty: frozenset[str] = _EMPTY) -> frozenset[str]:
    """Return the stems of a text's words, without those that carry no subject."""
    return frozenset(_stem(word) for word in names.words(_with_one_word(text)) if word not in empty)


def _with_one_word(text: str) -> str:
    """Return a text in which going in somewhere is one word; `How staff log in` asks for nothing that is logged."""
    folded = text.casefold()
    return _GOES_IN.sub(r"\1in", text) if "log" in folded or "sign" in folded else text


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    word = _IRREGULAR.get(word, word)
    for endings in (_ENDINGS, _ENDINGS, _SUFFIXES, _SUFFIXES):
        cut = word[: -len(next(filter(word.endswith, endings)))] if word.endswith(endings) else word
        if len(cut) >= _SHORTEST:
            word = cut[:-1] if cut.endswith(_DOUBLES) else cut
    return word
