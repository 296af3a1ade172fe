"""The one outline reader, over HTML: MkDocs' rendered pages and cmark-gfm's rendering of a source.

What is judged is what is published: snippets, macros, tabs and admonitions have been expanded by then, and
anchors are the real ones.
"""

from collections.abc import Callable
from typing import cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_gbm.outline import elements
from mkdocs_gbm.outline.draft import Draft, clean, without_mark
from mkdocs_gbm.outline.model import Outline, TaskItem, Unit, UnitKind
from mkdocs_gbm.outline.nodes import code_of, is_diagram, kind_of, text_alone
from mkdocs_gbm.outline.tree import BOX_DRAWING, Read, nested

_LISTS = frozenset({"ul", "ol", "dl"})

_COUNTED = _LISTS | {"dt"}

_BOLD = frozenset({"strong", "b"})

_CODE = frozenset({"code", "kbd", "samp"})

_PLACED = elements.HEADINGS.keys() | elements.BLOCKS - {"thead", "tbody"}
"""What cmark-gfm gives a position."""

_OF_TEXT = elements.HEADINGS.keys() | {"p", "li"}
"""What mostly holds text and nothing else."""

_DIGITS = 10
"""No line has a number of so many: an author can write the attribute that cmark-gfm adds, too."""
_NO_CLASSES: list[str] = []

_Attributes = dict[str, str | None]


def read_html(html: str, *, offset: int = 0, address: Callable[[str], str] | None = None) -> Outline:
    """Read the outline of a page from the HTML of its content.

    Args:
        html: The content, without the theme around it.
        offset: Lines to add to the source positions that cmark-gfm gives (of front matter cut off before).
        address: Turns the targets of links and images into those of the built site, where that did not happen yet.
    """
    # Where a browser meets the content, a body has long begun: no <frameset> or <head> in it takes the page's place.
    body = cast("LexborNode", LexborHTMLParser(f"<body>{html}").body)
    reader = Reader(offset, address or str)
    reader.read(body)
    return reader.outline()


