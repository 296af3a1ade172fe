"""`gbm adopt` as a user runs it, and what it wrote."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from sites import Site

from mkdocs_gbm.cli import main
from mkdocs_gbm.project.plugins import plugins_of
from mkdocs_gbm.project.settings_file import read_settings

GOBUILDME = Path(__file__).resolve().parent / "gobuildme"
PARAGRAPH = "The team decided this in March and keeps the reasons, with the numbers, beside the code of the ledger."


@dataclass(frozen=True)
class Said:
    """What the command showed."""

    code: int
    out: str
    err: str

    @property
    def predicted(self) -> float:
        """The coverage that was predicted, in percent."""
        found = re.search(r"predicted coverage: \S+ % -> (\S+) %", self.out)
        assert found, self.out
        return float(found[1])


def gbm(site: Site, *arguments: str) -> Said:
    command, *options = arguments
    result = CliRunner().invoke(main, [command, "-C", str(site.folder), *options], catch_exceptions=False)
    return Said(result.exit_code, result.stdout, result.stderr)


def gobuildme_site(folder: Path) -> Site:
    """Make a repository as GoBuildMe's command leaves it: nothing but `.gobuildme/` and its pages."""
    shutil.copytree(GOBUILDME, folder / ".gobuildme/docs/technical/architecture")
    return Site(folder)


def options_of(site: Site) -> dict[str, Any]:
    """Return the plugin's options as `mkdocs.yml` has them."""
    return dict(plugins_of(read_settings(site.folder / "mkdocs.yml"))["gbm"])


def pages_of(site: Site) -> dict[str, list[str]]:
    """Return which pages the written configuration names per topic, sorted."""
    pages = options_of(site).get("pages", {})
    return {slug: sorted([paths] if isinstance(paths, str) else paths) for slug, paths in pages.items()}


def checked(site: Site) -> dict[str, Any]:
    """Return the report of `gbm check`."""
    report: dict[str, Any] = json.loads(gbm(site, "check", "--format", "json").out)
    return report


def page(title: str, *headings: str) -> str:
    """Return a page with something of its own below each heading."""
    return "\n".join([f"# {title}\n", *(f"## {heading}\n\n{PARAGRAPH}\n" for heading in headings)])
