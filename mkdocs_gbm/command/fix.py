"""`gbm fix`: add to the pages what they lack."""

import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from shlex import quote

import click

from mkdocs_gbm import clock
from mkdocs_gbm.assess import Report
from mkdocs_gbm.author.repair import Mended, Repair, repair
from mkdocs_gbm.author.source_lines import diff
from mkdocs_gbm.author.within import within
from mkdocs_gbm.collector import uncollected
from mkdocs_gbm.command.begin import put
from mkdocs_gbm.command.common import FINDINGS, WRONG_USE, of_project
from mkdocs_gbm.command.places import told_here
from mkdocs_gbm.command.saying import tell
from mkdocs_gbm.errors import ConfigurationError, did_you_mean
from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.options import CHECKLIST
from mkdocs_gbm.project.judge import judge_all
from mkdocs_gbm.project.judgement import Judgement
from mkdocs_gbm.project.project import Project
from mkdocs_gbm.project.rehearse import rehearse


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--diff", "only_shown", is_flag=True, help="Show what would be added, and write nothing.")
@of_project
@uncollected()
def fix(project: Project, paths: tuple[Path, ...], *, only_shown: bool) -> None:
    """Add absent sections and checklist items to the pages that exist.

    Each section is put where its template has it, with its guidance and what is to be filled in; nothing else of a
    page changes. It counts as a placeholder until it is written. PATH is a page or a folder of pages; without one,
    all are mended. A topic without a page is left to 'gbm new'.

    Exit code 0: every page has all that is required; 1: a page could not be mended; 2: wrong use or configuration, or a
    page that cannot be read.

    Example: gbm fix --diff docs/technical/architecture/patterns/api-design.md
    """
    today = clock.today()
    judged = judge_all(project, today)
    report = judged.report
    chosen = frozenset(_chosen(paths, _pages(report), project))
    found = repair(
        report,
        lambda path: _read(project, path),
        lambda texts: rehearse(project, texts, today),
        chosen.__contains__,
    )
    for page in found.mended:
        path = told_here(project, page.path)
        if only_shown:
            click.echo(_readable(diff(path, page.before, page.after)), nl=False)
        else:
            put(_file(project, page.path), page.after, path)
            tell(f"{path}: {_told(page)} added")
    if not paths:
        _tell_absent_pages(report, project)
    _end(found, judged, project)


def _pages(report: Report) -> list[str]:
    """Return the pages that hold topics or the checklist, also a checklist without a single item."""
    pages = [page for component in report.components for topic in component.topics for page in topic.pages]
    pages += [item.place.path for component in report.components for item in component.items if item.place]
    return pages + [finding.place.path for finding in report.findings if finding.rule == "missing-item"]


def _tell_absent_pages(report: Report, project: Project) -> None:
    for finding in report.findings:
        if finding.rule == "missing-page":
            whose = f" --component {quote(finding.component)}" if len(report.components) > 1 else ""
            path = told_here(project, finding.place.path)
            tell(f"{path}: no such page; 'gbm new {finding.topic or CHECKLIST}{whose}' makes it")


def _end(found: Repair, judged: Judgement, project: Project) -> None:
    refused = [replace(refusal, path=told_here(project, refusal.path)) for refusal in found.refused]
    for problem in (*judged.problems, *refused):
        tell(f"gbm: {problem}", err=True)
    if not judged.known:
        sys.exit(WRONG_USE)
    if found.refused:
        sys.exit(FINDINGS)
    if not found.mended:
        click.echo("no page lacks a section or an item")


def _readable(patch: str) -> str:
    """Return a patch as a terminal or a log may show it: no character of a page does anything there.

    What is piped into a file or a program stays as it is, so that it can be applied.
    """
    shown = sys.stdout.isatty() or os.environ.get("CI")
    return re.sub(r"[^\t\r\n]+", lambda part: neutral(part[0]), patch) if shown else patch


def _told(page: Mended) -> str:
    return ", ".join(f"'{name}'" for name in (*page.sections, *page.items))


def _chosen(paths: tuple[Path, ...], pages: list[str], project: Project) -> list[str]:
    """Return the pages that were named, or are below a folder that was; all where none was named.

    Raises:
        ConfigurationError: If one is no page of a topic, and no folder of such.
    """
    if not paths:
        return pages
    files = {page: (project.root / page).resolve() for page in pages}
    chosen: list[str] = []
    for path in paths:
        # As it was typed, or as a report tells it.
        named = {path.resolve(), (project.root / path).resolve()}
        below = [page for page, file in files.items() if not named.isdisjoint((file, *file.parents))]
        if not below:
            problem = (
                "it is neither a page of a topic nor the checklist" if any(map(Path.exists, named)) else "no such file"
            )
            remedy = did_you_mean(str(path), dict.fromkeys(pages)) if pages else "make a page with 'gbm new' first"
            raise ConfigurationError(str(path), problem, remedy)
        chosen += below
    return chosen


def _read(project: Project, path: str) -> str:
    return _file(project, path).read_bytes().decode("utf-8")


def _file(project: Project, path: str) -> Path:
    """Return the file to write: that which a symbolic link means, so that the link stays one."""
    docs_dir = project.docs_dir.absolute()
    below = project.root if docs_dir.is_relative_to(project.root) else docs_dir
    return within(project.root / path, below)
