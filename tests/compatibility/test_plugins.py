"""Sites with the plugins that teams use, at both ends of whose list this one stands."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from running import config, gbm, generator, run_in
from sites import Outcome, Site, make_site, written_page, written_pages

from mkdocs_gbm.standard import Standard

pytestmark = pytest.mark.xdist_group("plugins")  # the site with many of them is built once

VALIDATION = """\
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
HEAD = """\
site_name: Orders
site_url: https://orders.example/
theme: {name: material, font: false, features: [navigation.indexes]}
exclude_docs: /parts/
markdown_extensions:
  - pymdownx.snippets: {check_paths: true}
extra:
  caching: %s
"""
PLUGINS = """\
  - search
  - gen-files: {scripts: [gen.py]}
  - literate-nav: {nav_file: SUMMARY.md}
  - section-index
  - macros
  - include-markdown
  - redirects:
      redirect_maps: {old.md: index.md, api.md: technical/architecture/patterns/api-design.md}
  - git-revision-date-localized: {enable_creation_date: true}
  - tags
  - blog
"""
GEN = """\
import mkdocs_gen_files

with mkdocs_gen_files.open({page!r}, "w") as file:
    file.write({text!r})
"""
POST = """\
---
date: 2026-01-01
tags: [api]
categories: [News]
---

# API Architecture

## Caching

No part of the architecture.

<!-- more -->
"""
SAID = "Redis holds product reads for 60 seconds, and a write to a product deletes its key."
ARCHITECTURE = "technical/architecture"
API = f"{ARCHITECTURE}/patterns/api-design.md"
DATABASE = f"{ARCHITECTURE}/patterns/database.md"
PARTS = """
## Caching

{{ caching }}

## Rate Limiting

--8<-- "docs/parts/limits.md"

## Pagination

{% include-markdown "../../../parts/pages.md" %}
"""


def listed(plugins: str, *, first: bool) -> str:
    ours = "  - gbm\n"
    return "plugins:\n" + (ours + plugins if first else plugins + ours)


def commit(site: Site) -> None:
    """Commit a site, so that its pages have dates."""
    author = ["-c", "user.name=Jo", "-c", "user.email=jo@orders.example"]
    for arguments in (["init", "-q"], ["add", "."], [*author, "commit", "-q", "-m", "All pages"]):
        subprocess.run(["git", *arguments], cwd=site.folder, check=True)


def everything(folder: Path, standard: Standard, *, first: bool) -> Site:
    """Make a site with many plugins, on which each of them gives a part of the architecture's pages."""
    pages = written_pages(standard)
    api = standard.topic("api-design")
    assert api
    pages[API] = written_page(api, without=["Caching", "Rate Limiting", "Pagination"]) + PARTS
    generated = pages.pop(DATABASE)
    pages |= {"parts/limits.md": f"{SAID}\n", "parts/pages.md": f"{SAID}\n", "blog/index.md": "# News\n"}
    pages |= {"blog/posts/one.md": POST, "tags.md": "# Tags\n\n<!-- material/tags -->\n"}
    first_ones = ["index.md", "tags.md", "blog/index.md", "architecture-coverage.md", f"{ARCHITECTURE}/checklist.md"]
    topics = [f"    * [{topic.title}]({ARCHITECTURE}/{topic.page})" for topic in standard.topics]
    lines = [*(f"* [{page}]({page})" for page in first_ones), "* [All of it](architecture.md)", *topics, ""]
    pages |= {"architecture.md": "# All of it\n", "SUMMARY.md": "\n".join(lines)}
    site = make_site(folder, config=HEAD % SAID + VALIDATION + listed(PLUGINS, first=first), pages=pages)
    site.write("gen.py", GEN.format(page=DATABASE, text=generated))
    commit(site)
    return site


@pytest.fixture(scope="module", params=[True, pytest.param(False, marks=pytest.mark.long)], ids=["first", "last"])
def full(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, backend_engineer: Standard
) -> tuple[Site, Outcome]:
    """A site with many plugins, built in a process of its own: some of them patch MkDocs, one starts processes."""
    site = everything(tmp_path_factory.mktemp("full"), backend_engineer, first=request.param)
    return site, generator("mkdocs", "build", "--strict", folder=site.folder)


