"""Mistakes in the options: one clear line each, with the nearest valid value; never a stack trace."""

from pathlib import Path

import pytest
from sites import Outcome, Site, make_site, plain_config, written_page, written_pages

from mkdocs_gbm.assess import RULES as ALL_RULES
from mkdocs_gbm.options import KEYS
from mkdocs_gbm.standard import Standard

OPTIONS = ", ".join(KEYS)
RULES = ", ".join(ALL_RULES)
TOPICS = "api-design, database, services, data-flow, performance, security"
IN_OPTION = "Config value 'plugins': Plugin 'gbm' option"
COVERAGE_PAGE = "write coverage_page: architecture-coverage.md or coverage_page: false"
NO_COVERAGE_PAGE = "is neither a path below docs_dir that ends in .md nor false"
PERCENTAGE = "write fail_under: with a number from 0 to 100"
EXAMPLE_COMPONENT = "write 'Orders: services/orders/architecture'"
WRONG_DIRECTORY = "leads out of the project; name a folder relative to docs_dir"

MISTAKES = {
    # keys
    "{coverge_page: false}": f"{IN_OPTION} 'gbm': unknown key 'coverge_page'; did you mean 'coverage_page'?",
    "{Badge: true}": f"{IN_OPTION} 'gbm': unknown key 'Badge'; did you mean 'badge'?",
    "{architecture-dir: x}": f"{IN_OPTION} 'gbm': unknown key 'architecture-dir'; did you mean 'architecture_dir'?",
    "{x: 1}": f"{IN_OPTION} 'gbm': unknown key 'x'; use one of: {OPTIONS}",
    "{1: 2}": f"{IN_OPTION} 'gbm': unknown key '1'; use one of: {OPTIONS}",
    # standard
    "{standard: 1}": f"{IN_OPTION} 'gbm': 'standard' is to be a text, not a number; write standard: some text",
    "{standard: [a]}": f"{IN_OPTION} 'gbm': 'standard' is to be a text, not a list; write standard: some text",
    "{standard: ''}": f"{IN_OPTION} 'gbm': 'standard' is to be a text, not nothing; write standard: some text",
    "{standard: backend_enginer}": "gbm: standard: 'backend_enginer' is neither a bundled standard nor a folder of "
    "page templates below project/; did you mean 'backend_engineer'?",
    "{standard: our/standard}": "gbm: standard: 'our/standard' is neither a bundled standard nor a folder of page "
    "templates below project/; use one of: backend_engineer",
    # architecture_dir
    "{architecture_dir: 3}": f"{IN_OPTION} 'gbm': 'architecture_dir' is to be a text, not a number; "
    "write architecture_dir: some text",
    "{architecture_dir: [a]}": f"{IN_OPTION} 'gbm': 'architecture_dir' is to be a text, not a list; "
    "write architecture_dir: some text",
    "{architecture_dir: /srv/docs}": f"{IN_OPTION} 'architecture_dir': '/srv/docs' {WRONG_DIRECTORY}",
    "{components: {A: x}, architecture_dir: x}": f"{IN_OPTION} 'architecture_dir': with 'components:' each component "
    "has a folder of its own; take architecture_dir out",
    # components
    "{components: 3}": f"{IN_OPTION} 'components': names with folders are expected, not a number; {EXAMPLE_COMPONENT}",
    "{components: {}}": f"{IN_OPTION} 'components': names with folders are expected, not an empty one; "
    f"{EXAMPLE_COMPONENT}",
    "{components: {Orders: 3}}": f"{IN_OPTION} 'components: Orders': a folder is expected, not a number; "
    "name one, relative to docs_dir",
    "{components: {Orders: {pages: {}}}}": f"{IN_OPTION} 'components: Orders: dir': a folder is expected, not nothing; "
    "name one, relative to docs_dir",
    "{components: {Orders: /srv}}": f"{IN_OPTION} 'components: Orders': '/srv' {WRONG_DIRECTORY}",
    "{components: {Orders: {dir: a, inherits: B}}}": f"{IN_OPTION} 'components: Orders': unknown key 'inherits'; "
    "did you mean 'inherit'?",
    "{components: {Orders: {dir: a, severity: {missing-pge: info}}}}": f"{IN_OPTION} 'components: Orders: severity': "
    "'missing-pge' is no rule; did you mean 'missing-page'?",
    "{components: {Orders API: a, orders-api: b}}": f"{IN_OPTION} 'components': 'orders-api' (b) and 'Orders API' (a) "
    "have one name; give one of them another name",
    "{components: {Services: 'services/*'}}": f"{IN_OPTION} 'components: Services': 'services/*' names many folders, "
    "and 'Services' one component; write 'Services *': the * stands for what the folder's matched",
    "{components: {'*': services}}": f"{IN_OPTION} 'components: *': 'services' names one folder; "
    "take the * out of the name",
    # not_applicable
    "{not_applicable: {data-flow: ''}}": f"{IN_OPTION} 'not_applicable: data-flow': nothing says no reason; "
    "write data-flow: and why, such as 'one instance serves all'",
    "{not_applicable: {data-flow: 'not yet'}}": f"{IN_OPTION} 'not_applicable: data-flow': 'not yet' says no reason; "
    "write data-flow: and why, such as 'one instance serves all'",
    # pages
    "{pages: database.md}": f"{IN_OPTION} 'gbm': 'pages' is to be a mapping, not a text; "
    "write 'name: value' lines below pages:",
    "{pages: [database.md]}": f"{IN_OPTION} 'gbm': 'pages' is to be a mapping, not a list; "
    "write 'name: value' lines below pages:",
    "{pages: {databse: x.md}}": "gbm: plugins: gbm: pages: 'databse' is no topic of this standard; "
    "did you mean 'database'?",
    "{pages: {zzz: x.md}}": f"gbm: plugins: gbm: pages: 'zzz' is no topic of this standard; "
    f"use one of: {TOPICS}, checklist",
    # coverage_page
    "{coverage_page: coverage}": f"{IN_OPTION} 'coverage_page': 'coverage' {NO_COVERAGE_PAGE}; {COVERAGE_PAGE}",
    "{coverage_page: true}": f"{IN_OPTION} 'coverage_page': 'True' {NO_COVERAGE_PAGE}; {COVERAGE_PAGE}",
    "{coverage_page: 3}": f"{IN_OPTION} 'coverage_page': '3' {NO_COVERAGE_PAGE}; {COVERAGE_PAGE}",
    "{coverage_page: ''}": f"{IN_OPTION} 'coverage_page': '' {NO_COVERAGE_PAGE}; {COVERAGE_PAGE}",
    "{coverage_page: ../x.md}": f"{IN_OPTION} 'coverage_page': '../x.md' {NO_COVERAGE_PAGE}; {COVERAGE_PAGE}",
    "{coverage_page: a/../../x.md}": f"{IN_OPTION} 'coverage_page': 'a/../../x.md' {NO_COVERAGE_PAGE}; {COVERAGE_PAGE}",
    "{coverage_page: /x.md}": f"{IN_OPTION} 'coverage_page': '/x.md' {NO_COVERAGE_PAGE}; {COVERAGE_PAGE}",
    # badge
    "{badge: sometimes}": f"{IN_OPTION} 'gbm': 'badge' is to be true or false, not a text; "
    "write badge: true or badge: false",
    "{badge: 1}": f"{IN_OPTION} 'gbm': 'badge' is to be true or false, not a number; write badge: true or badge: false",
    # severity
    "{severity: warn}": f"{IN_OPTION} 'gbm': 'severity' is to be a mapping, not a text; "
    "write 'name: value' lines below severity:",
    "{severity: [missing-section]}": f"{IN_OPTION} 'gbm': 'severity' is to be a mapping, not a list; "
    "write 'name: value' lines below severity:",
    "{severity: {missing-section: wrn}}": f"{IN_OPTION} 'severity: missing-section': 'wrn' is no severity; "
    "did you mean 'warn'?",
    "{severity: {missing-section: error}}": f"{IN_OPTION} 'severity: missing-section': 'error' is no severity; "
    "use one of: warn, info, ignore",
    "{severity: {missing-section: 3}}": f"{IN_OPTION} 'severity: missing-section': '3' is no severity; "
    "use one of: warn, info, ignore",
    "{severity: {missing-sectoin: warn}}": f"{IN_OPTION} 'severity': 'missing-sectoin' is no rule; "
    "did you mean 'missing-section'?",
    "{severity: {9: warn}}": f"{IN_OPTION} 'severity': '9' is no rule; use one of: {RULES}",
    "{severity: {database: {missing-sectoin: warn}}}": f"{IN_OPTION} 'severity: database': 'missing-sectoin' is no "
    "rule; did you mean 'missing-section'?",
    "{severity: {database: {missing-section: wran}}}": f"{IN_OPTION} 'severity: database: missing-section': 'wran' is "
    "no severity; did you mean 'warn'?",
    "{severity: {databse: {missing-section: warn}}}": "gbm: plugins: gbm: severity: 'databse' is no rule or topic of "
    "this standard; did you mean 'database'?",
    # aliases
    "{aliases: Flyway}": f"{IN_OPTION} 'gbm': 'aliases' is to be a mapping, not a text; "
    "write 'name: value' lines below aliases:",
    "{aliases: {database: Flyway}}": f"{IN_OPTION} 'aliases: database': a mapping is expected, not a text; "
    "write 'key: value' lines",
    "{aliases: {databse: {Migrations: Flyway}}}": "gbm: plugins: gbm: aliases: 'databse' is no topic of this standard; "
    "did you mean 'database'?",
    "{aliases: {checklist: {Deployment: Shipping}}}": "gbm: plugins: gbm: aliases: 'checklist' is no topic of this "
    f"standard; use one of: {TOPICS}",
    "{aliases: {database: {Migration: Flyway}}}": "gbm: plugins: gbm: aliases: database: 'Migration' is no section of "
    "this standard; did you mean 'Migrations'?",
    "{aliases: {database: {migrations: Flyway}}}": "gbm: plugins: gbm: aliases: database: 'migrations' is no section "
    "of this standard; did you mean 'Migrations'?",
    "{aliases: {database: {Zzz: Flyway}}}": "gbm: plugins: gbm: aliases: database: 'Zzz' is no section of this "
    "standard; use one of: Database Type, Schema Design, Indexing Strategy, Query Patterns, Transactions, Migrations, "
    "Backup and Recovery, Scaling Strategy, Data Retention",
    # min_words
    "{min_words: ten}": f"{IN_OPTION} 'gbm': 'min_words' is to be a whole number, not a text; write min_words: 10",
    "{min_words: true}": f"{IN_OPTION} 'gbm': 'min_words' is to be a whole number, not true or false; "
    "write min_words: 10",
    "{min_words: [1]}": f"{IN_OPTION} 'gbm': 'min_words' is to be a whole number, not a list; write min_words: 10",
    "{min_words: -1}": f"{IN_OPTION} 'min_words': -1 is negative; write min_words: 0 or more",
    # baseline
    "{baseline: 3}": f"{IN_OPTION} 'gbm': 'baseline' is to be a text, not a number; write baseline: some text",
    "{baseline: ../excused.yml}": f"{IN_OPTION} 'baseline': '../excused.yml' leads out of the project; "
    "name a file below it",
    # fail_under
    "{fail_under: high}": f"{IN_OPTION} 'fail_under': 'high' is no percentage; {PERCENTAGE}",
    "{fail_under: 80%}": f"{IN_OPTION} 'fail_under': '80%' is no percentage; {PERCENTAGE}",
    "{fail_under: true}": f"{IN_OPTION} 'fail_under': 'True' is no percentage; {PERCENTAGE}",
    "{fail_under: -1}": f"{IN_OPTION} 'fail_under': '-1' is no percentage; {PERCENTAGE}",
    "{fail_under: 100.1}": f"{IN_OPTION} 'fail_under': '100.1' is no percentage; {PERCENTAGE}",
    "{fail_under: .nan}": f"{IN_OPTION} 'fail_under': 'nan' is no percentage; {PERCENTAGE}",
}


