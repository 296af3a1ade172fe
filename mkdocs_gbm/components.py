"""The components of a site as its configuration names them: one by one, or many by a glob."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from mkdocs_gbm.assess import Component, Settings, Severity
from mkdocs_gbm.assess.waivers import waiver_of_page
from mkdocs_gbm.boundary import relative_path
from mkdocs_gbm.errors import ConfigurationError, did_you_mean
from mkdocs_gbm.globs import is_glob, matched
from mkdocs_gbm.keys import Keys, kind_of

_WHERE = "plugins: gbm: components"
#: What a component may say of itself; all but the first two are the plugin's own options of the same name.
KEYS = ("dir", "inherit", "pages", "aliases", "severity", "not_applicable")
#: Folders that say nothing of whose documentation they hold.
_COMMON = ("architecture", "technical", "docs", "documentation")
_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class ComponentChoice:
    """A component, or as many as a glob finds, with options of its own."""

    name: str
    """What it is called; a `*` in it stands for what the folder's glob matched."""
    directory: str
    """Its folder or a glob of folders, relative to `docs_dir`."""
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    topic_severity: Mapping[str, Mapping[str, Severity]] = field(default_factory=dict)
    not_applicable: Mapping[str, str] = field(default_factory=dict)
    """Topics that it does not have by nature: slug (or `checklist`) to the reason."""
    inherit: str | None = None
    """The component from which it takes the sections that it lacks itself."""

    def held_to(self, component: Component, settings: Settings, not_applicable: Mapping[str, str]) -> Component:
        """Return the component as it is to be judged.

        Args:
            component: Its pages, by the site's name.
            settings: How strictly the whole site is judged.
            not_applicable: What the whole site does not have by nature.
        """
        said = {slug: waiver_of_page(reason) for slug, reason in {**not_applicable, **self.not_applicable}.items()}
        return replace(
            component,
            name=self.name or component.name,
            settings=self._settings(settings),
            not_applicable={slug: waiver for slug, waiver in said.items() if waiver},
            inherit=self.inherit,
        )

    def _settings(self, usual: Settings) -> Settings | None:
        """Return how strictly it is judged; nothing where that is as on the whole site."""
        if not (self.aliases or self.severity or self.topic_severity):
            return None
        return replace(
            usual,
            severity={**usual.severity, **self.severity},
            topic_severity=_merged(usual.topic_severity, self.topic_severity),
            aliases={slug: _joined(usual.aliases, self.aliases, slug) for slug in {**usual.aliases, **self.aliases}},
        )


class Shared(Protocol):
    """The options that a component shares with the plugin, as the plugin's are read."""

    @property
    def pages(self) -> Mapping[str, tuple[str, ...]]: ...  # noqa: D102 - as in `Options`
    @property
    def aliases(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]: ...  # noqa: D102
    @property
    def severity(self) -> Mapping[str, Severity]: ...  # noqa: D102
    @property
    def topic_severity(self) -> Mapping[str, Mapping[str, Severity]]: ...  # noqa: D102
    @property
    def not_applicable(self) -> Mapping[str, str]: ...  # noqa: D102


def parse_components(given: object, parse: Callable[[Mapping[str, Any]], Shared]) -> tuple[ComponentChoice, ...]:
    """Read what stands under `components:`.

    Args:
        given: A mapping of names to folders or mappings, a glob, or a list of globs.
        parse: Reads the options that a component shares with the plugin.

    Raises:
        ConfigurationError: If it is none of these, or something in it is wrong.
    """
    if given is None:
        return ()
    if isinstance(given, str):
        given = [given]
    if isinstance(given, list) and given:
        choices = [_from_folder(entry) for entry in given]
    elif isinstance(given, dict) and given:
        choices = [_from_entry(str(name), entry, parse) for name, entry in given.items()]
    else:
        found = "an empty one" if given in ({}, []) else kind_of(given)
        raise ConfigurationError(
            _WHERE, f"names with folders are expected, not {found}", "write 'Orders: services/orders/architecture'"
        )
    check_names(choices)
    return tuple(choices)


def check_names(choices: Iterable[ComponentChoice]) -> None:
    """Compare the names of components with one another.

    Raises:
        ConfigurationError: If two are the same in addresses.
    """
    taken: dict[str, ComponentChoice] = {}
    for choice in choices:
        other = taken.setdefault(slug_of(choice.name), choice)
        if other is not choice:
            problem = f"'{choice.name}' ({choice.directory}) and '{other.name}' ({other.directory}) have one name"
            raise ConfigurationError(_WHERE, problem, "give one of them another name")


def check_inheritance(choices: Iterable[ComponentChoice]) -> None:
    """Follow what components inherit from one another.

    Raises:
        ConfigurationError: If one inherits from a component that is not there, or from itself in the end.
    """
    parents = {choice.name: choice.inherit for choice in choices}
    for name, parent in parents.items():
        if parent is not None and parent not in parents:
            raise ConfigurationError(
                f"{_WHERE}: {name}: inherit", f"there is no component '{parent}'", did_you_mean(parent, parents)
            )
    for name in parents:
        line = [name]
        while (parent := parents[line[-1]]) is not None:
            if parent in line:
                circle = " → ".join((*line[line.index(parent) :], parent))
                raise ConfigurationError(f"{_WHERE}: {name}: inherit", f"leads in a circle ({circle})", "take one out")
            line.append(parent)


def check_folders(choices: Iterable[ComponentChoice]) -> None:
    """Compare the folders of components with one another.

    Raises:
        ConfigurationError: If one is, or lies in, that of another.
    """
    owners: dict[str, ComponentChoice] = {}
    for choice in choices:
        other = owners.setdefault(choice.directory, choice)
        if other is not choice:
            _refuse_overlap(choice, other)
    for choice in owners.values():
        above = choice.directory
        while above:
            above = posixpath.dirname(above)
            if above in owners and owners[above] is not choice:
                _refuse_overlap(choice, owners[above])


