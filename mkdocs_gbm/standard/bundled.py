"""The standards that come with the package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled_names() -> list[str]:
    """Return the names of all of them."""
    return sorted(folder.name for folder in _folder().iterdir() if folder.is_dir())


def bundled(name: str) -> Path:
    """Return the folder of page templates of one of them."""
    return _folder() / name


def _folder() -> Path:
    """Return the folder of bundled standards: in the wheel, or beside the package in a checkout."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"
