"""Sentences that tell only what somebody means or has to do before it is written: "Priya wants to try it"."""

import re

from mkdocs_gbm.assess.owing_verbs import INTENDED_WORK, OBLIGED_WORK, WORKED_OUT
from mkdocs_gbm.assess.patterns import any_of, any_word, in_any_case

_ROLES = any_word(
    "team guild squad dbas? architects? engineers? developers? devs? admins? ops devops sre analysts? consultants? "
    "lawyers? advis[eo]rs? auditors? pentesters? council board hr legal finance compliance marketing "
    "management platform "
    "infra infrastructure hoster vendor colleagues? student intern trainee cto ciso cio dpo testers? qa operations "
    "procurement purchasing specialists? experts? people guys folks lead leads head maintainers? boss "
    "department po pm "
    "scientists? designers? product sales accounting security"
)
ROLE = (
    rf"(?:(?:the|our|an?|my|another|some|one of the|one of our|two of the) )?(?:new )?(?:[\w'\u2019-]+ "
    rf"){{0,3}}?{_ROLES}"
)
_ANYBODY = (
    r"(?:someone|somebody|no ?body|no one|no-one|none of us|anyone|anybody|whoever|most of us|some of us|one of us)"
    r"(?: (?:from|in|of|at|with|who|on|else) (?:[\w'\u2019-]+ ?){1,4}?| else)?"
)
_WE = r"(?:we|i|you|they|he|she)"
#: A word with a capital at the beginning is a name, unless it is one of the system's own people or things.
_NAME = (
    r"(?-i:(?!(?:Clients?|Users?|Customers?|Consumers?|Callers?|Partners?|Services?|Orders?|Jobs?|Workers?|"
    r"Members?|"
    r"Operators?|Requests?|Messages?|Events?|Each|Every|All|The|A|An|This|That|It|There|New|"
    r"Old)\b)[A-Z][\w\u00c0-\u024f]+"
    r"(?: [A-Z][\w\u00c0-\u024f]+)?(?:(?:,| and| or| &) (?:(?:the|our) [\w-]+(?: [\w-]+)?|"
    r"[A-Z][\w\u00c0-\u024f]+|team))*)"
)
WHO = any_of(_WE, _ANYBODY, ROLE, _NAME)
_ADVERB = (
    r"(?:(?:still|also|first|then|just|now|soon|hopefully|probably|really|already|only|currently|"
    r"finally|all|both|never|therefore) )*"
)
_INTENDS = any_of(
    any_word(
        "wants? hopes? plans? intends? promised offered volunteered agreed aims? tries wishes forgot "
        "means? expects? meant planned wanted hoped"
    ),
    r"(?:would|['\u2019]d|should) (?:like|love|prefer)",
    r"(?:is|are|am|was|were|['\u2019]re|['\u2019]m|has been|have been|had been) (?:\w+ )?"
    + any_word(
        "supposed meant going about trying asked planning hoping expected due told assigned "
        "scheduled keen happy willing"
    ),
    r"(?:has|have|had) " + any_word("promised offered agreed volunteered planned forgotten"),
)
_OBLIGED = (
    r"(?:has|have|needs?|ought|['\u2019]ve|['\u2019]ve got|got) to|must|should|shall|will|"
    r"['\u2019]ll|would|['\u2019]d"
)
_DOING = any_word(
    "thinking experimenting evaluating investigating writing drafting clarifying negotiating discussing preparing "
    "collecting gathering drawing comparing researching waiting planning struggling figuring finding"
)
_DOING_IT = any_word(
    "extracting measuring translating compiling documenting describing listing mapping sorting testing "
    "trying profiling "
    "reviewing reworking rewriting redesigning checking summarising summarizing revising updating "
    "interviewing analysing "
    "analyzing assessing designing defining prototyping modelling specifying deciding"
)
_DONE = any_word(
    "started begun begin asked requested promised offered volunteered looked answered replied finished contacted agreed"
)
_IS = r"(?:is|are|am|['\u2019]re|['\u2019]m)"
#: What is said of anybody. Who it is said of stands once in the pattern: `re` compiles it at the first short section.
_OF_ANYBODY = any_of(
    rf"{_ADVERB}{_INTENDS} {_ADVERB}to (?:be able to )?{_ADVERB}{INTENDED_WORK}\b",
    rf"{_ADVERB}(?:{_OBLIGED}) {_ADVERB}(?:please )?{OBLIGED_WORK}",
    rf"(?:{_IS}|was|were|has been|have been) {_ADVERB}"
    + any_of(
        r"(?:looking (?:into|at|for)|working (?:on|at|out)|on it\b|at it\b|on (?:holiday|vacation|leave|sick)|busy|"
        r"back (?:in|on|from|after|next)|out of office|trying (?:out|to))",
        _DOING,
    )
    + r"\b",
    rf"(?:has|have|had|['\u2019]ve)(?:n['\u2019]t| not| never)? {_ADVERB}"
    rf"(?:{_DONE}|(?:had |found |got )?(?:the |any |enough )?(?:time|chance)|been (?:asked|busy|working|looking|told)|"
    r"got(?:ten)? round|come back|got back)\b",
    r"(?:did(?:n['\u2019]t| not)|does(?:n['\u2019]t| not)|do(?:n['\u2019]t| not)) (?:yet |really )*"
    r"(?:have|find|get) (?:the |any |enough )?(?:time|chance|round|around)\b",
    r"(?:said|says|thinks|believes|told us|has set|have set|set) (?:that )?(?:he|she|they|it|"
    r"her|him|them|himself|herself|themselves|tomorrow)\b",
    rf"{_IS} {_ADVERB}\w+ing\b.*\b(?:this|next) "
    r"(?:week|month|sprint|quarter|year|summer|winter|spring|autumn|cycle|time)",
    r"(?:still )?owes? (?:us|me)\b",
    r"(?:has |have )?(?:promised|offered) (?:us|me|that)\b",
    r"(?:still )?(?:wants?|would like|needs?|insists on|asks for|has|have) (?:an?|the last|the final|more) "
    r"(?:say|word|time|look|proposal|vote)\b",
)
#: What is said of people who are not named: a name may be a thing's.
_OF_PEOPLE = any_of(
    rf"(?: ?){_IS} {_ADVERB}{_DOING_IT}\b",
    r"(?: \w+){0,5}?,? (?:please|kindly) (?:help|write|add|fill|complete|describe|document|tell)\b",
)
_INTENTION = in_any_case(
    "^"
    + any_of(
        rf"{WHO}(?: ?){_OF_ANYBODY}",
        rf"(?:{_ANYBODY}|{ROLE}|{_WE}){_OF_PEOPLE}",
        rf"{_WE}(?: ?)(?:hope to|would like to|['\u2019]d like to|would love to|['\u2019]d love to) \w+",
        rf"(?:[^.;,]{{1,40}} )?(?:nobody|no one|no-one|none of us|we never|we have never|we "
        rf"haven['\u2019]t|we have not)(?: has| have| had| was| ever| yet| really| even| so far)* {WORKED_OUT}\b",
        r"(?:could|can|would|will) (?:someone|somebody|anyone|anybody|team|you)\b.*",
        rf"(?:for this |here )?we need (?:the |an? |our |some )?(?:[\w'\u2019-]+ )?{_ROLES}\b",
        r"let(?:['\u2019]s| us) (?:first |just |then )?(?:wait|see|discuss|talk|ask|decide|agree|look|"
        r"write|collect|think|check|try|measure)\b",
        r"(?:then |later )?we (?:can|will|shall) (?:then |only then )?(?:say|tell|know|see|decide) "
        r".{0,30}\b(?:how|what|which|whether|more|if)\b",
    )
)
_WHILE_RUNNING = in_any_case(r"\b(?:each(?! other)|every|per|always|whenever)\b")
_SEVERAL = r"^[A-Z]\w+s (?:want|hope|plan|intend|expect|mean|try|agree|promise|have|need|are|were)\b"


def is_intention(text: str) -> bool:
    """Say whether a sentence tells only what somebody means, or has, to do about the text."""
    if re.match(_SEVERAL, text):
        return False
    return bool(re.match(_INTENTION, text)) and not re.search(_WHILE_RUNNING, text)
