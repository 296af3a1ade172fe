"""The pages that are judged, as the doors hand them in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_gbm.assess.settings import Settings
from mkdocs_gbm.assess.waivers import Waiver
from mkdocs_gbm.outline import Outline


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site."""

    path: str
    """Its source, relative to the project, with forward slashes."""
    outline: Outline
    waiver: Waiver | None = None
    """That the whole page does not apply, from its front matter."""


@dataclass(frozen=True, slots=True)
class OtherFile:
    """What a link leads to that is no page of the site."""

    path: str
    """Where it stands, relative to the project, with forward slashes."""
    is_page: bool
    """Whether it would be a page, were it not left out."""


Resolve = Callable[[str, str], Page | OtherFile | None]
"""Finds what a link leads to on the site: the path of the page that it stands on, and its target without fragment.
A link that leaves the site, or leads nowhere, is `None`."""


@dataclass(frozen=True, slots=True)
class Component:
    """One documented system: the pages of its topics, and its checklist."""

    name: str
    directory: str
    """Its folder, relative to the project, with forward slashes."""
    topics: Mapping[str, tuple[Page, ...]]
    """Per slug the pages that exist."""
    checklist: tuple[Page, ...] = ()
    expected: Mapping[str, str] = field(default_factory=dict)
    """Per slug the path where its page should stand; `checklist` stands for the checklist's."""
    others: Callable[[], Sequence[Page]] = tuple
    """Gives the pages of the component's folder that no topic has; they are read only when something is missing."""
    settings: Settings | None = None
    """How strictly it is judged, where that is not as on the whole site."""
    not_applicable: Mapping[str, Waiver] = field(default_factory=dict)
    """Topics that it does not have by nature, by slug; `checklist` stands for the checklist."""
    inherit: str | None = None
    """The name of the component from which it takes what it lacks itself."""
    left_out: Mapping[str, str | None] = field(default_factory=dict)
    """Slugs whose expected page is there, and is left out of the site, each with the page that the site has in its
    place, if it has one."""
