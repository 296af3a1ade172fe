"""The coverage page: what to write next and where, what was claimed, what is waived, what the number rests on."""

import re
from html import unescape
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from sites import Site, make_site, plain_config, written_page, written_pages

from mkdocs_gbm.standard import Standard

DIRECTORY = "technical/architecture"
API = f"{DIRECTORY}/patterns/api-design.md"
DATABASE = f"{DIRECTORY}/patterns/database.md"
CHECKLIST = f"{DIRECTORY}/checklist.md"
GITHUB = "repo_url: https://github.com/example/orders\nedit_uri: edit/main/docs/"


@pytest.fixture
def pages(backend_engineer: Standard) -> dict[str, str]:
    return written_pages(backend_engineer)


def shown(site: Site) -> LexborHTMLParser:
    return LexborHTMLParser(site.read("site/architecture-coverage/index.html"))


def text(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(unescape(node.text()).split())


def texts(tree: LexborHTMLParser | LexborNode, selector: str) -> list[str]:
    return [text(node) for node in tree.css(selector)]


def basis(tree: LexborHTMLParser) -> dict[str, list[str]]:
    """Return what the number rests on, by the titles of its parts."""
    return {text(part.css_first("summary")): texts(part, "li") for part in tree.css("details.gbm-basis")}


class TestWorkList:
    def test_begins_with_the_topic_that_has_most_to_write(
        self, tmp_path: Path, pages: dict[str, str], backend_engineer: Standard
    ) -> None:
        del pages[DATABASE]
        pages[API] = written_page(backend_engineer.topics[0], without=["Caching"])
        site = make_site(tmp_path, pages=pages)
        site.build()
        tree = shown(site)
        assert texts(tree, ".gbm-gap__title strong")[:2] == ["Database Architecture", "API Architecture"]
        assert text(tree.css_first(".gbm-summary a")) == "Most is missing in Database Architecture: 9 sections."
        assert tree.css_first("#gbm-gap-api-design-caching .gbm-remedy") is not None

    def test_links_each_gap_to_the_file_that_is_to_be_edited(self, tmp_path: Path, pages: dict[str, str]) -> None:
        pages[API] = pages[API].replace("## Caching\n", "## Coffee\n")
        site = make_site(tmp_path, config=plain_config("{}", GITHUB), pages=pages)
        site.build()
        link = shown(site).css_first("#gbm-gap-api-design-caching a.gbm-edit")
        assert text(link) == "Edit the page"
        assert link is not None
        assert link.attributes["href"] == f"https://github.com/example/orders/edit/main/docs/{API}"

    @pytest.mark.parametrize(
        ("more", "address"),
        [
            (
                GITHUB,
                f"https://github.com/example/orders/new/main/docs/{DIRECTORY}/patterns?filename=database.md",
            ),
            (
                "repo_url: https://gitlab.com/example/orders\nedit_uri: -/edit/main/docs/",
                f"https://gitlab.com/example/orders/-/new/main/docs/{DIRECTORY}/patterns?file_name=database.md",
            ),
            (
                "edit_uri_template: 'https://github.com/example/orders/edit/main/docs/{path}'",
                f"https://github.com/example/orders/new/main/docs/{DIRECTORY}/patterns?filename=database.md",
            ),
            ("repo_url: https://git.example/orders\nedit_uri: edit/main/docs/", None),
            ("", None),
        ],
        ids=["GitHub", "GitLab", "template", "unknown host", "nothing known"],
    )
    def test_links_a_missing_page_to_where_it_is_made(
        self, tmp_path: Path, pages: dict[str, str], more: str, address: str | None
    ) -> None:
        del pages[DATABASE]
        site = make_site(tmp_path, config=plain_config("{}", more), pages=pages)
        site.build()
        link = shown(site).css_first("#gbm-gap-database a.gbm-edit")
        assert (link.attributes["href"] if link else None) == address
        assert link is None or text(link) == "Create the page"

    def test_folds_what_the_baseline_excuses(self, tmp_path: Path, pages: dict[str, str]) -> None:
        pages[API] = pages[API].replace("## Caching\n", "## Coffee\n")
        site = make_site(tmp_path, pages=pages)
        entry = {"component": "Orders", "topic": "api-design", "section": "Caching", "rule": "missing-section"}
        rows = "\n".join(f"  {key}: {value}" for key, value in entry.items())
        site.write("gbm-baseline.yml", f"findings:\n-{rows[1:]}\n")
        assert site.build("--strict").exit_code == 0
        tree = shown(site)
        folded = tree.css_first("details.gbm-excused")
        assert text(folded.css_first("summary") if folded else None) == "1 gap excused by the baseline"
        assert tree.css_first("details.gbm-excused:not([open]) #gbm-gap-api-design-caching") is not None
        assert basis(tree)["Excused by the baseline 1"] == ["API Architecture: Caching missing-section"]


class TestChecklist:
    def test_puts_contradictions_first_and_says_what_they_lack(self, tmp_path: Path, pages: dict[str, str]) -> None:
        pages[API] = pages[API].replace("## Error Handling\n", "## Coffee\n")
        pages[CHECKLIST] = pages[CHECKLIST].replace("[x] **Monitoring**", "[ ] **Monitoring**")
        site = make_site(tmp_path, pages=pages)
        site.build()
        rows = [texts(row, "th, td") for row in shown(site).css(".gbm-items tbody tr")]
        assert [row[2] for row in rows] == ["contradicted"] * 2 + ["open"] + ["done"] * 7
        assert rows[0][:2] == ["API Design Documented", "ticked"]
        assert rows[0][3] == "API Architecture 9 of 10 lacking: Error Handling"
        assert rows[2][:2] == ["Monitoring", "not ticked"]


class TestWaivers:
    def test_are_listed_with_reason_and_last_day(self, tmp_path: Path, pages: dict[str, str]) -> None:
        waived = "## Caching\n\nNot applicable until 2099-03-01: every answer is a new one.\n\n## Coffee\n"
        pages[API] = pages[API].replace("## Caching\n", waived)
        pages[DATABASE] = "---\ngbm: {not_applicable: the service keeps nothing}\n---\n# Database\n"
        site = make_site(tmp_path, pages=pages)
        assert site.build("--strict").exit_code == 0
        tree = shown(site)
        rows = [texts(row, "th, td") for row in tree.css("table.gbm-waivers tbody tr")]
        assert rows[:2] == [
            ["API Architecture: Caching", "every answer is a new one. until 2099-03-01"],
            ["Database Architecture", "the service keeps nothing"],
        ]
        assert "#gbm-waivers" in [link.attributes.get("href") for link in tree.css("a")]
        named = [entry for title, part in basis(tree).items() if title.startswith("Not applicable") for entry in part]
        assert named[:2] == ["API Architecture: Caching until 2099-03-01", "Database Architecture"]


class TestMethod:
    def test_says_so_when_the_number_rests_on_nothing_else(self, tmp_path: Path, pages: dict[str, str]) -> None:
        site = make_site(tmp_path, pages=pages)
        site.build()
        tree = shown(site)
        assert basis(tree) == {}
        assert "Every section was found by its own name, nothing is excused" in text(tree.body)

    def test_tells_whose_alias_a_section_was_recognised_by(self, tmp_path: Path, pages: dict[str, str]) -> None:
        pages[API] = (
            pages[API].replace("## Rate Limiting\n", "## Drosselung\n").replace("## Pagination\n", "## Paging\n")
        )
        own = "{aliases: {api-design: {Rate Limiting: [Drosselung]}}}"
        site = make_site(tmp_path, config=plain_config(own), pages=pages)
        assert site.build("--strict").exit_code == 0
        assert basis(shown(site)) == {
            "Recognised by other words 2": [
                "API Architecture: Rate Limiting Drosselung (this site's alias Drosselung)",
                "API Architecture: Pagination Paging (the standard's alias Paging)",
            ]
        }

    def test_tells_what_the_site_set_otherwise(self, tmp_path: Path, pages: dict[str, str]) -> None:
        severity = "{thin-section: ignore, missing-page: warn, services: {missing-section: info}}"
        own = f"{{severity: {severity}, min_words: 3, fail_under: 90}}"
        site = make_site(tmp_path, config=plain_config(own), pages=pages)
        site.build()
        assert basis(shown(site)) == {
            "Rules that weigh more or less than usual 2": [
                "thin-section ignore instead of info",
                "Service Architecture: missing-section info instead of warn",
            ],
            "Limits of this site 2": ["min_words 3 instead of 10", "fail_under 90 instead of 0"],
        }

    def test_tells_optional_sections_and_pages_that_are_not_published(self, tmp_path: Path) -> None:
        pages = {f"{DIRECTORY}/run.md": "# Run\n\n## Alerts\n\nThe pager rings after 5 minutes of errors.\n"}
        pages[f"{DIRECTORY}/old.md"] = "# Old\n"
        config = plain_config("{standard: own}", f"exclude_docs: {DIRECTORY}/old.md")
        site = make_site(tmp_path, config=config, pages=pages)
        head = "---\ntopic: Runbook\npage: run.md\nsections:\n  Drills: {optional: true}\n---\n# Run\n"
        site.write("own/run.md", f"{head}\n## Alerts\n\n<alert and owner>\n\n## Drills\n\n<drill and date>\n")
        assert site.build("--strict").exit_code == 0
        assert basis(shown(site)) == {
            "Optional sections 1": ["Runbook: Drills"],
            "Pages that are not published 1": [f"docs/{DIRECTORY}/old.md"],
        }


def test_every_part_may_be_laid_out_by_the_themes_custom_dir(tmp_path: Path, pages: dict[str, str]) -> None:
    config = plain_config("{}").replace("{name: mkdocs}", "{name: mkdocs, custom_dir: overrides}")
    site = make_site(tmp_path, config=config, pages=pages)
    pages[API] = pages[API].replace("## Caching\n", "## Coffee\n")
    parts = ["summary", "heat", "gaps", "checklist", "table", "method"]
    for part in parts:
        site.write(f"overrides/partials/gbm/coverage/{part}.html", f"<p>My {part}</p>\n")
    site.build()
    assert re.findall(r"<p>My (\w+)</p>", site.read("site/architecture-coverage/index.html")) == [
        "summary",
        "heat",
        "gaps",
        "checklist",
        "table",
        "method",
    ]
