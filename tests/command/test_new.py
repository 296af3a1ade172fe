"""`gbm new`: single pages where the site expects them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sites import Site, make_site, plain_config

from mkdocs_gbm.cli import main


def new(site: Site, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", "-C", str(site.folder), *arguments], catch_exceptions=False)


def pages(site: Site) -> list[str]:
    docs = site.folder / "docs"
    return sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if path.name != "index.md")


def test_topics_are_named_by_slug_or_title(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    result = new(site, "database", "API Architecture", "checklist", "database")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "created      docs/technical/architecture/patterns/database.md",
        "created      docs/technical/architecture/patterns/api-design.md",
        "created      docs/technical/architecture/checklist.md",
    ]
    assert site.read("docs/technical/architecture/patterns/database.md").startswith("# Orders: Database Architecture\n")
    rules = site.build().rules
    assert (rules.count("missing-page"), rules.count("placeholder-section")) == (4, 10 + 9)


def test_a_page_stands_where_the_site_expects_it(tmp_path: Path) -> None:
    site = make_site(tmp_path, config=plain_config("{architecture_dir: arch, pages: {database: data/postgres.md}}"))
    assert new(site, "database", "security", "--name", "Book", "--owner", "Us").exit_code == 0
    assert pages(site) == ["arch/data/postgres.md", "arch/patterns/security.md"]
    started = "---\nowner: Us\n---\n\n# Book: Database Architecture\n\nOwner: Us.\n"
    assert site.read("docs/arch/data/postgres.md").startswith(started)


def test_a_page_that_is_there_is_left_wherever_it_is(tmp_path: Path) -> None:
    claimed = "---\ngbm: {topic: security}\n---\n# Safe\n"
    site = make_site(tmp_path, pages={"technical/architecture/safe.md": claimed})
    result = new(site, "security")
    assert (result.exit_code, result.stdout) == (0, "exists       docs/technical/architecture/safe.md\n")
    assert site.read("docs/technical/architecture/safe.md") == claimed
    assert pages(site) == ["technical/architecture/safe.md"]


def test_a_dry_run_makes_nothing(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    assert (
        new(site, "services", "--dry-run").stdout == "would create docs/technical/architecture/patterns/services.md\n"
    )
    assert pages(site) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["databse"], "new: no topic 'databse' in the standard backend_engineer; did you mean 'database'?"),
        (["database", "nothing"], "new: no topic 'nothing'"),
        (
            ["services"],
            "plugins: gbm: pages: services: 'technical/architecture/s/*.md' names no single page; name a page",
        ),
    ],
)
def test_wrong_use_is_one_line_and_nothing_is_made(tmp_path: Path, arguments: list[str], told: str) -> None:
    site = make_site(tmp_path, config=plain_config("{pages: {services: ['s/*.md']}}"))
    result = new(site, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert pages(site) == []


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    site = make_site(tmp_path / "project")
    (tmp_path / "elsewhere").mkdir()
    (site.folder / "docs/technical").symlink_to(tmp_path / "elsewhere")
    assert new(site, "services").exit_code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_page_of_a_component_beside_the_pages_is_told_by_its_plain_path(tmp_path: Path) -> None:
    site = make_site(tmp_path, config=plain_config("{components: {Orders: orders, Billing: ../services/billing}}"))
    site.write("services/billing/notes.md", "# Notes\n")
    result = new(site, "database", "--component", "billing")
    assert (result.exit_code, result.stdout) == (0, "created      services/billing/patterns/database.md\n")
    assert (site.folder / "services/billing/patterns/database.md").is_file()
