"""The reports that were named: files, or folders of sites and of `gbm report`."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.portfolio.merge import merge
from mkdocs_gbm.portfolio.model import ComponentEntry, Portfolio
from mkdocs_gbm.portfolio.reading import read_report

_IN_A_FOLDER = ("gbm/report.json", "report.json")


def portfolio_of(named: Iterable[Path]) -> Portfolio:
    """Return the portfolio of reports.

    Args:
        named: Files, or folders that hold one: a site, or what `gbm report` made.

    Raises:
        ConfigurationError: If one is no report, cannot be read, or is named twice.
    """
    files = [_file(path) for path in named]
    contents = [_content(file) for file in files]
    names = [file.as_posix() for file in files]
    components: list[ComponentEntry] = []
    seen: dict[bytes, str] = {}
    for name, content in zip(names, contents, strict=True):
        components += read_report(content, name)
        if content in seen:
            raise ConfigurationError(name, f"the same report as {seen[content]}", "name each report once")
        seen[content] = name
    return merge(names, components)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()  # also out of a pipe: `gbm portfolio <(curl …)`
    except OSError as error:
        remedy = "name the report.json of a site" if not file.exists() else "make it readable"
        raise ConfigurationError(str(file), f"cannot be read ({error.strerror})", remedy) from None


def _file(path: Path) -> Path:
    if not path.is_dir():
        return path
    for name in _IN_A_FOLDER:
        if (path / name).is_file():
            return path / name
    raise ConfigurationError(
        str(path), f"neither {' nor '.join(_IN_A_FOLDER)} is in this folder", "name a report, or the folder of a site"
    )
