"""A source in which cmark-gfm finds what it would take for code or for text: each line stays on its line.

What stands in a call-out (`!!!`, `???`), in a tab (`===`) or in a definition (`: `) is laid open, a heading's `#` gets
the space behind it, and the marks of footnotes go. That serves lines alone: only what the built page shows is looked
for, so whether the site has these extensions need not be known.
"""

import re
from collections.abc import Iterator

_FOLDS = ("!!!", "???", "===")
_TIGHT = re.compile(r"\n *#{1,6}(?=[^#\s])")
_DEFINED = re.compile(r"\n:(?= {1,3}\S)")
_NOTE = re.compile(r"\[\^[^\]\[\s]+\](?!:)")
_HEAD = re.compile(r"(?:!!!|\?\?\?\+?) ?[\w\"-]|===[!+]? ?\"")
_FENCE = re.compile(r"(`{3,})[^`]*\Z|(~{3,})")
_BEGIN = frozenset(" \t!?=`~<")
"""With what a line begins of which something is to be told; most begin with a letter, or are empty."""
_STEP = 4
_INSTEAD = "<!-- -->"
"""Stands in for a head: it ends the paragraph or the list above it."""


def laid_open(body: str) -> str:
    """Return Markdown without front matter with what extensions fold laid open, as many lines as there were."""
    if "[^" in body:
        body = _NOTE.sub("", body)
    if any(fold in body for fold in _FOLDS):
        body = "\n".join(_Opener().lines(body))
    body = "\n" + body
    if "\n:" in body:
        body = _DEFINED.sub("\n-", body)
    return _TIGHT.sub(r"\g<0> ", body)[1:]


class _Opener:
    """Knows where on a page a line is: in which call-outs and tabs, and whether in a fence or a comment."""

    def __init__(self) -> None:
        self._within: list[int] = []
        """How far the lines of each call-out and tab are indented at least, from the outermost one."""
        self._fence = ""
        self._commented = False

    def lines(self, body: str) -> Iterator[str]:
        """Yield the lines of a page."""
        for line in body.split("\n"):
            if line[:1] not in _BEGIN and not self._within and not self._commented:
                yield line
                continue
            text = line.lstrip()
            if not text:
                yield ""
                continue
            space = line[: len(line) - len(text)].expandtabs(_STEP)
            self._leave(len(space))
            kept = space[_STEP * len(self._within) :]
            yield kept + self._opened(text, len(space))

    def _leave(self, indent: int) -> None:
        """End the call-outs and tabs that a line does not stand in."""
        while self._within and indent < self._within[-1]:
            self._within.pop()

    def _opened(self, text: str, indent: int) -> str:
        """Return a line as cmark-gfm is to read it, without what it is indented by."""
        if self._commented or (not self._fence and text.startswith("<!--")):
            self._commented = "-->" not in text
            return text
        if self._fenced(text):
            return text
        if _HEAD.match(text):
            self._within.append(indent + _STEP)
            return _INSTEAD
        return text

    def _fenced(self, text: str) -> bool:
        """Say whether a line belongs to a fence."""
        if self._fence:
            marks = text.rstrip()
            if marks.startswith(self._fence) and not marks.strip(self._fence[0]):
                self._fence = ""
            return True
        begun = _FENCE.match(text)
        self._fence = (begun[1] or begun[2]) if begun else ""
        return bool(begun)
