"""The status strip on topic pages, its owner and date, and the status of incomplete pages in the navigation."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from sites import ARCHITECTURE, Site, configure, make_site, plain_config, without_section, written_page, written_pages

from mkdocs_gbm.standard import Standard

API = "technical/architecture/patterns/api-design.md"
GAPS = "# API Architecture\n\n## Rate Limiting\n\nTBD\n\n## Caching\n"
COVERAGE = "../../../../architecture-coverage/"


def page_of(site: Site, uri: str) -> LexborHTMLParser:
    return LexborHTMLParser(site.read(f"site/{uri.removesuffix('.md')}/index.html"))


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def links(page: LexborHTMLParser) -> dict[str, str | None]:
    return {node.text(): node.attributes["href"] for node in page.css(".gbm-strip__gaps a")}


def orders(folder: Path, pages: Mapping[str, str], options: str = "{}", *more: str) -> Site:
    return make_site(folder / "orders", config=plain_config(options, *more), pages=dict(pages))


def git(site: Site, *arguments: str, date: str = "2026-03-01T12:00:00+0000") -> None:
    names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _WHO.items()}
    environment = {**os.environ, **names, "GIT_AUTHOR_DATE": "2020-01-01T00:00:00+0000", "GIT_COMMITTER_DATE": date}
    subprocess.run(["git", "-C", site.folder, *arguments], check=True, capture_output=True, env=environment)


_WHO = {"NAME": "Ann", "EMAIL": "ann@orders.example"}


def test_the_strip_counts_the_sections_and_names_the_unwritten_ones(tmp_path: Path) -> None:
    site = orders(tmp_path, {API: GAPS})
    site.build()
    page = page_of(site, API)
    assert texts(page, ".gbm-strip__sentence") == ["0 of 10 sections written"]
    assert len(page.css("details.gbm-strip[open][data-search-exclude]")) == 1
    gaps = texts(page, ".gbm-strip__gaps li")
    assert len(gaps) == 10
    assert {"Rate Limiting placeholder", "Caching empty", "Pagination missing"} <= set(gaps)


def test_what_is_not_written_is_linked_to_where_it_belongs(tmp_path: Path) -> None:
    site = orders(tmp_path, {API: GAPS})
    site.build()
    found = links(page_of(site, API))
    assert found["Rate Limiting"] == "#rate-limiting"
    assert found["Caching"] == "#caching"
    assert found["Pagination"] == f"{COVERAGE}#gbm-gap-api-design-pagination"
    assert 'id="gbm-gap-api-design-pagination"' in site.read("site/architecture-coverage/index.html")


def test_with_hints_what_is_missing_is_linked_to_its_hint(tmp_path: Path) -> None:
    site = orders(tmp_path, {API: GAPS}, "{hints: always}")
    site.build()
    page = page_of(site, API)
    assert links(page)["Pagination"] == "#gbm-missing-pagination"
    assert len(page.css("#gbm-missing-pagination")) == 1


def test_without_a_coverage_page_what_is_missing_is_named_and_not_linked(tmp_path: Path) -> None:
    site = orders(tmp_path, {API: GAPS}, "{coverage_page: false}")
    site.build()
    page = page_of(site, API)
    assert set(links(page)) == {"Rate Limiting", "Caching"}
    assert "Pagination missing" in texts(page, ".gbm-strip__gaps li")


def test_the_strip_of_a_complete_topic_is_folded(example: Site) -> None:
    assert example.build("--strict").exit_code == 0
    page = page_of(example, "technical/architecture/patterns/services.md")
    assert texts(page, ".gbm-strip__sentence") == ["8 of 8 sections written"]
    assert len(page.css("details.gbm-strip")) == 1
    assert page.css("details.gbm-strip[open]") == []


def test_the_strip_stands_below_title_and_badges(tmp_path: Path) -> None:
    site = orders(tmp_path, {API: GAPS})
    site.build()
    html = site.read(f"site/{API.removesuffix('.md')}/index.html")
    assert re.search(r'</h1>\s*<p class="gbm-badges".*?</p>\s*<details class="gbm-strip"', html, re.DOTALL)


def test_a_page_without_title_and_badges_has_the_strip_at_its_beginning(tmp_path: Path) -> None:
    site = orders(tmp_path, {API: "## Caching\n\nThe edge keeps it.\n"}, "{badge: false}")
    site.build()
    html = site.read(f"site/{API.removesuffix('.md')}/index.html")
    assert html.index('<details class="gbm-strip"') < html.index('<h2 id="caching"')


@pytest.mark.parametrize("options", ["{status_strip: false}", "{publish: badge}", "{publish: none}"])
def test_there_is_no_strip_when_it_is_not_wanted(tmp_path: Path, options: str) -> None:
    site = orders(tmp_path, {API: GAPS}, options)
    site.build()
    assert "gbm-strip" not in site.read(f"site/{API.removesuffix('.md')}/index.html")


def test_pages_that_hold_no_topic_have_no_strip(example: Site) -> None:
    example.build()
    assert "gbm-strip" not in example.read("site/index.html")
    assert "gbm-strip" not in example.read("site/technical/architecture/deployment/index.html")


def test_a_topic_of_several_pages_has_its_strip_on_each_and_links_between_them(
    tmp_path: Path, backend_engineer: Standard
) -> None:
    topic = backend_engineer.topics[0]
    rest = {section.name for section in topic.sections} - {"Caching"}
    pages = {
        API: written_page(topic, without={"Caching", "Pagination"}) + "\n## Pagination\n\nTODO\n",
        "technical/architecture/caching.md": written_page(topic, without=rest),
    }
    site = orders(tmp_path, pages, "{pages: {api-design: [patterns/api-design.md, caching.md]}}")
    site.build()
    for uri in pages:
        assert texts(page_of(site, uri), ".gbm-strip__sentence") == ["9 of 10 sections written"]
    assert links(page_of(site, API)) == {"Pagination": "#pagination"}
    assert links(page_of(site, "technical/architecture/caching.md")) == {
        "Pagination": "../patterns/api-design/#pagination"
    }


def test_a_page_of_several_topics_has_a_strip_for_each_by_name(tmp_path: Path) -> None:
    where = "patterns/api-design.md"
    site = orders(tmp_path, {API: GAPS}, f"{{hints: always, pages: {{api-design: {where}, database: {where}}}}}")
    site.build()
    page = page_of(site, API)
    assert texts(page, ".gbm-strip__sentence") == [
        "API Architecture: 0 of 10 sections written",
        "Database Architecture: 0 of 9 sections written",
    ]
    anchors = [node.attributes["id"] for node in page.css(".gbm-hint[id]")]
    assert len(anchors) == len(set(anchors)) == 17


def test_what_is_not_applicable_leaves_the_count_and_is_told_with_its_reason(
    tmp_path: Path, backend_engineer: Standard
) -> None:
    topic = backend_engineer.topics[0]
    page = written_page(topic, without={"Caching"}) + "\n## Caching\n\nNot applicable: every answer is unique.\n"
    site = orders(tmp_path, {API: page})
    site.build()
    shown = page_of(site, API)
    assert texts(shown, ".gbm-strip__sentence") == ["9 of 9 sections written"]
    assert texts(shown, ".gbm-strip__apart li") == ["Caching: every answer is unique."]


def test_a_waived_page_says_that_nothing_applies(tmp_path: Path) -> None:
    site = orders(tmp_path, {API: "---\ngbm: {not_applicable: no API at all}\n---\n# API\n"})
    site.build()
    assert texts(page_of(site, API), ".gbm-strip__sentence") == ["Nothing of this topic applies"]


def test_the_checklist_has_a_strip_of_its_items(example: Site) -> None:
    checklist = f"{ARCHITECTURE}/checklist.md"
    example.write(checklist, example.read(checklist).replace("- [x] **Monitoring**", "- [ ] **Monitoring**"))
    example.build()
    page = page_of(example, "technical/architecture/checklist.md")
    assert texts(page, ".gbm-strip__sentence") == ["8 of 9 items done"]
    assert texts(page, ".gbm-strip__gaps li") == ["Monitoring open"]


@pytest.mark.parametrize(
    ("front", "owner"),
    [
        ("owner: Ann", "Ann"),
        ("owners: [Ann, '@orders/api']", "Ann, @orders/api"),
        ("owner: Bob\ngbm: {owner: Ann}", "Ann"),
        ("gbm: {owners: [Ann, Ann]}", "Ann"),
        ("owner: {name: Ann}", "@orders/all"),
        ("owner: ''", "@orders/all"),
        ("owner: [7, true]", "@orders/all"),
    ],
)
def test_the_owner_is_that_of_the_front_matter_before_codeowners(tmp_path: Path, front: str, owner: str) -> None:
    site = orders(tmp_path, {API: f"---\n{front}\n---\n{GAPS}"})
    site.write("CODEOWNERS", "* @orders/all\n")
    site.build()
    assert texts(page_of(site, API), ".gbm-strip__fact b") == [owner]


@pytest.mark.parametrize(
    ("rules", "owner"),
    [
        ("* @all\n/docs/ @docs\n", "@docs"),
        ("/docs/ @docs\n* @all\n", "@all"),
        ("*.md @writers ann@orders.example\n", "@writers, ann@orders.example"),
        ("* @all\npatterns/api-design.md @nobody\n", "@all"),
        ("* @all\n/docs/* @top\n", "@all"),
        ("* @all\n**/patterns/ @patterns\n", "@patterns"),
        ("* @all\npatterns/ @patterns\n", "@patterns"),
        ("* @all\ndocs/**/api-*.md @api # and @nobody else\n", "@api"),
        ("* @all\n# *.md @nobody\n\n[Section]\n*.md @writers\n", "@writers"),
        ("* @all\n*.md\n", None),
        ("* @all\n[z-a].md @broken\n*.[ @broken\n", "@all"),
        ("", None),
    ],
)
def test_the_last_rule_of_codeowners_that_fits_names_the_owner(tmp_path: Path, rules: str, owner: str | None) -> None:
    site = orders(tmp_path, {API: GAPS})
    site.write(".github/CODEOWNERS", rules)
    assert site.build().exit_code == 0
    assert texts(page_of(site, API), ".gbm-strip__fact b") == ([owner] if owner else [])


def test_codeowners_is_looked_for_at_the_root_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "CODEOWNERS").write_text("/orders/docs/ @orders\n/docs/ @others\n", encoding="utf-8")
    site = orders(tmp_path, {API: GAPS})
    site.build()
    assert texts(page_of(site, API), ".gbm-strip__fact b") == ["@orders"]


def test_the_date_is_the_day_of_the_last_commit_in_utc(tmp_path: Path) -> None:
    database = "technical/architecture/patterns/database.md"
    site = orders(
        tmp_path, {API: GAPS, database: "# Database\n", "technical/architecture/patterns/security.md": "# S\n"}
    )
    git(site, "init", "-q")
    git(site, "config", "log.showSignature", "true")
    git(site, "add", f"docs/{API}", f"docs/{database}")
    git(site, "commit", "-qm", "Begin", date="2026-03-01T23:30:00-0400")
    site.write(f"docs/{database}", "# Database Architecture\n")
    git(site, "commit", "-qam", "Go on", date="2026-04-05T12:00:00+0000")
    site.write(f"docs/{database}", "# Data\n")
    site.build()
    assert texts(page_of(site, API), ".gbm-strip time") == ["2026-03-02"]
    assert texts(page_of(site, database), ".gbm-strip time[datetime='2026-04-05']") == ["2026-04-05"]
    assert texts(page_of(site, "technical/architecture/patterns/security.md"), ".gbm-strip time") == []


def test_a_file_name_is_no_pattern_to_git(tmp_path: Path) -> None:
    odd = "technical/architecture/[a]*?é.md"
    site = orders(tmp_path, {odd: f"---\ngbm: {{topic: api-design}}\n---\n{GAPS}"})
    git(site, "init", "-q")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "Begin", date="2026-03-01T12:00:00+0000")
    site.write("docs/technical/architecture/a1é.md", "# Other\n")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "Go on", date="2026-05-01T12:00:00+0000")
    site.build()
    assert texts(page_of(site, odd), ".gbm-strip time") == ["2026-03-01"]


def test_a_shallow_clone_tells_only_what_it_knows(tmp_path: Path) -> None:
    database = "technical/architecture/patterns/database.md"
    origin = orders(tmp_path, {API: GAPS, database: "# Database\n"})
    git(origin, "init", "-q")
    git(origin, "add", "-A")
    git(origin, "commit", "-qm", "Begin", date="2026-01-01T12:00:00+0000")
    origin.write("docs/index.md", "# Start\n")
    git(origin, "commit", "-qam", "Go on", date="2026-02-01T12:00:00+0000")
    origin.write(f"docs/{database}", "# Database Architecture\n")
    git(origin, "commit", "-qam", "Go on", date="2026-03-01T12:00:00+0000")
    for depth, days in ((1, []), (2, ["2026-03-01"])):
        clone = Site(tmp_path / f"clone-{depth}")
        url = origin.folder.as_uri()
        subprocess.run(
            ["git", "clone", "-q", "--depth", str(depth), url, clone.folder], check=True, capture_output=True
        )
        assert clone.build().exit_code == 0
        assert texts(page_of(clone, API), ".gbm-strip time") == []
        assert texts(page_of(clone, database), ".gbm-strip time") == days


def test_without_git_there_is_no_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = orders(tmp_path, {API: GAPS})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert site.build().exit_code == 0
    page = page_of(site, API)
    assert texts(page, ".gbm-strip__sentence") == ["0 of 10 sections written"]
    assert texts(page, ".gbm-strip time") == []


def test_git_is_asked_once_for_all_pages_and_never_without_a_strip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backend_engineer: Standard
) -> None:
    calls = tmp_path / "calls"
    spy = tmp_path / "bin" / "git"
    spy.parent.mkdir()
    spy.write_text(f"#!/bin/sh\necho called >> '{calls}'\nexit 1\n", encoding="utf-8")
    spy.chmod(0o755)
    monkeypatch.setenv("PATH", f"{spy.parent}{os.pathsep}{os.environ['PATH']}")
    orders(tmp_path / "one", written_pages(backend_engineer)).build()
    assert calls.read_text(encoding="utf-8").count("called") == 1
    orders(tmp_path / "two", written_pages(backend_engineer), "{status_strip: false}").build()
    orders(tmp_path / "three", {"other.md": "# Other\n"}).build()
    assert calls.read_text(encoding="utf-8").count("called") == 1


def status_in_nav(site: Site) -> dict[str, str | None]:
    """The pages that have a status in Material's navigation, with its tooltip."""
    page = LexborHTMLParser(site.read("site/index.html"))
    items = {}
    for node in page.css(".md-nav--primary .md-nav__link"):
        if status := node.css_first(".md-status"):
            name = node.css_first(".md-ellipsis")
            items[name.text().strip() if name else ""] = status.attributes.get("title")
    return items


