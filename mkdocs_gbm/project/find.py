"""Find a project's documentation: by its `mkdocs.yml` or `zensical.toml`, by a named folder, by GoBuildMe's habits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs_gbm import standard as standards
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.options import Options, parse
from mkdocs_gbm.project import zensical
from mkdocs_gbm.project.settings_file import Opaque, parse_settings, read_settings

NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""What MkDocs calls a configuration, and ProperDocs, which goes on with MkDocs 1; the first is what we make."""
#: Where a repository without `mkdocs.yml` may keep its pages, and the architecture below them.
PLACES = (
    (".gobuildme/docs", "technical/architecture"),
    ("docs", "technical/architecture"),
    ("docs", "architecture"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody said of the project, so that it can be found again in another folder."""

    config_file: Path | None = None
    """The site's configuration."""
    architecture_dir: str | None = None
    """The folder of the architecture documentation: with a configuration, in place of its own `architecture_dir`;
    without one, the folder that is judged."""
    standard: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """One project's documentation."""

    root: Path
    """The folder that paths are told from, absolute: that of `mkdocs.yml`, where there is one."""
    config_file: Path | None
    """The site's `mkdocs.yml`, absolute; none where the embedded configuration serves, or Zensical's does."""
    values: Mapping[str, Any]
    """What the configuration says, as it was read; the embedded one's values where there is none."""
    docs_dir: Path
    """The folder of the site's pages, absolute."""
    options: Options
    standard: standards.Standard
    asked: Asked = Asked()
    embedded: str = ""
    """The embedded configuration as text, where there is no `mkdocs.yml`: read as if it stood in `root`."""
    runs_in: Path = Path()
    """The folder that the site is built in: what extensions read by relative paths, as snippets, is told from it."""

    @property
    def name(self) -> str:
        """Return the site's name."""
        return str(self.values.get("site_name", self.root.name))

    @property
    def architecture_dir(self) -> Path:
        """Return the folder of the architecture documentation, absolute."""
        return self.docs_dir / self.options.architecture_dir

    @property
    def baseline_file(self) -> Path:
        """Return the path of the file of excused findings, which may not be there."""
        return self.root / self.options.baseline


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
        project = _configured(file.absolute(), architecture_dir)
    else:
        project = _bare(directory.absolute(), architecture_dir)
    asked = Asked(config_file, architecture_dir, standard)
    project = replace(project, asked=asked, runs_in=directory.absolute())
    return with_standard(project, standard) if standard else project


def _configuration(directory: Path) -> Path | None:
    """Return the configuration in a folder: that of Zensical where it holds our options, or where there is no other."""
    theirs = directory / zensical.NAME
    if zensical.configures(theirs):
        return theirs
    return next(filter(Path.is_file, (*(directory / name for name in NAMES), theirs)), None)


def with_standard(project: Project, name: str) -> Project:
    """Return the project, held to another standard."""
    options = replace(project.options, standard=name, standard_named=True)
    return replace(project, options=options, standard=_standard(options, project.root))


def plugins_of(values: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the plugins that a configuration lists and has not switched off, with their options, in order."""
    listed = values.get("plugins", ["search"])
    entries = list(listed.items()) if isinstance(listed, dict) else _entries(listed)
    given = {str(name): options if isinstance(options, dict) else {} for name, options in entries}
    # MkDocs takes `enabled` away from each plugin that has no such option of its own, as this one.
    return {
        name: {key: value for key, value in options.items() if key != "enabled"}
        for name, options in given.items()
        if options.get("enabled") is not False
    }


def _entries(listed: object) -> list[tuple[str, Any]]:
    entries = listed if isinstance(listed, list) else []
    pairs = [next(iter(entry.items())) if isinstance(entry, dict) and entry else (entry, {}) for entry in entries]
    return [(str(name), options) for name, options in pairs]


def _configured(file: Path, architecture_dir: str | None) -> Project:
    of_zensical = file.suffix == ".toml"
    values = zensical.settings_of(file) if of_zensical else read_settings(file)
    given = plugins_of(values).get("gbm")
    if given is None:
        raise ConfigurationError(str(file), "the plugin 'gbm' is not in it", "add '- gbm' under 'plugins:'")
    docs = values.get("docs_dir", "docs")
    if isinstance(docs, Opaque) or not isinstance(docs, str):
        raise ConfigurationError(f"{file}: docs_dir", "a text is expected", "name the folder of the pages")
    docs_dir = file.parent / docs
    if not docs_dir.is_dir():
        raise ConfigurationError(f"{file}: docs_dir", f"there is no folder {docs}", "name the folder of the pages")
    own = {**given, "architecture_dir": architecture_dir} if architecture_dir is not None else dict(given)
    if architecture_dir is not None:  # the one folder that was named is judged, and no component
        own.pop("components", None)
    options = parse(own)
    config_file = None if of_zensical else file
    return Project(file.parent, config_file, values, docs_dir, options, _standard(options, file.parent))


def _bare(root: Path, architecture_dir: str | None) -> Project:
    from mkdocs_gbm.project.embedded import text_for  # noqa: PLC0415 - asks git, and most sites have a configuration

    docs_dir, below = _folders(root, architecture_dir)
    text = text_for(root, docs_dir, below, None if architecture_dir is None else {})
    values = parse_settings(text, "the embedded configuration")
    options = parse(plugins_of(values)["gbm"])
    return Project(root, None, values, docs_dir, options, _standard(options, root), embedded=text)


def _folders(root: Path, architecture_dir: str | None) -> tuple[Path, str]:
    if architecture_dir is not None:
        folder = root / architecture_dir
        if not folder.is_dir():
            raise ConfigurationError(str(folder), "no such folder", "name the folder of the architecture documentation")
        return folder, "."
    for docs, below in PLACES:
        if (root / docs / below).is_dir():
            return root / docs, below
    raise ConfigurationError(
        str(root),
        "there is neither a mkdocs.yml nor a folder of architecture documentation",
        "name one with --architecture-dir, or begin with 'gbm init'",
    )


def _standard(options: Options, root: Path) -> standards.Standard:
    standard = standards.load(options.standard, root, named=options.standard_named)
    options.check(standard)
    return standard
