"""Files that somebody wrote, read as text: what keeps one from being read is told in one line."""

from pathlib import Path

from mkdocs_gbm.errors import ConfigurationError


class UnreadableError(Exception):
    """A file that is no text, or not to be read at all, with the remedy."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem = problem
        self.remedy = remedy


def bytes_of(path: Path) -> bytes:
    """Return what a file holds. What is no file, such as a pipe, is not opened: reading it might never end.

    Raises:
        UnreadableError: If it cannot be read.
    """
    try:
        if path.is_dir():
            raise UnreadableError("is a folder, and no file", "give it another name")
        if path.exists() and not path.is_file():
            raise UnreadableError("is no file but a pipe or device", "put a file in its place")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"cannot be read ({error.strerror})", "make it readable, or remove it") from None


def text_of(path: Path) -> str:
    """Return the text of a file, without the mark that it may begin with.

    Raises:
        UnreadableError: If it is no UTF-8 text, or cannot be read.
    """
    raw = bytes_of(path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(no_text(raw, error), "save it as UTF-8") from None


def no_text(raw: bytes, error: UnicodeDecodeError) -> str:
    """Return what is wrong with a file that is no UTF-8 text."""
    return f"is no UTF-8 text (line {raw.count(bytes([10]), 0, error.start) + 1})"


def read(path: Path, where: str | None = None) -> str:
    """Return the text of a file that a configuration needs.

    Args:
        path: The file.
        where: Its path as it is told.

    Raises:
        ConfigurationError: If it is no UTF-8 text, or cannot be read.
    """
    try:
        return text_of(path)
    except UnreadableError as error:
        raise ConfigurationError(where or str(path), error.problem, error.remedy) from None
