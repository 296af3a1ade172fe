"""The example site whole: Orders, and Notifications, which takes one topic from it and does without another."""

import re
import urllib.request
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser, Locator, expect
from selectolax.lexbor import LexborHTMLParser
from sites import whole_example_site

from browser.browsing import DESKTOP, PHONE, SCHEMES, Scheme, build, served, visiting
from browser.test_accessible import violations

pytestmark = pytest.mark.xdist_group("browser")

COVERAGE = "architecture-coverage/"
REASON = "it stores nothing; devices and preferences are kept by Customers"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(build(whole_example_site(tmp_path_factory.mktemp("whole")), "--strict")) as address:
        yield address


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_matrix_is_sound_wide_and_narrow(browser: Browser, url: str, scheme: Scheme) -> None:
    with visiting(browser, url, scheme=scheme) as visit:
        page = visit.open(COVERAGE).page
        orders, notifications = page.locator(".gbm-component").all()
        assert tiles(orders) == ["100 %"] * 7
        assert tiles(notifications) == ["100 %", "100 %", "\u2013", "100 %", "100 %", "100 %", "↙ 100 %"]
        for row in (orders, notifications):
            row.locator("summary").click()
            expect(row.locator(".gbm-cells")).to_have_count(6)
        for width in (DESKTOP, PHONE):
            visit.at(width)
            assert visit.overflow == []
            assert visit.unreadable == {}
            assert violations(page) == []
    assert (visit.errors, visit.outside, visit.dialogs) == ([], [], [])


def test_what_is_waived_and_what_is_inherited_stand_there_with_their_reasons(browser: Browser, url: str) -> None:
    with visiting(browser, url, scripts=False) as visit:
        page = visit.open(COVERAGE).page
        waived = page.locator(".gbm-waivers tr", has_text="Notifications: Database Architecture")
        expect(waived).to_contain_text(REASON)
        taken = page.locator(".gbm-coverage li", has_text="from Orders, by Notifications")
        expect(taken).to_have_text("Security Architecture from Orders, by Notifications")
        expect(page.locator(".gbm-coverage")).not_to_contain_text("Recognised by other words")


def test_each_link_of_the_matrix_leads_to_what_it_names(browser: Browser, url: str) -> None:
    with visiting(browser, url, scripts=False) as visit:
        page = visit.open(COVERAGE).page
        rows = page.locator(".gbm-component").nth(1).locator(".gbm-cells").all()
        cells = [(text, landed(link)) for row in rows for text, link in links(row.locator(":scope > a"))]
        topics = dict(found for row in rows for found in links(row.locator(".gbm-cells__topic a")))
    assert len(cells) == 46
    for said, target in cells:
        name, _, status = said.partition(": ")
        assert name in target or (status == "not applicable" and REASON in target), said
    assert {said.partition(": ")[2] for said, _ in cells} == {"written", "not applicable", "inherited from Orders"}
    assert REASON in landed(topics["Database Architecture"])
    assert topics["API Architecture"].endswith("/notifications/architecture/patterns/api-design/")
    assert topics["Security Architecture"].endswith("/technical/architecture/patterns/security/")
    inherited = [target for said, target in cells if said.endswith("inherited from Orders")]
    assert len(inherited) == 7


def tiles(row: Locator) -> list[str]:
    return [re.sub(r"\s+", " ", text) for text in row.locator("summary .gbm-tile").all_inner_texts()]


def links(found: Locator) -> list[tuple[str, str]]:
    """Return the text of each link, and where it leads."""
    pairs: list[tuple[str, str]] = found.evaluate_all("all => all.map(a => [a.textContent.trim(), a.href])")
    return pairs


def landed(link: str) -> str:
    """Return the text of what a link leads to: a heading, a row, or a whole page."""
    address, fragment = urldefrag(link)
    tree = _page(address)
    if not fragment:
        return tree.body.text() if tree.body else ""
    element = tree.css_first(f"[id='{unquote(fragment)}']")
    assert element is not None, link
    return element.text()


@cache
def _page(address: str) -> LexborHTMLParser:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return LexborHTMLParser(answer.read())
