"""Files that a verdict is written into, beside what is printed."""

from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_gbm.boundary import is_inside
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.output.formats import ENDINGS, FORMATS


@dataclass(frozen=True, slots=True)
class Output:
    """A file, and the format of what goes into it."""

    form: str
    file: str

    def __str__(self) -> str:
        return f"{self.form}:{self.file}"


def output_of(typed: str) -> Output:
    """Read `sarif:report/gbm.sarif`, or `gbm.sarif`, whose ending tells the format.

    Raises:
        click.BadParameter: If there is no format or no file in it.
    """
    form, colon, file = typed.partition(":")
    if not colon or form not in FORMATS:
        form, file = ENDINGS.get(Path(typed).suffix, ""), typed
    if not form:
        raise click.BadParameter(f"'{typed}' tells no format; write FORMAT:{typed}, with one of {', '.join(FORMATS)}")
    if not file:
        raise click.BadParameter(f"there is no file after '{form}:'; name one")
    return Output(form, file)


def checked(output: Output, folder: Path) -> Path:
    """Return the path of an output, before the work for it is done.

    Args:
        output: As it was typed.
        folder: What its path is relative to.

    Raises:
        ConfigurationError: If nothing can be written there.
    """
    path = folder / output.file
    if path.is_dir():
        raise ConfigurationError(f"--output {output}", "that is a folder", "name a file")
    if not path.parent.is_dir():
        raise ConfigurationError(f"--output {output}", f"there is no folder {path.parent}", "make it first")
    if path.is_symlink() and path.is_file() and is_inside(path.parent, folder) and not is_inside(path, folder):
        problem = f"a link that leads out of the project, to {path.resolve()}"
        raise ConfigurationError(f"--output {output}", problem, "name that file, or remove the link")
    return path


def write(path: Path, text: str) -> None:
    """Write an output whole; into what is no file (`/dev/stdout`, a pipe) as it comes.

    Raises:
        OSError: If it cannot be written.
    """
    from mkdocs_gbm.files import write_atomically  # noqa: PLC0415 - most runs only print

    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    else:
        write_atomically(path.resolve(), text)  # a link stays one
