"""What single nodes of a page's HTML are, and say."""

import re

from selectolax.lexbor import LexborNode

from mkdocs_gbm.outline import elements
from mkdocs_gbm.outline.model import UnitKind

_LANGUAGE = re.compile(r"(?:language|highlight|lang)-([\w+#-]+)")


def text_alone(node: LexborNode) -> str | None:
    """Return the text of an element that holds nothing else."""
    child = node.first_child
    return child.text_content if child is not None and child.next is None and child.tag == "-text" else None


def kind_of(node: LexborNode, tag: str) -> UnitKind:
    """Return the form of what stands in a block: a row without a cell of data is a header."""
    if tag == "tr":
        cells = [child.tag for child in node.iter()]
        return UnitKind.ROW if "td" in cells else UnitKind.HEADER
    return UnitKind.ITEM if tag in ("li", "dd") else UnitKind.PROSE


def is_diagram(node: LexborNode, classes: list[str]) -> bool:
    """Say whether a fence is in a diagram's language: named on it, on its code or on the `<div>` around it."""
    code, around = node.css_first("code"), node.parent
    named = [*classes, node.attributes.get("lang") or ""]
    for other in (code, around):
        if other is not None:
            named += (other.attributes.get("class") or "").split()
    languages = (match[1] if (match := _LANGUAGE.fullmatch(name)) else name for name in named)
    return any(language.casefold() in elements.DIAGRAM_LANGUAGES for language in languages)


def code_of(node: LexborNode) -> str:
    """Return the lines of a fence, without line numbers beside them."""
    if node.tag == "table":
        node = node.css_first("td.code") or node
    for number in node.css(".linenos, .linenodiv, .md-annotation"):
        number.decompose()
    return node.text(deep=True)
