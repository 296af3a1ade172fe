"""Writes all that the package makes of the project in the working folder, in one process.

`python everything.py PROJECT FOLDER`: the working folder of the process is as it comes.
"""

import sys
from pathlib import Path

from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from mkdocs_gbm.cli import main


def told(*arguments: str) -> bytes:
    """Return what a command prints."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in (0, 1), (arguments, result.output, result.exception)
    return result.stdout_bytes


def make(project: Path, folder: Path) -> None:
    """Write everything into a folder."""
    site = ["-f", str(project / "mkdocs.yml")]
    folder.mkdir()
    for form in ("text", "json", "github", "sarif", "markdown"):
        (folder / f"check.{form}").write_bytes(
            told("check", *site, "--format", form, "--output", f"{form}:{folder}/{form}")
        )
    for form in ("text", "json", "markdown"):
        (folder / f"standard.{form}").write_bytes(told("standard", "show", *site, "--format", form))
    (folder / "next").write_bytes(told("next", *site, "--limit", "99", "--format", "json"))
    (folder / "diff").write_bytes(told("fix", *site, "--diff"))
    (folder / "schema").write_bytes(told("schema", "mkdocs"))
    told("report", *site, "--output", str(folder / "report"))
    told("standard", "export", *site, str(folder / "export"))
    told("baseline", *site)
    told("new", *site, "security", "--component", "Örders", "--owner", "Zoë")
    (project / "gbm-baseline.yml").rename(folder / "gbm-baseline.yml")
    (project / "docs/technical/architecture/patterns/security.md").rename(folder / "security.md")
    done = CliRunner().invoke(mkdocs, ["build", "-q", *site, "-d", str(folder / "site")])
    assert done.exit_code == 0, done.output
    (folder / "site/sitemap.xml.gz").unlink()  # MkDocs has the day in it, of which the sitemap itself tells


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
