"""Tables whose rows are the sections, and tables that only tell how far the pages are."""

from datetime import date

import pytest

from mkdocs_gbm.assess import Component, Page, Settings, Status, assess
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.standard import RequiredSection, Standard, Topic

SECTIONS = tuple(RequiredSection(name, aliases=(f"{name} of calls",)) for name in ("Timeouts", "Retries", "Bulkheads"))
STANDARD = Standard("own", (Topic("services", "Services", "services.md", SECTIONS),))
OF_THE_PAGES = (
    "status state done progress owner author section chapter page link ticket issue documented written covered where "
    "coverage requirement required standard see due date reviewer"
).split()
ROWS = ("| Timeouts | two seconds everywhere | mesh |", "| Retries | thrice within seconds | mesh |")
THIRD = "| Bulkheads | forty connections each | pool |"


def documented(head: str, *rows: str) -> list[str]:
    rule = "|".join(["---"] * (head.count("|") - 1))
    table = "\n".join([head, f"|{rule}|", *rows])
    page = Page("services.md", read_markdown(f"# Services\n\n## Rules\n\n{table}\n\nThe bank waits.\n"))
    report = assess(STANDARD, [Component("Orders", ".", {"services": (page,)})], Settings(date(2026, 1, 1)))
    return [verdict.section.name for verdict in report.sections() if verdict.status is Status.DOCUMENTED]


def test_each_row_is_its_section() -> None:
    every = ["Timeouts", "Retries", "Bulkheads"]
    assert documented("| What | How | By |", *ROWS, THIRD) == every
    assert documented("| What | How | State |", *ROWS, THIRD) == every
    assert documented("| What | How | By |", *ROWS, THIRD.replace("Bulkheads", "Bulkheads of calls")) == every
    assert documented("| What | How | By |", *ROWS, "| Orders | are what they are | bank |", THIRD) == every
    assert documented("| What | How | By | Since |", *(f"{row} May |" for row in (*ROWS, THIRD))) == every


@pytest.mark.parametrize("word", OF_THE_PAGES)
def test_a_table_that_tells_of_the_pages(word: str) -> None:
    assert documented(f"| What | {word} | By |", *ROWS, THIRD) == []
    assert documented(f"| The {word} | How | By |", *ROWS, THIRD) == []


@pytest.mark.parametrize(
    "third",
    [
        "| Orders | forty connections each | pool |",
        "| Timeouts | forty connections each | pool |",
        "| Bulkheads | forty connections | pool |",
        "| Bulkheads model | forty connections each | pool |",
    ],
)
def test_two_sections_do_not_make_a_table_one_of_sections(third: str) -> None:
    assert documented("| What | How | By |", *ROWS, third) == []
