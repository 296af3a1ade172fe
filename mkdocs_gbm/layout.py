"""Which page holds which topic: by the templates' paths, by configuration, by the pages' own claims."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_gbm import front_matter
from mkdocs_gbm.errors import ConfigurationError, did_you_mean
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

    @property
    def topic_pages(self) -> frozenset[str]:
        """All pages that are judged."""
        return frozenset(uri for uris in self.pages.values() for uri in uris)


def lay_out(uris: Iterable[str], read: Callable[[str], str], standard: Standard, options: Options) -> Layout:
    """Find the pages of every topic and of the checklist.

    Args:
        uris: All pages of the site, relative to `docs_dir`.
        read: Gives the source of a page.
        standard: Says which topics there are, and where their pages are by default.
        options: Say where they are on this site.

    Raises:
        ConfigurationError: If a page claims a topic that the standard does not have.
    """
    uris = list(uris)
    directory = options.architecture_dir
    inside = [uri for uri in uris if not directory or uri.startswith(f"{directory}/")]
    defaults = {topic.slug: topic.page for topic in standard.topics}
    if standard.checklist:
        defaults[CHECKLIST] = standard.checklist.page
    claims = _claims(inside, read, defaults)
    pages = {}
    expected = {}
    for slug, default in defaults.items():
        patterns = [posixpath.normpath(posixpath.join(directory, path)) for path in options.pages.get(slug, (default,))]
        named = [uri for pattern in patterns for uri in _matching(uris, pattern)]
        pages[slug] = tuple(dict.fromkeys([*named, *claims.get(slug, ())]))
        expected[slug] = pages[slug][0] if pages[slug] else patterns[0]
    taken = {uri for found in pages.values() for uri in found}
    for topic in standard.topics:
        if topic.folder and topic.slug not in options.pages:
            pattern = posixpath.normpath(posixpath.join(directory, topic.folder, "*.md"))
            more = [uri for uri in _matching(uris, pattern) if uri not in taken]
            pages[topic.slug] = (*pages[topic.slug], *more)
            expected[topic.slug] = next(iter(pages[topic.slug]), expected[topic.slug])
    taken = {uri for found in pages.values() for uri in found}
    return Layout(directory, pages, expected, tuple(uri for uri in inside if uri not in taken))


def own_meta(meta: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a page's front matter says under `gbm:`; empty where that is no mapping."""
    own = meta.get("gbm")
    return own if isinstance(own, dict) else {}


def _matching(uris: Iterable[str], pattern: str) -> list[str]:
    """Return the paths that fit a glob, in which `*` stays in its folder and `**` does not."""
    parts = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    expression = re.compile("".join(parts.get(part) or re.escape(part) for part in _WILD.split(pattern)))
    return [uri for uri in uris if uri == pattern or expression.fullmatch(uri)]


_WILD = re.compile(r"(\*\*/|\*\*|\*|\?)")


def _claims(uris: list[str], read: Callable[[str], str], known: Mapping[str, str]) -> dict[str, list[str]]:
    claims: dict[str, list[str]] = {}
    for uri in uris:
        slug = claim_of(uri, read(uri), known)
        if slug is not None:
            claims.setdefault(slug, []).append(uri)
    return claims


def claim_of(uri: str, text: str, known: Collection[str]) -> str | None:
    """Return the topic that a page's front matter claims.

    Raises:
        ConfigurationError: If there is no such topic among the known ones.
    """
    if "gbm:" not in text[:4000]:
        return None
    try:
        own = own_meta(front_matter.split(text).meta)
    except front_matter.FrontMatterError:
        return None
    slug = own.get("topic")
    if slug is None:
        return None
    if not isinstance(slug, str) or slug not in known:
        raise ConfigurationError(
            f"{uri}: front matter: gbm: topic", f"'{slug}' is no topic of this standard", did_you_mean(str(slug), known)
        )
    return slug
