"""`gbm init`: from an empty folder, or one with something in it, to documentation that can be checked."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sites import REPOSITORY, Site

from mkdocs_gbm.cli import main

PATTERNS = "docs/technical/architecture/patterns"
PAGES = [
    *(
        f"{PATTERNS}/{name}.md"
        for name in ("api-design", "database", "services", "data-flow", "performance", "security")
    ),
    "docs/technical/architecture/checklist.md",
    "docs/index.md",
]
WRITTEN = "REST over HTTPS, since every caller has a client for it and the shop's caches understand it."

OWNED = "---\nowner: Team Larkfield\n---\n\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    folder = tmp_path / "orders"
    folder.mkdir()
    return Site(folder)


def init(site: Site, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["init", "-C", str(site.folder), *arguments], catch_exceptions=False)


def files(site: Site) -> list[str]:
    return sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file())


def test_from_an_empty_folder_to_a_section_that_is_written(site: Site) -> None:
    """The whole way with the real commands, each in a process of its own."""

    def run(*command: str) -> tuple[int, str]:
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=site.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def placeholders() -> list[int]:
        check, said = run("mkdocs_gbm", "check")
        build, built = run("mkdocs", "build", "--strict")
        assert (check, build) == (1, 1)
        assert "WARNING" not in built
        return [told.count(": placeholder-section: ") for told in (said, built)]

    code, said = run("mkdocs_gbm", "init", "--name", "Orders")
    assert code == 0
    assert [line for line in said.splitlines() if line.startswith("created ")] == [
        f"created      {path}" for path in [*PAGES, "mkdocs.yml"]
    ]
    assert placeholders() == [46, 46]

    page = f"{PATTERNS}/api-design.md"
    before, _, rest = site.read(page).partition("The API is <chosen style in brief>")
    site.write(page, f"{before}{WRITTEN}\n\n## Versioning Strategy\n{rest.partition('## Versioning Strategy')[2]}")
    assert placeholders() == [45, 45]


def test_the_pages_name_the_component_and_its_owner(site: Site) -> None:
    assert init(site, "--name", "Order Book", "--owner", "Team Larkfield").exit_code == 0
    text = site.read(f"{PATTERNS}/api-design.md")
    assert text.startswith(f"{OWNED}# Order Book: API Architecture\n\nOwner: Team Larkfield.\nStarted: 20")
    assert site.read("docs/index.md").startswith("# Order Book\n\n<!-- gbm:badge -->\n")
    assert "[API Architecture](technical/architecture/patterns/api-design.md)" in site.read("docs/index.md")
    assert site.read("mkdocs.yml").startswith("site_name: Order Book\n")


def test_a_dry_run_says_what_would_be_done_and_does_nothing(site: Site) -> None:
    result = init(site, "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"would create {path}" for path in [*PAGES, "mkdocs.yml"]]
    assert files(site) == []


def test_nothing_that_exists_is_overwritten(site: Site) -> None:
    site.write(f"{PATTERNS}/database.md", "# Ours\n")
    site.write("docs/README.md", "# Home\n")
    first = init(site).stdout.splitlines()
    assert [line for line in first if line.startswith("exists")] == [
        f"exists       {PATTERNS}/database.md",
        "exists       docs/README.md",
    ]
    assert site.read(f"{PATTERNS}/database.md") == "# Ours\n"
    texts = {path: site.read(path) for path in files(site)}
    again = init(site, "--name", "Another")
    assert again.exit_code == 0
    assert {line.split()[0] for line in again.stdout.splitlines()[:-1]} == {"exists"}
    assert {path: site.read(path) for path in files(site)} == texts


def test_gobuildme_keeps_its_pages_in_its_own_folder(site: Site) -> None:
    site.write(".gobuildme/config.yaml", "x: y\n")
    subprocess.run(["git", "init", "-q", site.folder], check=True)
    remote = "https://github.com/example/orders.git"
    subprocess.run(["git", "-C", site.folder, "remote", "add", "origin", remote], check=True)
    assert init(site).exit_code == 0
    assert (site.folder / ".gobuildme/docs/technical/architecture/patterns/security.md").is_file()
    settings = site.read("mkdocs.yml")
    assert "docs_dir: .gobuildme/docs\n" in settings
    assert "/.gobuildme/docs/{path}\n" in settings
    assert not (site.folder / "docs").exists()


def test_an_architecture_folder_that_is_there_is_used(site: Site) -> None:
    site.write("docs/architecture/overview.md", "# Overview\n")
    result = init(site)
    assert (site.folder / "docs/architecture/patterns/api-design.md").is_file()
    assert "architecture_dir: architecture\n" in site.read("mkdocs.yml")
    assert "'pages:' says which topic" in result.stdout
    assert CliRunner().invoke(main, ["check", "-C", str(site.folder)]).stdout.count(": placeholder-section: ") == 46


class TestAnExistingConfiguration:
    OURS = "# Ours\nsite_name: Shop   # kept\ntheme: {name: mkdocs}\n\nplugins:\n  - search\n\n# below\nextra: {a: b}\n"

    def test_gets_the_plugin_and_keeps_everything_else(self, site: Site) -> None:
        site.write("mkdocs.yml", self.OURS)
        result = init(site)
        assert "\ncreated      docs/index.md\nchanged      mkdocs.yml\n" in result.stdout
        assert site.read("mkdocs.yml") == self.OURS.replace("  - search\n", "  - search\n  - gbm\n")
        assert site.read(f"{PATTERNS}/api-design.md").startswith("# Shop: API Architecture\n")
        assert site.build().exit_code == 0

    def test_is_left_where_it_has_the_plugin(self, site: Site) -> None:
        text = "site_name: x\ndocs_dir: pages\nplugins:\n  gbm: {architecture_dir: arch, pages: {database: [db.md]}}\n"
        site.write("mkdocs.yml", text)
        assert "exists       mkdocs.yml" in init(site).stdout.splitlines()
        assert site.read("mkdocs.yml") == text
        assert (site.folder / "pages/arch/db.md").is_file()
        assert (site.folder / "pages/arch/patterns/security.md").is_file()

    def test_options_are_written_with_the_plugin(self, site: Site) -> None:
        site.write("mkdocs.yml", self.OURS)
        assert init(site, "--architecture-dir", "design").exit_code == 0
        assert "  - search\n  - gbm:\n      architecture_dir: design\n\n# below" in site.read("mkdocs.yml")
        assert (site.folder / "docs/design/patterns/api-design.md").is_file()

    def test_shows_the_lines_where_it_cannot_be_changed_safely(self, site: Site) -> None:
        text = "site_name: x\nx-p: &p [search]\nplugins: *p\n"
        site.write("mkdocs.yml", text)
        result = init(site)
        assert result.exit_code == 2
        assert result.stderr == (
            "gbm: mkdocs.yml: the plugin cannot be added safely; add these lines:\n"
            "  plugins:\n    - search # where no other plugin is named\n    - gbm\n"
        )
        assert site.read("mkdocs.yml") == text
        assert (site.folder / PAGES[0]).is_file()

    @pytest.mark.parametrize("text", ["", "# ours\ntheme: mkdocs\n"])
    def test_without_a_name_gets_one(self, site: Site, text: str) -> None:
        site.write("mkdocs.yml", text)
        assert init(site, "--name", "Orders: all").exit_code == 0
        plugins = "\nplugins:\n  - search\n  - gbm\n"
        assert site.read("mkdocs.yml") == f"site_name: 'Orders: all'\n{text}{plugins}"

    def test_with_a_nav_is_shown_the_lines_for_what_is_not_in_it(self, site: Site) -> None:
        checklist = "technical/architecture/checklist.md"
        site.write("mkdocs.yml", f"site_name: x\nnav:\n  - index.md\n  - More: [{{Checklist: {checklist}}}]\n")
        said = init(site).stdout
        lines = said[said.index("mkdocs.yml has a 'nav:'") :].splitlines()
        assert lines[:3] == [
            "mkdocs.yml has a 'nav:' without these pages; add:",
            "  - API Architecture: technical/architecture/patterns/api-design.md",
            "  - Database Architecture: technical/architecture/patterns/database.md",
        ]
        assert sum(line.startswith("  - ") for line in lines) == 6
        assert checklist not in said[said.index("nav:") :]

    def test_in_another_encoding_is_left(self, site: Site) -> None:
        (site.folder / "mkdocs.yml").write_bytes(self.OURS.encode("utf-16"))
        assert init(site).exit_code == 2
        assert (site.folder / "mkdocs.yml").read_bytes() == self.OURS.encode("utf-16")

    def test_a_dry_run_leaves_it(self, site: Site) -> None:
        site.write("mkdocs.yml", self.OURS)
        assert init(site, "--dry-run").stdout.splitlines()[-2:] == [
            "would create docs/index.md",
            "would change mkdocs.yml",
        ]
        assert files(site) == ["mkdocs.yml"]

    def test_that_inherits_its_plugins(self, site: Site) -> None:
        site.write("base.yml", "site_name: x\nplugins: [search, gbm]\n")
        site.write("mkdocs.yml", "INHERIT: base.yml\n")
        assert "exists       mkdocs.yml" in init(site).stdout.splitlines()
        site.write("base.yml", "site_name: x\nplugins: [search]\n")
        assert init(site).exit_code == 2
        assert site.read("mkdocs.yml") == "INHERIT: base.yml\n"

    def test_a_glob_names_no_page_to_make(self, site: Site) -> None:
        site.write("mkdocs.yml", "site_name: x\nplugins: [{gbm: {pages: {services: ['services/*.md']}}}]\n")
        said = init(site).stdout
        assert "services: no page is made for 'pages: services: technical/architecture/services/*.md'" in said
        assert not (site.folder / f"{PATTERNS}/services.md").exists()

    @pytest.mark.parametrize(
        ("text", "arguments", "told"),
        [
            ("site_name: [\n", [], "mkdocs.yml:2: no YAML ("),
            ("site_name: x\ndocs_dir: pages\n", ["--docs-dir", "docs"], "docs_dir: it is 'pages' there; "),
            ("plugins: [gbm]\n", ["--architecture-dir", "x"], "the plugin is configured already; change "),
            ("plugins: [{gbm: {page: x}}]\n", [], "unknown key 'page'; did you mean 'pages'?"),
            ("docs_dir: ../docs\n", [], "it leads out of "),
            (None, ["--docs-dir", "."], "--docs-dir: MkDocs wants the pages in a folder of their own; name one: docs"),
            (None, ["--docs-dir", "../x"], "it leads out of "),
            (None, ["--architecture-dir", "../../x"], "'../../x' leads out of the project"),
            (None, ["--standard", "backend"], "did you mean 'backend_engineer'?"),
        ],
    )
    def test_wrong_use_is_one_line_and_nothing_is_made(
        self, site: Site, text: str | None, arguments: list[str], told: str
    ) -> None:
        if text is not None:
            site.write("mkdocs.yml", text)
        before = files(site)
        result = init(site, *arguments)
        assert result.exit_code == 2
        assert told in result.stderr
        assert result.stderr.count("\n") == 1
        assert files(site) == before


class TestASiteInSeveralLanguages:
    CONFIG = """\
        site_name: Orders
        theme: {name: material, font: false}
        plugins:
          - search
          - i18n:
              docs_structure: folder
              languages:
                - {locale: en, default: true, name: English}
                - {locale: de, name: Deutsch}
        """

    def made(self, site: Site, *home: str) -> list[str]:
        """Make a site that builds ready, and return the files of the pages that were made above the topics'."""
        site.write("mkdocs.yml", self.CONFIG)
        for path in home:
            site.write(f"docs/{path}", "# Home\n")
        assert init(site).exit_code == 0
        assert [path for path in files(site) if path.endswith("api-design.md")] == [
            "docs/en/technical/architecture/patterns/api-design.md"
        ]
        return [path for path in files(site) if path.endswith("index.md")]

    def test_keeps_its_home_page_and_still_builds(self, site: Site) -> None:
        assert self.made(site, "en/index.md", "de/index.md") == ["docs/de/index.md", "docs/en/index.md"]
        built = site.build()
        assert built.exit_code == 0, built.output
        assert "technical/architecture/patterns/api-design/index.html" in site.published

    def test_without_a_home_page_gets_one_in_the_first_language(self, site: Site) -> None:
        assert self.made(site) == ["docs/en/index.md"]

    def test_with_one_for_all_languages_gets_no_other(self, site: Site) -> None:
        assert self.made(site, "index.md") == ["docs/index.md"]