def site_with(folder: Path, options: str, pages: dict[str, str] | None = None) -> Site:
    return make_site(folder / "project", config=plain_config(options), pages=pages)


def errors(built: Outcome) -> list[str]:
    return [line.removeprefix("ERROR   -  ") for line in built.output.splitlines() if line.startswith("ERROR")]


@pytest.mark.parametrize(("options", "line"), MISTAKES.items(), ids=list(MISTAKES))
def test_a_mistake_is_one_line_that_says_what_to_write(tmp_path: Path, options: str, line: str) -> None:
    site = site_with(tmp_path, options)
    built = site.build()
    assert built.exit_code == 1
    assert errors(built) == [line]
    assert "Traceback" not in built.output
    assert site.published == []


@pytest.mark.parametrize(
    "options", ["{coverge_page: false}", "{severity: {missing-section: wrn}}", "{pages: {db: x.md}}"]
)
def test_a_mistake_is_told_in_a_quiet_strict_build_too(tmp_path: Path, options: str) -> None:
    built = site_with(tmp_path, options).build("--strict", "-q")
    assert built.exit_code == 1
    assert len(errors(built)) == 1


NESTED = {
    "{pages: {database: 3}}": "pages: database",
    "{pages: {database: }}": "pages: database",
    "{pages: {database: [1]}}": "pages: database",
    "{pages: {database: {path: x.md}}}": "pages: database",
    "{pages: {database: []}}": "pages: database",
    "{aliases: {database: {Migrations: 3}}}": "aliases: database: Migrations",
    "{aliases: {database: {Migrations: [2]}}}": "aliases: database: Migrations",
}


