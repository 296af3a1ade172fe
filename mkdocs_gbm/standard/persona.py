"""What GoBuildMe notes in a project: its persona, and the partials of all personas."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs_gbm import texts, yaml_text
from mkdocs_gbm.boundary import is_inside
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.keys import written
from mkdocs_gbm.yaml_text import YamlError

NOTE = ".gobuildme/config/personas.yaml"
_PARTIALS = ".gobuildme/templates/personas/partials"
_HOME = ".gobuildme"
_BELOW = ("config", "templates/personas")
_KEY = "default_persona"
_ARCHITECTURE = "architecture"


def note_of(project: Path) -> Path | None:
    """Return the file in which GoBuildMe notes the persona of a project, or of the repository around it."""
    return _nearest(project, NOTE)


def persona_in(note: Path) -> str | None:
    """Return the persona that a note names; none where it names none.

    Raises:
        ConfigurationError: If it is no YAML, or names no text.
    """
    try:
        said = yaml_text.load(texts.read(note))
    except YamlError as error:
        told = error.of(note)
        raise ConfigurationError(told.where, told.problem, f"{told.remedy}, or name a 'standard:'") from None
    persona = said.get(_KEY) if isinstance(said, dict) else None
    if persona is None or persona == "":
        return None
    if not isinstance(persona, str):
        raise ConfigurationError(
            f"{note}: {_KEY}", f"'{written(persona)}' is no name", f"write {_KEY}: backend_engineer"
        )
    return persona.strip()


def partial_of(persona: str, project: Path) -> Path | None:
    """Return a project's own partial of a persona."""
    if not persona.replace("_", "").replace("-", "").isalnum():
        return None
    return _nearest(project, f"{_PARTIALS}/{persona}/architecture.md")


def folders_to_watch(project: Path) -> tuple[Path, ...]:
    """Return the folders in which a note or a partial may be made or changed, as far as there are any."""
    homes = [folder / _HOME for folder in _up(project) if (folder / _HOME).is_dir()]
    places = [(home, home / below) for home in homes for below in _BELOW]
    return tuple(dict.fromkeys(place if place.is_dir() else home for home, place in places))


def _nearest(project: Path, path: str) -> Path | None:
    return next((folder / path for folder in _up(project) if _is_file(folder / path, project)), None)


def _is_file(path: Path, project: Path) -> bool:
    return path.is_file() and is_inside(path, project)


def _up(project: Path) -> Iterator[Path]:
    """Yield the project's folder and those above it, up to the repository's; without a repository, it alone."""
    around = [project, *project.parents]
    top = next((number for number, folder in enumerate(around) if (folder / ".git").exists()), 0)
    yield from around[: top + 1]


def name_of(file: Path) -> str:
    """Return the persona that a partial is of: its folder's name, or that of the file itself."""
    stem = file.stem
    if stem == _ARCHITECTURE and file.parent.name:
        return file.parent.name
    return stem.removesuffix(f"-{_ARCHITECTURE}") or stem
