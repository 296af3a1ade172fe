"""What a build adds to the site: badges, the coverage page, the report, the badges' files."""

import json
import posixpath
import re
import shutil
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from sites import ARCHITECTURE, MKDOCS_YML, Site, make_site, plain_config, written_page, written_pages

from mkdocs_gbm.standard import Standard, Topic

API = "technical/architecture/patterns/api-design.md"
DATABASE = "technical/architecture/patterns/database.md"
CHECKLIST = "technical/architecture/checklist.md"
COVERAGE = "site/architecture-coverage/index.html"
SVG = "{http://www.w3.org/2000/svg}"


def html_of(site: Site, page: str) -> str:
    return site.read(f"site/{page.removesuffix('.md')}/index.html")


@dataclass
class Anchors(HTMLParser):
    """The ids of a page, and the targets of its links, in order."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if identifier := given.get("id"):
            self.ids.append(identifier)
        if tag == "a" and (target := given.get("href")):
            self.links.append(target)


def anchors_of(html: str) -> Anchors:
    read = Anchors()
    read.feed(html)
    return read


def coverage_content(html: str) -> str:
    """Return the generated part of the coverage page."""
    found = re.search(r'<div class="gbm-coverage".*', html, re.DOTALL)
    assert found
    return found[0]


def broken_links(site: Site, page: str) -> list[str]:
    """Return the links of a page of the built site that lead to no file, or to no id in it."""
    broken = []
    for target in anchors_of(coverage_content(site.read(f"site/{page}"))).links:
        parts = urlsplit(target)
        if parts.scheme:
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
        file = site.folder / "site" / path
        file = file / "index.html" if file.is_dir() else file
        ids = anchors_of(file.read_text(encoding="utf-8")).ids if file.is_file() else []
        if not file.is_file() or (parts.fragment and unquote(parts.fragment) not in ids):
            broken.append(target)
    return broken


@pytest.fixture
def pages(backend_engineer: Standard) -> dict[str, str]:
    return written_pages(backend_engineer)


@pytest.fixture
def gaps(backend_engineer: Standard) -> dict[str, str]:
    """Pages with a section of every status, recognised in every way."""
    pages = written_pages(backend_engineer)
    api = backend_engineer.topics[0]
    pages[API] = (
        written_page(api, without=["Caching", "Pagination", "Rate Limiting", "Versioning Strategy", "Authorization"])
        + "\n## Paging!\n\nCursors of 200 rows, signed, valid for a day.\n"
        + "\n## Rate Limiting\n\n## Versioning Strategy\n\nTBD\n"
        + "\n## Conventions\n\n- **Caching**: responses of the catalogue are kept for a minute by the edge\n"
        + "\n## Authorization\n\nNot applicable: every caller may do everything, and is one of us.\n"
    )
    del pages[DATABASE]
    pages[CHECKLIST] = pages[CHECKLIST].replace("[x] **Monitoring**", "[ ] **Monitoring**")
    return pages


class TestBadges:
    def test_stand_below_the_title_of_topic_and_checklist_pages(self, tmp_path: Path, pages: dict[str, str]) -> None:
        site = make_site(tmp_path, pages={**pages, "technical/architecture/adr.md": "# Decisions\n\nNone yet.\n"})
        site.build()
        for page in pages:
            html = html_of(site, page)
            assert html.count('class="gbm-badges"') == 1
            assert re.search(r'</h1>\n<p class="gbm-badges"', html)
            assert ">10/10</text>" in html
            assert ">100 % written</text>" in html
        for page in ("index.html", "technical/architecture/adr/index.html"):
            assert "gbm-badges" not in site.read(f"site/{page}")

    def test_link_to_the_coverage_page(self, tmp_path: Path, pages: dict[str, str]) -> None:
        site = make_site(tmp_path, pages=pages)
        site.build()
        html = html_of(site, API)
        assert html.count('<a href="../../../../architecture-coverage/"><svg') == 2

    def test_link_nowhere_without_a_coverage_page(self, tmp_path: Path, pages: dict[str, str]) -> None:
        site = make_site(tmp_path, config=plain_config("{coverage_page: false}"), pages=pages)
        site.build()
        html = html_of(site, API)
        assert html.count('<svg xmlns="http://www.w3.org/2000/svg" class="gbm-badge"') == 2
        assert "architecture-coverage" not in html

    def test_stand_where_the_author_put_them(self, tmp_path: Path, pages: dict[str, str]) -> None:
        pages[API] = pages[API].replace("## Caching\n", "<!-- gbm:badge -->\n\n## Caching\n")
        site = make_site(
            tmp_path, pages={**pages, "about.md": "# About\n\nWritten:\n\n<!--gbm:badge-->\n\nThat is all.\n"}
        )
        site.build()
        api, about = html_of(site, API), html_of(site, "about.md")
        assert api.count('class="gbm-badges"') == about.count('class="gbm-badges"') == 1
        assert re.search(r'</svg></a></p>\s*<h2 id="caching">', api)
        assert re.search(r'<p>Written:</p>\s*<p class="gbm-badges".*</p>\s*<p>That is all.</p>', about, re.DOTALL)
        assert "gbm:badge" not in api + about

    @pytest.mark.parametrize(
        "shown",
        [
            "```html\n<!-- gbm:badge -->\n```",
            "Write `<!-- gbm:badge -->` where you want them.",
            "    <!-- gbm:badge -->",
        ],
    )
    def test_do_not_stand_in_code_that_shows_the_comment(
        self, tmp_path: Path, pages: dict[str, str], shown: str
    ) -> None:
        pages[API] = pages[API].replace("## Caching\n", f"{shown}\n\n## Caching\n")
        site = make_site(tmp_path, pages={**pages, "about.md": f"# About\n\n{shown}\n"})
        site.build()
        api, about = html_of(site, API), html_of(site, "about.md")
        assert "&lt;!-- gbm:badge --&gt;" in api
        assert re.search(r'</h1>\n<p class="gbm-badges"', api)
        assert api.count('class="gbm-badges"') == 1
        assert 'class="gbm-badges"' not in about

    def test_are_left_out_where_the_site_wants_none(self, tmp_path: Path, pages: dict[str, str]) -> None:
        site = make_site(tmp_path, config=plain_config("{badge: false}"), pages=pages)
        site.build()
        assert not [page for page in pages if "gbm-badge" in html_of(site, page)]
        assert "gbm/badge.svg" in site.published

    def test_still_stand_where_the_author_put_them_when_titles_have_none(
        self, tmp_path: Path, pages: dict[str, str]
    ) -> None:
        pages["about.md"] = "# About\n\n<!-- gbm:badge -->\n"
        site = make_site(tmp_path, config=plain_config("{badge: false}"), pages=pages)
        site.build()
        assert html_of(site, "about.md").count('class="gbm-badges"') == 1

    def test_say_what_is_lacking(self, tmp_path: Path, gaps: dict[str, str]) -> None:
        site = make_site(tmp_path, pages=gaps)
        site.build()
        html = html_of(site, API)
        assert ">75.6 % written</text>" in html
        assert "34 of 45 required sections are written, 1 not applicable (written, not verified)" in html
        assert re.search(r">\d/10, \d contradicted</text>", html)

    def test_are_kept_out_of_the_search_index(self, example: Site) -> None:
        example.build()
        index = json.loads(example.read("site/search/search_index.json"))
        texts = [entry["text"] for entry in index["docs"]]
        assert texts
        assert not [text for text in texts if "checklist items are done" in text or "% written" in text]
        assert not [entry["location"] for entry in index["docs"] if entry["location"].startswith("architecture-cov")]

    def test_are_kept_out_of_mkdocs_own_search_too(self, tmp_path: Path, backend_engineer: Standard) -> None:
        config = "site_name: Orders\ntheme: {name: mkdocs}\nplugins: [search, gbm]\n"
        site = make_site(tmp_path, config=config, pages=written_pages(backend_engineer))
        site.build()
        texts = [entry["text"] for entry in json.loads(site.read("site/search/search_index.json"))["docs"]]
        assert any("ledger repository" in text for text in texts)
        assert not [text for text in texts if "% written" in text or "How this number was made" in text]


class TestSplicing:
    ODD = """
        <!-- <h1>No title yet</h1> -->

        <h1 align=center>Data<br>base &amp; more</h1>

        <p>An open paragraph <div>with a block</div> &copy; &#8212; &nbsp;
        <svg viewBox="0 0 2 2"><circle cx=1 cy=1 r=1 /></svg>

        ## Database Type

        Postgres 16 <br/> with <IMG SRC=logo.png ALT='a "logo"'> and &lt;h1&gt;x&lt;/h1&gt;.

        ```html
        <h1>Not a title</h1>
        ```

        | a | b |
        | --- | --- |
        | 1 < 2 | `<h1>` |
        """

    @pytest.mark.parametrize(
        "page",
        [
            pytest.param(ODD, id="odd HTML"),
            pytest.param("Setext *title*\n==============\n\n## Migrations\n\nFlyway & friends.\n", id="setext title"),
            pytest.param("# One\n\ntext\n\n# Two\n\n- a\n\n    - b\n", id="several level-1 headings"),
            pytest.param("```\n<h1>code</h1>\n```\n\n# Title\n", id="code above the title"),
            pytest.param("# Überschrift 🎉 \u2028 x\n\n日本語\n", id="other scripts"),
        ],
    )
    def test_changes_nothing_else_of_a_page(self, tmp_path: Path, page: str) -> None:
        judged, plain = make_site(tmp_path / "judged"), make_site(tmp_path / "plain")
        plain.write("mkdocs.yml", MKDOCS_YML.replace("[gbm]", "[]"))
        judged.write("mkdocs.yml", MKDOCS_YML.replace("[gbm]", "[{gbm: {hints: always}}]"))
        for site in (judged, plain):
            site.write(f"docs/{DATABASE}", page)
            site.write("docs/logo.png", "")
            site.write("docs/technical/architecture/patterns/logo.png", "")
            assert site.build().exit_code == 0
        html = html_of(judged, DATABASE)
        without_badges, badges = re.subn(r'\n<p class="gbm-badges".*?</p>', "", html, flags=re.DOTALL)
        without_strip, strips = re.subn(
            r'\n<details class="gbm-strip".*?</details>', "", without_badges, flags=re.DOTALL
        )
        without_hints, hints = re.subn(
            r'\n<div class="admonition gbm-hint.*?\n</div>\n', "", without_strip, flags=re.DOTALL
        )
        assert (badges, strips) == (1, 1)
        assert hints >= 8
        without_style, styles = re.subn(
            r" *<link href=\"[./]*assets/gbm/gbm.css\" rel=\"stylesheet\">\n", "", without_hints
        )
        assert styles == 1
        assert without_style == html_of(plain, DATABASE)

    @pytest.mark.parametrize(
        ("page", "before"),
        [
            ("# Database\n\nText.\n", "Database</h1>\n"),
            ("<!-- <h1>No</h1> -->\n\n# Database\n\nText.\n", "Database</h1>\n"),
            ("Text first.\n\n# Database\n\nText.\n", "Database</h1>\n"),
            ("# A <b>b</b>\n# B\n", "A <b>b</b></h1>\n"),
        ],
    )
    def test_puts_the_badges_behind_the_first_title(self, tmp_path: Path, page: str, before: str) -> None:
        site = make_site(tmp_path, pages={DATABASE: page})
        site.build()
        assert f'{before}<p class="gbm-badges"' in html_of(site, DATABASE)

    def test_puts_the_badges_on_top_of_a_page_without_a_title(self, tmp_path: Path) -> None:
        site = make_site(tmp_path, pages={DATABASE: "---\ntitle: Database\n---\n\nText.\n\n## Migrations\n\nFlyway.\n"})
        site.build()
        html = html_of(site, DATABASE)
        assert html.index('class="gbm-badges"') < html.index("<p>Text.</p>")


class TestBadgeFiles:
    @pytest.mark.parametrize("name", ["badge.svg", "coverage.svg"])
    def test_svg_stands_alone_with_title_and_role(self, tmp_path: Path, gaps: dict[str, str], name: str) -> None:
        site = make_site(tmp_path, pages=gaps)
        site.build()
        root = ET.fromstring(site.read(f"site/gbm/{name}"))
        assert root.tag == f"{SVG}svg"
        assert root.get("role") == "img"
        title = root.find(f"{SVG}title")
        assert title is not None
        assert title.text
        assert root.get("aria-label") == title.text
        assert [float(number) for number in root.get("viewBox", "").split()][2:] == [
            float(root.get("width", "0")),
            float(root.get("height", "0")),
        ]

    def test_endpoints_are_what_shields_reads(self, tmp_path: Path, gaps: dict[str, str]) -> None:
        site = make_site(tmp_path, pages=gaps)
        site.build()
        checklist = json.loads(site.read("site/gbm/badge.json"))
        coverage = json.loads(site.read("site/gbm/coverage-badge.json"))
        for endpoint in (checklist, coverage):
            assert set(endpoint) == {"schemaVersion", "label", "message", "color"}
            assert endpoint["schemaVersion"] == 1
            assert re.fullmatch(r"[0-9a-f]{6}", endpoint["color"])
        assert (checklist["label"], coverage["label"]) == ("checklist", "architecture")
        assert coverage["message"] == "75.6 % written"
        assert re.fullmatch(r"\d/10, \d contradicted", checklist["message"])

    def test_say_the_same_as_the_badges_in_the_pages(self, example: Site) -> None:
        example.build()
        html = html_of(example, API)
        assert example.read("site/gbm/badge.svg").strip() in html
        assert example.read("site/gbm/coverage.svg").strip() in html

    def test_there_is_no_checklist_badge_without_a_checklist(self, tmp_path: Path) -> None:
        site = make_site(
            tmp_path, config=plain_config("{standard: own}"), pages={"technical/architecture/runbook.md": "# Run\n"}
        )
        site.write(
            "own/runbook.md",
            "---\ntopic: Runbook\npage: runbook.md\n---\n# Runbook\n\n## Alerts\n\n<alert and owner>\n",
        )
        assert site.build().exit_code == 0
        files = [path for path in site.published if path.startswith("gbm/")]
        assert files == ["gbm/coverage-badge.json", "gbm/coverage.svg", "gbm/report.json"]
        assert ">checklist</text>" not in html_of(site, "technical/architecture/runbook.md")
        assert "gbm-checklist" not in site.read(COVERAGE)


class TestCoveragePage:
    def test_stands_at_its_own_path_by_default(self, tmp_path: Path, pages: dict[str, str]) -> None:
        site = make_site(tmp_path, pages=pages)
        site.build()
        html = site.read(COVERAGE)
        assert "<title>Architecture coverage - Orders</title>" in html
        assert "46 of 46 required sections are written (written, not verified)" in html
        assert "10 of 10 checklist items are done" in html
        assert "Nothing: every required section is written, and every checklist item holds." in html

    def test_stands_where_the_site_wants_it(self, tmp_path: Path, pages: dict[str, str]) -> None:
        site = make_site(tmp_path, config=plain_config("{coverage_page: reports/architecture.md}"), pages=pages)
        site.build()
        assert 'class="gbm-coverage"' in html_of(site, "reports/architecture.md")
        assert "architecture-coverage/index.html" not in site.published
        assert '<a href="../../../../reports/architecture/"><svg' in html_of(site, API)

    def test_is_left_out_where_the_site_wants_none(self, tmp_path: Path, pages: dict[str, str]) -> None:
        site = make_site(tmp_path, config=plain_config("{coverage_page: false}"), pages=pages)
        assert site.build("--strict").exit_code == 0
        assert not [
            path for path in site.published if path.endswith(".html") and "gbm-coverage" in site.read(f"site/{path}")
        ]
        assert "gbm/report.json" in site.published

    def test_lists_every_section_with_its_status_and_what_to_do(self, tmp_path: Path, gaps: dict[str, str]) -> None:
        site = make_site(tmp_path, pages=gaps)
        site.build()
        html = site.read(COVERAGE)
        for status in ("written", "placeholder", "empty", "missing", "not applicable"):
            name = status.replace("written", "documented").replace(" ", "-")
            assert f'<span class="gbm-status gbm-{name}">{status}</span>' in html
        for finding in site.report["findings"]:
            assert finding["message"].replace("'", "&#39;") in html
        assert "every caller may do everything, and is one of us" in html
        assert "this topic has no page yet" in html

    @pytest.mark.parametrize("urls", ["use_directory_urls: true", "use_directory_urls: false"])
    def test_every_link_leads_to_a_file_and_an_id_of_the_site(
        self, tmp_path: Path, gaps: dict[str, str], urls: str
    ) -> None:
        gaps["technical/architecture/ünusual näme/störe #1.md"] = (
            "---\ngbm: {topic: data-flow}\n---\n# Flow\n\n"
            "## Request Flow {: #req-flow }\n\nThe edge asks the gateway.\n"
        )
        del gaps["technical/architecture/patterns/data-flow.md"]
        more = "markdown_extensions: [attr_list]"
        site = make_site(tmp_path, config=plain_config("{coverage_page: reports/coverage.md}", urls, more), pages=gaps)
        site.build()
        page = "reports/coverage/index.html" if "true" in urls else "reports/coverage.html"
        assert len(anchors_of(coverage_content(site.read(f"site/{page}"))).links) > 60
        assert broken_links(site, page) == []

    def test_every_link_of_the_example_sites_leads_somewhere(self, example: Site) -> None:
        example.build()
        assert broken_links(example, "architecture-coverage/index.html") == []

    def test_every_section_has_an_anchor_of_its_own(
        self, tmp_path: Path, gaps: dict[str, str], backend_engineer: Standard
    ) -> None:
        site = make_site(tmp_path, pages=gaps)
        site.build()
        ids = anchors_of(site.read(COVERAGE)).ids
        assert len(ids) == len(set(ids))
        assert {"gbm-api-design-rate-limiting", "gbm-database-backup-and-recovery", "gbm-database"} <= set(ids)
        rows = [each for each in ids if any(each.startswith(f"gbm-{topic.slug}-") for topic in backend_engineer.topics)]
        assert len(rows) == 46

    def test_other_pages_may_link_to_it_and_its_anchors(self, tmp_path: Path, pages: dict[str, str]) -> None:
        more = "validation: {links: {anchors: warn, not_found: warn, unrecognized_links: warn}}"
        page = "architecture-coverage.md"
        anchors = ["gbm-gaps", "gbm-topics", "gbm-database", "gbm-database-migrations", "gbm-checklist", "gbm-method"]
        links = "\n".join(f"- [{anchor}]({page}#{anchor})" for anchor in anchors)
        pages["index.md"] = f"# Home\n\n{links}\n- [all of it]({page})\n"
        site = make_site(tmp_path, config=plain_config("{}", more), pages=pages)
        built = site.build("--strict")
        assert "WARNING" not in built.output
        assert built.exit_code == 0

    def test_has_its_headings_in_the_themes_table_of_contents(self, example: Site) -> None:
        example.build()
        html = example.read(COVERAGE)
        contents = re.search(r'<nav class="md-nav md-nav--secondary".*?</nav>\s*</div>', html, re.DOTALL)
        assert contents
        links = anchors_of(contents[0]).links
        topics = ["api-design", "database", "services", "data-flow", "performance", "security"]
        assert links == [
            "#gbm-gaps",
            "#gbm-checklist",
            "#gbm-waivers",
            "#gbm-topics",
            *(f"#gbm-{slug}" for slug in topics),
            "#gbm-method",
        ]

    def test_is_never_in_the_nav_by_itself(self, example: Site, tmp_path: Path, pages: dict[str, str]) -> None:
        example.build()
        assert (
            "architecture-coverage"
            not in re.findall(
                r'<div class="md-sidebar md-sidebar--primary".*?</nav>\s*</div>',
                example.read("site/index.html"),
                re.DOTALL,
            )[0]
        )
        automatic = make_site(tmp_path / "automatic", pages=pages)
        automatic.build()
        assert "architecture-coverage" not in automatic.read("site/index.html")

    @pytest.mark.parametrize("nav", ["", "nav: [index.md]\nnot_in_nav: /technical/\n"])
    def test_does_not_count_as_omitted_from_the_nav(self, tmp_path: Path, pages: dict[str, str], nav: str) -> None:
        more = "validation: {nav: {omitted_files: warn}}"
        site = make_site(tmp_path, config=plain_config("{}", more, nav), pages=pages)
        built = site.build("--strict")
        assert "WARNING" not in built.output
        assert built.exit_code == 0

    def test_stands_in_the_nav_where_the_author_puts_it(self, tmp_path: Path, pages: dict[str, str]) -> None:
        nav = "nav: [index.md, {How complete: architecture-coverage.md}]\nnot_in_nav: /technical/\n"
        site = make_site(tmp_path, config=plain_config("{}", nav), pages=pages)
        built = site.build("--strict")
        assert "WARNING" not in built.output
        assert built.exit_code == 0
        assert re.search(r'<a href="architecture-coverage/"[^>]*>How complete</a>', site.read("site/index.html"))
        assert 'class="gbm-coverage"' in site.read(COVERAGE)

    @pytest.mark.parametrize("nav", ["", "nav: [index.md, quality.md]\nnot_in_nav: /technical/\n"])
    def test_stands_in_a_page_of_the_authors(self, tmp_path: Path, pages: dict[str, str], nav: str) -> None:
        pages["quality.md"] = "# Quality\n\nBefore it.\n\n<!-- gbm:coverage -->\n\nAfter it.\n"
        site = make_site(
            tmp_path, config=plain_config("{}", "validation: {nav: {omitted_files: warn}}", nav), pages=pages
        )
        assert site.build("--strict").exit_code == 0
        html = html_of(site, "quality.md")
        assert html.count('class="gbm-coverage"') == 1
        assert html.index("Before it.") < html.index('class="gbm-coverage"') < html.index("After it.")
        assert "architecture-coverage/index.html" not in site.published
        assert '<a href="../../../../quality/"><svg' in html_of(site, API)
        assert broken_links(site, "quality/index.html") == []
        assert 'href="#gbm-gaps" class="nav-link"' in html

    def test_is_not_made_by_code_that_shows_the_comment(self, tmp_path: Path, pages: dict[str, str]) -> None:
        pages["quality.md"] = "# Quality\n\n```html\n<!-- gbm:coverage -->\n```\n\nOr `<!-- gbm:coverage -->`.\n"
        site = make_site(tmp_path, pages=pages)
        site.build()
        assert 'class="gbm-coverage"' not in html_of(site, "quality.md")
        assert 'class="gbm-coverage"' in site.read(COVERAGE)

    def test_is_appended_to_a_page_of_the_authors_at_its_path(self, tmp_path: Path, pages: dict[str, str]) -> None:
        pages["architecture-coverage.md"] = "# How complete we are\n\nOur own words.\n"
        site = make_site(tmp_path, pages=pages)
        assert site.build("--strict").exit_code == 0
        html = site.read(COVERAGE)
        assert html.index("Our own words.") < html.index('class="gbm-coverage"')

    @pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
    def test_is_told_and_not_linked_when_the_authors_page_is_not_published(
        self, tmp_path: Path, pages: dict[str, str], setting: str
    ) -> None:
        pages["architecture-coverage.md"] = "# How complete we are\n\n<!-- gbm:coverage -->\n"
        site = make_site(tmp_path, config=plain_config("{}", f"{setting}: architecture-coverage.md"), pages=pages)
        built = site.build("--strict")
        assert built.exit_code == 0
        told = (
            "plugins: gbm: coverage_page: 'architecture-coverage.md' is there and not published, so that the coverage "
            "stands nowhere; publish it, name another path, or write coverage_page: false\n"
        )
        published = "architecture-coverage/index.html" in site.published
        assert (told in built.output) != published
        linked = 'href="../../../../architecture-coverage/"' in html_of(site, API)
        assert linked == published

    def test_may_be_laid_out_by_the_themes_custom_dir(self, tmp_path: Path, pages: dict[str, str]) -> None:
        own = MKDOCS_YML.replace("{name: mkdocs}", "{name: mkdocs, custom_dir: overrides}")
        site = make_site(tmp_path, config=own, pages=pages)
        site.write("overrides/partials/gbm/badges.html", "<p>Mine: {{ badges | length }}</p>")
        site.build()
        assert "<p>Mine: 2</p>" in html_of(site, API)


class TestEscaping:
    SCRIPT = "<script>alert(1)</script>"

    def test_of_a_reason_in_front_matter(self, tmp_path: Path, pages: dict[str, str]) -> None:
        pages[DATABASE] = f"---\ngbm:\n  not_applicable: no data {self.SCRIPT}\n---\n# Database\n"
        site = make_site(tmp_path, pages=pages)
        assert site.build("--strict").exit_code == 0
        html = site.read(COVERAGE)
        assert self.SCRIPT not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html

    def test_of_a_heading(self, tmp_path: Path, pages: dict[str, str]) -> None:
        heading = "## Caching: &lt;script&gt;alert(1)&lt;/script&gt;\n"
        pages[API] = pages[API].replace("## Caching\n", heading)
        pages[DATABASE] = pages[DATABASE].replace("## Migrations\n", "## Migration <script>alert(1)</script>\n")
        site = make_site(tmp_path, pages=pages)
        site.build()
        assert self.SCRIPT in html_of(site, DATABASE)  # MkDocs' own page: what the author wrote is the author's
        content = coverage_content(site.read(COVERAGE))
        assert "<script>alert" not in content
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in content

    def test_of_the_closest_heading_in_a_finding(self, tmp_path: Path, pages: dict[str, str]) -> None:
        pages[API] = pages[API].replace("## Rate Limiting\n", "## Rate &lt;img src=x onerror=alert(1)&gt; Limit\n")
        site = make_site(tmp_path, pages=pages)
        site.build()
        assert "<img src=x" not in coverage_content(site.read(COVERAGE))

    def test_of_a_file_name(self, tmp_path: Path, pages: dict[str, str]) -> None:
        name = "technical/architecture/<img src=x onerror=alert(1)>.md"
        pages[name] = f"---\ngbm: {{topic: database}}\n---\n{pages.pop(DATABASE)}"
        site = make_site(tmp_path, pages=pages)
        site.build()
        content = coverage_content(site.read(COVERAGE))
        assert "<img" not in content
        assert "&lt;img src=x onerror=alert(1)&gt;.md" in content
        assert broken_links(site, "architecture-coverage/index.html") == []

    def test_of_a_checklist_items_reason(self, tmp_path: Path, pages: dict[str, str]) -> None:
        item = "- [ ] **Deployment**: N/A, a library &lt;script&gt;alert(1)&lt;/script&gt;\n"
        pages[CHECKLIST] = re.sub(r"- \[x\] \*\*Deployment.*\n", item, pages[CHECKLIST])
        site = make_site(tmp_path, pages=pages)
        site.build()
        content = coverage_content(site.read(COVERAGE))
        assert self.SCRIPT not in content
        assert "a library &lt;script&gt;" in content


class TestReport:
    def test_has_the_documented_keys(self, tmp_path: Path, gaps: dict[str, str]) -> None:
        site = make_site(tmp_path, pages=gaps)
        site.build()
        report = site.report
        coverage = {"percent", "documented", "required", "not_applicable"}
        assert list(report) == [
            "schema_version",
            "tool",
            "standard",
            "standard_details",
            "coverage",
            "checklist",
            "components",
            "findings",
        ]
        assert report["schema_version"] == 1
        assert set(report["tool"]) == {"name", "version"}
        assert report["tool"]["name"] == "mkdocs-gbm"
        assert report["standard"] == "backend_engineer"
        assert report["coverage"] == {"percent": 75.6, "documented": 34, "required": 46, "not_applicable": 1}
        assert {"done", "total"} <= set(report["checklist"])
        (component,) = report["components"]
        assert {"name", "directory", "coverage", "checklist", "topics", "items"} <= set(component)
        for topic in component["topics"]:
            assert {"slug", "title", "pages", "coverage", "sections"} <= set(topic)
            assert set(topic["coverage"]) == coverage
            for section in topic["sections"]:
                assert {"name", "status", "match", "heading", "page", "line", "anchor", "words", "reason"} <= set(
                    section
                )
                assert section["status"] in {"documented", "placeholder", "empty", "missing", "not-applicable"}
        for item in component["items"]:
            assert {"name", "ticked", "state", "evidence"} <= set(item)
            assert item["state"] in {"done", "open", "contradicted", "unsupported", "missing", "not-applicable"}
        for finding in report["findings"]:
            assert {
                "rule",
                "severity",
                "component",
                "topic",
                "section",
                "path",
                "line",
                "message",
                "remedy",
                "baselined",
            } <= set(finding)

    def test_tells_how_and_where_each_section_was_found(self, tmp_path: Path, gaps: dict[str, str]) -> None:
        site = make_site(tmp_path, pages=gaps)
        site.build()
        sections = {section["name"]: section for section in site.report["components"][0]["topics"][0]["sections"]}
        lines = site.read(f"docs/{API}").split("\n")
        said = {name: (section["status"], section["match"]) for name, section in sections.items()}
        assert said == {
            "API Style": ("documented", "exact"),
            "Versioning Strategy": ("placeholder", "exact"),
            "Authentication": ("documented", "exact"),
            "Authorization": ("not-applicable", "exact"),
            "Rate Limiting": ("empty", "exact"),
            "Error Handling": ("documented", "exact"),
            "Pagination": ("documented", "alias"),
            "Filtering and Sorting": ("documented", "exact"),
            "Caching": ("documented", "label"),
            "Documentation": ("documented", "exact"),
        }
        assert sections["Pagination"] == {
            "name": "Pagination",
            "status": "documented",
            "match": "alias",
            "heading": "Paging!",
            "page": f"docs/{API}",
            "line": lines.index("## Paging!") + 1,
            "anchor": "paging",
            "words": 9,
            "reason": None,
            "inherited_from": None,
        }
        assert sections["Authorization"]["reason"] == "every caller may do everything, and is one of us."

    def test_counts_agree_with_its_own_sections(self, tmp_path: Path, gaps: dict[str, str]) -> None:
        site = make_site(tmp_path, pages=gaps)
        site.build()
        report = site.report
        topics = report["components"][0]["topics"]
        statuses = [section["status"] for topic in topics for section in topic["sections"]]
        assert report["coverage"]["required"] == len(statuses) == 46
        assert report["coverage"]["documented"] == statuses.count("documented")
        assert report["coverage"]["not_applicable"] == statuses.count("not-applicable")
        items = report["components"][0]["items"]
        assert report["checklist"]["done"] == sum(item["state"] == "done" for item in items)

    def test_is_the_same_bytes_for_the_same_input(self, tmp_path: Path, gaps: dict[str, str]) -> None:
        sites = [make_site(tmp_path / name / "project", pages=gaps) for name in ("here", "somewhere else")]
        for site in sites:
            site.build()
        made = [path for path in sites[0].published if path.startswith("gbm/")]
        assert len(made) == 5
        for path in [*made, "architecture-coverage/index.html"]:
            assert sites[0].read(f"site/{path}") == sites[1].read(f"site/{path}")
        first = {path: sites[0].read(f"site/{path}") for path in made}
        sites[0].build()
        assert {path: sites[0].read(f"site/{path}") for path in made} == first

    def test_is_the_same_from_whatever_folder_the_build_is_started(
        self, tmp_path: Path, example: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        example.build()
        first = example.read("site/gbm/report.json")
        monkeypatch.chdir(tmp_path)
        example.build()
        assert example.read("site/gbm/report.json") == first

    def test_is_utf_8_as_people_read_it(self, tmp_path: Path, pages: dict[str, str]) -> None:
        pages[API] = pages[API].replace("## Caching\n", "## Caching: für Käufer\n")
        site = make_site(tmp_path, config=plain_config("{}").replace("Orders", "Bestellungen für Köche"), pages=pages)
        site.build()
        assert '"name": "Bestellungen für Köche"' in site.read("site/gbm/report.json")


def test_the_style_sheet_is_published_and_loaded_by_every_page(example: Site) -> None:
    example.build()
    assert "assets/gbm/gbm.css" in example.published
    assert ".gbm-badges" in example.read("site/assets/gbm/gbm.css")
    html = [path for path in example.published if path.endswith("index.html")]
    assert len(html) == 11
    for path in html:
        prefix = "../" * path.count("/")
        assert f'<link rel="stylesheet" href="{prefix}assets/gbm/gbm.css">' in example.read(f"site/{path}")


def test_a_style_sheet_of_the_authors_at_its_path_stays(tmp_path: Path, pages: dict[str, str]) -> None:
    site = make_site(tmp_path, pages={**pages, "assets/gbm/gbm.css": ".gbm-badges { display: none }\n"})
    assert site.build("--strict").exit_code == 0
    assert site.read("site/assets/gbm/gbm.css") == ".gbm-badges { display: none }\n"


def test_nothing_is_written_beside_the_pages(example: Site) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in example.folder.rglob("*") if path.is_file()}

    before = files()
    example.build()
    shutil.rmtree(example.folder / "site")
    assert files() == before


def test_the_build_sums_up_in_one_line(tmp_path: Path, gaps: dict[str, str]) -> None:
    site = make_site(tmp_path, pages=gaps)
    built = site.build()
    (summary,) = re.findall(r"^INFO +-  gbm: (.*required sections are written.*)$", built.output, re.MULTILINE)
    assert "34 of 45 required sections are written, 1 not applicable (written, not verified); " in summary
    assert "of 10 checklist items are done" in summary
    assert summary.endswith("; by the standard backend_engineer (the default)")


def test_a_topic_page_of_the_example_keeps_its_edit_link(example: Site) -> None:
    example.build()
    page = f"https://github.com/example/larkfield-orders/edit/main/{ARCHITECTURE}/patterns/database.md"
    assert page in html_of(example, DATABASE)


def test_an_unwritten_topic_links_its_sections_to_the_work_list(
    tmp_path: Path, gaps: dict[str, str], backend_engineer: Standard
) -> None:
    site = make_site(tmp_path, pages=gaps)
    site.build()
    database: Topic | None = backend_engineer.topic("database")
    assert database
    content = coverage_content(site.read(COVERAGE))
    for section in database.sections:
        assert f"<i>{section.name}: missing</i>" in content
    assert 'href="#gbm-gap-database-migrations"><i>Migrations: missing</i></a>' in content
    assert '<li id="gbm-gap-database-migrations">' in content
