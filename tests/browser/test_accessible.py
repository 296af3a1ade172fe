"""What is ours breaks no rule of WCAG 2.1 AA that axe knows: on every page, in every theme, light and dark."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from several import COVERAGE as SEVERAL
from several import site_of
from sites import make_site

from browser.browsing import DESKTOP, PHONE, SCHEMES, Scheme, build, served, visiting
from browser.test_gaps import CONFIG, COVERAGE, THEMES, TOPIC, pages
from mkdocs_gbm.standard import Standard

pytestmark = pytest.mark.xdist_group("browser: accessible")

OURS = (".gbm-coverage", ".gbm-badges", ".gbm-strip", ".gbm-hint")
AA = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}
PAGES = (COVERAGE, TOPIC, "technical/architecture/checklist/")

Serve = Callable[[str], str]


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory, backend_engineer: Standard) -> Iterator[Serve]:
    """Gives the address of the site in a theme, with hints on every page."""
    with ExitStack() as servers:

        @cache
        def address(theme: str) -> str:
            config = CONFIG.format(theme=THEMES[theme]).replace("{fail_under: 90}", "{fail_under: 90, hints: always}")
            site = make_site(tmp_path_factory.mktemp(theme), config=config, pages=pages(backend_engineer))
            return servers.enter_context(served(build(site)))

        yield address


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("path", PAGES, ids=["coverage", "topic", "checklist"])
def test_a_page_with_every_kind_of_gap(browser: Browser, serve: Serve, theme: str, path: str) -> None:
    with visiting(browser, serve(theme)) as visit:
        for width in (DESKTOP, PHONE):
            page = visit.open(path).at(width).page
            assert violations(page) == []


def test_the_coverage_page_in_the_dark_of_mkdocs_own_theme(browser: Browser, serve: Serve) -> None:
    with visiting(browser, serve("mkdocs")) as visit:
        page = visit.open(COVERAGE).page
        page.evaluate("() => document.documentElement.setAttribute('data-bs-theme', 'dark')")
        assert violations(page) == []


@pytest.mark.parametrize("theme", ["material", "material-dark", "mkdocs", "readthedocs"])
def test_several_components(browser: Browser, tmp_path: Path, backend_engineer: Standard, theme: str) -> None:
    with served(build(site_of(tmp_path, backend_engineer, 4, THEMES[theme]))) as url, visiting(browser, url) as visit:
        page = visit.open(SEVERAL).page
        page.locator(".gbm-component > summary").first.click()
        assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", ["architecture-coverage/", TOPIC], ids=["coverage", "topic"])
def test_the_example_site(browser: Browser, example_url: str, scheme: Scheme, path: str) -> None:
    with visiting(browser, example_url, scheme=scheme) as visit:
        assert violations(visit.open(path).page) == []


def violations(page: Page) -> list[str]:
    """Return what axe finds in what is ours: the rule, and the elements."""
    there = [selector for selector in OURS if page.locator(selector).count()]
    assert there, "nothing of ours is on the page"
    response: dict[str, Any] = Axe().run(page, context={"include": [[each] for each in there]}, options=AA).response
    return [
        f"{found['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for found in response["violations"]
        for node in found["nodes"]
    ]
