"""Links that stand for content: what they lead to on the site is judged."""

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_gbm.assess.content import Content, Status, judge
from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.pages import Page, Resolve
from mkdocs_gbm.assess.recognise import Match
from mkdocs_gbm.outline import Outline, UnitKind


def refer(found: Found, page: Page, known: KnownText, resolve: Resolve) -> Found:
    """Judge a section that holds nothing but a link by what the link leads to."""
    links = _only_links(found.content)
    if not links or found.waiver:
        return found
    for link in links:
        target, _, fragment = link.partition("#")
        linked = resolve(page.path, target) if target else page
        if linked is None:
            continue
        if _is_written(linked.outline, fragment, known):
            return replace(found, match=Match.REFERENCE)
        return replace(found, content=Content((), 0, present=True))
    return replace(found, link=links[0])


def _only_links(content: Content) -> tuple[str, ...]:
    if not content.own or any(unit.kind not in (UnitKind.PROSE, UnitKind.ITEM) for unit in content.own):
        return ()
    links = tuple(link for unit in content.own for link in unit.links)
    beside = content.words - sum(len(unit.linked.split()) for unit in content.own)
    return links if links and beside <= _WORDS_BESIDE_A_LINK else ()


_WORDS_BESIDE_A_LINK = 5


def _is_written(outline: Outline, fragment: str, known: KnownText) -> bool:
    if not fragment:
        return judge(outline.units, known).status is Status.DOCUMENTED
    heading = outline.at(fragment)
    return heading is not None and judge(outline.under(heading), known).status is Status.DOCUMENTED


def names_a_host(link: str) -> bool:
    """Say whether a link leaves the site."""
    return link.startswith("//") or ":" in link.split("/", 1)[0]


def leads_somewhere(links: Sequence[str], page: Page, known: KnownText, resolve: Resolve) -> bool:
    """Say whether one of a checklist item's links leads to a page or heading of the site that has content."""
    for link in links:
        target, _, fragment = link.partition("#")
        linked = resolve(page.path, target) if target else page
        if linked is not None and (target or fragment) and _is_written(linked.outline, fragment, known):
            return True
    return False
