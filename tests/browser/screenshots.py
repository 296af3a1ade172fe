"""Take the README's pictures of the coverage page, of a hint and of two components.

Say `python tests/browser/screenshots.py`.

The example site is whole, so a copy of it is given one gap of each kind first.
"""

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # as pytest does

from sites import ARCHITECTURE, REPOSITORY, Site, configure, example_site, whole_example_site, without_section

from browser.browsing import SCHEMES, Scheme, build, chromium, launch, served, visiting

IMAGES = REPOSITORY / ".github" / "images"
COVERAGE = "architecture-coverage/"
PAGE = "technical/architecture/patterns/api-design/"
SIZE: ViewportSize = {"width": 1280, "height": 1000}


def main() -> None:
    executable = chromium()
    if executable is None:
        sys.exit("no Chromium is here: install it, or say where it is with CHROMIUM=/path/to/chromium")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = cut(example_site(Path(folder, "one")))
        configure(site, "{hints: always}")
        browser = launch(playwright, executable)
        with served(build(site)) as url:
            for scheme in SCHEMES:
                take(browser, url, scheme)
        both = cut(whole_example_site(Path(folder, "both")))
        with served(build(both)) as url:
            for scheme in SCHEMES:
                take_components(browser, url, scheme)
        browser.close()


def cut(site: Site) -> Site:
    """Make one gap of each kind in a site."""
    pages = site.folder / ARCHITECTURE / "patterns"
    database, performance, security = (pages / f"{name}.md" for name in ("database", "performance", "security"))
    _edit(pages / "api-design.md", without_section(_text(pages / "api-design.md"), "Caching"))
    _fill(database, "Backup and recovery", "")
    _fill(database, "Data Retention", "TODO: ask the lawyers.")
    _fill(security, "Encryption", "TBD")
    _fill(pages / "services.md", "Service Discovery", "Not applicable: one address a service, set at deployment.")
    _edit(performance, without_section(_text(performance), "Bottleneck Identification"))
    checklist = site.folder / ARCHITECTURE / "checklist.md"
    _edit(checklist, _text(checklist).replace("- [x] **Deployment**", "- [ ] **Deployment**"))
    return site


def take(browser: Browser, url: str, scheme: Scheme) -> None:
    """Photograph the top of the coverage page, and a page with a hint."""
    with visiting(browser, url, scheme=scheme) as visit:
        visit.page.set_viewport_size(SIZE)
        visit.open(COVERAGE).page.screenshot(path=IMAGES / f"coverage-{scheme}.png")
        page = visit.open(PAGE).page
        page.locator(".gbm-hint").first.evaluate("hint => scrollTo(0, hint.offsetTop - 120)")
        page.wait_for_timeout(300)
        page.screenshot(path=IMAGES / f"preview-{scheme}.png")


def take_components(browser: Browser, url: str, scheme: Scheme) -> None:
    """Photograph the matrix of both components, the second one opened."""
    with visiting(browser, url, scheme=scheme) as visit:
        visit.page.set_viewport_size({"width": SIZE["width"], "height": 960})
        page = visit.open(COVERAGE).page
        page.locator(".gbm-component", has_text="Notifications").locator("summary").click()
        page.wait_for_timeout(300)
        page.screenshot(path=IMAGES / f"components-{scheme}.png")


def _fill(page: Path, section: str, content: str) -> None:
    """Put a text in the place of what a section holds."""
    pattern = re.compile(rf"(?ms)(^## {re.escape(section)}$\n).*?(?=^## |\Z)")
    filled, count = pattern.subn(lambda found: f"{found[1]}\n{content}\n\n", _text(page))
    assert count == 1, f"{page.name}: {count} sections {section!r}"
    _edit(page, filled)


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _edit(page: Path, text: str) -> None:
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
