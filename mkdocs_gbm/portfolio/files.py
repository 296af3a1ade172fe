"""The reports that were named: files, or folders of sites and of `gbm report`."""

from collections.abc import Iterable, Iterator
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
    components: list[ComponentEntry] = []
    seen: dict[Path | bytes, str] = {}
    for file, content in zip(files, contents, strict=True):
        name = file.as_posix()
        told = read_report(content, name)
        for sign in _signs(file, content, told):
            if sign in seen:
                raise ConfigurationError(name, f"the same report as {seen[sign]}", "name each report once")
            seen[sign] = name
        components += told
    return merge([file.as_posix() for file in files], components)


def _signs(file: Path, content: bytes, told: Iterable[ComponentEntry]) -> Iterator[Path | bytes]:
    """Yield by what a report is known to be the same: its file, and what it tells, where that is anybody's own.

    Of sites that were just begun from the same templates, nothing but the name need be different.
    """
    yield file.resolve()
    if any(component.coverage.documented for component in told):
        yield content


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
