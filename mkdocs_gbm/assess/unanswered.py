"""Sentences whose main clause leaves a question open: "How it is paged still needs to be found out"."""

import re

from mkdocs_gbm.assess.owing_verbs import PEOPLE_WORK, WORKED_OUT
from mkdocs_gbm.assess.patterns import any_of, any_word, in_any_case

ASKING = any_word("how what which whether where who whom whose when if why")
_ANSWERED = any_word("how what which where who whose whoever whatever")
#: What a system decides itself, while it runs: "Which node answers is to be chosen by the client at each call".
_WHILE_RUNNING = in_any_case(
    r"\b"
    + any_word(
        "each every per clients? callers? users? customers? consumers? gateway router broker server "
        "scheduler header "
        "flag parameter config configuration runtime start sign-?up login log-?in request response contract status "
        "tenants? browser proxy controller worker always never itself deployment startup"
    )
    + r"\b"
)
_HOW_FAR = (
    r"(?:yet|still|now|first|really|quite|fully|entirely|completely|at all|even|currently|all|only|"
    r"rather|very)"
)
_OPEN = any_of(
    any_word(
        "open unclear unknown undecided unresolved unsettled undefined uncertain undocumented unspecified disputed "
        "debatable questionable contested pending tbd missing vague"
    ),
    "to be seen",
    r"(?:under|in|on|being|subject to) (?:\w+ )?"
    + any_word("debate discussion question consideration review investigation evaluation clarification table progress"),
    rf"being {WORKED_OUT}",
    r"with (?:team|legal|finance|ops|hr)\b",
)
_UNSETTLED = any_of(
    WORKED_OUT, any_word("clear known final certain sure obvious done ready public self-evident set ours mine")
)
_NOT = r"(?:not|never|n['\u2019]t|nowhere)"
_IS = r"(?:is|are|was|were|seems?|remains?|stays?|has been|have been|will be)"
_MUST = r"(?:must|should|shall|will|can|could|would|may|might|ought to|'ll)"
_TO_BE = rf"(?:needs?|has|have|remains?|{_IS}|is going|are going|ought) (?:{_HOW_FAR} )*to (?:be|get) (?:\w+ly )?"
#: The tail of these is part of what they say: "is up to finance", "depends on what the team wants".
_LEFT_TO = any_of(
    rf"{_IS} (?:{_HOW_FAR} )*"
    + any_of(
        r"up (?:to|for)|beyond (?:us|me)|any(?:one|body)['\u2019]s",
        r"(?:something|nothing|one of the things) (?:that )?" + any_word("we i nobody someone the our to for"),
        r"another (?:story|question|matter)|for (?:\w+ ){1,4}to (?:decide|say|answer|tell)",
        r"an? (?:\w+ )?" + any_word("question matter mystery riddle secret puzzle topic point issue debate"),
    ),
    r"depends? on (?:what|how|who|whether|when|the (?:outcome|result|budget|decision|project|law|contract|"
    r"pilot|vendor))",
)
_LEFT_OPEN = any_of(
    rf"{_TO_BE}{WORKED_OUT}",
    rf"{_MUST} (?:{_HOW_FAR} |only |then |have to |need to )*be (?:\w+ly )?{WORKED_OUT}",
    rf"{_IS} (?:{_HOW_FAR} )*{_OPEN}",
    rf"{_IS} (?:{_HOW_FAR} )*{WORKED_OUT} (?:down )?(?:nowhere|incorrectly|wrongly)",
    rf"{_IS}(?: |(?=n)){_NOT} (?:{_HOW_FAR} |been )*{_UNSETTLED}",
    rf"(?:has|have|had)(?: |(?=n)){_NOT} (?:{_HOW_FAR} )*(?:been )?{_UNSETTLED}",
    r"(?:(?:still|yet|first|also|all) )*(?:needs?|wants?|requires?|deserves?|awaits?|lacks?|calls? for|"
    r"waits? for) "
    r"(?:(?:an?|some|more|further|the|our) )?(?:\w+ ){0,2}?"
    + any_word(
        r"\w+ing thought discussion decision clarification answer investigation input research alignment agreement "
        "attention analysis confirmation approval consensus talk workshop meeting work time test tests "
        "look definition "
        "proposal"
    ),
    r"(?:we|you) will (?:see|know|learn|tell|find)",
    r"(?:(?:still|yet) )?(?:eludes?|escapes?|puzzles?|beats|confuses?) (?:us|me)",
    r"will (?:follow|come|become clear|turn out|show)",
)
#: What may stand behind: by whom, when and why, but nothing that happens then.
_ENDS = in_any_case(
    r"^(?:,? (?:yet|still|so far|at (?:the|this) (?:moment|point|time)|here|though|anyway|now|today|right "
    r"now|first))*"
    r"(?:,? "
    + any_word(
        "with by from for until in on to at before after among between of together when once how as "
        "because since if "
        "over about during via again out up down through upon into off later soon next separately properly "
        "elsewhere "
        "what whether who which where why and or not team"
    )
    + r"\b.*)?$"
)
_CONDITION = in_any_case(r"^(?:(?:exactly|just|also|and|even) )?(?:if|when|where)\b")
_GOES_ON = in_any_case(r",|\b(?:is|are|gets?|goes|will|takes?|returns?|has|have)\b")
_PERSON_SAYS = (
    r"(?:we|i|nobody|no one|they|team|[\w']+)(?: \w+)? (?:can(?:not|'t)?|could(?:n't| not)?|do(?:n't| not)|"
    r"does(?:n't| "
    r"not)|has yet to|have yet to|has to|have to|must|should|will|needs? to) "
    + any_word("say tell know answer decide settle confirm clarify check see find ask")
)
_QUESTION_IS_OPEN = in_any_case(
    rf"^(?:(?:exactly|just|also|and|even) )?{ASKING} .{{3,160}}?(?:, ?|: ?| ){any_of(_LEFT_OPEN)}\b(.*)$"
)
_QUESTION_IS_UP_TO = in_any_case(rf"^(?:(?:exactly|just|also|and|even) )?{ASKING} .{{3,160}}? {_LEFT_TO}\b(.*)$")
_QUESTION_IS_LEFT = in_any_case(rf"^{ASKING} [^,:]{{3,120}}(?:,|:) ?{_PERSON_SAYS}\b.{{0,40}}$")
_TO_THE_QUESTION = any_of(
    rf"(?: [\w'\u2019/-]+){{0,6}}? {any_word('how what which whether where who whom whose why')} .{{3,}}$",
    r" (?:if|when) .{3,}$",
)
_PEOPLE = any_of(
    any_word("we i you they team someone somebody one nobody"),
    r"(?:someone|somebody) (?:\w+ ){1,4}?",
    r"(?-i:(?!(?:Clients?|Users?|Customers?|Consumers?|Callers?|Partners?|Services?|Workers?|Members?|"
    r"Operators?|The)\b)"
    r"[A-Z][\w\u2019]+)(?: (?:and|or) \w+)?",
)
_ADVERB = r"(?:(?:still|yet|really|also|just|currently|first|always|actually|all|even|never|quite|simply) )*"
_KNOW = any_word(
    "know known knew decided agreed say tell sure clear certain settled figured found measured thought discussed "
    "written documented looked checked defined determined understand understood remember clarified tested tried "
    "worked chosen made set specified fixed verified recorded heard told established asked evaluated confirmed"
)
_NOT_KNOWN = in_any_case(
    "^"
    + any_of(
        r"(?:[\w'\u2019/-]+ ){1,5}?(?:do|does|did|have|has|had|can|could|am|is|are|was|were|will)"
        rf"(?:n['\u2019]t|not| not| never| yet to| nobody| hardly) {_ADVERB}(?:been |be )?(?:{_KNOW}|"
        rf"knowing|deciding|{PEOPLE_WORK})",
        r"there(?: is|['\u2019]s| are| was| were| has been) (?:still )?(?:some|no|a|much|an ongoing|little|"
        r"lots? of)? ?(?:\w+ )?"
        r"(?:doubts?|debate|discussion|disagreement|confusion|uncertainty|decision|agreement|consensus)(?: "
        r"yet| so far)?",
        rf"it (?:has|needs|is) (?:{_HOW_FAR} )*to be {WORKED_OUT}",
        r"(?:[\w'\u2019/-]+ ){1,4}?(?:['\u2019](?:m|re) |am |are |is )?"
        rf"{_ADVERB}(?:not )?"
        + any_word(
            "argue arguing debate debating discussing wonder wondering unsure unclear undecided uncertain "
            "evaluating "
            "investigating negotiating thinking pondering guessing clarifying disagree struggling"
        ),
        rf"it(?:['\u2019]s| is| was| remains| seems) (?:{_HOW_FAR} )*(?:{_OPEN}|an? (?:\w+ )?(?:question|"
        rf"mystery|riddle|puzzle)|{_NOT} (?:{_HOW_FAR} )*{_UNSETTLED}"
        rf"|to be {WORKED_OUT})",
        r"(?:an? |the |one |another |our |my )?(?:\w+ )?(?:open |unanswered )?(?:question|problem|issue|"
        r"point)s?(?: (?:here|"
        r"that (?:is|remains)))?(?: (?:is|remains|are))?",
        rf"(?:(?:it|there) )?(?:is |still )*(?:no (?:idea|clue|decision|agreement|consensus|answer)|{_NOT} "
        rf"{_ADVERB}{_UNSETTLED}"
        r"|unclear|undecided|unknown|open|unsure)(?: yet| so far)?(?: on| about| as to| for)?",
        rf"(?:nobody|no one|no-one|none of us|hardly anyone|few people)(?: \w+)? {_ADVERB}(?:can |could |"
        rf"has |have |is )?"
        rf"{_ADVERB}(?:knows?|remembers?|understands?|{_KNOW})",
        rf"{_PEOPLE}(?: still| also| first| here)? ?(?:have|has|need|needs|must|should|ought|"
        r"will|want|wants|plan|plans|hope|would like|are going|is going|'ll|wish|intend|is supposed|are "
        r"supposed|am "
        rf"going) {_ADVERB}(?:to )?{_ADVERB}(?:{PEOPLE_WORK}|"
        rf"{any_word('check list choose pick see test confirm verify')})",
        rf"(?:still |first |next )?to (?:be )?{any_of(WORKED_OUT, PEOPLE_WORK, 'check')}",
    )
    + _TO_THE_QUESTION
)


def is_unanswered(text: str) -> bool:
    """Say whether the question that a sentence holds is left open by its main clause."""
    up_to = re.match(_QUESTION_IS_UP_TO, text)
    if up_to is not None and not re.search(_WHILE_RUNNING, up_to[1]):
        return True
    left = re.match(_QUESTION_IS_OPEN, text)
    if left is not None and re.match(_ENDS, left[1]) and not re.search(_WHILE_RUNNING, left[1]):
        return not re.match(_CONDITION, text) or not ("," in text or re.search(_GOES_ON, left[1]))
    return bool(re.match(_QUESTION_IS_LEFT, text) or (re.match(_NOT_KNOWN, text) and not _is_of_each(text)))


def answers(text: str) -> bool:
    """Say whether a sentence begins with a question and answers it: "Who owns a folder decides who reads it"."""
    return bool(re.match(in_any_case(rf"^{_ANSWERED} \w+ "), text))


def _is_of_each(text: str) -> bool:
    return bool(re.search(in_any_case(r"\b(?:each(?! other)|every|always)\b"), text))
