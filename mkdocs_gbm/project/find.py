"""Find a project's documentation: by its `mkdocs.yml` or `zensical.toml`, by a named folder, by GoBuildMe's habits."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs_gbm import standard as standards
from mkdocs_gbm.boundary import refuse_outside
from mkdocs_gbm.errors import OPTIONS, ConfigurationError, nearest
from mkdocs_gbm.keys import Keys, kind_of
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
        """Return the path of the file of excused findings, which may not be there, symbolic links followed.

        Raises:
            ConfigurationError: If it leads out of the project.
        """
        return baseline_at(self.root, self.options)


def baseline_at(root: Path, options: Options) -> Path:
    """Return the path of the file of excused findings, symbolic links followed.

    Args:
        root: The folder of `mkdocs.yml`.
        options: Name the file.

    Raises:
        ConfigurationError: If it leads out of the project.
    """
    file = root / options.baseline
    refuse_outside("plugins: gbm: baseline", options.baseline, file, root)
    return file.resolve() if file.is_symlink() else file


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
        project = _configured(file.absolute(), _below_pages(architecture_dir, directory, file))
    else:
        project = _bare(directory.absolute(), architecture_dir)
    asked = Asked(config_file, architecture_dir, standard)
    project = replace(project, asked=asked, runs_in=directory.absolute())
    return with_standard(project, standard) if standard is not None else project


def configuration_in(directory: Path, config_file: Path | None = None) -> Path | None:
    """Return the site's configuration: the one that was named, or what stands in a folder under its usual names."""
    if config_file:
        return directory / config_file
    return next((directory / name for name in NAMES if os.path.lexists(directory / name)), None)


def above(root: Path) -> str:
    """Return what to do where there is no configuration: use the one in a folder above, if there is one."""
    for folder in root.parents:
        if any((folder / name).is_file() for name in NAMES):
            return f"there is a mkdocs.yml in {folder}: work there, with -C {os.path.relpath(folder, Path.cwd())}"
        if (folder / ".git").exists():
            break
    return ""


def _configuration(directory: Path) -> Path | None:
    """Return the configuration in a folder: that of Zensical where it holds our options, or where there is no other."""
    theirs = directory / zensical.NAME
    if zensical.configures(theirs):
        return theirs
    return configuration_in(directory) or (theirs if theirs.is_file() else None)


def with_standard(project: Project, name: str) -> Project:
    """Return the project, held to another standard."""
    options = replace(project.options, standard=name, standard_named=True)
    with options_in(project.config_file):
        return replace(project, options=options, standard=_standard(options, project.root))


@contextmanager
def options_in(file: Path | None) -> Iterator[None]:
    """Tell the file in a mistake in the plugin's options."""
    try:
        yield
    except ConfigurationError as error:
        raise error.in_file(file) from None


def options_of(values: Mapping[str, Any], file: Path) -> Mapping[str, Any]:
    """Return the plugin's options in a configuration.

    Raises:
        ConfigurationError: If the plugin is not in it, or in no way that MkDocs reads.
    """
    listed = values.get("plugins")
    if listed is not None and not isinstance(listed, list | dict):
        what = f"a list is expected, not {kind_of(listed)}"
        raise ConfigurationError(f"{file}: plugins", what, "write 'plugins: [search, gbm]'")
    for entry in listed if isinstance(listed, list) else []:
        if isinstance(entry, dict) and len(entry) > 1 and "gbm" in entry:
            what = f"one entry holds more than one plugin ({', '.join(map(str, entry))})"
            remedy = "begin each plugin with '- ', and indent its options deeper"
            raise ConfigurationError(f"{file}: plugins", what, remedy)
    given = [(name, options) for name, options in _entries_of(values) if name == "gbm"]
    if not given:
        close = next((name for name, _ in _entries_of(values) if nearest(name, ["gbm"])), None)
        remedy = f"write 'gbm' in place of '{close}'" if close else "add '- gbm' under 'plugins:'"
        raise ConfigurationError(str(file), "the plugin 'gbm' is not in it", remedy)
    if len(given) > 1:
        raise named_twice(file)
    options = given[0][1]
    if options not in (None, "", [], {}) and not isinstance(options, dict):
        what = f"a mapping is expected, not {kind_of(options)}"
        raise ConfigurationError(f"{file}: {OPTIONS}", what, "write 'key: value' lines")
    Keys(f"{file}: {OPTIONS}", options or {}, options or {}).boolean("enabled", default=True)
    found = plugins_of(values).get("gbm")
    if found is None:
        raise ConfigurationError(f"{file}: {OPTIONS}", "the plugin is switched off", "take 'enabled: false' out")
    return found


def named_twice(file: object) -> ConfigurationError:
    """Return the mistake of two entries of the plugin, of which each would judge for itself."""
    return ConfigurationError(f"{file}: plugins", "the plugin 'gbm' stands there twice", "keep one, with all options")


def plugins_of(values: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the plugins that a configuration lists and has not switched off, with their options, in order."""
    given = {name: options if isinstance(options, dict) else {} for name, options in _entries_of(values)}
    # MkDocs takes `enabled` away from each plugin that has no such option of its own, as this one.
    return {
        name: {key: value for key, value in options.items() if key != "enabled"}
        for name, options in given.items()
        if options.get("enabled") is not False
    }


def _entries_of(values: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return the plugins that are listed, with their options."""
    listed = values.get("plugins", ["search"])
    if isinstance(listed, dict):
        return [(str(name), options) for name, options in listed.items()]
    entries = listed if isinstance(listed, list) else []
    pairs = [next(iter(entry.items())) if isinstance(entry, dict) and entry else (entry, {}) for entry in entries]
    return [(str(name), options) for name, options in pairs]


def _configured(file: Path, architecture_dir: str | None) -> Project:
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
    config_file = None if of_zensical else file
    with options_in(file):
        options = _parsed(own, named=architecture_dir is not None)
        return Project(file.parent, config_file, values, docs_dir, options, _standard(options, file.parent))


def _parsed(own: Mapping[str, Any], *, named: bool) -> Options:
    """Read the options, of which the command line may have named the folder."""
    try:
        return parse(own)
    except ConfigurationError as error:
        if named and error.where == f"{OPTIONS}: architecture_dir":
            raise ConfigurationError("--architecture-dir", error.problem, error.remedy) from None
        raise


def _below_pages(named: str | None, directory: Path, file: Path) -> str | None:
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
        above(root) or "name one with --architecture-dir, or begin with 'gbm init'",
    )


def _standard(options: Options, root: Path) -> standards.Standard:
    standard = standards.load(options.standard, root, named=options.standard_named)
    options.check(standard)
    return standard
