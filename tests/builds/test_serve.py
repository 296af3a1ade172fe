"""The preview: a real `mkdocs serve`, which lives through every mistake and shows each one."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from sites import (
    ARCHITECTURE,
    Site,
    configure,
    example_site,
    in_theme,
    make_site,
    plain_config,
    without_section,
    written_pages,
)

from mkdocs_gbm import standard

API = f"{ARCHITECTURE}/patterns/api-design.md"
COVERAGE = "architecture-coverage/"
DEADLINE = 60
"""Seconds until a change must be seen; a rebuild takes one."""
COMPLETE = "45 of 45 required sections are written"
LACKING = "44 of 45 required sections are written"


@pytest.fixture
def example(tmp_path: Path) -> Site:
    """The example site in MkDocs' own theme, which is built in half the time."""
    return in_theme(example_site(tmp_path / "example"), "mkdocs")


@pytest.fixture
def in_material(tmp_path: Path) -> Site:
    """The example site as it is."""
    return example_site(tmp_path / "example")


@dataclass(frozen=True)
class Preview:
    """A server that is running."""

    process: subprocess.Popen[bytes]
    address: str
    log_file: Path

    def get(self, path: str) -> str:
        """Return a page as a browser gets it; empty while there is none."""
        try:
            with urlopen(f"{self.address}{path}", timeout=DEADLINE) as response:
                text: str = response.read().decode("utf-8")
                return text
        except HTTPError as error:
            error.close()
            return ""

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def until(self, said: Callable[[], bool], what: str) -> None:
        """Wait until something is so, and fail when the server dies before, or never says so."""
        end = time.monotonic() + DEADLINE
        while True:
            try:
                if said():
                    return
            except OSError:
                pass  # it does not listen yet
            assert self.process.poll() is None, f"the server ended before {what}:\n{self.log}"
            assert time.monotonic() < end, f"waited in vain: {what}:\n{self.log}"
            try:
                self.process.wait(timeout=0.05)
            except subprocess.TimeoutExpired:
                continue

    def shows(self, words: str, path: str = COVERAGE) -> None:
        self.until(lambda: words in self.get(path), f"{path} shows {words!r}")

    def says(self, words: str, times: int = 1) -> None:
        self.until(lambda: self.log.count(words) >= times, f"the log says {words!r}")

    def lives(self) -> None:
        assert self.process.poll() is None, self.log
        assert "Traceback" not in self.log
        assert self.get("")


@contextmanager
def preview(site: Site, *options: str) -> Iterator[Preview]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log_file = site.folder.parent / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(site.folder / "mkdocs.yml")]
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            [*command, "-a", f"127.0.0.1:{port}", *options],
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=site.folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
    try:
        yield Preview(process, f"http://127.0.0.1:{port}/", log_file)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def break_page(site: Site) -> str:
    """Take a section out of a page, and return the page as it was."""
    whole = site.read(API)
    site.write(API, without_section(whole, "Pagination"))
    return whole


@pytest.mark.parametrize(
    ("strict", "options", "line"),
    [
        pytest.param("true", (), "INFO    -  gbm: warn: ", id="strict in the configuration"),
        pytest.param("false", ("--clean", "--strict"), "INFO    -  gbm: warn: ", id="clean and strict"),
        pytest.param("false", (), "WARNING -  gbm: ", id="not strict"),
    ],
)
def test_the_preview_starts_with_a_broken_page_and_follows_it(
    example: Site, strict: str, options: tuple[str, ...], line: str
) -> None:
    configure(example, "{}", f"strict: {strict}")
    whole = break_page(example)
    finding = f"{line}{API}: missing-section: the section 'Pagination' is missing"
    with preview(example, *options) as server:
        server.shows(LACKING)
        server.shows("97.8 % written", "technical/architecture/patterns/api-design/")
        assert server.log.count(finding) == 1
        example.write(API, whole)
        server.shows(COMPLETE)
        break_page(example)
        server.shows(LACKING)
        server.says(finding, times=2)
        server.lives()