class TestPathsStayInTheProject:
    def test_a_link_that_leads_out_is_not_followed(self, site: Site, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (site.folder / "docs").mkdir()
        (site.folder / "docs/technical").symlink_to(tmp_path / "elsewhere")
        result = init(site)
        assert result.exit_code == 2
        assert "it leads out of " in result.stderr
        assert list((tmp_path / "elsewhere").iterdir()) == []

    def test_a_link_to_nowhere_is_no_free_place(self, site: Site, tmp_path: Path) -> None:
        (site.folder / "docs").mkdir()
        (site.folder / "docs/index.md").symlink_to(tmp_path / "nowhere.md")
        assert init(site).exit_code == 2
        assert not (tmp_path / "nowhere.md").exists()

    def test_links_in_a_circle_are_one_line(self, site: Site) -> None:
        (site.folder / "docs").symlink_to("docs")
        result = init(site)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_what_was_done_is_told_when_something_is_in_the_way(site: Site) -> None:
    site.write("docs/technical/architecture/checklist.md/x", "a folder\n")
    site.write(f"{PATTERNS}/keep.md", "")
    site.write("docs/technical/architecture/patterns2", "")
    site.write("mkdocs.yml", "site_name: x\nplugins: [{gbm: {pages: {security: [patterns2/security.md]}}}]\n")
    result = init(site)
    assert result.exit_code == 2
    assert result.stdout.count("created ") == 5
    assert result.stderr.startswith("gbm: docs/technical/architecture/patterns2/security.md: cannot be written: ")
    assert "run the command again: what it has done stays" in result.stderr
    assert result.stderr.count("\n") == 1


def test_on_a_terminal_it_asks(site: Site) -> None:
    """The questions are answered as a person does, at a pseudo terminal."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs_gbm", "init"],
        cwd=site.folder, env=environment, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as running:  # fmt: skip
        os.write(ours, b"pages\nOrder Book\nTeam Larkfield\n")
        said, _ = running.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert running.returncode == 0
    assert "Folder of the pages [docs]: " in said
    text = site.read("pages/technical/architecture/patterns/api-design.md")
    assert text.startswith(f"{OWNED}# Order Book: API Architecture\n\nOwner: Team Larkfield.\n")
