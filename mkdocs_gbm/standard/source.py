"""Find a standard by what was said of it: in one order for every command and every build."""

import os
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from mkdocs_gbm import __version__
from mkdocs_gbm.boundary import refuse_outside
from mkdocs_gbm.errors import OPTIONS, ConfigurationError, did_you_mean
from mkdocs_gbm.standard.bundled import bundled, bundled_names
from mkdocs_gbm.standard.model import Chosen
from mkdocs_gbm.standard.package import shipped
from mkdocs_gbm.standard.persona import folders_to_watch, name_of, note_of, partial_of, persona_in

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
    around: tuple[Path, ...] = ()
    """Folders in which GoBuildMe may note another persona, or keep a partial of it."""
    remarks: tuple[str, ...] = ()

    @property
    def watched(self) -> tuple[Path, ...]:
        """Return the files and folders whose change changes the standard."""
        return (*filter(None, (self.partial, self.folder)), *self.around)


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
    return replace(_noted(project), around=folders_to_watch(project))


def _noted(project: Path) -> Source:
    """Return the standard of the persona that GoBuildMe notes, or the default."""
    note = note_of(project)
    persona = persona_in(note) if note else None
    if note is None or persona is None:
        return _bundled(DEFAULT, project, Chosen.DEFAULT)
    if persona in bundled_names():
        return _bundled(persona, project, Chosen.PERSONA)
    if partial := partial_of(persona, project):
        return _partial(partial, project, Chosen.PERSONA)
    told = f"there is no standard for the persona '{persona}', and the backend engineer's is used"
    default = _bundled(DEFAULT, project, Chosen.DEFAULT)
    return replace(default, remarks=(f"{_told(note, project)}: {told}",))


def _named(name: str, project: Path, chosen: Chosen) -> Source:
    if name.startswith(_PACKAGE):
        short = name.removeprefix(_PACKAGE)
        found = shipped(short, _said_in(chosen))
        return Source(short, name, chosen, folder=found.folder, version=found.version)
    if name in bundled_names():
        return replace(_bundled(name, project, chosen), around=folders_to_watch(project))
    if chosen is not Chosen.OPTION:  # whoever types a command may name what they like
        refuse_outside("plugins: gbm: standard", name, project / name, project)
    if name.casefold().endswith(".md"):
        return _partial(project / name, project, chosen)
    folder = project / name
    if name.strip() and folder.is_dir():
        _refuse_links_out(folder, project, chosen)
        return Source(folder.resolve().name, _told(folder, project), chosen, folder=folder)
    if partial := partial_of(name, project):
        return replace(_partial(partial, project, chosen), around=folders_to_watch(project))
    raise ConfigurationError(
        _said_in(chosen),
        f"'{name}' is neither a bundled standard nor a folder of page templates below {project.name or project}/",
        did_you_mean(name, bundled_names()),
    )


def _refuse_links_out(folder: Path, project: Path, chosen: Chosen) -> None:
    for file in sorted(folder.iterdir()) if chosen is not Chosen.OPTION else ():
        if file.is_symlink():
            refuse_outside("plugins: gbm: standard", _told(file, project), file, project)


def _said_in(chosen: Chosen) -> str:
    """Return where a standard was named, as mistakes tell it."""
    return f"{OPTIONS}: standard" if chosen is Chosen.CONFIGURED else "standard"


def _bundled(name: str, project: Path, chosen: Chosen) -> Source:
    if partial := partial_of(name, project):
        return _partial(partial, project, chosen)
    return Source(name, "bundled", chosen, folder=bundled(name), version=__version__)


def _partial(file: Path, project: Path, chosen: Chosen) -> Source:
    name = name_of(file)
    serving = bundled(name) if name in bundled_names() else None
    return Source(name, _told(file, project), chosen, folder=serving, partial=file)


def _told(path: Path, project: Path) -> str:
    return PurePath(os.path.relpath(path, project)).as_posix()
