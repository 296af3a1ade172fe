"""Sentences about a text that is promised, drafted, waited for or lost: "Paulina promised a paragraph about it".

Numbers may stand in them: what is promised is told of, and not the system.
"""

import re

from mkdocs_gbm.assess.intentions import ROLE, WHO
from mkdocs_gbm.assess.owing_verbs import PUT
from mkdocs_gbm.assess.patterns import any_of, any_word, in_any_case

_TEXT = any_word(
    "paragraphs? lists? tables? pages? sections? chapters? diagrams? drawings? sketch(?:es)? pictures? drafts? "
    "proposals? write-?ups? texts? documents? descriptions? overviews? catalogues? catalogs? summary summaries slides? "
    "spreadsheets? concepts? articles? screenshots? documentation handbook wording"
)
_WRITING = any_word("writing drafting drawing preparing collecting compiling translating typing assembling finishing")
_OF_PEOPLE = r"(?-i:[A-Z][\w-]*['\u2019]s?|my|his|her|their)"
_WRITE_UP = any_word("writing describing documenting drawing listing explaining")
_ASKED_FOR = any_word(
    "answers? opinions? feedback repl(?:y|ies) decisions? approvals? offers? quotes? numbers "
    "figures input confirmation "
    "sign-?off reports? go-ahead verdict statement assessment clarification estimates? proposals? comments?"
)
_OF_THIS = r"this(?: (?:part|section|page|chapter|text|paragraph|topic))?"
_BLANK = any_word("empty open blank unwritten undecided")
_PROMISED = in_any_case(
    "^"
    + any_of(
        rf"{WHO}(?: has| have| had)?(?: \w+)? (?:promised|offered|owes?|volunteered|drafted) (?:us |me )?(?:to|an?|the|"
        rf"some|two|his|her) (?:[\w'\u2019-]+ ){{0,4}}?(?:{_TEXT}|write|draw)\b.*",
        rf"{WHO}(?: has| have| had)?(?: \w+)? (?:started|began|begun|sketched|lost|(?:is|are) "
        rf"{_WRITING}|(?:is|are) putting "
        rf"together) (?:an?|the|some|his|her|their|our) (?:[\w'\u2019-]+ "
        rf"){{0,4}}?{_TEXT}\b(?!.*\b(?:each|every|per)\b).*",
        rf"{WHO} (?:has|have|keeps?|knows?) .*\bin {_OF_PEOPLE} heads?\b.*",
        rf"{WHO} (?:has|have) (?:[\w'\u2019-]+ ){{0,6}}?{_TEXT} .*\b(?:bring (?:it|them)|not (?:yet "
        rf")?(?:been )?(?:\w+ )?"
        rf"(?:allowed|finished|published|copied|ready)|has to be|have to be|(?:needs?|is|are) to be)\b.*",
        r"[^.;]{2,60}\b(?:drew|drawn|sketched|scribbled) [^.;]{2,60} on (?:paper|an? napkin|the "
        r"(?:white|black)board)\b.*",
        r"[^.;]{2,60}\b(?:in|on) (?-i:[A-Z][\w-]*['\u2019]s?|my) (?:own |private )?(?:head|desk|"
        r"laptop|drafts?|notebook|"
        r"notes|inbox|mailbox|mails?)(?: folder)?\b.*",
        rf"[^.;]{{0,60}}?{_TEXT} (?:[\w'\u2019-]+ ){{0,6}}?(?:got lost|was never (?:finished|written|completed)|"
        rf"(?:is|are) being (?:\w+ed|put together|drawn|redrawn|written|rewritten|made|drawn up))\b.*",
        rf"[^.;]{{0,60}}?{_TEXT} (?:[\w'\u2019-]+ ){{0,6}}?and (?:i|we)(?:['\u2019]ve| have)? "
        rf"(?:deleted|removed|dropped) it",
        r"an? new (?:one|version|list|table|diagram|text) (?:still )?(?:has to|must|needs to|should|"
        r"will|is to) be \w+\b.*",
        rf"(?:still |we['\u2019]?re |we are |we |currently |i['\u2019]m )*(?:awaiting|await|waiting (?:for|on)) "
        rf"(?:[\w'\u2019-]+ ){{0,5}}?{_ASKED_FOR}\b(?!.*\d ?(?:s|ms|sec\w*|min\w*|h|hours?)\b).*",
        rf"(?:still |we['\u2019]?re |we are |currently )*waiting (?:for|on) {ROLE} to \w+\b.*",
        rf"(?:the |our |proposed |new |first )*(?:values?|numbers?|proposals?|offers?|drafts?|texts?|"
        rf"contracts?|drafts?|"
        rf"adr|rfc) (?:is|are|lies?) (?:now |still |currently )*with {ROLE}\b.*",
        r"(?:the |an? |our )?(?:adr|rfc|proposal|pull request|draft|document|poll|vote)(?: "
        r"[\w-]+){0,3} (?:is|are) (?:still )?"
        r"(?:open for|in (?:review|voting|draft)|under (?:review|discussion))\b.*",
        r"(?:this|here) (?:would|could|might|may) be (?:an?|the) (?:\w+ )?(?:place|spot) (?:for|to)\b.*",
        rf"(?:(?!(?:is|are|has|have|needs?|must|should|was|were)\b)[\w'\u2019-]+ ){{1,5}}to be {PUT} (?:by (?:who|some|"
        rf"any|{ROLE})|from|here|when|once|as soon)\b.*",
        r"to be (?:voted on|presented|discussed|decided|proposed) (?:in|at|by|with) .*",
        r"(?:i['\u2019]m |we['\u2019]re )?(?:gonna|going to|will|i['\u2019]ll|we['\u2019]ll) (?:\w+ "
        r")?(?:write|document|describe|"
        r"draw|explain) (?:this|it|that)\b.*",
        r"(?:please )?(?:don['\u2019]t|do not) ask (?:me|us)\b.*",
        r"(?:nobody|no one|none of those|everybody|everyone)(?: of us)? who (?:built|wrote|knew|"
        r"designed|made|set|understood) "
        r".*\b(?:left|gone|still (?:here|around|with|at|in|works?)|anymore|any more)\b.*",
        r".*\b(?:can['\u2019]t|cannot|could not|couldn['\u2019]t) find (?:his|her|their|my|the) "
        r"(?:mails?|notes?|slides?|drawing|"
        r"text|document|draft)\b.*",
    )
    + "$"
)
#: Why nothing stands here: whatever the reason is.
_NOT_WRITTEN = in_any_case(
    any_of(
        rf"\bno (?:point|sense|use) in {_WRITE_UP}\b",
        rf"\b{_WRITE_UP} (?:it|this|that|the (?:old|current) \w+) (?:up )?(?:is|isn|makes|would|seems)\b",
        rf"\b(?:not|n['\u2019]t) (?:yet )?worth (?:the effort|{_WRITE_UP})",
        r"\b(?:nobody|no one) (?:could|can|would|has|had)(?: \w+)? (?:write|document|describe|written|documented|"
        r"described) (?:this|it|that|anything)\b",
        rf"\b(?:i|we)(?:['\u2019]ll|['\u2019]ve| have| will)? (?:leave|left|keep|kept|skip|skipped) {_OF_THIS}"
        rf"(?: (?:part|section))? ?(?:{_BLANK}|out|for (?:now|later))?(?: for now)?$",
        rf"\b{_OF_THIS} (?:still |just )*(?:has to wait|must wait|(?:will|would) have to wait|waits|"
        rf"(?:stays|remains|is left|is) (?:still )?(?:a stub|{_BLANK}))\b",
        r"\bthis (?:part|section|page|chapter|text|paragraph) (?:will )?(?:come|follow)s?\b",
        r"\bnothing (?:yet )?to (?:write|describe|document|report)\b",
        r"\bnothing (?:here |of this )?is (?:documented|written down|decided)\b",
        r"\b(?:will|should|shall) (?:tell|show) us (?:what|how|where|whether|which|more|if)\b",
        r"\b(?:has|have) to pull (?:them|it|this) together\b",
        r"\b(?:will|is going to) turn (?:it|them) into (?:an? )?\w+ (?:for|on) this page$",
        r"\bsum (?:it |this )?up here\b|\bwait with (?:documenting|describing|writing)\b",
        r"\b(?:has|have)(?:n['\u2019]t| not) (?:yet )?(?:told|answered|shown|sent|given) us\b",
        r"\b(?:links?|numbers?|details?|confirmation|import|description|text)(?: still)? (?:to be "
        r"\w+|pending|planned)$",
        r"\bnever (?:found|had|got) the time\b|\bmake notes from it\b|\b(?:to be honest|honestly), (?:we|i|nobody)\b",
        r"\bwe (?:suspect|guess|believe|assume) .* but (?:have|has) (?:no|not)\b|\blooking for a way to\b",
        r"\b(?:the )?(?:guild|board|architects|council|committee|management) will (?:settle|decide|clarify|sort)\b",
        r"^(?:the )?(?:workshop|meeting|kick-?off) (?:on|about|for) .* (?:takes? place|is planned|"
        r"is scheduled|will be)\b",
        r"^(?:will|to) (?:redraw|rewrite|redo|rework|document|describe) (?:this|it)\b|^waiting to "
        r"see (?:what|how|whether)\b",
        r"\bunder discussion\b.*\b(?:wiki|proposals?)\b|\bnotes are (?:unreadable|lost|gone|missing)\b",
        r"\bthe (?:address|link|url) will be (?:announced|added|sent)\b|\b(?:legal|compliance|"
        r"management) has had our\b",
        r"[,;] (?:i |we )?(?:['\u2019]ll|will) (?:link|document|describe|paste) (?:it|them|this)\b",
    )
)
_FIGURE = r"\d+ ?(?:%|s|ms|MB|GB|kB|min|minutes|seconds|hours|days|requests|rps)\b"


def is_promised(text: str) -> bool:
    """Say whether a sentence tells only of a text that somebody has, has promised, waits for or has lost."""
    return bool(re.match(_PROMISED, text))


def is_left_unwritten(sentence: str) -> bool:
    """Say whether a sentence tells why nothing stands here: "The job framework changes, so this part has to wait"."""
    return bool(re.search(_NOT_WRITTEN, sentence)) and not re.search(_FIGURE, sentence)
