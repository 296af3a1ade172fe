"""The ways in which people leave a section unwritten, each told from the text alone.

Honest prose may say TODO, explain a placeholder or promise something of the system: every rule here looks for
text that is nothing else.
"""

import re
from collections.abc import Iterable

from mkdocs_gbm.assess.parts import WORD, words_in


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


def _words(text: str) -> str:
    return _any(*text.split())


_MARKER = _any(
    "to-?do", r"to do(?=\s*(?:[(:.,\u2013\u2014-]|$))", r"t\.?b\.?[adcw]", "fixme", "xxx+", "wip", "lorem ipsum"
)
_WRITTEN = _words(
    "written defined determined decided described documented done completed added specified provided supplied filled "
    "clarified"
)
_ANNOUNCED = _any(_WRITTEN, _words("announced confirmed discussed updated"))
_OWED = _any("to be", "will be", "not yet", "yet to be", "needs to be", "still to be", "must be")
_SOMEDAY = _any(
    "coming soon", "work in progress", "under construction", "in progress", "placeholder", "pending", "draft",
    "to follow", "optional", "later", "soon", "here", "goes here", "n/?a", "nothing (?:here )?yet", "fill (?:this )?in",
)  # fmt: skip
_AROUND_IT = _words(
    "this section is will be to still we need the detail details more follow not yet and or a an please see write your "
    "text content diagram table picture image figure"
)

_SIGN = re.compile("[<\\[{#_\u2026?XN]")
"""Without one of these, text has no placeholder in it."""
_LONGEST_FILLER = 110
_TOKEN = re.compile(r"<([^\W\d_][^<>@\"=`\n]{0,800})>|#lt;([^\W\d_][^<>@\"=`\n#]{0,800})#gt;")
_CURLY = re.compile(
    rf"\{{\{{[^{{}}\n]*\}}\}}|\[{_words('todo tbd insert describe your fill add placeholder')}\b[^\]\n]*\]",
    re.IGNORECASE,
)
_BLANK = re.compile(r"(?<![\w\])])\[[a-z][a-z ]{2,30}\](?![(\w:])|(?<=\s)(?:\.{3}|\u2026|_{3,})(?=[\s.,]|$)")
_BRACED = re.compile(
    r"(?<!\{)\{[a-z]+(?: [a-z]+){1,6}\}(?!\})"  # {describe the cache}
    r"|\b(?:XX+|NN+)\b(?!-)"  # XX requests
    r"|(?<!\S)\?+(?=\s+\w|\s*[/|,])"  # RTO ? / RPO ?
)
_CODE_BLANK = re.compile(r"`<[^<>`]+>`")
_SEVERAL = 2
_BRACKETED = r"^\W*\[[^\[\]]{5,}\]\W*$"
_LONGEST_OWED = 130
_OWED_LINE = re.compile(r"^[^.]{2,60}?\s*(?:[:(\u2013\u2014]|\s-\s)\s*([^:(\u2013\u2014]{2,60})$")
_COMMENT = re.compile(r"^\s*(?:#|//|--|/\*|\*|;|%|<!--|\.\.\.)")
_NOTE = (
    rf"^\W*{_any(_MARKER, 'work in progress', 'under construction', 'coming soon', 'in progress', 'not yet')}\b"
    + _any(
        r"\s*[:,?!\u2013\u2014(\[-]",
        r"\s*\.*\s*$",
        r"\s+[A-Z]+-\d+\b",
        r"\s+@\w+",
        r"\s+\w+\s*[.!]?$",
        r"\s+"
        + _words(
            "add describe write document fill define explain complete finish update check decide clarify insert "
            "provide expand ask list specify by once after with in dolor"
        )
        + r"\b",
    )
)
_OF_A_TEXT = _words("written documented described determined decided clarified designed agreed")
_PROMISE = rf"^\W*(?:{_any('this', 'the')} {_words('section page part chapter')} )?(?:is |has |still )*" + _any(
    rf"{_any('to be', 'will be', 'yet to be')} {_OF_A_TEXT}\b",
    # "To be completed, an order needs …" is a sentence like any other.
    rf"{_any('to be', 'will be', 'yet to be', 'must be')} {_WRITTEN}\b"
    rf"(?!\s*(?:,|{_words('to into as in on at when whenever only if before after')}\b))",
)
_WILL_BE = r"^\W*(?:will be|not yet) \w+"
_SOON = _any("soon", "later", "when", "once", "after", "next", "as soon as", "in a")
_FOLLOWS = "^" + _any(
    rf"\W*{_any('will follow', 'follows', 'to follow', 'coming')}\b[^.]{{0,80}}\b{_SOON}\b",
    rf"[^.]{{0,60}}\bwill follow(?: here)?\s*{_any('[.!]', '$', _SOON)}",
    r"[^.]{0,60}\bwill be "
    + _words("published described documented listed written added explained shown put")
    + r" (?:up )?here\b",
)
_UNSAID = re.compile(rf"\b{_any(_MARKER, _SOMEDAY, rf'{_OWED} {_ANNOUNCED}')}\b", re.IGNORECASE)
_FILLER = re.compile(rf"\b{_any(_MARKER, _SOMEDAY, _AROUND_IT)}\b", re.IGNORECASE)
_TO_THE_WRITER = r"^\W*(?:please |you should |briefly )*"
_WRITER_DOES = _words(
    "insert provide list add define give show write paste delete remove replace draw mention include state note put "
    "discuss consider identify name"
)
_WRITER_TELLS = _words("describe explain outline document specify detail summarise summarize")
_REQUEST = re.compile(
    _TO_THE_WRITER
    + _any(
        _WRITER_TELLS + r" \w",
        _WRITER_DOES
        + r" (?:here|this|it|something|more|the|an?|all|any|each|every|your|which|what|how|whether|who|where)\b",
    ),
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    _TO_THE_WRITER
    + _any(
        _WRITER_TELLS
        + " "
        + _words(
            "here this how what which why where who whether your all any each every the a an relevant details about "
            "something"
        )
        + r"\b",
        # Steps of the system begin with such words too: there it takes a word about the text to be written.
        _WRITER_DOES
        + r" [^.`]{0,60}\b"
        + _any(
            "here",
            "this section",
            "the section",
            "diagrams?",
            "descriptions?",
            "details",
            "hints?",
            "examples?",
            r"your \w+",
        ),
    )
    + r"\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^\W*\(([^()]*)\)\W*$")
