"""Where links lead on the built site, told without a build."""

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from mkdocs_gbm.project.files import SiteFiles, is_page, url_of
from mkdocs_gbm.project.told import Told

#: Folders and files that themes and this plugin add to a site: a link to them leads to something all the same.
_ADDED = ("assets/", "css/", "fonts/", "img/", "js/", "search/", "gbm/", "404.html", "sitemap.xml")


class Links:
    """Knows the address of every file of a site.

    Args:
        files: What stands in the `docs_dir`.
        told: Knows where they lie on the disk.
        added: Pages that the build adds.
        directory_urls: Whether a page's address is a folder's.
    """

    def __init__(self, files: SiteFiles, told: Told, added: tuple[str, ...], *, directory_urls: bool) -> None:
        self._files = files
        self._told = told
        self._directory_urls = directory_urls
        self._added = (*_ADDED, *added)
        self._by_address: Mapping[str, str] | None = None

    def follow(self, uri: str, target: str) -> str | None:
        """Return what a link on a page becomes on the built site; `None` where only a build knows."""
        scheme, host, path, query, fragment = urlsplit(target)
        if scheme or host or not path:
            return target
        if target[0] in "/\\":
            return None
        named = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(path)).lstrip("/"))
        if named not in self._files.every:
            named = self._told.meant(uri, unquote(path)) or named
        if named not in self._files.every:
            return None if named.startswith(self._added) else target
        return urlunsplit(("", "", self._relative(named, uri), query, fragment))

    def file_at(self, uri: str, target: str) -> str | None:
        """Return the page or other file that a link on the built site leads to, if it is there."""
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            return None
        name = unquote(urljoin(self._url(uri), parts.path)).lstrip("/")
        if self._by_address is None:
            self._by_address = {unquote(self._url(page)).lstrip("/"): page for page in self._files.pages}
        page = self._by_address.get(name) or self._by_address.get(f"{name}/" if name else "./")
        return page or (name if name in self._files.every and not is_page(name) else None)

    def _url(self, uri: str) -> str:
        return url_of(uri, directory_urls=self._directory_urls)

    def _relative(self, named: str, uri: str) -> str:
        """Return an address as it is seen from a page, as MkDocs spells it."""
        wanted, page = self._url(named), self._url(uri)
        from_parts = [part for part in page.split("/")[:-1] if part not in ("", ".")]
        parts = [part for part in wanted.split("/") if part not in ("", ".")]
        common = 0
        for here, there in zip(from_parts, parts, strict=False):
            if here != there:
                break
            common += 1
        relative = "/".join([".."] * (len(from_parts) - common) + parts[common:]) or "."
        return f"{relative}/" if wanted.endswith("/") else relative
