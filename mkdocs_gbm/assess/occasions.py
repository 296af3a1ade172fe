"""Sentences that hold nothing but an occasion of the project: "After the audit", "With release 3"."""

import re

from mkdocs_gbm.assess.patterns import any_of, any_word, in_any_case

_WHEN = (
    r"(?:not |only |but |then |maybe |probably |hopefully |at the earliest |planned |no sooner than |"
    r"comes? |happens? )*(?:after|once|when|before|with|in|as soon as|until|by|from|at|during|following|upon|for)"
)
_PROJECT = any_word(
    "audit go-?live golive launch pilot kick-?off training workshop cycle planning sprint mvp poc phase "
    "pentest migration "
    "milestone budget contract holidays? summer winter spring autumn christmas easter vacation tender procurement "
    "roll-?out rewrite refactoring redesign review meeting certification approval sign-?off iteration "
    "quarter increment "
    "hiring load-?test offsite hackathon cutover relaunch reorganisation merger stabilisation split"
)
_COMES_TRUE = r"(?:is|are|has been|have been|gets|we have|goes) (?:\w+ )?" + any_word(
    "live there through signed done ready finished approved available over out decided clear settled "
    "agreed back "
    "introduced chosen built migrated stable up running known rolled complete completed gone"
)
_NO_CLAUSE = r"[^,;:]{2,80}"
_OCCASION = in_any_case(
    "^"
    + any_of(
        rf"{_WHEN} (?:[\w'\u2019-]+ ){{0,5}}?{_PROJECT}(?: (?:round|meeting|session|day|phase|week))?\b(?: "
        rf"(?:in|at|of|with|for|to|on|by|has|is)\b{_NO_CLAUSE})?",
        rf"{_WHEN} (?!that\b|this\b)(?:[\w'\u2019./-]+ ){{1,7}}?{_COMES_TRUE}",
        rf"{_WHEN} (?:the )?(?:meeting|milestone)(?:,? (?:when|once|after|with|as soon as) "
        rf"(?:[\w'\u2019-]+ ){{1,5}}?{_COMES_TRUE})?",
    )
    + "$"
)
_OF_THE_SYSTEM = in_any_case(
    r"\b(?:each|every|per|orders?|payments?|requests?|messages?|files?|jobs?|"
    r"users?|customers?|customer's|manager|month|day|night)\b"
)


def is_occasion(text: str) -> bool:
    """Say whether a sentence names an occasion of the project, and nothing that happens then."""
    return bool(re.match(_OCCASION, text)) and not re.search(_OF_THE_SYSTEM, text)
