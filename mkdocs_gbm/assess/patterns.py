"""Pieces that the patterns of text are put together from."""


def any_of(*alternatives: str) -> str:
    """Return a pattern that matches one of several."""
    return f"(?:{'|'.join(alternatives)})"


def any_word(words: str) -> str:
    """Return a pattern that matches one of the words of a line."""
    return any_of(*words.split())
