"""`gbm build`: the real command in a process of its own, on repositories with and without a `mkdocs.yml`."""

import json
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from bare import ARCHITECTURE, NAMES, command, environment, files, gbm, gobuildme
from selectolax.lexbor import LexborHTMLParser
from sites import Site, example_site, make_site, written_pages

from mkdocs_gbm.standard import Standard

pytestmark = pytest.mark.xdist_group("gbm build")  # what several tests look at is built once


@pytest.fixture
def bare(tmp_path: Path) -> Site:
    return gobuildme(tmp_path / "larkfield-orders")


@dataclass(frozen=True)
class Built:
    """A bare repository, its files before a build, and what the build said."""

    site: Site
    before: dict[str, bytes]
    done: "subprocess.CompletedProcess[str]"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A bare repository with its site, for tests that only look at them."""
    site = gobuildme(tmp_path_factory.mktemp("built") / "larkfield-orders")
    return Built(site, files(site.folder), gbm(site.folder, "build"))


def home(site: Site, folder: str = "site") -> LexborHTMLParser:
    return LexborHTMLParser(site.read(f"{folder}/index.html"))


def rows(page: LexborHTMLParser) -> dict[str, str]:
    """The home page's table: a topic and what is written of it."""
    found = [[cell.text(strip=True) for cell in row.css("th, td")] for row in page.css(".gbm-topics tbody tr")]
    return {cells[0]: cells[1] for cells in found}


