"""What the commands that write have in common: a file is made where none is, and that is told."""

from dataclasses import dataclass
from pathlib import Path

from mkdocs_gbm.author.within import within
from mkdocs_gbm.command.saying import tell
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.files import write_atomically


def put(file: Path, text: str, shown: str) -> None:
    """Write a file and the folders above it.

    Args:
        file: Where, with symbolic links followed.
        text: What is to be in it.
        shown: The path as it is told.

    Raises:
        ConfigurationError: If it cannot be written.
    """
    try:
        write_atomically(file, text)
    except OSError as error:
        remedy = "mend that and run the command again: what it has done stays"
        raise ConfigurationError(shown, f"cannot be written: {error.strerror}", remedy) from None


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes files of a project, or says what it would make."""

    root: Path
    """The folder that paths are told from, absolute."""
    dry: bool

    def make(self, path: Path, text: str, inside: Path | None = None) -> None:
        """Make a file where there is none; one that is there stays as it is.

        Args:
            path: Where, absolute.
            text: What is to be in it.
            inside: The folder that it must not lead out of, symbolic links included; by default the project's.

        Raises:
            ConfigurationError: If the path leads out of that folder, or cannot be written.
        """
        file = within(path, inside or self.root)
        if file.is_dir():
            raise ConfigurationError(
                self.shown(path), "a folder is in the page's place", "give the folder another name"
            )
        if path.is_symlink() or file.exists():
            self.tell("exists", path)
            return
        self.write(path, file, text, "create")

    def write(self, path: Path, file: Path, text: str, word: str) -> None:
        """Write a file and tell it: `create` is told as what was done, or would be.

        Raises:
            ConfigurationError: If it cannot be written.
        """
        if not self.dry:
            put(file, text, self.shown(path))
        self.tell(f"would {word}" if self.dry else f"{word}d", path)

    def tell(self, word: str, path: Path) -> None:
        """Tell what became of a file, or would."""
        tell(f"{word:{_WIDTH}} {self.shown(path)}")

    def shown(self, path: Path) -> str:
        """Return a path as it is told: relative to the project where it is below it."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


_WIDTH = len("would create")
