"""Names and titles of a standard: as they are shown, compared, and used for files."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(
    r"^\s*(?:(?:section|part|chapter|topic|step)\s+\d+\s*[.:)\u2013\u2014-]\s+"
    r"|\(?\d+(?:\.\d+)*[.):]\s+|\d+(?:\.\d+)+\s+|\(?(?:[A-Z]|[IVX]{1,5})[.)]\s+)(?=\S)",
    re.IGNORECASE,
)
_SHORTCODE = re.compile(r":[a-z][a-z0-9_+-]+:(?=\s|$)")
_BRACKETS = re.compile(r"\([^()]*\)$")
_SIGNS = ("So", "Sk", "Cf", "Co", "Me")
_SELECTORS = "\ufe0e\ufe0f"
_SHORT = 3
"""Words of so few letters keep their ending: `DNS`, `bus`."""
_TAKEN = frozenset({"checklist", "readme", "index"})
"""Slugs and file names that mean something else."""


def key(name: str) -> str:
    """Return what is compared of a name: its words, without case, punctuation and plural."""
    if _is_simple(name):
        return " ".join(map(_singular, name.lower().split()))
    text = unicodedata.normalize("NFKC", shown(name)).casefold().replace("&", " and ")
    return " ".join(_singular(word) for word in _WORD.findall(text))


def shown(title: str) -> str:
    """Return a title without the numbering before it, emoji, and a colon behind it."""
    if _is_simple(title):
        return " ".join(title.split())
    text = _SHORTCODE.sub(" ", title)
    if not text.isascii():
        text = "".join(" " if _is_sign(character) else character for character in text)
    text = _NUMBER.sub("", " ".join(text.split()), count=1)
    return text.strip(" \t*_").removesuffix(":").rstrip() or " ".join(title.split())


def slug(title: str) -> str:
    """Return a title as a file name and an anchor; empty where it has no letter or digit."""
    words = _WORD.findall(_BRACKETS.sub("", shown(title).rstrip()).casefold()) or _WORD.findall(title.casefold())
    return "-".join(words)


def free_slug(wishes: list[str], taken: dict[str, int]) -> str:
    """Return the first of the slugs wished for that is not taken; else the last one with a number.

    Args:
        wishes: Those that would do, the best first.
        taken: Those that are taken, in small letters, with the number that was last put behind each; is added to.
    """
    free = [wish for wish in wishes if wish and wish.casefold() not in taken and wish.casefold() not in _TAKEN]
    base = next(filter(None, reversed(wishes)), "topic")
    found = free[0] if free else _numbered(base, taken)
    taken.setdefault(found.casefold(), 1)
    return found


def _numbered(base: str, taken: dict[str, int]) -> str:
    number = taken.get(base.casefold(), 1) + 1
    while f"{base}-{number}".casefold() in taken:
        number += 1
    taken[base.casefold()] = number
    return f"{base}-{number}"


def _is_simple(title: str) -> bool:
    """Say whether a title is but letters, digits and spaces, as nearly all are: nothing is to be removed from it."""
    return title.isascii() and title.replace(" ", "").isalnum()


def _is_sign(character: str) -> bool:
    return character in _SELECTORS or unicodedata.category(character) in _SIGNS


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _SHORT and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