def test_the_preview_without_live_reload_starts_with_a_broken_page(example: Site) -> None:
    configure(example, "{}", "strict: true")
    break_page(example)
    with preview(example, "--no-livereload") as server:
        server.shows(LACKING)
        server.says("missing-section: the section 'Pagination' is missing")
        server.lives()


def test_the_preview_outlives_a_misspelt_option_and_a_claim_of_an_unknown_topic(example: Site) -> None:
    configure(example, "{}", "strict: true")
    with preview(example) as server:
        server.shows(COMPLETE)
        configure(example, "{coverge_page: how-complete.md}", "strict: true")
        server.says("unknown key 'coverge_page'; did you mean 'coverage_page'?")
        whole = break_page(example)
        server.shows(LACKING)
        configure(example, "{coverage_page: how-complete.md}", "strict: true")
        server.shows(LACKING, "how-complete/")
        example.write(
            API, whole.replace("# API Architecture", "---\ngbm: {topic: ape-design}\n---\n# API Architecture", 1)
        )
        server.says("'ape-design' is no topic of this standard; did you mean 'api-design'?")
        server.lives()
        example.write(API, whole)
        server.shows(COMPLETE, "how-complete/")
        configure(example, "{severity: {missing-section: wrn}}", "strict: true")
        server.says("'wrn' is no severity; did you mean 'warn'?")
        server.lives()


def test_the_preview_follows_the_templates_of_a_standard_of_the_teams_own(example: Site) -> None:
    shutil.copytree(standard.bundled("backend_engineer"), example.folder / "standard")
    configure(example, "{standard: standard}", "strict: true")
    with preview(example) as server:
        server.shows(COMPLETE)
        template = example.read("standard/api-design.md")
        example.write("standard/api-design.md", template.replace("## Pagination\n", "## Sidekicks\n"))
        server.says("'Sidekicks' is required in place of 'Pagination'")
        server.shows(LACKING)
        example.write("standard/api-design.md", template.replace("## Pagination\n", "### Pagination\n"))
        server.says("no heading")
        server.lives()
        example.write(
            "standard/api-design.md", f"{template}\n## Sidekicks\n\n<!-- Who helps -->\n\n<helper and deed>\n"
        )
        server.shows("45 of 46 required sections are written")
        server.shows("the section &#39;Sidekicks&#39; is missing")
        example.write("standard/api-design.md", template)
        server.shows(COMPLETE)
        configure(example, "{standard: standrad}", "strict: true")
        server.says("'standrad' is neither a bundled standard nor a folder of page templates")
        server.lives()
        configure(example, "{standard: backend_engineer}", "strict: true")
        server.shows("by the standard backend_engineer")


def test_the_preview_follows_a_persona_partial_and_the_projects_persona(example: Site) -> None:
    partial = ".gobuildme/templates/personas/partials/parcel_engineer/architecture.md"
    note = ".gobuildme/config/personas.yaml"
    required = "### Depots\n\n**Required**: told in `patterns/api-design.md`\n\n- **Pagination**: How lists are cut\n"
    example.write(partial, required)
    example.write(note, "default_persona: parcel_engineer\n")
    configure(example, "{}", "strict: true")
    with preview(example) as server:
        server.shows("1 of 1 required sections are written")
        server.shows("by the standard parcel_engineer")
        example.write(partial, f"{required}- **Sidekicks**: Who helps\n")
        server.shows("1 of 2 required sections are written")
        server.shows("the section &#39;Sidekicks&#39; is missing")
        example.write(partial, "### Depots\n")
        server.says("no topic with a required section is there")
        server.lives()
        example.write(partial, required)
        server.shows("1 of 1 required sections are written")
        example.write(note, "default_persona: backend_engineer\n")
        server.shows(COMPLETE)


