"""Topic pages that are there, and that the site leaves out: they are no pages that nobody wrote."""

import json
from pathlib import Path

import pytest
from running import run_in
from sites import Site, make_site, plain_config, written_pages

from mkdocs_gbm.standard import Standard

FOLDER = "technical/architecture"
API = f"{FOLDER}/patterns/api-design.md"
CHECKLIST = f"{FOLDER}/checklist.md"
TAKE_OUT = "take it out of 'exclude_docs' or 'draft_docs', or name another page under 'pages: api-design:'"


def found(site: Site) -> list[str]:
    """Return what both gears say of pages that are not there, after comparing the two."""
    site.build("-q")
    told = run_in("check", "--format", "json", folder=site.folder)
    assert json.loads(told.stdout) == site.report
    findings = [finding for finding in site.report["findings"] if finding["rule"] == "missing-page"]
    return [f"{told['path']}: {told['message']}; {told['remedy']}" for told in findings]


@pytest.mark.parametrize("option", ["draft_docs", "exclude_docs"])
def test_a_draft_or_an_excluded_page_is_told_as_such(tmp_path: Path, backend_engineer: Standard, option: str) -> None:
    config = plain_config("{}", f"{option}: api-design.md")
    site = make_site(tmp_path, config=config, pages=written_pages(backend_engineer))
    (line,) = found(site)
    assert line.startswith(
        f"docs/{API}: the page of the topic 'API Architecture' is there, and the site leaves it out, so its "
    )
    assert f"; {TAKE_OUT}" in line
    assert "gbm new" not in line


def test_an_excluded_checklist_is_told_as_such(tmp_path: Path, backend_engineer: Standard) -> None:
    config = plain_config("{}", "exclude_docs: checklist.md")
    site = make_site(tmp_path, config=config, pages=written_pages(backend_engineer))
    (line,) = found(site)
    assert line.startswith(
        f"docs/{CHECKLIST}: the page of the checklist is there, and the site leaves it out, so its 10"
    )
    assert "'draft_docs', or name another page under 'pages: checklist:'" in line


def test_a_readme_beside_an_index_is_told_with_that(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    pages[f"{FOLDER}/api/README.md"] = pages.pop(API)
    pages[f"{FOLDER}/api/index.md"] = "# The API\n\nWhere to begin.\n"
    site = make_site(tmp_path, config=plain_config("{pages: {api-design: api/README.md}}"), pages=pages)
    (line,) = found(site)
    assert line.startswith(f"docs/{FOLDER}/api/README.md: the page of the topic 'API Architecture' is there, and the")
    assert f"docs/{FOLDER}/api/index.md takes its place: name that under 'pages: api-design:', or give one" in line


def test_a_link_to_a_page_that_is_left_out_says_so(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    pages[f"{FOLDER}/patterns/draft.md"] = "# Cache\n\nRedis holds product reads for a minute.\n"
    section = "## Caching\n\nThe"
    assert section in pages[API]
    before, _, after = pages[API].partition("## Caching\n")
    pages[API] = f"{before}## Caching\n\nSee [the cache](draft.md).\n\n## {after.partition('## ')[2]}"
    site = make_site(tmp_path, config=plain_config("{}", "draft_docs: draft.md"), pages=pages)
    site.build("-q")
    told = run_in("check", "--format", "json", folder=site.folder)
    assert json.loads(told.stdout) == site.report
    (finding,) = [each for each in site.report["findings"] if each["rule"] == "placeholder-section"]
    assert finding["message"] == "the section 'Caching' only links to draft.md, a page that is left out of the site"


def test_a_page_that_nobody_wrote_has_none(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    del pages[API]
    (line,) = found(make_site(tmp_path, config=plain_config("{}", "draft_docs: other.md"), pages=pages))
    assert line.startswith(f"docs/{API}: the topic 'API Architecture' has no page, so its")
    assert "'gbm new api-design'" in line
