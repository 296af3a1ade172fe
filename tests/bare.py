"""A repository that has pages and no `mkdocs.yml`, and the real command in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from sites import Site

ARCHITECTURE = ".gobuildme/docs/technical/architecture"
NAMES = (
    "system-analysis",
    "technology-stack",
    "security-architecture",
    "integration-landscape",
    "component-architecture",
    "data-architecture",
    "data-collection",
)
"""The pages that GoBuildMe's own command writes."""


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs_gbm", *arguments]


def environment(folder: Path) -> dict[str, str]:
    """Return an environment in which temporary files are made in a folder of their own."""
    folder.mkdir(exist_ok=True)
    return {**os.environ, "TMPDIR": str(folder), "NO_COLOR": "1"}


def gbm(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the command in a folder; temporary files go to a folder beside it, which must be empty afterwards."""
    temporary = folder.parent / "temporary"
    done = subprocess.run(
        command(*arguments), cwd=folder, env=environment(temporary), capture_output=True, text=True, check=False
    )
    assert list(temporary.iterdir()) == []
    return done


def gobuildme(folder: Path) -> Site:
    """Make a repository with nothing but GoBuildMe's pages."""
    site = Site(folder)
    for name in NAMES:
        title = name.replace("-", " ").title()
        site.write(f"{ARCHITECTURE}/{name}.md", f"# {title}\n\nThe order service keeps its books in PostgreSQL.\n")
    return site


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with what it holds, but for those of the built site."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found if folder / "site" not in path.parents}