class Reader:
    """Walks the nodes of a page once, without recursion: pages may nest without bound.

    Args:
        offset: Lines to add to source positions.
        address: Turns the targets of links and images into those of the built site.
    """

    def __init__(self, offset: int, address: Callable[[str], str]) -> None:
        self._offset = offset
        self._address = address
        self._headings: list[Read] = []
        self._units: list[Unit] = []
        self._tasks: list[TaskItem] = []
        self._anchors: dict[str, int] = {}
        self._draft: Draft | None = None
        self._line: int | None = None
        self._bold = 0
        self._depth = 0
        self._counted: list[bool] = []
        self._targets: list[str] = []

    def read(self, body: LexborNode) -> None:
        """Read everything below `body`."""
        entered: list[tuple[LexborNode, str]] = []
        node = body.first_child
        while node is not None or entered:
            if node is None:
                node, tag = entered.pop()
                self._leave(tag)
            elif (tag := node.tag or "-") == "-text":
                self._text(node.text_content or "")
            elif self._enter(node, tag):
                entered.append((node, tag))
                node = node.first_child
                continue
            node = node.next
        self._flush()

    def outline(self) -> Outline:
        """Return what was read, each heading with the range of units below it."""
        headings = nested(self._headings, len(self._units))
        return Outline(headings, tuple(self._units), tuple(self._tasks), anchors=self._anchors)

    def _enter(self, node: LexborNode, tag: str) -> bool:  # noqa: PLR0911 - one line for each kind of node
        """Begin an element and say whether to go on into its children."""
        if tag[0] in "-!" or tag in elements.UNSEEN:
            return False
        attributes = node.attributes
        classes = (attributes.get("class") or "").split() if attributes else _NO_CLASSES
        if classes and not elements.FURNITURE.isdisjoint(classes):
            return False
        if attributes:
            self._note(tag, attributes)
        elif tag in _PLACED:
            self._line = None  # raw HTML, which cmark gives no position
        if not classes and tag in _OF_TEXT and (text := text_alone(node)) and self._alone(tag, text, attributes):
            return False
        if tag == "summary" or (tag == "p" and "admonition-title" in classes):
            return self._title()
        if tag == "pre" or "mermaid" in classes or (tag == "table" and "highlighttable" in classes):
            return self._fence(node, classes)
        if tag in elements.IMAGES:
            return self._image(attributes)
        if tag in elements.BLOCKS or tag in elements.HEADINGS:
            self._block(tag, kind_of(node, tag), attributes.get("id"))
            return True
        return self._inline(tag, attributes)

    def _leave(self, tag: str) -> None:
        if tag in elements.BLOCKS or tag in elements.HEADINGS:
            if self._draft is not None and (tag == "tr" or tag in elements.HEADINGS or not self._draft.tabular):
                self._flush()
            if tag in _COUNTED and self._counted.pop():
                self._count(tag, -1)
        elif tag in _BOLD:
            self._bold -= 1
        elif tag in _CODE:
            self._write("`")
        elif tag == "a":
            self._targets.pop()

    def _count(self, tag: str, one: int) -> None:
        """Count a list, or a term: that stands to its definition as a label to what follows it."""
        self._depth += one * (tag in _LISTS)
        self._bold += one * (tag == "dt")

    def _note(self, tag: str, attributes: _Attributes) -> None:
        """Note where an element is, and what links to it name it by; a heading keeps its own anchor."""
        if position := attributes.get("data-sourcepos"):
            self._locate(position)
        elif tag in _PLACED:
            self._line = None  # raw HTML, which cmark gives no position
        if tag not in elements.HEADINGS and (anchor := attributes.get("id") or attributes.get("name")):
            self._anchors.setdefault(anchor, len(self._units))

    def _locate(self, position: str) -> None:
        line = position.partition(":")[0]
        if line.isdecimal() and len(line) < _DIGITS:
            self._line = int(line) + self._offset or None  # cmark-gfm says 0 of a paragraph above a table

    def _block(self, tag: str, kind: UnitKind, anchor: str | None) -> None:
        apart = not self._in_row() or tag in ("table", "tr")
        if tag in _COUNTED:
            self._counted.append(apart)  # a cell may end before the list that began in it does, by a table within
        if not apart:
            self._write(" ")
            return
        if tag == "p" and self._draft and self._draft.kind is UnitKind.ITEM and self._draft.blank:
            return
        self._flush()
        if tag in _COUNTED:
            self._count(tag, 1)
        if tag in elements.HEADINGS:
            self._draft = Draft(kind, self._line, self._depth, (elements.HEADINGS[tag], anchor))
        elif kind is not UnitKind.PROSE:  # prose begins with its first word
            self._draft = Draft(kind, self._line, self._depth)

    def _alone(self, tag: str, text: str, attributes: _Attributes) -> bool:
        """Read a block of nothing but text in a third of the time; say whether that is possible."""
        if self._bold or self._targets:
            return False
        if self._draft is not None and (self._draft.tabular or (tag == "p" and self._draft.kind is UnitKind.ITEM)):
            return False
        text = clean(text.replace("`", "'"))
        if tag == "li" and text.startswith("["):
            return False  # it may be a task
        self._flush()
        if tag in elements.HEADINGS:
            self._head(elements.HEADINGS[tag], without_mark(text), attributes.get("id"), self._line)
        elif text:
            kind = UnitKind.ITEM if tag == "li" else UnitKind.PROSE
            self._units.append(Unit(kind, text, line=self._line, depth=self._depth))
        return True

    def _head(self, level: int, text: str, anchor: str | None, line: int | None) -> None:
        self._headings.append((level, text, anchor, line, len(self._units)))

    def _title(self) -> bool:
        """Begin the title of a call-out: it names what stands there, as a table's header does."""
        self._flush()
        self._draft = Draft(UnitKind.TITLE, self._line, self._depth)
        return True

    def _fence(self, node: LexborNode, classes: list[str]) -> bool:
        self._code(code_of(node), lambda: is_diagram(node, classes))
        return False

    def _code(self, code: str, is_drawn: Callable[[], bool]) -> None:
        text = code.strip("\n")
        if self._in_row():
            self._write(f" `{text}` ")
            return
        self._flush()
        if text.strip():
            drawn = is_drawn() or BOX_DRAWING.search(text)
            self._units.append(
                Unit(UnitKind.DIAGRAM if drawn else UnitKind.CODE, text, line=self._line, depth=self._depth)
            )

    def _image(self, attributes: _Attributes) -> bool:
        text = attributes.get("alt") or attributes.get("title") or ""
        if not (self._draft and self._draft.heading):
            source = attributes.get("src")
            links = (self._address(source),) if source else ()
            self._units.append(Unit(UnitKind.IMAGE, text, links=links, line=self._line, depth=self._depth))
        return False

    def _inline(self, tag: str, attributes: _Attributes) -> bool:
        if tag in ("td", "th"):
            if self._draft:
                self._draft.cell()
        elif tag in _BOLD:
            self._bold += 1
        elif tag in _CODE:
            self._write("`")
        elif tag == "a":
            self._link(self._address(attributes.get("href") or ""))
        elif tag == "br":
            self._write("\n")
        elif tag == "input" and self._draft and attributes.get("type") == "checkbox":
            self._draft.tick(ticked="checked" in attributes)
        elif tag not in elements.KNOWN and not any(attributes.values()):
            # What an author wrote as <describe the cache> has become an element of that name.
            self._write(f"<{' '.join([tag, *attributes])}>")
        return True

    def _link(self, target: str) -> None:
        self._targets.append(target)
        if target:
            self._opened().link(target)

    def _text(self, text: str) -> None:
        if self._draft is not None or not (text.isspace() or not text):
            self._write(text.replace("`", "'"))

    def _write(self, text: str) -> None:
        link = self._targets[-1] if self._targets else ""
        self._opened().write(text, bold=self._bold > 0, link=link)

    def _opened(self) -> Draft:
        if self._draft is None:
            self._draft = Draft(UnitKind.PROSE, self._line, self._depth)
        return self._draft

    def _in_row(self) -> bool:
        return self._draft is not None and self._draft.tabular

    def _flush(self) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        if draft.heading:
            level, anchor = draft.heading
            self._head(level, draft.heading_text(), anchor, draft.line)
            return
        unit, task = draft.finish()
        if unit:
            self._units.append(unit)
        if task:
            self._tasks.append(task)