def test_an_incomplete_page_has_a_status_in_materials_navigation(example: Site) -> None:
    api = f"{ARCHITECTURE}/patterns/api-design.md"
    example.write(api, without_section(example.read(api), "Pagination"))
    example.build()
    assert status_in_nav(example) == {"API": "Sections of this topic are not written yet"}
    assert 'class="md-status md-status--gbm-incomplete"' in example.read("site/index.html")
    assert ".md-status--gbm-incomplete::after" in example.read("site/assets/gbm/gbm.css")


def test_a_complete_site_has_no_status(example: Site) -> None:
    example.build()
    assert status_in_nav(example) == {}


def test_a_status_that_the_author_set_stays(example: Site) -> None:
    api = f"{ARCHITECTURE}/patterns/api-design.md"
    example.write(api, "---\nstatus: new\n---\n" + without_section(example.read(api), "Pagination"))
    configure(example, "{}", "extra: {status: {new: Just written}}")
    example.build()
    assert status_in_nav(example) == {"API": "Just written"}


def test_a_tooltip_that_the_author_set_stays(example: Site) -> None:
    api = f"{ARCHITECTURE}/patterns/api-design.md"
    example.write(api, without_section(example.read(api), "Pagination"))
    configure(example, "{}", "extra: {status: {gbm-incomplete: Help us}}")
    example.build()
    assert status_in_nav(example) == {"API": "Help us"}