class TestManyAtOnce:
    def test_the_strict_build_passes_without_a_word_of_warning(self, full: tuple[Site, Outcome]) -> None:
        _, outcome = full
        assert outcome.exit_code == 0, outcome.output
        assert "WARNING -" not in outcome.output

    def test_what_they_put_into_pages_counts_as_written(self, full: tuple[Site, Outcome]) -> None:
        site, _ = full
        report = site.report
        assert (report["coverage"]["percent"], report["findings"]) == (100, [])
        paths = [page for topic in report["components"][0]["topics"] for page in topic["pages"]]
        assert f"docs/{DATABASE}" in paths
        assert not [path for path in paths if "blog" in path]

    def test_the_command_says_the_same(self, full: tuple[Site, Outcome]) -> None:
        site, _ = full
        ran = run_in("check", "--format", "json", folder=site.folder)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, site.read("site/gbm/report.json"), "")

    def test_no_page_is_lost_or_made_twice(self, full: tuple[Site, Outcome]) -> None:
        site, _ = full
        coverage = site.read("site/architecture-coverage/index.html")
        assert coverage.count('class="gbm-coverage"') == 1
        assert coverage.count("<h1") == 1
        assert 'href="../technical/architecture/patterns/api-design/#caching"' in coverage
        assert 'class="gbm-badges"' in site.read(f"site/{ARCHITECTURE}/patterns/database/index.html")
        assert {
            "old/index.html",
            "api/index.html",
            "tags/index.html",
            "blog/2026/01/01/api-architecture/index.html",
        } <= {*site.published}

    def test_the_navigation_has_the_coverage_page_where_the_author_put_it(self, full: tuple[Site, Outcome]) -> None:
        site, _ = full
        navigation = re.findall(r'<a href="([^"]+)" class="md-nav__link"', site.read("site/index.html"))
        assert navigation.count("architecture-coverage/") == 1
        assert f"{ARCHITECTURE}/patterns/database/" in navigation

    def test_the_search_finds_the_pages_and_nothing_of_ours(self, full: tuple[Site, Outcome]) -> None:
        site, _ = full
        entries = json.loads(site.read("site/search/search_index.json"))["docs"]
        places = [entry["location"] for entry in entries]
        assert f"{ARCHITECTURE}/patterns/api-design/#caching" in places
        assert len(places) == len(set(places))
        assert not [place for place in places if "coverage" in place]
        assert not [entry for entry in entries if "gbm" in entry["text"] or "sections written" in entry["text"]]

    def test_what_they_leave_unwritten_is_told(self, full: tuple[Site, Outcome]) -> None:
        site, _ = full
        site.write("mkdocs.yml", site.read("mkdocs.yml").replace(SAID, "TBD"))
        site.write("docs/parts/limits.md", "TODO\n")
        site.write("docs/parts/pages.md", "\n")
        outcome = generator("mkdocs", "build", "-d", "broken", folder=site.folder)
        assert outcome.exit_code == 0
        found = [
            (finding["rule"], finding["section"])
            for finding in json.loads(site.read("broken/gbm/report.json"))["findings"]
        ]
        assert sorted(found) == [
            ("empty-section", "Pagination"),
            ("placeholder-section", "Caching"),
            ("placeholder-section", "Rate Limiting"),
        ]
        code, printed, said = gbm("check", "--format", "json", "-C", str(site.folder))
        assert (code, printed, said) == (1, site.read("broken/gbm/report.json"), "")


class TestAwesomeNav:
    """It makes the navigation, of written pages alone: one with `<!-- gbm:coverage -->` gets the coverage there."""

    def test_a_page_for_the_coverage_stands_where_the_author_wants_it(
        self, tmp_path: Path, backend_engineer: Standard
    ) -> None:
        head = HEAD % SAID + VALIDATION
        for first in (True, False):
            site = make_site(
                tmp_path / f"{first}",
                config=head + listed("  - search\n  - awesome-nav\n", first=first),
                pages=written_pages(backend_engineer),
            )
            site.write("docs/.nav.yml", "nav: [index.md, technical, coverage.md]\n")
            site.write("docs/coverage.md", "# How much is written\n\n<!-- gbm:coverage -->\n")
            site.write(f"docs/{ARCHITECTURE}/.nav.yml", "title: How it is built\nnav: [checklist.md, '*']\n")
            outcome = site.build("--strict")
            assert outcome.exit_code == 0, outcome.output
            home = site.read("site/index.html")
            assert "How it is built" in home
            assert 'href="coverage/"' in home
            assert "46 of 46 required sections are written" in site.read("site/coverage/index.html")
            assert gbm("check", "--format", "json", *config(site))[1] == site.read("site/gbm/report.json")

    def test_a_wildcard_does_not_take_the_coverage_page(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = make_site(
            tmp_path,
            config=HEAD % SAID + VALIDATION + listed("  - search\n  - awesome-nav\n", first=False),
            pages=written_pages(backend_engineer),
        )
        site.write("docs/.nav.yml", "nav: [index.md, '*']\n")
        assert site.build("--strict").exit_code == 0
        assert "architecture-coverage" not in site.read("site/index.html")
        assert "architecture-coverage/index.html" in site.published


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_mkdocs_own_themes_with_files_for_addresses_and_every_validation(
    tmp_path: Path, backend_engineer: Standard, theme: str
) -> None:
    more = f"site_name: Orders\ntheme: {theme}\nuse_directory_urls: false\n{VALIDATION}"
    site = make_site(tmp_path, config=more + listed("  - search\n", first=False), pages=written_pages(backend_engineer))
    outcome = site.build("--strict")
    assert outcome.exit_code == 0, outcome.output
    coverage = site.read("site/architecture-coverage.html")
    assert 'href="technical/architecture/patterns/api-design.html#caching"' in coverage
    assert 'href="../../../architecture-coverage.html"' in site.read(f"site/{ARCHITECTURE}/patterns/api-design.html")
    entries = json.loads(site.read("site/search/search_index.json"))["docs"]
    assert not [entry for entry in entries if "required sections" in entry["text"]]
    assert gbm("check", "--format", "json", *config(site))[1] == site.read("site/gbm/report.json")


PARENT = """
## Caching

--8<-- "parts/caching.md"
"""


def test_snippets_are_read_from_where_the_site_is_built(tmp_path: Path, backend_engineer: Standard) -> None:
    api = backend_engineer.topic("api-design")
    assert api
    pages = {**written_pages(backend_engineer), API: written_page(api, without=["Caching"]) + PARENT}
    more = "markdown_extensions: [{pymdownx.snippets: {check_paths: true}}]\n"
    site = make_site(tmp_path, config=f"site_name: Orders\ntheme: mkdocs\n{more}{listed('', first=True)}", pages=pages)
    site.write("parts/caching.md", "TODO\n")
    commit(site)
    site.write("parts/caching.md", f"{SAID}\n")
    assert gbm("check", "-C", str(tmp_path))[0] == 0
    code, printed, _ = gbm("check", "-C", str(tmp_path), "--against", "HEAD", "--fail-on", "regression")
    assert code == 0
    assert re.search(r"written .*Caching|Caching.* written", printed)
