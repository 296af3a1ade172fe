"""Pages beside `docs_dir`, put onto the site with all files of their folders."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, set_exclusions

from mkdocs_gbm.project.mounted import mounted_files, refuse_both
from mkdocs_gbm.site.editing import straight
from mkdocs_gbm.site.reading import project_dir

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_gbm.mounts import Mounts


def add_mounted(files: "Files", config: "MkDocsConfig", docs_dir: str, mounts: "Mounts") -> None:
    """Add the files of folders beside `docs_dir` to a site's.

    Args:
        files: The site's files.
        config: Its configuration.
        docs_dir: The folder that the mounted ones are relative to.
        mounts: The folders.

    Raises:
        ConfigurationError: If the site has another file at the same place.
    """
    for found in mounted_files(Path(docs_dir), Path(project_dir(config)), config, mounts):
        refuse_both(found.every & files.src_uris.keys(), mounts)
        made = [_mounted(uri, config, docs_dir, mounts) for uri in _in_order(found.pages, found.every)]
        set_exclusions(made, config)
        for file in made:
            files.append(file)


def mend_edit_links(files: "Files", mounts: "Mounts") -> None:
    """Take the `../` out of the edit links of such pages."""
    for file in files.documentation_pages():
        if mounts.source_of(file.src_uri) != file.src_uri and file.page and file.page.edit_url:
            file.page.edit_url = straight(file.page.edit_url)


def _in_order(pages: "Mapping[str, bool]", every: frozenset[str]) -> "Iterator[str]":
    """Yield pages in MkDocs' order, then the other files."""
    yield from pages
    yield from sorted(every - pages.keys())


def _mounted(uri: str, config: "MkDocsConfig", docs_dir: str, mounts: "Mounts") -> File:
    source = mounts.source_of(uri)
    file = File.generated(config, uri, abs_src_path=os.path.normpath(os.path.join(docs_dir, source)))
    file.edit_uri = source
    return file
