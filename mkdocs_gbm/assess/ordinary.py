"""Ordinary text: none of the words in it is one that something left unwritten would need.

`pretence.py` asks a dozen patterns about every sentence. Nine sentences in ten hold no such word, and are told apart by
one look at their words. A test holds that what passes here would have passed there.
"""

from collections.abc import Collection

_NEEDED = frozenset(
    """
    todo do tbd tba tbc tbw t fixme wip lorem progress construction coming soon yet be follow follows what note hint
    instruction instructions guidance author writing template placeholder pending draft optional later here na n fill
    folgt wird offen arbeit kommt venir compléter définir faire definir pendiente hacer completar definire completare
    fare breve bepalen volgt vullen uzupełnienia budowie snart doplnić 待補 待补 未定 準備中 作成中
    """.split()
)
"""Each way to owe a text has one of these: "to be written", "TBD", "will follow soon", "What to write: …"."""
_MARKS = ("[", "xxx")


def is_ordinary(text: str, words: Collection[str]) -> bool:
    """Say whether a text surely owes nothing: `pretence.is_note` and `is_filler` are false for it, and for its parts.

    Args:
        text: The text.
        words: Its words, without case.
    """
    return _NEEDED.isdisjoint(words) and not any(mark in text.casefold() for mark in _MARKS)