def test_the_preview_follows_a_folder_beside_docs_dir_and_a_persona_that_is_noted_later(
    tmp_path: Path, backend_engineer: standard.Standard
) -> None:
    config = plain_config("{architecture_dir: ../.gobuildme/docs/technical/architecture}")
    site = make_site(tmp_path / "orders", config=config)
    pages = written_pages(backend_engineer, ARCHITECTURE)
    for path, text in pages.items():
        site.write(path, text)
    partial = ".gobuildme/templates/personas/partials/parcel_engineer/architecture.md"
    required = "### Depots\n\n**Required**: told in `patterns/depots.md`\n\n- **Layout**: Gates and belts\n"
    api, depots = "technical/architecture/patterns/api-design/", "technical/architecture/patterns/depots/"
    with preview(site) as server:
        server.shows("46 of 46 required sections are written")
        site.write(API, without_section(pages[API], "Pagination") + "\n## Paging of parcels\n\nNone.\n")
        server.shows("45 of 46 required sections are written")
        server.shows("Paging of parcels", api)
        lose(site, DATABASE)
        server.shows("36 of 46 required sections are written")
        server.until(lambda: not server.get("technical/architecture/patterns/database/"), "the page is gone")
        site.write(DATABASE, pages[DATABASE])
        site.write(API, pages[API])
        server.shows("46 of 46 required sections are written")
        site.write(f"{ARCHITECTURE}/patterns/depots.md", "# Depots\n\n## Layout\n\nSix gates, of which two are high.\n")
        server.shows("Six gates", depots)
        site.write(partial, required)
        site.write(".gobuildme/config/personas.yaml", "default_persona: parcel_engineer\n")
        server.shows("by the standard parcel_engineer")
        server.shows("1 of 1 required sections are written")
        site.write(partial, required + "- **Ramps**: Up and down\n")
        server.shows("1 of 2 required sections are written")
        (site.folder / ".gobuildme/config/personas.yaml").unlink()
        server.shows("46 of 46 required sections are written")
        server.lives()


@pytest.mark.parametrize("options", [(), ("--clean",)], ids=["serve", "serve --clean"])
def test_the_preview_starts_when_a_page_claims_an_unknown_topic(example: Site, options: tuple[str, ...]) -> None:
    configure(example, "{}", "strict: true")
    whole = example.read(API)
    example.write(API, f"---\ngbm: {{topic: ape-design}}\n---\n{whole}")
    with preview(example, *options) as server:
        server.says("'ape-design' is no topic of this standard; did you mean 'api-design'?")
        server.until(lambda: bool(server.get("")), "the home page is there")
        example.write(API, whole)
        server.shows(COMPLETE)
        server.lives()


def test_the_preview_shows_everything_whatever_is_published(example: Site) -> None:
    configure(example, "{publish: none}")
    with preview(example) as shown:
        shown.shows(COMPLETE)
        assert 'class="gbm-badges"' in shown.get("technical/architecture/patterns/api-design/")
        shown.lives()


PREVIEW = "gbm/preview/database/"
DATABASE = f"{ARCHITECTURE}/patterns/database.md"


def lose(site: Site, page: str) -> str:
    """Delete a page, and return it."""
    text = site.read(page)
    (site.folder / page).unlink()
    return text


