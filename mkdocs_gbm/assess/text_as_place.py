"""Sentences about the text itself, as the place where something will stand: "The list is going to be put here"."""

import re

from mkdocs_gbm.assess.owing_verbs import PUT
from mkdocs_gbm.assess.patterns import any_of, any_word, in_any_case

_PART = any_word(
    "sections? subsections? parts? pages? chapters? paragraphs? texts? document documentation article description "
    "write-?up wording"
)
_SHOWN = any_word(
    "tables? diagrams? lists? pictures? figures? drawings? charts? matrix overview image screenshots? wiki"
)
_SOON = any_word("still also first then later soon now therefore probably hopefully eventually all only yet urgently")
_MUST = any_of(
    r"(?:must|should|shall|will|would|could|can|may|might|'ll|ought to)",
    rf"(?:needs?|has|have|is|are|is going|are going|remains?|was|were|ought|is meant|is supposed)(?: {_SOON})* to",
)
#: What a subject may hold: no verb of a system, since then a sentence tells something before it comes to the text.
_SUBJECT = (
    r"(?:(?!(?:is|are|was|were|uses?|runs?|sends?|stores?|does|do|gets?|goes|keeps?|returns?|must|should|"
    r"will|can|has|"
    r"have)\b)[^\s.;:,]+ ){1,14}?"
)
_GROWN = (
    r"(?:(?:has|have) (?:been \w+|grown|changed|moved|become|got|gotten|piled)(?: [\w'-]+){0,6}? "
    r"(?:and|which) )?"
)
_HERE = any_of(
    r"(?:in |down |right |over )?here",
    rf"(?:in|into|to|at|on|under|below|with) (?:this|the present|the following) (?:{_PART}|{_SHOWN}|place|"
    rf"point|spot)",
    r"below|in(?:to)? this(?: document)?",
    rf"(?:in|to|with|into|for|of) (?:an?|the|its|this|our) (?:(?:subsequent|next|later|future|final|"
    rf"separate|coming|new) )?(?:(?:version|revision|edition|release|issue|draft) of )?"
    rf"(?:this |the )?(?:document|{_PART})",
)
_HERE_ENDS = (
    rf"{_HERE}(?:,? (?:by|with|after|before|once|when|as|from|for|until|upon|during|in|too|also|"
    rf"later|soon|next|and|if|instead|at)\b.*)?$"
)
_ANY_TEXT = in_any_case(
    "^"
    + any_of(
        # "The list is going to be put here".
        rf"{_SUBJECT}{_GROWN}{_MUST} (?:{_SOON} )*be {PUT}(?: (?:together|up|over|down|in))? "
        rf"(?:[\w'\u2019-]+ ){{0,8}}?{_HERE_ENDS}",
        # "The list goes here", "should stand here", "is missing here".
        rf"{_SUBJECT}{_GROWN}(?:{_MUST} (?:{_SOON} )*)?(?:go|goes|belongs?|come|comes|stand|be|appear|"
        rf"follow|follows|help) "
        rf"(?:{_SOON} )*{_HERE_ENDS}",
        rf"{_SUBJECT}(?:is|are) (?:{_SOON} )*(?:missing|lacking|absent|wanted|needed|required) (?:from "
        rf")?{_HERE_ENDS}",
        # "This part must be rewritten".
        rf"(?:this|the|our|whole|entire|present|following|above|current|all of this|most of this)(?: "
        rf"\w+){{0,2}}? ?(?:{_PART}|{_SHOWN})(?: (?:of|on|about|below|above|"
        rf"in|for) ?(?:[\w'-]+ ?){{0,4}}?)? ?(?:is [^.;]{{3,60}} and )?{_MUST} (?:{_SOON} )*(?:be|get) "
        rf"(?:\w+ly )?{PUT}\b.*",
        rf"this {_MUST} (?:{_SOON} )*(?:be|get) (?:\w+ly )?(?:written|rewritten|reworked|revised|redone|"
        rf"updated|extended|completed|filled|"
        r"documented|described|elaborated|cleaned|tidied|expanded)\b.*",
        rf"(?:this|the) {_PART}(?: \w+){{0,3}}? (?:still )?(?:talks?|speaks?|is from|dates?|stems|was "
        rf"written|is (?:out|un|in|too|not|"
        rf"very|old|half|wrong|empty|missing|short)|lags?|lacks?|needs?|wants?|deserves?|awaits?|waits?|"
        rf"refers?)\b.*",
        r"(?:what follows|the following|everything below|all this|the text below|the above) (?:was|is|"
        r"stems|dates|comes|describes)\b.*",
        # "Here we are going to describe …", "Here should stand …".
        rf"(?:in )?here,? (?:should|will|must|would|comes?|goes|belongs|stands|there (?:will|should|must)|"
        rf"we (?:should|will|must|need|want|have)|"
        rf"{_SUBJECT}{_MUST} be {PUT})\b.*",
        rf"(?:we|i|someone|somebody|one|you|they|team|[A-Z]\w+)(?:(?:'d|'ll)| {_MUST}| want to| plan to| "
        rf"have to| hope to)? "
        rf"(?:{_SOON} )*(?:like to )?(?:put|add|insert|copy|move|link|paste|list|describe|explain|document|"
        rf"collect|include|show|bring|"
        rf"gather|write|draw|attach|fill)(?: up| down| in)? (?:[^\s.;:,]+ ){{0,10}}?{_HERE_ENDS}",
        rf"(?:still )?to be {PUT} (?:with|by|from|in|after|when|once|as|and|for|to|until)\b.*",
        rf"(?:an?|the|one|another|some) "
        rf"(?:{_PART}|{_SHOWN}|examples?|samples?|explanations?)"
        rf" (?:[\w'-]+ ){{0,5}}?{_MUST} be {PUT}\b.*",
        rf"{_SUBJECT}(?:{_MUST} be|(?:is|are) to be|{_MUST} become|will form) [^.;]{{3,60}} (?:for|of|in) "
        rf"this {_PART}",
        rf"(?:the |this |our )?(?:{_PART}|{_SHOWN}|wiki)(?: [\w'\u2019-]+){{0,5}} (?:is|are) (?:still |now "
        rf"|currently )*being \w+ed\b.*",
        rf"{_SUBJECT}(?:{_SOON} )*(?:is|are|was|were) (?:{_SOON} )*(?:documented|described|written down|"
        rf"explained|recorded|listed|defined|specified) nowhere.*",
        r"(?:the )?(?:owner|author|contact|person|responsibility|responsible)(?: person)? (?:of|for) "
        r"(?:this|the)(?: \w+){1,3} is .*",
        r"this used to be \w+(?: \w+){0,2} in (?:the|our|team|wiki)\b.*",
        # Nothing told of it but that it is there.
        r"(?:it |this |all this |our |the )?(?:[\w'\u2019-]+ ){0,4}?(?:has|have) grown (?:over|organically|"
        r"historically|with|wildly|for)\b.*",
        r"(?:it )?(?:works|runs|happens) (?:somehow|magically|by magic)",
        r"(?:we|they|there|it|i)(?: \w+)? (?:have|has|is|are|was|were) (?:no|not|never|nowhere|nothing) "
        r"(?:[\w'-]+ ){0,4}?(?:written down|written up|documented|recorded)",
        r"(?:[\w'\u2019-]+ ){1,6}?(?:is|are|lies|rests|sits) (?:now |still |currently )?with (?:the |our "
        r")?(?:\w+ )?(?:team|guild|department|architects|legal|finance|ops|hr|compliance|operations|"
        r"marketing|purchasing)",
    )
    + "$"
)


def is_of_the_text(text: str) -> bool:
    """Say whether a sentence tells only what should stand here, and what is wrong with what stands."""
    return bool(re.match(_ANY_TEXT, text))
