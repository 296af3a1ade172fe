"""The table of mistakes (`mistakes.yml`), and each of them made in a project of its own."""

import os
import shlex
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from running import run_in
from sites import MKDOCS_YML, Site, plain_config

TABLE = Path(__file__).with_name("mistakes.yml")
OPTIONS = "mkdocs.yml: plugins: gbm"


@dataclass(frozen=True)
class Mistake:
    """A row of the table."""

    mistake: str
    """What was done wrong."""
    where: str
    what: str
    remedy: str
    options: str | None = None
    """What stands behind `gbm:` in `mkdocs.yml`."""
    files: dict[str, Any] = field(default_factory=dict)
    """More files, or others: text, nothing (the file is not there), `bytes:`, `folder:`, `link:` or `pipe:`."""
    run: str = "check"
    at: str = "."
    """The folder that the command runs in."""
    exit: int = 2
    build: str | None = None
    """What `mkdocs build` says of it: `same`, `option` (the same in MkDocs' words), or MkDocs' own words."""

    def line(self, site: Site) -> str:
        line = f"{self.where}: {self.what}; {self.remedy}"
        return line.replace("{root}", str(site.folder)).replace("{above}", str(site.folder.parent))

    def in_a_build(self, site: Site) -> str | None:
        """The line that `mkdocs build` tells."""
        if self.build == "option":
            option = self.where.removeprefix(OPTIONS).lstrip(": ") or "gbm"
            return f"Config value 'plugins': Plugin 'gbm' option '{option}': {self.what}; {self.remedy}"
        return f"gbm: {self.line(site)}" if self.build == "same" else self.build

    def make(self, folder: Path) -> Site:
        """Make the project in which the mistake was made."""
        folder.mkdir()
        config = MKDOCS_YML if self.options is None else plain_config(self.options)
        for path, content in {"mkdocs.yml": config, "docs/index.md": "# Home\n", **self.files}.items():
            _put(folder / path, content)
        return Site(folder)

    def told(self, site: Site) -> "subprocess.CompletedProcess[str]":
        """Run the command."""
        return run_in(*shlex.split(self.run), folder=site.folder / self.at)


def _put(file: Path, content: Any) -> None:
    if content is None:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    match content:
        case str():
            file.write_text(content, encoding="utf-8")
        case {"bytes": text}:
            file.write_bytes(text.encode("ascii").decode("unicode_escape").encode("latin-1"))
        case {"folder": None}:
            file.mkdir()
        case {"link": target}:
            file.symlink_to(target)
        case {"pipe": None}:
            os.mkfifo(file)
        case _:
            raise AssertionError(content)


def mistakes() -> list[Mistake]:
    groups = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [Mistake(**row) for group in groups for row in group["mistakes"]]
