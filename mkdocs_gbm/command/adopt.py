"""`gbm adopt`: take up documentation that exists."""

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from mkdocs_gbm import clock
from mkdocs_gbm.adopt import configuration
from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.adopt.plan import Plan, plan
from mkdocs_gbm.adopt.predict import predict
from mkdocs_gbm.adopt.site import Site, find_site
from mkdocs_gbm.assess import Report
from mkdocs_gbm.assess.baseline import dump
from mkdocs_gbm.author import pages
from mkdocs_gbm.author.within import within
from mkdocs_gbm.command.common import STANDARD, WRONG_USE, plain_errors
from mkdocs_gbm.command.saying import tell
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.files import write_atomically
from mkdocs_gbm.output import adoption
from mkdocs_gbm.output.text import summary
from mkdocs_gbm.project.find import NAMES, find_project
from mkdocs_gbm.project.judge import judge
from mkdocs_gbm.project.project import baseline_at


@click.command()
@click.option("--write", is_flag=True, help="Write mkdocs.yml and the baseline, instead of showing what would be.")
@click.option("--baseline/--no-baseline", default=True, show_default=True, help="Excuse the gaps that are there today.")
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's configuration.")
@click.option("-C", "--directory", type=click.Path(path_type=Path), default=Path(), help="Work in this folder instead.")
@click.option("--architecture-dir", metavar="DIR", help="Look at the pages in this folder only.")
@click.option("--standard", metavar="NAME", help=STANDARD)
@plain_errors
def adopt(  # noqa: PLR0913 - an argument for each option
    config_file: Path | None,
    directory: Path,
    architecture_dir: str | None,
    standard: str | None,
    *,
    write: bool,
    baseline: bool,
) -> None:
    """Find the pages that hold the topics, and configure that.

    Every page of the site is judged by every topic. What is shown is which page would be a topic's, for which
    sections, headings that are a section's name nearly so, and the coverage that comes of it. With --write it is put
    into mkdocs.yml: nothing else of the file changes, and one is made where there is none. No page is changed.

    Folders that document a system each (services/*/docs, docs/orders beside docs/billing) become components; where
    mkdocs.yml has components, each is looked at by itself. --architecture-dir names one folder to look at alone.

    Exit code 0: shown, or written; 2: wrong use, or lines are left to be added to mkdocs.yml by hand.

    \b
    Examples:
      gbm adopt
      gbm adopt --write
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    site = find_site(directory, config_file, architecture_dir, standard)
    found = plan(site, clock.today(), folder_named=architecture_dir is not None)
    if not found.ground.uris:
        raise ConfigurationError(_told(site, site.docs_dir), "there is no page in it", "begin with 'gbm init'")
    known = found.ground.uris if found.known is None else found.known
    before = predict(replace(found.ground, uris=known), site.options, site.name)
    after = predict(found.ground, found.options, site.name)
    _tell_unreadable(site, found.ground)
    if found.empty and not any(topic.pages for component in after.components for topic in component.topics):
        tell(_nothing(site, found.ground))
        return
    new = bool(found.added) or site.given is None
    excuses = baseline and (new or not _baseline_file(site).is_file())
    tell(_shown(site, found, before, after).rstrip("\n") if new else "nothing new: the topics have their pages")
    if write:
        _write(site, found.added, new=new, excuses=excuses)
    else:
        _say(site, found.added, len(after.failing) if excuses else 0, new=new)


def _tell_unreadable(site: Site, ground: Ground) -> None:
    """Say on the standard error which pages were passed over."""
    for uri, problem in sorted(ground.pages.problems.items()):
        tell(f"gbm: {_told(site, ground.pages.file(uri))}: {problem}", err=True)


def _nothing(site: Site, ground: Ground) -> str:
    count = len(ground.uris)
    pages = "the one page" if count == 1 else f"none of the {count} pages"
    verb = "documents no topic" if count == 1 else "documents a topic"
    return f"{pages} below {_told(site, site.docs_dir)} {verb}: 'gbm init' makes pages to begin with"


def _shown(site: Site, found: Plan, before: Report, after: Report) -> str:
    def told(uri: str) -> str:
        return _told(site, found.ground.pages.file(uri))

    if found.proposal:
        return adoption.to_text(found.proposal, before, after, told)
    text = adoption.components_text(found.components, before, after, told)
    return adoption.NEW_COMPONENTS.format(count=len(found.components)) + text if found.known is not None else text


def _say(site: Site, options: Mapping[str, Any], gaps: int, *, new: bool) -> None:
    """Tell what would be written."""
    if new:
        file = _told(site, site.config_file or site.root / NAMES[0])
        tell(f"\n{file}:\n\n{configuration.as_yaml(options)}")
    if new and not site.docs_dir.is_dir():
        tell(f"{_told(site, site.docs_dir / pages.HOME[0])}: a first page, since a site has a folder of pages\n")
    if gaps:
        noun = "gap" if gaps == 1 else "gaps"
        tell(f"{site.options.baseline}: {gaps} {noun} of today excused, so that only new ones fail\n")
    if new or gaps:
        click.echo("nothing was written: 'gbm adopt --write' writes it")


def _write(site: Site, options: Mapping[str, Any], *, new: bool, excuses: bool) -> None:
    file = site.config_file or site.root / NAMES[0]
    if new:
        text = configuration.configured(site, options)
        if text is None:
            lines = configuration.as_yaml(options).replace("\n", "\n  ").rstrip()
            tell(f"gbm: {_told(site, file)}: it cannot be edited safely; add these lines:\n  {lines}", err=True)
            sys.exit(WRONG_USE)
        write_atomically(within(file, site.root), text)
        tell(f"\n{'changed' if site.config_file else 'created'} {_told(site, file)}")
        _make_docs_dir(site)
    project = find_project(site.root, file)
    report = judge(project)
    if excuses and (report.failing or project.baseline_file.is_file()):
        write_atomically(project.baseline_file, dump(report))
        count = len(report.failing)
        tell(f"wrote {_told(site, project.baseline_file)}: {count} findings excused")
    tell(summary(report))


def _make_docs_dir(site: Site) -> None:
    """Make the folder of the site's pages with a first page, where everything else lies beside it."""
    if not site.docs_dir.is_dir():
        home = within(site.docs_dir / pages.HOME[0], site.root)
        home.parent.mkdir(parents=True)
        write_atomically(home, pages.home_page(site.name, {}, site.standard).rstrip() + "\n")
        tell(f"created {_told(site, home)}")


def _baseline_file(site: Site) -> Path:
    return baseline_at(site.root, site.options)


def _told(site: Site, path: Path) -> str:
    """Return a path as it is told: relative to the project where it is below it."""
    path = Path(os.path.normpath(path))
    return path.relative_to(site.root).as_posix() if path.is_relative_to(site.root) else str(path)
