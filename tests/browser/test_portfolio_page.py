"""The page of many sites' reports: wide and narrow, light and dark, with names that were meant to break it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from running import run_in
from several import site_of

from browser.browsing import DESKTOP, PHONE, SCHEMES, Scheme, build, served, visiting
from browser.test_accessible import violations
from browser.test_gaps import THEMES
from mkdocs_gbm.standard import Standard

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.long]

NAMES = ("Orders", "<script>alert(1)</script>", "a_name_without_a_single_space_that_goes_on_and_on_for_ever", "Étoile")
LACKED = 14


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, backend_engineer: Standard) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("portfolio")
    published = build(site_of(folder / "shop", backend_engineer, 4, THEMES["mkdocs"]))
    report = json.loads((published / "gbm/report.json").read_text(encoding="utf-8"))
    for name in NAMES:
        _save(folder, name, report)
    ran = run_in("portfolio", *(f"{number}.json" for number in range(len(NAMES))), "--output", "out", folder=folder)
    assert ran.returncode == 0, ran.stderr
    with served(folder / "out") as address:
        yield address


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_page_is_sound(browser: Browser, url: str, scheme: Scheme) -> None:
    with visiting(browser, url, scheme=scheme) as visit:
        page = visit.open("portfolio.html").page
        rows = page.locator(".gbm-component")
        expect(rows).to_have_count(len(NAMES))
        rows.first.locator("summary").click()
        lacking = page.locator("#gbm-lacking ~ table").first.locator("tbody tr")
        expect(lacking).to_have_count(10)
        more = page.get_by_text(f"{LACKED - 10} more", exact=True)
        expect(more).to_be_visible()
        more.click()
        expect(page.locator("#gbm-lacking ~ details tbody tr").first).to_be_visible()
        for width in (DESKTOP, PHONE):
            visit.at(width)
            assert visit.overflow == []
            assert visit.unreadable == {}
            assert violations(page) == []
    assert (visit.errors, visit.outside, visit.dialogs) == ([], [], [])


def _save(folder: Path, name: str, report: dict[str, list[dict[str, object]]]) -> None:
    """Write a report whose component has a name, and lacks its first sections."""
    made = json.loads(json.dumps(report))
    for component in made["components"]:
        component["name"] = f"{name} {component['name']}"
        sections = [section for topic in component["topics"] for section in topic["sections"]]
        for number, section in enumerate(sections):
            section["status"] = "missing" if number < LACKED else "documented"
    (folder / f"{NAMES.index(name)}.json").write_text(json.dumps(made), encoding="utf-8")
