"""Standards that other packages ship, by the entry-point group `mkdocs_gbm.standards`."""

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from mkdocs_gbm.errors import ConfigurationError, did_you_mean

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "mkdocs_gbm.standards"


@dataclass(frozen=True, slots=True)
class Shipped:
    """A standard of a package."""

    folder: Path
    version: str | None


def shipped(name: str, said_in: str = "standard") -> Shipped:
    """Return the standard that an installed package ships under a name.

    Args:
        name: The entry point's.
        said_in: Where the package was named, as mistakes tell it.

    Raises:
        ConfigurationError: If no package does, or what it names is no folder.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - 15 ms at every start, for what few sites use

    where = f"{said_in}: package:{name}"
    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in found:
        remedy = did_you_mean(name, found) if found else f"install the package: none has the entry point {GROUP}"
        raise ConfigurationError(where, f"no installed package ships a standard '{name}'", remedy)
    entry = found[name]
    try:
        named = entry.load()
    except Exception as error:
        problem = f"'{entry.value}' cannot be imported ({type(error).__name__}: {error})"
        raise ConfigurationError(where, problem, "mend or update the package") from error
    return Shipped(_folder(where, entry, named), entry.dist.version if entry.dist else None)


def _folder(where: str, entry: "EntryPoint", named: object) -> Path:
    if isinstance(named, ModuleType):
        places = [*getattr(named, "__path__", []), str(Path(named.__file__ or "").parent)]
        folder = Path(places[0])
    else:
        folder = Path(str(named))
    if not folder.is_dir():
        raise ConfigurationError(
            where, f"'{entry.value}' is no folder on disk", "let it name a package, or a path of a folder of templates"
        )
    return folder
