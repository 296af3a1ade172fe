"""Real sites for the tests: made in a temporary folder, built by MkDocs' own command."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

from click.testing import CliRunner
from mkdocs.__main__ import cli

REPOSITORY = Path(__file__).resolve().parent.parent
EXAMPLE = REPOSITORY / "example-site"
ARCHITECTURE = ".gobuildme/docs/technical/architecture"

MKDOCS_YML = """
site_name: Orders
theme: {name: mkdocs}
plugins: [gbm]
"""


@dataclass(frozen=True)
class Outcome:
    """What a run of the `mkdocs` command showed."""

    exit_code: int
    output: str

    @property
    def findings(self) -> list[str]:
        """The lines that tell a finding, without their log level: `path:line: rule: message; remedy`."""
        lines = re.findall(r"gbm: (?:(?:warn|info): )?(\S+: [a-z]+(?:-[a-z]+)+: .*)", self.output)
        return [line.rstrip() for line in lines]

    @property
    def rules(self) -> list[str]:
        return [line.split(": ")[1] for line in self.findings]


@dataclass(frozen=True)
class Site:
    """A project with a `mkdocs.yml` in a folder of its own."""

    folder: Path

    def write(self, path: str, text: str) -> Path:
        """Write a file of the project; the text may be indented as the test is."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return file

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def mkdocs(self, *arguments: str) -> Outcome:
        """Run the real `mkdocs` command in this process."""
        config = self.folder / "mkdocs.yml"
        result = CliRunner().invoke(cli, [*arguments, "-f", str(config)], catch_exceptions=False)
        return Outcome(result.exit_code, result.output)

    def build(self, *options: str) -> Outcome:
        return self.mkdocs("build", *options)

    @property
    def published(self) -> list[str]:
        """The files of the built site."""
        site = self.folder / "site"
        return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())

    @property
    def report(self) -> dict[str, Any]:
        """The report that the build published."""
        report: dict[str, Any] = json.loads(self.read("site/gbm/report.json"))
        return report


def make_site(folder: Path, *, config: str = MKDOCS_YML, pages: dict[str, str] | None = None) -> Site:
    """Make a project with an index page and the given pages, relative to `docs/`."""
    site = Site(folder)
    site.write("mkdocs.yml", config)
    for path, text in {"index.md": "# Home\n", **(pages or {})}.items():
        site.write(f"docs/{path}", text)
    return site


def example_site(folder: Path) -> Site:
    """Copy the example site, without what a build left in it."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("site"))
    return Site(folder)


def without_section(markdown: str, name: str) -> str:
    """Cut a `##` section out of a page, heading and all."""
    pattern = re.compile(rf"(?ms)^##[ \t]+(?:\d+\.[ \t]+)?{re.escape(name)}[ \t]*$.*?(?=^##[ \t]|\Z)", re.IGNORECASE)
    cut, count = pattern.subn("", markdown)
    assert count == 1, f"{count} sections {name!r}"
    return cut
