"""The words that readers see: a site says them in its own, and whatever it says is text."""

from html import unescape
from pathlib import Path

import pytest
from sites import MKDOCS_YML, make_site, plain_config, written_pages

from mkdocs_gbm.standard import Standard

COVERAGE = "site/architecture-coverage/index.html"
API = "technical/architecture/patterns/api-design.md"
HTML = "<b>not bold</b> & *not slanted*"


@pytest.fixture
def pages(backend_engineer: Standard) -> dict[str, str]:
    return written_pages(backend_engineer)


def test_a_site_says_two_of_them_in_its_own_words(tmp_path: Path, pages: dict[str, str]) -> None:
    own = "{strings: {coverage.title: Abdeckung, badge.coverage.message: '{percent} geschrieben'}}"
    site = make_site(tmp_path, config=plain_config(own), pages=pages)
    assert site.build("--strict").exit_code == 0
    html = site.read(COVERAGE)
    assert "<title>Abdeckung - Orders</title>" in html
    assert ">Abdeckung</h1>" in html
    assert "100 % geschrieben</text>" in site.read(f"site/{API.removesuffix('.md')}/index.html")
    assert "100 % geschrieben</text>" in site.read("site/gbm/coverage.svg")
    assert '"message": "100 % geschrieben"' in site.read("site/gbm/coverage-badge.json")
    assert "10 of 10 checklist items are done" in html, "all others stay as they are"


def test_one_of_many_has_a_text_of_its_own(tmp_path: Path, pages: dict[str, str]) -> None:
    pages[API] = pages[API].replace("## Caching\n", "## Coffee\n")
    own = "{strings: {coverage.weakest.one: 'Es fehlt {count} in {topic}'}}"
    site = make_site(tmp_path, config=plain_config(own), pages=pages)
    site.build()
    assert "Es fehlt 1 in API Architecture" in site.read(COVERAGE)


@pytest.mark.parametrize("key", ["coverage.title", "coverage.gaps", "status.documented", "badge.coverage.label"])
def test_html_in_them_is_shown_as_it_is_written(tmp_path: Path, pages: dict[str, str], key: str) -> None:
    site = make_site(tmp_path, config=plain_config(f"{{strings: {{{key}: '{HTML}'}}}}"), pages=pages)
    assert site.build("--strict").exit_code == 0
    html = site.read(COVERAGE)
    assert "<b>" not in html
    assert "<em>not" not in html
    assert HTML in unescape(html)


@pytest.mark.parametrize(
    ("own", "line"),
    [
        (
            "{coverage.titel: Abdeckung}",
            "'coverage.titel' is no text of the plugin; did you mean 'coverage.title'?",
        ),
        (
            "{badge.coverage.message: '{percnt} da'}",
            "there is no value '{percnt}'; did you mean 'percent'?",
        ),
        (
            "{coverage.title: 7}",
            "option 'strings: coverage.title': a text is expected, not a number; put it in quotes",
        ),
    ],
)
def test_a_mistake_in_them_is_one_line(tmp_path: Path, own: str, line: str) -> None:
    site = make_site(tmp_path, config=MKDOCS_YML.replace("[gbm]", f"[{{gbm: {{strings: {own}}}}}]"))
    built = site.build()
    assert built.exit_code != 0
    assert [found for found in built.output.splitlines() if "strings" in found and found.endswith(line)]
    assert "Traceback" not in built.output
