"""Sites of one repository that the plugin `monorepo` makes one of: `gbm adopt` takes their pages where they are."""

from pathlib import Path

import pytest
from adopting import gbm, options_of, page
from sites import Site, make_site

CONFIG = "site_name: Shop\ntheme: {name: mkdocs}\nplugins: [monorepo]\nnav:\n  - index.md\n"
STORAGE = page("Storage", "Database Type", "Schema Design", "Migrations")
SAFETY = page("Safety", "Encryption", "Audit Logging", "Secrets Management")


def shop(folder: Path, names: dict[str, str], nav: str) -> Site:
    """Make a site of several, each with its folder and its name."""
    site = make_site(folder, config=f"{CONFIG}{nav}")
    for path, name in names.items():
        site.write(f"{path}/mkdocs.yml", f"site_name: {name}\nnav: [index.md]\n")
        for file, text in {"index": f"# {name}\n", "rest": STORAGE, "safe": SAFETY}.items():
            site.write(f"{path}/docs/{file}.md", text)
    return site


def test_pages_are_taken_from_where_the_site_has_them(tmp_path: Path) -> None:
    site = shop(tmp_path, {"sub": "Order Service"}, "  - Orders:\n      - Inner: '!include ./sub/mkdocs.yml'\n")
    said = gbm(site, "adopt", "--write")
    assert (said.code, said.err) == (0, "")
    assert "sub/docs/rest.md -> database: 3 sections" in said.out
    pages = {"database": "rest.md", "security": "safe.md"}
    assert options_of(site) == {"architecture_dir": "order-service", "pages": pages}
    assert said.predicted == 13
    assert said.out.splitlines()[-1].startswith("13 %: 6 of 46 required sections are written")


def test_several_become_components(tmp_path: Path) -> None:
    names = {"services/orders": "orders", "services/parcels": "parcels"}
    site = shop(tmp_path, names, "  - '*include ./services/*/mkdocs.yml'\n")
    said = gbm(site, "adopt").out
    assert said.startswith("2 components, by their folders")
    assert "\norders: services/orders/docs\nservices/orders/docs/rest.md -> database: 3 sections" in said


@pytest.mark.parametrize("nav", ["  - X: '!include ./gone/mkdocs.yml'\n", "  - X: '!include ./sub/mkdocs.yml'\n"])
def test_a_folder_that_nobody_includes_is_beside_the_site_as_ever(tmp_path: Path, nav: str) -> None:
    site = shop(tmp_path, {"sub": "Bestellungen für alle", "other": "other"}, nav)
    said = gbm(site, "adopt").out
    assert "other/docs/rest.md -> database: 3 sections" in said
    assert ("\nsub: sub/docs" in said) == ("gone" in nav)
