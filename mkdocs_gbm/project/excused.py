"""The baseline of a project, read from its file."""

import os
from pathlib import Path

from mkdocs_gbm import texts
from mkdocs_gbm.assess import baseline
from mkdocs_gbm.assess.baseline import Entry
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.options import Options
from mkdocs_gbm.project.project import baseline_at

_WHERE = "plugins: gbm: baseline"


def baseline_file(root: Path, options: Options) -> Path | None:
    """Return the file of excused findings; none where there is none.

    Raises:
        ConfigurationError: If a folder is in its place.
    """
    file = baseline_at(root, options)
    if file.is_dir():
        raise ConfigurationError(_WHERE, f"'{options.baseline}' is a folder", "name a file")
    return file if os.path.lexists(root / options.baseline) else None


def excused(root: Path, options: Options) -> tuple[Entry, ...] | None:
    """Return what a project's baseline excuses; none where it has none, or is judged without.

    Raises:
        ConfigurationError: If it cannot be read.
    """
    text = baseline_text(root, options) if options.baseline_used else None
    return None if text is None else baseline.parse(text, options.baseline)


def baseline_text(root: Path, options: Options) -> str | None:
    """Return what stands in the file of excused findings; none where there is none.

    Raises:
        ConfigurationError: If it is no text, or not to be read at all.
    """
    file = baseline_file(root, options)
    return None if file is None else texts.read(file, options.baseline)
