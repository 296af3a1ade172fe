"""The components that a site seems to have, by its folders and by the parts of its repository."""

import os
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from mkdocs_gbm.adopt.affinity import Affinity
from mkdocs_gbm.adopt.beside import Beside
from mkdocs_gbm.adopt.families import find_families, is_component, telling_topics
from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.adopt.opinions import Opinions
from mkdocs_gbm.adopt.shares import Share, share_out
from mkdocs_gbm.project.modules import ARCHITECTURE


@dataclass(frozen=True, slots=True)
class Group:
    """Components whose folders are laid out alike."""

    members: tuple[tuple[str, str], ...]
    """The name of each, and its folder as it lies on the disk, relative to `docs_dir`."""
    pattern: str | None = None
    """The glob that finds them, where there is one."""
    inherit: str | None = None
    """The component that hands down to them what they lack."""


def find_groups(
    ground: Ground, opinions: Opinions, beside: Sequence[Beside], name: str, home: str | None
) -> list[Group]:
    """Return the components that a site without `components:` seems to have; one alone lies beside `docs_dir`.

    Args:
        ground: The site, with the pages of what is beside its `docs_dir`.
        opinions: What its pages would document.
        beside: The folders there that may be components.
        name: The site's name, which the component has that is the repository's own.
        home: The folder of the repository's own architecture, relative to `docs_dir`; none where there is none.
    """
    pages = telling_topics(_shares(ground, opinions))
    outside = tuple(f"{each.uri}/" for each in beside)
    inner = {uri: topics for uri, topics in pages.items() if not uri.startswith(outside)}
    uris = frozenset(uri for uri in ground.uris if not uri.startswith(outside))
    families = [
        Group(tuple((each, family.folder(each)) for each in family.members), family.pattern)
        for family in find_families(inner, uris, ground.standard)
    ]
    parts = [each for each in beside if _tells(each, pages, ground.uris)]
    own = home if home is not None and _is_own(home, ground, inner, families) else None
    own = own or next((each.folder for each in parts if each.is_root), None)
    first = [Group(((name, own),))] if own is not None and (families or parts) else []
    others = [each for each in parts if not each.is_root]
    found = [*first, *families, *_of_parts(others, name if first else None)]
    return found if parts or sum(len(group.members) for group in found) > 1 else []


def _shares(ground: Ground, opinions: Opinions) -> Iterator[Share]:
    affinity = Affinity(ground.standard, "")
    for uri in ground.uris:
        if opinions.of(uri) and not opinions.exempt(uri):
            yield from share_out(ground.pages.page(uri), opinions.of(uri), affinity)


def _is_own(home: str, ground: Ground, pages: Mapping[str, set[str]], families: Sequence[Group]) -> bool:
    """Say whether a folder holds the repository's own architecture, begun or written, and is no shelf of components."""
    folders = [folder for group in families for _, folder in group.members]
    apart = not any(f"{folder}/".startswith(f"{home}/") or f"{home}/".startswith(f"{folder}/") for folder in folders)
    return apart and (any(uri.startswith(f"{home}/") for uri in pages) or _is_begun(home, ground))


def _is_begun(home: str, ground: Ground) -> bool:
    """Say whether pages stand where GoBuildMe writes them, or at topics' own places, though they tell nothing yet."""
    theirs = os.path.normpath(ground.pages.folder / home) == os.path.normpath(ground.root / ARCHITECTURE)
    places = {posixpath.join(home, topic.page) for topic in ground.standard.topics}
    return any(uri in places or (theirs and uri.startswith(f"{home}/")) for uri in ground.uris)


def _tells(part: Beside, pages: Mapping[str, set[str]], uris: Sequence[str]) -> bool:
    start = f"{part.uri}/"
    if part.tail == ARCHITECTURE:  # whatever is written there: it is where GoBuildMe writes
        return any(uri.startswith(start) for uri in uris)
    return is_component({slug for uri, slugs in pages.items() if uri.startswith(start) for slug in slugs})


def _of_parts(parts: Sequence[Beside], own: str | None) -> Iterator[Group]:
    """Yield the parts of a repository, those together that one glob finds."""

    def kind(part: Beside) -> tuple[str, str]:
        return posixpath.dirname(part.part), part.tail

    for (above, tail), alike in groupby(sorted(parts, key=kind), kind):
        members = tuple((posixpath.basename(part.part), part.folder) for part in alike)
        pattern = f"{above}/*/{tail}" if len(members) > 1 else None
        yield Group(members, pattern, own if tail == ARCHITECTURE else None)
