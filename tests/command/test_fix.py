"""`gbm fix`: absent sections on real sites, and files that are whole at any time."""

import os
import subprocess
from contextlib import chdir
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result
from sites import ARCHITECTURE, Site, make_site, plain_config, without_section, written_page

from mkdocs_gbm.cli import main
from mkdocs_gbm.standard import Standard

API = f"{ARCHITECTURE}/patterns/api-design.md"
DATABASE = f"{ARCHITECTURE}/patterns/database.md"
CHECKLIST = f"{ARCHITECTURE}/checklist.md"


def gbm(site: Site, *arguments: str) -> Result:
    command, *rest = arguments
    return CliRunner().invoke(main, [command, "-C", str(site.folder), *rest], catch_exceptions=False)


def lose(site: Site, *names: str, path: str = API) -> str:
    text = site.read(path)
    for name in names:
        text = without_section(text, name)
    site.write(path, text)
    return text


def test_absent_sections_come_back_in_their_places_and_nothing_else_changes(example: Site) -> None:
    order = [line for line in example.read(API).splitlines() if line.startswith("## ")]
    before = lose(example, "API Style", "Rate Limiting", "Caching")
    result = gbm(example, "fix")
    assert result.exit_code == 0
    assert result.stdout == f"{API}: 'API Style', 'Rate Limiting', 'Caching' added\n"
    after = example.read(API)
    assert [line for line in after.splitlines() if line.startswith("## ")] == order
    rest = iter(after.splitlines())
    assert all(line in rest for line in before.splitlines())

    said = gbm(example, "check").stdout
    assert said.count(": placeholder-section: ") == 3
    assert ": missing-section: " not in said
    assert gbm(example, "fix").stdout == "no page lacks a section or an item\n"
    assert example.read(API) == after


def test_absent_items_are_added_unticked(example: Site) -> None:
    lines = example.read(CHECKLIST).splitlines(keepends=True)
    example.write(CHECKLIST, "".join(line for line in lines if "**Monitoring**" not in line))
    assert gbm(example, "fix").stdout == f"{CHECKLIST}: 'Monitoring' added\n"
    assert "- [ ] **Monitoring**: What backend metrics are tracked\n" in example.read(CHECKLIST)
    assert ": open-item: the checklist item 'Monitoring' is open" in gbm(example, "check").stdout


def test_diff_shows_what_git_can_apply_and_writes_nothing(example: Site) -> None:
    before = lose(example, "Pagination")
    shown = gbm(example, "fix", "--diff").stdout
    assert example.read(API) == before
    subprocess.run(["git", "apply", "-"], input=shown, text=True, cwd=example.folder, check=True)
    applied = example.read(API)
    example.write(API, before)
    gbm(example, "fix")
    assert example.read(API) == applied != before


def test_paths_are_told_from_where_the_command_runs(example: Site) -> None:
    lose(example, "Pagination")
    above = example.folder.parent
    with chdir(above):
        shown = gbm(example, "fix", "--diff").stdout
        subprocess.run(["git", "apply", "--check", "-"], input=shown, text=True, cwd=above, check=True)
        assert gbm(example, "fix").stdout == f"{example.folder.name}/{API}: 'Pagination' added\n"


def test_a_page_that_two_components_share_gets_each_section_once(tmp_path: Path, backend_engineer: Standard) -> None:
    security = backend_engineer.topic("security")
    assert security
    pages = {"shared/security.md": without_section(written_page(security), "Secrets Management")}
    pages |= {"orders/index.md": "# Orders\n", "billing/index.md": "# Billing\n"}
    shares = "pages: {security: ../shared/security.md}"
    options = f"{{components: {{Orders: {{dir: orders, {shares}}}, Billing: {{dir: billing, {shares}}}}}}}"
    site = make_site(tmp_path / "site", pages=pages, config=plain_config(options))
    assert "docs/shared/security.md: 'Secrets Management' added\n" in gbm(site, "fix").stdout
    assert site.read("docs/shared/security.md").count("## Secrets Management") == 1


def test_only_the_named_pages_are_mended(example: Site) -> None:
    lose(example, "Pagination")
    untouched = lose(example, "Transactions", path=DATABASE)
    assert gbm(example, "fix", API).exit_code == 0
    assert "## Pagination" in example.read(API)
    assert example.read(DATABASE) == untouched
    assert gbm(example, "fix", str(example.folder / ARCHITECTURE)).stdout == f"{DATABASE}: 'Transactions' added\n"


def test_a_path_that_is_no_page_of_a_topic_is_one_line(example: Site) -> None:
    lose(example, "Pagination")
    for path in (".gobuildme/docs/index.md", "no-such.md"):
        result = gbm(example, "fix", str(example.folder / path))
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1


def test_a_topic_without_a_page_is_left_to_new(example: Site) -> None:
    (example.folder / DATABASE).unlink()
    result = gbm(example, "fix")
    assert result.stdout.splitlines()[0] == f"{DATABASE}: no such page; 'gbm new database' makes it"
    assert not (example.folder / DATABASE).exists()


def test_a_repository_without_a_configuration(tmp_path: Path) -> None:
    site = Site(tmp_path)
    (tmp_path / ARCHITECTURE).mkdir(parents=True)
    assert gbm(site, "new", "api-design").stdout == f"created      {API}\n"
    lose(site, "Pagination")
    assert gbm(site, "fix").stdout.startswith(f"{API}: 'Pagination' added\n")
    assert gbm(site, "fix", API).stdout == "no page lacks a section or an item\n"
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["api-design.md"]


