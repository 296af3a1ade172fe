"""mkdocs-static-i18n: one site in two languages, each judged by its own pages."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs import utils
from running import config, gbm
from sites import Outcome, Site, make_site, without_section, written_pages

from mkdocs_gbm.standard import Standard

pytestmark = pytest.mark.xdist_group("languages")  # a site of each structure is built once

CONFIG = """\
site_name: Orders
site_url: https://orders.example/
theme: {name: material, font: false}
validation:
  omitted_files: warn
  absolute_links: warn
  unrecognized_links: warn
  anchors: warn
plugins:
%s
"""
I18N = """\
  - i18n:
      docs_structure: %s
      languages:
        - {locale: en, default: true, name: English, build: true}
        - {locale: de, name: Deutsch, build: true, site_name: Bestellungen}
"""
ARCHITECTURE = "technical/architecture"
API = f"{ARCHITECTURE}/patterns/api-design.md"
GAP = "missing-section: the section 'Caching' is missing"


@pytest.fixture(autouse=True)
def _mkdocs_as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take back what the plugin changes in MkDocs while it builds, and leaves changed when a build ends early."""
    monkeypatch.setattr(utils, "clean_directory", utils.clean_directory)
    logger = logging.getLogger("mkdocs.commands.build")
    before = list(logger.filters)
    yield
    logger.filters[:] = before


def at(structure: str, locale: str, page: str) -> str:
    """Return where a page of a language stands, relative to `docs/`."""
    if structure == "folder":
        return f"{locale}/{page}"
    return page if locale == "en" else page.replace(".md", f".{locale}.md")


def translated(folder: Path, standard: Standard, structure: str, *, first: bool, options: str = "{}") -> Site:
    """Make a site in which every page is written in both languages, but for one section of the German API page."""
    english = {"index.md": "# Home\n", **written_pages(standard)}
    german = {**english, "index.md": "# Start\n", API: without_section(english[API], "Caching")}
    pages = {
        at(structure, locale, page): text
        for locale, written in (("en", english), ("de", german))
        for page, text in written.items()
    }
    ours, theirs = f"  - gbm: {options}\n", I18N % structure
    listed = f"{ours}  - search\n{theirs}" if first else f"  - search\n{theirs}{ours}"
    site = make_site(folder, config=CONFIG % listed, pages=pages)
    if structure == "folder":
        (site.folder / "docs/index.md").unlink()
    return site


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(("suffix", True), id="suffix, gbm first"),
        pytest.param(("folder", False), id="folder, gbm last"),
        pytest.param(("suffix", False), id="suffix, gbm last", marks=pytest.mark.long),
        pytest.param(("folder", True), id="folder, gbm first", marks=pytest.mark.long),
    ],
)
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, backend_engineer: Standard
) -> tuple[str, Site, Outcome]:
    """A site in each structure, built with the plugin at either end of the list."""
    structure, first = request.param
    site = translated(tmp_path_factory.mktemp("translated"), backend_engineer, structure, first=first)
    return structure, site, site.build()


def test_each_language_is_judged_by_its_own_pages(built: tuple[str, Site, Outcome]) -> None:
    structure, site, outcome = built
    assert outcome.exit_code == 0
    page = f"docs/{at(structure, 'de', API)}"
    assert [line.partition(";")[0] for line in outcome.findings] == [f"{page}: {GAP}"]
    assert site.report["coverage"]["percent"] == 100
    german = json.loads(site.read("site/de/gbm/report.json"))
    assert german["coverage"]["percent"] == 97.8
    assert {finding["path"] for finding in german["findings"]} == {page}
    pages = {path for topic in german["components"][0]["topics"] for path in topic["pages"]}
    assert len(pages) == 6
    assert all((site.folder / path).is_file() for path in pages)


def test_each_language_has_its_coverage_page_and_badges(built: tuple[str, Site, Outcome]) -> None:
    _, site, _ = built
    english, german = (site.read(f"site/{folder}architecture-coverage/index.html") for folder in ("", "de/"))
    assert "46 of 46 required sections are written" in english
    assert "45 of 46 required sections are written" in german
    assert '<html lang="de"' in german
    assert 'href="../technical/architecture/patterns/api-design/' in german
    assert "97.8" in site.read("site/de/gbm/coverage.svg")
    assert "97.8" not in site.read("site/gbm/coverage.svg")
    for folder in ("", "de/"):
        page = site.read(f"site/{folder}{ARCHITECTURE}/patterns/api-design/index.html")
        assert 'class="gbm-badges"' in page
        assert 'href="../../../../architecture-coverage/' in page


