"""`gbm standard`, and one order by which every command and build finds the standard."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bare import gobuildme
from running import config, gbm, process, run_in
from sites import ARCHITECTURE, Site, configure, make_site, plain_config, written_pages

from mkdocs_gbm import __version__, standard

PARTIALS = ".gobuildme/templates/personas/partials"
PERSONAS = ".gobuildme/config/personas.yaml"
DEPOTS = """\
## Parcel Engineer-Specific Architecture Documentation

### Depots

**Required**: Document depots in `.gobuildme/docs/technical/architecture/patterns/depots.md`

Include:
- **Layout**: Gates, belts and shelves
- **Opening Hours**: When parcels are taken in, if applicable

### Checklist

- [ ] **Depots Documented**: Every depot has its layout
"""


@pytest.fixture
def project(tmp_path: Path) -> Site:
    """A project with one topic page, of a partial of its own."""
    site = make_site(tmp_path / "orders", config=plain_config("{}"))
    site.write(f"{PARTIALS}/parcel_engineer/architecture.md", DEPOTS)
    site.write("docs/technical/architecture/patterns/depots.md", "# Depots\n")
    return site


def said(site: Site, *arguments: str) -> str:
    ran = run_in(*arguments, folder=site.folder)
    assert ran.stderr == ""
    return ran.stdout


def last_line(site: Site, *options: str) -> str:
    return said(site, "check", *options).rstrip().rpartition("\n")[2]


class TestShow:
    def test_as_text(self, project: Site) -> None:
        origin = standard.load("parcel_engineer", project.folder).origin
        assert origin
        assert said(project, "standard", "show", "parcel_engineer") == (
            "parcel_engineer: 1 topics, 2 sections, 1 checklist items; "
            f"{PARTIALS}/parcel_engineer/architecture.md, content {origin.hash}\n\n"
            "Depots (depots: patterns/depots.md)\n"
            "  - Layout: Gates, belts and shelves\n"
            "  - Opening Hours: When parcels are taken in, if applicable (optional)\n\n"
            "Checklist (checklist.md)\n"
            "  - Depots Documented: Every depot has its layout (depots)\n"
        )

    def test_as_json(self, project: Site) -> None:
        shown = said(project, "standard", "show", f"{PARTIALS}/parcel_engineer/architecture.md", "--format", "json")
        assert json.loads(shown) == {
            "name": "parcel_engineer",
            "topics": [
                {
                    "slug": "depots",
                    "title": "Depots",
                    "page": "patterns/depots.md",
                    "sections": [
                        {
                            "name": "Layout",
                            "guidance": "Gates, belts and shelves",
                            "optional": False,
                            "aliases": [],
                        },
                        {
                            "name": "Opening Hours",
                            "guidance": "When parcels are taken in, if applicable",
                            "optional": True,
                            "aliases": [],
                        },
                    ],
                }
            ],
            "checklist": [
                {"name": "Depots Documented", "meaning": "Every depot has its layout", "evidence": ["depots"]}
            ],
        }

    def test_as_markdown(self, project: Site) -> None:
        assert said(project, "standard", "show", "parcel_engineer", "--format", "markdown") == (
            "# parcel\\_engineer\n\n"
            "## Depots\n\nPage: `patterns/depots.md`\n\n"
            "- **Layout**: Gates, belts and shelves\n"
            "- **Opening Hours**: When parcels are taken in, if applicable (optional)\n\n"
            "## Checklist\n\n- [ ] **Depots Documented**: Every depot has its layout\n"
        )

    def test_of_nothing_named_is_what_the_project_is_held_to(self, project: Site, tmp_path: Path) -> None:
        assert said(project, "standard", "show").startswith("backend_engineer: 6 topics, 46 sections, 10 checklist")
        project.write("mkdocs.yml", plain_config("{standard: parcel_engineer}"))
        assert said(project, "standard", "show").startswith("parcel_engineer: 1 topics")
        assert run_in("standard", "show", folder=tmp_path).stdout.startswith(
            f"backend_engineer: 6 topics, 46 sections, 10 checklist items; bundled, version {__version__}, content "
        )

    def test_tells_what_cannot_be_read_beside_it(self, project: Site) -> None:
        project.write("own.md", f"{DEPOTS}\n### Advice\n\n- plain words\n")
        ran = process("standard", "show", "own.md", "--format", "json", folder=project.folder)
        assert (ran.returncode, json.loads(ran.stdout)["name"]) == (0, "own")
        assert ran.stderr == (
            "gbm: note: own.md:15: 'Advice' is taken for advice and left out; "
            "a line '**Required**: \u2026' below it makes it a topic\n"
        )

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            (
                "backend_enginer",
                (
                    "standard: 'backend_enginer' is neither a bundled standard nor a folder of page templates below "
                    "orders/; did you mean 'backend_engineer'?"
                ),
            ),
            ("gone.md", "gone.md: no such file; name a persona partial or a folder of templates"),
            (
                "package:gone",
                (
                    "standard: package:gone: no installed package ships a standard 'gone'; "
                    "install the package: none has the entry point mkdocs_gbm.standards"
                ),
            ),
            ("../../etc/passwd/x", None),
        ],
    )
    def test_of_what_is_not_there_is_wrong_use(self, project: Site, name: str, told: str | None) -> None:
        ran = run_in("standard", "show", name, folder=project.folder)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr.count("\n") == 1
        if told:
            assert ran.stderr == f"gbm: {told}\n"


class TestDiff:
    def test_of_the_same_is_nothing(self, project: Site) -> None:
        ran = run_in("standard", "diff", "backend_engineer", "backend_engineer", folder=project.folder)
        assert (ran.returncode, ran.stdout) == (0, "")

    def test_tells_topics_sections_aliases_and_items(self, project: Site) -> None:
        old = f"{PARTIALS}/parcel_engineer/architecture.md"
        new = DEPOTS.replace("- **Layout**: Gates, belts and shelves\n", "- **Ramps**: Up and down\n")
        new = new.replace(", if applicable", "").replace("Every depot has", "Each depot has")
        new = new.replace("### Checklist", "### Routes\n\n- **Planner**: Who plans\n\n### Checklist")
        project.write("new.md", f"{new}- [ ] **Routes Documented**: All of them\n")
        ran = run_in("standard", "diff", old, "new.md", folder=project.folder)
        assert ran.returncode == 1
        assert ran.stdout.splitlines() == [
            "- section: Depots: Layout",
            (
                "~ guidance: Depots: Opening Hours: 'When parcels are taken in, if applicable' is "
                "'When parcels are taken in'"
            ),
            "~ optional: Depots: Opening Hours: 'yes' is 'no'",
            "+ section: Depots: Ramps",
            "+ topic: Routes",
            "~ meaning: Depots Documented: 'Every depot has its layout' is 'Each depot has its layout'",
            "+ item: Routes Documented",
        ]
        found = json.loads(run_in("standard", "diff", old, "new.md", "--format", "json", folder=project.folder).stdout)
        assert (found["old"]["name"], found["new"]["name"]) == ("parcel_engineer", "new")
        assert found["old"]["hash"] != found["new"]["hash"]
        assert found["differences"][0] == {
            "change": "removed",
            "kind": "section",
            "where": "Depots",
            "was": "Layout",
            "is": None,
        }
        assert found["differences"][2] == {
            "change": "changed",
            "kind": "optional",
            "where": "Depots: Opening Hours",
            "was": "yes",
            "is": "no",
        }
        assert found["differences"][4] == {
            "change": "added",
            "kind": "topic",
            "where": None,
            "was": None,
            "is": "Routes",
        }

    def test_tells_aliases(self, project: Site) -> None:
        said(project, "standard", "export", "own")
        template = project.read("own/api-design.md")
        project.write("own/api-design.md", template.replace("      - API Paradigm\n", "      - API Manner\n"))
        ran = run_in("standard", "diff", "backend_engineer", "own", folder=project.folder)
        assert ran.stdout.splitlines() == [
            "- alias: API Architecture: API Style: API Paradigm",
            "+ alias: API Architecture: API Style: API Manner",
        ]


class TestExport:
    def test_writes_a_folder_that_can_be_edited_and_enforced(self, project: Site) -> None:
        out = said(project, "standard", "export", "own", "--standard", "parcel_engineer")
        assert out.splitlines() == ["created      own/depots.md", "created      own/checklist.md"]
        template = project.read("own/depots.md")
        project.write("own/depots.md", template.replace("## Layout\n", "## Ramps and Gates\n"))
        project.write("mkdocs.yml", plain_config("{standard: own}"))
        ran = run_in("check", folder=project.folder)
        assert ran.returncode == 1
        assert "missing-section: the section 'Ramps and Gates' is missing" in ran.stdout
        assert "'Layout'" not in ran.stdout
        built = project.build("--strict")
        assert built.exit_code == 1
        assert "missing-section: the section 'Ramps and Gates' is missing" in built.output

    def test_never_overwrites(self, project: Site) -> None:
        project.write("own/mine.md", "mine\n")
        ran = run_in("standard", "export", "own", folder=project.folder)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr == "gbm: own: exists already; name a folder that is new or empty\n"
        assert project.read("own/mine.md") == "mine\n"
        assert not (project.folder / "own/api-design.md").exists()


class TestOrder:
    """The option, the configuration, the project's persona, the backend engineer."""

    def test_nobody_said_anything(self, project: Site) -> None:
        assert last_line(project).endswith("; by the standard backend_engineer (the default)")

    def test_each_goes_before_the_next(self, project: Site) -> None:
        project.write(PERSONAS, 'default_persona: "parcel_engineer"  # ours\n')
        assert last_line(project).endswith("; by the standard parcel_engineer (the project's persona)")
        project.write("mkdocs.yml", plain_config("{standard: backend_engineer}"))
        assert last_line(project).endswith("; by the standard backend_engineer (configured)")
        option = last_line(project, "--standard", "parcel_engineer")
        assert option.endswith("; by the standard parcel_engineer (named on the command line)")

    def test_the_build_has_the_same_order_and_the_report_says_it(self, project: Site) -> None:
        project.write(PERSONAS, "default_persona: parcel_engineer\n")
        assert "; by the standard parcel_engineer (the project's persona)" in project.build().output
        origin = standard.load("parcel_engineer", project.folder).origin
        assert origin
        assert project.report["standard"] == "parcel_engineer"
        assert project.report["standard_details"] == {
            "source": f"{PARTIALS}/parcel_engineer/architecture.md",
            "version": None,
            "hash": origin.hash,
            "commit": None,
            "chosen": "persona",
        }

    def test_the_coverage_page_and_the_sarif_log_say_it_too(self, project: Site) -> None:
        project.write("mkdocs.yml", plain_config("{standard: parcel_engineer}"))
        project.build()
        details = project.report["standard_details"]
        page = project.read("site/architecture-coverage/index.html")
        told = f"Standard: parcel_engineer ({details['source']}, version \u2013, content {details['hash']})."
        assert told in page
        log = json.loads(run_in("check", "--format", "sarif", folder=project.folder).stdout)
        assert log["runs"][0]["properties"] == {"standard": "parcel_engineer", "standardDetails": details}

    def test_the_way_through_the_sites_own_pipeline_keeps_the_option(self, project: Site) -> None:
        project.write("hooks.py", "def on_page_markdown(markdown, **_):\n    return markdown\n")
        project.write("mkdocs.yml", plain_config("{}", "hooks: [hooks.py]"))
        option = last_line(project, "--standard", "parcel_engineer")
        assert option.endswith("; by the standard parcel_engineer (named on the command line)")

    def test_a_persona_without_a_standard_is_told_and_the_default_serves(self, project: Site) -> None:
        project.write(PERSONAS, "default_persona: qa_engineer\n")
        ran = run_in("check", folder=project.folder)
        assert ran.stderr == (
            f"gbm: note: {PERSONAS}: there is no standard for the persona 'qa_engineer', "
            "and the backend engineer's is used\n"
        )
        assert ran.stdout.rstrip().endswith("by the standard backend_engineer (the default)")

    def test_the_persona_that_nobody_chose_is_told_where_the_pages_are_the_backend_engineers(
        self, project: Site
    ) -> None:
        project.write(f"{PARTIALS}/fullstack_engineer/architecture.md", DEPOTS.replace("depots.md", "screens.md"))
        project.write(PERSONAS, "default_persona: fullstack_engineer\n")
        hint = (
            "the project's persona is fullstack_engineer, of whose topics none has a page; 2 of backend_engineer's "
            "have one: write 'standard: backend_engineer' in mkdocs.yml"
        )
        assert "fullstack_engineer (the project's persona)" in last_line(project)
        for page in ("api-design", "security"):
            project.write(f"docs/technical/architecture/patterns/{page}.md", "# Page\n")
        ran = run_in("check", folder=project.folder)
        assert ran.stderr.startswith(f"gbm: note: {hint}")
        assert ran.stderr.count("\n") == 1
        assert f"INFO    -  gbm: {hint}" in project.build().output
        project.write("mkdocs.yml", plain_config("{standard: backend_engineer}"))
        assert last_line(project).endswith("by the standard backend_engineer (configured)")

    def test_the_persona_of_a_feature_decides_nothing(self, project: Site) -> None:
        project.write(".gobuildme/specs/gates/persona.yaml", "driver_persona: parcel_engineer\n")
        assert last_line(project).endswith("by the standard backend_engineer (the default)")

    def test_a_repository_around_the_project_says_it_too(self, project: Site) -> None:
        (project.folder / ".git").mkdir()
        module = make_site(project.folder / "modules/billing", config=plain_config("{}"))
        project.write(PERSONAS, "default_persona: parcel_engineer\n")
        module.write("docs/technical/architecture/patterns/depots.md", "# Depots\n")
        assert last_line(module).endswith("; by the standard parcel_engineer (the project's persona)")

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            (
                "default_persona: a: b\n",
                (
                    ":1: no YAML (mapping values are not allowed in this context); quote a text with a colon, "
                    "or mend the indentation, or name a 'standard:'"
                ),
            ),
            (
                "default_persona: [a]\n",
                ": default_persona: '[a]' is no name; write default_persona: backend_engineer",
            ),
        ],
    )
    def test_a_broken_note_is_told_on_one_line(self, project: Site, text: str, told: str) -> None:
        project.write(PERSONAS, text)
        ran = run_in("check", folder=project.folder)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr == f"gbm: {PERSONAS}{told}\n"

    def test_init_new_and_fix_work_with_a_partial(self, tmp_path: Path) -> None:
        site = Site(tmp_path / "orders")
        site.write(f"{PARTIALS}/parcel_engineer/architecture.md", DEPOTS)
        site.write(PERSONAS, "default_persona: parcel_engineer\n")
        page = f"{ARCHITECTURE}/patterns/depots.md"
        (site.folder / ".gobuildme/docs").mkdir()
        assert f"created      {page}" in said(site, "init", "--yes")
        assert "# orders: Depots" in site.read(page)
        ran = run_in("check", folder=site.folder)
        assert ran.returncode == 1
        assert [line.split(": ")[1] for line in ran.stdout.splitlines() if page in line] == ["placeholder-section"] * 2
        site.write(
            page, "# Depots\n\n## Opening Hours\n\nFrom six in the morning until ten at night, every day but one.\n"
        )
        assert said(site, "fix")
        assert "## Layout\n\n<!-- Gates, belts and shelves\n-->\n\n<what the system does here" in site.read(page)
        (site.folder / page).unlink()
        said(site, "new", "depots")
        assert "## Layout" in site.read(page)


