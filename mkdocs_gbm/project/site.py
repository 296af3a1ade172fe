"""The site of a project: what its `mkdocs.yml` says, or the embedded configuration over the documentation it has."""

import os
from dataclasses import dataclass
from pathlib import Path

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.project.embedded import text_for
from mkdocs_gbm.project.find import PLACES, configuration_in, elsewhere
from mkdocs_gbm.project.settings_file import read_settings

_BELOW = ("technical/architecture", "architecture")
"""Where architecture documentation stands in a folder of pages."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is needed to have a site built."""

    root: Path
    """The project's folder, absolute."""
    config_file: Path | None
    """Its `mkdocs.yml`, absolute; none where the embedded configuration serves."""
    text: str
    """The configuration as YAML."""


def find_site(directory: Path, config_file: Path | None = None, folder: Path | None = None) -> Site:
    """Find what there is to build.

    Args:
        directory: Where to look, and what the other paths are relative to.
        config_file: The site's configuration, where it was named.
        folder: The folder of the pages, where it was named.

    Raises:
        ConfigurationError: If there is nothing to build, or two things were named.
    """
    root = directory.absolute()
    file = configuration_in(root, config_file)
    if file is None:
        return Site(root, None, text_for(root, *_pages(root, folder), None if folder is None else {}))
    if folder is not None:
        raise ConfigurationError(
            str(folder),
            f"{file.name} already says where the pages are",
            "leave the folder out, or set 'docs_dir' there",
        )
    if not file.is_file():
        read_settings(file)  # tells what is in its place
    return Site(file.parent, file, file.read_text(encoding="utf-8-sig", errors="replace"))


def _pages(root: Path, folder: Path | None) -> tuple[Path, str]:
    """Return the folder of the pages, and that of the architecture documentation relative to it."""
    if folder is not None:
        return _named(root, folder)
    found = next(((docs, below) for docs, below in PLACES if (root / docs / below).is_dir()), None)
    found = found or next(((docs, below) for docs, below in PLACES if (root / docs).is_dir()), None)
    if not root.is_dir():
        raise ConfigurationError(str(root), "no such folder", "name the project's with -C")
    if found is None:
        raise ConfigurationError(
            str(root),
            f"there is neither a mkdocs.yml nor a folder {' or '.join(dict.fromkeys(docs for docs, _ in PLACES))}",
            elsewhere(root) or "begin with 'gbm init', or name the folder of the pages",
        )
    return root / found[0], found[1]


def _named(root: Path, folder: Path) -> tuple[Path, str]:
    docs_dir = Path(os.path.normpath(root / folder))
    if not docs_dir.is_dir():
        what = "is a file, and no folder" if docs_dir.exists() else "no such folder"
        raise ConfigurationError(str(folder), what, "name the folder of the pages")
    if root.is_relative_to(docs_dir):
        raise ConfigurationError(
            str(folder), "the pages need a folder of their own below the project's", "name it from the project's folder"
        )
    return docs_dir, next((below for below in _BELOW if (docs_dir / below).is_dir()), ".")