def test_the_menu_of_languages_leads_from_one_coverage_page_to_the_other(built: tuple[str, Site, Outcome]) -> None:
    _, site, _ = built
    english, german = (site.read(f"site/{folder}architecture-coverage/index.html") for folder in ("", "de/"))
    assert '<a href="../de/architecture-coverage/" hreflang="de"' in english
    assert '<a href="../../architecture-coverage/" hreflang="en"' in german


def test_the_search_index_holds_no_coverage_page_of_any_language(built: tuple[str, Site, Outcome]) -> None:
    _, site, _ = built
    index = json.loads(site.read("site/search/search_index.json"))
    assert not [entry["location"] for entry in index["docs"] if "coverage" in entry["location"]]


def test_the_command_judges_all_languages(built: tuple[str, Site, Outcome]) -> None:
    structure, site, _ = built
    code, printed, said = gbm("check", "--format", "json", *config(site))
    report = json.loads(printed)
    assert (code, said) == (1, "")
    names = [(component["name"], component["coverage"]["percent"]) for component in report["components"]]
    assert names == [("Orders", 100), ("Bestellungen (de)", 97.8)]
    assert [finding["path"] for finding in report["findings"]] == [f"docs/{at(structure, 'de', API)}"]


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_a_page_that_is_not_translated_counts_as_it_is_shown(
    tmp_path: Path, backend_engineer: Standard, structure: str
) -> None:
    site = translated(tmp_path, backend_engineer, structure, first=True)
    (site.folder / "docs" / at(structure, "de", API)).unlink()
    assert site.build("--strict").exit_code == 0  # the English page stands in for it, and is whole
    german = json.loads(site.read("site/de/gbm/report.json"))
    assert german["components"][0]["topics"][0]["pages"] == [f"docs/{at(structure, 'en', API)}"]
    site.write(
        "mkdocs.yml", site.read("mkdocs.yml").replace("languages:", "fallback_to_default: false\n      languages:")
    )
    outcome = site.build("--strict")
    assert outcome.exit_code == 1
    assert outcome.findings[0].startswith(f"docs/{at(structure, 'de', API)}: missing-page: ")
    assert "nothing in the language 'de' was published" in outcome.output


def test_a_baseline_excuses_each_language_for_itself(tmp_path: Path, backend_engineer: Standard) -> None:
    site = translated(tmp_path, backend_engineer, "suffix", first=True)
    site.write(f"docs/{API}", without_section(site.read(f"docs/{API}"), "Pagination"))
    assert site.build("--strict").rules == ["missing-section"]  # the first language that falls short ends the build
    assert gbm("baseline", *config(site))[0] == 0
    assert "component: Bestellungen (de)" in site.read("gbm-baseline.yml")
    assert site.build("--strict").exit_code == 0
    assert gbm("check", *config(site))[0] == 0
    for page in (API, at("suffix", "de", API)):  # the other language's gap is no excuse
        site.write(f"docs/{page}", without_section(site.read(f"docs/{page}"), "API Style"))
    outcome = site.build()
    assert [line.partition(":")[0] for line in outcome.findings if "API Style" in line] == [
        f"docs/{API}",
        f"docs/{at('suffix', 'de', API)}",
    ]
    assert "stale-baseline" not in outcome.rules


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_a_page_is_made_and_mended_where_its_language_stands(
    tmp_path: Path, backend_engineer: Standard, structure: str
) -> None:
    site = translated(tmp_path, backend_engineer, structure, first=True)
    page, german = (f"docs/{at(structure, locale, API)}" for locale in ("en", "de"))
    (site.folder / page).unlink()
    code, printed, _ = gbm("new", "api-design", *config(site))
    assert (code, printed.split()) == (0, ["created", page])
    code, printed, _ = gbm("fix", german, "-C", str(site.folder))
    assert (code, printed.splitlines()[0]) == (0, f"{german}: 'Caching' added")
