"""A topic with several pages: which of them a section is found on, and which need not be read."""

from datetime import date

import pytest

from mkdocs_gbm.assess import Component, Page, Report, Settings, assess
from mkdocs_gbm.outline import Heading, Outline, read_markdown
from mkdocs_gbm.outline.later import Later
from mkdocs_gbm.standard import RequiredSection, Standard, Topic

STANDARD = Standard("own", (Topic("services", "Services", "services.md", (RequiredSection("Timeouts"),)),))
WRITTEN = "# Services\n\n## Timeouts\n\nTwo seconds inside the mesh, and ten for the gateway of the bank.\n"


def report(*pages: Page) -> Report:
    return assess(STANDARD, [Component("Orders", "docs", {"services": pages})], Settings(date(2026, 11, 22)))


def unreadable() -> tuple[Heading, ...]:
    pytest.fail("the page was read")


def test_the_first_page_that_documents_a_section_is_told() -> None:
    pages = [Page(path, read_markdown(WRITTEN)) for path in ("docs/a.md", "docs/b.md")]
    (verdict,) = report(*pages).sections()
    assert str(verdict.place) == "docs/a.md:3"


def test_of_two_labels_the_first_is_told() -> None:
    labels = "- **Timeouts**: two seconds inside the mesh\n- **Timeouts**: ten seconds for the bank\n"
    (verdict,) = report(Page("docs/a.md", read_markdown(f"# Services\n\n{labels}"))).sections()
    assert str(verdict.place) == "docs/a.md:3"


def test_a_page_is_not_read_when_nothing_better_can_stand_on_it() -> None:
    judged = report(Page("docs/a.md", read_markdown(WRITTEN)), Page("docs/b.md", Outline(Later(unreadable))))
    assert judged.coverage.percent == 100.0
    assert judged.findings == ()
