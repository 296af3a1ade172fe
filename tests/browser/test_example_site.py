"""The example site as a reader sees it: light and dark, on a desktop and on a phone, without scripts and on paper."""

import re
import urllib.request
from collections import defaultdict
from urllib.parse import unquote, urldefrag
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from browser.browsing import DESKTOP, PHONE, READABLE, SCHEMES, Scheme, Visit, contrast, visiting

pytestmark = pytest.mark.xdist_group("browser: example-site")

PATTERNS = "technical/architecture/patterns"
COVERAGE = "architecture-coverage/"
PAGES = {
    "home": "",
    "topic": f"{PATTERNS}/database/",
    "checklist": "technical/architecture/checklist/",
    "coverage": COVERAGE,
}
WITH_DIAGRAMS = {
    "": 1,
    f"{PATTERNS}/database/": 1,
    f"{PATTERNS}/services/": 2,
    f"{PATTERNS}/data-flow/": 4,
    f"{PATTERNS}/security/": 1,
}
CHECKLIST_NAME = "9 of 9 checklist items are done"
COVERAGE_NAME = "45 of 45 required sections are written, 1 not applicable (written, not verified)"
WIDTHS = (DESKTOP, PHONE)
A4 = 718
"""Between margins of 1 cm, in pixels."""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_sound_and_shows_badges_and_diagrams(
    browser: Browser, example_url: str, path: str, scheme: Scheme
) -> None:
    with visiting(browser, example_url, scheme=scheme) as visit:
        visit.open(path)
        palette = visit.page.locator("body").get_attribute("data-md-color-scheme")
        assert palette == {"light": "default", "dark": "slate"}[scheme]
        for width in WIDTHS:
            visit.at(width)
            badges = visit.page.locator(".gbm-badges")
            for name in (CHECKLIST_NAME, COVERAGE_NAME):
                badge = badges.get_by_role("img", name=name, exact=True)
                expect(badge).to_have_count(1)
                expect(badge).to_be_in_viewport(ratio=1)
            _has_its_diagrams(visit, WITH_DIAGRAMS.get(path, 0))
            assert visit.overflow == []
            assert visit.unreadable == {}
    assert (visit.errors, visit.outside, visit.dialogs) == ([], [], [])


@pytest.mark.parametrize("name", ["badge.svg", "coverage.svg"])
def test_the_text_on_a_badge_is_readable(example_url: str, name: str) -> None:
    badge = ET.fromstring(_get(f"{example_url}gbm/{name}"))
    svg = "{http://www.w3.org/2000/svg}"
    text = badge.find(f"{svg}g")
    assert text is not None
    backs = [shape.get("fill", "") for tag in ("rect", "path") for shape in badge.findall(svg + tag)]
    backs = [back for back in backs if back.startswith("#")]
    assert len(backs) == 2
    assert min(contrast(text.get("fill", ""), back) for back in backs) >= READABLE


@pytest.mark.parametrize("path", sorted(WITH_DIAGRAMS.keys() - PAGES.values()))
def test_a_page_with_diagrams_is_sound(browser: Browser, example_url: str, path: str) -> None:
    with visiting(browser, example_url) as visit:
        visit.open(path)
        for width in WIDTHS:
            _has_its_diagrams(visit.at(width), WITH_DIAGRAMS[path])
            assert visit.overflow == []
    assert (visit.errors, visit.outside) == ([], [])


def test_the_source_of_every_diagram_is_right(browser: Browser, example_url: str) -> None:
    sources = {
        f"{path} {index}": block.text()
        for path in WITH_DIAGRAMS
        for index, block in enumerate(LexborHTMLParser(_get(example_url + path)).css("pre.mermaid"))
    }
    assert len(sources) == sum(WITH_DIAGRAMS.values())
    with visiting(browser, example_url) as visit:
        visit.open("")
        for where, source in sources.items():
            fault = visit.page.evaluate(
                "source => mermaid.parse(source).then(() => null, error => String(error))", source
            )
            assert fault is None, f"{where}: {fault}"


