"""`gbm report`: coverage pages, badges and report as files, for whatever shows them."""

import html
import json
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import cmarkgfm
import pytest
from running import API, gbm, lose, run_in
from selectolax.lexbor import LexborHTMLParser
from sites import Site, make_site

BADGES = ["badge.json", "badge.svg", "coverage-badge.json", "coverage.svg"]
NAMES = sorted([*BADGES, "coverage.html", "coverage.md", "report.json"])


def made(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_everything_is_made_in_a_folder_of_its_own(example: Site) -> None:
    lose(example, "Caching")
    before = {file for file in example.folder.rglob("*") if file.is_file()}
    ran = run_in("report", folder=example.folder)
    assert (ran.returncode, ran.stderr) == (0, "")
    folder = example.folder / "gbm-report"
    assert list(made(folder)) == NAMES
    assert {file for file in example.folder.rglob("*") if file.is_file()} - before == set(folder.iterdir())
    assert sorted(ran.stdout.splitlines()[:-1]) == [f"wrote gbm-report/{name}" for name in NAMES]
    assert ran.stdout.splitlines()[-1].startswith("97.8 %: ")


def test_badges_and_report_are_those_of_the_site(example: Site) -> None:
    lose(example, "Caching")
    example.build()
    run_in("report", folder=example.folder)
    site, folder = made(example.folder / "site/gbm"), made(example.folder / "gbm-report")
    shared = site.keys() & folder.keys()
    assert shared == {"badge.json", "badge.svg", "coverage-badge.json", "coverage.svg", "report.json"}
    assert {name: site[name] for name in shared} == {name: folder[name] for name in shared}
    for name in ("badge.svg", "coverage.svg"):
        assert ET.fromstring(folder[name]).tag.endswith("svg")


def test_a_second_run_changes_nothing(example: Site) -> None:
    run_in("report", folder=example.folder)
    folder = example.folder / "gbm-report"
    before, times = made(folder), {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    ran = run_in("report", folder=example.folder)
    assert made(folder) == before
    assert {file: file.stat().st_mtime_ns for file in folder.iterdir()} == times
    assert ran.stdout.count("unchanged ") == len(NAMES)


@pytest.mark.parametrize(("option", "page"), [("--html", "coverage.html"), ("--markdown", "coverage.md")])
def test_one_page_alone_when_it_is_asked_for(example: Site, option: str, page: str) -> None:
    run_in("report", option, folder=example.folder)
    assert list(made(example.folder / "gbm-report")) == sorted([*BADGES, page, "report.json"])


@pytest.mark.parametrize("folder", [".", "gbm-report", "docs/deep/er", ".gobuildme/docs"])
def test_links_of_both_pages_lead_to_pages_of_the_project(example: Site, folder: str) -> None:
    lose(example, "Caching")
    assert run_in("report", "--output", folder, folder=example.folder).returncode == 0
    place = example.folder / folder
    written = place.joinpath("coverage.md").read_text(encoding="utf-8")
    rendered = cmarkgfm.github_flavored_markdown_to_html(written)
    for page in (place.joinpath("coverage.html").read_text(encoding="utf-8"), rendered):
        links = [node.attributes["href"] or "" for node in LexborHTMLParser(page).css("a[href]")]
        outward = [link.partition("#")[0] for link in links if not link.startswith("#")]
        assert len(outward) > 40
        assert [link for link in outward if not (place / unquote(link)).is_file()] == []
        assert any(link.endswith("api-design.md#rate-limiting") for link in links)


def test_outside_the_project_nothing_is_linked(example: Site, tmp_path: Path) -> None:
    run_in("report", "--output", str(tmp_path / "elsewhere"), folder=example.folder)
    written = (tmp_path / "elsewhere/coverage.md").read_text(encoding="utf-8")
    assert "](" not in written.replace("](badge.svg)", "").replace("](coverage.svg)", "")


def test_the_html_page_needs_nothing_from_anywhere(example: Site) -> None:
    lose(example, "Caching")
    run_in("report", folder=example.folder)
    page = LexborHTMLParser(example.read("gbm-report/coverage.html"))
    assert page.css("script, link[rel=stylesheet], img, iframe") == []
    asked = re.findall(r"url\([\"']?([^)\"']{0,5})", example.read("gbm-report/coverage.html"))
    assert all(address.startswith(("data:", "#")) for address in asked)
    assert "@import" not in example.read("gbm-report/coverage.html")
    assert (title := page.css_first("h1"))
    assert title.text() == "Architecture coverage: Larkfield Orders"


def test_names_of_the_site_and_headings_do_nothing(tmp_path: Path) -> None:
    name = "<script>x</script> `a` | *b* [c](d)"
    site = make_site(tmp_path)
    site.write("mkdocs.yml", f"site_name: '{name}'\ntheme: {{name: mkdocs}}\nplugins: [gbm]\n")
    text = "Every key is drawn from one table and thrown away after ninety days by a nightly job."
    site.write(
        "docs/technical/architecture/patterns/database.md", f"# D\n\n## Migrations (a \\| b &lt;img src=x>)\n\n{text}\n"
    )
    run_in("report", folder=tmp_path)
    page = LexborHTMLParser(site.read("gbm-report/coverage.html"))
    assert page.css("script, img") == []
    assert (title := page.css_first("h1"))
    assert title.text() == f"Architecture coverage: {name}"
    rendered = cmarkgfm.github_flavored_markdown_to_html(site.read("gbm-report/coverage.md"))
    assert f"<h1>Architecture coverage: {html.escape(name)}</h1>" in rendered
    assert re.search(
        r'<a href="\.\./docs/technical/architecture/patterns/database\.md#[\w-]+">Migrations \(a \| b &lt;img',
        rendered,
    )
    assert "<img src=x" not in rendered


def test_files_of_somebody_else_are_not_written_over(example: Site) -> None:
    example.write("pages/coverage.md", "# Test coverage\n")
    ran = run_in("report", "--output", "pages", folder=example.folder)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == ("gbm: pages/coverage.md: is not made by 'gbm report'; name another folder with --output\n")
    assert list(made(example.folder / "pages")) == ["coverage.md"]


def test_a_standard_without_checklist_has_one_badge(example: Site) -> None:
    example.write("own/one.md", "---\ntopic: One\norder: 1\npage: one.md\n---\n\n# One\n\n## First\n")
    yml = example.read("mkdocs.yml")
    example.write("mkdocs.yml", yml.replace("  - gbm\n", "  - gbm: {standard: own}\n"))
    run_in("report", folder=example.folder)
    assert "badge.svg" not in made(example.folder / "gbm-report")
    assert "badge.svg" not in example.read("gbm-report/coverage.md")
    assert json.loads(example.read("gbm-report/report.json"))["coverage"]["required"] == 1


def test_the_exit_code_is_not_the_verdict(example: Site) -> None:
    lose(example, "Caching")
    assert gbm("report", "-C", str(example.folder))[0] == 0
    assert (example.folder / "gbm-report/coverage.md").is_file()
    assert API in example.read("gbm-report/coverage.md")
