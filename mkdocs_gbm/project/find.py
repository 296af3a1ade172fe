"""Find a project's documentation: by its `mkdocs.yml` or `zensical.toml`, by a named folder, by GoBuildMe's habits."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from mkdocs_gbm import standard as standards
from mkdocs_gbm.errors import OPTIONS, ConfigurationError
from mkdocs_gbm.keys import kind_of
from mkdocs_gbm.options import Options, parse
from mkdocs_gbm.project import zensical
from mkdocs_gbm.project.plugins import options_of, plugins_of
from mkdocs_gbm.project.project import Asked, Project
from mkdocs_gbm.project.settings_file import Opaque, parse_settings, read_settings

NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""What MkDocs calls a configuration, and ProperDocs, which goes on with MkDocs 1; the first is what we make."""
#: Where a repository without `mkdocs.yml` may keep its pages, and the architecture below them.
PLACES = (
    (".gobuildme/docs", "technical/architecture"),
    ("docs", "technical/architecture"),
    ("docs", "architecture"),
)


def find_project(
    directory: Path, config_file: Path | None = None, architecture_dir: str | None = None, standard: str | None = None
) -> Project:
    """Find the documentation that a command is about.

    Args:
        directory: Where to look, and what the other paths are relative to.
        config_file: The site's configuration, where it was named.
        architecture_dir: The folder of the architecture documentation, where it was named.
        standard: The standard, where it was named.

    Raises:
        ConfigurationError: If there is none, or what there is cannot be used.
    """
    file = directory / config_file if config_file else _configuration(directory)
    if file is not None:
        project = _configured(file.absolute(), below_pages(architecture_dir, directory, file), standard)
    else:
        project = _bare(directory.absolute(), architecture_dir, standard)
    asked = Asked(config_file, architecture_dir, standard)
    return replace(project, asked=asked, runs_in=directory.absolute())


def configuration_in(directory: Path, config_file: Path | None = None) -> Path | None:
    """Return the site's configuration: the one that was named, or what stands in a folder under its usual names."""
    if config_file:
        return directory / config_file
    return next((directory / name for name in NAMES if os.path.lexists(directory / name)), None)


def elsewhere(root: Path) -> str:
    """Return what to do where there is no configuration: use that of a folder above or right below, if there is one."""
    for folder in (*_above(root), *_right_below(root)):
        if name := next((name for name in NAMES if (folder / name).is_file()), None):
            return f"there is a {name} in {folder}: work there, with -C {os.path.relpath(folder, Path.cwd())}"
    return ""


def _above(root: Path) -> Iterator[Path]:
    """Yield the folders above one, the nearest first, up to that of its repository."""
    for folder, outer in pairwise((root, *root.parents)):
        if (folder / ".git").exists():
            break
        yield outer


def _right_below(root: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(folder for folder in root.iterdir() if folder.is_dir())
    return []


def _configuration(directory: Path) -> Path | None:
    """Return the configuration in a folder: that of Zensical where it holds our options, or where there is no other."""
    theirs = directory / zensical.NAME
    if zensical.configures(theirs):
        return theirs
    return configuration_in(directory) or (theirs if theirs.is_file() else None)


@contextmanager
def options_in(file: Path | None) -> Iterator[None]:
    """Tell the file in a mistake in the plugin's options."""
    try:
        yield
    except ConfigurationError as error:
        raise error.in_file(file) from None


def _configured(file: Path, architecture_dir: str | None, standard: str | None) -> Project:
    of_zensical = file.suffix == ".toml"
    values = _settings(file)
    given = options_of(values, file)
    docs = values.get("docs_dir", "docs")
    if isinstance(docs, Opaque) or not isinstance(docs, str):
        what = f"a text is expected, not {kind_of(docs)}"
        raise ConfigurationError(f"{file}: docs_dir", what, "name the folder of the pages")
    docs_dir = file.parent / docs
    if not docs_dir.is_dir():
        raise ConfigurationError(f"{file}: docs_dir", f"there is no folder {docs}", "name the folder of the pages")
    own = {**given, "architecture_dir": architecture_dir} if architecture_dir is not None else dict(given)
    if architecture_dir is not None:  # the one folder that was named is judged, and no component
        own.pop("components", None)
    if standard is not None:  # whatever the configuration says of it, right or wrong
        own.pop("standard", None)
    config_file = None if of_zensical else file
    with options_in(file):
        options = _held_to(standard, _parsed(own, named=architecture_dir is not None))
        return Project(file.parent, config_file, values, docs_dir, options, _standard(options, file.parent))


def _held_to(standard: str | None, options: Options) -> Options:
    """Return the options with the standard that the command line named, where it did."""
    return options if standard is None else replace(options, standard=standard, standard_named=True)


def _parsed(own: Mapping[str, Any], *, named: bool) -> Options:
    """Read the options, of which the command line may have named the folder."""
    try:
        return parse(own)
    except ConfigurationError as error:
        if named and error.where == f"{OPTIONS}: architecture_dir":
            raise ConfigurationError("--architecture-dir", error.problem, error.remedy) from None
        raise


def below_pages(named: str | None, directory: Path, file: Path) -> str | None:
    """Return a folder that the command line named relative to `docs_dir`, from which it may be told as well."""
    docs = _settings(file).get("docs_dir", "docs") if named is not None else ""
    if named is None or not isinstance(docs, str):
        return named
    docs_dir = os.path.abspath(file.parent / docs)
    here = os.path.abspath(directory / named)
    below = os.path.relpath(here, docs_dir)
    inside = not below.startswith("..")
    return below if os.path.isdir(here) and inside and not os.path.isdir(os.path.join(docs_dir, named)) else named


def _settings(file: Path) -> dict[str, Any]:
    return zensical.settings_of(file) if file.suffix == ".toml" else read_settings(file)


def _bare(root: Path, architecture_dir: str | None, standard: str | None) -> Project:
    from mkdocs_gbm.project.embedded import text_for  # noqa: PLC0415 - asks git, and most sites have a configuration

    docs_dir, below = _folders(root, architecture_dir)
    text = text_for(root, docs_dir, below, None if architecture_dir is None else {})
    values = parse_settings(text, "the embedded configuration")
    options = _held_to(standard, parse(plugins_of(values)["gbm"]))
    return Project(root, None, values, docs_dir, options, _standard(options, root), embedded=text)


def _folders(root: Path, architecture_dir: str | None) -> tuple[Path, str]:
    if architecture_dir is not None:
        folder = root / architecture_dir
        if not folder.is_dir():
            what = "is a file, and no folder" if folder.exists() else "no such folder"
            raise ConfigurationError(str(folder), what, "name the folder of the architecture documentation")
        return folder, "."
    for docs, below in PLACES:
        if (root / docs / below).is_dir():
            return root / docs, below
    if not root.is_dir():
        raise ConfigurationError(str(root), "no such folder", "name the project's with -C")
    raise ConfigurationError(
        str(root),
        "there is neither a mkdocs.yml nor a folder of architecture documentation",
        elsewhere(root) or "name one with --architecture-dir, or begin with 'gbm init'",
    )


def _standard(options: Options, root: Path) -> standards.Standard:
    standard = standards.load(options.standard, root, named=options.standard_named)
    options.check(standard)
    return standard