def expand(choice: ComponentChoice, folders: Iterable[str], named: Collection[str] = ()) -> list[ComponentChoice]:
    """Return the components that a choice means.

    Args:
        choice: A component, or a glob.
        folders: The folders that there are.
        named: The folders of components that are configured by themselves: a glob does not mean them too.

    Raises:
        ConfigurationError: If a glob finds none, not even one of those.
    """
    if not is_glob(choice.directory):
        return [choice]
    found = {folder: matched(folder, choice.directory) for folder in folders if folder not in named}
    made = [
        replace(choice, name=choice.name.replace("*", part), directory=folder)
        for folder, part in sorted(found.items())
        if part
    ]
    # A component that hands its sections down to all that a glob finds may be among them.
    made = [replace(each, inherit=None) if each.inherit == each.name else each for each in made]
    if not made and not any(matched(folder, choice.directory) for folder in named):
        remedy = "paths are relative to docs_dir; a component's pages must be in the folder"
        raise ConfigurationError(_WHERE, f"no folder matches '{choice.directory}'", remedy)
    return made


def slug_of(name: str) -> str:
    """Return a component's name as it stands in addresses."""
    return _NOT_WORD.sub("-", name.casefold()).strip("-")


def _refuse_overlap(choice: ComponentChoice, other: ComponentChoice) -> None:
    problem = f"the folder of '{choice.name}' ({choice.directory}) lies in that of '{other.name}' ({other.directory})"
    raise ConfigurationError(_WHERE, problem, "give each component a folder of its own")


def _from_folder(entry: object) -> ComponentChoice:
    directory = folder_of(entry, _WHERE)
    return ComponentChoice("*" if is_glob(directory) else _name_in(directory), directory)


def _name_in(directory: str) -> str:
    """Return the folder that tells whose documentation it is: `orders` of `services/orders/docs/architecture`."""
    telling = [part for part in directory.split("/") if part not in _COMMON and not part.startswith(".")]
    return telling[-1] if telling else posixpath.basename(directory)


def _from_entry(name: str, entry: object, parse: Callable[[Mapping[str, Any]], Shared]) -> ComponentChoice:
    where = f"{_WHERE}: {name}"
    if not slug_of(name.replace("*", "a")):
        raise ConfigurationError(_WHERE, f"'{name}' is no name", "name the component with letters")
    if not isinstance(entry, dict):
        return _named(ComponentChoice(name, folder_of(entry, where)), where)
    keys = Keys(where, entry, KEYS)
    shared = {key: value for key, value in entry.items() if key not in ("dir", "inherit")}
    try:
        options = parse(shared)
    except ConfigurationError as error:
        inner = error.where.removeprefix("plugins: gbm")
        raise ConfigurationError(f"{where}{inner}", error.problem, error.remedy) from None
    choice = ComponentChoice(
        name,
        folder_of(entry.get("dir"), f"{where}: dir"),
        pages=options.pages,
        aliases=options.aliases,
        severity=options.severity,
        topic_severity=options.topic_severity,
        not_applicable=options.not_applicable,
        inherit=keys.text("inherit") if "inherit" in entry else None,
    )
    return _named(choice, where)


def _named(choice: ComponentChoice, where: str) -> ComponentChoice:
    if is_glob(choice.directory) and "*" not in choice.name:
        problem = f"'{choice.directory}' names many folders, and '{choice.name}' one component"
        raise ConfigurationError(where, problem, f"write '{choice.name} *': the * stands for what the folder's matched")
    if "*" in choice.name and not is_glob(choice.directory):
        raise ConfigurationError(where, f"'{choice.directory}' names one folder", "take the * out of the name")
    return choice


def folder_of(value: object, where: str) -> str:
    """Return a folder relative to `docs_dir`, which may lie beside it: `../.gobuildme/docs/technical/architecture`.

    Raises:
        ConfigurationError: If it is no relative path.
    """
    if not isinstance(value, str) or not value.strip():
        raise ConfigurationError(where, f"a folder is expected, not {kind_of(value)}", "name one, relative to docs_dir")
    normal = posixpath.normpath(relative_path(where, value, "name a folder relative to docs_dir"))
    return "" if normal == "." else normal


def reasons(given: Mapping[str, Any]) -> dict[str, str]:
    """Return why topics are not applicable.

    Raises:
        ConfigurationError: If a reason is wanting.
    """
    for slug, reason in given.items():
        waiver = waiver_of_page(str(reason)) if isinstance(reason, str | date) else None
        if waiver is None or not waiver.reason:
            said = f"'{reason}' says" if isinstance(reason, str) and reason.strip() else f"{kind_of(reason)} says"
            raise ConfigurationError(
                f"plugins: gbm: not_applicable: {slug}",
                f"{said} no reason",
                f"write {slug}: and why, such as 'one instance serves all'",
            )
    return {slug: str(reason) for slug, reason in given.items()}


def _merged(
    usual: Mapping[str, Mapping[str, Severity]], own: Mapping[str, Mapping[str, Severity]]
) -> dict[str, Mapping[str, Severity]]:
    return {slug: {**usual.get(slug, {}), **own.get(slug, {})} for slug in {**usual, **own}}


def _joined(
    usual: Mapping[str, Mapping[str, tuple[str, ...]]], own: Mapping[str, Mapping[str, tuple[str, ...]]], slug: str
) -> dict[str, tuple[str, ...]]:
    theirs, ours = usual.get(slug, {}), own.get(slug, {})
    return {section: (*ours.get(section, ()), *theirs.get(section, ())) for section in {**theirs, **ours}}
