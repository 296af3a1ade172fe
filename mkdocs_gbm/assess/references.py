"""Links that stand for content: what they lead to on the site is judged."""

import posixpath
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from mkdocs_gbm.assess.content import Content, Status, judge
from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.pages import OtherFile, Page, Resolve
from mkdocs_gbm.assess.recognise import Match
from mkdocs_gbm.outline import Outline, Unit, UnitKind

_WORDS_BESIDE_A_LINK = 5
_FAR = 30
"""So many links are followed from one place: who reads goes no further, and pages may link without end."""


def refer(found: Found, page: Page, ways: "Ways") -> Found:
    """Judge a section that holds nothing but links by what these lead to."""
    links = _only_links(found.content)
    if not links or found.waiver:
        return found
    if ways.lead_to_content(links, page, found.content.own):
        return replace(found, match=Match.REFERENCE)
    link = next((link for link in links if not _names_a_host(link)), links[0])
    return replace(found, leads=ways.told(link, page))


def leads_somewhere(links: Sequence[str], page: Page, known: KnownText, resolve: Resolve) -> bool:
    """Say whether one of a checklist item's links leads to a page or heading of the site that has content."""
    return Ways(known, resolve).lead_to_content(links, page)


class Ways:
    """Follows links; what they lead to is looked at once, since many places may link to one.

    Args:
        known: The standard's own text.
        resolve: Finds what links lead to.
    """

    def __init__(self, known: KnownText, resolve: Resolve) -> None:
        self._known = known
        self._resolve = resolve
        self._ends: dict[tuple[str, str], _End] = {}

    def lead_to_content(self, links: Iterable[str], page: Page, standing: Iterable[Unit] = ()) -> bool:
        """Say whether links lead to something that is written, also by way of places that hold but links.

        Args:
            links: The links.
            page: The page that they stand on.
            standing: What the links stand in: to lead back there is to lead nowhere.
        """
        passed = set(map(id, standing))
        waiting = deque((link, page) for link in links)
        for _ in range(_FAR):
            if not waiting:
                break
            end = self._end(*waiting.popleft())
            content = self._without(passed, end)
            if content.status is not Status.DOCUMENTED or not isinstance(end.linked, Page):
                continue
            onward = _only_links(content)
            if not onward:
                return True
            passed.update(map(id, content.own))
            waiting.extend((further, end.linked) for further in onward)
        return False

    def told(self, link: str, page: Page) -> str:
        """Return where a link leads that leads to nothing written, as a finding tells it."""
        end = self._end(link, page)
        if end.linked is None:
            return f"{link}, {'outside the site' if _names_a_host(link) else 'which is not on the site'}"
        own, fragment = end.linked.path == page.path, link.partition("#")[2]
        path = "" if own else posixpath.relpath(end.linked.path, posixpath.dirname(page.path) or ".")
        if isinstance(end.linked, OtherFile):
            return f"{path}, {'a page that is left out of the site' if end.linked.is_page else 'a file and no page'}"
        if not fragment:
            return "the page that it stands on" if own else f"{path}, where nothing is written"
        if end.units is None:
            return f"{path}#{fragment}, and {path or 'this page'} has no such anchor"
        return f"{path}#{fragment}, where nothing is written"

    def _end(self, link: str, page: Page) -> "_End":
        """Return what a link leads to, looked at once."""
        if (page.path, link) not in self._ends:
            target = link.partition("#")[0]
            linked = self._resolve(page.path, target) if target else page
            units = _units_at(linked, link, page) if isinstance(linked, Page) else None
            self._ends[page.path, link] = _End(linked, units, judge(units or (), self._known))
        return self._ends[page.path, link]

    def _without(self, passed: set[int], end: "_End") -> Content:
        """Judge what a link leads to without what was passed on the way there."""
        if all(id(unit) not in passed for unit in end.content.own):
            return end.content
        return judge([unit for unit in end.units or () if id(unit) not in passed], self._known)


@dataclass(frozen=True, slots=True)
class _End:
    """What a link leads to."""

    linked: Page | OtherFile | None
    units: Sequence[Unit] | None
    """What stands there; `None` where there is no such place."""
    content: Content


def _only_links(content: Content) -> tuple[str, ...]:
    if not content.own or any(unit.kind not in (UnitKind.PROSE, UnitKind.ITEM) for unit in content.own):
        return ()
    links = tuple(link for unit in content.own for link in unit.links)
    beside = content.words - sum(len(unit.linked.split()) for unit in content.own)
    return links if links and beside <= _WORDS_BESIDE_A_LINK else ()


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


def _names_a_host(link: str) -> bool:
    return link.startswith("//") or ":" in link.split("/", 1)[0]
