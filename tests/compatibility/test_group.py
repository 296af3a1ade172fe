"""Material's `group`: plugins that are switched on together, the site's own gate perhaps among them."""

from pathlib import Path

import pytest
from running import config, gbm, run_in
from sites import Site, make_site, written_pages

from mkdocs_gbm.standard import Standard

ARCHITECTURE = "technical/architecture"
DATABASE = f"{ARCHITECTURE}/patterns/database.md"
CONFIG = """\
site_name: Orders
theme: {name: material, font: false}
plugins:
  - search
  - group:
      enabled: %s
      plugins:
%s
"""
OURS = "        - gbm: {pages: {database: postgres.md}, min_words: 0}\n"


def grouped(folder: Path, standard: Standard, plugins: str = OURS, enabled: str = "true") -> Site:
    """Make a site whose plugin is in a group, complete but for a section, with the data on a page of its own name."""
    pages = written_pages(standard)
    pages[f"{ARCHITECTURE}/postgres.md"] = pages.pop(DATABASE).replace("## Transactions", "## Trust")
    return make_site(folder, config=CONFIG % (enabled, plugins), pages=pages)


@pytest.mark.parametrize(
    "plugins",
    [
        pytest.param(OURS, id="read quickly"),
        pytest.param(f"{OURS}        - macros\n", id="by way of MkDocs"),
        pytest.param("        gbm: {pages: {database: postgres.md}}\n        tags: {}\n", id="a mapping"),
    ],
)
def test_check_says_what_the_build_says(tmp_path: Path, backend_engineer: Standard, plugins: str) -> None:
    site = grouped(tmp_path, backend_engineer, plugins)
    built = site.build()
    assert built.exit_code == 0
    (finding,) = built.findings
    assert f"{ARCHITECTURE}/postgres.md: missing-section: the section 'Transactions' is missing" in finding
    code, said, errors = gbm("check", *config(site))
    assert (code, errors) == (1, "")
    assert [line for line in said.splitlines() if "missing-section" in line] == [finding]


@pytest.mark.parametrize("enabled", ["true", "false", "!ENV [ORDERS_CI, false]"])
def test_init_adds_no_second_one(tmp_path: Path, backend_engineer: Standard, enabled: str) -> None:
    site = grouped(tmp_path, backend_engineer, enabled=enabled)
    before = site.read("mkdocs.yml")
    (site.folder / "docs" / ARCHITECTURE / "postgres.md").unlink()
    ran = run_in("init", "--yes", folder=site.folder)
    assert ran.returncode == 0
    assert "exists       mkdocs.yml" in ran.stdout.splitlines()
    assert "created      docs/technical/architecture/postgres.md" in ran.stdout.splitlines()
    assert site.read("mkdocs.yml") == before
    assert site.build().exit_code == 0


def test_init_adds_the_plugin_beside_a_group_without_it(tmp_path: Path) -> None:
    site = make_site(tmp_path, config=CONFIG % ("true", "        - tags"))
    assert run_in("init", "--yes", folder=site.folder).returncode == 0
    assert site.read("mkdocs.yml").endswith("        - tags\n  - gbm\n")
    assert site.build().exit_code == 0
    assert gbm("check", *config(site))[0] == 1


def test_a_group_that_waits_for_a_variable_is_used_where_it_is_set(
    tmp_path: Path, backend_engineer: Standard, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = grouped(tmp_path, backend_engineer, enabled="!ENV [ORDERS_CI, false]")
    assert gbm("check", *config(site))[0] == 2
    monkeypatch.setenv("ORDERS_CI", "true")
    assert gbm("check", *config(site))[0] == 1
