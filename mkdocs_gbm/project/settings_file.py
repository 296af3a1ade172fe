"""A `mkdocs.yml` as MkDocs reads it, with nothing of MkDocs imported and nothing of it run."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mergedeep
import yaml
import yaml_env_tag

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.keys import kind_of, written
from mkdocs_gbm.options import KEYS
from mkdocs_gbm.yaml_text import Once, YamlError, load

_PYTHON = "tag:yaml.org,2002:python/"
_DEPTH = 20
"""How many files may inherit from one another, before it must be a circle."""


@dataclass(frozen=True, slots=True)
class Opaque:
    """A value that only MkDocs can make: `!!python/name:…`, `!relative …`."""

    tag: str
    """As YAML knows it: `tag:yaml.org,2002:python/name:…`."""
    value: str


class _SettingsLoader(Once):
    """Knows the tags that MkDocs knows; a Python object is named and not made."""

    once = frozenset(("plugins", "gbm", *KEYS))  # what else stands twice is MkDocs' matter


def _opaque(_loader: Any, _suffix: str, node: yaml.Node) -> Opaque:
    return Opaque(str(node.tag), node.value if isinstance(node, yaml.ScalarNode) else "")


_SettingsLoader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
_SettingsLoader.add_multi_constructor("!relative", _opaque)
_SettingsLoader.add_multi_constructor(_PYTHON, _opaque)


def read_settings(path: Path, depth: int = 0) -> dict[str, Any]:
    """Return what a `mkdocs.yml` says, with what it inherits.

    Raises:
        ConfigurationError: If a file is not there, is no YAML, or inherits in a circle.
    """
    found = _load(path)
    parent = found.pop("INHERIT", None)
    if parent is None:
        return found
    if depth >= _DEPTH:
        raise ConfigurationError(str(path), "INHERIT leads in a circle", "take one of the INHERIT lines out")
    inherited = path.parent / str(parent)
    if not inherited.is_file():
        raise ConfigurationError(
            str(path), f"INHERIT: there is no file {written(parent)}", "name a file, relative to this one"
        )
    merged: dict[str, Any] = mergedeep.merge(read_settings(inherited, depth + 1), found)
    return merged


def parse_settings(text: bytes | str, where: Path | str) -> dict[str, Any]:
    """Return what a text says that a `mkdocs.yml` might hold; what it inherits is not looked up.

    Args:
        text: The YAML.
        where: The file's name in messages.

    Raises:
        ConfigurationError: If it is no YAML, or no mapping.
    """
    try:
        found = load(text, _SettingsLoader)
    except YamlError as error:
        raise error.of(where) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        problem = f"a mapping is expected, not {kind_of(found)}"
        raise ConfigurationError(str(where), problem, "write 'key: value' lines")
    return {str(key): value for key, value in found.items()}


def _load(path: Path) -> dict[str, Any]:
    if not os.path.lexists(path):
        raise ConfigurationError(str(path), "no such file", "name the site's mkdocs.yml with -f")
    if path.is_symlink() and not path.exists():
        raise ConfigurationError(str(path), f"a link to {os.readlink(path)}, which is not there", "mend the link")
    if path.is_dir():
        raise ConfigurationError(str(path), "is a folder, and no file", "name the site's mkdocs.yml with -f")
    try:
        text = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(str(path), f"cannot be read ({error.strerror})", "make it readable") from None
    return parse_settings(text, path)