_PROMPT = (
    r"^\W*"
    + _any(
        rf"what to {_words('write describe document put include cover fill say')}",
        r"(?:note|hint|instructions?|guidance) (?:to|for) (?:the )?(?:authors?|writers?|editors?)",
        rf"(?:author|writing|template) {_words('note notes hint guidance tip instructions')}",
    )
    + r"[^:.]{0,20}:"
)
_FOREIGN = (
    r"^\W*"
    + _any(
        "folgt(?: noch| später)?", "wird nachgereicht", "noch offen", "in arbeit", "kommt noch", "à venir",
        "à compléter", "à définir", "à faire", "por definir", "pendiente", "por hacer", "a completar", "da definire",
        "da completare", "da fare", "em breve", "a definir", "nog te bepalen", "volgt", "nog in te vullen",
        "do uzupełnienia", "w budowie", "kommer snart", "doplnić", "待補", "待补", "未定", "準備中", "作成中",
    )
    + r"\W*(?:\([^()]*\))?\W*$"
)  # fmt: skip
_VACUOUS = re.compile(
    "^"
    + _any(
        r"(?:\w+: )?"
        + _words("yes no ok done implemented enabled handled prevented covered supported standard default obvious"),
        r"(?:the |as |with )?"
        + _words("usual expected standard default normal sensible reasonable common best")
        + r"(?: [a-z]+){1,2}",
        r"(?:the|as) usual",
        r"as (?:one|you) would expect",
        r"[^.\d]{0,40}\b(?:where|when|if|as) (?:it makes sense|needed|necessary|appropriate|required|possible)",
        r"(?:ideas|help|contributions|input|suggestions|volunteers) (?:are )?(?:welcome|wanted|needed)",
        r"(?:this (?:section|page) (?:is |was )?)?(?:intentionally|deliberately) (?:left )?(?:blank|empty)",
        r"(?:is |this is )?(?:covered|described|documented|explained) (?:elsewhere|there|in another place)",
        r"(?:write|fill|finish|complete) me(?: in)?",
        r"(?:is |this is )?(?:still )?(?:being|under) "
        + _words("discussed discussion evaluated evaluation defined decided clarified review")
        + r"\b[^.]{0,50}",
        r"(?:(?:this|the) \w+ (?:is|has|was) )?(?:still )?not (?:yet |been )*"
        + _words("started done written ready finished available documented described decided")
        + r"(?: yet)?",
        r"(?:in the following|below),? [^.]{5,90} (?:is|are|will be) (?:presented|described|explained|shown|listed)",
        r"(?:to be|(?:still |yet )to) \w+(?: \w+){0,3}",
        r"(?:(?:draft|wip|open|pending)\W+)?(?:still |yet )?to be \w+(?:ed|en|wn|de|ne|lt)(?: [\w'-]+){0,7}",
        r"to (?:complete|do|write|fill(?: in)?|describe|define|decide|clarify|measure|check|discuss|add)"
        r"(?: [\w'-]+){0,5}",
        r"(?:someone|somebody|anyone|anybody)(?: \w+)? (?:write|fill|add|describe|document|complete)s?\b[^.]{0,40}",
        r"(?:please )?(?:see|refer to|cf\.?) (?:the |our |a )?[^.:;`/]{2,70}",
        r"open (?:question|point|issue)s?\b[^.]{0,80}",
        r"(?:open|pending|undecided)\s*[,;:(\u2013\u2014-][^.]{0,50}",
        r"pending(?: of)?(?: \w+){1,3}",
        r"(?:deferred|postponed|delegated|left|moved) (?:to|for|until) [^.:;]{2,50}",
        r"(?:the )?(?:links?|diagrams?|tables?|texts?|details|docs|pictures?|images?|descriptions?|examples?|list)"
        r" (?:is |are )?(?:still )?(?:to be|will be|to) \w+(?: \w+){0,4}",
        r"[^.,:;]{2,50} will be \w+ (?:later|soon|here|afterwards|shortly|in due course|next \w+)",
        r"none(?: (?:yet|so far|for now|at the moment))?",
        r"coming (?:in|with|by|after|next|later)\b[^.;:]{0,50}",
        r"we(?:['\u2019]ll| will| are going to| plan to| intend to| want to| hope to) [^.]{3,70}\b"
        r"(?:once|when|as soon as|later|soon|next|after|in the|until|by)\b[^.]{0,70}",
        r"[^:]{2,40}: [^|]+(?:\|[^|]+){2,}",
        r"[^.:;]{1,40}:\s*(?:\[ ?\])?",
    )
    + r"[.!]?$",
    re.IGNORECASE,
)
_OPEN_CELL = re.compile(
    rf"^\W*(?:{_MARKER}|open|pending|planned|no|none|unknown|undecided|missing|later)\W*$", re.IGNORECASE
)
_OPEN = _any(
    "open", "an open point", "undecided", "unclear", "unknown", "under discussion", "in discussion", "to be discussed"
)
_ANNOUNCEMENT = re.compile(
    "^"
    + _any(
        r"(?:this|the following|the present) "
        + _words("section page chapter document part paragraph table diagram list")
        + " "
        + _words(
            "describes explains covers contains documents outlines lists shows details defines summarises summarizes "
            "gives will"
        )
        + r"\b[^.;]{3,120}",
        r"(?:in this section,? |here,? )(?:we|you|one) (?:will |can )?"
        + _words("find describe explain document list see")
        + r" [^.:;]{3,100}",
        r"this is (?:the|an?) [^.:;]{3,50} (?:section|page|chapter|part)",
        r"(?:an? |the )?(?:brief |short |high-level |detailed )*"
        + _words("description explanation overview summary detail details list outline documentation information")
        + r"s? (?:of|about|on|for) [^.:;]{3,80}",
        r"(?:see|refer to|same as|as|like|cf\.?|look at|check) (?:the )?"
        + _words(
            "above below before code source wiki confluence readme jira notion team architect drive sharepoint slack "
            "figma usual there elsewhere"
        )
        + r"s?(?: (?:code|page|for details|for more|for now|channel|board))?",
        r"ask (?:the )?\w+(?: \w+)?",
        r"(?:please )?(?:contact|talk to|speak to|ping|reach out to|consult) [^.:;]{2,60}",
        r"(?:the )?(?:same as|as in|like in|identical to) [^.:;,]{2,50}",
        r"(?:planned|scheduled|foreseen|intended)(?: (?:for|in|next|after)\b[^.:;]{2,50})?",
        rf"(?:this is )?(?:still )?{_OPEN}",
        r"(?:not|nothing|no) (?:yet )?(?:decided|decision|documented|described|written|defined)(?: yet| so far)?",
        r"\W*(?:back to (?:the )?)?(?:top|contents|table of contents|overview|index)",
        r"[^.:;]{3,80}:",
        "ditto",
    )
    + r"\.?$",
    re.IGNORECASE,
)
_LEFT_TO_DO = re.compile(
    f"{_NOTE}|{_PROMISE}|{_WILL_BE}|{_FOLLOWS}|{_PROMPT}|{_FOREIGN}|{_BRACKETED}",
    re.IGNORECASE,
)
_RECORDS = frozenset(
    "status state owner owners author authors date updated reviewed reviewer reviewers version ticket issue jira "
    "maintainer deciders supersedes assignee due responsible contact approved approver".split()
) | {"last updated", "last reviewed", "last review", "last modified", "superseded by"}
_RECORD_WORDS = 8
_LOREM = frozenset(
    "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna "
    "aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis "
    "aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat "
    "cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum".split()
)
_FOO = frozenset("foo bar baz qux asdf blah bla sample example dummy test text".split())
_LOREM_SHARE = 0.7
_LEAST_LOREM = 4
_DUMMY_IMAGE = re.compile(
    r"placeholder|\byour[-_ ]|[-_]here\b|shields\.io|badge\b|\btodo\b|\btbd\b|lorem|dummy|coming-?soon", re.IGNORECASE
)
_STRUCTURE = frozenset(
    "sequencediagram autonumber erdiagram flowchart graph statediagram v2 end lr td tb rl bt classdiagram startuml "
    "enduml".split()
)


