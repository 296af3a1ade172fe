"""Signs that a sentence owes a text: what is promised, pending, somebody's, or said to stand elsewhere.

They decide what may stand beside the language of owing: names, and whatever tells by whom, when and where.
"""

from mkdocs_gbm.assess.patterns import any_of, any_word, in_any_case

_STATES = any_word(
    r"pending open(?!(?-i:\s[A-Z])) missing unclear unknown undecided outstanding unfinished incomplete "
    r"ongoing wip tbd tba tbc todo fixme "
    r"planned scheduled foreseen postponed deferred parked delayed blocked waiting(?=\sfor|\son|$) awaiting tracked "
    "provisional preliminary"
)
_AFOOT = any_word(
    "discussion preparation progress review evaluation investigation clarification construction "
    "consideration work hold "
    "definition analysis negotiation"
)
_DECIDED = any_word(
    "documented described decided written started begun chosen selected agreed clarified discussed finished finalised "
    "finalized final looked known? decide thought specified defined made said settled verified tested "
    "tried relevant yet"
)
_SETTLED = any_word(
    "documented described decided started begun chosen selected agreed clarified discussed finalised finalized final "
    "known specified defined done"
)
_DRAWN_UP = any_word(
    "prepared written evaluated discussed decided defined clarified drawn reworked rewritten investigated documented "
    "described collected agreed compared negotiated gathered reviewed revised updated worked"
)
_PEOPLE_DO = any_word(
    "write describe document explain define decide clarify discuss agree add fill complete finish "
    "measure look think see "
    "revisit introduce tackle address evaluate investigate get check redo do"
)
_OBLIGED = any_of(
    r"\bto", r"\b(?:will|shall|must|should|['\u2019]ll)", r"\b(?:going|has|have|needs?|still|yet|remains?) to"
)
PLACE = any_word(
    "wiki confluence notion deck slides? handbook runbook readme sharepoint whiteboard miro jira "
    "spreadsheet presentation "
    "onenote intranet backlog chat head heads"
)
_TOLD_IN = any_word(
    "wiki confluence notion deck slides? handbook runbook readme whiteboard miro spreadsheet presentation "
    "catalog catalogue concept manual specification"
)
_IMPERATIVE = (
    r"^(?:please |kindly |for (?:details|questions|more),? |just |better |best |have |need |let['\u2019]s |to |i |we )*"
)
_OPTION = r"an? (?:\w+ )?(?:option|candidate|possibility|idea)"

_NOT_SO = any_of(_DECIDED, "sure", "clear", "idea", "time", "information", "details")

