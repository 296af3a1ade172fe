"""Real sites for the tests: made in a temporary folder, built by MkDocs' own command."""

import json
import logging
import re
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

from click.testing import CliRunner
from mkdocs.__main__ import cli
from mkdocs.utils import DuplicateFilter

from mkdocs_gbm.standard import Standard, Topic

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
        _forget_messages()
        with own_log_handlers():
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


def plain_config(options: str, *more: str) -> str:
    """Return a `mkdocs.yml` with the plugin's options as a YAML flow mapping, and more lines."""
    return "\n".join(["site_name: Orders", "theme: {name: mkdocs}", f"plugins: [{{gbm: {options}}}]", *more, ""])


def configure(site: Site, options: str, *more: str) -> None:
    """Give the example site's plugin options, as a YAML flow mapping, and the site more lines of its own."""
    lines = [line for line in site.read("mkdocs.yml").split("\n") if line not in more]
    lines = [f"  - gbm: {options}" if line.startswith("  - gbm") else line for line in lines]
    assert f"  - gbm: {options}" in lines
    site.write("mkdocs.yml", "\n".join([*lines, *more, ""]))


@contextmanager
def own_log_handlers() -> Iterator[None]:
    """Take away, in the end, the log handlers that a run of MkDocs adds: they write to what is closed by then."""
    logger = logging.getLogger("mkdocs")
    before = list(logger.handlers)
    try:
        yield
    finally:
        logger.handlers[:] = before


def _forget_messages() -> None:
    """Let MkDocs say again what it said in an earlier build of this process: a process of its own would."""
    for only_once in logging.getLogger("mkdocs.commands.build").filters:
        if isinstance(only_once, DuplicateFilter):
            only_once.msgs.clear()


def make_site(folder: Path, *, config: str = MKDOCS_YML, pages: dict[str, str] | None = None) -> Site:
    """Make a project with an index page and the given pages, relative to `docs/`."""
    site = Site(folder)
    site.write("mkdocs.yml", config)
    for path, text in {"index.md": "# Home\n", **(pages or {})}.items():
        site.write(f"docs/{path}", text)
    return site


def whole_example_site(folder: Path) -> Site:
    """Copy the example site, without what a build left in it."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("site"))
    return Site(folder)


def example_site(folder: Path) -> Site:
    """Copy the example site with its first component alone, as a site that names none."""
    site = whole_example_site(folder)
    shutil.rmtree(folder / ".gobuildme/docs/notifications")
    config = re.sub(r"(?m)^  - gbm:\n(?:      .*\n)+", "  - gbm\n", site.read("mkdocs.yml"))
    config = re.sub(r"(?m)^  - Notifications:\n(?:      .*\n)+", "", config)
    assert "otifications" not in config
    site.write("mkdocs.yml", config)
    return site


def in_theme(site: Site, theme: str) -> Site:
    """Give the example site another theme; what only Material has goes."""
    if theme != "material":
        config = re.sub(
            r"(?ms)^theme:.*?(?=^plugins:)", f"theme: {{name: {theme}, highlightjs: false}}\n", site.read("mkdocs.yml")
        )
        site.write("mkdocs.yml", re.sub(r"(?ms)^  - pymdownx.emoji:.*?(?=^  - pymdownx.h)", "", config))
    return site


def written_page(topic: Topic, *, without: Collection[str] = ()) -> str:
    """Return a page on which every required section of a topic is written, but for some."""
    names = [section.name for section in topic.sections if section.name not in without]
    sections = [
        f"## {name}\n\nThe team measured {name.lower()} in March on its own cluster and keeps the results of every "
        "run in the ledger repository.\n"
        for name in names
    ]
    return "\n".join([f"# {topic.title}\n", *sections])


def written_pages(standard: Standard, directory: str = "technical/architecture") -> dict[str, str]:
    """Return a page for each topic at its default path, and a checklist that holds, relative to `docs/`."""
    pages = {f"{directory}/{topic.page}": written_page(topic) for topic in standard.topics}
    if standard.checklist:
        seen = f"seen on [this page]({standard.topics[0].page})"
        items = "\n".join(f"- [x] **{item.name}**: {seen}" for item in standard.checklist.items)
        pages[f"{directory}/{standard.checklist.page}"] = f"# Checklist\n\n{items}\n"
    return pages


def without_section(markdown: str, name: str) -> str:
    """Cut a `##` section out of a page, heading and all."""
    pattern = re.compile(rf"(?ms)^##[ \t]+(?:\d+\.[ \t]+)?{re.escape(name)}[ \t]*$.*?(?=^##[ \t]|\Z)", re.IGNORECASE)
    cut, count = pattern.subn("", markdown)
    assert count == 1, f"{count} sections {name!r}"
    return cut
