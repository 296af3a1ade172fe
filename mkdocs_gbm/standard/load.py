"""Load a standard, whatever it comes from."""

from dataclasses import replace
from pathlib import Path

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.standard.folder import load_folder
from mkdocs_gbm.standard.identity import commit_of, digest
from mkdocs_gbm.standard.merge import served_by
from mkdocs_gbm.standard.model import Origin, Standard
from mkdocs_gbm.standard.source import Source, find


def load(name: str | None, project: Path, *, named: bool = False) -> Standard:
    """Load the standard of a project.

    Args:
        name: What was said of it; none where nothing was.
        project: The folder that relative paths start from.
        named: Whether it was said on the command line.

    Raises:
        ConfigurationError: If it is not found, or broken.
    """
    return read(find(name, project, named=named))


def read(source: Source) -> Standard:
    """Read a standard that was found.

    Raises:
        ConfigurationError: If it is broken, with file and line.
    """
    standard = _read(source)
    own = source.partial or (source.folder if source.told != "bundled" else None)
    origin = Origin(
        source=source.told,
        chosen=source.chosen,
        hash=digest(standard),
        version=source.version or standard.version,
        commit=commit_of(own) if own else None,
    )
    return replace(standard, name=source.name, origin=origin, remarks=(*source.remarks, *standard.remarks))


def _read(source: Source) -> Standard:
    if source.partial is not None:
        from mkdocs_gbm.standard.partial import read_partial  # noqa: PLC0415 - its parsers cost 10 ms at every start

        own = read_partial(source.partial, source.told)
        return served_by(own, load_folder(source.folder)) if source.folder else own
    if source.folder is None:
        raise ConfigurationError(source.told, "no such standard", "name a folder of page templates")
    return load_folder(source.folder)
