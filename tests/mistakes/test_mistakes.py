"""Every mistake that a user can make is one line that says where, what, and what to do: the table is `mistakes.yml`."""

from contextlib import chdir
from pathlib import Path

import pytest
from sites import Outcome
from table import Mistake, mistakes

ALL = mistakes()
BUILT = [mistake for mistake in ALL if mistake.build is not None]
#: What cannot be made to happen without a broken disk or a broken MkDocs, as `file: function`.
UNREACHED: set[str] = set()


def named(mistake: Mistake) -> str:
    return mistake.mistake


def test_each_mistake_is_named_once() -> None:
    names = [mistake.mistake for mistake in ALL]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("mistake", ALL, ids=named)
def test_a_mistake_is_one_line_that_says_where_what_and_what_to_do(mistake: Mistake, tmp_path: Path) -> None:
    site = mistake.make(tmp_path / "project")
    before = everything(site.folder)
    ran = mistake.told(site)
    assert ran.stderr == f"gbm: {mistake.line}\n"
    assert ran.returncode == mistake.exit
    if mistake.exit == 2:
        assert everything(site.folder) == before


@pytest.mark.parametrize("mistake", BUILT, ids=named)
def test_a_build_says_the_same(mistake: Mistake, tmp_path: Path) -> None:
    site = mistake.make(tmp_path / "project")
    with chdir(site.folder):
        built = site.build()
    assert built.exit_code == 1
    assert errors(built) == [mistake.in_a_build]
    assert "Traceback" not in built.output
    assert site.published == []


def everything(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if "site" not in path.parts}


def errors(built: Outcome) -> list[str]:
    return [line.removeprefix("ERROR   -  ") for line in built.output.splitlines() if line.startswith("ERROR")]