def is_blank_to_fill(text: str, *, fenced: bool) -> bool:
    """Say whether text holds a placeholder (`<requests per minute>`), or several blanks.

    In a fence one word in brackets may be code (`List<Order>`): there a placeholder has two words or more.
    """
    if not _SIGN.search(text) and "..." not in text:
        return False
    for match in _TOKEN.finditer(text):
        inside = (match[1] or match[2]).strip()
        if " " in inside or not (fenced or text[: match.start()].rstrip("(*_\"'")[-1:].strip()):
            return True
    return bool(_BRACED.search(text)) or len(_BLANK.findall(text)) >= _SEVERAL


def has_blanks(prose: str) -> bool:
    """Say whether a sentence has several blanks that stand in code: `<tool>`. A single one may be what it is about."""
    return "`<" in prose and len(_CODE_BLANK.findall(prose)) >= _SEVERAL


def first_blank(text: str) -> str:
    """Return the first words in angle brackets, with them; none where there are none."""
    match = _TOKEN.search(text)
    return f"<{(match[1] or match[2]).strip()}>" if match else ""


def without_tokens(text: str) -> str:
    """Return text without placeholders of any length: `<limit>`, `{{ limit }}`, `[insert limit]`."""
    return text if not _SIGN.search(text) else _CURLY.sub(" ", _TOKEN.sub(" ", text))


