"""The sites that the plugin `monorepo` puts onto a site: their pages are on it already, at addresses of its own."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.project.plugins import plugins_of
from mkdocs_gbm.project.settings_file import read_settings

_ONE, _MANY = "!include ", "*include "
_PLAIN = re.compile(r"[A-Za-z0-9_.\-/]+")


@dataclass(frozen=True, slots=True)
class Included:
    """A site that is part of another."""

    folder: Path
    """The folder of its pages, absolute."""
    uri: str
    """Where they are on the other site; empty where only the plugin knows."""


def included_in(values: Mapping[str, Any], root: Path) -> tuple[Included, ...]:
    """Return the sites that a site's `nav` includes.

    Args:
        values: The site's configuration.
        root: The folder of its `mkdocs.yml`, absolute.
    """
    files = _files(values.get("nav"), root) if "monorepo" in plugins_of(values) else ()
    return tuple(found for file in files for found in _of(file))


def _files(nav: object, root: Path) -> Iterator[Path]:
    """Yield the configurations that an entry of `nav`, or what is below it, names."""
    if isinstance(nav, str) and nav.startswith(_ONE):
        yield Path(os.path.normpath(root / nav.removeprefix(_ONE)))
    elif isinstance(nav, str) and nav.startswith(_MANY):
        with suppress(ValueError, NotImplementedError):  # no pattern, or one of the whole disk
            yield from sorted(root.glob(nav.removeprefix(_MANY)))
    elif isinstance(nav, list | dict):
        for entry in nav.values() if isinstance(nav, dict) else nav:
            yield from _files(entry, root)


def _of(file: Path) -> Iterator[Included]:
    with suppress(ConfigurationError):  # a build tells what is wrong with it
        values = read_settings(file)
        docs = str(values.get("docs_dir", "docs"))
        yield Included(Path(os.path.normpath(file.parent / docs)), _address(str(values.get("site_name", ""))))


def _address(name: str) -> str:
    """Return where a site of that name is put, as far as it is plain how its name is spelt there."""
    if _PLAIN.fullmatch(name):
        return name.strip("/")
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())) if name.isascii() else ""
