"""Hints: what to write, at the place where it belongs, and nowhere else."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from sites import Site, configure, make_site, plain_config, without_section, written_page

from mkdocs_gbm.standard import Standard

API = "technical/architecture/patterns/api-design.md"
OWN = {
    "standard/api.md": """
        ---
        topic: API
        page: api.md
        ---

        # API

        ## Style

        <!-- What the `API` looks like to <a client>

        - Who calls it, and `<how often>`?
        - Why <b>so</b>?
        -->

        | Path | What it does |
        | --- | --- |
        | <path of the resource> | <what it is for> |

        ## Limits

        <!-- What is refused -->

        ## Errors

        ## Versions
        """
}
PAGE = "technical/architecture/api.md"
WRITTEN = "The team measured it in March on its own cluster and keeps the results of every run."


def site_of(folder: Path, markdown: str, *, options: str = "hints: always", **more: str) -> Site:
    """Make a site with a standard of four sections, and the page of its only topic."""
    lines = [f"{key}: {value}" for key, value in more.items()]
    config = plain_config(f"{{standard: standard, {options}}}", *lines)
    site = make_site(folder / "orders", config=config, pages={PAGE: markdown})
    for path, text in OWN.items():
        site.write(path, text)
    return site


def html_of(site: Site, uri: str = PAGE) -> str:
    return site.read(f"site/{uri.removesuffix('.md')}/index.html")


def order(site: Site, uri: str = PAGE) -> list[str]:
    """Headings by their id, and hints by `?section status`, in the order of the page."""
    page = LexborHTMLParser(html_of(site, uri))
    return [
        _name(node.tag or "", node.attributes, node.text())
        for node in page.css("[role=main] :is(h1, h2, h3, h4, .gbm-hint)")
    ]


def _name(tag: str, attributes: Mapping[str, str | None], text: str) -> str:
    if tag == "div":
        found = re.match(r"\s*(\w+) is (?:still a )?(\w+)", text)
        assert found, text
        return f"?{found[1]} {found[2]}"
    return attributes.get("id") or tag


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        pytest.param(
            f"# API\n\n## Style\n\nTBD\n\n## Limits\n\n## Errors\n\n{WRITTEN}\n\n## Versions\n\n{WRITTEN}\n",
            ["api", "style", "?Style placeholder", "limits", "?Limits empty", "errors", "versions"],
            id="below a heading that is there",
        ),
        pytest.param(
            f"# API\n\n## Style\n\n{WRITTEN}\n\n### Detail\n\n{WRITTEN}\n\n## Errors\n\n{WRITTEN}\n\n## More\n",
            ["api", "style", "detail", "?Limits missing", "errors", "?Versions missing", "more"],
            id="behind the section before, with all that is below it",
        ),
        pytest.param(
            f"# API\n\n## Style\n\n{WRITTEN}\n",
            ["api", "style", "?Limits missing", "?Errors missing", "?Versions missing"],
            id="several in the order of the standard, at the end",
        ),
        pytest.param(
            f"# API\n\nIntroduction.\n\n## Errors\n\n{WRITTEN}\n",
            ["api", "?Style missing", "?Limits missing", "errors", "?Versions missing"],
            id="before the first section, when none precedes",
        ),
        pytest.param(
            "# API\n\nNothing yet.\n",
            ["api", *(f"?{name} missing" for name in "Style Limits Errors Versions".split())],
            id="an empty page",
        ),
        pytest.param(
            f"# API\n\n## Versions\n\n{WRITTEN}\n\n## Style\n\n{WRITTEN}\n",
            ["api", "versions", "style", "?Limits missing", "?Errors missing"],
            id="a page in another order",
        ),
        pytest.param(
            f"# Style\n\n{WRITTEN}\n\n# Errors\n\n{WRITTEN}\n",
            ["style", "?Limits missing", "errors", "?Versions missing"],
            id="level-1 headings",
        ),
        pytest.param(
            f"# API\n\n- **Limits**: TBD\n- **Style**: {WRITTEN}\n\n## Errors\n\n{WRITTEN}\n",
            ["api", "?Limits placeholder", "errors", "?Versions missing"],
            id="a label, which has no heading",
        ),
    ],
)
def test_a_hint_stands_where_its_section_belongs(tmp_path: Path, markdown: str, expected: list[str]) -> None:
    site = site_of(tmp_path, markdown)
    site.build()
    assert order(site) == expected


def test_a_hint_stays_out_of_the_box_that_the_section_before_is_not_in(tmp_path: Path) -> None:
    boxed = f'<div class="box" markdown>\n\n## Note\n\n{WRITTEN}\n\n</div>'
    markdown = f"# API\n\n## Style\n\n{WRITTEN}\n\n{boxed}\n\n## Errors\n\n{WRITTEN}\n\n## Versions\n\n{WRITTEN}\n"
    site = site_of(tmp_path, markdown, markdown_extensions="[md_in_html]")
    site.build()
    assert order(site) == ["api", "style", "note", "?Limits missing", "errors", "versions"]
    assert LexborHTMLParser(html_of(site)).css(".box .gbm-hint") == []


def test_a_hint_for_a_section_in_a_box_stays_in_it(tmp_path: Path) -> None:
    boxed = f'<div class="box" markdown>\n\n## Style\n\nTODO\n\n## Other\n\n{WRITTEN}\n\n</div>'
    site = site_of(tmp_path, f"# API\n\n{boxed}\n\n## Errors\n\n{WRITTEN}\n", markdown_extensions="[md_in_html]")
    site.build()
    assert order(site) == [
        "api",
        "style",
        "?Style placeholder",
        "?Limits missing",
        "other",
        "errors",
        "?Versions missing",
    ]
    assert len(LexborHTMLParser(html_of(site)).css(".box .gbm-hint")) == 2


def test_a_hint_at_the_end_stands_before_the_footnotes(tmp_path: Path) -> None:
    site = site_of(
        tmp_path, f"# API\n\n## Style\n\n{WRITTEN}[^1]\n\n[^1]: In March.\n", markdown_extensions="[footnotes]"
    )
    site.build()
    html = html_of(site)
    assert html.rindex('id="gbm-missing-versions"') < html.index('<div class="footnote"')


@pytest.mark.parametrize(
    ("markdown", "heading"),
    [
        (f"# API\n\n## Style\n\n{WRITTEN}\n", "## Limits"),
        (f"# API\n\n## Part\n\n### Style\n\n{WRITTEN}\n\n### Errors\n\n{WRITTEN}\n", "### Limits"),
        (f"# Style\n\n{WRITTEN}\n\n# Errors\n\n{WRITTEN}\n", "# Limits"),
        ("# API\n", "## Limits"),
    ],
)
def test_a_hint_gives_the_heading_to_add_at_the_level_of_the_others(
    tmp_path: Path, markdown: str, heading: str
) -> None:
    site = site_of(tmp_path, markdown)
    site.build()
    page = LexborHTMLParser(html_of(site))
    assert [node.text() for node in page.css("#gbm-missing-limits pre code")] == [heading]


def test_a_hint_shows_guidance_questions_and_skeleton_as_they_are_written(tmp_path: Path) -> None:
    site = site_of(tmp_path, "# API\n")
    site.build()
    hint = LexborHTMLParser(html_of(site)).css("#gbm-missing-style")[0]
    assert "What the API looks like to <a client>" in hint.text()
    assert [node.text() for node in hint.css("li")] == ["Who calls it, and <how often>?", "Why <b>so</b>?"]
    assert [node.text() for node in hint.css("li code")] == ["<how often>"]
    assert "| <path of the resource> | <what it is for> |" in hint.css("details code")[0].text()
    assert hint.css("details[open]") == []


def test_a_hint_tells_the_remedy_of_its_finding(tmp_path: Path) -> None:
    site = site_of(
        tmp_path, f"# API\n\n## Style\n\n{WRITTEN}\n\n## Error\n\n{WRITTEN}\n\n## Version of it\n\n{WRITTEN}\n"
    )
    finding = next(line for line in site.build().findings if "'Versions'" in line)
    remedy = finding.split("; ", 1)[1]
    hint = LexborHTMLParser(html_of(site)).css("#gbm-missing-versions")[0]
    assert remedy[1:] in hint.text()
    assert "found 'Version of it'" in remedy


def test_a_hint_tells_the_guidance_where_the_rule_is_ignored(tmp_path: Path) -> None:
    site = site_of(tmp_path, "# API\n", options="hints: always, severity: {missing-section: ignore}")
    assert site.build().findings == []
    hint = LexborHTMLParser(html_of(site)).css("#gbm-missing-limits")[0]
    assert "What is refused" in hint.text()
    assert "Add this heading" in hint.text()


@pytest.mark.parametrize("options", ["hints: serve", "hints: never", "hints: always, publish: badge", "min_words: 0"])
def test_a_built_site_has_no_hints_unless_it_wants_them(tmp_path: Path, options: str) -> None:
    site = site_of(tmp_path, "# API\n", options=options)
    site.build()
    assert "gbm-hint" not in html_of(site)
    assert not [path for path in site.published if "preview" in path]


def test_a_complete_topic_has_no_hint(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = {API: written_page(backend_engineer.topics[0])}
    site = make_site(tmp_path / "orders", config=plain_config("{hints: always}"), pages=pages)
    site.build()
    assert "gbm-hint" not in html_of(site, API)


def test_hints_are_not_in_the_table_of_contents(tmp_path: Path) -> None:
    site = site_of(tmp_path, f"# API\n\n## Style\n\n{WRITTEN}\n")
    site.write("mkdocs.yml", site.read("mkdocs.yml").replace("name: mkdocs", "name: readthedocs"))
    site.build()
    html = html_of(site)
    assert "gbm-missing-limits" in html
    assert 'href="#gbm-missing-limits"' in html[html.index('class="gbm-strip"') :]
    assert 'href="#gbm-missing-limits"' not in html[: html.index('class="gbm-strip"')]


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_hints_and_strips_are_not_found_by_the_search(example: Site, theme: str) -> None:
    api = f".gobuildme/docs/{API}"
    example.write(api, without_section(example.read(api), "Pagination"))
    if theme == "mkdocs":
        config = example.read("mkdocs.yml")
        config = re.sub(r"(?ms)^theme:.*?(?=^plugins:)", "theme: {name: mkdocs}\n", config)
        example.write("mkdocs.yml", re.sub(r"(?ms)^  - pymdownx.emoji:.*?(?=^  - pymdownx.h)", "", config))
    configure(example, "{hints: always}")
    example.build()
    assert "Pagination is missing" in html_of(example, API)
    entries = json.loads(example.read("site/search/search_index.json"))["docs"]
    texts = [entry["text"] for entry in entries if not entry["location"].startswith("architecture-coverage")]
    assert any("REST over HTTP with JSON bodies" in text for text in texts)
    assert not [text for text in texts if "is missing" in text or "sections written" in text]


def test_hints_are_no_content_for_the_next_build(tmp_path: Path) -> None:
    site = site_of(tmp_path, "# API\n\n## Limits\n")
    first = site.build().findings
    report = site.read("site/gbm/report.json")
    assert site.build().findings == first
    assert site.read("site/gbm/report.json") == report
    assert json.loads(report)["coverage"]["documented"] == 0


def test_the_words_of_a_hint_can_be_the_sites_own(tmp_path: Path) -> None:
    site = site_of(tmp_path, "# API\n", options="hints: always, strings: {hint.missing: '{section} fehlt'}")
    site.build()
    titles = [node.text() for node in LexborHTMLParser(html_of(site)).css(".gbm-hint .admonition-title")]
    assert titles == ["Style fehlt", "Limits fehlt", "Errors fehlt", "Versions fehlt"]