def is_note(text: str) -> bool:
    """Say whether a paragraph only notes what is to be written: "TODO: …", "To be defined (Legal)"."""
    return bool(_LEFT_TO_DO.match(text)) or _is_owed(text)


def _is_owed(text: str) -> bool:
    """Say whether a line names something and owes the rest: "Backup strategy and RTO/RPO: TBD"."""
    match = _OWED_LINE.match(text) if len(text) <= _LONGEST_OWED else None
    return match is not None and bool(_UNSAID.search(match[1])) and is_filler(match[1])


def is_instruction(sentence: str) -> bool:
    """Say whether a sentence tells the author what to write: "Describe how limits are communicated"."""
    return bool(_INSTRUCTION.match(sentence))


def is_request(sentence: str) -> bool:
    """Say whether a sentence may be an instruction to the writer: where a section holds nothing else, it is."""
    return "`" not in sentence and bool(_INSTRUCTION.match(sentence) or _REQUEST.match(sentence))


def is_dummy(sentence: str) -> bool:
    """Say whether a sentence is lorem ipsum, or foo and bar."""
    words = words_in(sentence)
    if _FOO.issuperset(words):
        return True
    return len(words) >= _LEAST_LOREM and sum(map(_LOREM.__contains__, words)) >= _LOREM_SHARE * len(words)


