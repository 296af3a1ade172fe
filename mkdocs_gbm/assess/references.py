"""Links that stand for content: what they lead to on the site is judged."""

import posixpath
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import unquote

from mkdocs_gbm.assess.content import Content, Status, judge
from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.pages import OtherFile, Page, Resolve
from mkdocs_gbm.assess.recognise import Match
from mkdocs_gbm.outline import Outline, Unit, UnitKind

_WORDS_BESIDE_A_LINK = 5
_FAR = 50
"""So many links are followed from one place: who reads goes no further, and pages may link without end."""


def content_under(heading: str, units: Sequence[Unit], known: KnownText) -> Content:
    """Judge what stands under a heading; a link is one also where its words only repeat the heading."""
    content = judge(units, known, heading)
    if content.own or not any(unit.links for unit in units):
        return content
    linking = judge(units, known)
    return linking if _only_links(linking) else content


def refer(found: Found, page: Page, known: KnownText, resolve: Resolve) -> Found:
    """Judge a section that holds nothing but links by what these lead to."""
    links = _only_links(found.content)
    if not links or found.waiver:
        return found
    if _lead_to_content(links, page, known, resolve, found.content.own):
        return replace(found, match=Match.REFERENCE)
    link = next((link for link in links if not _names_a_host(link)), links[0])
    return replace(found, leads=_told(link, page, resolve))


def leads_somewhere(links: Sequence[str], page: Page, known: KnownText, resolve: Resolve) -> bool:
    """Say whether one of a checklist item's links leads to a page or heading of the site that has content."""
    return _lead_to_content(links, page, known, resolve, ())


def _only_links(content: Content) -> tuple[str, ...]:
    if not content.own or any(unit.kind not in (UnitKind.PROSE, UnitKind.ITEM) for unit in content.own):
        return ()
    links = tuple(link for unit in content.own for link in unit.links)
    beside = content.words - sum(len(unit.linked.split()) for unit in content.own)
    return links if links and beside <= _WORDS_BESIDE_A_LINK else ()


def _lead_to_content(
    links: Iterable[str], page: Page, known: KnownText, resolve: Resolve, standing: Iterable[Unit]
) -> bool:
    """Say whether links lead to something that is written, also by way of places that hold but links.

    Args:
        links: The links.
        page: The page that they stand on.
        known: The standard's own text.
        resolve: Finds the pages that links lead to.
        standing: What the links stand in: to lead back there is to lead nowhere.
    """
    passed = set(map(id, standing))
    waiting = deque((link, page) for link in links)
    for _ in range(_FAR):
        if not waiting:
            break
        link, page = waiting.popleft()
        linked = _linked(link, page, resolve)
        if not isinstance(linked, Page):
            continue
        units = _units_at(linked, link, page)
        content = judge([unit for unit in units or () if id(unit) not in passed], known)
        if content.status is not Status.DOCUMENTED:
            continue
        onward = _only_links(content)
        if not onward:
            return True
        passed.update(map(id, content.own))
        waiting.extend((further, linked) for further in onward)
    return False


def _linked(link: str, page: Page, resolve: Resolve) -> Page | OtherFile | None:
    target = link.partition("#")[0]
    return resolve(page.path, target) if target else page


def _units_at(linked: Page, link: str, page: Page) -> Sequence[Unit] | None:
    """Return what stands where a link leads; nothing for the page itself that it stands on, `None` for no place."""
    fragment = link.partition("#")[2]
    if fragment:
        return _below(linked.outline, fragment)
    return () if linked.path == page.path else linked.outline.units


def _below(outline: Outline, fragment: str) -> tuple[Unit, ...] | None:
    """Return what stands at an anchor, as browsers look for it: as it is written, and then decoded."""
    below = outline.below(fragment)
    return below if below is not None or "%" not in fragment else outline.below(unquote(fragment))


def _told(link: str, page: Page, resolve: Resolve) -> str:
    """Return where a link leads that leads to nothing written, as a finding tells it."""
    linked = _linked(link, page, resolve)
    if linked is None:
        return f"{link}, {'outside the site' if _names_a_host(link) else 'which is not on the site'}"
    path = posixpath.relpath(linked.path, posixpath.dirname(page.path) or ".")
    if isinstance(linked, OtherFile):
        return f"{path}, {'a page that is left out of the site' if linked.is_page else 'a file and no page'}"
    own, fragment = linked.path == page.path, link.partition("#")[2]
    if not fragment:
        return "the page that it stands on" if own else f"{path}, where nothing is written"
    if _units_at(linked, link, page) is None:
        return f"{'' if own else path}#{fragment}, and {'this page' if own else path} has no such anchor"
    return f"{'' if own else path}#{fragment}, where nothing is written"


def _names_a_host(link: str) -> bool:
    return link.startswith("//") or ":" in link.split("/", 1)[0]
