"""Tell pages so simple that their own lines are read, without any Markdown reader: four times as fast.

They are fewer than those of `plain`: what is not on this shorter list of what surely agrees goes there, and so do
pages with images, or with boxes that begin no item. First the blocks are told apart by how their lines begin, then the
text in them is looked through.
"""

import re

from mkdocs_gbm.outline.elements import DIAGRAM_LANGUAGES
from mkdocs_gbm.outline.plain_blocks import LINE, Block, Blocks, blocks_of
from mkdocs_gbm.outline.plain_text import CELLS, PROSE, targets_in, without_code

_ALIEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200d\u2028-\u202f\u205f\u2060\u3000\ufeff]")
_ALIEN_WORDS = ("8<", "klzzwxh", "wzxhzdk", "[TOC]")
_BOX = r"\[[ xX]\]"
_ANY_BOX = re.compile(_BOX)
_TASK = re.compile(rf"^(?:[ ]{{4}})?(?:[-*+]|[0-9]{{1,3}}\.) {_BOX} {LINE}", re.MULTILINE)
_KEY = re.compile(r" |[A-Za-z0-9_-]+:")


def simple_blocks(
    body: str, forbidden: re.Pattern[str] | None = None, drawn: frozenset[str] = frozenset()
) -> tuple[Blocks, list[str]] | None:
    """Return the blocks of a page and the targets of its links; `None` where not every reader reads them alike.

    Args:
        body: The Markdown without front matter, its lines ended as Unix ends them.
        forbidden: What some extension of the site reads its own way, outside code.
        drawn: The languages of fences that the site draws as diagrams.
    """
    if _is_alien(body) or "![" in body or _has_other_boxes(body) or _KEY.match(body.lstrip("\n")):
        return None
    blocks = blocks_of(body)
    if blocks is None or not all(_agrees(block, drawn) for block in blocks.blocks):
        return None
    prose = "".join([block.text for block in blocks.blocks if block.kind not in ("table", "fence", "comment")])
    tables = "".join([block.text for block in blocks.blocks if block.kind == "table"])
    if "\t" in prose or "\t" in tables or not PROSE.fullmatch(prose) or not CELLS.fullmatch(tables):
        return None
    said = without_code(prose + tables)
    return None if forbidden and forbidden.search(said) else (blocks, targets_in(said))


def _is_alien(body: str) -> bool:
    """Say whether a page holds signs that no reader shows, or words that some reader keeps for itself."""
    if any(word in body for word in _ALIEN_WORDS):
        return True
    # No such sign is printable, and that is told twenty times as fast, but there are harmless ones that are not.
    seen = body.replace("\n", " ").replace("\t", " ")
    return not seen.isprintable() and _ALIEN.search(body) is not None


def _has_other_boxes(body: str) -> bool:
    """Say whether a page holds boxes elsewhere than where an item begins."""
    return len(_ANY_BOX.findall(body)) != len(_TASK.findall(body))


def _agrees(block: Block, drawn: frozenset[str]) -> bool:
    """Say whether what the pattern cannot tell of a block is right, too."""
    kind = block.kind
    if kind == "heading":
        return "![" not in block.text
    if kind == "fence":
        language = (block.language or "").casefold()
        if "\t" in block.text and "|" in block.text:
            return False  # tabs become spaces, and spaces between bars are a drawing
        return language not in DIAGRAM_LANGUAGES or language in drawn
    if kind == "table":
        rows = block.text.strip().split("\n")
        return len({without_code(row).count("|") for row in rows}) == 1
    return True
