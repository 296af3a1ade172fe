"""Small differences of a text that a reader does not see as one, or sees at once."""

import pytest

from mkdocs_gbm.assess.blanks import first_blank, has_blanks, without_tokens
from mkdocs_gbm.assess.content import Status, judge
from mkdocs_gbm.assess.instructions import introduces_examples
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.owed import is_brief, is_owed
from mkdocs_gbm.assess.parts import words_in
from mkdocs_gbm.outline import read_markdown

NOTHING = KnownText(None)


@pytest.mark.parametrize("word", "the of our for this and a an is in to it we".split())
def test_a_heading_repeated_with_a_little_word_is_no_content(word: str) -> None:
    units = read_markdown(f"# Title\n\n## Encryption\n\n{word} Encryption\n").units
    assert judge(units[-1:], NOTHING, "Encryption").status is Status.PLACEHOLDER


@pytest.mark.parametrize("ending", ["e.g.", "for example", "such as", "like", "e.g.** ", "like_"])
def test_an_instruction_that_goes_on_in_examples(ending: str) -> None:
    assert introduces_examples(f"Describe the jobs here, {ending}")
    assert not introduces_examples(f"Jobs run here, {ending}")


def test_blanks_whatever_their_case_and_spaces() -> None:
    assert first_blank("Use < tool > here") in ("", "<tool>")
    assert first_blank("Use <tool > here") == "<tool>"
    assert without_tokens("[TODO limit] and [Insert limit]").strip() == "and"
    assert has_blanks("Run `<tool>` and `<other>`.")
    assert not has_blanks("Run `<tool>`.")


def test_words_beside_a_sign_that_is_not_on_a_keyboard() -> None:
    assert words_in("Höhe\u2014wide \u2013 Über") == ("höhe", "wide", "über")


@pytest.mark.parametrize(
    ("sentence", "owes"),
    [
        ("To be agreed \u2013 ask Priya", True),
        ("To be agreed \u2013 Redis holds it", False),
        ("To be agreed; Redis holds it", False),
        ("To be agreed \u2014 Redis holds it", False),
        ("To be agreed, but Redis holds it", False),
        ("Redis holds it, so to be agreed", False),
    ],
)
def test_what_stands_behind_a_dash_is_judged_for_itself(sentence: str, *, owes: bool) -> None:
    assert is_owed(sentence) is owes


def test_forty_words_are_brief_and_one_more_is_not() -> None:
    assert is_brief("a " * 40)
    assert not is_brief("a " * 41)
    assert is_brief("a" * 300)
    assert not is_brief("a" * 301)
