"""Where the pages of a topic are: by the templates' paths, by configuration, by the pages' own claims."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from sites import MKDOCS_YML, Site, make_site, plain_config, written_page, written_pages

from mkdocs_gbm.standard import Standard, Topic

DATABASE = "technical/architecture/patterns/database.md"


def topic_of(report: dict[str, Any], slug: str) -> dict[str, Any]:
    (topic,) = [topic for topic in report["components"][0]["topics"] if topic["slug"] == slug]
    assert isinstance(topic, dict)
    return topic


@pytest.fixture
def database(backend_engineer: Standard) -> Topic:
    topic = backend_engineer.topic("database")
    assert topic
    return topic


def test_the_templates_paths_hold_without_a_word_of_configuration(tmp_path: Path, backend_engineer: Standard) -> None:
    site = make_site(tmp_path, pages=written_pages(backend_engineer))
    assert site.build("--strict").exit_code == 0
    assert site.report["coverage"]["documented"] == 46
    assert site.report["components"][0]["directory"] == "docs/technical/architecture"


@pytest.mark.parametrize("directory", ["architecture", "engineering/backend/architecture", "the architecture"])
def test_architecture_dir_says_where_the_folder_is(tmp_path: Path, backend_engineer: Standard, directory: str) -> None:
    pages = written_pages(backend_engineer, directory)
    site = make_site(tmp_path, config=plain_config(f"{{architecture_dir: {directory}}}"), pages=pages)
    assert site.build("--strict").exit_code == 0
    assert site.report["coverage"]["documented"] == 46
    assert topic_of(site.report, "database")["pages"] == [f"docs/{directory}/patterns/database.md"]


def test_architecture_dir_may_be_the_whole_of_docs_dir(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = {path.removeprefix("x/"): text for path, text in written_pages(backend_engineer, "x").items()}
    site = make_site(tmp_path, config=plain_config("{architecture_dir: .}"), pages=pages)
    assert site.build("--strict").exit_code == 0
    assert site.report["coverage"]["documented"] == 46
    assert site.report["components"][0]["directory"] == "docs"


def test_a_page_elsewhere_is_named_by_its_path(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    pages["technical/architecture/data-architecture.md"] = pages.pop(DATABASE)
    site = make_site(tmp_path, config=plain_config("{pages: {database: data-architecture.md}}"), pages=pages)
    assert site.build("--strict").exit_code == 0
    assert topic_of(site.report, "database")["pages"] == ["docs/technical/architecture/data-architecture.md"]


def test_a_named_page_may_stand_outside_the_folder(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    pages["dba/database.md"] = pages.pop(DATABASE)
    site = make_site(tmp_path, config=plain_config("{pages: {database: ../../dba/database.md}}"), pages=pages)
    assert site.build("--strict").exit_code == 0
    assert topic_of(site.report, "database")["pages"] == ["docs/dba/database.md"]


@pytest.mark.parametrize(
    "named", ["[data/schema.md, data/operation.md]", '"data/*.md"', "[data/schema.md, 'data/op*']"]
)
def test_a_topic_may_stand_on_several_pages(
    tmp_path: Path, backend_engineer: Standard, database: Topic, named: str
) -> None:
    names = [section.name for section in database.sections]
    pages = written_pages(backend_engineer)
    del pages[DATABASE]
    pages["technical/architecture/data/schema.md"] = written_page(database, without=names[4:])
    pages["technical/architecture/data/operation.md"] = written_page(database, without=names[:4])
    site = make_site(tmp_path, config=plain_config(f"{{pages: {{database: {named}}}}}"), pages=pages)
    assert site.build("--strict").exit_code == 0
    topic = topic_of(site.report, "database")
    assert sorted(topic["pages"]) == [
        "docs/technical/architecture/data/operation.md",
        "docs/technical/architecture/data/schema.md",
    ]
    by_page = {section["name"]: section["page"].rsplit("/", 1)[1] for section in topic["sections"]}
    assert by_page == {name: "schema.md" if name in names[:4] else "operation.md" for name in names}


def test_a_star_stays_in_its_folder(tmp_path: Path, backend_engineer: Standard, database: Topic) -> None:
    pages = written_pages(backend_engineer)
    del pages[DATABASE]
    pages["technical/architecture/data/store.md"] = written_page(database, without=["Migrations"])
    pages["technical/architecture/data/archive/2019.md"] = written_page(database)
    site = make_site(tmp_path, config=plain_config('{pages: {database: "data/*.md"}}'), pages=pages)
    strict = site.build("--strict")
    assert (strict.exit_code, strict.rules) == (1, ["missing-section"])


def test_a_named_page_that_is_not_there_is_told_at_its_path(tmp_path: Path, backend_engineer: Standard) -> None:
    site = make_site(tmp_path, config=plain_config("{pages: {database: db.md}}"), pages=written_pages(backend_engineer))
    strict = site.build("--strict")
    assert (strict.exit_code, strict.rules) == (1, ["missing-page"])
    assert strict.findings[0].startswith("docs/technical/architecture/db.md: missing-page: ")


def test_on_several_pages_a_pages_title_may_be_the_section(
    tmp_path: Path, backend_engineer: Standard, database: Topic
) -> None:
    pages = written_pages(backend_engineer)
    pages[DATABASE] = written_page(database, without=["Schema Design"])
    own = "The order is the aggregate; its lines and its payments are rows that nobody else writes."
    pages["technical/architecture/schema.md"] = f"# Schema Design\n\n{own}\n"
    options = "{pages: {database: [patterns/database.md, schema.md]}}"
    site = make_site(tmp_path, config=plain_config(options), pages=pages)
    assert site.build("--strict").exit_code == 0
    (section,) = [each for each in topic_of(site.report, "database")["sections"] if each["name"] == "Schema Design"]
    assert (section["page"], section["line"]) == ("docs/technical/architecture/schema.md", 1)


def test_on_a_single_page_the_title_is_no_section(tmp_path: Path, backend_engineer: Standard, database: Topic) -> None:
    pages = written_pages(backend_engineer)
    page = written_page(database, without=["Schema Design"])
    pages[DATABASE] = page.replace(
        "# Database Architecture\n", "# Schema Design\n\nAll there is to know about it.\n", 1
    )
    site = make_site(tmp_path, pages=pages)
    strict = site.build("--strict")
    assert strict.exit_code == 1
    assert strict.rules == ["missing-section"]


def test_a_page_claims_its_topic_in_its_front_matter(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    pages["technical/architecture/stores/postgres.md"] = f"---\ngbm: {{topic: database}}\n---\n{pages.pop(DATABASE)}"
    site = make_site(tmp_path, pages=pages)
    assert site.build("--strict").exit_code == 0
    assert topic_of(site.report, "database")["pages"] == ["docs/technical/architecture/stores/postgres.md"]


def test_a_claim_joins_the_page_at_the_templates_path(
    tmp_path: Path, backend_engineer: Standard, database: Topic
) -> None:
    names = [section.name for section in database.sections]
    pages = written_pages(backend_engineer)
    pages[DATABASE] = written_page(database, without=names[4:])
    claim = "---\ntitle: Operation\ngbm:\n  topic: database\n---\n"
    pages["technical/architecture/operation.md"] = claim + written_page(database, without=names[:4])
    site = make_site(tmp_path, pages=pages)
    assert site.build("--strict").exit_code == 0
    assert topic_of(site.report, "database")["pages"] == [
        f"docs/{DATABASE}",
        "docs/technical/architecture/operation.md",
    ]


def test_lines_are_those_of_the_file_with_its_front_matter(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    pages[DATABASE] = f"---\ntitle: Database\ntags:\n  - storage\n---\n\n{pages[DATABASE]}"
    site = make_site(tmp_path, pages=pages)
    site.build()
    lines = site.read(f"docs/{DATABASE}").split("\n")
    for section in topic_of(site.report, "database")["sections"]:
        assert lines[section["line"] - 1] == f"## {section['name']}"


def test_a_page_may_claim_the_checklist(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    checklist = pages.pop("technical/architecture/checklist.md")
    pages["technical/architecture/review.md"] = f"---\ngbm: {{topic: checklist}}\n---\n{checklist}"
    site = make_site(tmp_path, pages=pages)
    assert site.build("--strict").exit_code == 0
    assert site.report["checklist"]["total"] == 10


def test_a_claim_of_an_unknown_topic_names_the_page_and_the_nearest_topic(
    tmp_path: Path, backend_engineer: Standard
) -> None:
    pages = written_pages(backend_engineer)
    pages["technical/architecture/postgres.md"] = "---\ngbm: {topic: databse}\n---\n# Postgres\n"
    site = make_site(tmp_path, pages=pages)
    built = site.build()
    assert built.exit_code == 1
    assert (
        "ERROR   -  gbm: docs/technical/architecture/postgres.md:2: gbm: topic: 'databse' is no topic of this "
        "standard; did you mean 'database'?\n"
    ) in built.output
    assert "Traceback" not in built.output


def test_a_claim_outside_the_folder_is_not_heard(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    pages["blog/postgres.md"] = f"---\ngbm: {{topic: database}}\n---\n{pages.pop(DATABASE)}"
    site = make_site(tmp_path, pages=pages)
    strict = site.build("--strict")
    assert (strict.exit_code, strict.rules) == (1, ["missing-page"])


@pytest.mark.parametrize("front", ["title: [", "gbm:", "just words"])
def test_front_matter_that_is_none_of_ours_does_no_harm(tmp_path: Path, backend_engineer: Standard, front: str) -> None:
    pages = written_pages(backend_engineer)
    pages["technical/architecture/notes.md"] = f"---\n{front}\n---\n# Notes\n\ngbm: none of it\n"
    site = make_site(tmp_path, pages=pages)
    built = site.build()
    assert built.exit_code == 0
    assert site.report["coverage"]["documented"] == 46


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
def test_excluded_and_draft_pages_document_nothing(tmp_path: Path, backend_engineer: Standard, setting: str) -> None:
    more = f"{setting}: |\n  {DATABASE}\n"
    site = make_site(tmp_path, config=plain_config("{}", more), pages=written_pages(backend_engineer))
    strict = site.build("--strict")
    assert (strict.exit_code, strict.rules) == (1, ["missing-page"])
    assert strict.findings[0].startswith(f"docs/{DATABASE}: missing-page: ")
    assert site.build().exit_code == 0
    assert site.report["coverage"]["documented"] == 37


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
def test_an_excluded_or_draft_page_beside_the_topics_page_is_not_read(
    tmp_path: Path, backend_engineer: Standard, database: Topic, setting: str
) -> None:
    pages = written_pages(backend_engineer)
    pages[DATABASE] = written_page(database, without=["Migrations"])
    draft = f"---\ngbm: {{topic: database}}\n---\n{written_page(database)}"
    pages["technical/architecture/patterns/database-draft.md"] = draft
    site = make_site(tmp_path, config=plain_config("{}", f"{setting}: |\n  *-draft.md\n"), pages=pages)
    strict = site.build("--strict")
    assert (strict.exit_code, strict.rules) == (1, ["missing-section"])


def test_a_dotted_docs_dir_is_told_in_the_paths(tmp_path: Path, backend_engineer: Standard) -> None:
    site = Site(tmp_path)
    site.write("mkdocs.yml", plain_config("{}", "docs_dir: .gobuildme/docs"))
    site.write(".gobuildme/docs/index.md", "# Home\n")
    pages = written_pages(backend_engineer)
    del pages[DATABASE]
    for path, text in pages.items():
        site.write(f".gobuildme/docs/{path}", text)
    strict = site.build("--strict")
    assert strict.rules == ["missing-page"]
    assert strict.findings[0].startswith(f".gobuildme/docs/{DATABASE}: missing-page: ")


def test_a_page_waived_in_its_front_matter_leaves_the_denominator(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    reason = "the service keeps no data"
    pages[DATABASE] = f"---\ngbm:\n  not_applicable: {reason}\n---\n# Database\n"
    site = make_site(tmp_path, pages=pages)
    assert site.build("--strict").exit_code == 0
    assert site.report["coverage"] == {"percent": 100.0, "documented": 37, "required": 46, "not_applicable": 9}
    sections = topic_of(site.report, "database")["sections"]
    assert {section["status"] for section in sections} == {"not-applicable"}
    assert {section["reason"] for section in sections} == {reason}
    assert reason in site.read("site/architecture-coverage/index.html")


def test_a_waived_page_needs_no_more_than_its_reason_for_the_checklist(
    tmp_path: Path, backend_engineer: Standard
) -> None:
    pages = written_pages(backend_engineer)
    pages[DATABASE] = "---\ngbm: {not_applicable: the service keeps no data}\n---\n# Database\n"
    site = make_site(tmp_path, pages=pages)
    assert site.build("--strict").exit_code == 0
    states = {item["name"]: item["state"] for item in site.report["components"][0]["items"]}
    assert states["Database Schema"] == "not-applicable"


@pytest.mark.parametrize("said", ["true", "yes", "N/A", "'Not applicable'", "n/a."])
def test_a_page_waived_without_a_reason_is_one_finding(tmp_path: Path, backend_engineer: Standard, said: str) -> None:
    pages = written_pages(backend_engineer)
    pages[DATABASE] = f"---\ngbm: {{not_applicable: {said}}}\n---\n# Database\n"
    site = make_site(tmp_path, pages=pages)
    strict = site.build("--strict")
    assert (strict.exit_code, strict.rules) == (1, ["unexplained-na"])
    assert strict.findings[0].startswith(f"docs/{DATABASE}")


def test_a_page_waived_until_a_day_that_is_past_is_one_finding(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    waiver = "not applicable until 2020-01-31, the store comes with release two"
    pages[DATABASE] = f"---\ngbm: {{not_applicable: '{waiver}'}}\n---\n# Database\n"
    site = make_site(tmp_path, pages=pages)
    strict = site.build("--strict")
    assert (strict.exit_code, strict.rules) == (1, ["expired-waiver"])
    assert strict.findings[0].startswith(f"docs/{DATABASE}")


def test_a_page_that_is_not_waived_says_so_with_false(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    pages[DATABASE] = f"---\ngbm: {{not_applicable: false}}\n---\n{pages[DATABASE]}"
    site = make_site(tmp_path, pages=pages)
    assert site.build("--strict").exit_code == 0
    assert site.report["coverage"]["documented"] == 46


def test_pages_may_be_files_of_the_site_instead_of_folders(tmp_path: Path, backend_engineer: Standard) -> None:
    more = "use_directory_urls: false"
    site = make_site(tmp_path, config=plain_config("{}", more), pages=written_pages(backend_engineer))
    assert site.build("--strict").exit_code == 0
    assert "technical/architecture/patterns/database.html" in site.published
    assert "architecture-coverage.html" in site.published
    coverage = site.read("site/architecture-coverage.html")
    assert 'href="technical/architecture/patterns/database.html#schema-design"' in coverage
    page = site.read("site/technical/architecture/patterns/database.html")
    assert '<a href="../../../architecture-coverage.html">' in page


def test_a_site_may_be_built_by_a_program(tmp_path: Path, backend_engineer: Standard) -> None:
    site = make_site(tmp_path, pages=written_pages(backend_engineer))
    build(load_config(config_file=str(tmp_path / "mkdocs.yml")))
    assert site.report["coverage"]["documented"] == 46


def test_a_strict_build_by_a_program_is_gated(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    del pages[DATABASE]
    site = make_site(tmp_path, pages=pages)
    with pytest.raises(Abort):
        build(load_config(config_file=str(tmp_path / "mkdocs.yml"), strict=True))
    assert site.published == []


def test_one_program_may_build_one_configuration_twice(tmp_path: Path, backend_engineer: Standard) -> None:
    site = make_site(tmp_path, pages=written_pages(backend_engineer))
    loaded = load_config(config_file=str(tmp_path / "mkdocs.yml"))
    build(loaded)
    first = site.read("site/gbm/report.json")
    coverage = site.read("site/architecture-coverage/index.html")
    build(loaded)
    assert site.read("site/gbm/report.json") == first
    assert site.read("site/architecture-coverage/index.html") == coverage


def test_one_program_may_build_two_sites_in_turn(tmp_path: Path, backend_engineer: Standard) -> None:
    complete = make_site(tmp_path / "complete", pages=written_pages(backend_engineer))
    empty = make_site(tmp_path / "empty", config=MKDOCS_YML.replace("Orders", "Ghosts"))
    loaded = [load_config(config_file=str(site.folder / "mkdocs.yml")) for site in (complete, empty)]
    for each in [*loaded, *loaded]:
        build(each)
    assert complete.report["coverage"]["documented"] == 46
    assert empty.report["coverage"]["documented"] == 0
    assert [component["name"] for component in empty.report["components"]] == ["Ghosts"]


def test_the_component_is_named_as_the_site(example: Site) -> None:
    example.build()
    (component,) = example.report["components"]
    assert component["name"] == "Larkfield Orders"
    assert component["directory"] == ".gobuildme/docs/technical/architecture"


def test_the_best_candidate_among_other_pages_is_named_for_a_missing_page(
    tmp_path: Path, backend_engineer: Standard
) -> None:
    pages = written_pages(backend_engineer)
    pages["technical/architecture/storage.md"] = pages.pop(DATABASE)
    site = make_site(tmp_path, pages=pages)
    strict = site.build("--strict")
    assert (strict.exit_code, strict.rules) == (1, ["missing-page"])
    assert "'pages: database:'" in strict.findings[0]
    assert "docs/technical/architecture/storage.md" in strict.findings[0]


def test_a_page_that_is_not_utf_8_is_named(tmp_path: Path, backend_engineer: Standard) -> None:
    site = make_site(tmp_path, pages=written_pages(backend_engineer))
    (tmp_path / "docs/technical/architecture/notes.md").write_bytes("# Größe\n".encode("latin-1"))
    command = [sys.executable, "-m", "mkdocs", "build"]
    built = subprocess.run(command, cwd=site.folder, capture_output=True, text=True, check=False)
    assert built.returncode == 1
    assert "technical/architecture/notes.md" in built.stderr


def test_a_missing_section_that_stands_on_a_page_beside_is_said_to_stand_there(
    tmp_path: Path, backend_engineer: Standard, database: Topic
) -> None:
    pages = written_pages(backend_engineer)
    pages[DATABASE] = written_page(database, without=["Migrations"])
    own = "Flyway runs every migration before the new version takes traffic."
    pages["technical/architecture/rollout.md"] = f"# Rollout\n\nHow a version goes out.\n\n## Migrations\n\n{own}\n"
    site = make_site(tmp_path, pages=pages)
    strict = site.build("--strict")
    assert (strict.exit_code, strict.rules) == (1, ["missing-section"])
    assert "docs/technical/architecture/rollout.md:5" in strict.findings[0]
