"""Unfold what Markdown extensions add, so that cmark-gfm reads it too: each line stays on its line.

The body of a call-out (`!!!`, `???`), of a tab (`===`) and of a definition stands where the page's other text stands,
below a line that stands in for its head. A placeholder such as `<describe the cache>`, of which HTML makes an element,
gets other brackets. What cannot be unfolded stays, and then the page is not plain.
"""

import re
from collections.abc import Iterator

from mkdocs_gbm.outline.elements import KNOWN
from mkdocs_gbm.outline.stand_ins import ANY, CLOSE, OPEN, TAB, TERM, TITLE

#: Elements that are nothing to the outline reader, and something to a Markdown reader or to a HTML parser.
_ELEMENTS = KNOWN | frozenset(
    "applet basefont bgsound command content frame frameset image isindex keygen listing marquee multicol "
    "nextid noembed noframes plaintext portal rbc selectedcontent shadow spacer xmp".split()
)
_BEGIN = ("!!!", "???", "===", ": ")
_BEGIN_BELOW = tuple(f"\n{begin}" for begin in _BEGIN)
_TAG = re.compile(r"<[A-Za-z]")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9 ,.()/'\u2019;?-]|(?<=[a-z0-9])&(?=[a-z0-9]))*(?<![ ])"
_CALL_OUT = re.compile(rf'(?P<mark>!!!|\?\?\?)(?P<open>\+?) (?P<kind>[a-z]+)(?: "(?P<title>{_NAME})")?[ ]*')
_TAB = re.compile(r'===(?P<open>) "[^"\n\\]*[^"\n\\ ]"[ ]*')
_TERM = re.compile(r"(?:[^\W\d_]|`(?!``)|\*\*?(?=[^\s*]))[^:|<\n]*")
_DEFINED = re.compile(r":[ ]{1,3}(?=\S)")
_WORDS = re.compile(r"`[^`\n]*`|<([A-Za-z][A-Za-z0-9,.'-]*(?: [A-Za-z0-9,.'-]+)*)>")
_INDENT = "    "


def unfold(body: str, folds: frozenset[str]) -> str | None:
    """Return Markdown unfolded; `None` where it holds what stands in for something.

    Args:
        body: The Markdown, without front matter, its lines ended as Unix ends them.
        folds: What the site's Markdown folds: `!!!`, `???`, `===`, `:`, and fences within them.
    """
    if not (body.startswith(_BEGIN) or any(begin in body for begin in _BEGIN_BELOW) or _TAG.search(body)):
        return body
    if ANY.search(body):
        return None
    return "\n".join(_unfolded(body.split("\n"), folds))


def _unfolded(lines: list[str], folds: frozenset[str]) -> Iterator[str]:
    """Yield the lines of a page or of what is folded in it, as many as there are."""
    number = 0
    while number < len(lines):
        line = lines[number]
        begins = number == 0 or not lines[number - 1].strip()
        if kept := _verbatim(lines, number):
            block: Iterator[str] = iter(lines[number : number + kept])
        elif begins and (head := _head(line, folds)) and (size := _size(lines, number, folds)) is not None:
            kept = 1 + size
            block = _call_out(head, lines[number + 1 : number + kept], folds)
        elif begins and ":" in folds and (size := _defining(lines, number)):
            kept = 1 + size
            block = _definitions(line, lines[number + 1 : number + kept])
        else:
            kept = 1
            block = iter([line if line.startswith("#") else _named(line)])
        yield from block
        number += kept


def _verbatim(lines: list[str], number: int) -> int:
    """Return how many lines of a fence or a comment begin on a line; none where there is neither."""
    line = lines[number]
    below = range(number + 1, len(lines))
    fence = _FENCE.match(line)
    if fence:
        return 1 + next((at for at in below if lines[at].rstrip() == fence[1]), len(lines) - 1) - number
    if not line.startswith("<!--"):
        return 0
    if "-->" in line:
        return 1
    return 1 + next((at for at in below if "-->" in lines[at]), len(lines) - 1) - number


def _head(line: str, folds: frozenset[str]) -> str | None:
    """Return what stands in for the head of a call-out or a tab."""
    if line[:3] not in folds:
        return None
    call_out = _CALL_OUT.fullmatch(line)
    if call_out is None:
        return TAB if _TAB.fullmatch(line) else None
    if call_out["open"] and call_out["mark"] == "!!!":
        return None
    return TITLE + (call_out["title"] or call_out["kind"].capitalize())


def _size(lines: list[str], number: int, folds: frozenset[str]) -> int | None:
    """Return how many lines stand in a call-out, without the empty ones after it; `None` where that is not sure."""
    size = 0
    for at in range(len(lines) - number - 1):
        line = lines[number + 1 + at]
        if line.startswith(_INDENT) and line.strip():
            size = at + 1
        elif line.strip():
            if at == size:
                return None  # text that is not indented, right below
            break
    inside = lines[number + 1 : number + 1 + size]
    unsure = any("\t" in line or "<!--" in line for line in inside)
    fenced = any(_FENCE.match(line.strip()) for line in inside)
    return None if unsure or (fenced and "```" not in folds) else size


def _defining(lines: list[str], number: int) -> int:
    """Return how many lines define the term on a line; none where it is no term, or that is not sure."""
    first = number + 1
    if first == len(lines) or not _DEFINED.match(lines[first]) or not _TERM.fullmatch(lines[number]):
        return 0
    end = next((at for at in range(first, len(lines)) if not lines[at].strip()), len(lines))
    defining = all(_DEFINED.match(other) or other.startswith(_INDENT) for other in lines[first:end])
    return end - first if defining else 0


def _call_out(head: str, inside: list[str], folds: frozenset[str]) -> Iterator[str]:
    yield head
    yield from _unfolded([line[len(_INDENT) :] for line in inside], folds & {"```"})


def _definitions(term: str, lines: list[str]) -> Iterator[str]:
    yield TERM + term
    for line in lines:
        mark = _DEFINED.match(line)
        yield _named(f"- {line[mark.end() :]}" if mark else line.replace(_INDENT, "  ", 1))


def _named(line: str) -> str:
    return _WORDS.sub(_placeholder, line) if "<" in line else line


def _placeholder(found: re.Match[str]) -> str:
    """Return a placeholder as its element tells it: in small letters, and no attribute twice."""
    if found[1] is None:
        return found[0]
    name, *words = found[1].lower().split()
    element = name.strip(",.'-")
    if element in _ELEMENTS or (element == "group" and found.string[0] != "|"):
        return found[0]
    return f"{OPEN}{' '.join([name, *dict.fromkeys(words)])}{CLOSE}"
