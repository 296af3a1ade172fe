"""Sections of one or two short sentences: those that owe what should stand there, and those that are only terse."""

from datetime import date
from pathlib import Path

import pytest

from mkdocs_gbm.assess import Component, Page, Settings, Status, assess
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.standard import Standard

HERE = Path(__file__).parent


@pytest.mark.parametrize(("file", "wanted"), [("owed.txt", Status.PLACEHOLDER), ("terse.txt", Status.DOCUMENTED)])
def test_a_short_section_is_judged_by_what_it_says(backend_engineer: Standard, file: str, wanted: Status) -> None:
    lines = [line for line in (HERE / file).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    judged = zip(lines, _statuses(backend_engineer, lines), strict=True)
    assert [line for line, status in judged if status is not wanted] == []
    assert len(lines) > 150


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
