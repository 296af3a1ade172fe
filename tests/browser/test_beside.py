"""Strips and hints in a real browser: every theme, light and dark, wide and narrow."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sites import ARCHITECTURE, configure, example_site, in_theme, without_section

from browser.browsing import DESKTOP, PHONE, SCHEMES, Scheme, build, served, visiting

pytestmark = pytest.mark.xdist_group("browser: beside")

API = f"{ARCHITECTURE}/patterns/api-design.md"
DATABASE = f"{ARCHITECTURE}/patterns/database.md"
PATTERNS = "technical/architecture/patterns"
LONG = "an-owner-with-a-name-that-is-far-too-long-for-any-telephone@subsidiary.larkfield.example"


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = in_theme(example_site(tmp_path_factory.mktemp("beside")), request.param)
    configure(site, "{hints: always}")
    lacking = without_section(without_section(site.read(API), "Caching"), "Pagination")
    site.write(API, f"---\nowner: {LONG}\n---\n{lacking}\n## Caching\n")
    with served(build(site)) as address:
        yield address


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("page", ["api-design", "services"])
def test_strips_and_hints_fit_and_can_be_read(browser: Browser, url: str, scheme: Scheme, page: str) -> None:
    with visiting(browser, url, scheme=scheme) as visit:
        visit.open(f"{PATTERNS}/{page}/")
        visit.page.evaluate(
            "document.querySelectorAll('.gbm-strip, .gbm-hint details').forEach(one => one.open = true)"
        )
        for width in (DESKTOP, PHONE):
            ours = [found for found in visit.at(width).overflow if "gbm" in found]
            assert ours == []
        assert visit.unreadable == {}
        assert (visit.errors, visit.outside, visit.dialogs) == ([], [], [])


def test_every_link_of_a_strip_lands_where_the_section_belongs(browser: Browser, url: str) -> None:
    with visiting(browser, url) as visit:
        visit.open(f"{PATTERNS}/api-design/")
        links = visit.page.locator(".gbm-strip__gaps a")
        assert links.all_inner_texts() == ["Pagination", "Caching"]
        for link in links.all():
            link.click()
            target = visit.page.evaluate("() => decodeURIComponent(location.hash)")
            expect(visit.page.locator(target)).to_be_in_viewport()
        visit.page.locator(".gbm-strip__foot a").click()
        expect(visit.page.locator("#gbm-api-design")).to_be_in_viewport()


def test_a_complete_strip_is_folded_and_unfolds(browser: Browser, url: str) -> None:
    with visiting(browser, url) as visit:
        visit.open(f"{PATTERNS}/services/")
        strip = visit.page.locator(".gbm-strip")
        expect(strip.get_by_role("link")).not_to_be_visible()
        strip.locator("summary").click()
        expect(strip.get_by_role("link")).to_be_visible()


def test_the_status_has_an_icon_and_a_tooltip_in_material(browser: Browser, tmp_path: Path) -> None:
    site = example_site(tmp_path / "orders")
    site.write(API, without_section(site.read(API), "Pagination"))
    with served(build(site)) as address, visiting(browser, address) as visit:
        visit.open("")
        status = visit.page.locator(".md-sidebar--primary .md-status--gbm-incomplete")
        expect(status).to_have_count(1)
        expect(status).to_be_visible()
        expect(status).to_have_attribute("title", "Sections of this topic are not written yet")
        assert "svg" in status.evaluate("one => getComputedStyle(one, '::after').maskImage")


def test_hints_and_strips_outlive_instant_navigation_and_a_script_from_right_to_left(
    browser: Browser, tmp_path: Path
) -> None:
    site = example_site(tmp_path / "orders")
    config = site.read("mkdocs.yml").replace("  font: false\n", "  font: false\n  direction: rtl\n")
    config = config.replace("  features:\n", "  features:\n    - navigation.instant\n    - content.tooltips\n")
    site.write("mkdocs.yml", config.replace("docs_dir:", "site_url: http://127.0.0.1/\ndocs_dir:"))
    configure(site, "{hints: always}")
    site.write(API, without_section(site.read(API), "Pagination"))
    with served(build(site)) as address, visiting(browser, address) as visit:
        visit.open(f"{PATTERNS}/services/")
        visit.page.locator(".md-sidebar--primary").get_by_role("link", name="API").first.click()
        expect(visit.page.locator(".gbm-strip__sentence")).to_have_text("9 of 10 sections written")
        expect(visit.page.locator("#gbm-missing-pagination")).to_have_count(1)
        for width in (DESKTOP, PHONE):
            assert [found for found in visit.at(width).overflow if "gbm" in found] == []
