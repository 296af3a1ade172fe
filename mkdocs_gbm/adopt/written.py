"""Components as they are written under `components:`: by a glob where one says it all, else one by one."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mkdocs_gbm.adopt.found import Group
from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.adopt.model import Adopted
from mkdocs_gbm.adopt.predict import layouts_of
from mkdocs_gbm.adopt.several import with_components
from mkdocs_gbm.components import parse_components
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.options import Options, parse


def new_components(
    ground: Ground, options: Options, groups: Sequence[Group], adopted: Mapping[str, Adopted]
) -> dict[str, Any] | str:
    """Return what stands under `components:`.

    Args:
        ground: The site.
        options: What else it says.
        groups: The components, by how their folders are laid out.
        adopted: What each of them needs, by its folder on the disk.
    """
    one_by_one: dict[str, Any] = {}
    for group in groups:
        one_by_one |= _each(group, adopted, one_by_one)
    written: dict[str, Any] = {}
    for group in groups:
        written |= _together(group, adopted, written) or _each(group, adopted, written)
    chosen = written if means_the_same(ground, options, written, one_by_one) else one_by_one
    only = next(iter(chosen.items()))
    return only[1] if len(chosen) == 1 and only[0] == "*" and isinstance(only[1], str) else chosen


def means_the_same(ground: Ground, options: Options, one: object, other: object) -> bool:
    """Say whether two values of `components:` have the same components, pages and names."""
    meanings = [_meaning(ground, options, value) for value in (one, other)]
    return meanings[0] is not None and meanings[0] == meanings[1]


def entry(folder: str, more: Mapping[str, Any]) -> dict[str, Any] | str:
    """Return a component as it is written: its folder alone, or with what else is said of it."""
    return {"dir": folder, **more} if more else folder


def needs(adopted: Iterable[Adopted]) -> dict[str, Any]:
    """Return the options that components need, as they are written, when each is told what any of them needs."""
    pages: dict[str, list[str]] = {}
    aliases: dict[str, dict[str, list[str]]] = {}
    for each in adopted:
        for slug, paths in each.proposal.pages.items():
            pages[slug] = list(dict.fromkeys((*pages.get(slug, ()), *paths)))
        for alias in each.proposal.aliases:
            names = aliases.setdefault(alias.slug, {}).setdefault(alias.section, [])
            names += [alias.heading] if alias.heading not in names else []
    told = {slug: short(paths) for slug, paths in pages.items()}
    return {key: value for key, value in (("pages", told), ("aliases", aliases)) if value}


def short(paths: Sequence[str]) -> str | list[str]:
    """Return one path as it is, and several as a list."""
    return paths[0] if len(paths) == 1 else list(paths)


def _each(group: Group, adopted: Mapping[str, Adopted], taken: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, folder in group.members:
        inherit = {"inherit": group.inherit} if group.inherit else {}
        found[_free(name, folder, {**taken, **found})] = entry(folder, {**inherit, **needs([adopted[folder]])})
    return found


def _free(name: str, folder: str, taken: Mapping[str, Any]) -> str:
    """Return a component's name, with the folder above it where another has the name already."""
    if name not in taken:
        return name
    parts = folder.split("/")
    above = parts[parts.index(name) - 1] if name in parts[1:] else ""
    return f"{above}-{name}" if above else f"{name} ({folder})"


def _together(group: Group, adopted: Mapping[str, Adopted], taken: Mapping[str, Any]) -> dict[str, Any] | None:
    if group.pattern is None or len(group.members) == 1:
        return None
    above = posixpath.basename(group.pattern.partition("/*")[0])
    inherit = {"inherit": group.inherit} if group.inherit else {}
    more = {**inherit, **needs(adopted[folder] for _, folder in group.members)}
    return {"*" if "*" not in taken else f"{above} *": entry(group.pattern, more)}


def _meaning(ground: Ground, options: Options, value: object) -> object:
    """Return what a value of `components:` comes to; nothing where it makes no sense."""
    try:
        layouts = layouts_of(ground, with_components(options, parse_components(value, parse)))
    except ConfigurationError:
        return None
    return {
        layout.directory: (
            layout.component.inherit,
            {slug: set(uris) for slug, uris in layout.pages.items()},
        )
        for layout in layouts
    }
