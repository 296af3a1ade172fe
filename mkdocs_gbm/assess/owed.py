"""Whether a short text only owes what should stand in it: who will write it, when, where it is, or that it matters.

Nobody can list all the sentences by which a text is owed. So what tells them is learnt, from thousands of short texts
with a reviewer's verdict (`tests/labelled/lines`) by logistic regression (`tests/labelled/learn.py`): a weight for each
word and pair of words, in hundredths, whose sum is the logarithm of the odds that a clause owes.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from mkdocs_gbm.assess.features import clauses, features, is_word

_MOST_WORDS = 40
_LONGEST = 300
_SURE = 100
"""The sum from which a clause owes: odds of about three to one."""
_STRANGE = 2
"""Where fewer than one in so many words are known, the clause is in another language than English, or full of names."""
EVERY = ""
"""The feature that every clause has: its weight is where the sum begins."""
_UNDONE = re.compile(
    r"\b(?:yet|still|pending|undecided|planned|waiting for|tbd|todo|(?:to|will|must|should) be \w+(?:ed|en|wn)"
    r"|ha(?:ve|s) to agree)\b",
    re.IGNORECASE,
)


def is_brief(paragraph: str) -> bool:
    """Say whether a paragraph is short enough to hold nothing but the language of owing."""
    return len(paragraph) <= _LONGEST and len(paragraph.split()) <= _MOST_WORDS


def is_undone(paragraph: str) -> bool:
    """Say whether a paragraph says of something that it is still to be done."""
    return bool(_UNDONE.search(paragraph))


def is_owed(paragraph: str, weights: Mapping[str, int] | None = None) -> bool:
    """Say whether every clause of a brief paragraph owes: one that tells something of the system is enough.

    Args:
        paragraph: The text.
        weights: What was learnt, where it is not the package's own that counts.
    """
    learnt = weights or _weights()
    return all(_owes(features(clause), learnt) for clause in clauses(paragraph))


def _owes(found: frozenset[str], weights: Mapping[str, int]) -> bool:
    """Say whether a clause owes; one in a strange language tells something."""
    words = [feature for feature in found if is_word(feature)]
    known = sum(word in weights for word in words)
    owing = weights[EVERY] + sum(weights.get(feature, 0) for feature in found)
    return owing >= _SURE and known * _STRANGE >= len(words)


@cache
def _weights() -> dict[str, int]:
    text = resources.files("mkdocs_gbm.assess").joinpath("owing.json").read_text(encoding="utf-8")
    weights: dict[str, int] = json.loads(text)
    return weights
