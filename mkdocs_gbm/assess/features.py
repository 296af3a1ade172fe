"""What a clause is judged by where its words alone must tell: words, pairs of neighbours, and how words begin."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mkdocs_gbm.assess.parts import sentences

_TOKEN = re.compile(r"`[^`]*`|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d[\d.,:/-]*|[^\w\s]")
_CLAUSE_END = re.compile(r";|\u2014|\s\u2013\s|,? but\b|, so\b")
_UNHEARD = frozenset("*\"'\u201c\u201d\u2018\u2019")
_BEGINNING = 5
"""Letters by which the forms of a word are one: approval, approved, approves."""
_START, _END, _NAME, _NUMBER, _CODE = "<", ">", "^", "0", "`"


def clauses(text: str) -> Iterator[str]:
    """Yield the parts of a text each of which could stand alone."""
    for sentence in sentences(text):
        yield from filter(str.strip, _CLAUSE_END.split(sentence))


def features(clause: str) -> frozenset[str]:
    """Return what a clause is judged by, without case; names, numbers and code are alike in pairs."""
    found: set[str] = set()
    row = [_START]
    for token in filter(_is_heard, _TOKEN.findall(clause)):
        word = token.lower().replace("\u2019", "'")
        row.append(_in_pairs(token, word, first=len(row) == 1))
        found.add(word if token[0].isalpha() else row[-1])
        if len(word) > _BEGINNING and token[0].isalpha():
            found.add(f"{word[:_BEGINNING]}-")
    return frozenset(found).union(f"{one} {next_one}" for one, next_one in pairwise([*row, _END]))


def is_word(feature: str) -> bool:
    """Say whether a feature is a word, and neither a pair, a beginning nor a sign."""
    return feature[0].isalpha() and " " not in feature and feature[-1] != "-"


def _is_heard(token: str) -> bool:
    return token not in _UNHEARD


def _in_pairs(token: str, word: str, *, first: bool) -> str:
    if token[0] == "`":
        return _CODE
    if token[0].isdigit():
        return _NUMBER
    return _NAME if token[0].isupper() and not first else word
