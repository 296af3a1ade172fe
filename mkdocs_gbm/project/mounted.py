"""The files of a site that lie beside its `docs_dir`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.mounts import Mounts
from mkdocs_gbm.project.files import SiteFiles, find_files, together


def all_files(docs_dir: Path, root: Path, values: Mapping[str, Any], mounts: Mounts) -> SiteFiles:
    """Find the files of a site, in its `docs_dir` and beside it.

    Args:
        docs_dir: The folder of the site's pages.
        root: The project's folder.
        values: The site's configuration.
        mounts: The folders beside it.

    Raises:
        ConfigurationError: If two files would be at the same place of the site.
    """
    files = find_files(docs_dir, values, root) if docs_dir.is_dir() else SiteFiles(frozenset(), {}, ())
    for mounted in mounted_files(docs_dir, root, values, mounts):
        refuse_both(mounted.every & files.every, mounts)
        files = together([files, mounted])
    return files


def mounted_files(docs_dir: Path, root: Path, values: Mapping[str, Any], mounts: Mounts) -> list[SiteFiles]:
    """Find the files of the folders beside a `docs_dir`, by their paths on the site."""
    return [find_files(docs_dir / folder, values, root, uri) for folder, uri in mounts.folders]


def refuse_both(uris: frozenset[str], mounts: Mounts) -> None:
    """Refuse that files are in two places and would be in one.

    Raises:
        ConfigurationError: If there is such a file.
    """
    for uri in sorted(uris):
        problem = f"is in docs_dir, and {mounts.source_of(uri)} beside it would have the same place on the site"
        raise ConfigurationError(uri, problem, "move one of them")
