"""The preview of sites with other plugins follows the author, and comes to rest."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from running import environment
from sites import Site, without_section
from test_languages import at, translated
from test_plugins import API, DATABASE, everything

from mkdocs_gbm.standard import Standard

pytestmark = pytest.mark.long
COVERAGE = "architecture-coverage/"
DEADLINE = 60
"""Seconds until a change must be seen."""


@dataclass(frozen=True)
class Preview:
    """A server that is running."""

    process: subprocess.Popen[bytes]
    address: str
    log: Path

    def shows(self, words: str, path: str = COVERAGE) -> None:
        end = time.monotonic() + DEADLINE
        while words not in self._get(path):
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            assert time.monotonic() < end, self.log.read_text(encoding="utf-8")
            time.sleep(0.1)

    def rests(self) -> None:
        """Make sure that nothing is built any more."""
        said = self.log.read_text(encoding="utf-8")
        time.sleep(3)
        assert self.log.read_text(encoding="utf-8") == said

    def _get(self, path: str) -> str:
        try:
            with urlopen(f"{self.address}{path}", timeout=DEADLINE) as response:
                text: str = response.read().decode("utf-8")
                return text
        except HTTPError as error:
            error.close()
        except OSError:
            pass  # it does not listen yet
        return ""


@contextmanager
def serving(site: Site, log: Path, *options: str) -> Iterator[Preview]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--strict", "-a", f"127.0.0.1:{port}", *options]
    with log.open("wb") as stream:
        process = subprocess.Popen(command, stdout=stream, stderr=stream, cwd=site.folder, env=environment())
    try:
        yield Preview(process, f"http://127.0.0.1:{port}/", log)
    finally:
        process.kill()
        process.wait()


def test_a_site_with_many_plugins(tmp_path: Path, backend_engineer: Standard) -> None:
    site = everything(tmp_path / "site", backend_engineer, first=True)
    site.write("mkdocs.yml", site.read("mkdocs.yml").replace("https://orders.example/", "http://127.0.0.1/"))
    whole = site.read(f"docs/{API}")
    with serving(site, tmp_path / "log") as preview:
        preview.shows("46 of 46 required sections are written")
        site.write(f"docs/{API}", without_section(whole, "API Style"))
        preview.shows("45 of 46 required sections are written")
        preview.shows("the section &#39;API Style&#39; is missing")
        site.write("docs/parts/limits.md", "TODO\n")
        preview.shows("44 of 46 required sections are written")
        site.write(f"docs/{API}", whole)
        preview.shows("45 of 46 required sections are written")
        preview.rests()


@pytest.mark.parametrize("structure", ["suffix", "folder"])
@pytest.mark.parametrize("options", [(), ("--no-livereload",)], ids=["following", "as it was"])
def test_a_site_in_two_languages(
    tmp_path: Path, backend_engineer: Standard, structure: str, options: tuple[str, ...]
) -> None:
    site = translated(tmp_path / "site", backend_engineer, structure, first=False)
    config = site.read("mkdocs.yml").replace("languages:", "fallback_to_default: false\n      languages:")
    site.write("mkdocs.yml", config.replace("https://orders.example/", "http://127.0.0.1/"))
    page = f"docs/{at(structure, 'de', DATABASE)}"
    whole = site.read(page)
    (site.folder / page).unlink()
    with serving(site, tmp_path / "log", *options) as preview:
        preview.shows("46 of 46 required sections are written")
        preview.shows("36 of 46 required sections are written", f"de/{COVERAGE}")
        preview.shows("does not exist yet", "de/gbm/preview/database/")
        if not options:
            site.write(page, whole)
            preview.shows("45 of 46 required sections are written", f"de/{COVERAGE}")
            preview.shows("46 of 46 required sections are written")
        preview.rests()
