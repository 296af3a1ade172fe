"""Four times as much takes four times as long, not sixteen times: whatever it is that there is much of."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mkdocs_gbm import standard as standards
from mkdocs_gbm.assess import Component, Page, Report, Settings, assess
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.output.report_json import to_json

STANDARD = standards.load("backend_engineer", Path.cwd())
TODAY = date(2026, 1, 1)
TIMES = 4
MUCH_LESS_THAN_THE_SQUARE = 9
SAID = "Every request of a partner is signed; the gateway of region {0} keeps {0} of them for 40 s.\n"


def page(name: str, *sections: str) -> Page:
    text = "\n".join(f"## {section}\n\n{SAID.format(number)}" for number, section in enumerate(sections))
    return Page(f"{name}.md", read_markdown(f"# {name}\n\n{text}"))


def many_components(count: int) -> Callable[[], Report]:
    topic = STANDARD.topics[0]
    names = [section.name for section in topic.sections[:-1]]
    pages = [page(f"service-{number}", *names) for number in range(count)]
    components = [Component(each.path, each.path, {topic.slug: (each,)}) for each in pages]
    return lambda: assess(STANDARD, components, Settings(today=TODAY))


def many_pages(count: int) -> Callable[[], Report]:
    topic = STANDARD.topics[0]
    pages = tuple(page(f"page-{number}", "Something else", f"Part {number}") for number in range(count))
    return lambda: assess(STANDARD, [Component("A", "a", {topic.slug: pages})], Settings(today=TODAY))


def many_headings(count: int) -> Callable[[], Report]:
    topic = STANDARD.topics[0]
    long = page("long", *(f"Part {number}" for number in range(count)))
    return lambda: assess(STANDARD, [Component("A", "a", {topic.slug: (long,)})], Settings(today=TODAY))


def many_links(count: int) -> Callable[[], Report]:
    topic = STANDARD.topics[0]
    name = topic.sections[0].name
    sections = "".join(f"## {name}\n\nSee [the next one](#part-{number + 1}).\n\n" for number in range(count))
    read = read_markdown(f"# A\n\n{sections}")
    headings = [replace(each, anchor=f"part-{number}") for number, each in enumerate(read.headings)]
    linking = Page("a.md", replace(read, headings=tuple(headings)))
    return lambda: assess(STANDARD, [Component("A", "a", {topic.slug: (linking,)})], Settings(today=TODAY))


def much_text(count: int) -> Callable[[], Report]:
    topic = STANDARD.topics[0]
    text = "\n".join(SAID.format(number) for number in range(count))
    long = Page("long.md", read_markdown(f"# A\n\n## {topic.sections[0].name}\n\n{text}\n"))
    return lambda: assess(STANDARD, [Component("A", "a", {topic.slug: (long,)})], Settings(today=TODAY))


def seconds(run: Callable[[], Report]) -> float:
    """Return the least CPU time of several runs."""
    taken = []
    for _ in range(3):
        before = time.process_time()
        to_json(run())
        taken.append(time.process_time() - before)
    return min(taken)


@pytest.mark.parametrize(
    ("make", "few"),
    [(many_components, 12), (many_pages, 20), (many_headings, 20), (many_links, 100), (much_text, 300)],
    ids=["components", "pages of a topic", "headings of a page", "links in a chain", "paragraphs of a section"],
)
def test_time_does_not_grow_with_the_square(make: Callable[[int], Callable[[], Report]], few: int) -> None:
    one = seconds(make(1))
    less, more = (seconds(make(count)) - one for count in (few, TIMES * few))
    assert more < MUCH_LESS_THAN_THE_SQUARE * max(less, 0.001)
