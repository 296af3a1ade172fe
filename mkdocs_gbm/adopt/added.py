"""What is to be added to `components:` that are configured."""

from collections.abc import Mapping, Sequence
from typing import Any

from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.adopt.model import Adopted
from mkdocs_gbm.adopt.written import entry, means_the_same, needs
from mkdocs_gbm.globs import is_glob, matched
from mkdocs_gbm.options import Options


def added_components(given: object, ground: Ground, options: Options, adopted: Sequence[Adopted]) -> dict[str, Any]:
    """Return the entries of `components:` that change, and all of them where they were no mapping before.

    Args:
        given: What stands there.
        ground: The site.
        options: What else it says.
        adopted: What each component needs.
    """
    before = _mapping(given)
    if not any(not each.proposal.empty for each in adopted):
        return {}
    by_key = {key: [each for each in adopted if _finds(key, value, each, ground)] for key, value in before.items()}
    one_by_one: dict[str, Any] = {}
    together: dict[str, Any] = {}
    for key, value in before.items():
        found = by_key[key]
        one_by_one |= _each(key, value, found, ground)
        together[key] = _with(value, needs(found))
    short = means_the_same(ground, options, together, {**before, **one_by_one})
    changed = together if short else {**before, **one_by_one}
    return {key: value for key, value in changed.items() if not isinstance(given, dict) or value != before.get(key)}


def _mapping(given: object) -> dict[str, Any]:
    """Return components as a mapping of names, whichever way they are written."""
    if isinstance(given, dict):
        return {str(key): value for key, value in given.items()}
    listed = given if isinstance(given, list) else [given]
    return {"*" if is_glob(str(each)) and len(listed) == 1 else str(each): str(each) for each in listed}


def _finds(key: str, value: Any, each: Adopted, ground: Ground) -> bool:
    """Say whether an entry is what a component was found by."""
    if key == each.component.name:
        return True
    part = matched(_folder(each, ground), _dir(value)) if is_glob(_dir(value)) else None
    return part is not None and key.replace("*", part) == each.component.name


def _each(key: str, value: Any, found: Sequence[Adopted], ground: Ground) -> dict[str, Any]:
    """Return entries of their own for the components that need something."""
    needing = [each for each in found if not each.proposal.empty]
    if not is_glob(_dir(value)):
        return {key: _with(value, needs(needing))} if needing else {}
    rest = {name: said for name, said in value.items() if name != "dir"} if isinstance(value, dict) else {}
    return {each.component.name: entry(_folder(each, ground), _merged(rest, needs([each]))) for each in needing}


def _folder(each: Adopted, ground: Ground) -> str:
    """Return a component's folder as it lies on the disk, relative to `docs_dir`."""
    return ground.pages.mounts.source_of(each.component.directory)


def _dir(value: Any) -> str:
    return str(value.get("dir", "")) if isinstance(value, Mapping) else str(value)


def _with(value: Any, more: Mapping[str, Any]) -> Any:
    """Return an entry with more options; as it is where there are none."""
    if not more:
        return value
    return _merged(value, more) if isinstance(value, Mapping) else entry(str(value), more)


def _merged(having: Any, wanted: Any) -> Any:
    """Return options with more: mappings grow by their keys, lists at their end."""
    if isinstance(wanted, Mapping) and isinstance(having, Mapping):
        return {**having, **{key: _merged(having.get(key), value) for key, value in wanted.items()}}
    if isinstance(wanted, list) and having is not None:
        listed = having if isinstance(having, list) else [having]
        return [*listed, *(each for each in wanted if each not in listed)]
    return wanted
