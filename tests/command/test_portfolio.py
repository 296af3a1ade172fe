"""`gbm portfolio`: many sites' reports on one page."""

import html
import json
import shutil
import time
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import cmarkgfm
import pytest
from running import lose, process, run_in
from selectolax.lexbor import LexborHTMLParser
from sites import example_site

NAMES = [
    "badge.json",
    "badge.svg",
    "coverage-badge.json",
    "coverage.svg",
    "portfolio.html",
    "portfolio.json",
    "portfolio.md",
]
HOSTILE = "<script>alert(1)</script> `x` | *b* [c](javascript:d) & \"q' \u202e\x1b[31m\n# h"
Json = dict[str, Any]
Save = Callable[..., Path]


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Json:
    """The report of the example site, as the command tells it."""
    site = example_site(tmp_path_factory.mktemp("site"))
    report: Json = json.loads(run_in("check", "--format", "json", folder=site.folder).stdout)
    return report


@pytest.fixture
def save(whole: Json, tmp_path: Path) -> Save:
    """Save a report of one component in which sections are missing, with keys of its own."""

    def saved(file: str, name: str, *missing: str, slugs: tuple[str, ...] = (), **own: Any) -> Path:
        report = deepcopy(whole) | own
        (component,) = report["components"]
        component["name"] = name
        component["topics"] = [topic for topic in component["topics"] if not slugs or topic["slug"] in slugs]
        for topic in component["topics"]:
            for section in topic["sections"]:
                if section["name"] in missing or "*" in missing:
                    section["status"] = "missing"
            found = [section["status"] for section in topic["sections"]]
            topic["coverage"] |= {
                "documented": found.count("documented"),
                "not_applicable": found.count("not-applicable"),
            }
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(report), encoding="utf-8")
        return path

    return saved


def merged(*reports: str, folder: Path) -> Json:
    ran = run_in("portfolio", *reports, "--format", "json", folder=folder)
    assert (ran.returncode, ran.stderr) == (0, "")
    told: Json = json.loads(ran.stdout)
    return told


def made_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def details(version: str | None, content: str) -> Json:
    return {"source": "a package", "version": version, "hash": content, "commit": None, "chosen": "by the option"}


