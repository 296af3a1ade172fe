"""Nothing that a configuration, a page or a link names is read or written outside the project."""

import os
import subprocess
from pathlib import Path

import pytest
from running import run_in
from sites import Site, make_site, plain_config

A = "technical/architecture"
API = f"docs/{A}/patterns/api-design.md"
SECRET = "# Secret\n\n## Authentication\n\nThe password of everything is swordfish, and it is told to nobody.\n"
LINK = "a link that leads out of the project, which is not followed; put there what it leads to"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file that is none of the project's business."""
    file = tmp_path / "outside" / "secret.md"
    file.parent.mkdir()
    file.write_text(SECRET)
    return file


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "project", pages={f"{A}/checklist.md": "# Checklist\n"})


def link(site: Site, path: str, target: Path) -> None:
    (site.folder / path).parent.mkdir(parents=True, exist_ok=True)
    (site.folder / path).symlink_to(target)


def test_a_page_that_is_a_link_out_is_not_read(site: Site, outside: Path) -> None:
    link(site, API, outside)
    ran = run_in("check", folder=site.folder)
    assert (ran.returncode, ran.stderr) == (2, f"gbm: {API}: {LINK}\n")
    assert "Secret" not in ran.stdout
    built = site.build()
    assert built.exit_code == 1
    assert f"gbm: {API}: {LINK}" in built.output


def test_nor_is_what_stands_in_a_folder_that_is_one(site: Site, outside: Path) -> None:
    link(site, f"docs/{A}/more", outside.parent)
    outside.write_text(f"---\ngbm: {{topic: api-design}}\n---\n{SECRET}")
    ran = run_in("check", "--format", "json", folder=site.folder)
    assert ran.stderr == f"gbm: docs/{A}/more: {LINK}\n"
    assert "secret.md" not in ran.stdout
    assert site.build().exit_code == 0
    assert "secret.md" not in site.read("site/gbm/report.json")
    assert "secret" not in run_in("adopt", folder=site.folder).stdout


def test_a_link_to_another_page_of_the_repository_is_followed(site: Site) -> None:
    other = site.write("../elsewhere/api.md", SECRET)
    subprocess.run(["git", "init", "-q", site.folder.parent], check=True)
    link(site, API, other)
    told = run_in("check", "--format", "json", folder=site.folder)
    assert (told.returncode, told.stderr) == (1, "")
    assert '"heading": "Authentication"' in told.stdout


@pytest.mark.parametrize("named", ["../standard", "{absolute}", "link"])
def test_a_standard_outside_is_refused_unless_it_is_typed(site: Site, tmp_path: Path, named: str) -> None:
    folder = tmp_path / "standard"
    assert run_in("standard", "export", str(folder), folder=site.folder).returncode == 0
    link(site, "link", folder)
    named = named.format(absolute=folder)
    site.write("mkdocs.yml", plain_config(f"{{standard: '{named}'}}"))
    ran = run_in("check", folder=site.folder)
    remedy = "name one below the folder of mkdocs.yml, or in its git repository"
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"gbm: mkdocs.yml: plugins: gbm: standard: '{named}' leads out of the project; {remedy}\n"
    assert site.build().exit_code == 1
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    assert run_in("check", folder=site.folder).returncode == 1, "it is in the same repository"


def test_a_standard_outside_may_be_typed(site: Site, tmp_path: Path) -> None:
    folder = str(tmp_path / "standard")
    assert run_in("standard", "export", folder, folder=site.folder).returncode == 0
    assert run_in("check", "--standard", folder, folder=site.folder).returncode == 1


def test_a_template_that_is_a_link_out_is_refused(site: Site, outside: Path) -> None:
    assert run_in("standard", "export", "own", folder=site.folder).returncode == 0
    link(site, "own/zero.md", outside)
    site.write("mkdocs.yml", plain_config("{standard: own}"))
    ran = run_in("check", folder=site.folder)
    assert ran.returncode == 2
    assert ran.stderr.startswith("gbm: mkdocs.yml: plugins: gbm: standard: 'own/zero.md' leads out of the project; ")


@pytest.mark.parametrize("command", [["baseline"], ["check"], ["adopt", "--write"]])
def test_a_baseline_that_is_a_link_out_is_neither_read_nor_written(
    site: Site, outside: Path, command: list[str]
) -> None:
    site.write(API, SECRET)
    link(site, "gbm-baseline.yml", outside)
    link(site, "folder", outside.parent)
    for options in ("{}", "{baseline: folder/new.yml}"):
        site.write("mkdocs.yml", plain_config(options))
        ran = run_in(*command, folder=site.folder)
        assert ran.returncode == 2
        assert "leads out of the project; " in ran.stderr
        assert os.listdir(outside.parent) == ["secret.md"]
        assert outside.read_text() == SECRET


@pytest.mark.parametrize(
    ("options", "made"), [("{pages: {api-design: ../../../../evil.md}}", "evil.md"), ("{architecture_dir: ../..}", "x")]
)
def test_no_page_is_made_or_read_outside(site: Site, tmp_path: Path, options: str, made: str) -> None:
    site.write("mkdocs.yml", plain_config(options))
    for command in (["new", "api-design"], ["init", "--yes"], ["fix"], ["check"]):
        ran = run_in(*command, folder=site.folder)
        assert ran.returncode in (0, 1, 2)
        assert "Traceback" not in ran.stderr
    assert sorted(os.listdir(tmp_path)) == ["project"]
    assert not (tmp_path / made).exists()


def test_an_output_in_the_project_that_is_a_link_out_is_not_written(site: Site, outside: Path) -> None:
    link(site, "gbm.json", outside)
    ran = run_in("check", "--output", "gbm.json", folder=site.folder)
    assert ran.returncode == 2
    assert f"a link that leads out of the project, to {outside}; " in ran.stderr
    assert outside.read_text() == SECRET


def test_the_owners_file_of_somebody_else_is_not_published(site: Site, outside: Path) -> None:
    outside.write_text("* @swordfish\n")
    link(site, "CODEOWNERS", outside)
    site.write(API, SECRET)
    assert site.build().exit_code == 0
    assert "@swordfish" not in site.read(f"site/{A}/patterns/api-design/index.html")