@pytest.mark.parametrize("options", [(), ("--clean", "--strict"), ("--dirty",)], ids=["serve", "clean", "dirty"])
def test_a_page_that_does_not_exist_is_previewed_until_it_does(in_material: Site, options: tuple[str, ...]) -> None:
    configure(in_material, "{}", "validation: {nav: {not_found: ignore}, links: {not_found: ignore}}")
    whole = lose(in_material, DATABASE)
    with preview(in_material, *options) as server:
        server.shows("does not exist yet", PREVIEW)
        server.says(f"{DATABASE} does not exist yet; gbm/preview/database/ shows how it starts")
        page = server.get(PREVIEW)
        assert "<code>gbm new database</code>" in page
        assert "&lt;engine and version&gt;" in page
        assert page.count('class="admonition gbm-hint gbm-hint--placeholder"') == 9
        assert '<a href="../gbm/preview/database/">' in server.get(COVERAGE)
        assert not server.get("technical/architecture/patterns/database/")
        assert "preview" not in server.get("search/search_index.json")
        server.shows("36 of 45 required sections are written")
        in_material.write(DATABASE, whole)
        server.shows(COMPLETE)
        if "--dirty" not in options:  # which leaves whatever was written
            server.until(lambda: not server.get(PREVIEW), "the preview page is gone")
        server.lives()
    assert in_material.build().exit_code == 0
    assert not [path for path in in_material.published if "preview" in path]


def test_a_missing_checklist_is_previewed(example: Site) -> None:
    configure(example, "{}", "validation: {nav: {not_found: ignore}, links: {not_found: ignore}}")
    lose(example, f"{ARCHITECTURE}/checklist.md")
    with preview(example) as server:
        server.shows("<code>gbm new checklist</code>", "gbm/preview/checklist/")
        assert "Complete API patterns and conventions" in server.get("gbm/preview/checklist/")
        server.lives()


def test_a_page_of_the_authors_own_at_the_previews_address_stays(example: Site) -> None:
    configure(
        example, "{}", "validation: {nav: {not_found: ignore, omitted_files: ignore}, links: {not_found: ignore}}"
    )
    lose(example, DATABASE)
    example.write(".gobuildme/docs/gbm/preview/database.md", "# My own page\n")
    with preview(example) as server:
        server.shows("My own page", PREVIEW)
        assert "does not exist yet" not in server.get(PREVIEW)
        server.lives()


def test_a_template_that_makes_no_page_ends_no_preview(example: Site) -> None:
    shutil.copytree(standard.bundled("backend_engineer"), example.folder / "standard")
    template = example.read("standard/database.md")
    example.write("standard/database.md", template.replace("{{ component }}", "{{ componnet }}", 1))
    configure(example, "{standard: standard}", "validation: {nav: {not_found: ignore}, links: {not_found: ignore}}")
    lose(example, DATABASE)
    with preview(example) as server:
        server.says("'componnet' is undefined")
        server.says("there is no preview of technical/architecture/patterns/database.md until it is mended")
        server.shows("36 of 45 required sections are written")
        example.write("standard/database.md", template)
        server.shows("does not exist yet", PREVIEW)
        server.lives()


def test_a_draft_is_there_and_not_previewed(example: Site) -> None:
    more = "validation: {nav: {not_found: ignore}, links: {not_found: ignore}}"
    configure(example, "{}", more, "draft_docs: database.md")
    with preview(example) as server:
        server.shows("36 of 45 required sections are written")
        assert not server.get(PREVIEW)
        server.lives()


def test_hints_stand_in_the_preview_and_vanish_as_the_author_writes(example: Site) -> None:
    api = "technical/architecture/patterns/api-design/"
    whole = break_page(example)
    with preview(example) as server:
        server.shows('id="gbm-missing-pagination"', api)
        assert "9 of 10 sections written" in server.get(api)
        example.write(API, f"{example.read(API)}\n## Pagination\n")
        server.shows("Pagination is empty", api)
        example.write(API, whole)
        server.shows("10 of 10 sections written", api)
        assert "gbm-hint" not in server.get(api)
        server.lives()
    example.build()
    assert "gbm-hint" not in example.read(f"site/{api}index.html")


def test_the_preview_shows_all_whatever_is_published_and_no_hint_where_none_is_wanted(example: Site) -> None:
    api = "technical/architecture/patterns/api-design/"
    configure(example, "{publish: none, hints: never}")
    break_page(example)
    with preview(example) as server:
        server.shows("9 of 10 sections written", api)
        assert "gbm-hint" not in server.get(api)
        server.lives()
