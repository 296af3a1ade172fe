"""The files that `gbm report` makes: coverage pages, badges, the report."""

import os
import posixpath
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from mkdocs_gbm.assess import Place, Report, Settings
from mkdocs_gbm.output import coverage_markdown, standalone
from mkdocs_gbm.output.badge import badge_files
from mkdocs_gbm.output.coverage import Link, Surroundings
from mkdocs_gbm.output.report_json import to_json
from mkdocs_gbm.output.strings import Strings

#: Each file that can be made, and by which of its words a file at its path is known to be ours.
OURS = {
    "coverage.html": standalone.MARK,
    "coverage.md": standalone.MARK,
    "report.json": '"mkdocs-gbm"',
    "coverage.svg": "gbm-badge",
    "coverage-badge.json": '"schemaVersion"',
    "badge.svg": "gbm-badge",
    "badge.json": '"schemaVersion"',
}


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose report it is."""

    name: str
    root: Path
    """The folder that the report's paths are relative to, absolute."""
    strings: Strings
    settings: Settings


def report_files(report: Report, subject: Subject, folder: Path, *, html: bool, markdown: bool) -> dict[str, str]:
    """Return the files by name.

    Args:
        report: What to tell.
        subject: Whose report it is.
        folder: Where they are put: pages of the project are linked from there, if it is in the project.
        html: Whether to make the HTML page.
        markdown: Whether to make the Markdown page.
    """
    link = _links(subject.root, folder)
    around = Surroundings(subject.strings, subject.settings, link)
    files = {}
    if html:
        files["coverage.html"] = standalone.to_html(report, subject.name, around)
    if markdown:
        files["coverage.md"] = coverage_markdown.to_markdown(report, subject.name, subject.strings, link)
    files["report.json"] = to_json(report)
    return files | badge_files(report, subject.strings)


def _links(root: Path, folder: Path) -> Link:
    root, folder = Path(os.path.realpath(root)), Path(os.path.realpath(folder))
    inside = folder.is_relative_to(root)
    start = folder.relative_to(root).as_posix() if inside else "."

    def link(place: Place) -> str | None:
        if not inside or not (root / place.path).is_file():
            return None
        url = quote(posixpath.relpath(place.path, start), errors="surrogateescape")
        return f"{url}#{quote(place.anchor)}" if place.anchor else url

    return link
