"""The standard's own text: what a page that was only copied from it holds."""

from mkdocs_gbm.assess.parts import part_key, sentences, words_in
from mkdocs_gbm.standard import RequiredSection, Standard

_FEW = 3
"""So few words are nobody's in particular."""
_MARKUP = 2
_LITTLE = frozenset("or and the a an if where when".split())
"""Words by which the standard's text is often put a little differently."""
_NEARLY_ALL = 0.8
"""Of the words of a text, when it is still that text."""


class KnownText:
    """Guidance, questions, skeletons and item meanings, however they are laid out on a page.

    Args:
        standard: The standard, or `None` to judge by the placeholders alone.
    """

    def __init__(self, standard: Standard | None) -> None:
        self._keys: set[str] = set()
        self._texts: dict[str, list[frozenset[str]]] = {}
        for topic in standard.topics if standard else ():
            for section in topic.sections:
                self._learn(section)
        if standard and standard.checklist:
            for item in standard.checklist.items:
                self._keys |= {part_key(item.meaning), part_key(item.name + item.meaning)}
        self._keys.discard("")
        self._vocabulary = _LITTLE.union(self._texts)
        self._longest = _MARKUP * max(map(len, self._keys), default=0)
        """A piece of more characters is none of them, even with spaces and markup."""

    def __contains__(self, part: str) -> bool:
        if len(part) > self._longest:
            return False
        words = words_in(part)
        if "".join(words) in self._keys:
            return True
        if not all(map(self._vocabulary.__contains__, words)):
            return False  # as most texts are that somebody wrote
        said = frozenset(words)
        return self._has_most(said) or self._has_most(said - _LITTLE)

    def _has_most(self, words: frozenset[str]) -> bool:
        """Say whether these words are one of the standard's texts, with a few cut away."""
        if len(words) <= _FEW or not all(map(self._texts.__contains__, words)):
            return False
        rarest = min((self._texts[word] for word in words), key=len)
        return any(words <= text and len(words) >= _NEARLY_ALL * len(text) for text in rarest)

    def _learn(self, section: RequiredSection) -> None:
        for text in (section.guidance, *section.questions):
            self._keys.add(part_key(text))
            self._keys |= {part_key(sentence) for sentence in sentences(text)}
            words = frozenset(words_in(text))
            for word in words:
                self._texts.setdefault(word, []).append(words)
        self._keys.add(part_key(section.name + section.guidance))
        # Letters and digits are compared, so that a skeleton need not be rendered: lines are rows, items and code.
        for paragraph in section.skeleton.split("\n\n"):
            self._keys |= {part_key(line) for line in paragraph.split("\n")}
            self._keys |= {part_key(sentence) for sentence in sentences(" ".join(paragraph.split()))}
