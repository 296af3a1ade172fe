"""Zensical, which loads no plugin of MkDocs: the command is the gate, and makes the coverage page before its build."""

import re
from pathlib import Path

from running import generator, run_in
from sites import Site, make_site, without_section, written_page, written_pages

from mkdocs_gbm.standard import Standard

ARCHITECTURE = "technical/architecture"
API = f"{ARCHITECTURE}/patterns/api-design.md"
TOML = """\
[project]
site_name = "Orders"
docs_dir = "pages"
nav = [
  { "Home" = "index.md" },
  { "API" = "technical/architecture/patterns/api-design.md" },
  { "Coverage" = "coverage/coverage.md" },
]

[gbm]
min_words = 3
"""


def zensical_site(folder: Path, standard: Standard, toml: str = TOML) -> Site:
    """Make a site that Zensical alone builds."""
    site = Site(folder)
    site.write("zensical.toml", toml)
    for page, text in {"index.md": "# Home\n", **written_pages(standard)}.items():
        site.write(f"pages/{page}", text)
    return site


def test_the_recipe_gives_a_site_with_the_coverage_page_and_its_badges(
    tmp_path: Path, backend_engineer: Standard
) -> None:
    site = zensical_site(tmp_path, backend_engineer)
    checked = run_in("check", folder=tmp_path)
    assert (checked.returncode, checked.stderr) == (0, "")
    made = run_in("report", "--markdown", "--output", "pages/coverage", folder=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    outcome = generator("zensical", "build", "--clean", "--strict", folder=tmp_path)
    assert outcome.exit_code == 0, outcome.output
    assert 'href="./coverage/coverage/" class="md-nav__link"' in site.read("site/index.html")
    page = site.read("site/coverage/coverage/index.html")
    assert "46 of 46 required sections are written" in page
    shown = re.findall(r'<img[^>]+src="([^"]+)"', page)
    assert shown == ["../badge.svg", "../coverage.svg"]
    assert "100 % written" in site.read("site/coverage/coverage.svg")
    assert "10/10" in site.read("site/coverage/badge.svg")
    assert 'href="../../technical/architecture/patterns/api-design/#caching"' in page
    assert 'id="caching"' in site.read(f"site/{ARCHITECTURE}/patterns/api-design/index.html")

    site.write(f"pages/{API}", without_section(site.read(f"pages/{API}"), "Caching"))
    failed = run_in("check", folder=tmp_path)
    assert failed.returncode == 1
    assert failed.stdout.startswith(f"pages/{API}: missing-section: the section 'Caching' is missing")


EXTENDED = """\
[project]
site_name = "Orders"

[project.markdown_extensions]
toc.permalink = true
pymdownx.emoji.emoji_index = "zensical.extensions.emoji.twemoji"
pymdownx.snippets.check_paths = true
pymdownx.blocks.details = {}
pymdownx.superfences.custom_fences = [
  { name = "mermaid", class = "mermaid", format = "pymdownx.superfences.fence_code_format" },
]
zensical.extensions.preview = {}

[gbm.aliases.api-design]
Caching = ["What is remembered"]
"""
PAGE = """
## What is remembered

--8<-- "parts/caching.md"

/// details | In full

## Pagination

Lists are cut at 100 entries, and the cursor of the next page stands in a header.
///
"""


def test_a_page_is_read_with_the_extensions_and_options_of_zensical_toml(
    tmp_path: Path, backend_engineer: Standard
) -> None:
    api = backend_engineer.topic("api-design")
    assert api
    pages = {**written_pages(backend_engineer), API: written_page(api, without=["Caching", "Pagination"]) + PAGE}
    site = make_site(tmp_path, config="", pages=pages)
    (tmp_path / "mkdocs.yml").unlink()
    site.write("zensical.toml", EXTENDED)
    site.write(
        "parts/caching.md", "Redis holds product reads for 60 seconds, and a write to a product deletes its key.\n"
    )
    assert generator("zensical", "build", "--clean", folder=tmp_path).exit_code == 0
    built = site.read(f"site/{ARCHITECTURE}/patterns/api-design/index.html")
    assert 'id="pagination"' in built
    assert "Redis holds product reads" in built
    ran = run_in("check", folder=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout
    site.write("parts/caching.md", "TODO\n")
    assert "placeholder-section" in run_in("check", folder=tmp_path).stdout
