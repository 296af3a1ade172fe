"""A site in several languages: the plugin `i18n` builds it once for each, one after the other in one process.

With its folder structure a page stands at `de/technical/….md`, with its suffix structure at `technical/….de.md`. What
is configured of pages (`architecture_dir`, `pages`, `coverage_page`) is said of all languages, and names no language.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel

from mkdocs_gbm.assess import Finding, Report
from mkdocs_gbm.assess.baseline import Entry
from mkdocs_gbm.layout import Layout

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


@dataclass(frozen=True, slots=True)
class Language:
    """The language that a build is of; a site that names none has one without a name."""

    locale: str = ""
    default: str = ""
    """The language whose pages are at the top of the site."""
    built: tuple[str, ...] = ()
    """All languages of the site."""
    suffixes: bool = False
    """Whether pages have their language in their names, and not a folder of its own."""

    @classmethod
    def of(cls, config: "MkDocsConfig") -> "Language":
        """Return the language that is being built, which is known once the site's files are."""
        plugin: Any = config.plugins.get("i18n")
        if not getattr(plugin, "current_language", None):
            return UNNAMED
        return cls(
            plugin.current_language,
            plugin.default_language,
            tuple(plugin.build_languages),
            suffixes=plugin.config.docs_structure == "suffix",
        )

    @property
    def others(self) -> tuple[str, ...]:
        """Return the other languages of the site."""
        return tuple(locale for locale in self.built if locale != self.locale)

    def switched(self, config: "MkDocsConfig", locale: str) -> "Language":
        """Have the next build be of another language, and return that."""
        config.plugins["i18n"].current_language = locale  # type: ignore[attr-defined] # it is that plugin's own
        return replace(self, locale=locale)

    @property
    def folder(self) -> str:
        """Return the folder of the site that the language is published in; empty for the top of it."""
        return "" if self.locale == self.default else self.locale

    def at(self, path: str) -> str:
        """Return where something of the language is published that the default one has at a path."""
        return f"{self.folder}/{path}" if self.folder else path

    def path(self, uri: str) -> str:
        """Return where a page of the language stands, relative to `docs_dir`, from its path without a language."""
        if self.suffixes:
            page = PurePosixPath(uri)
            return str(page.with_suffix(f".{self.locale}{page.suffix}")) if self.folder else uri
        return f"{self.locale}/{uri}" if self.locale else uri

    def pages(self, files: "Files") -> dict[str, File]:
        """Return the pages of a build by their paths without a language."""
        return {getattr(file, "norm_src_uri", file.src_uri): file for file in files.documentation_pages()}

    def localised(self, layout: Layout, pages: Mapping[str, File]) -> Layout:
        """Return a layout of paths without a language as one of the pages' own paths.

        Args:
            layout: Where the pages are.
            pages: The pages by their paths without a language. A page that was never translated is here in the
                default language.
        """
        if not self.locale:
            return layout

        def own(uri: str) -> str:
            return pages[uri].src_uri if uri in pages else self.path(uri)

        def all_own(uris: Iterable[str]) -> tuple[str, ...]:
            return tuple(map(own, uris))

        return replace(
            layout,
            directory=layout.directory if self.suffixes else self.path(layout.directory).rstrip("/"),
            pages={slug: all_own(uris) for slug, uris in layout.pages.items()},
            expected={slug: own(uri) for slug, uri in layout.expected.items()},
            others=all_own(layout.others),
        )

    def entries(self, entries: Iterable[Entry]) -> "Iterator[Entry]":
        """Yield the entries of a baseline that are about the language, with their components named as in its build."""
        others = tuple(_sign(locale) for locale in self.built if locale != self.default)
        for entry in entries:
            if self.folder and entry.component.endswith(_sign(self.locale)):
                yield replace(entry, component=entry.component.removesuffix(_sign(self.locale)))
            elif not self.folder and not entry.component.endswith(others):
                yield entry

    def named(self, report: Report) -> Report:
        """Return a report whose components are named after their language, unless that is the default one."""
        if not self.folder:
            return report
        sign = _sign(self.locale)
        return replace(
            report,
            components=tuple(replace(each, name=each.name + sign) for each in report.components),
            findings=tuple(replace(each, component=each.component + sign) for each in report.findings),
        )

    def generated(self, config: "MkDocsConfig", uri: str, content: str, inclusion: InclusionLevel) -> File:
        """Return a page of the language that is made by us.

        Args:
            config: The site's configuration.
            uri: Its path without a language.
            content: Its Markdown.
            inclusion: Whether it is in the navigation.
        """
        file = File.generated(config, self.path(uri), content=content, inclusion=inclusion)
        if self.locale:
            _translate(file, self, File.generated(config, uri, content=content))
        return file


UNNAMED = Language()
"""The language of a site that names none."""


def joined(reports: Iterable[Report]) -> Report:
    """Return the reports on a site's languages as one; a page that was never translated is told of once."""
    whole, *more = reports
    told = {_gap(finding) for finding in whole.findings}
    for report in more:
        new = tuple(finding for finding in report.findings if _gap(finding) not in told or not _on_page(finding))
        whole = replace(whole, components=whole.components + report.components, findings=whole.findings + new)
        told |= set(map(_gap, new))
    return whole


def _gap(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.topic, finding.section, finding.place


def _on_page(finding: Finding) -> bool:
    return finding.place.path.endswith(".md")


def _sign(locale: str) -> str:
    return f" ({locale})"


def _translate(file: File, language: Language, plain: File) -> None:
    """Put a page where its language is published, and let the theme's menu of languages lead to the others."""
    file.dest_uri = language.at(plain.dest_uri)
    alternates = {}
    for each in language.built:
        alternates[each] = File(plain.src_uri, None, file.dest_dir, file.use_directory_urls)
        alternates[each].dest_uri = replace(language, locale=each).at(plain.dest_uri)
    # These are what the plugin calls what it knows of its own files.
    setattr(file, "alternates", alternates)  # noqa: B010 - a file has no such attribute, but for the plugin
    for name in ("locale", "locale_alternate_of"):
        setattr(file, name, language.locale)
