"""Pages of a build with other texts than their files have: what is about to be written, judged beforehand."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import BasePlugin, event_priority

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


class Rehearsal(BasePlugin):  # type: ignore[type-arg] # it has no options
    """Gives pages other texts before any plugin reads them.

    Args:
        texts: The texts by the pages' files, absolute.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)
        self._replaced: dict[int, File] = {}

    @event_priority(1000)
    def on_files(self, files: "Files", *, config: "MkDocsConfig", **_: Any) -> "Files":
        """Put the texts in place of the files' own."""
        del config
        self._replace(files)
        return files

    def on_nav(self, nav: Any, *, config: "MkDocsConfig", files: "Files", **_: Any) -> None:
        """Do the same for pages that were added since, as those of a language are."""
        del nav, config
        self._replace(files)

    def _replace(self, files: "Files") -> None:
        for file in files:
            path = file.abs_src_path
            if not path or id(file) in self._replaced:
                continue
            if (text := self._texts.get(os.path.abspath(path))) is not None:
                self._replaced[id(file)] = file
                file.content_string = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
                file.abs_src_path = path  # which setting the content forgets, and other plugins ask for