def is_filler(text: str) -> bool:
    """Say whether nothing remains when the ways to say "not written yet" are taken away."""
    if len(text) > _LONGEST_FILLER:
        return False
    return bool(_UNSAID.search(text)) and not WORD.search(_FILLER.sub(" ", _UNSAID.sub(" ", text)))


def is_announcement(paragraph: str) -> bool:
    """Say whether a paragraph announces what would stand there, or says nothing of it: "See wiki.", "As usual."."""
    if "`" in paragraph:
        return False
    said = _IN_BRACKETS.sub(r"\1", paragraph).lstrip("\U0001f6a7\u26a0\ufe0f\u2757\U0001f51c\u23f3 >*_-")
    return bool(_ANNOUNCEMENT.match(said) or _VACUOUS.match(said))


def introduces_examples(paragraph: str) -> bool:
    """Say whether an instruction to the writer goes on in the list below it: "Describe the jobs, e.g."."""
    ends = paragraph.rstrip(" *_").endswith(("e.g.", ":", "such as", "for example", "like"))
    return ends and is_instruction(paragraph)


def is_open(cell: str) -> bool:
    """Say whether a cell of a table only says that nothing is decided: a table of such cells is none."""
    return bool(_OPEN_CELL.match(cell)) or not WORD.search(cell)


def is_question(sentence: str) -> bool:
    """Say whether a sentence asks."""
    return sentence.rstrip("*_) ").endswith("?")


def is_record(line: str, separator: str = ":") -> bool:
    """Say whether a line tells of the document, not of the system: "Status: proposed"."""
    label, colon, rest = line.partition(separator)
    return bool(colon) and label.strip().casefold() in _RECORDS and len(rest.split()) <= _RECORD_WORDS


def is_dummy_image(said: Iterable[str]) -> bool:
    """Say whether an image, by its text or address, only keeps a place."""
    return any(is_blank_to_fill(text, fenced=True) or is_note(text) or _DUMMY_IMAGE.search(text) for text in said)


def is_commented_out(fence: str) -> bool:
    """Say whether every line of a fence is a comment."""
    return all(_COMMENT.match(line) for line in fence.split("\n") if line.strip())


def is_structure(line: str) -> bool:
    """Say whether a line of a fence holds nothing but the keywords of a diagram's language."""
    return all(word in _STRUCTURE for word in words_in(line))
