"""`mkdocs serve` and a browser: what an author breaks and mends is seen without restarting or reloading anything."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from running import process as process_of
from sites import ARCHITECTURE, Site, without_section

from browser.browsing import build, visiting
from mkdocs_gbm.standard import Standard

pytestmark = pytest.mark.xdist_group("browser: preview")

API = f"{ARCHITECTURE}/patterns/api-design.md"
COVERAGE = "architecture-coverage/"
WHOLE = "45 of 45 required sections are written, 1 not applicable (written, not verified)"
#: No page links to it: MkDocs' own check of anchors would end a strict rebuild otherwise.
SECTION = "Pagination"
BROKEN = "44 of 45 required sections are written, 1 not applicable (written, not verified)"
SECONDS = 30
WAIT = SECONDS * 1000
"""The same in milliseconds."""
FOLDER = "technical/architecture"


@pytest.mark.parametrize("options", [(), ("--clean", "--strict")], ids=["plain", "clean-strict"])
def test_breaking_and_mending_a_page_is_seen(browser: Browser, example: Site, options: tuple[str, ...]) -> None:
    sound = example.read(API)
    with preview(example, *options) as (url, process), visiting(browser, url) as visit:
        # A page that polls for changes never rests, so do not wait until it asks for nothing more.
        visit.page.goto(url + COVERAGE)
        _shows(visit.page, WHOLE)
        expect(visit.page.locator(".gbm-finding")).to_have_count(0)

        example.write(API, without_section(sound, SECTION))
        _shows(visit.page, BROKEN)
        expect(visit.page.get_by_role("listitem").filter(has_text="missing-section")).to_contain_text(SECTION)

        example.write(API, sound)
        _shows(visit.page, WHOLE)
        expect(visit.page.locator(".gbm-finding")).to_have_count(0)
        assert process.poll() is None, "the preview ended"


def test_the_preview_outlives_a_broken_configuration(browser: Browser, example: Site) -> None:
    sound = example.read("mkdocs.yml")
    with preview(example, "--strict") as (url, process), visiting(browser, url) as visit:
        visit.page.goto(url + COVERAGE)
        _shows(visit.page, WHOLE)
        example.write("mkdocs.yml", sound.replace("  - gbm\n", "  - gbm:\n      standart: backend_engineer\n"))
        _logs(example, "standart")
        example.write("mkdocs.yml", sound.replace("site_name: Larkfield Orders", "site_name: Larkfield Renamed"))
        expect(visit.page).to_have_title("Architecture coverage - Larkfield Renamed", timeout=SECONDS * 1000)
        _shows(visit.page, WHOLE)
        assert process.poll() is None, "the preview ended"


def test_an_author_is_told_in_place_what_to_write(browser: Browser, tmp_path: Path, backend_engineer: Standard) -> None:
    site = Site(tmp_path / "orders")
    site.folder.mkdir()
    begun = process_of("init", "--yes", "--name", "Orders", "--owner", "Ann", folder=site.folder)
    assert begun.returncode == 0, begun.stderr
    security = f"docs/{FOLDER}/patterns/security.md"
    topic = backend_engineer.topic("security")
    assert topic
    sections = topic.sections
    with preview(site) as (url, process), visiting(browser, url) as visit:
        page = visit.page
        page.goto(f"{url}{FOLDER}/patterns/security/")
        hints, count = page.locator(".gbm-hint"), page.locator(".gbm-strip__sentence")
        expect(hints).to_have_count(len(sections), timeout=WAIT)
        expect(count).to_have_text(f"0 of {len(sections)} sections written")
        expect(hints.first).to_contain_text(sections[0].guidance)

        _write(site, security, sections[0].name, "Every body is checked against its JSON schema before a handler runs.")
        expect(hints).to_have_count(len(sections) - 1, timeout=WAIT)
        expect(count).to_have_text(f"1 of {len(sections)} sections written")
        expect(hints.filter(has_text=f"{sections[0].name} is")).to_have_count(0)

        site.write(security, without_section(site.read(security), sections[1].name))
        missing = page.locator("#gbm-missing-sql-injection-prevention")
        expect(missing.locator("pre code").first).to_have_text("## SQL Injection Prevention", timeout=WAIT)
        after = missing.evaluate("hint => hint.nextElementSibling.id")
        assert after == "authentication-flow", "the hint stands where the section belongs"
        page.locator(".gbm-strip").get_by_role("link", name="SQL Injection Prevention").click()
        expect(missing).to_be_in_viewport()

        (site.folder / security).unlink()
        expect(page.locator(".gbm-strip")).to_have_count(0, timeout=WAIT)
        page.goto(url + COVERAGE)
        page.get_by_role("listitem").filter(has_text="missing-page").get_by_role("link", name="security").click()
        expect(page).to_have_url(f"{url}gbm/preview/security/")
        expect(page.locator(".gbm-hint--preview")).to_contain_text(f"{security} does not exist yet")
        expect(page.locator(".gbm-hint--preview")).to_contain_text("gbm new security")
        expect(page.locator(".gbm-hint--placeholder")).to_have_count(len(sections))
        assert process.poll() is None, "the preview ended"
        assert visit.dialogs == []
    built = build(site)
    assert not [path for path in built.rglob("*.html") if "gbm-hint" in path.read_text(encoding="utf-8")]
    assert not (built / "gbm" / "preview").exists()


def _write(site: Site, page: str, section: str, text: str) -> None:
    """Put a text in the place of what a section holds."""
    markdown, count = re.subn(rf"(?ms)(^## {section}$\n).*?(?=^## )", rf"\1\n{text}\n\n", site.read(page))
    assert count == 1
    site.write(page, markdown)


@contextmanager
def preview(site: Site, *options: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """Run the real `mkdocs serve` on loopback; it is ended whatever happens."""
    port = _free_port()
    # Named, because MkDocs 1.6 forgets that live reload is its default with some releases of Click.
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}", *options]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    with (
        _log(site).open("wb") as log,
        subprocess.Popen(command, cwd=site.folder, env=environment, stdout=log, stderr=log) as process,
    ):
        try:
            url = f"http://127.0.0.1:{port}/"
            _answers(url, process, site)
            yield url, process
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def _log(site: Site) -> Path:
    return site.folder.with_suffix(".log")


def _answers(url: str, process: "subprocess.Popen[bytes]", site: Site) -> None:
    deadline = time.monotonic() + SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=SECONDS):
                return
        except urllib.error.URLError:
            time.sleep(0.1)
    pytest.fail(f"no preview: {_log(site).read_text(encoding='utf-8')}")


def _logs(site: Site, word: str) -> None:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if word in _log(site).read_text(encoding="utf-8"):
            return
        time.sleep(0.1)
    pytest.fail(f"'{word}' was never said: {_log(site).read_text(encoding='utf-8')}")


def _shows(page: Page, coverage: str) -> None:
    badge = page.locator(".gbm-coverage .gbm-badges").get_by_role("img", name=coverage, exact=True)
    expect(badge).to_be_visible(timeout=SECONDS * 1000)