@pytest.mark.parametrize(("options", "where"), NESTED.items(), ids=list(NESTED))
def test_a_value_of_the_wrong_kind_in_a_mapping_is_told_at_its_own_key(
    tmp_path: Path, options: str, where: str
) -> None:
    built = site_with(tmp_path, options).build()
    assert built.exit_code == 1
    (line,) = errors(built)
    assert line.startswith(f"{IN_OPTION} '{where}': ")
    assert "'value'" not in line
    assert "write value:" not in line
    assert "Traceback" not in built.output


def test_a_number_with_a_fraction_is_not_said_to_be_no_number(tmp_path: Path) -> None:
    (line,) = errors(site_with(tmp_path, "{min_words: 2.5}").build())
    assert "'min_words' is to be a whole number" in line
    assert "not a number;" not in line


def test_a_rule_without_a_severity_is_not_guessed(tmp_path: Path) -> None:
    (line,) = errors(site_with(tmp_path, "{severity: {missing-section: }}").build())
    assert line.startswith(f"{IN_OPTION} 'severity: missing-section': ")
    assert line.endswith("use one of: warn, info, ignore")


def test_a_topic_given_a_severity_is_shown_the_rules_below_it(tmp_path: Path) -> None:
    (line,) = errors(site_with(tmp_path, "{severity: {database: warn}}").build())
    assert line.startswith(f"{IN_OPTION} 'severity': 'database' is no rule; use one of: {RULES}")


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


def test_a_folder_that_is_no_standard_is_named_with_the_remedy(tmp_path: Path) -> None:
    site = site_with(tmp_path, "{standard: docs}")
    (line,) = errors(site.build())
    assert line == (
        f"gbm: {site.folder}/docs/index.md: no page template; begin it with front matter that names a 'topic:' "
        "(or a 'checklist:')"
    )


def test_an_empty_folder_is_no_standard(tmp_path: Path) -> None:
    site = site_with(tmp_path, "{standard: own}")
    (site.folder / "own").mkdir()
    (line,) = errors(site.build())
    assert line == (
        f"gbm: {site.folder}/own: no page template is there; add Markdown files whose front matter names a 'topic:'"
    )


def test_a_broken_template_is_told_with_file_and_line(tmp_path: Path) -> None:
    site = site_with(tmp_path, "{standard: own}")
    file = site.write(
        "own/runbook.md", "---\ntopic: Runbook\n---\n# Runbook\n\n## Alerts\n\n<!-- who -- and when -->\n"
    )
    built = site.build()
    assert built.exit_code == 1
    assert errors(built) == [
        f"gbm: {file}:8: guidance holds '--', which would end the comment; write a colon or a dash instead"
    ]


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
