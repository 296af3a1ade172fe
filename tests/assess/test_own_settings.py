"""Several components, each judged by its own settings where it has any."""

from dataclasses import replace
from datetime import date

from mkdocs_gbm.assess import Component, Page, Settings, Severity, assess
from mkdocs_gbm.assess.waivers import Waiver
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.standard import RequiredSection, Standard, Topic

STANDARD = Standard("own", (Topic("services", "Services", "services.md", (RequiredSection("Timeouts"),)),))
USUAL = Settings(date(2026, 11, 22))
PAGE = Page("docs/services.md", read_markdown("# Services\n\n## Patience\n\nTwo seconds inside the mesh.\n"))


def test_those_with_the_same_settings_are_judged_alike() -> None:
    own = Settings(USUAL.today, aliases={"services": {"Timeouts": ("Patience",)}})
    settings = {"Orders": None, "Payments": own, "Refunds": replace(own), "Parcels": replace(USUAL)}
    components = [Component(name, name, {"services": (PAGE,)}, settings=said) for name, said in settings.items()]
    report = assess(STANDARD, components, USUAL)
    assert {each.name: each.coverage.percent for each in report.components} == {
        "Orders": 0.0,
        "Payments": 100.0,
        "Refunds": 100.0,
        "Parcels": 0.0,
    }


def test_a_waiver_that_is_past_is_told_unless_its_rule_is_ignored() -> None:
    past = {"services": Waiver("there is one instance only", date(2026, 11, 21))}
    component = Component("Orders", "docs", {"services": (PAGE,)}, not_applicable=past)
    (finding,) = assess(STANDARD, [component], USUAL).findings
    assert finding.line == (
        "services.md: expired-waiver: the topic 'Services' was not applicable until 2026-11-21; "
        "write its sections or give a later date under 'not_applicable: services:'"
    )
    ignored = replace(USUAL, severity={"expired-waiver": Severity.IGNORE})
    assert assess(STANDARD, [component], ignored).findings == ()
