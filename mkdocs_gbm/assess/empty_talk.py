"""Paragraphs that only lead to what would stand below them, or ask for it: "The shards:", "Which shards?"."""

import re

from mkdocs_gbm.assess.patterns import any_of

_IN_BRACKETS = re.compile(r"^\W*\(([^()]*)\)\W*$")
_BEFORE_IT = "\U0001f6a7\u26a0\ufe0f\u2757\U0001f51c\u23f3 >*_-"
_ANNOUNCEMENT = re.compile(
    "^" + any_of(r"[^:]{2,40}: [^|]+(?:\|[^|]+){2,}", r"[^.:;]{1,40}:\s*(?:\[ ?\])?", r"[^.:;]{3,80}:") + r"[.!]?$"
)


def is_announcement(paragraph: str) -> bool:
    """Say whether a paragraph announces what would stand below it, or holds labels alone: "Owner: Kim | Date: May"."""
    said = _IN_BRACKETS.sub(r"\1", paragraph).lstrip(_BEFORE_IT)
    return "`" not in paragraph and bool(_ANNOUNCEMENT.match(said))


def is_question(sentence: str) -> bool:
    """Say whether a sentence asks."""
    return sentence.rstrip("*_) ").endswith("?")
