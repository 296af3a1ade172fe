"""`gbm build`: the documentation as a site."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import click

from mkdocs_gbm.command.site import of_site, run_mkdocs
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.project.site import Site

_FINISHED = "gbm/report.json"
"""What a build of ours publishes last."""
_BEGUN = ".gbm-build"
"""Stands in the folder of a site until its build is finished: MkDocs empties that of all but hidden files."""


@click.command()
@click.option("--strict", is_flag=True, help="Publish nothing if anything required is missing.")
@click.option("--site-dir", metavar="DIR", help="Where the site is written.  [default: site]")
@of_site
def build(site: Site, *, strict: bool, site_dir: str | None) -> None:
    """Build the documentation as a site.

    Where there is a mkdocs.yml, it is what 'mkdocs build' builds. Without one, a good configuration is used for the
    pages in .gobuildme/docs, docs or FOLDER; the architecture documentation is technical/architecture or architecture
    in it, or else the folder itself. Nothing of the repository changes but the folder of the site.

    \b
    Example:
      gbm build
      gbm build --strict --site-dir public
      gbm build docs/architecture
    """  # noqa: D301 - \b is how Click is told to leave the lines as they are
    if site_dir and Path(site.root, site_dir).is_file():
        raise ConfigurationError("--site-dir", f"'{site_dir}' is a file", "name a folder")
    folder = site.root / (site_dir or "site")
    if site.config_file is None:
        _spare_others(folder)
    options = [*(["--strict"] if strict else []), *(["--site-dir", site_dir] if site_dir else [])]
    with _marked(folder) if site.config_file is None else nullcontext():
        code = run_mkdocs(site, "build", options)
    sys.exit(code)


def _spare_others(site_dir: Path) -> None:
    """Refuse a folder that MkDocs would empty first, although no build of ours has filled it, not even half."""
    ours = any(site_dir.joinpath(mark).is_file() for mark in (_BEGUN, _FINISHED))
    if site_dir.is_dir() and any(site_dir.iterdir()) and not ours:
        raise ConfigurationError(
            str(site_dir), "holds files that are not of an earlier build", "name another with --site-dir, or remove it"
        )


@contextmanager
def _marked(site_dir: Path) -> Iterator[None]:
    """Have a folder known as ours while it is filled, and afterwards where that was not finished."""
    made = not site_dir.exists()
    site_dir.mkdir(parents=True, exist_ok=True)
    mark = site_dir / _BEGUN
    mark.touch()
    try:
        yield
    finally:
        empty = list(site_dir.iterdir()) == [mark]
        if empty or (site_dir / _FINISHED).is_file():
            mark.unlink()
        if empty and made:
            site_dir.rmdir()
