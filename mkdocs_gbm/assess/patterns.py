"""Pieces that the patterns of text are put together from.

Patterns that are seldom asked stay strings: `re` compiles them when they are, and keeps them.
"""


def any_of(*alternatives: str) -> str:
    """Return a pattern that matches one of several."""
    return f"(?:{'|'.join(alternatives)})"


def any_word(words: str) -> str:
    """Return a pattern that matches one of the words of a line."""
    return any_of(*words.split())


def in_any_case(pattern: str) -> str:
    """Return a pattern that takes capitals and small letters alike."""
    return f"(?i){pattern}"
