"""The documentation that is to be adopted: with a `mkdocs.yml` or without, with the plugin in it or without."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs_gbm import standard as standards
from mkdocs_gbm.adopt.beside import look_beside
from mkdocs_gbm.adopt.folders import asked_folder, folder_of
from mkdocs_gbm.adopt.included import Included, included_in
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.options import Options, parse
from mkdocs_gbm.project.find import NAMES, below_pages, elsewhere
from mkdocs_gbm.project.language import FirstLanguage, first_language
from mkdocs_gbm.project.plugins import options_of, written_options
from mkdocs_gbm.project.settings_file import read_settings
from mkdocs_gbm.standard import Standard

_DOCS = (".gobuildme/docs", "docs")
"""Where the pages of a repository without `mkdocs.yml` may be."""
_ARCHITECTURE = ("technical/architecture", "architecture")
"""Where the architecture may be below them."""


@dataclass(frozen=True, slots=True)
class Site:
    """What there is to adopt."""

    root: Path
    """The folder that paths are told from, absolute: that of `mkdocs.yml`, where there is one."""
    config_file: Path | None
    values: Mapping[str, Any]
    """What the configuration says; empty where there is none."""
    docs_dir: Path
    """The folder of the pages, absolute."""
    given: Mapping[str, Any] | None
    """What the configuration says of the plugin; none where it is not in it."""
    named: Mapping[str, str]
    """Options that are to be said beside those: named on the command line, or seen from the folders."""
    options: Options
    standard: Standard

    @property
    def name(self) -> str:
        """Return the site's name."""
        return str(self.values.get("site_name", self.root.name))

    @property
    def knows_folder(self) -> bool:
        """Whether the folder of the architecture documentation was named, or is there."""
        said = "architecture_dir" in {**(self.given or {}), **self.named}
        return said or self.folder(self.options.architecture_dir).is_dir()

    @property
    def home(self) -> str | None:
        """Return the folder of the repository's own architecture, relative to `docs_dir`, where it is there."""
        folder = self.options.architecture_dir
        return folder if folder and self.folder(folder).is_dir() else None

    @property
    def language(self) -> FirstLanguage:
        """Return the language whose pages are looked at."""
        return first_language(self.values)

    @property
    def included(self) -> tuple[Included, ...]:
        """Return the sites that are parts of it."""
        return included_in(self.values, self.root)

    def folder(self, named: str) -> Path:
        """Return a folder of pages, from its path as the options have it."""
        return folder_of(named, self.docs_dir, self.language)

    @property
    def says_where(self) -> bool:
        """Whether the configuration already tells where the architecture is."""
        return bool((self.given or {}).keys() & {"architecture_dir", "components", "pages"})

    @property
    def left_out(self) -> str:
        """Return which pages are not published, line by line as in `.gitignore`."""
        said = (self.values.get("exclude_docs"), self.values.get("draft_docs"))
        return "\n".join(text for text in said if isinstance(text, str))


def find_site(
    directory: Path, config_file: Path | None = None, architecture_dir: str | None = None, standard: str | None = None
) -> Site:
    """Find the documentation to adopt.

    Args:
        directory: Where to look, and what the other paths are relative to.
        config_file: The site's configuration, where it was named.
        architecture_dir: The folder of the architecture, where it was named: with a configuration relative to the
            pages' folder, or else to `directory`; without one to that.
        standard: The standard, where it was named.

    Raises:
        ConfigurationError: If there are no pages, or what there is cannot be used.
    """
    file = directory / config_file if config_file else next(filter(Path.is_file, (directory / n for n in NAMES)), None)
    root = (file.parent if file else directory).absolute()
    values = read_settings(file) if file else {}
    docs_dir = _configured(values, file) if file else _bare(root, architecture_dir)
    if architecture_dir is not None and file:
        below = below_pages(architecture_dir, directory, file) or architecture_dir
        architecture_dir = asked_folder(below, docs_dir, root, first_language(values))
    elif architecture_dir is not None:
        architecture_dir = os.path.relpath(root / architecture_dir, docs_dir)
    given = options_of(values, file) if file and written_options(values) is not None else None
    named = _named(given, values, docs_dir, {"architecture_dir": architecture_dir, "standard": standard})
    said = {**(given or {}), **named}
    if architecture_dir is not None:  # the one folder that was named is looked at, and no component
        said.pop("components", None)
    options = replace(parse(said), standard_named=standard is not None)
    found = standards.load(options.standard, root, named=options.standard_named)
    options.check(found)
    return Site(root, file.absolute() if file else None, values, docs_dir, given, named, options, found)


def _configured(values: Mapping[str, Any], file: Path) -> Path:
    docs = values.get("docs_dir", "docs")
    if not isinstance(docs, str):
        raise ConfigurationError(f"{file}: docs_dir", "a text is expected", "name the folder of the pages")
    return _folder(file.parent.absolute() / docs)


def _bare(root: Path, architecture_dir: str | None) -> Path:
    """Return the folder of the pages where no configuration names one."""
    if architecture_dir is not None:
        named = _folder(root / architecture_dir)
        above = (root / docs for docs in _DOCS)
        return next((docs for docs in above if named.is_relative_to(docs)), named)
    found = next((root / docs for docs in _DOCS if (root / docs).is_dir()), None)
    if found is None and look_beside(root, root / _DOCS[-1]):
        return root / _DOCS[-1]  # it is made with the configuration
    if found is None:
        places = " nor ".join(("a mkdocs.yml", *_DOCS))
        remedy = elsewhere(root) or "name a folder of pages with --architecture-dir, or begin with 'gbm init'"
        raise ConfigurationError(str(root), f"there is neither {places}", remedy)
    return found


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise ConfigurationError(str(path), "no such folder", "name the folder of the pages")
    return path


def _named(
    given: Mapping[str, Any] | None, values: Mapping[str, Any], docs_dir: Path, asked: Mapping[str, str | None]
) -> dict[str, str]:
    """Return the options to say beside those given: those that were asked for, and a folder that is there."""
    own = given or {}
    named = {key: value for key, value in asked.items() if value is not None and value != own.get(key)}
    if asked["architecture_dir"] is None and not own.keys() & {"architecture_dir", "components"}:
        language = first_language(values)
        found = next((each for each in _ARCHITECTURE if folder_of(each, docs_dir, language).is_dir()), None)
        if found is not None and found != Options().architecture_dir:
            named["architecture_dir"] = found
    return named