def test_sections_whose_absence_the_site_ignores_are_left(tmp_path: Path, backend_engineer: Standard) -> None:
    api = backend_engineer.topics[0]
    page = f"technical/architecture/{api.page}"
    site = make_site(
        tmp_path,
        config=plain_config("{severity: {missing-section: ignore, missing-page: ignore}}"),
        pages={page: written_page(api, without=["Caching"])},
    )
    before = site.read(f"docs/{page}")
    assert gbm(site, "fix").exit_code == 0
    assert site.read(f"docs/{page}") == before


def test_a_page_as_the_site_renders_it_decides(tmp_path: Path, backend_engineer: Standard) -> None:
    """A heading in a snippet, a tab or an admonition is there already, whatever the source alone says."""
    api = backend_engineer.topics[0]
    page = f"technical/architecture/{api.page}"
    text = written_page(api, without=["Caching", "Pagination", "Documentation"])
    text += '\n!!! note "Read twice"\n\n    ## Caching\n\n    By ETag, for a minute, per customer and region.\n'
    text += '\n--8<-- "more.md"\n'
    site = make_site(
        tmp_path,
        config=plain_config(
            "{severity: {missing-page: ignore}}",
            f"markdown_extensions: [admonition, {{pymdownx.snippets: {{base_path: ['{tmp_path}']}}}}]",
        ),
        pages={page: text},
    )
    site.write("more.md", "## Documentation\n\nIn OpenAPI, made from the code at every merge, in the portal.\n")
    assert gbm(site, "fix").stdout == f"docs/{page}: 'Pagination' added\n"
    assert gbm(site, "fix").stdout == "no page lacks a section or an item\n"


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        ("```yaml\na: b\n", ": the code block that begins here takes in what would be added; close it, and run"),
        ("<!-- to be continued\n", " would stand inside an HTML comment or element that is not closed; close it"),
    ],
)
def test_a_page_that_hides_what_follows_is_refused_and_the_others_are_mended(
    example: Site, ending: str, told: str
) -> None:
    lose(example, "Documentation")
    example.write(API, example.read(API) + "\n" + ending)
    before = example.read(API)
    lose(example, "Transactions", path=DATABASE)
    result = gbm(example, "fix")
    assert result.exit_code == 1
    assert told in result.stderr
    assert result.stderr.startswith(f"gbm: {API}:")
    assert result.stderr.count("\n") == 1
    assert result.stdout == f"{DATABASE}: 'Transactions' added\n"
    assert example.read(API) == before


def test_bytes_that_are_no_text_are_one_line_and_the_others_are_mended(example: Site) -> None:
    lose(example, "Pagination")
    lose(example, "Transactions", path=DATABASE)
    file = example.folder / API
    file.write_bytes(file.read_bytes() + b"\nna\xefve\n")
    before = file.read_bytes()
    result = gbm(example, "fix")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"gbm: {API}: ")
    assert result.stderr.count("\n") == 1
    assert result.stdout == f"{DATABASE}: 'Transactions' added\n"
    assert file.read_bytes() == before


def test_every_byte_and_right_of_a_file_stays(example: Site) -> None:
    lose(example, "Pagination")
    file = example.folder / API
    before = b"\xef\xbb\xbf" + file.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n")
    file.write_bytes(before)
    file.chmod(0o640)
    assert gbm(example, "fix").exit_code == 0
    after = file.read_bytes()
    start = after.index(b"## Pagination")
    end = after.index(b"## ", start + 3)
    assert after[:start] + after[end:] == before
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_and_one_that_leads_out_is_refused(example: Site, tmp_path: Path) -> None:
    text = lose(example, "Pagination")
    file = example.folder / API
    inside, outside = example.folder / "kept.md", tmp_path / "outside.md"
    for target in (inside, outside):
        target.write_text(text, encoding="utf-8")
        file.unlink()
        file.symlink_to(target)
        code = gbm(example, "fix").exit_code
        assert file.is_symlink()
        assert code == (0 if target == inside else 2)
        assert ("## Pagination" in target.read_text(encoding="utf-8")) == (target == inside)


@pytest.mark.parametrize("point", ["fsync", "chmod", "replace"])
def test_stopped_at_any_point_a_file_is_the_old_one(example: Site, monkeypatch: pytest.MonkeyPatch, point: str) -> None:
    before = lose(example, "Pagination")
    names = sorted(path.name for path in (example.folder / API).parent.iterdir())

    def stop(*_: object, **__: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"os.{point}", stop)
    result = CliRunner().invoke(main, ["fix", "-C", str(example.folder)])
    monkeypatch.undo()
    assert result.exit_code != 0
    assert example.read(API) == before
    assert sorted(path.name for path in (example.folder / API).parent.iterdir()) == names


def test_stopped_between_two_files_the_first_is_new_and_the_second_old(
    example: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose(example, "Pagination")
    second = lose(example, "Transactions", path=DATABASE)
    replace = os.replace
    calls: list[str] = []

    def once(source: str, target: str) -> None:
        if calls:
            raise OSError(28, "No space left on device")
        calls.append(str(target))
        replace(source, target)

    monkeypatch.setattr("os.replace", once)
    result = gbm(example, "fix")
    monkeypatch.undo()
    assert result.exit_code == 2
    assert result.stdout == f"{API}: 'Pagination' added\n"
    told = "cannot be written: No space left on device; mend that and run the command again: what it has done stays"
    assert result.stderr == f"gbm: {DATABASE}: {told}\n"
    assert "## Pagination" in example.read(API)
    assert example.read(DATABASE) == second
    assert gbm(example, "fix").stdout == f"{DATABASE}: 'Transactions' added\n"


def test_help_has_an_example_for_each() -> None:
    for command in ("init", "new", "fix"):
        result = CliRunner().invoke(main, [command, "--help"])
        assert result.exit_code == 0
        assert f"Example: gbm {command} " in result.stdout
