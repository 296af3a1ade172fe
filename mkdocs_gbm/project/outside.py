"""The components of a project where they lie: in `docs_dir`, or beside it, from where they are put onto the site."""

import os
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from mkdocs_gbm.components import (
    ComponentChoice,
    check_folders,
    check_inheritance,
    check_names,
    expand,
)
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.globs import is_glob
from mkdocs_gbm.layout import the_only
from mkdocs_gbm.mounts import Mounts, address_of, is_outside
from mkdocs_gbm.options import Options


@dataclass(frozen=True, slots=True)
class Outside:
    """The components that lie beside `docs_dir`, and the folders to put onto the site for them."""

    choices: tuple[ComponentChoice, ...]
    """All components as they are configured, those beside `docs_dir` by their path on the site."""
    mounts: Mounts


def look_outside(options: Options, docs_dir: Path, root: Path) -> Outside:
    """Find the components that lie beside `docs_dir`.

    Args:
        options: Say which components there are.
        docs_dir: The folder of the site's pages, absolute.
        root: The project's folder, absolute: what they must not lead out of.

    Raises:
        ConfigurationError: If a folder leads out of the project, or a glob finds none.
    """
    docs_dir, root = Path(os.path.normpath(docs_dir)), Path(os.path.normpath(root))
    choices: list[ComponentChoice] = []
    mounted: dict[str, str] = {}
    named = frozenset(choice.directory for choice in options.components if not is_glob(choice.directory))
    for choice in options.components or (the_only(options),):
        directory = _inward(choice.directory, docs_dir)
        if not is_outside(directory):
            choices.append(replace(choice, directory=directory))
            continue
        for found in _found(replace(choice, directory=directory), docs_dir, named):
            _check(found, docs_dir, root)
            mounted[found.directory] = address_of(found.directory)
            choices.append(replace(found, directory=mounted[found.directory]))
    return Outside(tuple(choices), Mounts(tuple(mounted.items())))


def components_of(outside: Outside, uris: Iterable[str]) -> tuple[ComponentChoice, ...]:
    """Return the components of a site, globs replaced by what they find.

    Args:
        outside: The components as far as they are known without the site's pages.
        uris: The site's pages, relative to `docs_dir`.

    Raises:
        ConfigurationError: If a glob finds nothing, folders lie in one another, names are there twice, or inheritance
            leads nowhere.
    """
    choices = outside.choices
    if any(is_glob(choice.directory) for choice in choices):
        named = {choice.directory for choice in choices if not is_glob(choice.directory)}
        folders = _folders(uris)
        choices = tuple(each for choice in choices for each in expand(choice, folders, named))
    check_names(choices)
    check_folders(choices)
    check_inheritance(choices)
    return choices


def _folders(uris: Iterable[str]) -> list[str]:
    found: dict[str, None] = {}
    for uri in uris:
        above = posixpath.dirname(uri)
        while above and above not in found:
            found[above] = None
            above = posixpath.dirname(above)
    return list(found)


def _inward(directory: str, docs_dir: Path) -> str:
    """Return a folder as it is below `docs_dir`, where `../docs/…` leads back into it."""
    if not is_outside(directory):
        return directory
    path = PurePath(os.path.normpath(docs_dir / directory))
    return path.relative_to(docs_dir).as_posix() if path.is_relative_to(docs_dir) else directory


def _found(choice: ComponentChoice, docs_dir: Path, named: frozenset[str]) -> list[ComponentChoice]:
    if not is_glob(choice.directory):
        return [choice]
    return expand(choice, _matching(choice.directory, docs_dir), named)


def _matching(pattern: str, docs_dir: Path) -> Iterator[str]:
    """Yield the folders that a glob of the file system finds, relative to `docs_dir`."""
    parts = pattern.split("/")
    ups = next(index for index, part in enumerate(parts) if part != "..")
    base = Path(os.path.normpath(docs_dir.joinpath(*parts[:ups])))
    for path in base.glob("/".join(parts[ups:])):
        if path.is_dir():
            yield "/".join([*parts[:ups], path.relative_to(base).as_posix()])


def _check(choice: ComponentChoice, docs_dir: Path, root: Path) -> None:
    where = f"plugins: gbm: components: {choice.name}" if choice.name else "plugins: gbm: architecture_dir"
    folder = Path(os.path.normpath(docs_dir / choice.directory))
    real = Path(os.path.realpath(folder))
    if not (folder.is_relative_to(root) and real.is_relative_to(os.path.realpath(root))):
        problem = f"'{choice.directory}' leads out of the project"
        raise ConfigurationError(where, problem, "name a folder below that of mkdocs.yml, relative to docs_dir")
    if docs_dir.is_relative_to(folder):
        raise ConfigurationError(where, f"'{choice.directory}' holds docs_dir", "name the architecture's own folder")
