"""What is still the standard's own text, however it was put on a page."""

import pytest

from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.standard import Checklist, ChecklistItem, RequiredSection, Standard, Topic


def known(*sections: RequiredSection, items: tuple[ChecklistItem, ...] = ()) -> KnownText:
    topic = Topic("services", "Services", "services.md", sections)
    return KnownText(Standard("own", (topic,), Checklist("Checklist", "checklist.md", items) if items else None))


def by(*guidance: str) -> KnownText:
    return known(*(RequiredSection(f"Section {number}", text) for number, text in enumerate(guidance)))


@pytest.mark.parametrize(
    ("guidance", "said"),
    [
        ("Backup strategy, retention and restore tests.", "**Backup strategy, retention and restore tests**"),
        ("Backup strategy, retention and restore tests.", "- backup STRATEGY - retention - and - restore tests"),
        ("Backup strategy, retention, restore tests", "Retention, backup strategy, restore tests"),
        # a fifth of the words is cut away
        ("Backup strategy, retention, restore tests", "Backup strategy, restore tests"),
        # with other little words
        ("Backup strategy, retention, restore tests", "The backup strategy, if a retention, or where restore tests"),
        # without two of its ten words, most of which are little ones
        ("The type and the version, and the host or the port if a proxy", "Type and version, host or port if proxy"),
        ("Which is the type? Which host has it?", "Which host has it?"),
        ("Type, version, host, port", "port, host, version, type"),
    ],
)
def test_still_the_guidance(guidance: str, said: str) -> None:
    assert said in by(guidance)


@pytest.mark.parametrize(
    ("guidance", "said"),
    [
        ("Backup strategy, retention, restore tests", "Backup strategy, retention"),
        ("Backup strategy, retention, restore tests", "Backup strategy, retention, restore tests by Kim"),
        ("Backup strategy, retention, restore tests", "Backup strategy, retention, restore tests: May, " * 9),
        ("Type, version, host", "host, version, type"),
        ("Type, version, host, port", ""),
        ("Type, version, host, port", "\u2014"),
    ],
)
def test_no_longer_the_guidance(guidance: str, said: str) -> None:
    assert said not in by(guidance)


@pytest.mark.parametrize("word", "or and the a an if where when".split())
def test_a_little_word_makes_it_no_text_of_ones_own(word: str) -> None:
    texts = by("Backup strategy, retention, restore tests")
    assert f"Backup strategy, {word} retention, restore tests" in texts
    assert f"{word}time backup strategy, retention, restore tests" not in texts


def test_words_of_two_texts_are_compared_with_each() -> None:
    texts = by("Alpha beta gamma delta", "Alpha beta gamma delta epsilon zeta eta theta")
    assert "delta gamma beta alpha" in texts
    assert "delta gamma theta eta" not in texts
    assert "delta gamma beta one" not in texts


def test_all_that_a_template_says_is_known() -> None:
    section = RequiredSection(
        "Timeouts",
        "How long a call may take.",
        questions=("Who waits? For whom?",),
        skeleton="| Call | Limit |\n| --- | --- |\n| gateway | 2 s |\n\nThe gateway\nwaits longest. Then the mesh.",
    )
    item = ChecklistItem("Fault Tolerance", "calls end in time")
    texts = known(section, items=(item,))
    for said in (
        "Timeouts: how long a call may take",
        "Who waits?",
        "For whom?",
        "Call | Limit",
        "gateway | 2 s",
        "The gateway waits longest.",
        "Then the mesh.",
        "Calls end in time",
        "Fault Tolerance: calls end in time",
    ):
        assert said in texts, said
    for said in ("Fault Tolerance", "The mesh waits", "Timeouts"):
        assert said not in texts, said


def test_without_a_standard_nothing_is_known() -> None:
    assert "Backup strategy" not in KnownText(None)
    assert "" not in KnownText(None)
