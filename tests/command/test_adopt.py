"""`gbm adopt`, as a user runs it: what it shows, what it writes, what it leaves alone."""

import sys
from pathlib import Path

import pytest
import yaml
from sites import Site, make_site

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "adopt"))

from adopting import checked, gbm, gobuildme_site, options_of, page, pages_of

DATABASE = page("Storage", "Database Type", "Schema Design", "Migrations", "Backup and Recovery")
SECURITY = page("Safety", "Encryption", "Audit Logging", "Secrets Management", "Input Validation")
PLAIN = """\
# The site of Orders
site_name: Orders # as customers know it

theme:
    name: mkdocs   # the plain one

plugins:
    - search # keep first
    # - tags
nav: # by hand
    - index.md
    - Storage: notes/storage.md
"""


def snapshot(site: Site) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(site.folder.rglob("*")) if path.is_file()}


def site_with(folder: Path, config: str = PLAIN) -> Site:
    return make_site(folder, config=config, pages={"notes/storage.md": DATABASE, "notes/safety.md": SECURITY})


class TestARepositoryAsGoBuildMeLeavesIt:
    def test_is_shown_and_nothing_is_written(self, tmp_path: Path) -> None:
        site = gobuildme_site(tmp_path)
        before = snapshot(site)
        said = gbm(site, "adopt")
        assert (said.code, said.err) == (0, "")
        assert snapshot(site) == before
        assert ".gobuildme/docs/technical/architecture/security-architecture.md -> security: 7 sections" in said.out
        assert "    Encryption (line 36, 'Data Encryption')" in said.out
        assert "      security: security-architecture.md" in said.out
        assert "'gbm adopt --write' writes it" in said.out

    def test_each_page_goes_where_it_belongs_and_raw_data_nowhere(self, tmp_path: Path) -> None:
        site = gobuildme_site(tmp_path)
        said = gbm(site, "adopt", "--write")
        assert said.code == 0
        assert pages_of(site) == {
            "api-design": ["component-architecture.md"],
            "database": ["data-architecture.md"],
            "services": ["component-architecture.md", "integration-landscape.md"],
            "data-flow": ["data-architecture.md", "integration-landscape.md", "system-analysis.md"],
            "performance": ["data-architecture.md"],
            "security": ["security-architecture.md"],
        }
        assert "data-collection" not in site.read("mkdocs.yml")
        assert "left out, as raw data, a record or generated" in said.out

    def test_is_recognised_by_the_check_that_follows(self, tmp_path: Path) -> None:
        site = gobuildme_site(tmp_path)
        said = gbm(site, "adopt", "--write")
        assert checked(site)["coverage"]["percent"] == said.predicted > 60
        assert gbm(site, "check").code == 0
        assert "data-collection" not in gbm(site, "check").out

    def test_is_a_site_that_mkdocs_builds(self, tmp_path: Path) -> None:
        site = gobuildme_site(tmp_path)
        said = gbm(site, "adopt", "--write")
        built = site.build()
        assert built.exit_code == 0, built.output
        assert site.report["coverage"]["percent"] == said.predicted