def test_a_status_setting_of_another_kind_is_left_alone(example: Site) -> None:
    api = f"{ARCHITECTURE}/patterns/api-design.md"
    example.write(api, without_section(example.read(api), "Pagination"))
    configure(example, "{}", "extra: {status: green}")
    assert example.build().exit_code == 0


@pytest.mark.parametrize("options", ["{publish: badge}", "{publish: none}"])
def test_a_site_that_tells_nothing_of_its_gaps_has_no_status(example: Site, options: str) -> None:
    api = f"{ARCHITECTURE}/patterns/api-design.md"
    example.write(api, without_section(example.read(api), "Pagination"))
    configure(example, options)
    example.build()
    assert status_in_nav(example) == {}


def test_the_words_can_be_the_sites_own(tmp_path: Path) -> None:
    words = "{strings: {strip.sections: 'geschrieben: {done} von {count}', strip.status.empty: leer}}"
    site = orders(tmp_path, {API: GAPS}, words)
    site.build()
    page = page_of(site, API)
    assert texts(page, ".gbm-strip__sentence") == ["geschrieben: 0 von 10"]
    assert "Caching leer" in texts(page, ".gbm-strip__gaps li")


def test_a_theme_can_bring_a_strip_of_its_own(tmp_path: Path) -> None:
    config = plain_config("{}").replace("{name: mkdocs}", "{name: mkdocs, custom_dir: own}")
    site = make_site(tmp_path / "orders", config=config, pages={API: GAPS})
    site.write("own/partials/gbm/strip.html", "<p class='own'>{{ strip.sentence }}</p>")
    site.build()
    assert texts(page_of(site, API), ".own") == ["0 of 10 sections written"]