class TestPackage:
    @pytest.fixture
    def installed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A package that ships a standard, as pip installs one."""
        place = tmp_path / "installed"
        info = Site(place / "payments_docs-3.1.dist-info")
        info.write("METADATA", "Metadata-Version: 2.1\nName: payments-docs\nVersion: 3.1\n")
        points = (
            "payments = payments_docs.standards:PAYMENTS\nplain = payments_docs.plain\nbroken = payments_docs:gone\n"
        )
        info.write("entry_points.txt", f"[mkdocs_gbm.standards]\n{points}")
        package = Site(place / "payments_docs")
        package.write("__init__.py", "")
        package.write(
            "standards.py", "from importlib.resources import files\nPAYMENTS = files('payments_docs') / 'templates'\n"
        )
        package.write("plain/__init__.py", "")
        meta = "---\ntopic: Ledger\npage: ledger.md\n---\n"
        template = f"{meta}# {{{{ component }}}}\n\n## Double Entry\n\n<!-- How it is kept -->\n"
        package.write("templates/ledger.md", template)
        package.write("plain/ledger.md", template)
        package.write("templates/standard.yml", "rules: {missing-section: warn, thin-section: warn}\n")
        monkeypatch.syspath_prepend(str(place))
        for module in ("payments_docs", "payments_docs.standards", "payments_docs.plain"):
            monkeypatch.delitem(sys.modules, module, raising=False)
        return place

    def site(self, folder: Path, options: str) -> Site:
        site = make_site(folder / "orders", config=plain_config(options))
        site.write("docs/technical/architecture/ledger.md", "# Ledger\n\n## Double Entry\n\nBoth sides.\n")
        return site

    def test_ships_a_standard(self, installed: Path, tmp_path: Path) -> None:
        site = self.site(tmp_path, "{standard: 'package:payments'}")
        built = site.build()
        assert "; by the standard payments (configured)" in built.output
        details = site.report["standard_details"]
        assert (details["source"], details["version"], details["chosen"]) == ("package:payments", "3.1", "configured")
        assert [finding["rule"] for finding in site.report["findings"]] == ["thin-section"]
        assert site.report["findings"][0]["severity"] == "warn"
        assert run_in("check", folder=site.folder).returncode == 1
        assert installed.is_dir()

    def test_may_name_a_package(self, installed: Path, tmp_path: Path) -> None:
        site = self.site(tmp_path, "{standard: 'package:plain'}")
        assert said(site, "standard", "show").startswith(
            "plain: 1 topics, 1 sections, 0 checklist items; package:plain, "
        )
        assert installed.is_dir()

    @pytest.mark.parametrize(
        ("severity", "where", "word"),
        [
            ("{missing-section: info}", "missing-section", "info"),
            ("{thin-section: ignore}", "thin-section", "ignore"),
            ("{ledger: {missing-section: ignore}}", "ledger: missing-section", "ignore"),
        ],
    )
    def test_has_rules_that_sites_may_not_weaken(
        self, installed: Path, tmp_path: Path, severity: str, where: str, word: str
    ) -> None:
        site = self.site(tmp_path, f"{{standard: 'package:payments', severity: {severity}}}")
        rule = where.rpartition(": ")[2]
        told = (
            f"mkdocs.yml: plugins: gbm: severity: {where}: '{word}' is weaker than 'warn', "
            "which the standard payments demands; "
            f"write '{rule}: warn', or leave it out"
        )
        ran = run_in("check", folder=site.folder)
        assert (ran.returncode, ran.stderr) == (2, f"gbm: {told}\n")
        assert told in site.build().output.replace(f"{site.folder}/", "")
        assert installed.is_dir()

    @pytest.mark.parametrize(
        ("option", "told"),
        [
            (
                "min_words: 0",
                (
                    "min_words: 0 is less than 12, which the standard payments demands; "
                    "write 'min_words: 12', or leave it out"
                ),
            ),
            (
                "fail_under: 20",
                (
                    "fail_under: 20 is less than 80, which the standard payments demands; "
                    "write 'fail_under: 80', or leave it out"
                ),
            ),
            (
                "aliases: {ledger: {Double Entry: [Books]}}",
                (
                    "aliases: the standard payments allows a site no aliases of its own; "
                    "take them out, and have the standard name them"
                ),
            ),
            (
                "not_applicable: {ledger: we keep no books}",
                "not_applicable: ledger: applies always, by the standard payments; take it out, and document it",
            ),
            (
                "components: {A: {dir: technical/architecture, not_applicable: {ledger: we keep no books}}}",
                (
                    "components: A: not_applicable: ledger: applies always, by the standard payments; "
                    "take it out, and document it"
                ),
            ),
        ],
    )
    def test_has_limits_that_sites_may_not_weaken(
        self, installed: Path, tmp_path: Path, option: str, told: str
    ) -> None:
        rules = "min_words: 12\nfail_under: 80\nsite_aliases: false\nalways_apply: [ledger]\n"
        Site(installed / "payments_docs").write("templates/standard.yml", rules)
        site = self.site(tmp_path, f"{{standard: 'package:payments', {option}}}")
        ran = run_in("check", folder=site.folder)
        assert (ran.returncode, ran.stderr) == (2, f"gbm: mkdocs.yml: plugins: gbm: {told}\n")
        built = site.build()
        assert (built.exit_code, told in built.output) == (1, True)

    def test_has_limits_that_hold_where_a_site_says_nothing(self, installed: Path, tmp_path: Path) -> None:
        Site(installed / "payments_docs").write("templates/standard.yml", "min_words: 12\nfail_under: 80\n")
        site = self.site(tmp_path, "{standard: 'package:payments'}")
        page = "docs/technical/architecture/ledger.md"
        site.write(page, "# Ledger\n\n## Double Entry\n\nBoth sides are kept, each on a page of its own.\n")
        told = run_in("check", folder=site.folder).stdout
        assert "thin-section: the section 'Double Entry' has 11 words" in told
        site.write(page, "# Ledger\n")
        assert "low-coverage: coverage is 0.0 %, below 80 %" in run_in("check", folder=site.folder).stdout
        site.build()
        assert "low-coverage" in {finding["rule"] for finding in site.report["findings"]}

    def test_that_cannot_be_imported_is_told(self, installed: Path, tmp_path: Path) -> None:
        ran = run_in("check", folder=self.site(tmp_path, "{standard: 'package:broken'}").folder)
        assert ran.returncode == 2
        assert ran.stderr.startswith(
            "gbm: mkdocs.yml: plugins: gbm: standard: package:broken: 'payments_docs:gone' cannot be imported "
            "(AttributeError: "
        )
        misspelt = run_in("check", folder=self.site(tmp_path, "{standard: 'package:payment'}").folder)
        assert misspelt.stderr.endswith("no installed package ships a standard 'payment'; did you mean 'payments'?\n")
        assert installed.is_dir()


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("rules: {mising-section: warn}", "'mising-section' is no rule; did you mean 'missing-section'?"),
        ("rules: {missing-section: wrn}", "missing-section: 'wrn' is no severity; did you mean 'warn'?"),
        ("always_apply: [depot]", "always_apply: 'depot' is no topic of this standard; did you mean 'depots'?"),
        ("fail_under: most", "fail_under: 'most' is no percentage; write fail_under: with a number from 0 to 100"),
        ("ruls: {}", "unknown key 'ruls'; did you mean 'rules'?"),
        (
            "rules: a: b",
            (
                "no YAML (mapping values are not allowed in this context); "
                "quote a text with a colon, or mend the indentation"
            ),
        ),
    ],
)
def test_mistakes_in_standard_yml_are_told(project: Site, rules: str, told: str) -> None:
    said(project, "standard", "export", "own", "--standard", "parcel_engineer")
    project.write("own/standard.yml", f"{rules}\n")
    project.write("mkdocs.yml", plain_config("{standard: own}"))
    ran = run_in("check", folder=project.folder)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "standard.yml" in ran.stderr
    assert ran.stderr.endswith(f"{told}\n")


def test_the_commit_of_a_standard_is_told_where_git_knows_it(project: Site, tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        done = subprocess.run(
            ["git", *author, *arguments], cwd=project.folder, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "one")
    first = git("rev-parse", "HEAD")
    project.write("docs/index.md", "# Home again\n")
    git("commit", "-qam", "two")
    path = f"{PARTIALS}/parcel_engineer/architecture.md"
    origin = standard.load(path, project.folder).origin
    assert origin
    assert origin.commit == first
    project.write(path, DEPOTS + "\n")
    changed = standard.load(path, project.folder).origin
    assert changed
    assert (changed.commit, changed.hash) == (None, origin.hash)
    assert tmp_path.is_dir()


def test_pages_of_a_folder_that_a_partial_names_are_the_topics(project: Site) -> None:
    project.write(
        "own.md",
        "### Decisions\n\n**Required**: Record each in `.gobuildme/docs/technical/architecture/decisions/`\n\n"
        "- **Context**: What led to it\n- **Consequences**: What comes of it\n\n"
        "### Depots\n\n**Required**: told in `decisions/depots.md`\n\n- **Context**: Why there are any\n",
    )
    folder = "docs/technical/architecture/decisions"
    text = "Parcels had to be kept somewhere over night, since lorries drive only by day in this country.\n"
    project.write("mkdocs.yml", plain_config("{standard: own.md}"))
    told = run_in("check", folder=project.folder).stdout
    assert f"{folder}/decisions.md: missing-page: the topic 'Decisions' has no page" in told
    assert "('gbm new decisions')" in told
    assert said(project, "new", "decisions") == f"created      {folder}/decisions.md\n"
    assert "## Consequences" in project.read(f"{folder}/decisions.md")
    (project.folder / folder / "decisions.md").unlink()
    assert f"created      {folder}/decisions.md" in said(project, "init", "--yes")
    (project.folder / folder / "decisions.md").unlink()
    project.write(f"{folder}/0001-depots.md", f"# Depots\n\n## Context\n\n{text}")
    project.write(f"{folder}/2024/0002-lorries.md", f"# Lorries\n\n## Consequences\n\n{text}")
    project.write(f"{folder}/depots.md", f"# Depots\n\n## Context\n\n{text}")
    built = project.build("--strict")
    assert built.exit_code == 0
    shown = project.read("site/architecture-coverage/index.html")
    for address in ("0001-depots/#context", "2024/0002-lorries/#consequences"):
        assert f'href="../technical/architecture/decisions/{address}"' in shown
    first, second = project.report["components"][0]["topics"]
    assert first["pages"] == [
        "docs/technical/architecture/decisions/0001-depots.md",
        "docs/technical/architecture/decisions/2024/0002-lorries.md",
    ]
    assert [section["status"] for section in first["sections"]] == ["documented", "documented"]
    assert second["pages"] == ["docs/technical/architecture/decisions/depots.md"]


def test_the_example_is_complete_by_the_projects_own_partial_too(example: Site) -> None:
    """What GoBuildMe puts into a repository asks nothing that the bundled standard does not."""
    bundled = standard.load_folder(standard.bundled("backend_engineer"))
    lines = []
    for topic in bundled.topics:
        sections = [f"- **{section.name}**: {section.guidance}" for section in topic.sections]
        lines += [f"### {topic.title}", "", "**Required**: Document it", "", "Include:", *sections, ""]
    example.write(f"{PARTIALS}/backend_engineer/architecture.md", "\n".join(lines))
    configure(example, "{}")
    built = example.build("--strict")
    assert built.exit_code == 0
    assert "100 %" in built.output
    assert example.report["standard_details"]["source"] == f"{PARTIALS}/backend_engineer/architecture.md"


def test_a_partial_that_changed_changes_the_verdict_of_the_next_build(project: Site) -> None:
    partial = f"{PARTIALS}/parcel_engineer/architecture.md"
    project.write("mkdocs.yml", plain_config("{standard: parcel_engineer}"))
    for path, text in written_pages(standard.load("parcel_engineer", project.folder)).items():
        project.write(f"docs/{path}", text)
    assert project.build("--strict").exit_code == 0
    project.write(partial, DEPOTS.replace("- **Layout**", "- **Ramps**: Up and down\n- **Layout**"))
    built = project.build("--strict")
    assert built.exit_code == 1
    assert "missing-section: the section 'Ramps' is missing" in built.output
    project.write(partial, "### Depots\n\nNo list.\n")
    broken = project.build("--strict")
    assert broken.exit_code == 1
    assert f"gbm: {partial}:1: no topic with a required section is there; write a heading" in broken.output


class TestAStandardNamedOnTheCommandLine:
    """It stands above what is configured, also where that is broken."""

    GOOD = "---\ntopic: Payments\npage: payments.md\n---\n# {{ component }}\n\n## Ledger\n\n<!-- How it is kept. -->\n"

    @pytest.mark.parametrize("note", [b"[x", b"default_persona: caf\xe9\n"])
    def test_is_used_where_the_projects_note_of_a_persona_is_broken(self, tmp_path: Path, note: bytes) -> None:
        site = make_site(tmp_path)
        site.write("exp/payments.md", self.GOOD)
        site.write(".gobuildme/config/personas.yaml", "").write_bytes(note)
        assert gbm("check", *config(site))[0] == 2
        self.used(site, "exp")

    @pytest.mark.parametrize("standard", ["nope", "[x]"])
    def test_is_used_where_the_configured_one_cannot_be(self, tmp_path: Path, standard: str) -> None:
        site = make_site(tmp_path, config=plain_config(f"{{standard: {standard}}}"))
        site.write("exp/payments.md", self.GOOD)
        assert gbm("check", *config(site))[0] == 2
        self.used(site, "exp")

    def test_is_used_where_there_is_no_configuration(self, tmp_path: Path) -> None:
        site = gobuildme(tmp_path / "orders")
        site.write("exp/payments.md", self.GOOD)
        site.write(".gobuildme/config/personas.yaml", "[x")
        said = run_in("check", "--standard", "exp", folder=site.folder)
        assert (said.returncode, said.stderr) == (1, "")
        assert "by the standard exp (" in said.stdout

    @staticmethod
    def used(site: Site, standard: str) -> None:
        code, said, errors = gbm("check", *config(site), "--standard", standard)
        assert (code, errors) == (1, "")
        assert f"by the standard {standard} (" in said
        assert "the topic 'Payments' has no page" in said
