"""A site in several languages: `gbm adopt` names the pages of the first one, by paths that name no language."""

import shutil
from pathlib import Path

import pytest
from adopting import gbm, options_of, page
from sites import Site, make_site

CONFIG = """\
site_name: Orders
theme: {name: mkdocs}
plugins:
  - i18n:
      docs_structure: %s
      languages:
        - {locale: de, name: Deutsch}
        - {locale: en, name: English, default: true}
"""
STORAGE = page("Storage", "Database Type", "Schema Design", "Migrations")
SAFETY = page("Safety", "Encryption", "Audit Logging", "Secrets Management")
NAMES = {
    "suffix": ("arch/%s.md", "arch/%s.de.md", "guide/%s.fr.md"),
    "folder": ("en/arch/%s.md", "de/arch/%s.md", "fr/guide/%s.md"),
}
"""Where a page of the first language is, of another one, and of one that the site is not built in."""


def translated(folder: Path, structure: str) -> Site:
    paths = NAMES[structure]
    pages = {path % name: text for path in paths for name, text in (("rest", STORAGE), ("safe", SAFETY))}
    homes = ("index.md", "index.de.md") if structure == "suffix" else ("en/index.md", "de/index.md")
    site = make_site(folder, config=CONFIG % structure, pages={**pages, **dict.fromkeys(homes, "# Home\n")})
    if structure == "folder":
        (site.folder / "docs/index.md").unlink()
    return site


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_the_pages_of_the_first_language_are_taken(tmp_path: Path, structure: str) -> None:
    site = translated(tmp_path, structure)
    first = NAMES[structure][0]
    said = gbm(site, "adopt", "--write")
    assert (said.code, said.err) == (0, "")
    assert f"docs/{first % 'rest'} -> database: 3 sections" in said.out
    assert "look like components" not in said.out
    assert "\nof the pages in 'en'; each other language has its own verdict\n" in said.out
    pages = {"database": "rest.md", "security": "safe.md"}
    assert options_of(site) == {"architecture_dir": "arch", "pages": pages}
    assert said.predicted == 13
    assert said.out.splitlines()[-1].startswith("13 %: 12 of 92 required sections are written")
    assert gbm(site, "adopt").out.startswith("nothing new: the topics have their pages")


@pytest.mark.parametrize("named", ["arch", "docs/en/arch", "en/arch"])
def test_a_folder_of_the_first_language_may_be_named_with_it_or_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    site = translated(tmp_path, "folder")
    monkeypatch.chdir(site.folder)
    said = gbm(site, "adopt", "--architecture-dir", named)
    assert "docs/en/arch/rest.md -> database: 3 sections" in said.out
    assert " architecture_dir: arch\n" in said.out


def test_the_architecture_at_its_usual_place_is_seen_in_the_first_language(tmp_path: Path) -> None:
    site = translated(tmp_path, "folder")
    for locale in ("en", "de"):
        (site.folder / f"docs/{locale}/arch").rename(site.folder / f"docs/{locale}/architecture")
    assert " architecture_dir: architecture\n" in gbm(site, "adopt").out


def test_components_are_told_where_the_first_language_has_them(tmp_path: Path) -> None:
    site = translated(tmp_path, "folder")
    for locale in ("en", "de"):
        shutil.copytree(site.folder / f"docs/{locale}/arch", site.folder / f"docs/{locale}/billing")
        (site.folder / f"docs/{locale}/arch").rename(site.folder / f"docs/{locale}/orders")
    said = gbm(site, "adopt").out
    assert said.startswith("2 components, by their folders")
    assert "\norders: docs/en/orders\ndocs/en/orders/rest.md -> database: 3 sections" in said
    assert "\n      orders:\n        dir: orders\n" in said


def test_a_site_that_is_built_in_one_language_alone_has_that_one(tmp_path: Path) -> None:
    site = translated(tmp_path, "suffix")
    site.write("mkdocs.yml", site.read("mkdocs.yml").replace("suffix\n", "suffix\n      build_only_locale: de\n"))
    assert "docs/arch/rest.de.md -> database: 3 sections" in gbm(site, "adopt").out
