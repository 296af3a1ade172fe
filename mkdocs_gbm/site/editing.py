"""Where a page that does not exist yet is made, on the hosts that can make one from a link."""

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

#: The name of the new file in a host's link, by a word of the host's name.
_PARAMETERS = {"github": "filename", "gitlab": "file_name"}


def straight(url: str) -> str:
    """Return an address without `../` in its path."""
    parts = urlsplit(url)
    return parts._replace(path=posixpath.normpath(parts.path)).geturl() if "/../" in parts.path else url


def creation_url(uri: str, config: "MkDocsConfig") -> str | None:
    """Return where a page is made; `None` where the configuration does not say, or the host is not known.

    Args:
        uri: The page's path, relative to `docs_dir`.
        config: Says where pages are edited: `repo_url`, `edit_uri`, `edit_uri_template`.
    """
    # A page beside `docs_dir` has `../` in its path, which no host would know.
    edit = Page(None, File(uri, config.docs_dir, config.site_dir, config.use_directory_urls), config).edit_url
    if edit is None:
        return None
    parts = urlsplit(straight(edit))
    parameter = next((name for host, name in _PARAMETERS.items() if host in (parts.hostname or "")), None)
    if parameter is None or "/edit/" not in parts.path:
        return None
    folder, name = posixpath.split(parts.path.replace("/edit/", "/new/", 1))
    return parts._replace(path=folder, query=f"{parameter}={quote(unquote(name))}").geturl()
