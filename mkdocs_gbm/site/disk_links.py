"""Links between `docs_dir` and the folders beside it: they mean files as they lie on the disk."""

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_gbm.mounts import Mounts

_TARGETS = {"a": "href", "img": "src"}
_BEFORE_MKDOCS = 1
"""MkDocs follows links, and tells of those that lead nowhere, with priority 0."""


class DiskLinks(Extension):
    """Turns a link that works on the disk, and not on the site, into one that works there.

    Args:
        docs_dir: The folder of the site's pages.
        mounts: The folders beside it.
    """

    def __init__(self, docs_dir: str, mounts: "Mounts") -> None:
        super().__init__()
        self._docs_dir = docs_dir
        self._mounts = mounts
        self._page: File | None = None
        self._files: Files | None = None

    @classmethod
    def added(cls, config: "MkDocsConfig", docs_dir: str, mounts: "Mounts") -> "DiskLinks | None":
        """Add it to a site's Markdown extensions, where folders are mounted."""
        kept = [each for each in config.markdown_extensions if not isinstance(each, cls)]
        made = cls(docs_dir, mounts) if mounts.folders else None
        config["markdown_extensions"] = [*kept, made] if made else kept
        return made

    def follow_on(self, page: "File", files: "Files") -> None:
        """Know the page that is rendered next, and the files of the site."""
        self._page, self._files = page, files

    def extendMarkdown(self, md: "Markdown") -> None:  # noqa: N802 - Python-Markdown's name
        """Have the links of every page followed."""
        md.treeprocessors.register(_Links(self), "gbm-disk-links", _BEFORE_MKDOCS)

    def followed(self, url: str) -> str:
        """Return a link as the site has it; as it is where it leads to a file already, or to none."""
        scheme, host, path, query, fragment = urlsplit(url)
        if scheme or host or not path or path[0] in "/\\" or AMP_SUBSTITUTE in url:
            return url
        if self._page is None or self._files is None:
            return url
        uri, wanted = self._page.src_uri, unquote(path)
        folder = posixpath.dirname(uri)
        if self._files.get_file_from_path(posixpath.normpath(posixpath.join(folder, wanted))):
            return url
        meant = self._mounts.meant(uri, wanted, self._docs_dir)
        if self._files.get_file_from_path(meant) is None:
            return url
        return urlunsplit(("", "", quote(posixpath.relpath(meant, folder)), query, fragment))


class _Links(Treeprocessor):
    def __init__(self, links: DiskLinks) -> None:
        super().__init__()
        self._links = links

    def run(self, root: "Element") -> None:
        for element in root.iter():
            key = _TARGETS.get(element.tag)
            if key and (url := element.get(key)):
                element.set(key, self._links.followed(url))
