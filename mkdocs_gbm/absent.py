"""Folders that the configuration names and in which there is no page: a slip of the pen, more often than a plan."""

import posixpath
from collections.abc import Callable, Iterable, Iterator

from mkdocs_gbm.components import ComponentChoice
from mkdocs_gbm.errors import OPTIONS, ConfigurationError, nearest
from mkdocs_gbm.options import Options


def absent_folders(
    components: Iterable[ComponentChoice], uris: Iterable[str], options: Options, told: Callable[[str], str]
) -> Iterator[ConfigurationError]:
    """Yield a line for each component whose folder was named and holds no page.

    Args:
        components: The documented systems, with their folders relative to `docs_dir`.
        uris: All pages of the site, relative to `docs_dir`.
        options: What the configuration says.
        told: Gives the path of a folder as it is told.
    """
    folders = _folders(uris)
    for component in components:
        named = component.name or options.architecture_dir != Options().architecture_dir
        elsewhere = options.pages or component.pages or component.inherit
        if named and component.directory not in folders and not elsewhere:
            where = f"components: {component.name}" if component.name else "architecture_dir"
            close = nearest(component.directory, folders)
            remedy = f"did you mean {told(close)}?" if close else "write the first with 'gbm new', or name another"
            yield ConfigurationError(f"{OPTIONS}: {where}", f"there is no page in {told(component.directory)}", remedy)


def _folders(uris: Iterable[str]) -> dict[str, None]:
    """Return the folders that hold a page, also further below."""
    found: dict[str, None] = {"": None}
    for uri in uris:
        above = posixpath.dirname(uri)
        while above not in found:
            found[above] = None
            above = posixpath.dirname(above)
    return found
