"""Headings, compared: what remains of one when everything that does not change its subject is removed."""

import re
import unicodedata
from functools import lru_cache

_ATTRIBUTES = re.compile(r"\{[^{}]*\}$")
_NUMBER = re.compile(
    r"^\s*(?:"
    r"(?:(?i:section|chapter|part|step|appendix)\s+)?[\u00a7#]?\s*\d{1,3}(?:\.\d{1,3})*"
    r"(?:\s*[.):/\u2013\u2014-]+\s*|\s+)"
    r"|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)](?:\d{1,3}[.)]?)*\s+"
    r"|[A-Z][.-]?\d{1,2}(?:\.\d{1,2})*[.):]?\s+"
    r"|[A-Z]{2,6}[ -]?\d{1,4}\s*[.:)\u2013\u2014-]?\s+"
    r"|(?i:appendix|annex|section|part)\s+[A-Za-z\d]{1,3}\s*[.:)\u2013\u2014-]\s*"
    r"|[IVX]{2,5}\s*[:\u2013\u2014-]\s+"
    r"|(?i:decision|decided|adr|rfc)(?: ?\d{1,4})?\s*[:\u2013\u2014]\s*"
    r")(?=\S)"
)
_SHORTCODE = re.compile(r":[a-z][a-z0-9_+-]+:")
_TURNED = re.compile(r"^(.{3,40}?)\s+of\s+(?:the |our |an? )?(.{3,40})$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\s*$")
_QUALIFIED = re.compile(
    r"^(\w[\w-]*(?:\s+[\w-]+){1,3}?|[A-Z]{3,})\s+(?:of|for|between|across|in|to|from|by)\s+\S.{1,40}$"
    r"|^(\S.{2,40}?)\s+per\s+\w.{1,30}$"
    # Terms of the trade, which mean the same whatever they are of.
    r"|^((?i:encryption|authentication|pagination|throttling|versioning|sharding|"
    r"partitioning|archiving|indexing|caching))\s+(?:of|for)\s+\S.{1,40}$"
)
_LIFE = re.compile(
    r"^(?:the )?(?:life|lifecycle|life cycle|journey|path|way|anatomy|flow) of (?:an?|one)\s+\w.{1,30}$"
    r"|^what happens (?:when|if|after)\b",
    re.IGNORECASE,
)
_BRACKETS_BEFORE = re.compile(r"^\s*[(\[][^()\[\]]*[)\]]\s*(?=\w)")
_BRACKETS_BEHIND = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*[.:!?]*\s*$")
_GLOSS = re.compile(
    r"\s*:\s+|\s+[\u2013\u2014|-]{1,3}\s+|\s*\u2014\s*"
    r"|\s+(?:via|using|with|through|against|into|based on|powered by)\s+"
)
_CONJUNCTION = re.compile(
    r"\s*(?:[&+,;]|\s/\s|(?<=\w)/(?=\w)|\bvs\.?(?=\s)|\bversus\b|\band\b|\bor\b)\s*", re.IGNORECASE
)
_CONJUNCTIONS = frozenset({"and", "or", "vs", "versus"})
_WORD = re.compile(r"[^\W_]+")
_VERSION = re.compile(r"v\d{1,3}")
_ARTICLES = frozenset({"the", "a", "an", "our"})

_SPELLING = {
    "apis": "api",
    "behaviour": "behavior",
    "catalogue": "catalog",
    "centre": "center",
    "indices": "index",
    "licence": "license",
    "throttle": "throttling",
    "asynchronous": "async",
    "synchronous": "sync",
    "db": "database",
    "authn": "authentication",
    "authz": "authorization",
    "config": "configuration",
}
LONGEST = 300
"""So many characters of a name are looked at: what is longer is none, and would take long to compare."""
_SHORT = 3
"""Words of so few letters keep their ending: `DNS`, `bus`."""
_BRITISH = re.compile(r"is(e|ed|er|es|ing|ation|ations)$")


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """Return the words that carry a name's subject: no numbering, markup, emoji, brackets, case or plural."""
    if _is_simple(text):
        return tuple(map(_fold, _unarticled(text.casefold().split())))
    found = _unarticled(_WORD.findall(_bare(text).casefold()))
    while len(found) > 1 and _VERSION.fullmatch(found[-1]):
        found.pop()
    return tuple(map(_fold, found))


