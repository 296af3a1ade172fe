"""Where a project's pages are and should be, told from its folder and its options alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs_gbm.layout import Layout, lay_out
from mkdocs_gbm.options import Options
from mkdocs_gbm.project.files import find_files
from mkdocs_gbm.standard import Standard


def laid_out(docs_dir: Path, values: Mapping[str, Any], standard: Standard, options: Options) -> Layout:
    """Return where the page of every topic is, or should be.

    Args:
        docs_dir: The folder of the pages, which need not exist.
        values: What the site's configuration says.
        standard: Says which topics there are.
        options: Say where their pages are on this site.

    Raises:
        ConfigurationError: If a page claims a topic that the standard does not have.
    """
    found = find_files(docs_dir, values).pages if docs_dir.is_dir() else {}
    uris = [uri for uri, on_site in found.items() if on_site]
    return lay_out(uris, lambda uri: _text(docs_dir / uri), standard, options)


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ""  # whoever judges it will tell
