"""Notes that something is still to be written: TODO, "coming soon", "to be defined (Legal)"."""

import re

from mkdocs_gbm.assess.parts import WORD
from mkdocs_gbm.assess.patterns import any_of, any_word

_MARKER = any_of(
    "to-?do", r"to do(?=\s*(?:[(:.,\u2013\u2014-]|$))", r"t\.?b\.?[adcw]", "fixme", "xxx+", "wip", "lorem ipsum"
)
_WRITTEN = any_word(
    "written defined determined decided described documented done completed added specified provided supplied filled "
    "clarified"
)
_ANNOUNCED = any_of(_WRITTEN, any_word("announced confirmed discussed updated"))
_OWED = any_of("to be", "will be", "not yet", "needs to be", "must be")
_SOMEDAY = any_of(
    "coming soon", "work in progress", "under construction", "in progress", "placeholder", "pending", "draft", "stub",
    "to follow", "optional", "later", "soon", "here", "goes here", "n/?a", "nothing (?:here )?yet", "fill (?:this )?in",
)  # fmt: skip
_AROUND_IT = any_word(
    "this section is will be to still we need the detail details more follow not yet and or a an please see write your "
    "text content diagram table picture image figure"
)

_LONGEST_FILLER = 110
_BRACKETED = r"^\W*\[[^\[\]]{5,}\]\W*$"
_LONGEST_OWED = 130
_OWED_LINE = re.compile(r"^[^.]{2,60}?\s*(?:[:(\u2013\u2014]|\s-\s)\s*([^:(\u2013\u2014]{2,60})$")
_NOTE = (
    rf"^\W*{any_of(_MARKER, 'work in progress', 'under construction', 'coming soon', 'in progress', 'not yet')}\b"
    + any_of(
        r"\s*[:,?!\u2013\u2014(\[-]",
        r"\s*\.*\s*$",
        r"\s+[A-Z]+-\d+\b",
        r"\s+@\w+",
        r"\s+\w+\s*[.!]?$",
        r"\s+"
        + any_word(
            "add describe write document fill define explain complete finish update check decide clarify insert "
            "provide expand ask list specify by once after with in dolor"
        )
        + r"\b",
    )
)
_OF_A_TEXT = any_word("written documented described determined decided clarified designed agreed")
_PROMISE = rf"^\W*(?:{any_of('this', 'the')} {any_word('section page part chapter')} )?(?:is |has |still )*" + any_of(
    rf"{any_of('to be', 'will be', 'yet to be')} {_OF_A_TEXT}\b",
    # "To be completed, an order needs …" is a sentence like any other.
    rf"{any_of('to be', 'will be', 'yet to be', 'must be')} {_WRITTEN}\b"
    rf"(?!\s*(?:,|{any_word('to into as in on at when whenever only if before after')}\b))",
)
_SOON = any_of("soon", "later", "when", "once", "after", "next", "as soon as", "in a")
_FOLLOWS = "^" + any_of(
    rf"\W*{any_of('will follow', 'follows', 'to follow', 'coming')}\b[^.]{{0,80}}\b{_SOON}\b",
    rf"[^.]{{0,60}}\bwill follow(?: here)?\s*{any_of('[.!]', '$', _SOON)}",
    r"[^.]{0,60}\bwill be "
    + any_word("published described documented listed written added explained shown put")
    + r" (?:up )?here\b",
)
_UNSAID = re.compile(rf"\b{any_of(_MARKER, _SOMEDAY, rf'{_OWED} {_ANNOUNCED}')}\b", re.IGNORECASE)
_BESIDE = re.compile(rf"\b{_AROUND_IT}\b", re.IGNORECASE)
_PROMPT = (
    r"^\W*"
    + any_of(
        rf"what to {any_word('write describe document put include cover fill say')}",
        r"(?:note|hint|instructions?|guidance) (?:to|for) (?:the )?(?:authors?|writers?|editors?)",
        rf"(?:author|writing|template) {any_word('note notes hint guidance tip instructions')}",
    )
    + r"[^:.]{0,20}:"
)
_FOREIGN = (
    r"^\W*"
    + any_of(
        "folgt(?: noch| später)?", "wird nachgereicht", "noch offen", "in arbeit", "kommt noch", "à venir",
        "à compléter", "à définir", "à faire", "por definir", "pendiente", "por hacer", "a completar", "da definire",
        "da completare", "da fare", "em breve", "a definir", "nog te bepalen", "volgt", "nog in te vullen",
        "do uzupełnienia", "w budowie", "kommer snart", "doplnić", "待補", "待补", "未定", "準備中", "作成中",
    )
    + r"\W*(?:\([^()]*\))?\W*$"
)  # fmt: skip
_OPEN_CELL = re.compile(
    rf"^\W*(?:{_MARKER}|open|pending|planned|no|none|unknown|undecided|missing|later)\W*$", re.IGNORECASE
)
_LEFT_TO_DO = re.compile(
    f"{_NOTE}|{_PROMISE}|{_FOLLOWS}|{_PROMPT}|{_FOREIGN}|{_BRACKETED}",
    re.IGNORECASE,
)


def is_note(text: str) -> bool:
    """Say whether a paragraph only notes what is to be written: "TODO: …", "To be defined (Legal)"."""
    return bool(_LEFT_TO_DO.match(text)) or _is_owed(text)


def _is_owed(text: str) -> bool:
    """Say whether a line names something and owes the rest: "Backup strategy and RTO/RPO: TBD"."""
    match = _OWED_LINE.match(text) if len(text) <= _LONGEST_OWED else None
    return match is not None and is_filler(match[1])


def is_filler(text: str) -> bool:
    """Say whether nothing remains when the ways to say "not written yet" are taken away."""
    if len(text) > _LONGEST_FILLER:
        return False
    return bool(_UNSAID.search(text)) and not WORD.search(_BESIDE.sub(" ", _UNSAID.sub(" ", text)))


def is_open(cell: str) -> bool:
    """Say whether a cell of a table only says that nothing is decided: a table of such cells is none."""
    return bool(_OPEN_CELL.match(cell)) or not WORD.search(cell)
