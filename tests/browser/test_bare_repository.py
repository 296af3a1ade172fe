"""The site of a repository without `mkdocs.yml`, as a reader sees it; it asks nothing of other hosts."""

from collections.abc import Iterator

import pytest
from bare import gbm, gobuildme
from playwright.sync_api import Browser, expect

from browser.browsing import DESKTOP, PHONE, SCHEMES, Scheme, served, visiting

pytestmark = pytest.mark.xdist_group("browser: bare-repository")


@pytest.fixture(scope="module")
def bare_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with one topic half written, one without a page, and pages that hold no topic."""
    site = gobuildme(tmp_path_factory.mktemp("bare") / "larkfield-orders")
    site.write(
        ".gobuildme/docs/technical/architecture/patterns/api-design.md",
        "# API Architecture\n\n## Caching\n\nRedis keeps each price for five minutes, never longer than a day.\n",
    )
    done = gbm(site.folder, "build")
    assert done.returncode == 0, done.stderr
    with served(site.folder / "site") as url:
        yield url


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_home_page_is_sound_and_leads_on(browser: Browser, bare_url: str, scheme: Scheme) -> None:
    with visiting(browser, bare_url, scheme=scheme) as visit:
        visit.open("")
        palette = visit.page.locator("body").get_attribute("data-md-color-scheme")
        assert palette == {"light": "default", "dark": "slate"}[scheme]
        for width in (DESKTOP, PHONE):
            visit.at(width)
            row = visit.page.get_by_role("row", name="API Architecture")
            expect(row.get_by_text("1 of 10")).to_be_visible()
            badge = visit.page.get_by_role("img", name="0 of 10 checklist items are done", exact=True)
            expect(badge).to_be_in_viewport(ratio=1)
            assert visit.overflow == []
            assert visit.unreadable == {}
        visit.page.get_by_role("row", name="API Architecture").get_by_role("link").click()
        expect(visit.page.get_by_role("heading", name="Caching")).to_be_visible()
    assert (visit.errors, visit.outside, visit.dialogs) == ([], [], [])


@pytest.mark.parametrize("path", ["technical/architecture/system-analysis/", "architecture-coverage/"])
def test_other_pages_ask_nothing_of_other_hosts_either(browser: Browser, bare_url: str, path: str) -> None:
    with visiting(browser, bare_url) as visit:
        visit.open(path)
        box = visit.page.get_by_role("textbox", name="Search")
        box.click()
        expect(visit.page.get_by_text("Type to start searching")).to_be_visible()
        box.press_sequentially("PostgreSQL")
        expect(visit.page.get_by_text("matching documents")).to_be_visible()
    assert (visit.errors, visit.outside, visit.dialogs) == ([], [], [])


def test_the_switch_between_light_and_dark_works(browser: Browser, bare_url: str) -> None:
    with visiting(browser, bare_url) as visit:
        visit.open("")
        visit.page.get_by_title("Switch to dark mode").click()
        expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
