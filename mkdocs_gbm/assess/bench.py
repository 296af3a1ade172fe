"""What every verdict needs at hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from shlex import quote

from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.pages import Component, Resolve
from mkdocs_gbm.assess.recognise import Recogniser
from mkdocs_gbm.assess.settings import Settings


@dataclass(frozen=True, slots=True)
class Bench:
    """What every verdict needs at hand."""

    recognisers: Mapping[str, Recogniser]
    known: KnownText
    resolve: Resolve
    settings: Settings
    several: bool = False
    """Whether the site has several components, so that a command must name one."""

    def making(self, slug: str, component: Component) -> str:
        """Return the command that makes the page of a topic or of the checklist."""
        return f"gbm new {slug}" + (f" --component {quote(component.name)}" if self.several else "")