class TestWriting:
    def test_an_existing_configuration_keeps_every_line(self, tmp_path: Path) -> None:
        site = site_with(tmp_path)
        said = gbm(site, "adopt", "--write")
        assert said.code == 0
        written = site.read("mkdocs.yml").splitlines()
        added = [line for line in written if line not in PLAIN.splitlines()]
        assert [line for line in written if line not in added] == PLAIN.splitlines()
        assert added[0] == "    - gbm:"
        assert options_of(site) == {
            "architecture_dir": "notes",
            "pages": {"database": "storage.md", "security": "safety.md"},
        }

    def test_a_second_run_proposes_nothing_and_changes_no_byte(self, tmp_path: Path) -> None:
        site = site_with(tmp_path)
        gbm(site, "adopt", "--write")
        before = snapshot(site)
        assert gbm(site, "adopt").out == "nothing new: the topics have their pages\n"
        again = gbm(site, "adopt", "--write")
        assert again.out.startswith("nothing new: the topics have their pages\n")
        assert snapshot(site) == before

    def test_two_repositories_alike_get_the_same_bytes(self, tmp_path: Path) -> None:
        sites = [gobuildme_site(tmp_path / name / "orders") for name in ("one", "two")]
        shown = [gbm(site, "adopt", "--write").out for site in sites]
        assert shown[0] == shown[1]
        assert sites[0].read("mkdocs.yml") == sites[1].read("mkdocs.yml")
        assert sites[0].read("gbm-baseline.yml") == sites[1].read("gbm-baseline.yml")

    def test_options_that_are_there_are_kept_and_lists_grow(self, tmp_path: Path) -> None:
        config = PLAIN.replace(
            "    # - tags\n",
            "    # - tags\n    - gbm:\n        architecture_dir: notes\n        pages:\n"
            "          database: storage.md # the old one\n        badge: false\n",
        )
        site = site_with(tmp_path, config)
        site.write("docs/notes/database-growth.md", page("Database growth", "Scaling Strategy", "Data Retention"))
        assert gbm(site, "adopt", "--write").code == 0
        text = site.read("mkdocs.yml")
        assert "          database: [storage.md, database-growth.md] # the old one\n" in text
        assert options_of(site)["badge"] is False
        assert pages_of(site)["security"] == ["safety.md"]

    def test_what_cannot_be_edited_safely_is_shown_and_left_alone(self, tmp_path: Path) -> None:
        config = "site_name: Orders\ntheme: {name: mkdocs}\nx: &ours [search, gbm]\nplugins: *ours\n"
        site = site_with(tmp_path, config)
        said = gbm(site, "adopt", "--write")
        assert said.code == 2
        assert "mkdocs.yml: it cannot be edited safely; add these lines:\n  plugins:\n  - gbm:\n" in said.err
        assert "database: storage.md" in said.err
        assert site.read("mkdocs.yml") == config

    def test_windows_lines_stay(self, tmp_path: Path) -> None:
        site = site_with(tmp_path)
        (site.folder / "mkdocs.yml").write_bytes(PLAIN.replace("\n", "\r\n").encode())
        gbm(site, "adopt", "--write")
        raw = (site.folder / "mkdocs.yml").read_bytes()
        assert raw.count(b"\n") == raw.count(b"\r\n")


class TestBaseline:
    def test_the_gaps_of_today_are_excused(self, tmp_path: Path) -> None:
        site = site_with(tmp_path)
        shown = gbm(site, "adopt").out
        said = gbm(site, "adopt", "--write").out
        entries = yaml.safe_load(site.read("gbm-baseline.yml"))["findings"]
        assert f"gbm-baseline.yml: {len(entries)} gaps of today excused" in shown
        assert f"wrote gbm-baseline.yml: {len(entries)} findings excused" in said
        assert gbm(site, "check").code == 0

    def test_or_not(self, tmp_path: Path) -> None:
        site = site_with(tmp_path)
        gbm(site, "adopt", "--write", "--no-baseline")
        assert not (site.folder / "gbm-baseline.yml").exists()
        assert gbm(site, "check").code == 1

    def test_one_that_is_there_is_left_when_nothing_is_new(self, tmp_path: Path) -> None:
        site = site_with(tmp_path)
        gbm(site, "adopt", "--write")
        site.write("docs/notes/storage.md", DATABASE.replace("## Migrations", "## Moving house"))
        before = site.read("gbm-baseline.yml")
        gbm(site, "adopt", "--write")
        assert site.read("gbm-baseline.yml") == before
        assert gbm(site, "check").code == 1


