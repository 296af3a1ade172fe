"""What GoBuildMe notes in a project: its persona, and the partials of all personas."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from mkdocs_gbm.errors import ConfigurationError

NOTE = ".gobuildme/config/personas.yaml"
_PARTIALS = ".gobuildme/templates/personas/partials"
_KEY = "default_persona"
_ARCHITECTURE = "architecture"
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def note_of(project: Path) -> Path | None:
    """Return the file in which GoBuildMe notes the persona of a project, or of the repository around it."""
    return _nearest(project, NOTE)


def persona_in(note: Path) -> str | None:
    """Return the persona that a note names; none where it names none.

    Raises:
        ConfigurationError: If it is no YAML, or names no text.
    """
    try:
        said = yaml.load(note.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{note}:{mark.line + 1}" if mark else str(note)
        problem = getattr(error, "problem", None) or str(error)
        raise ConfigurationError(where, f"unreadable ({problem})", "mend it, or name a 'standard:'") from error
    persona = said.get(_KEY) if isinstance(said, dict) else None
    if persona is None or persona == "":
        return None
    if not isinstance(persona, str):
        raise ConfigurationError(f"{note}: {_KEY}", f"'{persona}' is no name", f"write {_KEY}: backend_engineer")
    return persona.strip()


def partial_of(persona: str, project: Path) -> Path | None:
    """Return a project's own partial of a persona."""
    if not persona.replace("_", "").replace("-", "").isalnum():
        return None
    return _nearest(project, f"{_PARTIALS}/{persona}/architecture.md")


def _nearest(project: Path, path: str) -> Path | None:
    return next((folder / path for folder in _up(project) if (folder / path).is_file()), None)


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
