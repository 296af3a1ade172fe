"""A persona partial in blocks: its headings with the paragraphs and lists below each, all with their lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_gbm.cmark import to_html
from mkdocs_gbm.front_matter import body_of

_ANGLE = re.compile(r"<(?!!--)(?=[A-Za-z/])")
_KEPT = "\ue000"
"""Stands for `<` while the text is rendered: words in angle brackets are words here, no elements."""
_HEADING = re.compile(r"h[1-6]")
_SEPARATOR = re.compile(r"\s*(?::|\s[-\u2013\u2014]+(?=\s)|\u2014)\s*|\s*$|\s+(?=\()")
_DEEPEST = 30
"""Lists in lists in lists: deeper ones are text of the item that they stand in."""
_KINDS = {"table": "a table", "pre": "a code block", "blockquote": "a quotation"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list."""

    line: int
    name: str | None
    """The name in bold at its beginning."""
    rest: str
    """What follows the name; without a name, all of its text."""
    task: bool
    children: tuple["Entry", ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    line: int
    entries: tuple[Entry, ...]

    @property
    def tasks(self) -> bool:
        """Whether it is a task list."""
        return any(entry.task for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose."""

    line: int
    lead: str
    """What stands in bold at its beginning, before a colon; empty where nothing does."""
    text: str
    """What follows the lead, on one line."""
    codes: tuple[str, ...]
    """Its code spans and the targets of its links, in order."""


@dataclass(frozen=True, slots=True)
class Other:
    """A block that requires nothing: a table, a code block, a quotation."""

    line: int
    kind: str
    """In words: `a table`."""


def has_name(entry: Entry) -> bool:
    """Say whether a list item, or one below it, has a name."""
    return entry.name is not None or any(map(has_name, entry.children))


Block = Listing | Paragraph | Other


@dataclass(slots=True)
class Part:
    """A heading with what stands below it, up to the next one."""

    line: int
    level: int
    title: str
    blocks: list[Block] = field(default_factory=list)


def parts_of(text: str) -> list[Part]:
    """Split Markdown at its headings; what stands above the first one is below a heading of level 0."""
    source = body_of(text)
    top = LexborHTMLParser(to_html(_ANGLE.sub(_KEPT, source.body))).body
    parts = [Part(source.offset + 1, 0, "")]
    for node in top.iter() if top else ():
        tag = node.tag or ""
        if _HEADING.fullmatch(tag):
            parts.append(Part(_line(node, source.offset), int(tag[1]), _one_line(_text(node))))
        elif block := _block(node, tag, source.offset):
            parts[-1].blocks.append(block)
    return parts


def _block(node: LexborNode, tag: str, offset: int) -> Block | None:
    if tag in ("ul", "ol"):
        return Listing(_line(node, offset), tuple([_entry(item, offset) for item in node.iter() if item.tag == "li"]))
    if tag == "p":
        lead, rest = _split(node)
        found = [] if _is_text(node) else node.css("code, a")
        codes = [_kept(each.text() if each.tag == "code" else each.attributes.get("href") or "") for each in found]
        return Paragraph(_line(node, offset), lead or "", rest, tuple(codes))
    return Other(_line(node, offset), _KINDS[tag]) if tag in _KINDS else None


def _entry(item: LexborNode, offset: int, depth: int = 0) -> Entry:
    if _is_text(item):
        return Entry(_line(item, offset), *_split(item), task=False, children=())
    paragraphs = [child for child in item.iter() if child.tag == "p"]
    own = paragraphs[0] if paragraphs else item
    name, rest = _split(own)
    more = [_one_line(_text(child)) for child in paragraphs[1:]]
    children = [
        _entry(inner, offset, depth + 1)
        for listing in item.iter()
        if listing.tag in ("ul", "ol") and depth < _DEEPEST
        for inner in listing.iter()
        if inner.tag == "li"
    ]
    task = any(child.tag == "input" for node in (own, item) for child in node.iter())
    return Entry(_line(item, offset), name, " ".join(filter(None, [rest, *more])), task, tuple(children))


def _split(node: LexborNode) -> tuple[str | None, str]:
    """Return the bold lead of a paragraph or item, and what follows it; without a lead, all of the text."""
    if _is_text(node):
        return None, _one_line(_kept(node.text()))
    before, lead, after = "", None, ""
    for child in node.iter(include_text=True):
        if child.tag in ("ul", "ol", "input"):
            continue
        if lead is None and child.tag == "strong" and not any(map(str.isalnum, before)):
            lead = _text(child)
        elif lead is None:
            before += _text(child)
        else:
            after += _text(child)
    if lead is None:
        return None, _one_line(before)
    separator = _SEPARATOR.match("" if lead.rstrip().endswith(":") else after)
    if separator is None or not lead.strip(" :"):
        return None, _one_line(before + lead + after)
    name = _one_line(lead).rstrip(":").rstrip()
    return name, _one_line(after[separator.end() :])


def _text(node: LexborNode) -> str:
    """Return a node's text as Markdown that means the same: code in backticks, nothing else marked."""
    if node.tag != "code" and _is_text(node):
        return _kept(node.text())
    said: list[str] = []
    waiting = [node]  # instead of recursion: links and stress may nest without bound
    while waiting:
        node = waiting.pop()
        words = _words(node)
        if words is None:
            waiting += reversed(list(_children(node)))
        else:
            said.append(words)
    return "".join(said)


def _is_text(node: LexborNode) -> bool:
    """Say whether a node holds text and nothing else, as nearly all do."""
    only = node.first_child
    return only is not None and only.next is None and only.tag == "-text"


def _words(node: LexborNode) -> str | None:
    """Return the text of a node that holds no other to look into."""
    if node.tag == "-text":
        return _kept(node.text_content or "")
    if node.tag == "br":
        return " "
    if node.tag == "code":
        return f"`{_kept(node.text())}`"
    if node.tag == "img":
        return _kept(node.attributes.get("alt") or "")
    if node.tag == "-comment":
        return ""
    return None


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return (child for child in node.iter(include_text=True) if child.tag not in ("ul", "ol", "input"))


def _kept(text: str) -> str:
    return text.replace(_KEPT, "<")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _line(node: LexborNode, offset: int) -> int:
    position = node.attributes.get("data-sourcepos")
    return int(position.partition(":")[0]) + offset if position else offset + 1
