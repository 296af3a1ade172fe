"""Whatever stops a command, each file is the old one or the new one, and running it again completes the work."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from running import run_in
from sites import make_site

from safety.stopping import everything, full_disk, interrupt, stopped

SOON = "SOURCE_DATE_EPOCH"
DAY = "1700000000"


def empty(folder: Path) -> None:
    folder.mkdir()


def with_pages(folder: Path) -> None:
    """A site without the plugin, whose pages have other names than ours."""
    page = "# API\n\n## Authentication\n\nEvery caller has a token of the identity service, for ten minutes.\n\n"
    page += "## Authorization\n\nScopes in the token are compared with the route's, at the gateway.\n\n"
    page += "## Rate Limiting\n\nSix hundred requests a minute are let through for each client.\n"
    config = "site_name: Orders\nplugins: [search]\n"
    make_site(folder, config=config, pages={"technical/architecture/api.md": page})


def with_gaps(folder: Path) -> None:
    api = "# API\n\n## Rate Limiting\n\nSix hundred requests a minute are let through for each client.\n"
    checklist = "# Checklist\n\n- [ ] **API Design Documented**\n"
    folders = "technical/architecture"
    make_site(folder, pages={f"{folders}/patterns/api-design.md": api, f"{folders}/checklist.md": checklist})


def with_reports(folder: Path) -> None:
    with_gaps(folder)
    assert run_in("report", "--output", "first", folder=folder).returncode == 0


COMMANDS: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "init": (empty, ["init", "--yes", "--name", "Orders"]),
    "adopt": (with_pages, ["adopt", "--write"]),
    "new": (empty, ["new", "api-design", "checklist", "--architecture-dir", "."]),
    "fix": (with_gaps, ["fix"]),
    "baseline": (with_gaps, ["baseline"]),
    "report": (with_gaps, ["report"]),
    "export": (empty, ["standard", "export", "ours"]),
    "portfolio": (with_reports, ["portfolio", "first", "--output", "portfolio"]),
    "output": (with_gaps, ["check", "--output", "a.json", "--output", "b.md"]),
}


QUICK = ("init", "adopt", "export")
"""What is tried in every run: commands that write several files, of which one is to come last, and take little time."""


@pytest.fixture(
    scope="module", params=[pytest.param(name, marks=[] if name in QUICK else pytest.mark.long) for name in COMMANDS]
)
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> "Whole":
    folder = tmp_path_factory.mktemp("whole") / request.param
    return Whole(request.param, folder)


class Whole:
    """A command that nothing stopped: what was there before, and after."""

    def __init__(self, name: str, folder: Path) -> None:
        make, self.arguments = COMMANDS[name]
        self.template = folder / "before"
        folder.mkdir()
        make(self.template)
        self.before = everything(self.template)
        self.folder = folder / "project"
        self.begin()
        with stopped(0, interrupt()) as stopper:
            done = self.run()
        assert done.returncode in (0, 1), done.stderr
        self.after = everything(self.folder)
        self.moments = stopper.count
        assert self.moments

    def begin(self) -> None:
        """Put everything back to what it was."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.template, self.folder)

    def run(self) -> "subprocess.CompletedProcess[str]":
        return run_in(*self.arguments, folder=self.folder, **{SOON: DAY})


@pytest.mark.parametrize("which", ["the last", pytest.param("all", marks=pytest.mark.long)])
def test_a_command_that_is_stopped_leaves_whole_files_and_completes_them_later(whole: Whole, which: str) -> None:
    for number in range(1, whole.moments + 1) if which == "all" else [whole.moments]:
        told = {130: "interrupted", 2: "No space left on device"}
        for code, error in ((130, interrupt()), (2, full_disk())) if which == "all" else [_one_of_two(number)]:
            whole.begin()
            with stopped(number, error):
                done = whole.run()
            assert (done.returncode, done.stderr.count("\n")) == (code, 1), done.stdout + done.stderr
            assert told[code] in done.stderr
            found = everything(whole.folder)
            assert [path for path in found if path not in whole.after] == [], "litter"
            assert all(content in (whole.before.get(path), whole.after[path]) for path, content in found.items())
            assert whole.before.keys() <= found.keys()
            assert "mkdocs.yml" in whole.before or "mkdocs.yml" not in found, "the configuration comes last"
        assert whole.run().returncode in (0, 1)
        assert everything(whole.folder) == whole.after


def _one_of_two(number: int) -> tuple[int, BaseException]:
    return (130, interrupt()) if number % 2 else (2, full_disk())
