"""Each construction by which a sentence owes, of many words each (`constructions.txt`), and sentences that tell."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mkdocs_gbm.assess import intentions, occasions, text_as_place, unanswered

TEXT = (Path(__file__).parent / "constructions.txt").read_text(encoding="utf-8")
CONSTRUCTIONS: dict[str, Callable[[str], bool]] = {
    "unanswered": unanswered.is_unanswered,
    "text": text_as_place.is_of_the_text,
    "intention": intentions.is_intention,
    "occasion": occasions.is_occasion,
}
BRACES = re.compile(r"\{([^{}]+)\}")


def sentences_below(name: str) -> Iterator[str]:
    """Yield what stands below a name, with each word in braces in its turn, and no full stop."""
    for line in TEXT.split(f"\n[{name}]\n", 1)[1].split("\n\n", 1)[0].strip().split("\n"):
        choices = [found[1].split("|") for found in BRACES.finditer(line)]
        pattern = BRACES.sub("{}", line).rstrip(".")
        first = [words[0] for words in choices]
        yield pattern.format(*first)
        for at, words in enumerate(choices):
            yield from (pattern.format(*first[:at], word, *first[at + 1 :]) for word in words[1:])


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_each_construction(name: str) -> None:
    owes, sentences, others = CONSTRUCTIONS[name], list(sentences_below(name)), list(sentences_below(f"not {name}"))
    assert [sentence for sentence in sentences if not owes(sentence)] == []
    assert [sentence for sentence in others if owes(sentence)] == []
    assert len(sentences) > 100
    assert len(others) > 10
