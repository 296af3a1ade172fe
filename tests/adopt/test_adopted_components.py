"""Documentation of several systems: `gbm adopt` proposes components, and works on each that is configured."""

from pathlib import Path
from typing import Any

import pytest
from adopting import checked, gbm, options_of, page
from sites import ARCHITECTURE, Site, written_pages

from mkdocs_gbm.standard import Standard

CONFIG = "site_name: Shop\ntheme: {name: mkdocs}\n"
DATABASE = page("Storage", "Database Type", "Schema Design", "Migrations", "Transactions")
GROWTH = page("Storage", "Backup and Recovery", "Data Retention", "Query Patterns")
SECURITY = page("Security", "Encryption", "Audit Logging", "Secrets Management")


def of(folder: str, database: str = DATABASE, *, names: tuple[str, str] = ("storage.md", "safe.md")) -> dict[str, str]:
    return {f"{folder}/{names[0]}": database, f"{folder}/{names[1]}": SECURITY}


def made(folder: Path, pages: dict[str, str], config: str | None = CONFIG) -> Site:
    site = Site(folder / "shop")
    for path, text in pages.items():
        site.write(path, text)
    if config is not None:
        site.write("mkdocs.yml", config)
    return site


def components(site: Site) -> Any:
    """Write what is proposed, and return it; the check agrees with it, and a second run proposes nothing."""
    said = gbm(site, "adopt", "--write")
    assert (said.code, said.err) == (0, "")
    assert checked(site)["coverage"]["percent"] == said.predicted
    assert gbm(site, "adopt").out.startswith("nothing new: the topics have their pages")
    return options_of(site)["components"]


HOME = {"docs/index.md": "# Shop\n"}
PAGES = {"database": "storage.md", "security": "safe.md"}


