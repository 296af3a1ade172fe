"""Topic pages that are there, and that the site leaves out: drafts, excluded ones, a README beside an index."""

import posixpath
from collections.abc import Callable

from mkdocs_gbm.layout import Layout


def left_out(
    layout: Layout, is_there: Callable[[str], bool], on_site: Callable[[str], str | None]
) -> dict[str, str | None]:
    """Return the slugs whose expected page is left out, each with the page that the site has in its place, if any.

    Args:
        layout: The pages of a component, relative to `docs_dir`.
        is_there: Says whether there is a file at such a path.
        on_site: Gives the path of a page as it is told, if the site has it.
    """
    absent = {slug: layout.expected[slug] for slug, uris in layout.pages.items() if not uris}
    return {slug: _in_its_place(uri, on_site) for slug, uri in absent.items() if is_there(uri)}


def _in_its_place(uri: str, on_site: Callable[[str], str | None]) -> str | None:
    """Return the page that MkDocs takes in place of a README in its folder."""
    folder, name = posixpath.split(uri)
    return on_site(posixpath.join(folder, "index.md")) if name == "README.md" else None
