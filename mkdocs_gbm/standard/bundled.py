"""Find a standard by name: bundled with the package, or a folder of the user's."""

from pathlib import Path

from mkdocs_gbm.errors import ConfigurationError, did_you_mean
from mkdocs_gbm.standard.folder import load_folder
from mkdocs_gbm.standard.model import Standard

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled_folder() -> Path:
    """Return the folder of bundled standards: in the wheel, or beside the package in a checkout."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


def locate(name: str, project: Path) -> Path:
    """Return the folder of the standard that `name` means.

    Args:
        name: A bundled standard, or the path of a folder of page templates.
        project: The folder that relative paths start from.

    Raises:
        ConfigurationError: If there is neither.
    """
    bundled = sorted(folder.name for folder in bundled_folder().iterdir() if folder.is_dir())
    if name in bundled:
        return bundled_folder() / name
    folder = project / name
    if folder.is_dir():
        return folder
    raise ConfigurationError(
        "standard",
        f"'{name}' is neither a bundled standard nor a folder of page templates below {project.name or project}/",
        did_you_mean(name, bundled),
    )


def load(name: str, project: Path) -> Standard:
    """Load a standard by its bundled name or its folder.

    Raises:
        ConfigurationError: If it is not found, or one of its templates is broken.
    """
    return load_folder(locate(name, project))
