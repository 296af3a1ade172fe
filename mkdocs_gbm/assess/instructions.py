"""What tells the author what to write, and is left on the page: "Describe how limits are communicated"."""

import re

from mkdocs_gbm.assess.patterns import any_of, any_word

_TO_THE_WRITER = (
    rf"^\W*(?:{any_word('help hint hints note tip guidance instruction instructions author')}\s*[:\u2013-]\s*)?"
    r"(?:please |you should |briefly )*"
)
_WRITER_DOES = any_word(
    "insert provide list add define give show write paste delete remove replace draw mention include state note put "
    "discuss consider identify name"
)
_WRITER_TELLS = any_word("describe explain outline document specify detail summarise summarize")
_REQUEST = re.compile(
    _TO_THE_WRITER
    + any_of(
        _WRITER_TELLS + r" \w",
        _WRITER_DOES + r" (?:this|it|something|more|the|an?|all|any|each|every|which|what|how|whether|who|where)\b",
    ),
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    _TO_THE_WRITER
    + any_of(
        _WRITER_TELLS
        + " "
        + any_word(
            "here this how what which why where who whether your all any each every the a an relevant details about "
            "something"
        )
        + r"\b",
        # Steps of the system begin with such words too: there it takes a word about the text to be written.
        _WRITER_DOES
        + r" [^.`]{0,60}\b"
        + any_of(
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
#: "State number of tries, waiting times, and what is not retried": no steps, whose verbs would come behind.
_LISTED = re.compile(
    rf"^\W*{any_word('name list state mention give identify include note')} [a-z][\w-]*(?: [a-z][\w-]*){{0,4}}"
    r"(?:, [a-z][^.,\d`]{2,60})*,? and (?:(?:what|how|which|why|where|who|when|whether) "
    r"[^.,\d`]+|[a-z][\w-]*(?: [a-z][\w-]*)?)"
    r"[.\s]*$",
    re.IGNORECASE,
)
_ON_ITS_FORM = re.compile(
    r"^\W*"
    + any_of(
        rf"use (?:an? |the )?(?:\w+ "
        rf")?{any_word('tables? lists? diagrams? pictures? matrix bullets? drawings? mermaid')}\b",
        rf"(?:an?|one|two|three)(?: (?:or|to) \w+)? (?:\w+ "
        rf")?{any_word('tables? lists? diagrams? matrix sentences? paragraphs?')} "
        r"(?:is|are|will|would|should|may) (?:\w+ )?(?:fine|enough|best|helpful|useful|sufficient|do|help|suffice)\b",
        r"(?:keep it|be) (?:short|brief|concrete|specific|concise)\b",
    )
    + "[^.`]*",
    re.IGNORECASE,
)
_BIDDING = re.compile(
    _TO_THE_WRITER + any_of(_WRITER_TELLS, _WRITER_DOES) + r" (?:here |the |all |any |your |each )*", re.IGNORECASE
)


def is_instruction(sentence: str) -> bool:
    """Say whether a sentence tells the author what to write: "Describe how limits are communicated"."""
    return bool(_INSTRUCTION.match(sentence))


def is_request(sentence: str) -> bool:
    """Say whether a sentence may be an instruction to the writer: where a section holds nothing else, it is."""
    asks = (_INSTRUCTION, _REQUEST, _LISTED)
    return "`" not in sentence and any(pattern.match(sentence) for pattern in asks)


def is_on_its_form(sentence: str) -> bool:
    """Say whether a sentence behind a request tells what form the answer takes: "Use a table if there are several"."""
    return bool(_ON_ITS_FORM.match(sentence))


def what_is_asked(sentence: str) -> str:
    """Return what a sentence asks to be told: "scheduled jobs" of "List scheduled jobs"; none where it asks nothing."""
    bidding = _BIDDING.match(sentence)
    return sentence[bidding.end() :] if bidding else ""


def introduces_examples(paragraph: str) -> bool:
    """Say whether an instruction to the writer goes on in the list below it: "Describe the jobs, e.g."."""
    ends = paragraph.rstrip(" *_").endswith(("e.g.", ":", "such as", "for example", "like"))
    return ends and is_instruction(paragraph)
