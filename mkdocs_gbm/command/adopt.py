"""`gbm adopt`: take up documentation that exists."""

import sys
from pathlib import Path
from typing import Any

import click

from mkdocs_gbm import clock
from mkdocs_gbm.adopt import configuration
from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.adopt.model import Proposal
from mkdocs_gbm.adopt.predict import predict
from mkdocs_gbm.adopt.propose import propose
from mkdocs_gbm.adopt.reading import Pages
from mkdocs_gbm.adopt.site import Site, find_site
from mkdocs_gbm.assess import Report
from mkdocs_gbm.assess.baseline import dump
from mkdocs_gbm.author.within import within
from mkdocs_gbm.command.common import STANDARD, WRONG_USE, plain_errors
from mkdocs_gbm.command.saying import tell
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.files import write_atomically
from mkdocs_gbm.output import adoption
from mkdocs_gbm.output.text import summary
from mkdocs_gbm.project.find import NAMES, baseline_at, find_project
from mkdocs_gbm.project.judge import judge


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

    Exit code 0: shown, or written; 2: wrong use, or lines are left to be added to mkdocs.yml by hand.

    \b
    Examples:
      gbm adopt
      gbm adopt --write
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    site = find_site(directory, config_file, architecture_dir, standard)
    ground = _ground(site, architecture_dir is not None)
    proposal = propose(ground, site.options)
    before = predict(ground, site.options, site.name)
    after = predict(ground, proposal.options, site.name)
    if proposal.empty and not any(topic.pages for component in after.components for topic in component.topics):
        tell(_nothing(site, ground))
        return
    options = configuration.wanted(site, proposal)
    new = bool(options) or site.given is None
    excuses = baseline and (new or not _baseline_file(site).is_file())
    tell(_shown(site, proposal, before, after).rstrip("\n") if new else "nothing new: the topics have their pages")
    if write:
        _write(site, options, new=new, excuses=excuses)
    else:
        _say(site, options, len(after.failing) if excuses else 0, new=new)


def _ground(site: Site, named: bool) -> Ground:  # noqa: FBT001 - whether a folder was named
    pages = Pages(site.docs_dir, site.left_out, site.root)
    uris = tuple(pages.uris())
    if not uris:
        raise ConfigurationError(_told(site, site.docs_dir), "there is no page in it", "begin with 'gbm init'")
    within_folder = site.options.architecture_dir if named else ""
    today = clock.today()
    return Ground(site.standard, pages, uris, today, within_folder, choose_folder=not site.knows_folder)


def _nothing(site: Site, ground: Ground) -> str:
    count = len(ground.uris)
    pages = "the one page" if count == 1 else f"none of the {count} pages"
    verb = "documents no topic" if count == 1 else "documents a topic"
    return f"{pages} below {_told(site, site.docs_dir)} {verb}: 'gbm init' makes pages to begin with"


def _shown(site: Site, proposal: Proposal, before: Report, after: Report) -> str:
    return adoption.to_text(proposal, before, after, _told(site, site.docs_dir))


def _say(site: Site, options: dict[str, Any], gaps: int, *, new: bool) -> None:
    """Tell what would be written."""
    if new:
        file = _told(site, site.config_file or site.root / NAMES[0])
        tell(f"\n{file}:\n\n{configuration.as_yaml(options)}")
    if gaps:
        noun = "gap" if gaps == 1 else "gaps"
        tell(f"{site.options.baseline}: {gaps} {noun} of today excused, so that only new ones fail\n")
    if new or gaps:
        click.echo("nothing was written: 'gbm adopt --write' writes it")


def _write(site: Site, options: dict[str, Any], *, new: bool, excuses: bool) -> None:
    file = site.config_file or site.root / NAMES[0]
    if new:
        text = configuration.configured(site, options)
        if text is None:
            lines = configuration.as_yaml(options).replace("\n", "\n  ").rstrip()
            tell(f"gbm: {_told(site, file)}: it cannot be edited safely; add these lines:\n  {lines}", err=True)
            sys.exit(WRONG_USE)
        write_atomically(within(file, site.root), text)
        tell(f"\n{'changed' if site.config_file else 'created'} {_told(site, file)}")
    project = find_project(site.root, file)
    report = judge(project)
    if excuses and (report.failing or project.baseline_file.is_file()):
        write_atomically(project.baseline_file, dump(report))
        count = len(report.failing)
        tell(f"wrote {_told(site, project.baseline_file)}: {count} findings excused")
    tell(summary(report))


def _baseline_file(site: Site) -> Path:
    return baseline_at(site.root, site.options)


def _told(site: Site, path: Path) -> str:
    """Return a path as it is told: relative to the project where it is below it."""
    return path.relative_to(site.root).as_posix() if path.is_relative_to(site.root) else str(path)
