"""What only keeps a place: dummy text, dummy images, records of the document, fences without code."""

import re
from collections.abc import Iterable

from mkdocs_gbm.assess.blanks import is_blank_to_fill
from mkdocs_gbm.assess.parts import words_in
from mkdocs_gbm.assess.unwritten import is_note

_COMMENT = re.compile(r"^\s*(?:#|//|--|/\*|\*|;|%|<!--|\.\.\.)")
_RECORDS = frozenset(
    "status state owner owners author authors date updated reviewed reviewer reviewers version ticket issue jira "
    "maintainer deciders supersedes assignee due responsible contact approved approver".split()
) | {"last updated", "last reviewed", "last review", "last modified", "superseded by"}
_RECORD_WORDS = 8
_LOREM = frozenset(
    "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna "
    "aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis "
    "aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat "
    "cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum".split()
)
_FOO = frozenset("foo bar baz qux asdf blah bla sample example dummy test text".split())
_LOREM_SHARE = 0.7
_LEAST_LOREM = 4
_DUMMY_IMAGE = re.compile(
    r"placeholder|\byour[-_ ]|[-_]here\b|shields\.io|badge\b|\btodo\b|\btbd\b|lorem|dummy|coming-?soon", re.IGNORECASE
)
_STRUCTURE = frozenset(
    "sequencediagram autonumber erdiagram flowchart graph statediagram v2 end lr td tb rl bt classdiagram startuml "
    "enduml".split()
)


def is_dummy(sentence: str) -> bool:
    """Say whether a sentence is lorem ipsum, or foo and bar."""
    words = words_in(sentence)
    if _FOO.issuperset(words):
        return True
    return len(words) >= _LEAST_LOREM and sum(map(_LOREM.__contains__, words)) >= _LOREM_SHARE * len(words)


def is_record(line: str, about: Iterable[str] = ()) -> bool:
    """Say whether a line tells of the document, not of the system: "Status: proposed".

    Args:
        line: The line.
        about: Words that it stands below: under "Versioning" a version is the system's.
    """
    label, colon, rest = line.partition(":")
    named = label.strip().casefold()
    if not colon or named not in _RECORDS or len(rest.split()) > _RECORD_WORDS or "`" in rest:
        return False
    return not any(word.startswith(named) for word in about)


def is_record_row(row: str) -> bool:
    """Say whether a row tells of the document: "Status | proposed"; one with a small letter explains a field."""
    label, bar, rest = row.partition(" | ")
    return bool(bar) and label[:1].isupper() and is_record(f"{label}: {rest}")


def is_dummy_image(said: Iterable[str]) -> bool:
    """Say whether an image, by its text or address, only keeps a place."""
    return any(is_blank_to_fill(text, fenced=True) or is_note(text) or _DUMMY_IMAGE.search(text) for text in said)


def is_commented_out(fence: str) -> bool:
    """Say whether every line of a fence is a comment."""
    return all(_COMMENT.match(line) for line in fence.split("\n") if line.strip())


def is_structure(line: str) -> bool:
    """Say whether a line of a fence holds nothing but the keywords of a diagram's language."""
    return all(word in _STRUCTURE for word in words_in(line))