class TestNew:
    def test_parts_of_a_repository_become_a_glob(self, tmp_path: Path) -> None:
        parts = {**of("services/orders/docs/architecture"), **of("services/billing/docs/architecture", GROWTH)}
        site = made(tmp_path, {**HOME, **parts, "services/gateway/README.md": "# Gateway\n", "src/docs/x.md": "# X\n"})
        for path, text in of("tests/shop/docs").items():
            site.write(path, text)
        said = gbm(site, "adopt").out
        assert said.startswith("2 components, by their folders; name one with --architecture-dir to have it alone\n")
        assert "\nbilling: services/billing/docs/architecture\nservices/billing/docs/architecture/storage.md" in said
        assert "\n    orders  ###.................  7 of 46  +7\n" in said
        assert components(site) == {"*": {"dir": "../services/*/docs/architecture", "pages": PAGES}}
        built = site.build("--strict")
        assert (built.exit_code, [each["name"] for each in site.report["components"]]) == (0, ["billing", "orders"])

    def test_of_a_repository_without_a_site_too(self, tmp_path: Path) -> None:
        site = made(tmp_path, {**of("modules/orders/docs"), **of("modules/billing/docs", GROWTH)}, None)
        assert "docs/index.md: a first page, since a site has a folder of pages" in gbm(site, "adopt").out
        assert components(site) == {"*": {"dir": "../modules/*/docs", "pages": PAGES}}
        assert "<!-- gbm:badge -->" in site.read("docs/index.md")

    def test_folders_of_a_site_that_are_laid_out_otherwise_stand_one_by_one(self, tmp_path: Path) -> None:
        other = of("docs/billing/design", GROWTH, names=("db.md", "security.md"))
        site = made(tmp_path, {**HOME, **of("docs/orders"), **other, "docs/glossary/words.md": "# Words\n"})
        assert components(site) == {
            "billing": {"dir": "billing", "pages": {"database": "design/db.md", "security": "design/security.md"}},
            "orders": {"dir": "orders", "pages": PAGES},
        }

    def test_pages_at_their_default_places_need_no_line(self, tmp_path: Path, backend_engineer: Standard) -> None:
        folders = ("docs/orders/architecture", "docs/billing/architecture")
        pages = {path: text for folder in folders for path, text in written_pages(backend_engineer, folder).items()}
        site = made(tmp_path, {**HOME, **pages})
        assert components(site) == "*/architecture"
        assert not (site.folder / "gbm-baseline.yml").exists()

    def test_modules_of_gobuildme_take_what_they_lack_from_the_root(
        self, tmp_path: Path, backend_engineer: Standard
    ) -> None:
        site = made(tmp_path, written_pages(backend_engineer, ARCHITECTURE), None)
        site.write(f"services/orders/{ARCHITECTURE}/storage.md", DATABASE)
        site.write(f"services/billing/{ARCHITECTURE}/storage.md", GROWTH)
        assert components(site) == {
            "shop": "technical/architecture",
            "*": {
                "dir": f"../../services/*/{ARCHITECTURE}",
                "inherit": "shop",
                "pages": {"database": "storage.md"},
            },
        }

    @pytest.mark.parametrize("page_of_home", ["patterns/database.md", "notes.md"])
    def test_an_architecture_that_is_only_begun_stays_one_of_them(self, tmp_path: Path, page_of_home: str) -> None:
        home = {f"{ARCHITECTURE}/{page_of_home}": "# Shop\n\n## Schema Design\n\nTBD\n"}
        modules = {
            **of(f"services/orders/{ARCHITECTURE}"),
            **of(f"services/billing/{ARCHITECTURE}", GROWTH),
        }
        site = made(tmp_path, {**home, **modules}, None)
        before = checked(site)["coverage"]["required"]
        assert [*components(site)] == ["shop", "*"]
        assert checked(site)["coverage"]["required"] == before == 3 * 46

    def test_so_does_one_at_the_usual_place_of_a_site(self, tmp_path: Path) -> None:
        home = {**HOME, "docs/technical/architecture/patterns/database.md": "# Shop\n\n## Schema Design\n\nTBD\n"}
        site = made(tmp_path, {**home, **of("services/orders/docs")})
        assert components(site) == {
            "Shop": "technical/architecture",
            "orders": {"dir": "../services/orders/docs", "pages": PAGES},
        }

    def test_the_sites_own_architecture_is_one_of_them(self, tmp_path: Path) -> None:
        services = {**of("docs/services/orders"), **of("docs/services/billing", GROWTH)}
        site = made(tmp_path, {**HOME, **of("docs/architecture"), **services})
        assert components(site) == {
            "Shop": {"dir": "architecture", "pages": PAGES},
            "*": {"dir": "services/*", "pages": PAGES},
        }

    def test_one_folder_beside_the_site_is_no_component(self, tmp_path: Path) -> None:
        site = made(tmp_path, {**HOME, **of(ARCHITECTURE)})
        said = gbm(site, "adopt", "--write")
        assert options_of(site) == {"architecture_dir": f"../{ARCHITECTURE}", "pages": PAGES}
        assert checked(site)["coverage"]["percent"] == said.predicted > 0

    @pytest.mark.parametrize("names", [("v1", "v2"), ("en", "de"), ("guides", "reference"), ("1.0", "latest")])
    def test_editions_and_kinds_of_pages_are_none(self, tmp_path: Path, names: tuple[str, str]) -> None:
        site = made(tmp_path, {**HOME, **of(f"docs/{names[0]}"), **of(f"docs/{names[1]}", GROWTH)})
        gbm(site, "adopt", "--write")
        assert "components" not in options_of(site)


