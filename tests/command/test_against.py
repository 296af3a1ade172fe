"""`gbm check --against`: what a change did, by real git repositories."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from sites import ARCHITECTURE, Site, configure, make_site, plain_config, without_section, written_pages

from mkdocs_gbm.cli import main
from mkdocs_gbm.standard import Standard

API = f"{ARCHITECTURE}/patterns/api-design.md"
CHECKLIST = f"{ARCHITECTURE}/checklist.md"
WHO = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *WHO, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def commit(site: Site, message: str = "docs") -> None:
    if not (site.folder / ".git").exists():
        git(site.folder, "init", "-q", "-b", "main")
    git(site.folder, "add", "-A")
    git(site.folder, "commit", "-q", "-m", message)


def against(site: Site, *arguments: str, ref: str = "main") -> tuple[int, list[str], str]:
    command = ["check", "-C", str(site.folder), "--against", ref, *arguments]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    return result.exit_code, result.stdout.splitlines(), result.stderr


def changes(site: Site, *arguments: str) -> dict[tuple[str, str], str]:
    """Kind and subject to direction, of every change."""
    told = json.loads("\n".join(against(site, "--format", "json", *arguments)[1]))
    return {(change["kind"], change["subject"]): change["direction"] for change in told["changes"]}


@pytest.fixture
def committed(example: Site) -> Site:
    commit(example)
    git(example.folder, "checkout", "-q", "-b", "change")
    return example


def test_nothing_changed(committed: Site) -> None:
    code, lines, _ = against(committed)
    assert code == 0
    assert len(lines) == 1
    assert lines[0].startswith("100 % written, 100 % at main (")
    assert lines[0].endswith("0 worse, 0 better, 0 other")


def test_a_section_is_lost_and_the_change_fails(committed: Site) -> None:
    committed.write(API, without_section(committed.read(API), "Rate Limiting"))
    code, lines, _ = against(committed, "--fail-on", "regression")
    assert code == 1
    assert "section-lost: API Architecture: Rate Limiting: was written, is missing" in lines[0]
    assert changes(committed)["item-contradicted", "API Design Documented"] == "worse"


def test_a_section_turned_to_a_placeholder_is_told_at_its_line(committed: Site) -> None:
    text = without_section(committed.read(API), "Rate Limiting")
    committed.write(API, f"{text.rstrip()}\n\n## Rate Limiting\n\nTBD\n")
    line = committed.read(API).splitlines().index("## Rate Limiting") + 1
    _, lines, _ = against(committed)
    assert lines[0].startswith(f"- {API}:{line}: section-placeholder: API Architecture: Rate Limiting: ")


def test_old_gaps_do_not_fail_a_change_that_writes_something(example: Site) -> None:
    whole = example.read(API)
    lacking = without_section(without_section(whole, "Rate Limiting"), "Caching")
    example.write(API, lacking)
    commit(example)
    git(example.folder, "checkout", "-q", "-b", "change")
    example.write(API, without_section(whole, "Caching"))
    assert changes(example)["section-written", "Rate Limiting"] == "better"
    assert against(example, "--fail-on", "regression")[0] == 0
    assert against(example)[0] == 1, "without --fail-on, every finding fails"


@pytest.mark.parametrize(
    ("was", "text", "kind", "direction"),
    [
        ("written", "Not applicable: one client.", "waiver-added", "worse"),
        ("missing", "Not applicable: one client.", "waiver-added", "other"),
        ("waived", "TBD", "waiver-removed", "worse"),
        (
            "waived",
            "Six hundred requests a minute for each client, counted at the gateway.",
            "section-written",
            "better",
        ),
    ],
)
def test_waivers(example: Site, was: str, text: str, kind: str, direction: str) -> None:
    lacking = without_section(example.read(API), "Rate Limiting")
    waived = f"{lacking}\n## Rate Limiting\n\nNot applicable: there is one client, and it is ours.\n"
    example.write(API, {"written": example.read(API), "missing": lacking, "waived": waived}[was])
    commit(example)
    git(example.folder, "checkout", "-q", "-b", "change")
    example.write(API, f"{lacking}\n## Rate Limiting\n\n{text}\n")
    assert changes(example)[kind, "Rate Limiting"] == direction


def test_ticks(committed: Site) -> None:
    ticked = committed.read(CHECKLIST)
    committed.write(CHECKLIST, ticked.replace("- [x] **Security", "- [ ] **Security"))
    assert changes(committed)["item-open", "Security Measures"] == "worse"
    commit(committed)
    git(committed.folder, "branch", "-f", "main")
    committed.write(CHECKLIST, ticked)
    assert changes(committed)["item-ticked", "Security Measures"] == "better"


def test_what_is_judged_less_strictly_is_told_too(committed: Site) -> None:
    options = (
        "{severity: {missing-section: info, services: {thin-section: warn}}, aliases: {api-design: {Caching: [Memo]}}}"
    )
    configure(committed, options)
    committed.write("gbm-baseline.yml", "findings:\n- {topic: api-design, section: Caching, rule: missing-section}\n")
    told = changes(committed)
    assert told["rule-weakened", "missing-section"] == "worse"
    assert told["rule-strengthened", "thin-section"] == "better"
    assert told["alias-added", "Caching"] == "other"
    assert told["baseline-added", "Caching"] == "worse"
    assert against(committed, "--fail-on", "regression")[0] == 1


def test_thresholds_and_what_is_taken_back(committed: Site) -> None:
    configure(committed, "{fail_under: 90, aliases: {api-design: {Caching: [Memo]}}}")
    assert changes(committed)["bar-raised", "fail_under"] == "better"
    commit(committed)
    git(committed.folder, "branch", "-f", "main")
    configure(committed, "{fail_under: 50}")
    told = changes(committed)
    assert told["bar-lowered", "fail_under"] == "worse"
    assert told["alias-removed", "Caching"] == "other"


def test_a_baseline_entry_that_is_gone_is_better(example: Site) -> None:
    example.write(API, without_section(example.read(API), "Caching"))
    CliRunner().invoke(main, ["baseline", "-C", str(example.folder)], catch_exceptions=False)
    commit(example)
    git(example.folder, "checkout", "-q", "-b", "change")
    (example.folder / "gbm-baseline.yml").unlink()
    assert changes(example)["baseline-removed", "Caching"] == "better"


def test_only_what_this_branch_did_is_compared(committed: Site) -> None:
    """What main gained since the branch left it is no loss of the branch."""
    git(committed.folder, "checkout", "-q", "main")
    configure(committed, "{fail_under: 90}")
    commit(committed)
    git(committed.folder, "checkout", "-q", "change")
    assert changes(committed) == {}


def test_the_working_tree_and_the_index_stay_as_they_are(committed: Site) -> None:
    committed.write(API, without_section(committed.read(API), "Caching"))
    before = git(committed.folder, "status", "--porcelain"), git(committed.folder, "stash", "list")
    against(committed)
    assert (git(committed.folder, "status", "--porcelain"), git(committed.folder, "stash", "list")) == before
    assert git(committed.folder, "worktree", "list").count("\n") == 1


def test_a_project_below_the_top_of_its_repository(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = written_pages(backend_engineer)
    site = make_site(tmp_path / "services" / "orders", pages=pages, config=plain_config("{}"))
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "docs")
    page = f"docs/technical/architecture/{backend_engineer.topics[0].page}"
    site.write(page, without_section(site.read(page), "Caching"))
    assert changes(site)["section-lost", "Caching"] == "worse"


def test_documentation_that_git_archive_would_leave_out(committed: Site) -> None:
    committed.write(".gitattributes", "* export-ignore\n")
    commit(committed)
    git(committed.folder, "branch", "-f", "main")
    committed.write(API, without_section(committed.read(API), "Caching"))
    assert changes(committed)["section-lost", "Caching"] == "worse"


def test_plugins_that_ask_git_are_answered_in_the_past_too(tmp_path: Path, backend_engineer: Standard) -> None:
    """A hook makes the site's own pipeline judge it, with all its plugins."""
    plugins = "  - git-revision-date-localized\n  - gbm: {}\n"
    config = f"site_name: Orders\nhooks: [hook.py]\nplugins:\n{plugins}"
    site = make_site(tmp_path / "site", pages=written_pages(backend_engineer), config=config)
    site.write("hook.py", "def on_page_markdown(markdown, **_):\n    return markdown\n")
    commit(site)
    refs = git(site.folder, "for-each-ref")
    page = f"docs/technical/architecture/{backend_engineer.topics[0].page}"
    site.write(page, without_section(site.read(page), "Caching"))
    assert changes(site)["section-lost", "Caching"] == "worse"
    assert git(site.folder, "for-each-ref") == refs


