"""A `mkdocs.yml` as MkDocs reads it, with nothing of MkDocs imported and nothing of it run."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mergedeep
import yaml
import yaml_env_tag

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.safe_yaml import SafeLoader

_PYTHON = "tag:yaml.org,2002:python/"
_DEPTH = 20
"""How many files may inherit from one another, before it must be a circle."""


@dataclass(frozen=True, slots=True)
class Opaque:
    """A value that only MkDocs can make: `!!python/name:…`, `!relative …`."""

    tag: str
    """As YAML knows it: `tag:yaml.org,2002:python/name:…`."""
    value: str


class _SettingsLoader(SafeLoader):
    """Knows the tags that MkDocs knows; a Python object is named and not made."""


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
        raise ConfigurationError(str(path), f"INHERIT: there is no file {parent}", "name a file, relative to this one")
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
        found = yaml.load(text, Loader=_SettingsLoader)  # noqa: S506 - a safe loader with four tags more
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigurationError(_where(where, error), f"no YAML: {_problem(error)}", "mend it") from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ConfigurationError(str(where), "a mapping is expected", "write 'key: value' lines")
    return {str(key): value for key, value in found.items()}


def _load(path: Path) -> dict[str, Any]:
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        raise ConfigurationError(str(path), "no such file", "name the site's mkdocs.yml with -f") from None
    except OSError as error:
        raise ConfigurationError(str(path), f"cannot be read: {error.strerror}", "mend that") from None
    return parse_settings(text, path)


def _where(path: Path | str, error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"{path}:{mark.line + 1}" if mark else str(path)


def _problem(error: Exception) -> str:
    return " ".join((getattr(error, "problem", None) or str(error)).split())
