"""Where a project's pages are and should be, told from its folder and its options alone."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from mkdocs_gbm.layout import Layout, SitePages, lay_out_all
from mkdocs_gbm.mounts import Mounts
from mkdocs_gbm.options import Options
from mkdocs_gbm.project.language import first_language
from mkdocs_gbm.project.mounted import all_files
from mkdocs_gbm.project.outside import components_of, look_outside
from mkdocs_gbm.project.source import read_head
from mkdocs_gbm.standard import Standard


@dataclass(frozen=True, slots=True)
class Expected:
    """Where the page of every topic of each component is, or should be."""

    layouts: tuple[Layout, ...]
    docs_dir: Path
    mounts: Mounts

    def file(self, uri: str) -> Path:
        """Return the file of a page, from its path on the site."""
        source = self.mounts.source_of(uri)
        file = self.docs_dir / source
        return file if source == uri else Path(os.path.normpath(file))  # from `docs_dir` it is `../services/…`


def laid_out(docs_dir: Path, root: Path, values: Mapping[str, Any], standard: Standard, options: Options) -> Expected:
    """Return where the page of every topic is, or should be.

    Args:
        docs_dir: The folder of the pages, which need not exist.
        root: The project's folder.
        values: What the site's configuration says.
        standard: Says which topics there are.
        options: Say where their pages are on this site.

    Raises:
        ConfigurationError: If a page claims a topic that the standard does not have, or components make no sense.
    """
    docs_dir = docs_dir / first_language(values).folder
    outside = look_outside(options, docs_dir, root)
    found = all_files(docs_dir, root, values, outside.mounts).pages
    uris = [uri for uri, on_site in found.items() if on_site]
    components = components_of(outside, uris)

    def read(uri: str) -> str:
        return _text(docs_dir / outside.mounts.source_of(uri))

    def told(uri: str) -> str:
        return PurePath(os.path.relpath(docs_dir / outside.mounts.source_of(uri), root)).as_posix()

    layouts = lay_out_all(SitePages(uris, read, told), standard, options, components)
    return Expected(layouts, docs_dir, outside.mounts)


def _text(file: Path) -> str:
    return read_head(file)  # what cannot be read is told by whoever judges it
