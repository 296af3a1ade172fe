"""Small differences of a text that a reader does not see as one, or sees at once."""

import pytest

from mkdocs_gbm.assess.blanks import first_blank, has_blanks, without_tokens
from mkdocs_gbm.assess.content import Status, judge
from mkdocs_gbm.assess.dummies import is_dummy
from mkdocs_gbm.assess.instructions import introduces_examples
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.owed import is_brief, is_owed
from mkdocs_gbm.assess.parts import words_in
from mkdocs_gbm.assess.unwritten import is_filler, is_note
from mkdocs_gbm.outline import read_markdown

NOTHING = KnownText(None)


@pytest.mark.parametrize("word", "the of our for this and a an is in to it we".split())
def test_a_heading_repeated_with_a_little_word_is_no_content(word: str) -> None:
    assert status_of(f"- {word} Encryption") is Status.PLACEHOLDER


@pytest.mark.parametrize(
    "text",
    [
        "| Layer | Life |\n| --- | --- |\n| Gateway layer |  |",
        "| Layer | Life |\n| --- | --- |\n| Gateway | e.g. 5 s |",
        "| Layer | Life |\n| --- | --- |\n| Gateway | E.g. 5 s |",
        "| Layer | Life |\n| --- | --- |\n| Gateway | Example: 5 s |",
        "| Layer | Life |\n| --- | --- |\n| Gateway | eg 5 s |",
        "| Layer | Life |\n| --- | --- |\n| Gateway | `<life>` |",
        "| Layer | Life |\n| --- | --- |\n| Gateway | `{{ life }}` |",
        "```mermaid\nsequenceDiagram\n```",
        "```\npending\n```",
        "TODO: the keys. Redis holds them for a minute.",
        "```\n`<the key of all>`\n```",
        "| Layer | Life |\n| --- | --- |\n| Gateway | TBD |\n| Bank | open |",
        "- ask the architects",
        f"Which keys are there {'and who made them ' * 10}?",
        "Which keys are there? Describe the keys.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert status_of(text) is Status.PLACEHOLDER


@pytest.mark.parametrize(
    "text",
    [
        "| Layer | Life |\n| --- | --- |\n| Gateway | 5 s |",
        "| Run `<tool>` | Then `<other>` | Where |\n| --- | --- | --- |\n| Run `<tool>` | then `<other>` | on a host |",
        "```mermaid\nsequenceDiagram\nA->>B: key\n```",
        "- Ask Priya",
        "- the Encryption of disks",
        "#12 of the bank's rules holds: keys live in its vault.",
        "Orders are read at `/orders/<order id>` by the bank.",
        "Which keys are there? Two for each client of the bank, on hosts of their own.",
        "Which keys are there?\n\nTwo for each client of the bank, on hosts of their own.",
        "| Layer | Life |\n| --- | --- |\n| Gateway | TBD |\n| Bank | 5 s |",
    ],
)
def test_something_is_said(text: str) -> None:
    assert status_of(text) is Status.DOCUMENTED


def status_of(text: str) -> Status:
    page = read_markdown(f"# Title\n\n## Encryption\n\n{text}\n")
    return judge(page.under(page.headings[-1]), NOTHING, "Encryption").status


@pytest.mark.parametrize("ending", ["e.g.", ":", "for example", "such as", "like", "e.g.** ", "like_"])
def test_an_instruction_that_goes_on_in_examples(ending: str) -> None:
    assert introduces_examples(f"Describe the jobs here, {ending}")
    assert not introduces_examples(f"Jobs run here, {ending}")
    assert not introduces_examples("Describe the jobs here.")


def test_blanks_whatever_their_case_and_spaces() -> None:
    assert first_blank("Use < tool > here") in ("", "<tool>")
    assert first_blank("Use <tool > here") == first_blank("Use #lt; tool#gt; or #lt;tool#gt; here") == "<tool>"
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


def test_each_word_of_a_text_that_only_fills_a_page() -> None:
    text = (
        "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore "
        "magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo "
        "consequat duis aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur "
        "sint occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum"
    )
    assert [word for word in text.split() if not is_dummy(f"{word} {word} {word} Orders")] == []
    assert not is_dummy("lorem ipsum Orders Claims")


def test_a_hundred_and_ten_characters_may_fill_a_place_and_one_more_is_a_text() -> None:
    assert is_filler(f"TBD{'.' * 107}")
    assert not is_filler(f"TBD{'.' * 108}")


def test_a_line_that_owes_what_it_names() -> None:
    assert is_note(f"{'Limits ' * 8}: TBD")
    assert not is_note(f"{'Limits ' * 9}: TBD")
    assert not is_note("Limits. All of them: TBD")
    assert not is_note("Limits: later than May")
