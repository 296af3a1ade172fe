"""Find a standard by what was said of it: in one order for every command and every build."""

from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs_gbm import __version__
from mkdocs_gbm.errors import ConfigurationError, did_you_mean
from mkdocs_gbm.standard.bundled import bundled, bundled_names
from mkdocs_gbm.standard.model import Chosen
from mkdocs_gbm.standard.package import shipped
from mkdocs_gbm.standard.persona import name_of, note_of, partial_of, persona_in

DEFAULT = "backend_engineer"
_PACKAGE = "package:"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a standard is read from."""

    name: str
    told: str
    """As reports tell it: `bundled`, a path relative to the project, `package:NAME`."""
    chosen: Chosen
    folder: Path | None = None
    """A folder of page templates; beside a partial, the bundled one that serves it by name."""
    partial: Path | None = None
    version: str | None = None
    note: Path | None = None
    """GoBuildMe's note of the persona, where it was looked at."""
    remarks: tuple[str, ...] = ()

    @property
    def watched(self) -> tuple[Path, ...]:
        """Return the files and folders whose change changes the standard."""
        return tuple(path for path in (self.partial, self.folder, self.note) if path is not None)


def find(name: str | None, project: Path, *, named: bool = False) -> Source:
    """Find the standard of a project.

    Args:
        name: What was said of it: a bundled standard, a folder of page templates, a persona partial, `package:NAME`
            or another persona of the project; none where nothing was, and the project's persona decides.
        project: The folder that relative paths start from.
        named: Whether the name was said on the command line.

    Raises:
        ConfigurationError: If there is no such standard.
    """
    if name is not None:
        return _named(name, project, Chosen.OPTION if named else Chosen.CONFIGURED)
    note = note_of(project)
    persona = persona_in(note) if note else None
    if persona is None:
        return _noted(_bundled(DEFAULT, project, Chosen.DEFAULT), note)
    if persona in bundled_names():
        return _noted(_bundled(persona, project, Chosen.PERSONA), note)
    if partial := partial_of(persona, project):
        return _noted(_partial(partial, project, Chosen.PERSONA), note)
    where = _told(note, project) if note else ""
    remark = f"{where}: there is no standard for the persona '{persona}', and the backend engineer's is used"
    return _noted(_bundled(DEFAULT, project, Chosen.DEFAULT), note, remark)


def _noted(source: Source, note: Path | None, *remarks: str) -> Source:
    return replace(source, note=note, remarks=remarks)


def _named(name: str, project: Path, chosen: Chosen) -> Source:
    if name.startswith(_PACKAGE):
        short = name.removeprefix(_PACKAGE)
        found = shipped(short)
        return Source(short, name, chosen, folder=found.folder, version=found.version)
    if name in bundled_names():
        return _bundled(name, project, chosen)
    if name.casefold().endswith(".md"):
        return _partial(project / name, project, chosen)
    folder = project / name
    if folder.is_dir():
        return Source(folder.resolve().name, _told(folder, project), chosen, folder=folder)
    if partial := partial_of(name, project):
        return _partial(partial, project, chosen)
    raise ConfigurationError(
        "standard",
        f"'{name}' is neither a bundled standard nor a folder of page templates below {project.name or project}/",
        did_you_mean(name, bundled_names()),
    )


def _bundled(name: str, project: Path, chosen: Chosen) -> Source:
    if partial := partial_of(name, project):
        return _partial(partial, project, chosen)
    return Source(name, "bundled", chosen, folder=bundled(name), version=__version__)


def _partial(file: Path, project: Path, chosen: Chosen) -> Source:
    name = name_of(file)
    serving = bundled(name) if name in bundled_names() else None
    return Source(name, _told(file, project), chosen, folder=serving, partial=file)


def _told(path: Path, project: Path) -> str:
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else path.as_posix()
