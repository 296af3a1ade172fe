"""Whether a short text only owes what should stand in it: who will write it, when, where it is, or that it matters.

Nobody can list all the sentences by which a text is owed. So the rule is the other way round: from one or two short
sentences the language of owing is taken away; where no word remains, nothing is said of the system.
"""

import re
from collections.abc import Sequence

from mkdocs_gbm.assess import owing_signs as signs
from mkdocs_gbm.assess.facts import denies, sets_a_rule, tells_a_fact
from mkdocs_gbm.assess.intentions import is_intention
from mkdocs_gbm.assess.occasions import is_occasion
from mkdocs_gbm.assess.owing_words import is_owing, is_plain, is_telling
from mkdocs_gbm.assess.plainly import plainly
from mkdocs_gbm.assess.promised import is_left_unwritten, is_promised
from mkdocs_gbm.assess.questions import stems
from mkdocs_gbm.assess.text_as_place import is_of_the_text
from mkdocs_gbm.assess.unanswered import answers, is_unanswered

_MOST_WORDS = 40
_LONGEST = 300
_MOST_IN_TAIL = 14
_MOST_IN_LABEL = 5
#: The state of a decision, before what is told of it: "*Proposed.* Waiting for the lawyer's answer".
_STATE = r"(?i)^\W*(?:status:?\W*)?(?:proposed|draft|open|pending|in review|in discussion|to be decided)\W*$"
_NUMBER = re.compile(r"(?<![^\W\d_])\d")
_CODE = re.compile(r"`[^`]*`")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_CLAUSE_END = re.compile(r";|\u2014|\s\u2013\s|,? but\b|, so\b")
_AROUND = " .,:!*_>()\u2026\u201c\u201d\"'\U0001f6a7\u26a0\ufe0f\u2757\U0001f51c\u23f3-"
#: What the system does too, to its own things.
_ACTS = frozenset(
    "checked confirmed approved sent read opened removed requested dropped blocked skipped shown reached "
    "run replaced".split()
)


def is_brief(paragraph: str) -> bool:
    """Say whether a paragraph is short enough to hold nothing but the language of owing."""
    return len(paragraph) <= _LONGEST and len(paragraph.split()) <= _MOST_WORDS


def is_undone(paragraph: str) -> bool:
    """Say whether a paragraph says of something that it is still to be done."""
    return bool(re.search(signs.UNDONE, paragraph))


def is_owed(sentences: Sequence[str], heading: str) -> bool:
    """Say whether the sentences of a brief paragraph hold nothing but the language of owing.

    Args:
        sentences: The paragraph's sentences.
        heading: The heading above it, whose own words say nothing new below it.
    """
    told = [sentence.strip(_AROUND) for sentence in sentences if not re.match(_STATE, sentence)]
    clauses = [
        clause.strip(_AROUND)
        for sentence in told
        if not (is_left_unwritten(sentence) or is_promised(plainly(sentence)))
        for clause in _CLAUSE_END.split(sentence)
    ]
    below = _Below(heading)
    named = any(re.search(signs.MARKED, clause) for clause in clauses)
    return all(below.says_nothing(clause, named=named) for clause in clauses)


class _Below:
    """The sentences below one heading.

    Args:
        heading: The heading.
    """

    def __init__(self, heading: str) -> None:
        self._title = stems(heading, frozenset())

    def says_nothing(self, clause: str, *, named: bool) -> bool:
        """Say whether a clause owes; `named` tells that names may stand in it, since something beside it is owed."""
        if "`" in clause:
            return is_owing_by_construction(plainly(_CODE.sub("code", clause)))
        if not clause or clause.endswith("?") or (named and clause.istitle() and clause.isalpha()):
            return True
        text = plainly(clause)
        label, colon, rest = text.partition(": ")
        if colon and rest and len(label.split()) <= _MOST_IN_LABEL:
            return self._owes_behind(label, rest, named=named)
        by_construction = re.match(signs.ALWAYS, text) or any(map(is_owing_by_construction, {text, clause}))
        return bool(by_construction) or self._says_nothing_new(clause, text, named=named)

    def _says_nothing_new(self, clause: str, text: str, *, named: bool) -> bool:
        """Say whether the words of a clause owe; `text` is the clause in plain words."""
        if answers(text) or sets_a_rule(clause, self._names):
            return False
        if self._is_not_here(text):
            return True
        if tells_a_fact(text) or sets_a_rule(text, self._names):
            return False
        if self._is_all_owing(text, named=named and not re.search(signs.PRESENT, text)):
            return self._shows(text) and not denies(text, self._names)
        return self._is_put_off(text)

    def _owes_behind(self, label: str, rest: str, *, named: bool) -> bool:
        """Say whether nothing is told behind a label: "Periods: to be agreed", "Open: who retries, and how often"."""
        if re.match(signs.OPEN_LABEL, label) and (re.match(signs.QUESTION, rest) or label.lower().startswith("still")):
            return not re.search(_NUMBER, rest)
        named = named or bool(re.search(signs.MARKED, rest))
        return not tells_a_fact(label) and self.says_nothing(rest, named=named)

    def _names(self, word: str) -> bool:
        """Say whether the heading holds a word, in any form."""
        return stems(word, frozenset()) <= self._title

    def _is_all_owing(self, text: str, *, named: bool) -> bool:
        person = named and re.match(signs.PERSON, text)
        for match in _WORD.finditer(text):
            word = match[0]
            is_name = named and word[0].isupper() and (match.start() or person)
            if not (is_name or is_owing(_lower(word)) or self._names(word)):
                return False
        return True

    def _shows(self, text: str) -> bool:
        """Say whether a sentence of such words alone does owe, or only says the heading again: "Errors are handled"."""
        words = [_lower(word) for word in _WORD.findall(text)]
        return (
            bool(re.search(signs.MARKED, text) or re.search(signs.ABSENT, text))
            or any(map(is_telling, words))
            or all(is_plain(word) or self._names(word) for word in words)
        )

    def _is_put_off(self, text: str) -> bool:
        """Say whether a sentence begins with what is owed, and goes on with by whom or when."""
        later = re.search(signs.LATER, text)
        if later is None or not _may_be_owed(later[1]):
            return False
        tail = re.search(signs.TAIL, text[later.end() :])
        end = later.end() + tail.start() if tail else len(text)
        return len(text[end:].split()) <= _MOST_IN_TAIL and self._is_all_owing(text[:end], named=True)

    def _is_not_here(self, text: str) -> bool:
        """Say whether something, whatever it is, is said to be to come, or to stand elsewhere."""
        absent = re.match(signs.NOT_HERE, text)
        return absent is not None and _may_be_owed(absent[1]) and self._is_all_owing(text[absent.end() :], named=True)


def is_owing_by_construction(text: str) -> bool:
    """Say whether a sentence leaves a question open, or tells of the text, of intentions or of an occasion alone."""
    if is_unanswered(text) or is_promised(text):
        return True
    if re.search(_NUMBER, text):
        return False
    return is_of_the_text(text) or is_intention(text) or (is_occasion(text) and not tells_a_fact(text))


def _may_be_owed(verb: str | None) -> bool:
    return verb is None or (verb.lower() not in _ACTS and is_owing(verb.lower()))


def _lower(word: str) -> str:
    return word.lower().replace("\u2019", "'")
