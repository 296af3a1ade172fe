"""`gbm fix` on any page: what stood there stands there, what is added is read, and there is nothing more to add."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzz.amount import fuzzed
from fuzz.fragments import MARKDOWN
from mkdocs_gbm import front_matter
from mkdocs_gbm.assess import Component, Page, Report, Settings, Status, assess
from mkdocs_gbm.author.repair import Repair, repair
from mkdocs_gbm.author.source_lines import newline_of, split_lines
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.standard import ChecklistItem, RequiredSection, Standard, Topic
from mkdocs_gbm.standard.model import Checklist

PATHS = {"api": "api.md", "checklist": "checklist.md"}
MISSING = ("missing-section", "missing-item")


@pytest.fixture(scope="module")
def small() -> Standard:
    """A standard of a few sections: each example is judged four times."""
    names = ("API Style", "Versioning Strategy", "Authentication", "Authorization", "Caching")
    sections = tuple(RequiredSection(name, f"How {name.lower()} is done.", (), "<describe it>") for name in names)
    topic = Topic("api", "API Architecture", "api.md", sections, "# API Architecture\n")
    items = (ChecklistItem("API Documented", "all of it", ()), ChecklistItem("Monitoring", "", ()))
    return Standard("small", (topic,), Checklist("Checklist", "checklist.md", items, "# Checklist\n"))


def judged(standard: Standard, texts: Mapping[str, str]) -> Report:
    def pages(slug: str) -> tuple[Page, ...]:
        return (Page(PATHS[slug], read_markdown(texts[PATHS[slug]])),)

    component = Component("Orders", "", {"api": pages("api")}, pages("checklist"))
    return assess(standard, [component], Settings(date(2026, 11, 22)))


def fixed(standard: Standard, texts: Mapping[str, str]) -> Repair:
    def judge(others: Mapping[str, str]) -> Report:
        return judged(standard, {**texts, **others})

    return repair(judged(standard, texts), lambda path: texts[path], judge, lambda _: True)


def stands_in(before: list[str], after: list[str]) -> bool:
    remaining = iter(after)
    return all(any(line == other for other in remaining) for line in before)


@fuzzed(quick=20, share=0.35)
@given(api=MARKDOWN, checklist=st.one_of(st.just("# Checklist\n"), MARKDOWN))
def test_any_page(small: Standard, api: str, checklist: str) -> None:
    before = {"api.md": api, "checklist.md": checklist}
    found = fixed(small, before)
    for page in found.mended:
        old, new = split_lines(page.before), split_lines(page.after)
        ended = [*old[:-1], *(line + newline_of(page.before) for line in old[-1:])]
        assert stands_in(old, new) or (not page.before.endswith(("\n", "\r")) and stands_in(ended, new))
        assert front_matter.body_of(page.before).offset == front_matter.body_of(page.after).offset
    for refusal in found.refused:
        assert "\n" not in str(refusal)

    after = {**before, **{page.path: page.after for page in found.mended}}
    again = judged(small, after)
    refused = {refusal.path for refusal in found.refused}
    assert {finding.place.path for finding in again.findings if finding.rule in MISSING} <= refused
    added = {name for page in found.mended for name in page.sections}
    assert all(verdict.status is Status.PLACEHOLDER for verdict in again.sections() if verdict.section.name in added)
    was = {verdict.section.name: verdict.status for verdict in judged(small, before).sections()}
    now = {verdict.section.name: verdict.status for verdict in again.sections()}
    assert {name: now[name] for name in was if name not in added} == {
        name: status for name, status in was.items() if name not in added
    }
    assert fixed(small, after).mended == ()