class TestWithoutConfiguration:
    def test_gobuildmes_pages_become_a_site_and_nothing_else_changes(self, built: Built) -> None:
        bare, done = built.site, built.done
        assert done.returncode == 0, done.stderr
        assert files(bare.folder) == built.before
        assert {f"technical/architecture/{name}/index.html" for name in NAMES} < set(bare.published)
        assert "architecture-coverage/index.html" in bare.published
        assert done.stderr.count(": missing-page: ") == 7
        assert f"gbm: {ARCHITECTURE}/checklist.md: missing-page: " in done.stderr

    def test_the_home_page_tells_the_topics_and_leads_to_the_pages(self, built: Built) -> None:
        page = home(built.site)
        assert [title.text() for title in page.css("article h1")] == ["larkfield-orders"]
        assert [badge.attributes["aria-label"] for badge in page.css("article .gbm-badges svg")] == [
            "0 of 10 checklist items are done",
            "0 of 46 required sections are written (written, not verified)",
        ]
        assert list(rows(page).values()) == ["no page yet"] * 7
        more = {link.text(): link.attributes["href"] for link in page.css(".gbm-home__more a")}
        assert more["Security Architecture"] == "technical/architecture/security-architecture/"
        assert len(more) == len(NAMES)
        assert page.css_matches('article a[href="architecture-coverage/"]')
        assert [link.text(strip=True) for link in page.css(".md-nav--primary > .md-nav__list > li > a")] == ["Home"]

    def test_a_complete_documentation_passes_strictly(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = Site(tmp_path / "orders")
        for path, text in written_pages(backend_engineer, "architecture").items():
            site.write(f"docs/{path}", text)
        done = gbm(site.folder, "build", "--strict", "--site-dir", "public")
        assert done.returncode == 0, done.stderr
        assert not (site.folder / "site").exists()
        page = home(site, "public")
        assert rows(page)["API Architecture"] == "10 of 10"
        assert rows(page)["Checklist"] == "10 of 10"
        (link,) = [link for link in page.css(".gbm-topics a") if link.text() == "API Architecture"]
        assert (site.folder / "public" / str(link.attributes["href"]) / "index.html").is_file()

    def test_a_strict_build_that_fails_publishes_nothing(self, bare: Site) -> None:
        done = gbm(bare.folder, "build", "--strict")
        assert done.returncode == 1
        assert "7 findings in the architecture documentation: nothing was published" in done.stderr
        assert "Traceback" not in done.stderr
        assert not (bare.folder / "site").exists()

    def test_the_report_is_that_of_check(self, built: Built) -> None:
        checked = gbm(built.site.folder, "check", "--format", "json")
        assert checked.returncode == 1
        assert json.loads(checked.stdout) == built.site.report

    def test_findings_are_excused_by_the_baseline_of_the_repository(self, bare: Site) -> None:
        gbm(bare.folder, "baseline")
        assert "gbm-baseline.yml" in files(bare.folder)
        done = gbm(bare.folder, "build", "--strict")
        assert done.returncode == 0, done.stderr

    def test_a_home_page_of_the_teams_own_stays(self, bare: Site) -> None:
        bare.write(".gobuildme/docs/README.md", "# Welcome\n\nOur orders.\n")
        assert gbm(bare.folder, "build").returncode == 0
        assert [title.text() for title in home(bare).css("article h1")] == ["Welcome¶"]
        assert not home(bare).css_matches(".gbm-home")

    def test_a_named_folder_is_the_site(self, bare: Site) -> None:
        bare.write("handbook/architecture/patterns/api-design.md", "# API\n\n## Caching\n\nRedis, for five minutes.\n")
        assert gbm(bare.folder, "build", "handbook").returncode == 0
        assert "architecture/patterns/api-design/index.html" in bare.published
        assert bare.report["components"][0]["directory"] == "handbook/architecture"
        assert gbm(bare.folder, "build", "handbook/architecture").returncode == 0
        assert "patterns/api-design/index.html" in bare.published
        assert rows(home(bare))["API Architecture"] == "1 of 10"

    def test_docs_without_architecture_are_a_site_with_missing_pages(self, tmp_path: Path) -> None:
        site = Site(tmp_path / "orders")
        site.write("docs/guide.md", "# Guide\n\nHow to order.\n")
        done = gbm(site.folder, "build")
        assert done.returncode == 0
        assert "gbm: docs/technical/architecture/patterns/api-design.md: missing-page: " in done.stderr
        assert "guide/index.html" in site.published

    def test_another_folder_is_worked_in(self, bare: Site) -> None:
        done = gbm(bare.folder.parent, "build", "-C", "larkfield-orders", "--site-dir", "public")
        assert done.returncode == 0, done.stderr
        assert (bare.folder / "public/index.html").is_file()
        assert f"gbm: {ARCHITECTURE}/checklist.md: missing-page: " in done.stderr

    def test_pages_are_edited_where_the_repository_came_from(self, bare: Site) -> None:
        for arguments in (["init", "-q"], ["remote", "add", "origin", "git@github.com:acme/orders.git"]):
            subprocess.run(["git", *arguments], cwd=bare.folder, check=True)
        gbm(bare.folder, "build")
        page = LexborHTMLParser(bare.read("site/technical/architecture/data-architecture/index.html"))
        edit = page.css_first('a.md-content__button[href*="/edit/"]')
        assert edit
        assert (
            edit.attributes["href"] == f"https://github.com/acme/orders/edit/main/{ARCHITECTURE}/data-architecture.md"
        )
        assert not home(bare).css_matches('a.md-content__button[href*="/edit/"]')
        assert home(bare).css_first("article h1").text() == "orders"  # type: ignore[union-attr]

    def test_print_config_shows_what_is_used_and_writes_nothing(self, bare: Site, built: Built) -> None:
        before = files(bare.folder)
        done = gbm(bare.folder, "build", "--print-config")
        assert (done.returncode, done.stderr, files(bare.folder)) == (0, "", before)
        assert "site_name: larkfield-orders\ndocs_dir: .gobuildme/docs\n" in done.stdout
        bare.write("mkdocs.yml", done.stdout)
        assert gbm(bare.folder, "build").returncode == 0
        assert bare.report == built.site.report
        assert home(bare).css_matches(".gbm-home")


class TestWithConfiguration:
    def test_it_is_what_is_built(self, tmp_path: Path) -> None:
        site = example_site(tmp_path / "example")
        done = gbm(site.folder, "build", "--strict")
        assert done.returncode == 0, done.stderr
        assert "100 %: 45 of 45 required sections are written" in done.stderr
        assert not home(site).css_matches(".gbm-home")

    def test_a_named_one_wins(self, tmp_path: Path) -> None:
        site = gobuildme(tmp_path / "orders")
        site.write("ops/mkdocs.yml", "site_name: Named\nplugins: []\n")
        site.write("ops/docs/index.md", "# Operations\n")
        assert gbm(site.folder, "build", "-f", "ops/mkdocs.yml").returncode == 0
        assert "Operations" in site.read("ops/site/index.html")
        shown = gbm(site.folder, "build", "-f", "ops/mkdocs.yml", "--print-config").stdout
        assert yaml.safe_load(shown) == {"site_name": "Named", "plugins": []}

    def test_what_mkdocs_refuses_is_told_as_mkdocs_tells_it(self, tmp_path: Path) -> None:
        site = make_site(tmp_path / "orders", config="site_name: Orders\nplugins: [gmb]\n")
        done = gbm(site.folder, "build")
        assert done.returncode == 1
        assert 'The "gmb" plugin is not installed' in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_home_page_is_made_on_request(self, tmp_path: Path) -> None:
        config = "site_name: Orders\ntheme: {name: mkdocs}\nplugins: [{gbm: {home_page: true}}]\n"
        site = make_site(tmp_path / "orders", config=f"{config}nav: [{{Guide: guide.md}}]\n")
        site.write("docs/guide.md", "# Guide\n")
        (site.folder / "docs/index.md").unlink()
        assert site.build().exit_code == 0
        page = home(site)
        assert page.css_first(".gbm-home h1").text() == "Orders"  # type: ignore[union-attr]
        assert list(rows(page).values()) == ["no page yet"] * 7

    def test_a_public_site_that_tells_nothing_has_topics_without_numbers(self, tmp_path: Path) -> None:
        config = "site_name: Orders\ntheme: {name: mkdocs}\nplugins: [{gbm: {home_page: true, publish: none}}]\n"
        site = make_site(tmp_path / "orders", config=config)
        (site.folder / "docs/index.md").unlink()
        assert site.build().exit_code == 0
        page = home(site)
        assert page.css_first(".gbm-topics tbody tr").text(strip=True) == "API Architecture"  # type: ignore[union-attr]
        assert not page.css_matches(".gbm-home td, .gbm-home svg")

    def test_the_words_are_the_sites(self, tmp_path: Path) -> None:
        words = "strings: {home.topics: Themen, home.no_page: fehlt noch}"
        config = f"site_name: Orders\ntheme: {{name: mkdocs}}\nplugins: [{{gbm: {{home_page: true, {words}}}}}]\n"
        site = make_site(tmp_path / "orders", config=config)
        (site.folder / "docs/index.md").unlink()
        assert site.build().exit_code == 0
        assert home(site).css_first("#gbm-topics").text() == "Themen"  # type: ignore[union-attr]
        assert set(rows(home(site)).values()) == {"fehlt noch"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build"], "neither a mkdocs.yml nor a folder .gobuildme/docs or docs; begin with 'gbm init', or name"),
        (["serve"], "neither a mkdocs.yml nor a folder .gobuildme/docs or docs; begin with 'gbm init', or name"),
        (["build", "handbok"], "gbm: handbok: no such folder; name the folder of the pages"),
        (["build", "."], "gbm: .: the pages need a folder of their own below the project's; "),
        (["build", "-f", "x.yml"], "x.yml: no such file; name the site's mkdocs.yml with -f"),
    ],
)
def test_nothing_to_build_is_one_line(tmp_path: Path, arguments: list[str], told: str) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    done = gbm(folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(folder.iterdir()) == []


def test_a_folder_beside_a_configuration_is_one_line(tmp_path: Path) -> None:
    done = gbm(example_site(tmp_path / "example").folder, "build", ".gobuildme/docs")
    assert done.returncode == 2
    told = "mkdocs.yml already says where the pages are; leave the folder out, or set 'docs_dir' there"
    assert done.stderr == f"gbm: .gobuildme/docs: {told}\n"


def test_a_folder_that_no_build_made_is_not_emptied(bare: Site) -> None:
    bare.write("site/main.py", "print()\n")
    done = gbm(bare.folder, "build")
    assert done.returncode == 2
    assert done.stderr.endswith(
        "site: holds files that are not of an earlier build; name another with --site-dir, or remove it\n"
    )
    assert bare.published == ["main.py"]
    assert gbm(bare.folder, "build", "--site-dir", "public").returncode == 0
    bare.write("public/old.html", "")
    assert gbm(bare.folder, "build", "--site-dir", "public").returncode == 0
    assert not (bare.folder / "public/old.html").exists()


def test_a_build_after_one_that_failed_half_way_succeeds(bare: Site) -> None:
    bare.write(".gobuildme/docs/a/first.png", "")
    broken = bare.folder / ".gobuildme/docs/a/pic.png"
    broken.symlink_to("gone.png")
    done = gbm(bare.folder, "build")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "index.html" not in bare.published
    broken.unlink()
    again = gbm(bare.folder, "build")
    assert again.returncode == 0, again.stderr
    assert "a/first.png" in bare.published
    assert [path for path in bare.published if path.startswith(".")] == []


def test_a_build_that_is_interrupted_leaves_nothing_and_the_next_one_succeeds(bare: Site) -> None:
    for number in range(300):
        bare.write(f".gobuildme/docs/page-{number}.md", f"# Page {number}\n")
    temporary = bare.folder.parent / "temporary"
    with subprocess.Popen(
        command("build"), cwd=bare.folder, env=environment(temporary), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        while not (bare.folder / "site/404.html").exists():
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert list(temporary.iterdir()) == []
    assert "gbm/report.json" not in bare.published
    assert gbm(bare.folder, "build").returncode == 0
    assert "gbm/report.json" in bare.published


@pytest.mark.parametrize("name", ["build", "serve"])
def test_help_has_examples_on_lines_of_their_own(bare: Site, name: str) -> None:
    done = gbm(bare.folder, name, "--help")
    assert done.returncode == 0
    assert f"\n  Example:\n    gbm {name}" in done.stdout
    assert f"\n    gbm {name} docs/architecture" in done.stdout
