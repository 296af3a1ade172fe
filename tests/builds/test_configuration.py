"""What the options do; what is said of mistakes in them stands in `tests/mistakes/mistakes.yml`."""

from pathlib import Path

import pytest
from sites import Site, make_site, plain_config, written_page, written_pages

from mkdocs_gbm.options import KEYS
from mkdocs_gbm.standard import Standard


def site_with(folder: Path, options: str, pages: dict[str, str] | None = None) -> Site:
    return make_site(folder / "project", config=plain_config(options), pages=pages)


def test_options_left_empty_are_the_defaults(tmp_path: Path, backend_engineer: Standard) -> None:
    empty = ", ".join(f"{option}: " for option in KEYS)
    site = site_with(tmp_path, f"{{{empty}}}", written_pages(backend_engineer))
    built = site.build("--strict")
    assert built.exit_code == 0
    assert "architecture-coverage/index.html" in site.published


@pytest.mark.parametrize("options", ["", "{}", "[]"])
def test_the_plugin_needs_no_options(tmp_path: Path, backend_engineer: Standard, options: str) -> None:
    site = site_with(tmp_path, options, written_pages(backend_engineer))
    assert site.build("--strict").exit_code == 0


def test_an_alias_is_recognised(tmp_path: Path, backend_engineer: Standard) -> None:
    database = backend_engineer.topic("database")
    assert database
    pages = written_pages(backend_engineer)
    page = "technical/architecture/patterns/database.md"
    pages[page] = written_page(database).replace("## Migrations\n", "## Umzüge\n")
    strict = site_with(tmp_path / "without", "{}", pages).build("--strict")
    assert (strict.exit_code, strict.rules) == (1, ["missing-section"])
    for number, names in enumerate(["Umzüge", "[Liquibase, Umzüge]", "umzüge!"]):
        site = site_with(tmp_path / str(number), f"{{aliases: {{database: {{Migrations: {names}}}}}}}", pages)
        assert site.build("--strict").exit_code == 0


def test_min_words_says_what_is_thin(tmp_path: Path, backend_engineer: Standard) -> None:
    site = site_with(tmp_path, "{min_words: 30}", written_pages(backend_engineer))
    built = site.build("--strict")
    assert built.exit_code == 0
    assert built.rules == ["thin-section"] * 46
    assert "fewer than 30" in built.findings[0]


def test_a_standard_of_the_teams_own_is_a_folder_beside_the_site(tmp_path: Path) -> None:
    site = site_with(tmp_path, "{standard: own, architecture_dir: ops}", {"ops/runbook.md": "# Runbook\n"})
    site.write(
        "own/runbook.md",
        """
        ---
        topic: Runbook
        page: runbook.md
        sections:
          Alerts: {aliases: [Alarms]}
          Chores: {optional: true}
        ---

        # {{ component }}: Runbook

        ## Alerts

        <!-- Who is called, and when -->

        <alert and owner>

        ## Chores

        <!-- What is done by hand -->

        <chore and day>
        """,
    )
    strict = site.build("--strict")
    assert strict.exit_code == 1
    alerts, chores = strict.findings
    assert alerts == (
        "docs/ops/runbook.md: missing-section: the section 'Alerts' is missing; "
        "add the heading '## Alerts' and write there: Who is called, and when"
    )
    assert chores == (
        "docs/ops/runbook.md: missing-section: the section 'Chores' is missing; "
        "add the heading '## Chores' and write there: What is done by hand"
    )
    assert "1 finding in the architecture documentation" in strict.output
    site.write(
        "docs/ops/runbook.md", "# Runbook\n\n## Alarms\n\nThe pager of the order team rings at two failed probes.\n"
    )
    assert site.build("--strict").exit_code == 0
    assert site.report["standard"] == "own"
