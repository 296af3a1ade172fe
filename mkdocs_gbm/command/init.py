"""`gbm init`: make an empty project ready."""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
from yaml import safe_dump

from mkdocs_gbm import clock
from mkdocs_gbm import standard as standards
from mkdocs_gbm.author import mkdocs_yml, pages
from mkdocs_gbm.author.within import within
from mkdocs_gbm.command.begin import Maker
from mkdocs_gbm.command.common import STANDARD, WRONG_USE, plain_errors, tell_remarks
from mkdocs_gbm.command.saying import tell
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.options import CHECKLIST, Options, parse
from mkdocs_gbm.project.embedded import embedded_text
from mkdocs_gbm.project.expected import Expected, laid_out
from mkdocs_gbm.project.find import NAMES
from mkdocs_gbm.project.plugins import written_options
from mkdocs_gbm.project.repository import edit_url, title_of
from mkdocs_gbm.project.settings_file import parse_settings, read_settings
from mkdocs_gbm.standard import Standard
from mkdocs_gbm.standard.render import Author

_ENDLESS = 1 << 30
_GOBUILDME = ".gobuildme"
_ARCHITECTURE = ("technical/architecture", "architecture")


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What was asked for on the command line; nothing where it was left open."""

    name: str | None
    owner: str | None
    docs_dir: str | None
    architecture_dir: str | None
    standard: str | None

    @property
    def options(self) -> dict[str, str]:
        """Return the plugin's options among them."""
        given = {"architecture_dir": self.architecture_dir, "standard": self.standard}
        return {key: value for key, value in given.items() if value is not None}


@dataclass(frozen=True, slots=True)
class _Start:
    """A project that is to be made ready."""

    root: Path
    config_file: Path
    values: Mapping[str, Any] | None
    """What the configuration says; none where there is no file yet."""
    docs_dir: Path
    own: dict[str, Any]
    """The plugin's options, as they are written down."""
    options: Options
    standard: Standard
    author: Author


@click.command()
@click.option("--name", help="The name of what is documented.  [default: the repository's]")
@click.option("--owner", help="Who owns it: a team, a channel.")
@click.option("--docs-dir", metavar="DIR", help="The folder of the site's pages.  [default: .gobuildme/docs or docs]")
@click.option("--architecture-dir", metavar="DIR", help="The folder of the architecture pages, below that one.")
@click.option("--standard", metavar="NAME", help=STANDARD)
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's configuration.")
@click.option("-C", "--directory", type=click.Path(path_type=Path), default=Path(), help="Work in this folder instead.")
@click.option("--yes", is_flag=True, help="Ask nothing: take what was not named as it is proposed.")
@click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
@plain_errors
def init(config_file: Path | None, directory: Path, *, yes: bool, dry_run: bool, **wishes: str | None) -> None:
    """Make a project ready to write in.

    Makes a page for each topic, the checklist and a home page, and puts the plugin into mkdocs.yml.

    A mkdocs.yml is made where there is none (Material with search, diagrams, light and dark); to one that is there the
    plugin is added, and nothing else of it changes. Where that cannot be done safely, the lines to add are shown. What
    exists is never overwritten. On a terminal the command asks for what was not named.

    Exit code 0: ready; 2: wrong use, or lines are left to be added to mkdocs.yml by hand.

    Example: gbm init --name Orders --owner "Team Orders" --dry-run
    """
    root = directory.absolute()
    if not root.is_dir():
        raise ConfigurationError(str(root), "no such folder", "make it first, or name the project's with -C")
    asking = not yes and sys.stdin.isatty()
    start = _start(root, _config_file(root, config_file), _Wishes(**wishes), asking=asking)
    tell_remarks(start.standard)
    expected = laid_out(start.docs_dir, start.root, start.values or {}, start.standard, start.options)
    maker = Maker(start.config_file.parent, dry_run)
    paths = _make_pages(start, expected, maker)
    _make_home(start, expected.docs_dir, paths if len(expected.layouts) == 1 else {}, maker)
    left = _configure(start, maker)  # last: whatever interrupts the command, it never names pages that are not there
    others = [uri for layout in expected.layouts for uri in layout.others]
    if others:
        click.echo(f"{len(others)} pages there belong to no topic: 'pages:' says which topic they hold")
    if start.values and start.values.get("nav"):
        _tell_nav(start, expected, maker)
    if left:
        tell(f"gbm: {maker.shown(start.config_file)}: {left}", err=True)
        sys.exit(WRONG_USE)
    if not dry_run:
        click.echo("'gbm check' tells what is to be written, 'mkdocs serve' shows it")