class TestTakenBack:
    """What the site does not bear out is not written."""

    def test_not_where_the_site_empties_a_page(self, tmp_path: Path) -> None:
        site = site_with(tmp_path, f"{PLAIN}hooks: [drop.py]\n")
        site.write(
            "drop.py", "def on_page_markdown(markdown, page, **_):\n    return '' if 'rage' in page.url else None\n"
        )
        said = gbm(site, "adopt", "--write")
        assert said.code == 0
        assert "gbm" in site.read("mkdocs.yml")
        assert gbm(site, "check").code == 0

    @pytest.mark.parametrize("config", [PLAIN.replace("\n", "\r\n"), None])
    def test_where_there_is_no_verdict(self, tmp_path: Path, config: str | None) -> None:
        site = Site(tmp_path)
        site.write("services/orders/docs/storage.md", DATABASE)
        site.write("services/orders/docs/safety.md", SECURITY)
        site.write("gbm-baseline.yml", "- 1\n")
        if config:
            site.write("docs/index.md", "# Home\n")
            (site.folder / "mkdocs.yml").write_bytes(config.encode())
        before = snapshot(site)
        said = gbm(site, "adopt", "--write")
        assert (said.code, said.err.count("\n")) == (2, 1)
        assert snapshot(site) == before
        assert (site.folder / "docs").is_dir() == bool(config)


class TestANamedFolder:
    @pytest.mark.parametrize("named", ["notes", "docs/notes", "./docs/notes/", "docs"])
    def test_is_told_from_here_or_from_the_pages(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
    ) -> None:
        site = site_with(tmp_path)
        monkeypatch.chdir(site.folder)
        said = gbm(site, "adopt", "--architecture-dir", named)
        assert "docs/notes/storage.md -> database: 4 sections" in said.out
        assert "docs/notes/safety.md -> security: 4 sections" in said.out

    def test_alone_is_told_of_when_it_documents_nothing(self, tmp_path: Path) -> None:
        site = site_with(tmp_path)
        site.write("docs/guide/run.md", "# Run\n")
        said = gbm(site, "adopt", "--architecture-dir", "guide")
        assert said.out.startswith("the one page below docs/guide documents no topic: ")


class TestBadInput:
    @pytest.mark.parametrize(
        ("files", "told"),
        [
            ({}, "there is neither a mkdocs.yml nor .gobuildme/docs nor docs; "),
            ({"docs/logo.svg": "<svg/>"}, "gbm: docs: there is no page in it; begin with 'gbm init'\n"),
            ({"mkdocs.yml": "site_name: x\n"}, "docs: no such folder; name the folder of the pages\n"),
            ({"mkdocs.yml": "plugins: [\n", "docs/index.md": "# x\n"}, "mkdocs.yml:2: no YAML ("),
            ({"mkdocs.yml": "docs_dir: [a]\n"}, "mkdocs.yml: docs_dir: a text is expected; "),
        ],
    )
    def test_is_one_line_and_exit_code_2(self, tmp_path: Path, files: dict[str, str], told: str) -> None:
        site = Site(tmp_path)
        for path, text in files.items():
            site.write(path, text)
        said = gbm(site, "adopt")
        assert (said.code, said.out) == (2, "")
        assert told in said.err
        assert said.err.startswith("gbm: ")
        assert said.err.count("\n") == 1

    def test_a_folder_or_standard_that_is_not_there(self, tmp_path: Path) -> None:
        site = Site(tmp_path)
        site.write("docs/index.md", "# Home\n")
        for option in ("--architecture-dir", "--standard"):
            said = gbm(site, "adopt", option, "nowhere")
            assert said.code == 2
            assert "nowhere" in said.err
            assert said.err.count("\n") == 1

    def test_pages_that_document_nothing_are_told_and_nothing_is_written(self, tmp_path: Path) -> None:
        site = make_site(tmp_path, config=PLAIN, pages={"guide.md": page("Guide", "Install", "Run")})
        before = snapshot(site)
        said = gbm(site, "adopt", "--write")
        assert said.out == "none of the 2 pages below docs documents a topic: 'gbm init' makes pages to begin with\n"
        assert said.code == 0
        assert snapshot(site) == before


def test_help_has_an_example(tmp_path: Path) -> None:
    said = gbm(Site(tmp_path), "adopt", "--help")
    assert said.code == 0
    assert "gbm adopt --write" in said.out
