"""Sections of one or two short sentences: those that owe what should stand there, and those that are only terse."""

import sys
from datetime import date
from pathlib import Path

import pytest

from mkdocs_gbm.assess import Component, Page, Settings, Status, assess
from mkdocs_gbm.assess.owed import is_owed
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.standard import Standard

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "labelled"))

from short_texts import Line, all_lines

FILES = all_lines()
FOREIGN = FILES.pop("languages")
LINES = [line for of_it in FILES.values() for line in of_it]


def test_nearly_every_short_text_is_told_rightly() -> None:
    owing, telling = ([line for line in LINES if line.owes is owes] for owes in (True, False))
    assert len(missed(owing)) <= len(owing) / 25, missed(owing)
    assert len(missed(telling)) <= len(telling) / 500, missed(telling)
    assert min(len(owing), len(telling)) > 5000


def test_a_page_is_judged_by_what_its_short_sections_say(backend_engineer: Standard) -> None:
    lines = LINES[::16]
    statuses = _statuses(backend_engineer, [f"{line.section} | {line.text}" for line in lines])
    wanted = [Status.PLACEHOLDER if line.owes else Status.DOCUMENTED for line in lines]
    wrong = [line for line, status, right in zip(lines, statuses, wanted, strict=True) if status is not right]
    assert len(wrong) <= len(lines) / 50, wrong


@pytest.mark.parametrize(
    "text",
    [
        "Das Team ist in Bereitschaft.",
        "De service is open.",
        "Il team \u00e8 reperibile.",
        "La base est \u00e0 Paris.",
        "La API es interna.",
        "Palvelu tallentaa tilaukset kerran tunnissa.",
        "\u041a\u044d\u0448 \u0436\u0438\u0432\u0451\u0442 \u043f\u044f\u0442\u044c \u043c\u0438\u043d\u0443\u0442.",
        "\u30ad\u30e3\u30c3\u30b7\u30e5\u306f\u4e94\u5206\u9593\u6709\u52b9\u3067\u3059\u3002",
    ],
)
def test_a_text_in_a_language_that_nothing_was_learnt_of_is_content(backend_engineer: Standard, text: str) -> None:
    assert _statuses(backend_engineer, [f"Caching | {text}"]) == [Status.DOCUMENTED]


def test_no_fact_in_another_language_is_called_owed() -> None:
    telling = [line for line in FOREIGN if not line.owes]
    assert len(missed(telling)) <= 1, missed(telling)
    assert len(telling) == 300


def test_however_many_sentences_owe_they_owe(backend_engineer: Standard) -> None:
    owing = "To be agreed with the architects.\n\nAsk Priya.\n\nSee the wiki."
    texts = [owing, "\n\n".join([owing] * 5), f"{owing}\n\nRedis, 5 minutes."]
    expected = [Status.PLACEHOLDER, Status.PLACEHOLDER, Status.DOCUMENTED]
    assert _statuses(backend_engineer, [f"Caching | {text}" for text in texts]) == expected


def test_what_owes_takes_nothing_from_a_table_code_or_a_picture(backend_engineer: Standard) -> None:
    beside = ["| Key | TTL |\n|---|---|\n| price | 5 s |", "```\nGET price\n```", "![Layers](layers.svg)"]
    lines = [f"Caching | The text has still to be written.\n\n{content}" for content in beside]
    assert _statuses(backend_engineer, lines) == [Status.DOCUMENTED] * len(beside)


def test_a_link_may_lead_to_what_is_owed_here(backend_engineer: Standard) -> None:
    lines = [
        "Caching | We still have to agree on this with Legal, see [PLAT-1](https://tickets.example/PLAT-1).",
        "Caching | The details of all our caches are described at length in [the runbook](https://runbook.example/).",
    ]
    assert _statuses(backend_engineer, lines) == [Status.PLACEHOLDER, Status.DOCUMENTED]


def test_a_letter_that_is_a_name_ends_a_sentence_and_an_initial_does_not(backend_engineer: Standard) -> None:
    lines = [
        "Caching | The primary is region A. TODO describe region B.",
        "Caching | We run plan B? Redis is used.",
        "Caching | Ask E. L. James.",
        "Caching | Ask Dr. Reyes.",
    ]
    assert _statuses(backend_engineer, lines) == [Status.DOCUMENTED] * 2 + [Status.PLACEHOLDER] * 2


def missed(lines: list[Line]) -> list[str]:
    return [line.text for line in lines if is_owed(line.text) is not line.owes]


def _statuses(backend_engineer: Standard, lines: list[str]) -> list[Status]:
    """Judge each line, `Section | text`, as the only section of a page."""
    topics = {section.name: topic.slug for topic in backend_engineer.topics for section in topic.sections}
    split = [line.replace("\\n", "\n").split(" | ", 1) for line in lines]
    pages = [Page("page.md", read_markdown(f"# Title\n\n## {name}\n\n{text}\n")) for name, text in split]
    components = [
        Component(str(number), ".", {topics[name]: (page,)})
        for number, ((name, _), page) in enumerate(zip(split, pages, strict=True))
    ]
    report = assess(backend_engineer, components, Settings(date(2026, 11, 22)))
    return [
        verdict.status
        for component, (name, _) in zip(report.components, split, strict=True)
        for topic in component.topics
        for verdict in topic.sections
        if topic.topic.slug == topics[name] and verdict.section.name == name
    ]
