"""Where a project's pages are and should be, told from its folder and its options alone."""

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs_gbm.layout import Layout, lay_out
from mkdocs_gbm.options import Options
from mkdocs_gbm.standard import Standard


def laid_out(docs_dir: Path, standard: Standard, options: Options) -> Layout:
    """Return where the page of every topic is, or should be.

    Args:
        docs_dir: The folder of the pages, which need not exist.
        standard: Says which topics there are.
        options: Say where their pages are on this site.

    Raises:
        ConfigurationError: If a page claims a topic that the standard does not have.
    """
    return lay_out(sorted(_pages(docs_dir)), lambda uri: _text(docs_dir / uri), standard, options)


def _pages(docs_dir: Path) -> Iterator[str]:
    for folder, below, names in os.walk(docs_dir):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in names:
            if name.endswith(".md"):
                yield Path(folder, name).relative_to(docs_dir).as_posix()


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ""  # whoever judges it will tell
