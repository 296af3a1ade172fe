"""The whole proposal for a site: of its one component, or of each of several."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mkdocs_gbm.adopt.added import added_components
from mkdocs_gbm.adopt.beside import look_beside, mounts_of
from mkdocs_gbm.adopt.configuration import wanted
from mkdocs_gbm.adopt.found import Group, find_groups
from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.adopt.model import Adopted, Proposal
from mkdocs_gbm.adopt.opinions import Opinions
from mkdocs_gbm.adopt.propose import propose
from mkdocs_gbm.adopt.reading import Pages
from mkdocs_gbm.adopt.several import adopt_each, with_components
from mkdocs_gbm.adopt.site import Site
from mkdocs_gbm.adopt.written import new_components
from mkdocs_gbm.components import ComponentChoice
from mkdocs_gbm.mounts import NOWHERE, Mounts, address_of, is_outside
from mkdocs_gbm.options import Options
from mkdocs_gbm.project.outside import components_of, look_outside


@dataclass(frozen=True, slots=True)
class Plan:
    """What is proposed for a site."""

    ground: Ground
    options: Options
    """The site's options with all of it added."""
    added: Mapping[str, Any]
    """The plugin's options that are to be added, as they are written."""
    proposal: Proposal | None
    """What is proposed for the only component; none where there are several."""
    components: tuple[Adopted, ...] = ()
    known: tuple[str, ...] | None = None
    """The pages that the site has without it, where it brings more."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to add to what topics have."""
        return self.proposal.empty if self.proposal else all(each.proposal.empty for each in self.components)


def plan(site: Site, today: date, *, folder_named: bool) -> Plan:
    """Return what is to be added to a site's options.

    Args:
        site: The documentation to adopt.
        today: The day on which waivers are judged.
        folder_named: Whether somebody named the one folder that is looked at.

    Raises:
        ConfigurationError: If the components that are configured make no sense.
    """
    options = site.options
    if options.components or is_outside(options.architecture_dir):
        ground = _ground(site, today, look_outside(options, site.docs_dir, site.root).mounts)
        return _configured(site, ground) if options.components else _outside(site, ground, options.architecture_dir, {})
    if not folder_named and not site.says_where:
        beside = look_beside(site.root, site.docs_dir, [each.folder for each in site.included])
        ground = _ground(site, today, mounts_of(beside))
        opinions = _opinions(site, ground)
        groups = find_groups(ground, opinions, beside, site.name, site.home)
        folders = [folder for group in groups for _, folder in group.members]
        if len(folders) == 1:
            return _outside(site, ground, folders[0], {"architecture_dir": folders[0]})
        if groups:
            return _new(site, ground, groups, opinions)
    within = options.architecture_dir if folder_named else ""
    ground = replace(_ground(site, today, NOWHERE), within=within, choose_folder=not site.knows_folder)
    proposal = propose(ground, options)
    return Plan(ground, proposal.options, wanted(site, proposal), proposal)


def _ground(site: Site, today: date, mounts: Mounts) -> Ground:
    included = tuple(each for each in site.included if each.uri)
    pages = Pages(site.docs_dir, site.left_out, mounts, project=site.root, language=site.language, included=included)
    return Ground(site.standard, pages, tuple(pages.uris()), today, site.root)


def _opinions(site: Site, ground: Ground) -> Opinions:
    return Opinions(ground, site.options.settings(ground.today, ground.standard))


def _outside(site: Site, ground: Ground, folder: str, named: Mapping[str, Any]) -> Plan:
    """Return the plan of a site whose one component lies beside `docs_dir`."""
    options = replace(site.options, architecture_dir=address_of(folder))
    inside = tuple(uri for uri in ground.uris if uri.startswith(f"{options.architecture_dir}/"))
    proposal = propose(replace(ground, uris=inside), options)
    after = replace(proposal.options, architecture_dir=folder)
    added = {**named, **{key: value for key, value in wanted(site, proposal).items() if key != "architecture_dir"}}
    return Plan(ground, after, added, proposal, known=_in_docs_dir(ground) if named else None)


def _configured(site: Site, ground: Ground) -> Plan:
    outside = look_outside(site.options, site.docs_dir, site.root)
    adopted = adopt_each(ground, site.options, components_of(outside, ground.uris), _opinions(site, ground))
    options = with_components(site.options, (each.component for each in adopted))
    given = (site.given or {}).get("components")
    added = added_components(given, ground, site.options, adopted)
    return Plan(ground, options, {**site.named, **({"components": added} if added else {})}, None, adopted)


def _new(site: Site, ground: Ground, groups: Sequence[Group], opinions: Opinions) -> Plan:
    members = [(name, folder, group.inherit) for group in groups for name, folder in group.members]
    choices = [ComponentChoice(name, _uri(folder), inherit=inherit) for name, folder, inherit in members]
    adopted = adopt_each(ground, site.options, choices, opinions)
    by_folder = {folder: each for (_, folder, _), each in zip(members, adopted, strict=True)}
    value = new_components(ground, site.options, groups, by_folder)
    named = {key: said for key, said in site.named.items() if key != "architecture_dir"}
    options = with_components(site.options, (each.component for each in adopted))
    return Plan(ground, options, {**named, "components": value}, None, adopted, _in_docs_dir(ground))


def _in_docs_dir(ground: Ground) -> tuple[str, ...]:
    mounts = ground.pages.mounts
    return tuple(uri for uri in ground.uris if mounts.source_of(uri) == uri)


def _uri(folder: str) -> str:
    return address_of(folder) if is_outside(folder) else folder
