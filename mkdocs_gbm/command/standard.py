"""`gbm standard`: what a standard requires, what changed between two, and one to edit."""

import sys
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

import click

from mkdocs_gbm import standard as standards
from mkdocs_gbm.assess.declared import as_judged
from mkdocs_gbm.command.begin import Maker
from mkdocs_gbm.command.common import plain_errors, tell_remarks
from mkdocs_gbm.command.saying import say
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.files import UNFINISHED
from mkdocs_gbm.options import parse
from mkdocs_gbm.output.standards import differences_json, differences_text, to_json, to_markdown, to_text
from mkdocs_gbm.project.find import NAMES
from mkdocs_gbm.project.plugins import plugins_of
from mkdocs_gbm.project.settings_file import read_settings
from mkdocs_gbm.standard import Standard
from mkdocs_gbm.standard.diff import differences
from mkdocs_gbm.standard.write import templates_of

_DIFFERENT = 1
_FORMATS = {"text": to_text, "json": to_json, "markdown": to_markdown}


@click.group()
def standard() -> None:
    """Show, compare and export standards.

    A STANDARD is a bundled one's name, a folder of page templates, a persona partial (a Markdown file), package:NAME,
    or a persona whose partial the project has. Where none is named it is the one that the project is held to.

    \b
    Examples:
      gbm standard show
      gbm standard diff backend_engineer .gobuildme/templates/personas/partials/sre/architecture.md
      gbm standard export our-standard
    """  # noqa: D301 - click's mark for lines that are not to be wrapped


def _in_project(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say which project it is about; it takes a function that loads standards."""

    @click.option(
        "-f", "--config-file", type=click.Path(path_type=Path), help="The site's configuration.  [default: mkdocs.yml]"
    )
    @click.option(
        "-C", "--directory", type=click.Path(path_type=Path), default=Path(), help="Work in this folder instead."
    )
    @wraps(command)
    def found(config_file: Path | None, directory: Path, **arguments: Any) -> None:
        folder = directory.absolute()
        named = [folder / config_file] if config_file else [folder / name for name in NAMES]
        file = named[0] if config_file else next(filter(Path.is_file, named), None)

        def load(name: str | None) -> Standard:
            root = file.parent if file else folder
            own = name or (_configured(file) if file else None)
            loaded = standards.load(own, root, named=name is not None)
            tell_remarks(loaded)
            return as_judged(loaded)

        command(load=load, directory=folder, **arguments)

    return plain_errors(found)


def _configured(file: Path) -> str | None:
    return parse(plugins_of(read_settings(file)).get("gbm") or {}).standard


@standard.command()
@click.argument("name", metavar="[STANDARD]", required=False)
@click.option(
    "--format", "form", type=click.Choice(list(_FORMATS)), default="text", show_default=True, help="How it is printed."
)
@_in_project
def show(load: Callable[[str | None], Standard], directory: Path, *, name: str | None, form: str) -> None:
    """Tell what a standard requires.

    \b
    Examples:
      gbm standard show
      gbm standard show backend_engineer --format json
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    del directory
    say(_FORMATS[form](load(name)))


@standard.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How it is printed.",
)
@_in_project
def diff(load: Callable[[str | None], Standard], directory: Path, *, old: str, new: str, form: str) -> None:
    """Tell what changed between two standards.

    A line for each topic, section, alias and checklist item that was added (+), taken out (-) or changed (~).

    Exit code 0: nothing; 1: something; 2: wrong use, or a standard that cannot be read.

    Example: gbm standard diff backend_engineer our-standard
    """
    del directory
    standards_of = load(old), load(new)
    found = differences(*standards_of)
    say(differences_json(*standards_of, found) if form == "json" else differences_text(found))
    sys.exit(_DIFFERENT if found else 0)


@standard.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--standard", "name", metavar="STANDARD", help="Which one.  [default: the project's]")
@_in_project
def export(load: Callable[[str | None], Standard], directory: Path, *, folder: Path, name: str | None) -> None:
    """Write a standard as a folder of page templates to edit.

    Nothing is overwritten: DIR is a new folder, or an empty one, or what an interrupted export left. Name it under
    'standard:' to be held to it.

    \b
    Examples:
      gbm standard export our-standard
      gbm standard export our-standard --standard backend_engineer
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    target = directory / folder
    templates = templates_of(load(name))
    if target.exists() and not (target.is_dir() and all(_is_left_over(file, templates) for file in target.iterdir())):
        raise ConfigurationError(str(folder), "exists already", "name a folder that is new or empty")
    maker = Maker(directory, dry=False)
    for file, text in templates.items():
        maker.make(target / file, text, target)


def _is_left_over(file: Path, templates: Mapping[str, str]) -> bool:
    """Say whether a file is what an earlier export of the same standard left behind when it was interrupted."""
    if file.name.startswith(UNFINISHED):
        return True
    return file.name in templates and file.is_file() and file.read_bytes() == templates[file.name].encode("utf-8")
