"""Headings of roadmaps and the like: what stands below them documents nothing."""

from datetime import date

import pytest

from mkdocs_gbm.assess import Component, Page, Settings, Status, assess
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.standard import RequiredSection, Standard, Topic

STANDARD = Standard("own", (Topic("services", "Services", "services.md", (RequiredSection("Timeouts"),)),))
PLANS = """
    Roadmap, Future, Future Work, Future Plans, Future Improvements, Plans, Planned, Planned Work, Next Steps, Goals,
    Non-Goals, No Goals, Out of Scope, Not in Scope, Open Questions, Open Issues, Open Points, To Do, TODOs, Backlog,
    Ideas, Wish List, Nice to Have, What Is Missing, Missing, Later, Possible Improvements, Improvements, Glossary,
    Changelog, History, References, Further Reading, See Also, Related Documents, Goals and Non-Goals
"""


def status(text: str) -> Status:
    page = Page("services.md", read_markdown(f"# Services\n\n{text}"))
    (verdict,) = assess(
        STANDARD, [Component("Orders", ".", {"services": (page,)})], Settings(date(2026, 1, 1))
    ).sections()
    return verdict.status


@pytest.mark.parametrize("said", ["### Timeouts\n\n{}", "- **Timeouts**: {}"])
def test_below_a_plan_nothing_is_documented(said: str) -> None:
    said = said.format("the mesh waits for two seconds, and the bank for ten")
    headings = [heading.strip() for heading in PLANS.split(",")]
    assert [each for each in headings if status(f"## {each}\n\n{said}\n") is not Status.MISSING] == []
    for other in ("Orders", "Goals of the bank", "Opening hours"):
        assert status(f"## {other}\n\n{said}\n") is Status.DOCUMENTED, other


def test_behind_a_plan_the_page_goes_on() -> None:
    timeouts = "## Timeouts\n\nThe mesh waits for two seconds, and the bank for ten.\n"
    assert status(f"## Roadmap\n\n### Next Steps\n\nMore.\n\n{timeouts}") is Status.DOCUMENTED
    assert status(f"## Roadmap\n\n### Next Steps\n\nMore.\n\n#{timeouts}") is Status.MISSING
    assert status(f"## Roadmap\n\n### Next Steps\n\n##{timeouts}") is Status.MISSING
