"""`mkdocs build --dirty` renders changed pages only, and its verdict is that of a full build."""

import os
import shutil
from pathlib import Path

import pytest
from sites import ARCHITECTURE, Site, make_site, without_section, written_pages

from mkdocs_gbm.standard import Standard

API = f"{ARCHITECTURE}/patterns/api-design.md"
CHECKLIST = f"{ARCHITECTURE}/checklist.md"
LATER = 4_000_000_000


def touch(site: Site, page: str) -> None:
    """Make a page look changed since the last build, whatever the clock's resolution is."""
    os.utime(site.folder / page, (LATER, LATER))


def rebuilt_from_nothing(site: Site) -> Site:
    """Return a full build of the same sources, in the same folder's copy."""
    copy = Site(site.folder.parent / "copy" / site.folder.name)
    shutil.copytree(site.folder, copy.folder, ignore=shutil.ignore_patterns("site"))
    copy.build()
    return copy


@pytest.mark.parametrize("page", [API, CHECKLIST, ".gobuildme/docs/index.md", f"{ARCHITECTURE}/integrations.md"])
def test_touching_a_page_changes_nothing_in_the_report(example: Site, page: str) -> None:
    example.build()
    full = example.read("site/gbm/report.json")
    touch(example, page)
    assert example.build("--dirty").exit_code == 0
    assert example.read("site/gbm/report.json") == full


def test_a_section_lost_in_one_page_gives_the_report_of_a_full_build(example: Site) -> None:
    example.build()
    example.write(API, without_section(example.read(API), "Caching"))
    touch(example, API)
    dirty = example.build("--dirty")
    full = rebuilt_from_nothing(example)
    assert dirty.rules == ["missing-section"]
    assert example.read("site/gbm/report.json") == full.read("site/gbm/report.json")
    assert example.read("site/gbm/badge.svg") == full.read("site/gbm/badge.svg")


def test_the_coverage_page_follows_a_dirty_build(example: Site) -> None:
    example.build()
    example.write(API, without_section(example.read(API), "Caching"))
    touch(example, API)
    example.build("--dirty")
    full = rebuilt_from_nothing(example)
    path = "site/architecture-coverage/index.html"
    assert "44 of 45 required sections are written" in example.read(path)
    assert example.read(path) == full.read(path)


def test_pages_that_were_not_changed_keep_their_html(example: Site) -> None:
    example.build()
    page = "site/technical/architecture/patterns/database/index.html"
    before = example.read(page)
    touch(example, API)
    example.build("--dirty")
    assert example.read(page) == before
    assert 'class="gbm-badges"' in before


def test_nothing_changed_at_all_gives_the_same_report(tmp_path: Path, backend_engineer: Standard) -> None:
    site = make_site(tmp_path / "orders", pages=written_pages(backend_engineer))
    site.build()
    full = site.read("site/gbm/report.json")
    assert site.build("--dirty").findings == []
    assert site.read("site/gbm/report.json") == full


def test_a_section_that_refers_to_an_unchanged_page_is_still_documented(
    tmp_path: Path, backend_engineer: Standard
) -> None:
    pages = written_pages(backend_engineer)
    api = "technical/architecture/patterns/api-design.md"
    pages[api] = pages[api].split("## Caching")[0] + (
        "## Caching\n\nSee [the edge](../../edge.md#caching).\n\n## Documentation\n\n"
        "The OpenAPI document is made by the pipeline and published with every release of the service.\n"
    )
    pages["technical/edge.md"] = "# Edge\n\n## Caching\n\nThe edge keeps every catalogue response for one minute.\n"
    site = make_site(tmp_path / "orders", pages=pages)
    assert site.build().findings == []
    full = site.read("site/gbm/report.json")
    touch(site, f"docs/{api}")
    assert site.build("--dirty").findings == []
    assert site.read("site/gbm/report.json") == full


def test_what_a_hook_adds_to_a_page_is_read_of_unchanged_pages_too(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    config = "site_name: Orders\ntheme: {name: mkdocs}\nplugins: [{gbm: {min_words: 0}}]\nhooks: [generated.py]\n"
    api = "technical/architecture/patterns/api-design.md"
    pages[api] = pages[api].split("## Documentation")[0]
    site = make_site(tmp_path / "orders", config=config, pages=pages)
    site.write(
        "generated.py",
        """
        def on_page_content(html, page, config, files):
            if page.file.src_uri.endswith("api-design.md"):
                return html + '<h2 id="documentation">Documentation</h2><p>OpenAPI, as built for release 7.</p>'
            return html
        """,
    )
    assert site.build().findings == []
    full = site.read("site/gbm/report.json")
    touch(site, "docs/technical/architecture/patterns/database.md")
    assert site.build("--dirty").findings == []
    assert site.read("site/gbm/report.json") == full