def _tell_nav(start: _Start, expected: Expected, maker: Maker) -> None:
    """Show the lines for the pages that the navigation does not name yet."""
    named = set(_named_in((start.values or {}).get("nav")))
    titles = {topic.slug: topic.title for topic in start.standard.topics}
    if start.standard.checklist:
        titles[CHECKLIST] = start.standard.checklist.title
    lines = [
        f"  - {safe_dump({titles[slug]: uri}, width=_ENDLESS, allow_unicode=True).strip()}"
        for layout in expected.layouts
        for slug, uri in layout.expected.items()
        if uri not in named and not pages.is_pattern(uri)
    ]
    if lines:
        click.echo("\n".join([f"{maker.shown(start.config_file)} has a 'nav:' without these pages; add:", *lines]))


def _named_in(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _named_in(entry)


def _config_file(root: Path, named: Path | None) -> Path:
    if named:
        return root / named
    return next(filter(Path.is_file, (root / name for name in NAMES)), root / NAMES[0])


def _start(root: Path, file: Path, wishes: _Wishes, *, asking: bool) -> _Start:
    values = read_settings(file) if file.exists() else None
    root = file.parent
    if values is not None:
        docs = _configured_docs_dir(values, wishes, file)
    else:
        proposed = f"{_GOBUILDME}/docs" if (root / _GOBUILDME).is_dir() else "docs"
        docs = wishes.docs_dir or (click.prompt("Folder of the pages", proposed) if asking else proposed)
    docs_dir = _inside(root, docs, existing=values is not None)
    own = _options(values, wishes, docs_dir, file)
    options = parse(own)
    standard = standards.load(options.standard, root, named=wishes.standard is not None)
    options.check(standard)
    said = (values or {}).get("site_name")
    author = _author(wishes, said if isinstance(said, str) else title_of(root), asking=asking)
    return _Start(root, file, values, docs_dir, own, options, standard, author)


def _configured_docs_dir(values: Mapping[str, Any], wishes: _Wishes, file: Path) -> str:
    docs = values.get("docs_dir", "docs")
    if not isinstance(docs, str):
        raise ConfigurationError(f"{file}: docs_dir", "a text is expected", "name the folder of the pages")
    if wishes.docs_dir is not None and os.path.normpath(wishes.docs_dir) != os.path.normpath(docs):
        raise ConfigurationError(f"{file}: docs_dir", f"it is '{docs}' there", "leave --docs-dir out, or change it")
    return docs


def _inside(root: Path, docs: str, *, existing: bool) -> Path:
    docs_dir = Path(os.path.normpath(root / docs))
    if not existing and docs_dir == root:
        raise ConfigurationError("--docs-dir", "MkDocs wants the pages in a folder of their own", "name one: docs")
    within(docs_dir, root)
    return docs_dir


def _options(values: Mapping[str, Any] | None, wishes: _Wishes, docs_dir: Path, file: Path) -> dict[str, Any]:
    """Return the plugin's options: those it has, or else those that were asked for."""
    if values is not None and (written := written_options(values)) is not None:
        own = dict(written)
        for key, wish in wishes.options.items():
            if own.get(key, getattr(Options(), key)) != wish:
                option = f"--{key.replace('_', '-')}"
                remedy = f"change '{key}' there, and leave {option} out"
                raise ConfigurationError(f"{file}: plugins: gbm", "the plugin is configured already", remedy)
        return own
    found = next((folder for folder in _ARCHITECTURE if (docs_dir / folder).is_dir()), _ARCHITECTURE[0])
    detected = {"architecture_dir": found} if found != Options().architecture_dir else {}
    return {**detected, **wishes.options}


def _author(wishes: _Wishes, proposed: str, *, asking: bool) -> Author:
    name = wishes.name or (click.prompt("Name of what is documented", proposed) if asking else proposed)
    owner = wishes.owner
    if owner is None:
        owner = click.prompt("Its owner (a team, a channel; may stay empty)", "", show_default=False) if asking else ""
    return Author(name, owner, clock.authors_day().isoformat())


def _configure(start: _Start, maker: Maker) -> str | None:
    """Put the plugin into the configuration, and return what is left to be done by hand."""
    file = start.config_file
    if start.values is None:
        docs = os.path.relpath(start.docs_dir, start.root)
        own = {key: value for key, value in start.own.items() if key != "architecture_dir"}
        where = start.options.architecture_dir
        text = embedded_text(start.author.component, docs, where, edit_url(start.root, start.docs_dir), own)
        maker.make(file, text)
        return None
    if mkdocs_yml.has_plugin(start.values):
        maker.tell("exists", file)
        return None
    real = within(file, start.root)
    changed = _changed(real, start, _inherited(file))
    if changed is None:
        lines = mkdocs_yml.lines_to_add(start.own).replace("\n", "\n  ").rstrip()
        return f"the plugin cannot be added safely; add these lines:\n  {lines}"
    maker.write(file, real, changed, "change")
    return None


def _changed(file: Path, start: _Start, inherited: Mapping[str, Any] | None) -> str | None:
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None  # YAML may be UTF-16 as well
    if "site_name" not in (start.values or {}):
        text = mkdocs_yml.with_name(text, start.author.component)
    return mkdocs_yml.with_plugin(text, start.own, inherited)


def _inherited(file: Path) -> Mapping[str, Any] | None:
    parent = parse_settings(file.read_bytes(), file).get("INHERIT")
    return read_settings(file.parent / str(parent)) if parent else None


def _make_pages(start: _Start, expected: Expected, maker: Maker) -> dict[str, str]:
    """Make the pages of all components, and return the last one's by slug."""
    by_name = {layout.component.name: layout for layout in expected.layouts}
    paths: dict[str, str] = {}
    for layout in expected.layouts:
        parent = by_name.get(layout.component.inherit) if layout.component.inherit else None
        waived = {**start.options.not_applicable, **layout.component.not_applicable}
        wanted = [slug for slug in pages.slugs_of(start.standard) if slug not in waived and not parent]
        paths = {slug: layout.expected[slug] for slug in wanted if not pages.is_pattern(layout.expected[slug])}
        author = replace(start.author, component=layout.component.name or start.author.component)
        for slug in wanted:
            if slug not in paths:
                tell(f"{slug}: no page is made for 'pages: {slug}: {layout.expected[slug]}', which names none")
                continue
            file = expected.file(paths[slug])
            inside = expected.docs_dir if file == expected.docs_dir / paths[slug] else start.root
            maker.make(file, pages.page_for(slug, start.standard, author), inside)
    return paths


def _make_home(start: _Start, docs_dir: Path, paths: Mapping[str, str], maker: Maker) -> None:
    """Make the home page, unless there is one: in the folder of the first language, or for all languages."""
    places = [folder / name for folder in dict.fromkeys((docs_dir, start.docs_dir)) for name in pages.HOME]
    home = next(filter(Path.exists, places), places[0])
    text = pages.home_page(start.author.component, paths, start.standard)
    maker.make(home, text, start.docs_dir)
