"""The language that a site's options speak of: the plugin `i18n` builds the site in several, and paths name none."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_gbm.project.plugins import plugins_of

_LOCALE = re.compile(r"[a-z]{2}(?:_[A-Z]{2}|(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?)")
"""What the plugin takes for a language, even one that the site is not built in."""


@dataclass(frozen=True, slots=True)
class FirstLanguage:
    """The language whose pages are at the top of the site; a site that names none has one without a name."""

    locale: str = ""
    others: tuple[str, ...] = ()
    suffixes: bool = False
    """Whether pages have their language in their names (`api.de.md`), and not a folder of its own (`de/api.md`)."""

    @property
    def folder(self) -> str:
        """Return the folder of its pages, relative to `docs_dir`; an empty text where it has none of its own."""
        return "" if self.suffixes else self.locale

    def uri_of(self, path: str) -> str | None:
        """Return a page's path without its language, as options name it; none where it is in another language.

        Args:
            path: The path of its file, relative to `docs_dir`.
        """
        if not self.locale:
            return path
        said, uri = _by_suffix(path) if self.suffixes else _by_folder(path)
        if said not in (self.locale, *self.others) and not _LOCALE.fullmatch(said):
            return path
        return uri if said == self.locale else None


def first_language(values: Mapping[str, Any]) -> FirstLanguage:
    """Return the first language of a site, from what its configuration says."""
    options = plugins_of(values).get("i18n", {})
    listed = options.get("languages")
    languages = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    locales = [str(each.get("locale", "")) for each in languages]
    only = options.get("build_only_locale")
    default = [str(each.get("locale", "")) for each in languages if each.get("default")]
    first = next(iter([only] if only in locales else default), "")
    others = tuple(locale for locale in locales if locale != first)
    return FirstLanguage(first, others, suffixes=options.get("docs_structure") != "folder") if first else UNNAMED


UNNAMED = FirstLanguage()
"""The language of a site that names none."""


def _by_suffix(path: str) -> tuple[str, str]:
    """Return what a file's name says of its language, and the path without that."""
    stem, kind = posixpath.splitext(path)
    plain, said = posixpath.splitext(stem)
    return said.removeprefix("."), f"{plain}{kind}"


def _by_folder(path: str) -> tuple[str, str]:
    """Return the folder at the top, which may be a language's, and the path below it."""
    top, _, below = path.partition("/")
    return (top, below) if below else ("", path)
