"""The command `gbm`, run as users run it: in this process, in one of its own, at a terminal."""

import os
import pty
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner
from sites import ARCHITECTURE, REPOSITORY, Outcome, Site, without_section

from mkdocs_gbm.cli import main

API = f"{ARCHITECTURE}/patterns/api-design.md"
DATABASE = f"{ARCHITECTURE}/patterns/database.md"
CHECKLIST = f"{ARCHITECTURE}/checklist.md"


def gbm(*arguments: str) -> tuple[int, str, str]:
    """Run a command in this process; return its exit code, what it printed, and what it said of errors."""
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def config(site: Site) -> list[str]:
    """Return the option that names a site's configuration."""
    return ["-f", str(site.folder / "mkdocs.yml")]


def lose(site: Site, name: str, page: str = API) -> None:
    """Cut a section out of a page of the example."""
    site.write(page, without_section(site.read(page), name))


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a process that runs the package of this repository, with nothing said of colours."""
    apart = ("NO_COLOR", "FORCE_COLOR", "GITHUB_WORKSPACE", "TERM", "PYTHONIOENCODING")
    kept = {key: value for key, value in os.environ.items() if key not in apart}
    return kept | {"PYTHONPATH": str(REPOSITORY), "NO_MKDOCS_2_WARNING": "1"} | more


def run_in(*arguments: str, folder: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in this process, with another working folder: quicker, where a process of its own tells no more."""
    variables = {key: None for key in os.environ if key not in environment()} | more
    with chdir(folder):
        ran = CliRunner().invoke(main, arguments, catch_exceptions=False, env=variables)
    return subprocess.CompletedProcess(arguments, ran.exit_code, ran.stdout, ran.stderr)


def process(*arguments: str, folder: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "mkdocs_gbm", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment(**more), capture_output=True, encoding="utf-8", check=False, timeout=60
    )


def at_terminal(*arguments: str, folder: Path, **more: str) -> tuple[int, str]:
    """Run a command at a terminal; return its exit code and everything that the terminal got."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "mkdocs_gbm", *arguments]
    with subprocess.Popen(
        command, cwd=folder, env=environment(**{"TERM": "xterm"} | more), stdin=theirs, stdout=theirs, stderr=theirs
    ) as running:
        os.close(theirs)
        got = b""
        while part := _read(ours):
            got += part
    os.close(ours)
    return running.returncode, got.decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


def generator(name: str, *arguments: str, folder: Path) -> Outcome:
    """Run a site generator (`mkdocs`, `properdocs`, `zensical`) in a process of its own."""
    command = [sys.executable, "-m", name, *arguments]
    ran = subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    return Outcome(ran.returncode, ran.stdout + ran.stderr)