def test_components_that_are_new_have_lost_nothing(tmp_path: Path, backend_engineer: Standard) -> None:
    pages = {f"orders/{path}": text for path, text in written_pages(backend_engineer).items()}
    site = make_site(tmp_path / "site", pages=pages, config=plain_config("{components: {Orders: orders}}"))
    commit(site)
    site.write("docs/billing/index.md", "# Billing\n")
    site.write("mkdocs.yml", plain_config("{components: {Orders: orders, Billing: billing}}"))
    kinds = {kind for kind, _ in changes(site)}
    assert kinds == {"requirement-added"}


def test_where_nothing_was_checked_yet_nothing_can_be_worse(example: Site) -> None:
    configured = example.read("mkdocs.yml")
    example.write("mkdocs.yml", "site_name: Orders\ndocs_dir: .gobuildme/docs\n")
    commit(example)
    git(example.folder, "checkout", "-q", "-b", "change")
    example.write("mkdocs.yml", configured)
    code, lines, _ = against(example, "--fail-on", "regression")
    assert code == 0
    assert lines == [lines[0]]
    assert "nothing was checked yet at main" in lines[0]


class TestNoPast:
    """Never a pass: exit code 2, and how to get what lacks."""

    def test_a_commit_that_is_not_here(self, committed: Site) -> None:
        code, _, said = against(committed, ref="origin/main")
        assert code == 2
        assert said == (
            "gbm: --against origin/main: this clone has no such commit; "
            "check its spelling, or fetch it first: 'git fetch --unshallow', "
            "or 'fetch-depth: 0' under actions/checkout\n"
        )

    def test_a_shallow_clone(self, committed: Site, tmp_path: Path) -> None:
        commit_again = committed.read(API) + "\nMore words of the team.\n"
        committed.write(API, commit_again)
        commit(committed, "more")
        clone = tmp_path / "clone"
        url = f"file://{committed.folder}"
        git(tmp_path, "clone", "-q", "--depth=1", "--branch", "change", url, str(clone))
        git(clone, "fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main")
        code, _, said = against(Site(clone), ref="origin/main")
        assert code == 2
        assert "git fetch --unshallow" in said
        git(clone, "fetch", "-q", "--unshallow", "origin")
        assert against(Site(clone), ref="origin/main")[0] == 0

    def test_another_history(self, committed: Site) -> None:
        git(committed.folder, "checkout", "-q", "--orphan", "other")
        commit(committed, "begun anew")
        code, _, said = against(committed)
        assert code == 2
        assert said == (
            "gbm: --against main: it has no commit in common with HEAD; "
            "name a branch, tag or commit that the present one comes from\n"
        )

    def test_no_repository(self, example: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(example.folder.parent))
        code, _, said = against(example)
        assert code == 2
        assert said.startswith("gbm: --against main: ")
        assert said.endswith("; run it in a git repository\n")
        assert said.count("\n") == 1

    def test_no_git(self, committed: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "/nowhere")
        code, _, said = against(committed)
        assert code == 2
        assert "git cannot be run" in said

    def test_a_name_that_looks_like_an_option(self, committed: Site) -> None:
        code, _, said = against(committed, ref="--upload-pack=touch /tmp/x")
        assert code == 2
        assert "this clone has no such commit" in said

    def test_a_past_that_cannot_be_judged_is_told_as_such(self, committed: Site) -> None:
        good = committed.read("mkdocs.yml")
        configure(committed, "{severity: {missing-sections: info}}")
        commit(committed)
        git(committed.folder, "branch", "-f", "main")
        committed.write("mkdocs.yml", good)
        code, _, said = against(committed)
        assert code == 2
        assert said.startswith("gbm: --against main")
        assert "did you mean 'missing-section'?" in said
        assert str(committed.folder.parent) not in said

    def test_fail_on_regression_wants_a_past(self, example: Site) -> None:
        result = CliRunner().invoke(main, ["check", "-C", str(example.folder), "--fail-on", "regression"])
        assert result.exit_code == 2
        assert "--against" in result.output


def test_symbolic_links_stay_inside(committed: Site, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(
        "# Secret\n\n## Caching\n\nThe secret words of another project, which are many.\n", encoding="utf-8"
    )
    (committed.folder / ARCHITECTURE / "link.md").symlink_to(secret)
    (committed.folder / ARCHITECTURE / "inside.md").symlink_to("checklist.md")
    commit(committed)
    git(committed.folder, "branch", "-f", "main")
    shutil.rmtree(committed.folder / "site", ignore_errors=True)
    code, lines, said = against(committed)
    assert code == 2
    assert said.startswith(f"gbm: {ARCHITECTURE}/link.md: a link that leads out of the project")
    assert lines == []
