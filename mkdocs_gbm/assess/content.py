"""Whether what stands under a heading is the author's own, or only pretends to be content."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from mkdocs_gbm.outline import Unit, UnitKind, read_markdown
from mkdocs_gbm.standard import RequiredSection, Standard


class Status(Enum):
    """What became of a required section."""

    DOCUMENTED = "documented"
    PLACEHOLDER = "placeholder"
    EMPTY = "empty"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Content:
    """What an author wrote in a stretch of a page."""

    own: tuple[Unit, ...]
    """The units that hold something of the author's own."""
    words: int
    """How many words the author wrote, in text of any form."""
    present: bool
    """Whether anything at all stands there."""

    @property
    def status(self) -> Status:
        """Return documented, placeholder or empty."""
        if self.own:
            return Status.DOCUMENTED
        return Status.PLACEHOLDER if self.present else Status.EMPTY

    @property
    def thin(self) -> bool:
        """Whether it is prose alone, which `min_words` judges by its length."""
        return all(unit.kind in (UnitKind.PROSE, UnitKind.ITEM) for unit in self.own)


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z]|[<(\[*\"'`])")
_CODE_SPAN = re.compile(r"`[^`]*`")
_TOKEN = re.compile(r"<([^\W\d_][^<>@\"=`\n]{0,200})>|#lt;([^\W\d_][^<>@\"=`\n#]{0,200})#gt;")
_CURLY = re.compile(
    r"\{\{[^{}\n]*\}\}|\[(?:todo|tbd|insert|describe|your|fill|add|placeholder)\b[^\]\n]*\]", re.IGNORECASE
)
_MARKERS = r"todo|tbd|tba|tbc|tbw|fixme|xxx|wip|lorem ipsum"
_LEFT_TO_DO = re.compile(
    rf"^\W*(?:{_MARKERS})\b(?:\s*[:\u2013\u2014(\[-]|\s*\.*\s*$|\s+(?:add|describe|write|document|fill|define|explain|"
    r"complete|finish|update|check|decide|clarify|insert|provide|expand|ask|list|specify|by|once|after|with|in"
    r"|dolor)\b)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    rf"\b(?:{_MARKERS}|n/?a|coming soon|work in progress|under construction|in progress|placeholder|pending"
    r"|(?:(?:to|will) be|not yet|yet to be|needs to be|still to be|must be)"
    r" (?:defined|determined|decided|documented|done|written|completed|added|announced|confirmed|discussed"
    r"|filled(?: in)?|described|provided|clarified|specified|updated)"
    r"|fill (?:this )?in|nothing (?:here )?yet|content goes here|write here|your text here|see later|later|soon|here"
    r"|this section|section|this|is|will|be|to|still|we|need|the|details?|more|follow|not|yet|draft"
    r"|and|or|a|an|please)\b",
    re.IGNORECASE,
)
_STRONG_FILLER = re.compile(
    rf"\b(?:{_MARKERS}|coming soon|work in progress|under construction|in progress|placeholder|pending|draft"
    r"|(?:(?:to|will) be|not yet|yet to be|needs to be|still to be|must be) \w+|to follow|later|soon|fill (?:this )?in"
    r"|nothing (?:here )?yet|goes here|n/?a|here)\b",
    re.IGNORECASE,
)
_DESCRIPTION_OF = re.compile(
    r"^(?:an? |the )?(?:brief |short |high-level |detailed )*(?:description|explanation|overview|summary|details?|list"
    r"|outline|documentation|information)s? (?:of|about|on|for) [^.:;]{3,80}\.?$",
    re.IGNORECASE,
)
_STRUCTURE = frozenset(
    "sequencediagram autonumber erdiagram flowchart graph statediagram statediagram v2 end lr td tb rl bt "
    "classdiagram startuml enduml".split()
)
_WORD = re.compile(r"[^\W_]+")


def part_key(text: str) -> str:
    """Return what two pieces of text are compared by: their letters and digits."""
    return "".join(_WORD.findall(text.casefold()))


class KnownText:
    """The standard's own text: what a page that was only copied from it holds.

    Args:
        standard: The standard, or `None` to judge by the placeholders alone.
    """

    def __init__(self, standard: Standard | None) -> None:
        self._keys: set[str] = set()
        for topic in standard.topics if standard else ():
            for section in topic.sections:
                self._learn(section)
        if standard and standard.checklist:
            for item in standard.checklist.items:
                self._keys |= {part_key(item.meaning), part_key(item.name + item.meaning)}
        self._keys.discard("")

    def __contains__(self, part: str) -> bool:
        return part_key(part) in self._keys

    def _learn(self, section: RequiredSection) -> None:
        for text in (section.guidance, *section.questions):
            self._keys.add(part_key(text))
            self._keys |= {part_key(sentence) for sentence in sentences(text)}
        self._keys.add(part_key(section.name + section.guidance))
        for unit in read_markdown(section.skeleton).units:
            self._keys |= {part_key(part) for part in parts(unit)}


def judge(units: Iterable[Unit], known: KnownText, heading: str = "") -> Content:
    """Tell the author's own content from placeholders.

    Args:
        units: What stands under a heading or after a label.
        known: The standard's own text.
        heading: The heading, which is no content when it is repeated below itself.
    """
    units = tuple(units)
    own: list[Unit] = []
    count = 0
    title = part_key(heading)
    for unit in units:
        mine = [part for part in _own_parts(unit, known) if part_key(part) != title]
        if mine or _is_seen(unit):
            own.append(unit)
            count += sum(len(_WORD.findall(part)) for part in mine)
    if len(own) == 1 and _is_announcement(own[0]):
        own, count = [], 0
    return Content(tuple(own), count, bool(units))


def parts(unit: Unit) -> list[str]:
    """Return the pieces by which a unit is judged: sentences, the lines of a fence, a table row as a whole."""
    if unit.kind in (UnitKind.CODE, UnitKind.DIAGRAM):
        return unit.text.split("\n")
    if unit.kind is UnitKind.ROW:
        return [unit.text]
    return sentences(unit.text)


def sentences(text: str) -> list[str]:
    """Split prose at the ends of its sentences."""
    return _SENTENCE_END.split(text)


def _own_parts(unit: Unit, known: KnownText) -> Iterator[str]:
    if unit.kind is UnitKind.HEADER or unit.kind is UnitKind.IMAGE:
        return
    if unit.kind in (UnitKind.PROSE, UnitKind.ITEM) and (_LEFT_TO_DO.match(unit.text) or unit.text in known):
        return
    for part in parts(unit):
        if _is_own(part, unit) and part not in known:
            yield part


def _is_seen(unit: Unit) -> bool:
    return unit.kind is UnitKind.IMAGE and not _TOKEN.search(unit.text) and not _LEFT_TO_DO.match(unit.text)


def _is_own(part: str, unit: Unit) -> bool:
    """Say whether a piece holds a word of the author's, told from the piece alone."""
    fenced = unit.kind in (UnitKind.CODE, UnitKind.DIAGRAM)
    visible = part if fenced else _CODE_SPAN.sub(" code ", part)
    if any(" " in (match[1] or match[2]).strip() for match in _TOKEN.finditer(visible)):
        return False
    rest = _CURLY.sub(" ", _TOKEN.sub(" ", visible))
    if _LEFT_TO_DO.match(rest):
        return False
    if unit.kind is UnitKind.ROW:
        return _row_is_own(rest)
    if unit.kind is UnitKind.DIAGRAM or fenced:
        return any(word.casefold() not in _STRUCTURE for word in _WORD.findall(rest)) and not _is_filler(rest)
    return bool(_WORD.search(rest)) and not _is_filler(rest)


def _row_is_own(text: str) -> bool:
    cells = text.split(" | ")
    filled = [bool(_WORD.search(cell)) and not _is_filler(cell) for cell in cells]
    return any(filled) if len(cells) == 1 else any(filled[1:])


def _is_filler(text: str) -> bool:
    """Say whether nothing remains when the ways to say "not written yet" are taken away."""
    if not _STRONG_FILLER.search(text):
        return False
    return not _WORD.search(_FILLER.sub(" ", _STRONG_FILLER.sub(" ", text)))


def _is_announcement(unit: Unit) -> bool:
    """Say whether a lone line only announces what is to be written: "**Description of the cache.**"."""
    if unit.kind not in (UnitKind.PROSE, UnitKind.ITEM):
        return False
    return bool(_DESCRIPTION_OF.match(unit.text)) and "`" not in unit.text
