"""Several components on one page: a matrix whose rows open heat maps, in every theme, on a desktop and on a phone."""

import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser
from several import COVERAGE, site_of

from browser.browsing import DESKTOP, PHONE, build, served, visiting
from browser.test_gaps import THEMES
from mkdocs_gbm.standard import Standard

pytestmark = pytest.mark.xdist_group("browser: several")

COUNT = 13
_CELLS = "() => [...document.querySelectorAll('.gbm-cells > a')].map(a => [a.textContent, a.href])"

Serve = Callable[[str], str]


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory, backend_engineer: Standard) -> Iterator[Serve]:
    with ExitStack() as servers:

        @cache
        def address(theme: str) -> str:
            site = site_of(tmp_path_factory.mktemp(theme), backend_engineer, COUNT, THEMES[theme])
            return servers.enter_context(served(build(site)))

        yield address


@pytest.mark.parametrize("theme", THEMES)
def test_a_row_opens_the_heat_map_of_its_component(browser: Browser, serve: Serve, theme: str) -> None:
    with visiting(browser, serve(theme)) as visit:
        page = visit.open(COVERAGE).page
        rows = page.locator(".gbm-component")
        expect(rows).to_have_count(COUNT)
        worst = rows.first
        expect(worst.locator(".gbm-cells")).to_have_count(6)
        expect(worst.locator(".gbm-cells").first).to_be_hidden()
        worst.locator("summary").click()
        expect(worst.locator(".gbm-cells").first).to_be_visible()
        for width in (DESKTOP, PHONE):
            visit.at(width)
            assert visit.overflow == []
            assert visit.unreadable == {}
    assert (visit.errors, visit.outside, visit.dialogs) == ([], [], [])


def test_the_worst_component_stands_first(browser: Browser, serve: Serve) -> None:
    with visiting(browser, serve("material"), scripts=False) as visit:
        tiles = visit.open(COVERAGE).page.locator(".gbm-component > summary > .gbm-tile:nth-child(2)")
        shares = [float(text.replace("%", "")) for text in tiles.all_inner_texts()]
    assert shares == sorted(shares)
    assert len(shares) == COUNT


def test_each_cell_lands_on_its_heading_or_on_its_entry_in_the_work_list(browser: Browser, serve: Serve) -> None:
    with visiting(browser, serve("material")) as visit:
        cells: list[list[str]] = visit.open(COVERAGE).page.evaluate(_CELLS)
    assert len(cells) == 46 * COUNT
    for said, link in cells:
        name, _, status = said.partition(": ")
        page, fragment = urldefrag(link)
        landed = _page(page).css_first(f"[id='{unquote(fragment)}']")
        assert landed is not None, (said, link)
        if status == "written":
            assert landed.tag == "h2", said
        assert name in landed.text() or "missing-page" in landed.text(), (said, landed.text())


def test_a_gap_that_a_ticket_links_to_is_in_sight_even_in_a_folded_list(browser: Browser, serve: Serve) -> None:
    with visiting(browser, serve("material")) as visit:
        visit.open(f"{COVERAGE}#gbm-gap-component-04-security-input-validation")
        gap = visit.page.locator("#gbm-gap-component-04-security-input-validation")
        expect(visit.page.locator(".gbm-long").filter(has=gap)).to_have_count(1)
        expect(gap).to_be_in_viewport()


@cache
def _page(url: str) -> LexborHTMLParser:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return LexborHTMLParser(answer.read())
