"""The blocks of a plain page, told apart by how their lines begin."""

import re
from dataclasses import dataclass

#: What the text of a paragraph's line or of a list item does not begin with: another block, for one of the readers.
LINE = r"(?!:(?!\d)|[\s\#>|=~+%;^/<-]|\*\s|\d+[.)]\s|[!?]{3}|```)[^\n]+\n"
EMPTY = r"(?:[ ]*\n)"
#: A box begins a task, and there is no other one in it: where the first is an element, the next is taken for it.
_BOX = r"\[[ xX]\]"
_IN_ITEM = r"(?:[^\n]|\n[ ]{2,4}(?![-*+] |\d+\.))*"
_ITEM = rf" (?!{_BOX}(?! (?!\s|{_IN_ITEM}{_BOX}))){LINE}(?:[ ]{{2,4}}{LINE})*+"
_NUMBER = r"[0-9]{1,3}\."

_BELOW = "|".join(rf"(?:[ ]{{4}}{bullet}{_ITEM})++" for bullet in ("-", r"\*", r"\+", _NUMBER))
LIST = (
    rf"(?:(?=(?P<bullet>[-*+]))(?:{EMPTY}*+(?P=bullet){_ITEM}(?:{_BELOW})?)++"
    rf"|(?:{EMPTY}*+{_NUMBER}{_ITEM}(?:{_BELOW})?)++)"
    rf"{EMPTY}++(?!\s|[-*+] |\d+[.)]\s)"
)
TABLE = (
    r"(?P<table>\|(?:[^|\n]*\|){2,}[ ]*\n\|(?:[ ]*:?-+:?[ ]*\|){2,}[ ]*\n"
    rf"(?:\|[^\n]*\|[ ]*\n)++{EMPTY}++)"
)
_BLOCK = re.compile(
    "|".join(
        (
            rf"(?P<heading>\#{{1,6}} (?![\s\#])(?:[^\n\#]|\#(?![\# ]*\n))++\n{EMPTY}*+)",
            rf"(?P<paragraph>(?:{LINE})++(?:{EMPTY}++|(?=\#{{1,6}} )))",
            rf"(?P<list>{LIST})",
            TABLE,
            rf"(?P<fence>```(?P<language>[\w.+\#-]*)\n(?:(?![ ]{{0,3}}```)[^\n]*\n)*+```\n{EMPTY}++)",
            rf"(?P<comment><!--(?!-?>)(?:[^\n<-]|\n(?!```|~~~)|-(?!-)|<(?!!))*+-->\n{EMPTY}++)",
            rf"(?P<quote>(?:> {LINE})++{EMPTY}++(?!>))",
            rf"(?P<rule>---+\n{EMPTY}++)",
        )
    )
)


@dataclass(slots=True)  # a page has dozens, and frozen ones take three times as long to make
class Block:
    """One block of a plain page."""

    kind: str
    """`heading`, `paragraph`, `list`, `table`, `fence`, `comment`, `quote` or `rule`."""
    text: str
    """Its lines, with the empty ones below it."""
    language: str | None
    """What a fence says that it holds."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """All blocks of a page, in order."""

    above: int
    """How many empty lines stand above the first one."""
    blocks: list[Block]


def blocks_of(body: str) -> Blocks | None:
    """Return the blocks of a page; `None` where something on it is none of those that every reader reads alike.

    Args:
        body: The Markdown without front matter, its lines ended as Unix ends them.
    """
    inner = body.lstrip("\n")
    text = inner.rstrip("\n") + "\n\n"
    blocks: list[Block] = []
    position, end = 0, len(text) - 1
    while position < end:
        block = _BLOCK.match(text, position)
        if block is None:
            return None
        position = block.end()
        kind = block.lastgroup or ""
        blocks.append(Block(kind, block[0], block["language"] if kind == "fence" else None))
    return Blocks(len(body) - len(inner), blocks)
