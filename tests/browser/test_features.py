"""Material's features, all on, and a site that is read from right to left: nothing of ours breaks."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from sites import make_site

from browser.browsing import DESKTOP, PHONE, build, served, visiting
from browser.test_gaps import COVERAGE, TOPIC, pages
from mkdocs_gbm.standard import Standard

pytestmark = pytest.mark.xdist_group("browser: features")

CONFIG = """
site_name: Orders
site_url: http://127.0.0.1/
theme:
  name: material
  font: false
  language: ar
  direction: rtl
  palette: {scheme: default}
  features: [navigation.instant, navigation.tabs, navigation.tracking, toc.integrate, content.tooltips]
plugins:
  - search
  - gbm
nav:
  - Home: index.md
  - Architecture:
      - API: technical/architecture/patterns/api-design.md
      - Coverage: architecture-coverage.md
"""
_WIDTH = "element => element.getBoundingClientRect().width"
WIDTHS = (DESKTOP, PHONE)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, backend_engineer: Standard) -> Iterator[str]:
    site = make_site(tmp_path_factory.mktemp("features"), config=CONFIG, pages=pages(backend_engineer))
    with served(build(site)) as address:
        yield address


@pytest.mark.parametrize("path", [COVERAGE, TOPIC], ids=["coverage", "topic"])
def test_a_page_is_sound_from_right_to_left(browser: Browser, url: str, path: str) -> None:
    with visiting(browser, url) as visit:
        visit.open(path)
        for width in WIDTHS:
            visit.at(width)
            assert visit.overflow == []
            assert visit.unreadable == {}
        assert visit.page.locator("html").get_attribute("dir") in ("rtl", None)
    assert (visit.errors, visit.outside, visit.dialogs) == ([], [], [])


def test_the_page_is_the_same_after_instant_navigation(browser: Browser, url: str) -> None:
    with visiting(browser, url) as visit:
        page = visit.open(TOPIC).page
        page.locator(".gbm-badges a").first.click()
        expect(page.locator(".gbm-coverage")).to_be_visible()
        expect(page.locator(".gbm-cells > a")).to_have_count(46)
        page.locator(".gbm-summary a").last.click()
        expect(page.locator("#gbm-gap-services")).to_be_in_viewport()
        assert visit.overflow == []
    assert (visit.errors, visit.outside) == ([], [])


def test_a_cell_shows_its_name_and_keeps_it_when_the_theme_draws_tooltips(browser: Browser, url: str) -> None:
    with visiting(browser, url) as visit:
        page = visit.open(COVERAGE).page
        cell = page.get_by_role("link", name="Authorization: written", exact=True)
        expect(cell).to_have_count(1)
        assert cell.locator("i").evaluate(_WIDTH) == 1
        cell.hover()
        expect(cell).to_have_count(1)
        assert cell.locator("i").evaluate(_WIDTH) > 100
        assert visit.overflow == []
        assert visit.unreadable == {}
    assert visit.errors == []