class TestFiles:
    def test_page_markdown_json_and_badges_are_made(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Orders", "Caching")
        save("b.json", "Billing")
        ran = run_in("portfolio", "a.json", "b.json", folder=tmp_path)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert sorted(file.name for file in (tmp_path / "gbm-portfolio").iterdir()) == NAMES
        lines = ran.stdout.splitlines()
        assert sorted(lines[:-1]) == [f"wrote gbm-portfolio/{name}" for name in NAMES]
        assert lines[-1].startswith("98.9 %: 89 of 90 required sections are written, 2 not applicable")
        assert lines[-1].endswith("; 2 components in 2 reports")
        for badge in ("badge.svg", "coverage.svg"):
            assert ET.parse(tmp_path / "gbm-portfolio" / badge).getroot().tag.endswith("svg")
        assert '"98.9 % written"' in (tmp_path / "gbm-portfolio/coverage-badge.json").read_text(encoding="utf-8")

    def test_reports_of_real_sites_are_taken_from_their_folders(self, tmp_path: Path) -> None:
        one, other = example_site(tmp_path / "one"), example_site(tmp_path / "other")
        lose(other, "Caching")
        other.write("mkdocs.yml", other.read("mkdocs.yml").replace("Larkfield Orders", "Larkfield Billing"))
        one.build()
        run_in("report", folder=other.folder)
        told = merged("one/site", "other/gbm-report", folder=tmp_path)
        assert told["reports"] == ["one/site/gbm/report.json", "other/gbm-report/report.json"]
        assert [component["name"] for component in told["components"]] == ["Larkfield Billing", "Larkfield Orders"]
        reports = [json.loads((tmp_path / report).read_text(encoding="utf-8")) for report in told["reports"]]
        for key in ("documented", "required", "not_applicable"):
            assert told["coverage"][key] == sum(report["coverage"][key] for report in reports)
        for key in ("done", "total", "ticked", "contradicted"):
            assert told["checklist"][key] == sum(report["checklist"][key] for report in reports)

    def test_the_same_reports_give_the_same_bytes_in_any_order(self, save: Save, tmp_path: Path) -> None:
        names = [save(f"{name}.json", name, "Caching" if name < "C" else "Timeouts").name for name in "DBCA"]
        run_in("portfolio", *names, "--output", "first", folder=tmp_path)
        run_in("portfolio", *sorted(names), "--output", "second", folder=tmp_path)
        made = [
            {file.name: file.read_bytes() for file in (tmp_path / folder).iterdir()} for folder in ("first", "second")
        ]
        assert made[0] == made[1]
        again = run_in("portfolio", *names, "--output", "first", folder=tmp_path)
        assert again.stdout.count("unchanged ") == len(NAMES)

    def test_printed_and_not_written(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Orders")
        for form, beginning in (
            ("text", "Components ("),
            ("json", "{"),
            ("markdown", "<!-- made by gbm portfolio -->"),
        ):
            ran = run_in("portfolio", "a.json", "--format", form, folder=tmp_path)
            assert ran.returncode == 0
            assert ran.stdout.startswith(beginning)
        assert [file.name for file in tmp_path.iterdir()] == ["a.json"]

    def test_printed_and_written_when_both_are_asked_for(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Orders")
        ran = run_in("portfolio", "a.json", "--format", "json", "--output", "deep/er", folder=tmp_path)
        assert (tmp_path / "deep/er/portfolio.json").read_text(encoding="utf-8") == ran.stdout

    def test_files_of_somebody_else_are_not_written_over(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Orders")
        (tmp_path / "portfolio.md").write_text("# My shares\n", encoding="utf-8")
        ran = run_in("portfolio", "a.json", "--output", ".", folder=tmp_path)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr == "gbm: portfolio.md: is not made by 'gbm portfolio'; name another folder with --output\n"
        assert sorted(file.name for file in tmp_path.iterdir()) == ["a.json", "portfolio.md"]

    def test_five_hundred_reports_take_about_a_second(self, save: Save, tmp_path: Path) -> None:
        names = [save(f"r/{number}.json", f"C{number}", *["Caching"][: number % 2]).name for number in range(500)]
        start = time.process_time()
        ran = run_in("portfolio", *(f"r/{name}" for name in names), folder=tmp_path)
        assert time.process_time() - start < 3, "a slow machine has room"
        assert ran.stdout.splitlines()[-1].endswith("; 500 components in 500 reports")


class TestWhatIsTold:
    def test_the_lowest_coverage_comes_first(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Best")
        save("b.json", "Worst", "*")
        save("c.json", "Middle", "Caching", "Timeouts")
        told = merged("a.json", "b.json", "c.json", folder=tmp_path)
        assert [component["name"] for component in told["components"]] == ["Worst", "Middle", "Best"]
        shares = [topic["coverage"]["percent"] for topic in told["topics"]]
        assert shares == sorted(shares)
        page = LexborHTMLParser(page_of("a.json", "b.json", "c.json", folder=tmp_path))
        assert [name.text() for name in page.css(".gbm-component__name")] == ["Worst", "Middle", "Best"]

    def test_what_most_or_all_lack(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Orders", "Caching", "Timeouts", "Rate Limiting")
        save("b.json", "Billing", "Caching", "Timeouts")
        save("c.json", "Ledger", "Caching")
        lacking = merged("a.json", "b.json", "c.json", folder=tmp_path)["lacking"]
        assert [(lack["section"], len(lack["components"]), lack["of"], lack["everywhere"]) for lack in lacking] == [
            ("Caching", 3, 3, True),
            ("Timeouts", 2, 3, False),
        ]
        assert set(lacking[1]["components"]) == {"Orders", "Billing"}
        text = run_in("portfolio", "a.json", "b.json", "c.json", "--format", "text", folder=tmp_path).stdout
        assert "  API Architecture: Caching (all 3)\n  Service Architecture: Timeouts (2 of 3)\n" in text

    def test_what_does_not_apply_is_lacking_nowhere(self, save: Save, tmp_path: Path, whole: Json) -> None:
        waived = [
            section["name"]
            for topic in whole["components"][0]["topics"]
            for section in topic["sections"]
            if section["status"] == "not-applicable"
        ]
        assert waived
        save("a.json", "Orders")
        save("b.json", "Billing")
        told = merged("a.json", "b.json", folder=tmp_path)
        assert told["lacking"] == []
        assert told["coverage"]["percent"] == 100

    def test_one_component_alone_is_no_pattern(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Orders", "*")
        assert merged("a.json", folder=tmp_path)["lacking"] == []

    def test_other_requirements_are_shown_apart_and_added_up_by_topic(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Orders", standard_details=details("1.0", "aaa"))
        save("b.json", "Billing", standard_details=details("1.1", "bbb"))
        save("c.json", "Shop", "Input Validation", slugs=("security",), standard="web", standard_details=None)
        told = merged("a.json", "b.json", "c.json", folder=tmp_path)
        assert told["standards"] == [
            {"name": "backend_engineer", "version": "1.0", "hash": "aaa", "components": 1, "required": 46},
            {"name": "backend_engineer", "version": "1.1", "hash": "bbb", "components": 1, "required": 46},
            {"name": "web", "version": None, "hash": None, "components": 1, "required": 7},
        ]
        components = {topic["slug"]: topic["components"] for topic in told["topics"]}
        assert (components["security"], components["database"]) == (3, 2)
        page = LexborHTMLParser(page_of("a.json", "b.json", "c.json", folder=tmp_path))
        matrices = page.css(".gbm-matrix")
        assert [[name.text() for name in each.css(".gbm-component__name")] for each in matrices] == [
            ["Billing", "Orders"],
            ["Shop"],
        ]
        assert [len(each.css(".gbm-matrix__head > span")) for each in matrices] == [8, 3]
        assert "backend_engineer 1.1, content bbb: 1 component" in page.body.text() if page.body else ""

    def test_a_topic_of_another_title_is_another_topic(self, save: Save, tmp_path: Path, whole: Json) -> None:
        save("a.json", "Orders")
        other = deepcopy(whole)
        other["components"][0]["topics"][0]["title"] = "Application Interfaces"
        (tmp_path / "b.json").write_text(json.dumps(other), encoding="utf-8")
        topics = merged("a.json", "b.json", folder=tmp_path)["topics"]
        titles = {topic["title"]: topic["components"] for topic in topics if topic["slug"] == "api-design"}
        assert titles == {"API Architecture": 1, "Application Interfaces": 1}

    def test_components_of_one_name_are_told_apart_by_their_reports(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Docs", "Caching")
        save("b.json", "Docs")
        names = [component["name"] for component in merged("a.json", "b.json", folder=tmp_path)["components"]]
        assert names == ["Docs (a.json)", "Docs (b.json)"]

    def test_each_component_says_what_it_lacks_and_what_it_was_held_to(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Orders", "Caching", standard_details=details("2.0", "abcdef" * 9))
        page = LexborHTMLParser(page_of("a.json", folder=tmp_path))
        (component,) = page.css("details.gbm-component")
        said = " ".join(component.text().split())
        assert "From a.json, held to backend_engineer 2.0, content abcdefabcdef" in said
        assert "API Architecture 9 of 10: Caching" in said


class TestHostileText:
    @pytest.fixture
    def hostile(self, whole: Json, tmp_path: Path) -> Path:
        report = deepcopy(whole) | {"standard": HOSTILE, "standard_details": details(HOSTILE, HOSTILE)}
        (component,) = report["components"]
        component |= {"name": HOSTILE, "directory": HOSTILE}
        for topic in component["topics"]:
            topic |= {"title": HOSTILE, "slug": HOSTILE}
            for section in topic["sections"]:
                section |= {"name": HOSTILE, "status": "empty"}
            topic["coverage"] |= {"documented": 0, "not_applicable": 0}
        (tmp_path / "a.json").write_text(json.dumps(report), encoding="utf-8")
        component["name"] += "\ud800"
        (tmp_path / "b.json").write_text(json.dumps(report), encoding="utf-8")
        return tmp_path

    def test_it_does_nothing_on_the_page(self, hostile: Path) -> None:
        text = page_of("a.json", "b.json", folder=hostile)
        page = LexborHTMLParser(text)
        assert page.css("script, a, img, b, em, link[rel=stylesheet], iframe") == []
        assert html.escape(HOSTILE.partition("`")[0], quote=False) in text
        assert len(page.css("h1")) == 1

    def test_it_does_nothing_in_markdown(self, hostile: Path) -> None:
        written = run_in("portfolio", "a.json", "b.json", "--format", "markdown", folder=hostile).stdout
        page = LexborHTMLParser(cmarkgfm.github_flavored_markdown_to_html(written))
        assert page.css("script, a, img, em, h1 + h1") == []
        assert len(page.css("h1")) == 1
        assert "&lt;script&gt;alert(1)" in (page.html or "")
        assert "\x1b" not in written

    def test_it_does_nothing_at_a_terminal(self, hostile: Path) -> None:
        said = run_in("portfolio", "a.json", "b.json", "--format", "text", folder=hostile).stdout
        assert not set("\x1b\u202e\ud800") & set(said)
        assert "\\x1b[31m" in said

    def test_the_json_is_read_again(self, hostile: Path) -> None:
        told = merged("a.json", "b.json", folder=hostile)
        assert {component["name"] for component in told["components"]} == {HOSTILE, f"{HOSTILE}\ud800"}


def page_of(*reports: str, folder: Path) -> str:
    assert run_in("portfolio", *reports, folder=folder).returncode == 0
    return (folder / "gbm-portfolio/portfolio.html").read_text(encoding="utf-8")


def altered(whole: Json, **own: Any) -> str:
    return json.dumps(deepcopy(whole) | own)


def deep(whole: Json, change: Callable[[Json], object]) -> str:
    report = deepcopy(whole)
    change(report["components"][0])
    return json.dumps(report)


HALF = "no JSON (Expecting value)"
NO_LIST = "a list is expected, not a mapping"
NAME_ONE = "name the report.json of a site, or one that 'gbm report' made"
ANEW = "make the report anew with 'gbm report'"
RELEASE = "make the report and the portfolio with the same release of mkdocs-gbm"
WRONG: dict[str, tuple[Callable[[Json], str | bytes], str]] = {
    "empty": (lambda _: "", f"b.json: the file is empty; {NAME_ONE}"),
    "blank": (lambda _: " \n", f"b.json: the file is empty; {NAME_ONE}"),
    "no JSON": (lambda _: '{\n"a": }', f"b.json:2: no JSON (Expecting value); {NAME_ONE}"),
    "half": (
        lambda whole: altered(whole).partition('"findings": ')[0] + '"findings": [',
        f"b.json:1: no JSON (Expecting value); {NAME_ONE}",
    ),
    "bytes": (lambda _: b"\xff\xfe\x00", f"b.json: no UTF-8 text; {NAME_ONE}"),
    "too deep": (lambda _: "[" * 100_000, f"b.json: no JSON (nested too deeply); {NAME_ONE}"),
    "no number": (
        lambda whole: altered(whole, coverage={"percent": float("nan")}),
        f"b.json: no JSON (a number that is none); {NAME_ONE}",
    ),
    "long number": (lambda _: "9" * 5000, f"b.json: no JSON (a number that is none); {NAME_ONE}"),
    "a list": (lambda _: "[]", f"b.json: JSON, and no report of mkdocs-gbm; {NAME_ONE}"),
    "other JSON": (lambda _: '{"name": "x"}', f"b.json: JSON, and no report of mkdocs-gbm; {NAME_ONE}"),
    "other tool": (
        lambda whole: altered(whole, tool={"name": "lint", "version": "1"}),
        f"b.json: JSON, and no report of mkdocs-gbm; {NAME_ONE}",
    ),
    "newer": (lambda whole: altered(whole, schema_version=2), f"b.json: schema_version is 2, not 1; {RELEASE}"),
    "text version": (
        lambda whole: altered(whole, schema_version="1"),
        f"b.json: schema_version is a text, not 1; {RELEASE}",
    ),
    "true version": (
        lambda whole: altered(whole, schema_version=True),
        f"b.json: schema_version is true or false, not 1; {RELEASE}",
    ),
    "no version": (
        lambda whole: json.dumps({key: value for key, value in whole.items() if key != "schema_version"}),
        f"b.json: schema_version is nothing, not 1; {RELEASE}",
    ),
    "missing key": (
        lambda whole: json.dumps({key: value for key, value in whole.items() if key != "findings"}),
        f"b.json: 'findings' is not there; {ANEW}",
    ),
    "wrong type": (
        lambda whole: altered(whole, components={}),
        f"b.json: components: {NO_LIST}; {ANEW}",
    ),
    "missing key within": (
        lambda whole: deep(whole, lambda component: component["topics"][1]["sections"][2].pop("status")),
        f"b.json: components[0].topics[1].sections[2]: 'status' is not there; {ANEW}",
    ),
    "wrong type within": (
        lambda whole: deep(whole, lambda component: component["topics"][1]["coverage"].update(documented=True)),
        "b.json: components[0].topics[1].coverage.documented: a whole number is expected, not true or false; " + ANEW,
    ),
    "unknown status": (
        lambda whole: deep(whole, lambda component: component["topics"][0]["sections"][0].update(status="fine")),
        f"b.json: API Style: 'fine' is no status; {ANEW}",
    ),
    "impossible coverage": (
        lambda whole: deep(whole, lambda component: component["topics"][0]["coverage"].update(documented=99)),
        f"b.json: API Architecture: the numbers of its coverage contradict one another; {ANEW}",
    ),
    "impossible checklist": (
        lambda whole: deep(whole, lambda component: component["checklist"].update(done=-1)),
        f"b.json: Larkfield Orders: the numbers of its checklist contradict one another; {ANEW}",
    ),
    "details of another kind": (
        lambda whole: altered(whole, standard_details={"source": "x"}),
        f"b.json: standard_details: 'version' is not there; {ANEW}",
    ),
    "no component": (
        lambda whole: altered(whole, components=[]),
        "b.json: the report tells of no component; leave it out",
    ),
    "the same report": (altered, "b.json: the same report as a.json; name each report once"),
}


class TestMistakes:
    @pytest.mark.parametrize("what", WRONG)
    def test_each_is_one_line_and_nothing_is_written(self, whole: Json, tmp_path: Path, what: str) -> None:
        make, line = WRONG[what]
        content = make(whole)
        (tmp_path / "a.json").write_text(altered(whole), encoding="utf-8")
        (tmp_path / "b.json").write_bytes(content if isinstance(content, bytes) else content.encode())
        ran = run_in("portfolio", "a.json", "b.json", folder=tmp_path)
        assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"gbm: {line}\n")
        assert sorted(file.name for file in tmp_path.iterdir()) == ["a.json", "b.json"]

    def test_a_portfolio_is_no_report(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Orders")
        run_in("portfolio", "a.json", folder=tmp_path)
        ran = run_in("portfolio", "a.json", "gbm-portfolio/portfolio.json", folder=tmp_path)
        assert (ran.returncode, ran.stderr) == (
            2,
            "gbm: gbm-portfolio/portfolio.json: a portfolio, and no report; name the reports that it was made of\n",
        )

    def test_a_file_named_twice_is_one_line(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Orders")
        (tmp_path / "link.json").symlink_to("a.json")
        for again in ("./a.json", "link.json"):
            ran = run_in("portfolio", "a.json", again, folder=tmp_path)
            told = f"gbm: {Path(again)}: the same report as a.json; name each report once\n"
            assert (ran.returncode, ran.stderr) == (2, told)

    def test_two_repositories_that_were_just_made_are_two(self, tmp_path: Path) -> None:
        for name in ("orders", "billing"):
            (tmp_path / name).mkdir()
            for command in (["init", "--yes", "--name", "Service"], ["report"]):
                assert run_in(*command, folder=tmp_path / name).returncode == 0
        reports = [f"{name}/gbm-report/report.json" for name in ("billing", "orders")]
        assert (tmp_path / reports[0]).read_bytes() == (tmp_path / reports[1]).read_bytes()
        names = [each["name"] for each in merged(*reports, folder=tmp_path)["components"]]
        assert names == [f"Service ({report})" for report in reports]
        ran = run_in("portfolio", "orders/gbm-report", reports[1], folder=tmp_path)
        assert (ran.returncode, ran.stderr) == (
            2,
            f"gbm: {reports[1]}: the same report as {reports[1]}; name each report once\n",
        )

    def test_a_folder_without_a_report_is_one_line(self, tmp_path: Path) -> None:
        (tmp_path / "site").mkdir()
        ran = run_in("portfolio", "site", folder=tmp_path)
        assert ran.stderr == (
            "gbm: site: neither gbm/report.json nor report.json is in this folder; "
            "name a report, or the folder of a site\n"
        )

    def test_nothing_named_is_wrong_use(self, tmp_path: Path) -> None:
        assert run_in("portfolio", folder=tmp_path).returncode == 2

    def test_a_file_that_is_not_there_is_one_line(self, tmp_path: Path) -> None:
        ran = run_in("portfolio", "nowhere.json", folder=tmp_path)
        told = "cannot be read (No such file or directory); name the report.json of a site"
        assert (ran.returncode, ran.stderr) == (2, f"gbm: nowhere.json: {told}\n")

    def test_a_report_made_before_is_still_read(self, tmp_path: Path, whole: Json) -> None:
        older = deepcopy(whole)
        older.pop("standard_details", None)
        (tmp_path / "a.json").write_text(json.dumps(older), encoding="utf-8")
        later = deepcopy(whole) | {"more": 1, "standard_details": None}
        later["components"][0] |= {"name": "Billing", "mood": "good"}
        (tmp_path / "b.json").write_text("\ufeff" + json.dumps(later), encoding="utf-8")
        assert len(merged("a.json", "b.json", folder=tmp_path)["components"]) == 2

    def test_neither_mkdocs_nor_a_project_is_needed(self, save: Save, tmp_path: Path) -> None:
        save("a.json", "Orders")
        shutil.copy(tmp_path / "a.json", tmp_path / "mkdocs.yml")  # broken, and none of its business
        ran = process("portfolio", "a.json", "--format", "text", folder=tmp_path)
        assert (ran.returncode, ran.stderr) == (0, "")
