"""`gbm serve`: a real server of a repository without `mkdocs.yml`, which follows changes and ends cleanly."""

import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from bare import ARCHITECTURE, command, environment, files, gobuildme
from sites import Site

DEADLINE = 60
"""Seconds until a change must be seen; a rebuild takes one."""
DATA = "technical/architecture/data-architecture/"


@dataclass(frozen=True)
class Served:
    """A server that is running."""

    process: subprocess.Popen[bytes]
    port: int
    temporary: Path
    log_file: Path

    def get(self, path: str) -> str:
        """Return a page as a browser gets it; empty while there is none."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=DEADLINE) as response:
                text: str = response.read().decode("utf-8")
                return text
        except (HTTPError, OSError):
            return ""

    def listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def shows(self, words: str, path: str = "") -> None:
        """Wait until a page holds these words."""
        self.until(lambda: words in self.get(path), f"{path} shows {words!r}")

    def until(self, so: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + DEADLINE
        while not so():
            assert time.monotonic() < end, f"waited in vain: {what}:\n{self.log}"
            time.sleep(0.05)

    def ended(self) -> int:
        """Wait until the command has ended, and return its exit code."""
        return self.process.wait(timeout=DEADLINE)


@contextmanager
def serving(site: Site, *arguments: str) -> Iterator[Served]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    temporary = site.folder.parent / "temporary"
    log_file = site.folder.parent / "serve.log"
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            command("serve", "-a", f"127.0.0.1:{port}", *arguments),
            cwd=site.folder,
            env=environment(temporary),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Served(process, port, temporary, log_file)
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def bare(tmp_path: Path) -> Site:
    return gobuildme(tmp_path / "orders")


def test_changes_and_new_pages_are_seen_and_nothing_is_written(bare: Site) -> None:
    before = files(bare.folder)
    with serving(bare) as server:
        server.shows("0 of 46 required sections are written")
        server.shows("PostgreSQL", DATA)

        page = f"{ARCHITECTURE}/data-architecture.md"
        bare.write(page, "# Data\n\nThe order service keeps its books in FoundationDB.\n")
        server.shows("FoundationDB", DATA)

        topic = f"{ARCHITECTURE}/patterns/api-design.md"
        bare.write(topic, "# API Architecture\n\n## Caching\n\nRedis keeps each price for five minutes.\n")
        server.shows("1 of 46 required sections are written")
        server.shows('href="technical/architecture/patterns/api-design/"')
        assert set(files(bare.folder)) == {*before, topic}

        server.process.send_signal(signal.SIGINT)
        assert server.ended() == 0
        assert "Traceback" not in server.log
        assert "Aborted" not in server.log
        assert not server.listens()
        assert list(server.temporary.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_it_ends_cleanly_when_it_is_asked_to(bare: Site, number: signal.Signals) -> None:
    with serving(bare) as server:
        server.shows("0 of 46 required sections are written")
        server.process.send_signal(number)
        assert server.ended() == 128 + number
        assert "Traceback" not in server.log
        assert not server.listens()
        assert list(server.temporary.iterdir()) == []


def test_the_server_does_not_outlive_a_command_that_was_killed(bare: Site) -> None:
    with serving(bare) as server:
        server.shows("0 of 46 required sections are written")
        server.process.kill()
        server.ended()
        server.until(lambda: not server.listens(), "the port is free")
        assert "Traceback" not in server.log


def test_the_preview_of_a_repository_with_a_configuration_is_that_of_mkdocs(bare: Site) -> None:
    bare.write("mkdocs.yml", "site_name: Named\ndocs_dir: .gobuildme/docs\ntheme: {name: mkdocs}\n")
    with serving(bare) as server:
        server.shows("PostgreSQL", DATA)
        bare.write("mkdocs.yml", bare.read("mkdocs.yml").replace("Named", "Renamed"))
        server.shows("Renamed", DATA)


def test_an_interrupt_before_the_first_build_leaves_nothing(bare: Site) -> None:
    with serving(bare) as server:
        server.until(lambda: any(server.temporary.glob("gbm-*/mkdocs_*")), "MkDocs has begun")
        server.process.send_signal(signal.SIGINT)
        assert server.ended() == 0
        assert "Traceback" not in server.log
        assert list(server.temporary.iterdir()) == []
