"""What a site tells of its gaps, by `publish`: a public site need not say that Secrets Management is unwritten."""

import re
from pathlib import Path

import pytest
from sites import MKDOCS_YML, Site, make_site, plain_config, written_pages

from mkdocs_gbm.standard import Standard

SECURITY = "technical/architecture/patterns/security.md"
ABOUT = "# About\n\n<!-- gbm:badge -->\n\n<!-- gbm:coverage -->\n\nThat is all.\n"
BADGES = ["gbm/badge.json", "gbm/badge.svg", "gbm/coverage-badge.json", "gbm/coverage.svg"]
GAP = "Secrets Management"


@pytest.fixture
def pages(backend_engineer: Standard) -> dict[str, str]:
    """Pages with one gap that the world need not know of."""
    pages = written_pages(backend_engineer)
    pages[SECURITY] = pages[SECURITY].replace(f"## {GAP}\n", "## Coffee\n").replace(GAP.lower(), "coffee")
    return {**pages, "about.md": ABOUT}


def made(folder: Path, publish: str, pages: dict[str, str], *more: str) -> Site:
    site = make_site(folder, config=plain_config(f"{{publish: {publish}}}", *more), pages=pages)
    assert site.build().exit_code == 0
    return site


def ours(site: Site) -> list[str]:
    """The files that the plugin added to the site."""
    return [path for path in site.published if re.match(r"gbm/|assets/gbm|architecture-coverage", path)]


def texts(site: Site) -> dict[str, str]:
    return {
        path: site.read(f"site/{path}") for path in site.published if path.endswith((".html", ".json", ".svg", ".css"))
    }


def test_all_publishes_page_badges_and_report(tmp_path: Path, pages: dict[str, str]) -> None:
    site = made(tmp_path, "all", {path: text for path, text in pages.items() if path != "about.md"})
    expected = ["architecture-coverage/index.html", "assets/gbm/gbm.css", *BADGES, "gbm/report.json"]
    assert ours(site) == expected


def test_badge_publishes_the_badges_alone(tmp_path: Path, pages: dict[str, str]) -> None:
    site = made(tmp_path, "badge", pages)
    assert ours(site) == ["assets/gbm/gbm.css", *BADGES]
    security, about = (site.read(f"site/{page.removesuffix('.md')}/index.html") for page in (SECURITY, "about.md"))
    assert re.search(r'</h1>\n<p class="gbm-badges" data-search-exclude><svg', security)
    assert about.count('class="gbm-badges"') == 1
    assert 'class="gbm-coverage"' not in about
    assert "<!-- gbm:coverage -->" in about
    assert not [path for path, text in texts(site).items() if "architecture-coverage" in text]
    assert not [path for path, text in texts(site).items() if GAP in text]


def test_none_publishes_nothing(tmp_path: Path, pages: dict[str, str]) -> None:
    site = made(tmp_path / "judged", "none", pages)
    plain = make_site(tmp_path / "plain", config=MKDOCS_YML.replace("[gbm]", "[]"), pages=pages)
    plain.build()
    assert site.published == plain.published
    changing = re.compile(r"Build Date UTC : .*")
    for path, text in texts(plain).items():
        assert changing.sub("", site.read(f"site/{path}")) == changing.sub("", text), path


@pytest.mark.parametrize("publish", ["all", "badge", "none"])
def test_the_gate_holds_in_any_case(tmp_path: Path, pages: dict[str, str], publish: str) -> None:
    site = make_site(tmp_path, config=plain_config(f"{{publish: {publish}}}"), pages=pages)
    built = site.build("--strict")
    assert built.exit_code == 1
    assert f"the section '{GAP}' is missing" in built.output
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("publish", ["badge", "none"])
def test_a_page_of_the_authors_at_the_coverage_pages_path_stays(
    tmp_path: Path, pages: dict[str, str], publish: str
) -> None:
    pages["architecture-coverage.md"] = "# How complete we are\n\nOur own words.\n"
    html = made(tmp_path, publish, pages).read("site/architecture-coverage/index.html")
    assert "Our own words." in html
    assert "gbm-coverage" not in html
