"""The modules of a repository that GoBuildMe works in: folders that have a `.gobuildme/` of their own."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ARCHITECTURE = ".gobuildme/docs/technical/architecture"
"""Where GoBuildMe writes the architecture of a repository, or of a module of it."""
_DEEPEST = 3
"""A module is a folder of the repository, or two or three levels down: `services/orders`."""
_NEVER = frozenset({"node_modules", "site", "dist", "build", "target", "vendor", "venv"})


def components_for(root: Path, docs_dir: Path, architecture_dir: str, title: str) -> dict[str, Any]:
    """Return the components of a repository with modules, as they are configured; nothing where it has none.

    Modules take what they lack from the repository's own architecture, where there is one, as GoBuildMe does.

    Args:
        root: The repository's folder, absolute.
        docs_dir: The folder of the site's pages, absolute.
        architecture_dir: The folder of the repository's own architecture, relative to `docs_dir`.
        title: The repository's name.
    """
    modules = list(_modules(root, root))
    if not modules:
        return {}
    own = (docs_dir / architecture_dir).is_dir()
    components: dict[str, Any] = {title: architecture_dir} if own else {}
    for module in modules:
        folder = os.path.relpath(module / ARCHITECTURE, docs_dir)
        directory = folder.replace(os.sep, "/")
        name = _name(module, modules, components)
        components[name] = {"dir": directory, "inherit": title} if own else directory
    return components


def folders_below(folder: Path) -> list[str]:
    """Return the folders in a folder that may be parts of a repository: none that is hidden, brought or built."""
    try:
        with os.scandir(folder) as entries:
            below = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return sorted(name for name in below if not name.startswith(".") and name not in _NEVER)


def _modules(folder: Path, root: Path) -> Iterator[Path]:
    if len(folder.relative_to(root).parts) >= _DEEPEST:
        return
    for name in folders_below(folder):
        if (folder / name / ARCHITECTURE).is_dir():
            yield folder / name
        yield from _modules(folder / name, root)


def _name(module: Path, modules: list[Path], taken: dict[str, Any]) -> str:
    """Return a module's name: its folder's, behind the folder above where that is not enough."""
    alike = [other for other in modules if other.name.casefold() == module.name.casefold()]
    alone = len(alike) == 1 and module.name.casefold() not in {name.casefold() for name in taken}
    return module.name if alone else f"{module.parent.name}-{module.name}"
