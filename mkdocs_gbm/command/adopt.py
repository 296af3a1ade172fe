"""`gbm adopt`: take up documentation that exists."""

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
from mkdocs_gbm.author import pages
from mkdocs_gbm.command.common import STANDARD, plain_errors
from mkdocs_gbm.command.saying import tell
from mkdocs_gbm.command.taking_up import take_up, told_from
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.output import adoption
from mkdocs_gbm.project.find import NAMES
from mkdocs_gbm.project.project import baseline_at


@click.command()
@click.option("--write", is_flag=True, help="Write mkdocs.yml and the baseline, instead of showing what would be.")
@click.option("--baseline/--no-baseline", default=True, show_default=True, help="Excuse the gaps that are there today.")
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's configuration.")
@click.option("-C", "--directory", type=click.Path(path_type=Path), default=Path(), help="Work in this folder instead.")
@click.option(
    "--architecture-dir",
    metavar="DIR",
    help="Look at the pages in this folder only, from here or relative to docs_dir.",
)
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
    _refuse_empty(site, found.ground)
    before, after = _verdicts(site, found)
    _tell_unreadable(site, found.ground)
    if found.empty and not any(topic.pages for component in after.components for topic in component.topics):
        tell(_nothing(site, found.ground))
        return
    new = bool(found.added) or site.given is None
    excuses = baseline and (new or not _baseline_file(site).is_file())
    tell(_shown(site, found, before, after).rstrip("\n") if new else "nothing new: the topics have their pages")
    if write:
        take_up(site, found.added, after if new else None, excuses=excuses)
    else:
        _say(site, found.added, len(after.failing) if excuses else 0, new=new)


def _refuse_empty(site: Site, ground: Ground) -> None:
    if not ground.looked_at:
        where = told_from(site, _looked_in(site, ground))
        raise ConfigurationError(where, "there is no page in it", "begin with 'gbm init'")


def _verdicts(site: Site, found: Plan) -> tuple[Report, Report]:
    """Return the verdicts on the site as it is, and with what is proposed."""
    known = found.ground.uris if found.known is None else found.known
    before = predict(replace(found.ground, uris=known), site.options, site.name)
    return before, predict(found.ground, found.options, site.name)


def _tell_unreadable(site: Site, ground: Ground) -> None:
    """Say on the standard error which pages were passed over."""
    for uri, problem in sorted(ground.pages.problems.items()):
        tell(f"gbm: {told_from(site, ground.pages.file(uri))}: {problem}", err=True)


def _nothing(site: Site, ground: Ground) -> str:
    count = len(ground.looked_at)
    pages = "the one page" if count == 1 else f"none of the {count} pages"
    verb = "documents no topic" if count == 1 else "documents a topic"
    return f"{pages} below {told_from(site, _looked_in(site, ground))} {verb}: 'gbm init' makes pages to begin with"


def _looked_in(site: Site, ground: Ground) -> Path:
    return site.folder(ground.within) if ground.within else site.docs_dir


def _shown(site: Site, found: Plan, before: Report, after: Report) -> str:
    def told(uri: str) -> str:
        return told_from(site, found.ground.pages.file(uri))

    if found.proposal:
        return adoption.to_text(found.proposal, before, after, told) + _of_language(site)
    text = adoption.components_text(found.components, before, after, told) + _of_language(site)
    return adoption.NEW_COMPONENTS.format(count=len(found.components)) + text if found.known is not None else text


def _of_language(site: Site) -> str:
    """Return of which language's pages the coverage was predicted, where there are several."""
    language = site.language
    return (
        f"\nof the pages in '{language.locale}'; each other language has its own verdict\n" if language.others else ""
    )


def _say(site: Site, options: Mapping[str, Any], gaps: int, *, new: bool) -> None:
    """Tell what would be written."""
    if new:
        file = told_from(site, site.config_file or site.root / NAMES[0])
        tell(f"\n{file}:\n\n{configuration.as_yaml(options)}")
    if new and not site.docs_dir.is_dir():
        tell(f"{told_from(site, site.docs_dir / pages.HOME[0])}: a first page, since a site has a folder of pages\n")
    if gaps:
        noun = "gap" if gaps == 1 else "gaps"
        tell(f"{site.options.baseline}: {gaps} {noun} of today excused, so that only new ones fail\n")
    if new or gaps:
        click.echo("nothing was written: 'gbm adopt --write' writes it")


def _baseline_file(site: Site) -> Path:
    return baseline_at(site.root, site.options)
