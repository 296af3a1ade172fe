"""Propose what a configuration needs for documentation that exists: a folder, pages, names, until nothing is new."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.adopt.model import Alias, Choice, Proposal
from mkdocs_gbm.adopt.opinions import Opinions
from mkdocs_gbm.adopt.survey import Survey
from mkdocs_gbm.options import Options
from mkdocs_gbm.standard import Standard

_ROUNDS = 8
"""More rounds than any documentation needs: a name may bring a page, and a page a name."""


def propose(ground: Ground, options: Options, opinions: Opinions | None = None) -> Proposal:
    """Return what is to be added to a site's options; with that added, the answer is empty.

    Args:
        ground: The site.
        options: Its options.
        opinions: What its pages would document under the names that these give, where somebody asked before.
    """
    if opinions is None or opinions.aliases != options.aliases:
        opinions = Opinions(ground, options.settings(ground.today, ground.standard))
    proposal = _settled(ground, options, opinions)
    if not ground.choose_folder or not proposal.choices:
        return proposal
    folder = _common_folder(choice.uri for choice in proposal.choices)
    again = _settled(ground, replace(options, architecture_dir=folder), opinions)
    return replace(again, architecture_dir=folder or ".")


def _settled(ground: Ground, options: Options, opinions: Opinions) -> Proposal:
    """Propose until there is nothing new."""
    first = Survey(ground, options, opinions)
    choices: list[Choice] = []
    aliases: list[Alias] = []
    for _ in range(_ROUNDS):
        survey = Survey(ground, options, opinions)
        new = survey.choices()
        options = _with_pages(options, new, _defaults(survey, options, ground.standard))
        names = Survey(ground, options, opinions).aliases()
        choices += new
        aliases += names
        if not new and not names:
            break
        if names:
            options = _with_aliases(options, names)
            opinions = Opinions(ground, options.settings(ground.today, ground.standard))
    choices = list(_told(choices, first, Survey(ground, options, opinions)))
    order = {slug: number for number, slug in enumerate(opinions.judges)}
    choices.sort(key=lambda choice: order.get(choice.slug, len(order)))
    return Proposal(options, tuple(choices), tuple(aliases), components=first.components, exempt=first.exempt)


def _told(choices: Iterable[Choice], before: Survey, after: Survey) -> Iterator[Choice]:
    """Yield pages with all that they add to their topics: a heading may serve several.

    Args:
        choices: The pages, each with what no topic with a better right to it documents there.
        before: What there is without them.
        after: What there is with them.
    """
    told: dict[str, set[str]] = {}
    for choice in choices:
        known = told.setdefault(choice.slug, set(before.covered(choice.slug)))
        more = [found for found in after.documents(choice.uri, choice.slug) if found.section not in known]
        listed = {found.section for found in choice.sections}
        known |= {found.section for found in more} | listed
        yield replace(choice, sections=(*choice.sections, *(found for found in more if found.section not in listed)))


def _defaults(survey: Survey, options: Options, standard: Standard) -> dict[str, str]:
    """Return per topic the default path of its page, where its page is there and nothing else was said."""
    paths = {topic.slug: topic.page for topic in standard.topics if topic.slug not in options.pages}
    at = {slug: posixpath.normpath(posixpath.join(options.architecture_dir, path)) for slug, path in paths.items()}
    return {slug: path for slug, path in paths.items() if at[slug] in survey.layout.pages[slug]}


def _with_pages(options: Options, choices: Iterable[Choice], defaults: Mapping[str, str]) -> Options:
    """Return the options with more pages; a topic that has its page at the default place keeps it."""
    pages = {slug: list(paths) for slug, paths in options.pages.items()}
    for choice in choices:
        default = [defaults[choice.slug]] if choice.slug in defaults else []
        path = posixpath.relpath(choice.uri, options.architecture_dir or ".")
        pages.setdefault(choice.slug, default).append(path)
    return replace(options, pages={slug: tuple(paths) for slug, paths in pages.items()})


def _with_aliases(options: Options, aliases: Iterable[Alias]) -> Options:
    known = {slug: dict(sections) for slug, sections in options.aliases.items()}
    for alias in aliases:
        names = known.setdefault(alias.slug, {})
        names[alias.section] = (*names.get(alias.section, ()), alias.heading)
    return replace(options, aliases=known)


def _common_folder(uris: Iterable[str]) -> str:
    """Return the folder that all pages are below; empty for `docs_dir` itself."""
    return posixpath.commonpath([posixpath.dirname(uri) for uri in uris])
