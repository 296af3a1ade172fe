"""A folder that a command writes its files into, and no others' files over."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.files import write_atomically


def refuse_others(folder: Path, ours: Mapping[str, str], command: str) -> None:
    """Refuse to write over files that somebody else made.

    Args:
        folder: Where the files are put.
        ours: Each file's name, and a word by which it is known to be ours.
        command: What makes them, for the message.

    Raises:
        ConfigurationError: If a file is there that is not ours.
    """
    for name, mark in ours.items():
        file = folder / name
        if file.exists() and not (file.is_file() and mark in file.read_text(encoding="utf-8", errors="replace")):
            raise ConfigurationError(str(file), f"is not made by '{command}'", "name another folder with --output")


def write_changed(file: Path, text: str) -> str:
    """Write a file unless it is there with the same bytes already; return what was done."""
    encoded = text.encode("utf-8", "backslashreplace")
    if file.exists() and file.read_bytes() == encoded:
        return "unchanged"
    write_atomically(file, encoded.decode("utf-8"))
    return "wrote"
