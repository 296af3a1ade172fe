"""What is called ordinary at one look, the patterns for unwritten text would have let pass too."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_gbm.assess import pretence
from mkdocs_gbm.assess.ordinary import is_ordinary
from mkdocs_gbm.assess.parts import parts_of, words_in
from mkdocs_gbm.outline import read_markdown

TESTS = Path(__file__).resolve().parent.parent
FOLDERS = (TESTS / "cases", TESTS / "labelled" / "tuning", TESTS.parent / "templates")
VOCABULARY = sorted(set(re.findall(r"[^\W\d_]+", Path(pretence.__file__).read_text(encoding="utf-8"))))
"""The words of the patterns, and of what stands around them."""


def pieces() -> Iterator[str]:
    for folder in FOLDERS:
        for file in sorted(folder.rglob("*.md")):
            text = file.read_text(encoding="utf-8")
            yield from text.split("\n")
            for unit in read_markdown(text).units:
                yield unit.text
                yield from parts_of(unit)


def owes(text: str) -> bool:
    return pretence.is_note(text) or pretence.is_filler(text)


def is_kept_from_the_patterns(text: str) -> bool:
    return is_ordinary(text, words_in(text))


def test_nothing_of_ours_or_of_real_pages_that_owes_something_is_ordinary() -> None:
    known = set(pieces())
    ordinary = [text for text in known if is_kept_from_the_patterns(text)]
    assert [text for text in ordinary if owes(text)] == []
    assert len(ordinary) > len(known) / 2  # or it would be of no use


@given(st.lists(st.tuples(st.sampled_from(VOCABULARY), st.sampled_from([" ", ": ", "-", "/", ". ", " ("])), max_size=7))
def test_nothing_made_of_the_words_of_the_patterns_that_owes_something_is_ordinary(
    words: list[tuple[str, str]],
) -> None:
    text = "".join(word + sign for word, sign in words)
    assert not (is_kept_from_the_patterns(text) and owes(text))


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "t.b.d.",
        "[insert the limits of each client]",
        "XXXX",
        "\u017foon",
        "Will follow.",
        "n/a",
        "\u5f85\u8865",
        "à définir",
    ],
)
def test_what_owes_something(text: str) -> None:
    assert owes(text)
    assert not is_kept_from_the_patterns(text)
