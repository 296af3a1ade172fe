"""Which pages `gbm adopt` gives to which topics, and which to none."""

import time
from pathlib import Path

import pytest
from adopting import PARAGRAPH, checked, gbm, gobuildme_site, options_of, page, pages_of
from sites import Site, make_site, written_page, written_pages

from mkdocs_gbm.standard import Standard

WITHOUT_PLUGIN = "site_name: Orders\ntheme: {name: mkdocs}\n"
DATABASE = page("Storage", "Database Type", "Schema Design", "Migrations")


def adopted(folder: Path, pages: dict[str, str], config: str = WITHOUT_PLUGIN) -> dict[str, list[str]]:
    """Return which pages are named per topic, once they are written."""
    site = make_site(folder, config=config, pages=pages)
    said = gbm(site, "adopt", "--write", "--no-baseline")
    assert said.code == 0, said
    return pages_of(site) if "plugins" in site.read("mkdocs.yml") else {}


class TestWhereTopicsCompete:
    def test_the_topic_with_more_sections_has_the_page(self, tmp_path: Path) -> None:
        text = page("Notes", "Authentication", "Authorization", "Input Validation", "Encryption", "Secrets Management")
        assert adopted(tmp_path, {"architecture/notes.md": text}) == {"security": ["notes.md"]}

    @pytest.mark.parametrize(("title", "topic"), [("API notes", "api-design"), ("Security notes", "security")])
    def test_the_title_decides_between_equals(self, tmp_path: Path, title: str, topic: str) -> None:
        text = page(title, "Authentication", "Authorization")
        assert adopted(tmp_path, {"architecture/notes.md": text}) == {topic: ["notes.md"]}

    def test_the_file_name_decides_too(self, tmp_path: Path) -> None:
        text = page("Notes", "Authentication", "Authorization")
        assert adopted(tmp_path, {"architecture/api_notes.md": text}) == {"api-design": ["api_notes.md"]}

    def test_a_page_whose_sections_are_split_serves_both(self, tmp_path: Path) -> None:
        text = page("All", "Schema Design", "Migrations", "Transactions", "Service Discovery", "Bulkheads", "Timeouts")
        assert adopted(tmp_path, {"architecture/all.md": text}) == {"database": ["all.md"], "services": ["all.md"]}

    def test_a_second_page_of_the_same_sections_is_not_named(self, tmp_path: Path) -> None:
        pages = {"architecture/one.md": DATABASE, "architecture/two.md": DATABASE}
        assert adopted(tmp_path, pages) == {"database": ["one.md"]}

    def test_a_page_that_adds_sections_is(self, tmp_path: Path) -> None:
        more = page("Growth", "Scaling Strategy", "Data Retention")
        pages = {"architecture/one.md": DATABASE, "architecture/two.md": more}
        assert adopted(tmp_path, pages) == {"database": ["one.md", "two.md"]}

    def test_a_page_for_each_section_is_told_by_its_title(self, tmp_path: Path) -> None:
        names = ("Indexing Strategy", "Migrations", "Data Retention")
        pages = {f"database/{name.split()[0].lower()}.md": f"# {name}\n\n{PARAGRAPH}\n" for name in names}
        assert adopted(tmp_path, pages) == {"database": ["data.md", "indexing.md", "migrations.md"]}


