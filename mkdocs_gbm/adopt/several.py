"""Propose for a site of several components: for each of them as if it were the only one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.adopt.model import Adopted, Alias, Proposal
from mkdocs_gbm.adopt.opinions import Opinions
from mkdocs_gbm.adopt.propose import propose
from mkdocs_gbm.components import ComponentChoice
from mkdocs_gbm.options import Options


def adopt_each(
    ground: Ground, options: Options, components: Iterable[ComponentChoice], opinions: Opinions
) -> tuple[Adopted, ...]:
    """Return what is to be added for each component; with that added, the answer is empty.

    Args:
        ground: The site.
        options: What holds for all of its components.
        components: Each with its folder on the site.
        opinions: What the pages would document under the names that the options give.
    """
    return tuple(_adopted(ground, options, component, opinions) for component in components)


def with_components(options: Options, components: Iterable[ComponentChoice]) -> Options:
    """Return the options of a site that has these components."""
    return replace(options, components=tuple(components), architecture_dir=Options().architecture_dir)


def _adopted(ground: Ground, options: Options, component: ComponentChoice, opinions: Opinions) -> Adopted:
    waived = {**options.not_applicable, **component.not_applicable}
    own = replace(
        options,
        components=(),
        architecture_dir=component.directory,
        pages={**options.pages, **component.pages},
        aliases=_joined(options.aliases, component.aliases),
        not_applicable=waived,
    )
    start = f"{component.directory}/" if component.directory else ""
    inside = tuple(uri for uri in ground.uris if uri.startswith(start))
    alone = propose(replace(ground, uris=inside, within="", choose_folder=False), own, opinions)
    proposal = _without(alone, waived)
    pages = {**component.pages, **proposal.pages}
    aliases = _joined(component.aliases, _by_section(proposal.aliases))
    return Adopted(replace(component, pages=pages, aliases=aliases), proposal)


def _without(proposal: Proposal, waived: Mapping[str, str]) -> Proposal:
    """Return a proposal without the topics that do not apply."""
    return replace(
        proposal,
        choices=tuple(choice for choice in proposal.choices if choice.slug not in waived),
        aliases=tuple(alias for alias in proposal.aliases if alias.slug not in waived),
        architecture_dir=None,
        components=(),
    )


def _by_section(aliases: Iterable[Alias]) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for alias in aliases:
        sections = found.setdefault(alias.slug, {})
        sections[alias.section] = (*sections.get(alias.section, ()), alias.heading)
    return found


def _joined(
    one: Mapping[str, Mapping[str, tuple[str, ...]]], other: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> dict[str, Mapping[str, tuple[str, ...]]]:
    return {
        slug: {
            section: tuple(dict.fromkeys((*one.get(slug, {}).get(section, ()), *other.get(slug, {}).get(section, ()))))
            for section in {**one.get(slug, {}), **other.get(slug, {})}
        }
        for slug in {**one, **other}
    }
