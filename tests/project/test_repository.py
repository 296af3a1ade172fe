"""What git knows of a project: its name, and where its pages are edited."""

import subprocess
from pathlib import Path

import pytest

from mkdocs_gbm.project.repository import edit_url, title_of


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout of today"
    (folder / ".gobuildme/docs").mkdir(parents=True)
    git(folder, "init", "--quiet")
    return folder


@pytest.mark.parametrize(
    ("origin", "edited"),
    [
        ("https://github.com/acme/larkfield-orders.git", "https://github.com/acme/larkfield-orders/edit/main/"),
        ("https://user:secret@github.com/acme/orders", "https://github.com/acme/orders/edit/main/"),
        ("git@github.com:acme/orders.git", "https://github.com/acme/orders/edit/main/"),
        ("ssh://git@github.com/acme/orders.git/", "https://github.com/acme/orders/edit/main/"),
        ("ssh://git@gitlab.acme.example:2222/a/b/orders.git", "https://gitlab.acme.example/a/b/orders/-/edit/main/"),
        ("git@gitlab.com:a/b/orders", "https://gitlab.com/a/b/orders/-/edit/main/"),
    ],
)
def test_a_page_is_edited_where_the_repository_came_from(repository: Path, origin: str, edited: str) -> None:
    git(repository, "remote", "add", "origin", origin)
    docs = repository / ".gobuildme/docs"
    assert edit_url(repository, docs) == f"{edited}.gobuildme/docs/{{path}}"
    assert title_of(repository) == origin.rstrip("/").rsplit("/", 1)[-1].removesuffix(".git")


@pytest.mark.parametrize(
    "origin", ["https://host.example/orders.git", "/srv/git/orders.git", "../orders", "C:\\orders"]
)
def test_another_host_has_no_such_place(repository: Path, origin: str) -> None:
    git(repository, "remote", "add", "origin", origin)
    assert edit_url(repository, repository / ".gobuildme/docs") is None


def test_the_branch_is_that_of_the_origin(repository: Path) -> None:
    git(repository, "remote", "add", "origin", "https://github.com/acme/orders")
    git(repository, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/release/next")
    docs = repository / ".gobuildme/docs"
    assert edit_url(repository, docs) == "https://github.com/acme/orders/edit/release/next/.gobuildme/docs/{path}"


def test_a_project_within_a_repository_has_its_own_name_and_its_whole_path(repository: Path) -> None:
    git(repository, "remote", "add", "origin", "https://github.com/acme/mono")
    project = repository / "services/the orders"
    (project / "docs").mkdir(parents=True)
    assert title_of(project) == "the orders"
    assert (
        edit_url(project, project / "docs")
        == "https://github.com/acme/mono/edit/main/services/the%20orders/docs/{path}"
    )
    assert edit_url(project, repository / ".gobuildme/docs") is None


def test_without_a_repository_the_folder_gives_the_name(tmp_path: Path) -> None:
    assert title_of(tmp_path) == tmp_path.name
    assert edit_url(tmp_path, tmp_path / "docs") is None
