"""Which page holds which topic: by the templates' paths, by configuration, by the pages' own claims."""

import posixpath
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from mkdocs_gbm.claims import claim_of
from mkdocs_gbm.components import ComponentChoice
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.globs import is_glob, matches
from mkdocs_gbm.options import CHECKLIST, Options
from mkdocs_gbm.standard import Standard


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a component, as paths relative to `docs_dir`."""

    directory: str
    """The component's folder."""
    pages: Mapping[str, tuple[str, ...]]
    """Per slug (and `checklist`) the pages that exist."""
    expected: Mapping[str, str]
    """Per slug (and `checklist`) where the page stands or should stand."""
    others: tuple[str, ...]
    """Pages in the component's folder that hold no topic."""
    component: ComponentChoice
    """What the configuration says of it; its name is empty where it is the only one."""

    @property
    def topic_pages(self) -> frozenset[str]:
        """All pages that are judged."""
        return frozenset(uri for uris in self.pages.values() for uri in uris)


@dataclass(frozen=True, slots=True)
class SitePages:
    """The pages of a site."""

    uris: Iterable[str]
    """Their paths, relative to `docs_dir`."""
    read: Callable[[str], str]
    """Gives the source of a page."""
    told: Callable[[str], str] = str
    """Gives the path of a page as mistakes tell it."""


def the_only(options: Options) -> ComponentChoice:
    """Return the component of a site that names none: what the options say is said of it."""
    return ComponentChoice("", options.architecture_dir, not_applicable=options.not_applicable)


def lay_out(uris: Iterable[str], read: Callable[[str], str], standard: Standard, options: Options) -> Layout:
    """Find the pages of every topic and of the checklist, where there is one component.

    Args:
        uris: All pages of the site, relative to `docs_dir`.
        read: Gives the source of a page.
        standard: Says which topics there are, and where their pages are by default.
        options: Say where they are on this site.

    Raises:
        ConfigurationError: If a page claims a topic that the standard does not have.
    """
    return lay_out_all(SitePages(uris, read), standard, options, [the_only(options)])[0]


def lay_out_all(
    pages: SitePages, standard: Standard, options: Options, components: Iterable[ComponentChoice]
) -> tuple[Layout, ...]:
    """Find the pages of every topic and of the checklist of all components.

    Args:
        pages: Those of the site.
        standard: Says which topics there are, and where their pages are by default.
        options: Say where they are on this site.
        components: The documented systems.

    Raises:
        ConfigurationError: If a page claims a topic that the standard does not have, or what it says of itself means
            nothing.
    """
    components = list(components)
    uris = tuple(dict.fromkeys(pages.uris))
    inside = _by_folder(uris, [component.directory for component in components])
    folders = {topic.slug: topic.folder for topic in standard.topics if topic.folder}
    finder = _Finder(uris, frozenset(uris), pages, _defaults(standard), folders, options)
    return tuple(finder.lay_out(component, inside[component.directory]) for component in components)


def owners_of(layouts: Collection[Layout]) -> dict[str, str]:
    """Return the name of the component whose each page is, where there are several; a shared page is nobody's."""
    if len(layouts) == 1:
        return {}
    owners: dict[str, str] = {}
    shared: set[str] = set()
    for layout in layouts:
        for uri in (*layout.topic_pages, *layout.others):
            if owners.setdefault(uri, layout.component.name) != layout.component.name:
                shared.add(uri)
    return {uri: name for uri, name in owners.items() if uri not in shared}


def _defaults(standard: Standard) -> dict[str, str]:
    """Return where the standard has its pages, relative to a component's folder."""
    defaults = {topic.slug: topic.page for topic in standard.topics}
    return {**defaults, CHECKLIST: standard.checklist.page} if standard.checklist else defaults


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the pages of components among those of a site."""

    uris: tuple[str, ...]
    known: frozenset[str]
    site: SitePages
    defaults: Mapping[str, str]
    """Per slug where the standard has its page."""
    folders: Mapping[str, str]
    """Per slug the folder all of whose pages hold the topic, where the standard names one."""
    options: Options

    def lay_out(self, component: ComponentChoice, inside: list[str]) -> Layout:
        """Return the layout of a component with these pages in its folder."""
        directory = component.directory
        claims = _claims(inside, self.site, self.defaults)
        pages = {}
        expected = {}
        for slug, default in self.defaults.items():
            paths = component.pages.get(slug) or self.options.pages.get(slug) or (default,)
            patterns = [_in_docs(component, slug, path) for path in paths]
            named = [uri for pattern in patterns for uri in self._found(pattern)]
            pages[slug] = tuple(dict.fromkeys([*named, *claims.get(slug, ())]))
            expected[slug] = pages[slug][0] if pages[slug] else patterns[0]
        taken = {uri for held in pages.values() for uri in held}
        for slug, folder in self.folders.items():
            if slug not in component.pages and slug not in self.options.pages:
                # In a folder of its own all pages are the topic's, in the component's folder only those beside it.
                below = "*.md" if posixpath.normpath(folder) == "." else "**/*.md"
                found = self._found(posixpath.normpath(posixpath.join(directory, folder, below)))
                pages[slug] = (*pages[slug], *(uri for uri in found if uri not in taken))
                expected[slug] = next(iter(pages[slug]), expected[slug])
        taken = {uri for held in pages.values() for uri in held}
        elsewhere = taken.difference(inside)
        _claims(sorted(elsewhere), self.site, self.defaults)  # only to tell a mistake: they are named
        return Layout(directory, pages, expected, tuple(uri for uri in inside if uri not in taken), component)

    def _found(self, pattern: str) -> list[str]:
        if not is_glob(pattern):
            return [pattern] if pattern in self.known else []
        return [uri for uri in self.uris if matches(uri, pattern)]


def _in_docs(component: ComponentChoice, slug: str, path: str) -> str:
    """Return a page's path relative to `docs_dir`, from that in the component's folder.

    Raises:
        ConfigurationError: If it leads out of `docs_dir`, and the component's folder does not.
    """
    uri = posixpath.normpath(posixpath.join(component.directory, path))
    if uri.split("/")[0] == ".." != component.directory.split("/")[0]:
        whose = f"components: {component.name}: " if slug in component.pages else ""
        where = f"plugins: gbm: {whose}pages: {slug}"
        raise ConfigurationError(where, f"'{path}' leads out of docs_dir", "name a page of the site")
    return uri


def _by_folder(uris: Iterable[str], folders: Collection[str]) -> dict[str, list[str]]:
    """Return the pages below each folder; each is in one at most, but for the root of all."""
    inside: dict[str, list[str]] = {folder: [] for folder in folders}
    for uri in uris:
        above = uri
        while above:
            above = posixpath.dirname(above)
            if above in inside:
                inside[above].append(uri)
    return inside


def _claims(uris: Iterable[str], site: SitePages, known: Mapping[str, str]) -> dict[str, list[str]]:
    claims: dict[str, list[str]] = {}
    for uri in uris:
        slug = claim_of(site.told(uri), site.read(uri), known)
        if slug is not None:
            claims.setdefault(slug, []).append(uri)
    return claims