def key(text: str) -> str:
    """Return the words without the spaces between them, so that `Rate-Limiting` is `ratelimiting` too."""
    return "".join(words(text))


def unnumbered(text: str) -> str:
    """Return a heading without what stands before its first word."""
    return _bare(text)


def plain(text: str) -> str:
    """Return a heading without markup, attribute list and white space at its ends."""
    return " ".join(_ATTRIBUTES.sub("", text.rstrip()).split())


def without_gloss(text: str) -> tuple[str, ...]:
    """Return the parts that a colon or a dash separates: `Caching: what and where` is `Caching` with a gloss."""
    parts = [part for part in _GLOSS.split(_bare(text)) if part]
    return tuple(parts) if len(parts) > 1 else ()


def in_brackets(text: str) -> str | None:
    """Return what stands in brackets at a heading's end: `Indexing pipeline (ETL)`."""
    match = _IN_BRACKETS.search(plain(text))
    return match[1] if match else None


def qualified(text: str) -> str | None:
    """Return what stands before "of", "for" or "to" when it has two words or more, or is letters alone (`ETL to …`).

    Before "per" a single word does: `Schema per store`.
    """
    match = _QUALIFIED.match(_bare(text))
    return (match[1] or match[2] or match[3]) if match else None


def of_a_life(text: str) -> str | None:
    """Return `Life of a request` for the life, journey or path of anything."""
    return "Life of a request" if _LIFE.match(_bare(text)) else None


def turned(text: str) -> str | None:
    """Return a name turned round: `The flow of requests` is `Requests flow`."""
    match = _TURNED.match(re.sub(r"^(?:the|our|an?)\s+", "", _bare(text), flags=re.IGNORECASE))
    return f"{match[2]} {match[1]}" if match else None


@lru_cache(maxsize=8192)
def parts_of(text: str) -> tuple[str, ...]:
    """Return the subjects of a compound name (`Authentication and Authorization`); none where there is one."""
    if _is_simple(text) and _CONJUNCTIONS.isdisjoint(words(text)):
        return ()
    parts = [part for part in _CONJUNCTION.split(_bare(text)) if part]
    return tuple(parts) if len(parts) > 1 else ()


def shared(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the subjects with the word that they share: `Memory and connection limits`."""
    first, last = parts[0].split(), parts[-1].split()
    with_tail = [f"{part} {last[-1]}" for part in parts[:-1]] if len(last) > 1 else []
    with_head = [f"{first[0]} {part}" for part in parts[1:]] if len(first) > 1 else []
    return (*with_tail, *with_head)


def _is_simple(text: str) -> bool:
    """Say whether a name is but letters and spaces, as nearly all aliases are: they are learnt in half the time so."""
    return text.isascii() and text.replace(" ", "").isalpha()


@lru_cache(maxsize=8192)
def _bare(text: str) -> str:
    if _is_simple(text):
        return " ".join(text.split())
    text = unicodedata.normalize("NFKC", _without_emoji(_SHORTCODE.sub(" ", plain(text[:LONGEST]))))[:LONGEST]
    text = text.replace("&", " and ")
    text = _NUMBER.sub("", text.strip(" \t*_`~#>-\u2013\u2014:."))
    before = None
    while before != text:
        before, text = text, _BRACKETS_BEHIND.sub("", _BRACKETS_BEFORE.sub("", text)) or text
    return text


def _without_emoji(text: str) -> str:
    if text.isascii():
        return text
    return "".join(
        " " if unicodedata.category(character) in ("So", "Sk", "Me", "Cf", "Mn") else character
        for character in unicodedata.normalize("NFC", text)
    )


def _unarticled(found: list[str]) -> list[str]:
    return found[1:] if len(found) > 1 and found[0] in _ARTICLES else found


@lru_cache(maxsize=8192)
def _fold(word: str) -> str:
    word = _SPELLING.get(word, word)
    if "is" in word:
        word = _BRITISH.sub(lambda match: "iz" + match[1], word)
    return _SPELLING.get(singular := _singular(word), singular)


def _singular(word: str) -> str:
    if len(word) <= _SHORT or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > _SHORT + 1:
        return word[:-3] + "y"
    if word.endswith(("xes", "sses", "shes")):
        return word[:-2]
    return word[:-1]
