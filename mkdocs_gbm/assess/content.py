"""Whether what stands under a heading is the author's own, or only pretends to be content."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from mkdocs_gbm.assess.blanks import has_blanks, is_blank_to_fill, is_lone_token, is_prompt, without_tokens
from mkdocs_gbm.assess.dummies import is_commented_out, is_dummy, is_dummy_image, is_record, is_record_row, is_structure
from mkdocs_gbm.assess.empty_talk import is_announcement, is_question
from mkdocs_gbm.assess.instructions import (
    introduces_examples,
    is_instruction,
    is_on_its_form,
    is_request,
    what_is_asked,
)
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.owed import is_brief, is_owed, is_undone
from mkdocs_gbm.assess.parts import FENCED, PROSE, WORD, parts_of, words_in
from mkdocs_gbm.assess.unwritten import is_filler, is_note, is_open
from mkdocs_gbm.outline import Unit, UnitKind

_ASIDE = 6
_KEYWORD = 2
_PROMPT = 12
"""Words of a prompt beside a blank that was not filled."""
_EXAMPLE = re.compile(r"\W*(?:e\.g\.|eg\b|example\b)", re.IGNORECASE)
_LITTLE = frozenset("the of our for this and a an is in to it we".split())
"""Words that add nothing to a heading that is repeated below itself."""
_TO_A_LINK = frozenset("see here please look read more for details described found is it the".split())
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
    said: list[str] = []
    title = frozenset(words_in(heading)) | _LITTLE
    examples = False
    for unit in units:
        examples = introduces_examples(unit.text) or (examples and unit.kind is UnitKind.ITEM)
        if examples:
            continue
        mine = list(_own_parts(unit, known, title))
        if unit.kind in PROSE and not unit.links:  # a link counts for what it leads to, whatever its words
            mine = [part for part in mine if not title.issuperset(words_in(part))]
        if mine or _is_picture(unit):
            own.append(unit)
            said += mine
    if _says_nothing(own, known) or _is_known_together(own, known) or _is_prompted(units, own):
        return Content((), 0, present=True)
    return Content(tuple(own), sum(len(WORD.findall(part)) for part in said), bool(units))


def _own_parts(unit: Unit, known: KnownText, title: frozenset[str]) -> Iterator[str]:
    if unit.kind in (UnitKind.HEADER, UnitKind.TITLE, UnitKind.IMAGE):
        return
    if unit.kind is UnitKind.CODE and is_commented_out(unit.text):
        return
    if unit.kind in PROSE and (_is_left_to_do(unit, title) or unit.text in known or (unit.rest and unit.rest in known)):
        return
    if unit.links and _only_leads(unit):
        yield unit.text
        return
    for part in parts_of(unit):
        if _is_own(part, unit.kind) and part not in known and what_is_asked(part) not in known:
            yield part


def _is_own(part: str, kind: UnitKind) -> bool:
    """Say whether a piece holds a word of the author's, told from the piece alone."""
    # What stands in code within prose is a name that the prose is about: `/orders/<order id>`.
    visible = part if kind in FENCED or "`" not in part else _CODE_SPAN.sub(_code, part)
    if is_blank_to_fill(visible, fenced=kind in FENCED) or (kind in PROSE and has_blanks(part)):
        return False
    rest = without_tokens(visible)
    if is_note(rest):
        return False
    if kind is UnitKind.ROW:
        return _is_own_row(without_tokens(_BLANK_CELL.sub(" ", part))) and not is_record_row(rest)
    if kind in FENCED:
        return not is_structure(rest) and not is_filler(rest)
    return _is_said(rest) and not is_instruction(rest) and not is_dummy(rest)


def _code(span: re.Match[str]) -> str:
    return span[0] if is_filler(span[0]) else " code "


def _is_own_row(text: str) -> bool:
    """Say whether a row says anything beside what its first cell names."""
    cells = text.split(" | ")
    said = [_is_said(cell) and not _EXAMPLE.match(cell) for cell in cells]
    return any(said[1:]) or (len(cells) == 1 and said[0])


def _is_said(text: str) -> bool:
    return bool(WORD.search(text)) and not is_filler(text)


def _is_left_to_do(unit: Unit, title: frozenset[str]) -> bool:
    return unit.open_task or is_record(unit.text, title) or is_note(unit.text)


def _only_leads(unit: Unit) -> bool:
    """Say whether a unit is but a word or two around "here", which is what its link leads to."""
    return unit.kind in PROSE and _TO_A_LINK.issuperset(words_in(unit.text))


def _is_picture(unit: Unit) -> bool:
    return unit.kind is UnitKind.IMAGE and not is_dummy_image((unit.text, *unit.links))


def _is_known_together(own: list[Unit], known: KnownText) -> bool:
    """Say whether a list of keywords is the guidance, cut up: "Backup strategy", "RTO", "RPO"."""
    return all(unit.kind in PROSE for unit in own) and " ".join(unit.text for unit in own) in known


def _is_prompted(units: tuple[Unit, ...], own: list[Unit]) -> bool:
    """Say whether a blank of a template stands alone, below a line or two that tell what goes there."""
    return (
        any(unit.kind is UnitKind.PROSE and is_lone_token(unit.text) for unit in units)
        and all(unit.kind in PROSE and not unit.links and "`" not in unit.text for unit in own)
        and sum(len(WORD.findall(unit.text)) for unit in own) <= _PROMPT
    )


def _says_nothing(own: list[Unit], known: KnownText) -> bool:
    """Say whether all that is there owes, announces or asks what should be there."""
    if not own:
        return False
    if all(unit.kind is UnitKind.ROW for unit in own):
        return all(is_open(cell) for unit in own for cell in unit.text.split(" | ")[1:])
    return all(unit.kind in PROSE and _is_empty_talk(unit, known) for unit in own)


def _is_empty_talk(unit: Unit, known: KnownText) -> bool:
    sentences = [sentence for sentence in parts_of(unit) if sentence not in known] or parts_of(unit)
    return (
        (not unit.links and is_announcement(unit.text))
        or all(map(_asks, sentences))
        or (not unit.links and is_brief(unit.text) and is_prompt(unit.text))
        or (is_request(sentences[0]) and all(map(_adds_nothing, sentences[1:])))
        or (is_brief(unit.text) and not _is_keyword(unit) and _is_owed(unit, sentences))
    )


def _is_owed(unit: Unit, sentences: list[str]) -> bool:
    """Say whether a unit owes what should stand there; one with a link may lead to it, unless it is to be written."""
    if unit.links and not is_undone(unit.text):
        return False
    return all(_asks(sentence) or is_owed(sentence) for sentence in sentences)


def _asks(sentence: str) -> bool:
    return is_question(sentence) or is_request(sentence)


def _is_keyword(unit: Unit) -> bool:
    """Say whether an item of a list is a word or two: it may be the name of anything."""
    return unit.kind is UnitKind.ITEM and len(WORD.findall(unit.text)) <= _KEYWORD


def _adds_nothing(sentence: str) -> bool:
    """Say whether a sentence behind a request to the writer only goes on with it: "A matrix is best."."""
    return is_request(sentence) or is_on_its_form(sentence) or len(WORD.findall(sentence)) <= _ASIDE
