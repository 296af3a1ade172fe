"""Pieces that the patterns of text are put together from.

Patterns that are seldom asked stay strings: `re` compiles them when they are, and keeps them.
"""


def any_of(*alternatives: str) -> str:
    """Return a pattern that matches one of several."""
    return f"(?:{'|'.join(alternatives)})"


def any_word(words: str) -> str:
    """Return a pattern that matches one of the words of a line."""
    return any_of(*words.split())
