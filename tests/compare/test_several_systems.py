"""What a change did to a site of several components: each is compared with itself, and told in every format."""

from dataclasses import replace
from datetime import date

from mkdocs_gbm.assess import Component, Page, Settings, assess
from mkdocs_gbm.compare.change import Side
from mkdocs_gbm.compare.comparison import Comparison, compare
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.output.changes import to_github, to_markdown
from mkdocs_gbm.standard import Checklist, ChecklistItem, Evidence, RequiredSection, Standard, Topic

ITEMS = tuple(ChecklistItem(name, evidence=(Evidence("services", "Timeouts"),)) for name in ("Patience", "Retries"))
STANDARD = Standard(
    "own",
    (Topic("services", "Services", "services.md", (RequiredSection("Timeouts"),)),),
    Checklist("Checklist", "checklist.md", ITEMS),
)
SETTINGS = Settings(date(2026, 11, 22))
WRITTEN = "# Services\n\n## Timeouts\n\nTwo seconds inside the mesh, and ten for the gateway of the bank.\n"
TICKED = "# Checklist\n\n- [x] Patience\n- [x] Retries\n"


def side(pages: dict[str, tuple[str, str]], standard: Standard = STANDARD) -> Side:
    """Judge components by their names: the page of their topic, and their checklist."""
    components = [
        Component(
            name,
            name,
            {"services": (Page(f"{name}/services.md", read_markdown(topic)),)},
            (Page(f"{name}/checklist.md", read_markdown(checklist)),),
        )
        for name, (topic, checklist) in pages.items()
    ]
    return Side(assess(standard, components, SETTINGS), SETTINGS)


def told(comparison: Comparison) -> set[tuple[str, str, str, str]]:
    return {(each.component, each.kind, each.subject, each.direction.value) for each in comparison.changes}


def test_each_is_compared_with_itself_and_what_is_gone_is_worse() -> None:
    before = side({"orders": (WRITTEN, TICKED), "refunds": (WRITTEN, TICKED)})
    after = side({"parcels": (WRITTEN, TICKED), "orders": ("# Services\n", TICKED)})
    assert told(compare(before, after, "main")) == {
        ("orders", "section-lost", "Timeouts", "worse"),
        ("orders", "item-contradicted", "Patience", "worse"),
        ("orders", "item-contradicted", "Retries", "worse"),
        ("parcels", "section-written", "Timeouts", "better"),
        ("parcels", "item-ticked", "Patience", "better"),
        ("parcels", "item-ticked", "Retries", "better"),
        ("refunds", "requirement-removed", "Timeouts", "worse"),
        ("refunds", "requirement-removed", "Patience", "worse"),
        ("refunds", "requirement-removed", "Retries", "worse"),
    }


def test_items_that_are_waived_lost_and_no_longer_required() -> None:
    before = side({"orders": (WRITTEN, TICKED)})
    waived = "# Checklist\n\n- [x] Patience: not applicable, since the bank waits for us\n"
    assert told(compare(before, side({"orders": (WRITTEN, waived)}), "main")) == {
        ("orders", "waiver-added", "Patience", "worse"),
        ("orders", "item-lost", "Retries", "worse"),
    }
    fewer = replace(STANDARD, checklist=Checklist("Checklist", "checklist.md", ITEMS[:1]))
    assert told(compare(before, side({"orders": (WRITTEN, TICKED)}, fewer), "main")) == {
        ("orders", "requirement-removed", "Retries", "worse")
    }


def test_a_pull_request_is_told_in_annotations_and_a_summary() -> None:
    before, after = side({"orders": (WRITTEN, TICKED)}), side({"orders": ("# Services\n", TICKED)})
    comparison = compare(before, after, "main")
    lines = to_github(comparison).splitlines()
    assert lines[0].startswith("::error file=orders/services.md,line=3,title=section-lost%3A Timeouts::")
    assert len(lines) == len(comparison.changes) + 1
    better = to_github(compare(after, before, "main"))
    assert better.startswith("::notice file=orders/services.md,line=3,title=section-written%3A Timeouts::")
    summary = to_markdown(comparison)
    assert summary.startswith("## Architecture documentation: 0 % written\n")
    assert "\n### Worse\n\n- `orders/services.md:3` section-lost: " in summary