class TestWhatIsThereAlready:
    def test_pages_at_their_default_places_need_no_line(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = make_site(tmp_path, config=WITHOUT_PLUGIN, pages=written_pages(backend_engineer))
        gbm(site, "adopt", "--write")
        assert site.read("mkdocs.yml") == f"{WITHOUT_PLUGIN}\nplugins:\n  - search\n  - gbm\n"
        assert checked(site)["coverage"]["percent"] == 100

    def test_a_page_that_adds_to_one_of_them_is_named_beside_it(
        self, tmp_path: Path, backend_engineer: Standard
    ) -> None:
        pages = written_pages(backend_engineer)
        database = backend_engineer.topics[1]
        lacking = ("Migrations", "Data Retention")
        pages["technical/architecture/patterns/database.md"] = written_page(database, without=lacking)
        pages["technical/architecture/growth.md"] = page("Growth", *lacking)
        assert adopted(tmp_path, pages) == {"database": ["growth.md", "patterns/database.md"]}

    def test_a_page_that_claims_its_topic_needs_no_line(self, tmp_path: Path) -> None:
        claim = "---\ngbm: {topic: performance}\n---\n"
        pages = {"technical/architecture/x.md": claim + DATABASE}
        site = make_site(tmp_path, config=WITHOUT_PLUGIN, pages=pages)
        gbm(site, "adopt", "--write")
        assert "performance" not in pages_of(site)

    def test_a_claim_outside_the_folder_is_written_down(self, tmp_path: Path) -> None:
        pages = {
            "technical/architecture/patterns/database.md": DATABASE,
            "notes/fast.md": "---\ngbm: {topic: performance}\n---\n" + page("Fast", "Caching Strategy"),
        }
        assert adopted(tmp_path, pages) == {"performance": ["../../notes/fast.md"]}

    def test_a_checklist_elsewhere_is_found(self, tmp_path: Path, backend_engineer: Standard) -> None:
        assert backend_engineer.checklist
        items = "\n".join(f"- [x] **{item.name}**: see the pages" for item in backend_engineer.checklist.items)
        pages = {"architecture/storage.md": DATABASE, "architecture/done.md": f"# Done\n\n{items}\n"}
        assert adopted(tmp_path, pages) == {"database": ["storage.md"], "checklist": ["done.md"]}


class TestWhatIsNoArchitecture:
    @pytest.mark.parametrize(
        "path",
        [
            "CHANGELOG.md",
            "blog/posts/storage.md",
            "release-notes/v2.md",
            "architecture/data-collection.md",
            "architecture/data_collection.md",
            "architecture/raw-data/storage.md",
            "archive/storage.md",
            "architecture/.hidden/storage.md",
            "templates/storage.md",
        ],
    )
    def test_is_not_named_whatever_it_holds(self, tmp_path: Path, path: str) -> None:
        assert adopted(tmp_path, {path: DATABASE, "architecture/safe.md": page("Security", "Encryption")}) == {
            "security": ["safe.md"]
        }

    @pytest.mark.parametrize(
        "text",
        [
            f"<!-- Code generated by protoc. DO NOT EDIT. -->\n{DATABASE}",
            DATABASE.replace("# Storage", "# Storage\n\n::: orders.storage.models"),
            DATABASE + "\n```text\n" + "src/orders/db.py:14: def connect():\n" * 30 + "```\n",
            DATABASE + "".join(f"\n- src/orders/models/model_{number}.py" for number in range(40)),
            DATABASE + "x" * 1_000_000,
        ],
        ids=["generated", "reference", "grep", "files", "huge"],
    )
    def test_nor_what_a_program_wrote(self, tmp_path: Path, text: str) -> None:
        pages = {"architecture/storage.md": text, "architecture/safe.md": page("Security", "Encryption")}
        assert adopted(tmp_path, pages) == {"security": ["safe.md"]}

    def test_nor_what_the_site_leaves_out(self, tmp_path: Path) -> None:
        config = WITHOUT_PLUGIN + "exclude_docs: |\n  architecture/old.md\ndraft_docs: |\n  draft-*\n"
        pages = {
            "architecture/old.md": DATABASE,
            "architecture/draft-storage.md": DATABASE,
            "architecture/safe.md": page("Security", "Encryption"),
        }
        assert adopted(tmp_path, pages, config) == {"security": ["safe.md"]}

    @pytest.mark.parametrize(
        "text",
        [
            "# Welcome\n\n- **Caching**: Redis\n- **Authentication**: Keycloak\n",
            page("Command line", "Install", "Authentication", "Commands", "Exit codes"),
            page("Guide for clerks", "Roles and Permissions", "Search", "Print"),
            "# Documentation\n\nAll that is written about Orders.\n",
        ],
        ids=["labels", "one heading", "an alias", "a title"],
    )
    def test_nor_a_page_that_only_mentions_a_subject(self, tmp_path: Path, text: str) -> None:
        site = make_site(tmp_path, config=WITHOUT_PLUGIN, pages={"guide/page.md": text})
        said = gbm(site, "adopt", "--write")
        assert said.out == "none of the 2 pages below docs documents a topic: 'gbm init' makes pages to begin with\n"

    def test_one_named_section_among_the_architecture_counts_when_nothing_else_has_it(self, tmp_path: Path) -> None:
        pages = {"architecture/storage.md": DATABASE, "architecture/life.md": page("Life", "Data Retention")}
        assert adopted(tmp_path, pages) == {"database": ["life.md", "storage.md"]}

    def test_template_text_documents_nothing(self, tmp_path: Path) -> None:
        text = "# Storage\n\n## Schema Design\n\nTBD\n\n## Migrations\n\nTODO\n"
        pages = {"architecture/storage.md": text, "architecture/safe.md": page("Security", "Encryption")}
        assert adopted(tmp_path, pages) == {"security": ["safe.md"]}


class TestFolders:
    def test_the_folder_of_the_pages_becomes_that_of_the_architecture(self, tmp_path: Path) -> None:
        adopted(tmp_path, {"team/backend/a.md": DATABASE, "team/backend/b.md": page("Safe", "Encryption", "Secrets")})
        assert options_of(Site(tmp_path))["architecture_dir"] == "team/backend"

    def test_pages_beside_one_another_in_docs(self, tmp_path: Path) -> None:
        pages = {"storage.md": DATABASE, "safe.md": page("Security", "Encryption", "Audit Logging")}
        assert adopted(tmp_path, pages) == {"database": ["storage.md"], "security": ["safe.md"]}
        assert checked(Site(tmp_path))["coverage"]["documented"] == 5

    def test_editions_of_one_documentation_are_not_mixed(self, tmp_path: Path) -> None:
        security = page("Security", "Encryption", "Audit Logging")
        pages = {
            "v1/storage.md": page("Storage", "Database Type", "Schema Design", "Migrations", "Transactions"),
            "v1/safe.md": security,
            "v2/storage.md": page("Storage", "Backup and Recovery", "Data Retention", "Query Patterns"),
            "v2/safe.md": security,
        }
        site = make_site(tmp_path, config=WITHOUT_PLUGIN, pages=pages)
        said = gbm(site, "adopt")
        assert "docs/v1, docs/v2 look like components of their own" in said.out
        assert "only docs/v1 was used; name another with --architecture-dir" in said.out
        assert "v2/storage.md ->" not in said.out
        gbm(site, "adopt", "--write", "--architecture-dir", "v2")
        assert options_of(site) == {
            "architecture_dir": "v2",
            "pages": {"database": "storage.md", "security": "safe.md"},
        }

    def test_a_named_folder_without_a_configuration(self, tmp_path: Path) -> None:
        site = Site(tmp_path)
        site.write("docs/team/storage.md", DATABASE)
        site.write("docs/other/safe.md", page("Security", "Encryption", "Audit Logging"))
        gbm(site, "adopt", "--write", "--architecture-dir", "docs/team")
        assert pages_of(site) == {"database": ["storage.md"]}
        assert options_of(site)["architecture_dir"] == "team"


class TestAliases:
    def test_a_misspelt_heading_becomes_a_name(self, tmp_path: Path) -> None:
        site = make_site(
            tmp_path,
            config=WITHOUT_PLUGIN,
            pages={"architecture/storage.md": page("Storage", "Database Type", "Schema Design", "2. Data Retentoin")},
        )
        said = gbm(site, "adopt", "--write")
        assert (
            "docs/architecture/storage.md:11: 'Data Retentoin' -> alias of 'Data Retention' (database)"
            in said.out.splitlines()
        )
        assert options_of(site)["aliases"] == {"database": {"Data Retention": ["Data Retentoin"]}}
        assert checked(site)["coverage"]["documented"] == 3
        assert said.predicted == checked(site)["coverage"]["percent"]

    @pytest.mark.parametrize(
        "heading",
        ["Belt Load Balancing", "Data Detention Rooms", "Card transactions", "Decryption", "Migration routes"],
    )
    def test_a_heading_with_a_word_in_common_does_not(self, tmp_path: Path, heading: str) -> None:
        text = page("Storage", "Database Type", "Schema Design", heading)
        site = make_site(tmp_path, config=WITHOUT_PLUGIN, pages={"architecture/storage.md": text})
        gbm(site, "adopt", "--write")
        assert "aliases" not in options_of(site)

    def test_nor_one_with_nothing_beneath_it(self, tmp_path: Path) -> None:
        text = page("Storage", "Database Type", "Schema Design") + "\n## Data Retentoin\n\nTBD\n"
        site = make_site(tmp_path, config=WITHOUT_PLUGIN, pages={"architecture/storage.md": text})
        gbm(site, "adopt", "--write")
        assert "aliases" not in options_of(site)


LINKED = page("Security", "Encryption") + "\n## Audit Logging\n\nSee [there](more/log.md#what-is-kept).\n"


@pytest.mark.parametrize(
    "pages",
    [
        {"architecture/storage.md": DATABASE},
        {"storage.md": DATABASE, "guide/safe.md": page("Security", "Encryption", "Audit Logging", "Login")},
        {"architecture/safe.md": LINKED, "architecture/more/log.md": page("Log", "What is kept")},
        {"architecture/a.md": "# A\n\n# Schema Design\n\nTables.\n\n# Migrations\n\nBy Alembic, forward only.\n"},
        {"technical/architecture/patterns/database.md": DATABASE, "technical/architecture/growth.md": LINKED},
        {"architecture/README.md": DATABASE, "architecture/index.md": page("Security", "Encryption", "Secrets")},
        {
            "architecture/s.md": "---\ngbm: {not_applicable: one process alone}\n---\n# x\n",
            "architecture/d.md": DATABASE,
        },
    ],
)
def test_what_is_predicted_is_what_the_check_finds(tmp_path: Path, pages: dict[str, str]) -> None:
    site = make_site(tmp_path, config=WITHOUT_PLUGIN, pages=pages)
    predicted = gbm(site, "adopt").predicted
    assert gbm(site, "adopt", "--write").predicted == predicted
    assert checked(site)["coverage"]["percent"] == predicted > 0


def test_a_thousand_pages_take_seconds(tmp_path: Path) -> None:
    filler = "\n".join(f"## Part {number}\n\n{PARAGRAPH * 5}\n" for number in range(4))
    pages = {f"area{number % 7}/page{number}.md": f"# Page {number}\n\n{filler}" for number in range(1000)}
    site = make_site(tmp_path, config=WITHOUT_PLUGIN, pages={**pages, "architecture/storage.md": DATABASE})
    began = time.process_time()
    assert "docs/architecture/storage.md -> database: 3 sections" in gbm(site, "adopt").out
    assert time.process_time() - began < 10


def test_the_best_candidate_for_a_missing_page_is_never_raw_data(tmp_path: Path) -> None:
    site = gobuildme_site(tmp_path)
    for line in gbm(site, "check").out.splitlines():
        assert "data-collection" not in line
