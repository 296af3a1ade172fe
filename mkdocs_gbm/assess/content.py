"""Whether what stands under a heading is the author's own, or only pretends to be content."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from mkdocs_gbm.assess import pretence
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.ordinary import is_ordinary
from mkdocs_gbm.assess.parts import FENCED, PROSE, WORD, count_words, parts_of, words_in
from mkdocs_gbm.outline import Unit, UnitKind

_ASIDE = 6
_EXAMPLE = re.compile(r"\W*(?:e\.g\.|eg\b|example\b)", re.IGNORECASE)
_LITTLE = frozenset("the of our for this and a an is in to it we".split())
"""Words that add nothing to a heading that is repeated below itself."""
_BLANK_CELL = re.compile(r"`(?:<[^<>`]+>|\{\{[^`]*\}\})`")
_CODE_SPAN = re.compile(r"`[^`]*`")


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
        return all(unit.kind in PROSE for unit in self.own)


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
    title = frozenset(words_in(heading)) | _LITTLE
    examples = False
    for unit in units:
        examples = pretence.introduces_examples(unit.text) or (examples and unit.kind is UnitKind.ITEM)
        if examples:
            continue
        mine = [
            part for part in _own_parts(unit, known) if unit.kind not in PROSE or not title.issuperset(words_in(part))
        ]
        if mine or _is_picture(unit):
            own.append(unit)
            count += sum(map(count_words, mine))
    if _says_nothing(own) or _is_known_together(own, known):
        return Content((), 0, present=True)
    return Content(tuple(own), count, bool(units))


def _own_parts(unit: Unit, known: KnownText) -> Iterator[str]:
    if unit.kind in (UnitKind.HEADER, UnitKind.TITLE, UnitKind.IMAGE):
        return
    if unit.kind is UnitKind.CODE and pretence.is_commented_out(unit.text):
        return
    parts = [(part, is_ordinary(part, words_in(part))) for part in parts_of(unit)]
    if unit.kind in PROSE and (
        _is_left_to_do(unit, ordinary=all(ordinary for _, ordinary in parts))
        or unit.text in known
        or (unit.rest and unit.rest in known)
    ):
        return
    for part, ordinary in parts:
        if _is_own(part, unit.kind, ordinary=ordinary) and part not in known:
            yield part


def _is_own(part: str, kind: UnitKind, *, ordinary: bool) -> bool:
    """Say whether a piece holds a word of the author's, told from the piece alone."""
    # What stands in code within prose is a name that the prose is about: `/orders/<order id>`.
    visible = part if kind in FENCED or "`" not in part else _CODE_SPAN.sub(" code " if ordinary else _code, part)
    if pretence.is_blank_to_fill(visible, fenced=kind in FENCED) or (kind in PROSE and pretence.has_blanks(part)):
        return False
    rest = pretence.without_tokens(visible)
    if not ordinary and pretence.is_note(rest):
        return False
    says = _has_word if ordinary else _is_said
    if kind is UnitKind.ROW:
        row = pretence.without_tokens(_BLANK_CELL.sub(" ", part))
        return _is_own_row(row, says) and not pretence.is_record(rest, " | ")
    if kind in FENCED:
        return not pretence.is_structure(rest) and (ordinary or not pretence.is_filler(rest))
    return says(rest) and not pretence.is_instruction(rest) and not pretence.is_dummy(rest)


def _code(span: re.Match[str]) -> str:
    return span[0] if pretence.is_filler(span[0]) else " code "


def _is_own_row(text: str, says: Callable[[str], bool]) -> bool:
    """Say whether a row says anything beside what its first cell names."""
    cells = text.split(" | ")
    said = [says(cell) and not _EXAMPLE.match(cell) for cell in cells]
    return any(said[1:]) or (len(cells) == 1 and said[0])


def _has_word(text: str) -> bool:
    return WORD.search(text) is not None


def _is_said(text: str) -> bool:
    return _has_word(text) and not pretence.is_filler(text)


def _is_left_to_do(unit: Unit, *, ordinary: bool) -> bool:
    return unit.open_task or pretence.is_record(unit.text) or (not ordinary and pretence.is_note(unit.text))


def _is_picture(unit: Unit) -> bool:
    return unit.kind is UnitKind.IMAGE and not pretence.is_dummy_image((unit.text, *unit.links))


def _is_known_together(own: list[Unit], known: KnownText) -> bool:
    """Say whether a list of keywords is the guidance, cut up: "Backup strategy", "RTO", "RPO"."""
    return all(unit.kind in PROSE for unit in own) and " ".join(unit.text for unit in own) in known


def _says_nothing(own: list[Unit]) -> bool:
    """Say whether all that is there announces, or asks, what should be there."""
    if not own:
        return False
    if all(unit.kind is UnitKind.ROW for unit in own):
        return all(pretence.is_open(cell) for unit in own for cell in unit.text.split(" | ")[1:])
    return all(unit.kind in PROSE and _is_empty_talk(unit) for unit in own)


def _is_empty_talk(unit: Unit) -> bool:
    sentences = parts_of(unit)
    return (
        (not unit.links and pretence.is_announcement(unit.text))
        or all(pretence.is_question(sentence) or pretence.is_request(sentence) for sentence in sentences)
        or (pretence.is_request(sentences[0]) and all(map(_adds_nothing, sentences[1:])))
    )


def _adds_nothing(sentence: str) -> bool:
    """Say whether a sentence behind a request to the writer only goes on with it: "A matrix is best."."""
    return pretence.is_request(sentence) or len(WORD.findall(sentence)) <= _ASIDE
