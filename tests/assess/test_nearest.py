"""Which heading of a page is named to an author as the one that is most like a missing section's name."""

from pathlib import Path

import pytest

from mkdocs_gbm import standard
from mkdocs_gbm.assess import Page
from mkdocs_gbm.assess.nearest import nearest
from mkdocs_gbm.assess.recognise import Recogniser
from mkdocs_gbm.outline import read_markdown

BACKEND = standard.load("backend_engineer", Path.cwd())
RECOGNISERS = [Recogniser(topic, BACKEND) for topic in BACKEND.topics]
SECTIONS = {section.name: section for topic in BACKEND.topics for section in topic.sections}


@pytest.mark.parametrize(
    ("section", "headings", "named"),
    [
        ("Pagination", ["Paginaton", "Orders"], "page.md Paginaton"),
        ("Pagination", ["Orders", "Paginaton"], "page.md Paginaton"),
        ("Pagination", ["Paginaton", "Pagintion"], "page.md Paginaton"),
        ("Pagination", ["Pagnaton", "Paginaton"], "page.md Paginaton"),
        ("Pagination", ["Paginaton", "Pagnaton"], "page.md Paginaton"),
        ("Pagination", ["Paginaton", "Paginaton"], "page.md Paginaton"),
        ("Pagination", ["Orders", "Payments"], None),
        ("Pagination", [], None),
        ("Versioning Strategy", ["Error Handling", "Caching", "Encryption"], None),
        ("Versioning Strategy", ["Indexing Strategy"], None),
        ("Versioning Strategy", ["Indexing Strategy", "Versoning Strategie"], "page.md Versoning Strategie"),
        ("Timeouts", ["Timeots"], "page.md Timeots"),
        ("Rate Limiting", ["Throtling"], "page.md Throtling"),
    ],
)
def test_the_heading_that_is_most_alike(section: str, headings: list[str], named: str | None) -> None:
    text = "# Title\n\n" + "".join(f"## {heading}\n\nText.\n\n" for heading in headings)
    found = nearest(SECTIONS[section], [Page("page.md", read_markdown(text))], RECOGNISERS)
    assert (found and f"{found[1].path} {found[2].text}") == named


def test_a_page_title_is_not_named() -> None:
    page = Page("page.md", read_markdown("# Paginaton\n\n## Orders\n\nText.\n"))
    assert nearest(SECTIONS["Pagination"], [page], RECOGNISERS) is None


def test_of_two_headings_alike_the_first_is_named_and_of_two_pages_the_better() -> None:
    one, other, better = (
        Page(f"{heading}.md", read_markdown(f"# Title\n\n## {heading}\n\nText.\n"))
        for heading in ("Paginaton", "Paginaton", "Paginations X")
    )
    for pages, named in (([one, other], one), ([other, one], other), ([one, other, better], better)):
        found = nearest(SECTIONS["Pagination"], pages, RECOGNISERS)
        assert found is not None
        assert found[1] is named
        assert 0.9 < found[0] < 1


def test_a_heading_below_a_thousand_others_is_not_looked_at() -> None:
    others = "".join(f"## Orders {number}\n\n" for number in range(1_000))
    for text, named in ((others + "## Paginaton\n", None), ("## Paginaton\n\n" + others, "Paginaton")):
        found = nearest(SECTIONS["Pagination"], [Page("page.md", read_markdown(f"# T\n\n{text}"))], RECOGNISERS)
        assert (found and found[2].text) == named