class TestConfigured:
    def test_each_is_looked_at_by_itself_and_every_line_is_kept(self, tmp_path: Path) -> None:
        config = (
            f"{CONFIG}plugins:\n  - gbm:\n      components:\n        Orders: orders # the first\n"
            "        Billing:\n          dir: billing\n          not_applicable: {security: all of it is in Orders}\n"
        )
        billing = of("docs/billing", GROWTH, names=("db.md", "security.md"))
        site = made(tmp_path, {**HOME, **of("docs/orders"), **billing}, config)
        said = gbm(site, "adopt").out
        assert "docs/billing/db.md -> database: 3 sections" in said
        assert "docs/billing/security.md" not in said
        assert components(site)["Billing"]["pages"] == {"database": "db.md"}
        assert options_of(site)["components"]["Orders"] == {"dir": "orders", "pages": PAGES}
        assert "        Orders: # the first\n          dir: orders\n" in site.read("mkdocs.yml")

    def test_what_all_that_a_glob_finds_need_stands_with_the_glob(self, tmp_path: Path) -> None:
        config = f"{CONFIG}plugins:\n  - gbm: {{components: s/*}}\n"
        site = made(tmp_path, {**HOME, **of("docs/s/orders"), **of("docs/s/billing", GROWTH)}, config)
        assert components(site) == {"*": {"dir": "s/*", "pages": PAGES}}

    def test_what_one_of_them_needs_stands_beside_it(self, tmp_path: Path) -> None:
        glob = "'*': {dir: s/*, pages: {database: storage.md}}"
        config = f"{CONFIG}plugins:\n  - gbm:\n      components:\n        {glob}\n"
        other = {
            "docs/s/billing/storage.md": GROWTH,
            "docs/s/billing/safe.md": "# Safe\n",
            "docs/s/billing/s.md": SECURITY,
        }
        site = made(tmp_path, {**HOME, **of("docs/s/orders"), **other}, config)
        assert components(site) == {
            "*": {"dir": "s/*", "pages": {"database": "storage.md"}},
            "billing": {"dir": "s/billing", "pages": {"database": "storage.md", "security": "s.md"}},
            "orders": {"dir": "s/orders", "pages": PAGES},
        }

    def test_one_folder_that_is_named_is_looked_at_alone(self, tmp_path: Path) -> None:
        config = f"{CONFIG}plugins:\n  - gbm: {{components: s/*}}\n"
        site = made(tmp_path, {**HOME, **of("docs/s/orders"), **of("docs/s/billing", GROWTH)}, config)
        said = gbm(site, "adopt", "--architecture-dir", "s/orders").out
        assert "docs/s/orders/storage.md -> database" in said
        assert "docs/s/billing/storage.md ->" not in said

    def test_an_architecture_beside_docs_dir_is_found(self, tmp_path: Path) -> None:
        config = f"{CONFIG}plugins:\n  - gbm: {{architecture_dir: ../{ARCHITECTURE}}}\n"
        site = made(tmp_path, {**HOME, **of(ARCHITECTURE)}, config)
        assert f"{ARCHITECTURE}/storage.md -> database: 4 sections" in gbm(site, "adopt", "--write").out
        assert options_of(site)["pages"] == PAGES


def test_pages_that_cannot_be_read_are_told_on_a_line_each(tmp_path: Path) -> None:
    site = made(tmp_path, {**HOME, **of("docs/notes")})
    (site.folder / "docs/notes/old.md").write_bytes(b"# Caf\xe9\n")
    (site.folder / "docs/notes/long.md").write_bytes(b"x" * 1_000_001)
    said = gbm(site, "adopt")
    assert said.err.splitlines() == [
        "gbm: docs/notes/long.md: has 1,000,001 bytes, and is not looked at",
        "gbm: docs/notes/old.md: is no UTF-8 text (line 1); save it as UTF-8",
    ]
    assert said.code == 0
    assert "docs/notes/storage.md -> database: 4 sections" in said.out


def test_a_heading_that_serves_two_topics_is_told_with_both(tmp_path: Path) -> None:
    both = page("Everything", "Authentication", "Rate Limiting", "Pagination", "Encryption", "Secrets Management")
    site = made(tmp_path, {**HOME, "docs/architecture/all.md": both})
    said = gbm(site, "adopt").out
    assert "docs/architecture/all.md -> api-design: 3 sections" in said
    assert "docs/architecture/all.md -> security: 3 sections" in said
    assert said.count("'Authentication'") == 1
    assert "    Authentication Flow (line 3, 'Authentication')" in said
    assert "security       #########...........  3 of 7  +3" in said
