"""Signs that a sentence tells something of the system, although it is made of the words of owing."""

import re
from collections.abc import Callable

from mkdocs_gbm.assess.patterns import any_of, any_word, in_any_case

#: Numbers, and what is told of each and of one thing: with them a sentence tells something.
_FACT = in_any_case(
    any_of(
        r"(?<![^\W\d_])\d|(?-i:@[A-Z])|\bmust (?:never|not)\b",
        r"(?<!new )(?<!old )(?<!this )(?<!that )(?<!no )\bone\b(?! (?:day|of|would|will)\b|$)",
        r"\b" + any_word("two three four five six seven eight nine ten each every per") + r"\b(?! other)",
        r"\bonly\b(?! (?:an?|on|later|after|once|when|partly|exists)\b| [A-Z]\w+ (?:knows|understands))",
        r"^\w+(?:, \w+)+(?:,? (?:and|or) \w+)?$",
        r"\bnext (?:page|link)|\b(?:api|client|server|system|browser) itself\b",
        r"\b(?:deliberately|intentionally)\b(?! (?:left|blank|empty))",
        r"\b(?:on purpose|by design|by choice|by hand)\b",
    )
)
_DENIED = in_any_case(r"(?:\b(?:not|never)|n['\u2019]t) ([a-z]+)")
_FOR_NOW = in_any_case(r"\b(?:yet|so far|currently|at the moment|right now|for now|still)\b")
#: A rule for what the heading names, or for what every system has: "Migrations must be reviewed by two people".
_RULE = in_any_case(
    r"^([\w' -]{2,40}?) (?:must|should|shall|may|can|will|has to|have to|needs? to|(?:is|are) to) "
    r"(?:\w+ )?be "
    + any_word(
        "reviewed approved confirmed checked added removed requested updated sent read opened dropped "
        "blocked shown "
        "run tested verified measured deleted replaced moved shared asked told started skipped informed "
        "notified written "
        "retried repeated refused accepted signed encrypted stored kept"
    )
    + r"\b"
)
_SUBJECT = frozenset(
    "the all any our user users client clients data api apis service services system systems application "
    "app component "
    "components list lists result results product a an each every caller callers customer customers job "
    "jobs message "
    "messages order orders partner partners file files request requests operator operators worker workers visitor "
    "member members consumer consumers call calls item items record records row rows event events".split()
)
#: One of a kind stands for all of them, where it is no text and nothing that a project needs first.
_ONE_OF_ALL = in_any_case(
    r"^(?:an?|each|every|no) ([\w' -]{2,40}?) (?:must|should|shall|may|can|will|has to|have to|needs? to|"
    r"(?:is|are) to) "
    r"(?:\w+ )?be (?!"
    + any_word("described documented defined decided clarified discussed drawn explained linked determined agreed")
    + r")\w+"
)
_OF_A_PROJECT = in_any_case(
    r"\b"
    + any_word(
        "descriptions? explanations? diagrams? pictures? drawings? tables? lists? concepts? proposals? decisions? "
        "sections? chapters? paragraphs? pages? documents? overviews? examples? links? tickets? issues? meetings? "
        "workshops? tests? reviews? colleagues? solutions? tools? strateg(?:y|ies) approach(?:es)? "
        "polic(?:y|ies) plans? "
        "process librar(?:y|ies) standards? guidelines? conventions? notes? texts? figures? screenshots? "
        "samples? drafts? "
        "summar(?:y|ies) specs? specifications? designs? catalogues? matrix mechanisms? limits? values? "
        "numbers? dates? "
        "owners? teams? person vendors? providers? analysis investigation spike poc audit clarification "
        "answer wiki "
        "milestone list-? detail definition documentation"
    )
    + r"\b"
)


def tells_a_fact(text: str) -> bool:
    """Say whether a sentence holds a number, or tells of each thing or of a choice: "Latest version only"."""
    return bool(re.search(_FACT, text))


def sets_a_rule(text: str, in_heading: Callable[[str], bool]) -> bool:
    """Say whether it is the system's things that something must be done to, not the text."""
    one = re.match(_ONE_OF_ALL, text)
    if one is not None and not re.search(_OF_A_PROJECT, one[1]):
        return True
    rule = re.match(_RULE, text)
    return rule is not None and all(word in _SUBJECT or in_heading(word) for word in rule[1].lower().split())


def denies(text: str, in_heading: Callable[[str], bool]) -> bool:
    """Say whether a sentence tells that what the heading names is not done, for good: "Errors are not retried"."""
    denied = re.search(_DENIED, text)
    return denied is not None and in_heading(denied[1]) and not re.search(_FOR_NOW, text)
