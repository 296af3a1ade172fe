"""What is proposed for an existing documentation, and why."""

from dataclasses import dataclass

from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.components import ComponentChoice
from mkdocs_gbm.options import Options


@dataclass(frozen=True, slots=True)
class Choice:
    """One page, proposed for one topic."""

    slug: str
    """The topic, or `checklist`."""
    uri: str
    """The page, relative to `docs_dir`."""
    sections: tuple[Found, ...] = ()
    """What it documents of the topic that no other page of the topic does."""
    items: int = 0
    """For a checklist: how many of its items are on the page."""
    claimed: bool = False
    """Whether its own front matter says so."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One heading, proposed as another name of a required section."""

    slug: str
    section: str
    heading: str
    """The heading as it is to be written in the configuration: without number and markup."""
    uri: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be added to the configuration."""

    options: Options
    """The options with all of it added."""
    choices: tuple[Choice, ...] = ()
    aliases: tuple[Alias, ...] = ()
    architecture_dir: str | None = None
    """The folder of the architecture documentation, where it is to be said anew."""
    components: tuple[str, ...] = ()
    """Folders that look like components of their own; of these only the first was used."""
    exempt: tuple[str, ...] = ()
    """Pages that no topic gets, for what they are, although their headings mean required sections."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to add."""
        return not (self.choices or self.aliases)

    @property
    def pages(self) -> dict[str, tuple[str, ...]]:
        """Per topic that gains a page the whole value of `pages:`."""
        return {slug: self.options.pages[slug] for slug in dict.fromkeys(choice.slug for choice in self.choices)}


@dataclass(frozen=True, slots=True)
class Adopted:
    """One component of several, and what is proposed for it."""

    component: ComponentChoice
    """With all of it added; its folder is that on the site."""
    proposal: Proposal
