"""An alias without a word in it means nothing."""

from datetime import date

from mkdocs_gbm.assess import Component, Page, Settings, Status, assess
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.standard import Standard


def test_an_alias_of_symbols_alone_is_not_every_heading_of_symbols(backend_engineer: Standard) -> None:
    page = Page(
        "api.md", read_markdown("# API\n\n## \u2728\n\nNews of the quarter.\n\n## \u2728 / Orders\n\nWho is on call.\n")
    )
    settings = Settings(date(2026, 11, 22), aliases={"api-design": {"Caching": ("\u26a1", "\u26a1 / \u26a1")}})
    report = assess(backend_engineer, [Component("Orders", ".", {"api-design": (page,)})], settings)
    assert {verdict.status for verdict in report.sections()} == {Status.MISSING}
