"""Folders of a documentation that are components: siblings that hold pages of the same topics."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_gbm.adopt.shares import Share
from mkdocs_gbm.assess.contribution import weight
from mkdocs_gbm.standard import Standard

_TELLING = 2.0
"""What the sections of a page must weigh for the page to be one of its topic."""
_TOPICS = 2
"""How many topics two folders have in common when they are components."""
_KINDS = frozenset(
    "adr adrs api apis architecture archive arc42 backend common concepts database decisions design dev developer docs "
    "examples explanation explanations faq frontend general guide guides how-to howto internal legacy misc notes old "
    "operations ops overview patterns public reference references rfc rfcs runbooks security shared specs technical "
    "templates tutorial tutorials".split()
)
"""Folders that are named after a kind of page, and not after a system."""
_EDITION = re.compile(r"v?\d[\d._-]*|latest|stable|current|next|previous|draft|drafts|[a-z]{2}[-_][A-Za-z]{2}")
"""A folder that holds a version or a translation of what its siblings hold too."""
_LANGUAGES = frozenset("ar cs da de el en es fi fr he hi hu id it ja ko nb nl no pl pt ro ru sv th tr uk vi zh".split())


@dataclass(frozen=True, slots=True)
class Family:
    """Components whose folders are laid out alike: `services/*/docs`."""

    parent: str
    """The folder that they are in, relative to `docs_dir`."""
    members: tuple[str, ...]
    """The names of their folders there."""
    tail: str = ""
    """Where in these the architecture is."""

    @property
    def pattern(self) -> str | None:
        """Return the glob of their folders; none where it would find every folder of the site."""
        return self.folder("*") if self.parent or self.tail else None

    def folder(self, member: str) -> str:
        """Return the folder of a component, relative to `docs_dir`."""
        return posixpath.normpath(posixpath.join(self.parent, member, self.tail))


def telling_topics(shares: Iterable[Share]) -> dict[str, set[str]]:
    """Return per page the topics that it is surely about."""
    topics: dict[str, set[str]] = {}
    for share in shares:
        if share.sections and weight(share.sections) >= _TELLING:
            topics.setdefault(share.uri, set()).add(share.slug)
    return topics


def is_component(topics: Collection[str]) -> bool:
    """Say whether a folder with pages of these topics documents a system of its own."""
    return len(topics) >= _TOPICS


def find_families(pages: Mapping[str, set[str]], uris: Collection[str], standard: Standard) -> tuple[Family, ...]:
    """Return the components that a documentation has side by side; nothing where it has one.

    Args:
        pages: Per page the topics that it is surely about.
        uris: All pages.
        standard: Says where a topic's page is by default.
    """
    topics: dict[str, set[str]] = {}
    for uri, slugs in pages.items():
        for folder in _above(uri):
            topics.setdefault(folder, set()).update(slugs)
    defaults = [topic.page for topic in standard.topics]
    return tuple(
        Family(parent, tuple(map(posixpath.basename, folders)), _tail(folders, pages, uris, defaults))
        for parent, folders in _siblings("", topics)
    )


def _siblings(folder: str, topics: Mapping[str, set[str]]) -> list[tuple[str, list[str]]]:
    """Return the folders that are components, by the folder that they are in, the innermost first."""
    children = sorted(child for child in topics if child and posixpath.dirname(child) == folder)
    below = [(child, _siblings(child, topics)) for child in children]
    found = [family for _, families in below for family in families]
    known = [member for _, members in found for member in members]
    plain = [child for child, families in below if not families and _names_system(child)]
    alike = [child for child in plain if any(_share(child, other, topics) for other in (*plain, *known))]
    return [*found, (folder, alike)] if len(alike) + len(known) >= _TOPICS and alike else found


def _share(folder: str, other: str, topics: Mapping[str, set[str]]) -> bool:
    return folder != other and is_component(topics[folder] & topics[other])


def _names_system(folder: str) -> bool:
    name = posixpath.basename(folder)
    return name.casefold() not in _KINDS | _LANGUAGES and _EDITION.fullmatch(name) is None


def _tail(folders: list[str], pages: Iterable[str], uris: Collection[str], defaults: list[str]) -> str:
    """Return where in each of some folders the architecture is: as deep as it is in all of them."""
    pages = list(pages)
    homes = [
        _home(folder, [uri for uri in pages if uri.startswith(f"{folder}/")], uris, defaults) for folder in folders
    ]
    tails = [posixpath.relpath(home, folder) for home, folder in zip(homes, folders, strict=True)]
    common = posixpath.commonpath(tails)
    return "" if common == "." else common


def _home(folder: str, pages: list[str], uris: Collection[str], defaults: list[str]) -> str:
    """Return the folder that all pages are in, or the one above it from which most are at their default places."""
    inner = posixpath.commonpath([posixpath.dirname(uri) for uri in pages])
    places = [inner, *(above for above in _above(inner) if above == folder or above.startswith(f"{folder}/"))]
    return max(places, key=lambda place: sum(posixpath.join(place, page) in uris for page in defaults))


def _above(path: str) -> Iterator[str]:
    while path:
        path = posixpath.dirname(path)
        yield path