#: The sentence owes, whatever names stand in it: "Ask Priya", "Kafka or RabbitMQ, not sure yet".
MARKED = in_any_case(
    any_of(
        r"\b"
        + any_word("will shall should must would may might needs? going wants? hopes? plans? intends? expect")
        + r"\b",
        r"['\u2019]ll\b|\bto be\b|\bto (?:follow|come|do|decide|clarify|discuss|measure|check|write|"
        r"describe|define|complete)$|"
        r"\b(?:has|have|is|are|yet|still) to\b",
        rf"\b{_STATES}\b",
        r"\b"
        + any_word(
            "yet still outdated soon later draft maybe probably perhaps stale omitted reserved ticket issue story epic "
            "someone somebody welcome questions? discussion half started agreed discussed idea options? candidates? "
            "mentioned suggested"
        )
        + r"\b",
        rf"\b(?:in|under|on) {_AFOOT}\b",
        rf"(?:\b(?:not|no|nothing|never)\b|n['\u2019]t\b) (?:\w+ )?{_NOT_SO}\b",
        r"\b(?:thinking|considering|evaluating|discussing|investigating|undecided) |\bdecision (?:between|"
        r"on|about|is)\b",
        r"^(?:done|handled|provided|managed|owned|operated|maintained|covered) by (?:team|ops|devops|"
        r"operations|sre|infra\w*)$",
        r"\bnobody\b|\bon request\b|\b(?:have a|take a) look\b|\btakes? care\b|\bowns? (?:this|it)\b|"
        r"\b(?:my|our) list\b",
        r"\bhand(?:ed)? over\b|\bout of our hands\b|\b(?:final|last) say\b|\bas long as necessary\b|\bfill in\b",
        rf"\bbeing {_DRAWN_UP}\b|\b(?:for|under) review\b|\b(?:explain|tell|help) (?:you )?(?:more|it)\b",
        _IMPERATIVE
        + any_word(
            "ask see check look talk contact refer consult speak ping remember revisit clarify discuss decide "
            "compare like"
        )
        + r"\b",
        r"^(?:please )?(?:read|get|wait for|copy) (?:the|our|it|this|in)\b",
        rf"\b{PLACE}\b",
        r"\b(?:documented|described|explained|covered|found|available|defined|details)\b.{0,20}\b(?:in|on|"
        r"at|by|from)\b",
        r"^(?:subject to|part of|comes?|coming)\b|\bis the job of\b|\bbelongs? to\b|\bknown to\b|\bfeel "
        r"free\b|\bfollows?$",
        r"\beverybody knows\b|\bnext (?:release|version|phase|quarter|year|month|sprint|meeting|iteration|"
        r"step|revision)\b",
        r"\bexplains?\b|\b(?:knows?|understands?|remembers?) (?:this|how|it|that|more|why|best|anything|yet)\b",
        r"n['\u2019]t (?:really )?know\b",
        r"\b(?:i|i['\u2019]m|i['\u2019]ve|my|me)\b",
    )
)
UNDONE = in_any_case(
    r"\b(?:yet|still|pending|undecided|planned|waiting for|tbd|todo|(?:to|will|must|should) be \w+(?:ed|"
    r"en|wn)|ha(?:ve|s) to agree)\b"
)
#: Something is absent, which nobody has decided.
ABSENT = in_any_case(r"\b(?:no|not|none|without)\b|n['\u2019]t\b|\b(?:for now|at the moment|so far)\b")
PRESENT = in_any_case(r"\b(?:today|currently|now)\b")
"""What is so today is told of the system, where it is told of something that has a name."""
#: Behind it stands by whom, when and why, in any words. Its verb, where there is one, is to be one of owing.
LATER = in_any_case(
    any_of(
        rf"{_OBLIGED} (?:be |get )(?:\w+ly )?(\w+)\b(?! (?:to|into)\b)",
        r"^(?:will |to |is to |text |content |details |more |it |this )*(?:(?:come|follow|happen|start)s?|"
        r"becomes? relevant)\b",
        r"^coming\b|^placeholder\b|\blook(?:ed)? into\b",
        rf"^(?:still )?being {_DRAWN_UP}\b",
        rf"(?:\b(?:not|nothing|never)|n['\u2019]t) (?:yet |been |be |even |really )*{_DECIDED}\b",
        rf"^(?:still |currently |is |evaluation |discussion |work )*{_STATES}\b",
        rf"^(?:still |currently |is )*(?:under|in|on) {_AFOOT}\b",
        r"\b(?:we|i|they|team)(?:['\u2019]ll| will| want to| plan to| hope to| are going to| intend to) "
        r"(?:still |first |then )*"
        rf"{_PEOPLE_DO}\b",
        rf"{_IMPERATIVE}(?:ask|talk to|talk with|speak to|speak with|contact|consult|ping|check with|wait "
        rf"for)\b(?! (?:with|by|for)\b)",
    )
)
#: Whatever its subject is, it is not there, or not here; what follows is to be of owing.
NOT_HERE = in_any_case(
    r"^(?:[\w/.'-]+ ){1,5}?"
    + any_of(
        rf"(?:is|are) (?:still |yet )+{_STATES}",
        r"(?:is |are )?(?:still |yet )*to be (\w+)",
        r"(?:is|are) an open (?:question|point|issue)",
        rf"(?:is|are) (?:still |yet |currently )*being {_DRAWN_UP}",
        rf"(?:is |are )?(?:still |currently )*(?:under|in|on) {_AFOOT}",
        r"(?:is |are )?(?:planned|scheduled|foreseen) (?:for|in|after|with)",
        rf"(?:is |are |was |were |has |have )?(?:still )?(?:not|yet to be) (?:yet |been )*{_SETTLED}",
        r"(?:follows?(?= (?:later|soon|next|in|after|when|once|as|with)\b|$)|to follow|will follow|ongoing|pending)",
        r"(?:starts?|begins?|happens?|comes?) (?:in|with|next|once|when|later)",
        rf"(?:was|were|is|are|has been|have been) (?:\w+ )?(?:mentioned|suggested|proposed|considered|{_OPTION})",
        r"(?:knows?|understands?|remembers?|can explain) (?:this|how|it|that|the|more)",
        r"will be \w+ (?:later|soon|here|afterwards|shortly|in due course|next \w+)",
        r"(?:will|shall|must|should|has to|have to|needs? to) be "
        + any_word(
            "uploaded documented described drawn redrawn attached linked decided clarified discussed finalised "
            "finalized "
            "elaborated agreed rewritten"
        ),
        r"(?:lives?|is|are|stands?|sits?|(?:is|are|can be) (?:found|kept|listed|maintained|documented|"
        r"described|explained)) "
        rf"(?:in|on) (?:\w+ ){{0,3}}{_TOLD_IN}",
    )
    + r"\b"
)
#: Nothing but owing, whatever else stands there: "Legal will send us the periods", "Same as in the old portal".
ALWAYS = in_any_case(
    any_of(
        r"^(?:[\w'-]+ ){1,3}(?:will|is going to|wants to|has to|promised to|should) (?:send|give|tell|"
        r"deliver|provide|show) "
        r"(?:us|me)\b",
        r"^(?:the )?(?:same as|same procedure as|as in|like in|like for|identical to|analogous to|similar "
        r"to) [^.,\d]{3,60}$",
        r"^(?:according to |following )?(?:the )?state of the art$",
        r"^copy (?:it |this )?from [^.,\d]{3,40}$",
        r"^(?:(?:it |we )?(?:in (?:line|accordance) with|according to|compl(?:y|ies) with|follows?|"
        r"following) )(?:[\w']+ ){0,3}"
        + any_word(
            "laws? gdpr polic(?:y|ies) guidelines? standards? regulations? rules practices? requirements? conventions?"
        )
        + "$",
        r"^as (?:required|requested|demanded|prescribed|described|specified|stated|discussed|agreed|"
        r"defined) (?:by|in|with) [^.,\d]{3,60}$",
        r"^will be \w+ [^.,\d]{0,60}\b(?:as soon as|once|after the)\b[^.,\d]{0,80}$",
        r"^it is (?:a )?(?:good|best) practice\b.{0,60}$",
        r"^[\w' -]{2,40} (?:is|are) (?:\w+ ){0,3}"
        + any_word("important essential critical crucial key vital paramount priority importance")
        + r"(?: (?:to|for|in) [\w' -]{2,60}| topic| here)?$",
    )
)
TAIL = in_any_case(
    r"[(:,]|\s-\s|\b"
    + any_word(
        "by with after before once when as until till in on at for from during since because if together while about "
        "regarding whether how what which where why who of via unless"
    )
    + r"\b"
)
#: Somebody does something: a name may begin such a sentence.
PERSON = (
    r"^[A-Z][a-z]+(?: (?:and|or) [A-Z]\w+)?(?: "
    + any_word(
        "is will wants has can should could still promised started does did knows? understands? explains said or and"
    )
    + r"\b(?! (?:be|been|\w+ed)\b))"
)
OPEN_LABEL = in_any_case(
    r"^(?:still )?"
    + any_word("open unclear unknown undecided todo tbd missing pending questions? clarify decide discuss")
    + r"(?: (?:question|point|issue|here|yet)s?)?$"
)
QUESTION = in_any_case("^" + any_word("how what which whether where who whom whose when if why") + r"\b")
