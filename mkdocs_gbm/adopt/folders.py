"""The folder of the architecture documentation: where it is, and which one the command line means."""

import os
import posixpath
from pathlib import Path

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.project.language import FirstLanguage

_ASKED = "--architecture-dir"


def folder_of(named: str, docs_dir: Path, language: FirstLanguage) -> Path:
    """Return a folder of pages, from its path as the options have it: without a language."""
    own = docs_dir / language.folder / named
    return own if own.is_dir() else docs_dir / named


def asked_folder(below: str, docs_dir: Path, root: Path, language: FirstLanguage) -> str:
    """Return the folder that the command line names, as the options have it.

    Args:
        below: Its path relative to `docs_dir`.
        docs_dir: The folder of the site's pages, absolute.
        root: The project's folder, absolute.
        language: The language whose pages are looked at.

    Raises:
        ConfigurationError: If it is no folder of the project, or one of another language.
    """
    if not Path(os.path.normpath(docs_dir / below)).is_relative_to(os.path.normpath(root)):
        raise ConfigurationError(_ASKED, f"'{below}' leads out of the project", "name a folder relative to docs_dir")
    page = language.uri_of(f"{below}/index.md")
    if page is None:
        remedy = f"name that of the first one, '{language.locale}'"
        raise ConfigurationError(_ASKED, f"'{below}' holds pages of another language", remedy)
    folder = posixpath.dirname(page)
    if not folder_of(folder, docs_dir, language).is_dir():
        problem = f"there is no folder '{below}'"
        raise ConfigurationError(_ASKED, problem, "name one, from here or relative to docs_dir")
    return folder or "."