def test_every_link_of_the_coverage_page_lands(browser: Browser, example_url: str) -> None:
    with visiting(browser, example_url) as visit:
        links: list[str] = visit.open(COVERAGE).page.evaluate(
            "() => [...document.querySelectorAll('.gbm-coverage a[href], .md-nav--secondary a[href]')].map(a => a.href)"
        )
    targets: dict[str, set[str]] = defaultdict(set)
    for link in links:
        assert link.startswith(example_url), link
        page, fragment = urldefrag(link)
        targets[page].add(unquote(fragment))
    assert len(targets) == 8, "six topic pages, the checklist, the page itself"
    for page, fragments in targets.items():
        there = {node.attributes["id"] for node in LexborHTMLParser(_get(page)).css("[id]")}
        assert fragments - {""} <= there, page


def test_each_cell_lands_on_its_heading(browser: Browser, example_url: str) -> None:
    with visiting(browser, example_url) as visit:
        cells: list[list[str]] = visit.open(COVERAGE).page.evaluate(
            "() => [...document.querySelectorAll('.gbm-cells > a')].map(a => [a.textContent, a.href])"
        )
        assert len(cells) == 46
        for said, link in cells:
            name = said.removesuffix(": written").removesuffix(": not applicable")
            page, fragment = urldefrag(link)
            landed = LexborHTMLParser(_get(page)).css_first(f"[id='{unquote(fragment)}']")
            assert landed is not None, said
            assert re.fullmatch(r"h[1-6]", landed.tag or ""), said
            assert name.casefold() in landed.text().casefold(), said


def test_a_reader_finds_the_way_from_badge_to_heading(browser: Browser, example_url: str) -> None:
    with visiting(browser, example_url) as visit:
        page = visit.open(PAGES["topic"]).page
        page.get_by_role("link", name=COVERAGE_NAME).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Architecture coverage")
        page.locator(".md-nav--secondary").get_by_role("link", name="Security Architecture").click()
        expect(page.locator("h3#gbm-security")).to_be_in_viewport()
        page.get_by_role("link", name="Rate Limiting: written").click()
        expect(page.get_by_role("heading", name="Rate Limiting").first).to_be_in_viewport()
        assert page.url == f"{example_url}{PATTERNS}/api-design/#rate-limiting"


def test_the_coverage_page_is_readable_without_scripts(browser: Browser, example_url: str) -> None:
    with visiting(browser, example_url, scripts=False) as visit:
        visit.open(COVERAGE)
        for width in WIDTHS:
            _shows_everything(visit.at(width))
            assert visit.overflow == []


def test_the_coverage_page_is_readable_on_paper(browser: Browser, example_url: str) -> None:
    with visiting(browser, example_url) as visit:
        visit.open(COVERAGE).page.emulate_media(media="print")
        for width in (DESKTOP, A4):
            _shows_everything(visit.at(width))
            assert visit.overflow == []
            assert visit.unreadable == {}


def _has_its_diagrams(visit: Visit, count: int) -> None:
    # Material draws into closed shadow roots: what can be seen is that its blocks of text became boxes.
    expect(visit.page.locator("pre.mermaid")).to_have_count(0)
    diagrams = visit.page.locator("div.mermaid")
    expect(diagrams).to_have_count(count)
    for diagram in diagrams.all():
        box = diagram.bounding_box()
        assert box is not None
        assert box["height"] > 100, f"a diagram {box['height']} px high"


def _shows_everything(visit: Visit) -> None:
    coverage = visit.page.locator(".gbm-coverage")
    expect(coverage.locator(".gbm-sections tbody tr")).to_have_count(46)
    expect(coverage.locator(".gbm-items tbody tr")).to_have_count(10)
    for name in ("Rate Limiting", "Audit Logging", "Deployment"):
        expect(coverage.get_by_role("rowheader", name=name, exact=True)).to_be_visible()
    expect(coverage.get_by_role("heading", name="How this number was made")).to_be_visible()


def _get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=10) as answer:
        content: bytes = answer.read()
    return content
