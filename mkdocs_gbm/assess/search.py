"""Find each required section on a topic's pages: headings first, then bold labels."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter

from mkdocs_gbm.assess.content import judge
from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.pages import Page, Resolve
from mkdocs_gbm.assess.plans import planned_units, plans
from mkdocs_gbm.assess.recognise import Match, Recogniser
from mkdocs_gbm.assess.references import Ways, refer
from mkdocs_gbm.assess.report import Place
from mkdocs_gbm.assess.row_labels import with_row_labels
from mkdocs_gbm.assess.waivers import waiver_of
from mkdocs_gbm.outline import Heading, Outline, Unit, UnitKind

_FIRST = attrgetter("first")
"""By this the headings of a page are sorted."""


def find_sections(
    pages: Sequence[Page], recogniser: Recogniser, known: KnownText, resolve: Resolve, today: date
) -> dict[str, Found]:
    """Return the best place of each required section that is on the pages.

    What is written wins over what is not, then the surer match, then the earlier place. A label counts only for a
    section that no heading means.
    """
    best: dict[str, Found] = {}
    ways = Ways(known, resolve)
    for page in pages:
        for found in _under_headings(page, recogniser, known, best, titles=len(pages) > 1):
            _keep(best, _dated(refer(found, page, ways), today))
    headed = frozenset(best)
    for page in pages:
        for found in _behind_labels(page, recogniser, known, headed):
            _keep(best, _dated(found, today))
    return best


def candidates(outline: Outline, *, titles: bool) -> list[Heading]:
    """Return the headings that may mean a section: all but a page's title."""
    title = outline.title
    return [heading for heading in outline.headings if titles or heading is not title]


def _dated(found: Found, today: date) -> Found:
    return replace(found, expired=True) if found.waiver and found.waiver.expired(today) else found


def _is_settled(best: Mapping[str, Found], section: str, match: Match) -> bool:
    """Say whether no other place that a section is matched at so, or less surely, could take the best one's stead."""
    known = best.get(section)
    return known is not None and known.settles and known.match <= match


def _keep(best: dict[str, Found], found: Found) -> None:
    known = best.get(found.section)
    if known is None or (not found.settles, found.match) < (not known.settles, known.match):
        best[found.section] = found


def _under_headings(
    page: Page, recogniser: Recogniser, known: KnownText, best: Mapping[str, Found], *, titles: bool
) -> Iterator[Found]:
    """Yield what stands below headings; `best` is what was found so far, and is asked anew for each of them."""
    if all(_is_settled(best, section, Match.EXACT) for section in recogniser.sections):
        return  # nothing could be better: the page need not even be read
    outline = page.outline
    planned = plans(outline)
    meant = {
        id(heading): matches
        for heading in candidates(outline, titles=titles)
        if id(heading) not in planned and (matches := recogniser.recognise(heading.text))
    }
    for heading in outline.headings:
        for section, match in meant.get(id(heading), {}).items():
            if _is_settled(best, section, match):
                continue  # judging costs most of all
            units = _own_units(outline, heading, section, meant, recogniser)
            waiver = waiver_of(units, heading.text)
            content = judge(units, known, heading.text)
            place = Place(page.path, heading.line, heading.text, heading.anchor)
            yield Found(section, match, place, content, waiver)


def _own_units(
    outline: Outline, heading: Heading, section: str, meant: Mapping[int, Mapping[str, Match]], recogniser: Recogniser
) -> list[Unit]:
    """Return what stands below a heading, without what stands below deeper headings of other requirements.

    So a section's verdict does not change when a neighbour is moved a level down. A paragraph in bold that is another
    requirement's name is such a heading too.
    """
    units: list[Unit] = []
    position = heading.first
    start = bisect_left(outline.headings, heading.first, key=_FIRST)
    end = bisect_left(outline.headings, heading.end, key=_FIRST)
    for other in outline.headings[start:end]:
        if other is heading or other.level <= heading.level:
            continue
        if id(other) in meant and section not in meant[id(other)] and other.first >= position:
            units.extend(outline.units[position : other.first])
            position = max(position, other.end)
    units.extend(outline.units[position : heading.end])
    return _without_bold_headings(units, section, recogniser)


def _without_bold_headings(units: list[Unit], section: str, recogniser: Recogniser) -> list[Unit]:
    kept: list[Unit] = []
    another = False
    for unit in units:
        if unit.kind is UnitKind.PROSE and unit.label is not None and not unit.rest:
            named = recogniser.recognise(unit.label)
            another = bool(named) and section not in named and max(named.values()) <= Match.NORMALISED
        if not another:
            kept.append(unit)
    return kept


def _behind_labels(page: Page, recogniser: Recogniser, known: KnownText, headed: frozenset[str]) -> Iterator[Found]:
    """Yield what stands behind bold labels of sections that no heading means."""
    outline = page.outline
    if headed >= recogniser.sections:
        return
    planned = planned_units(outline)
    taken = _details(outline, recogniser)
    for index, unit in enumerate(with_row_labels(outline.units, recogniser)):
        if unit.label is None or unit.kind in (UnitKind.HEADER, UnitKind.TITLE) or index in planned:
            continue
        matches = {name: how for name, how in recogniser.recognise(unit.label).items() if name not in headed}
        if not matches or unit.text in known:
            continue
        units = _after_label(outline, unit, index)
        content = judge(units, known, unit.label)
        if not content.present:
            continue
        waiver = waiver_of(units, unit.label)
        for section, match in matches.items():
            if index in taken and match > Match.NORMALISED:
                continue  # a detail of the section that it stands in
            yield Found(section, Match.LABEL, Place(page.path, outline.line_of(index), unit.label), content, waiver)


def _details(outline: Outline, recogniser: Recogniser) -> frozenset[int]:
    """Return the indices of units below headings that mean a required section.

    A heading below which several labels are other requirements' own names is no such heading: it is their umbrella.
    """
    return frozenset(
        index
        for heading in candidates(outline, titles=False)
        if (meant := recogniser.recognise(heading.text)) and not _is_umbrella(outline.under(heading), meant, recogniser)
        for index in range(heading.first, heading.end)
    )


def _is_umbrella(units: Sequence[Unit], meant: Mapping[str, Match], recogniser: Recogniser) -> bool:
    others: dict[Match, set[str]] = {Match.NORMALISED: set(), Match.ALIAS: set()}
    itself = 0
    for unit in units:
        for section, match in recogniser.recognise(unit.label).items() if unit.label else ():
            itself |= match <= Match.NORMALISED < meant.get(section, Match.EXACT)
            for surest, named in others.items():
                if match <= surest and section not in meant:
                    named.add(section)
    by_alias = len(others[Match.ALIAS]) + itself
    return len(others[Match.NORMALISED]) >= _SEVERAL_OTHERS or by_alias > _SEVERAL_OTHERS


_SEVERAL_OTHERS = 2
"""By their own names; by aliases it takes one more, which may be the heading's own section by its own name."""


def _after_label(outline: Outline, unit: Unit, index: int) -> list[Unit]:
    """Return what a label labels: the rest of its unit, and what hangs below it."""
    units = [replace(unit, kind=UnitKind.PROSE, text=unit.rest, label=None)] if unit.rest else []
    if unit.kind is UnitKind.ROW:
        return units
    after = bisect_right(outline.headings, index, key=_FIRST)
    stop = outline.headings[after].first if after < len(outline.headings) else len(outline.units)
    for following in map(outline.units.__getitem__, range(index + 1, stop)):  # a slice might be all of the page
        if not _hangs_below(following, unit):
            break
        units.append(following)
    return units


def _hangs_below(following: Unit, label: Unit) -> bool:
    if label.kind is UnitKind.ITEM:
        return following.depth > label.depth or (
            following.depth == label.depth and following.kind not in (UnitKind.ITEM, UnitKind.ROW, UnitKind.HEADER)
        )
    another = following.kind is UnitKind.PROSE and following.label is not None and following.depth <= label.depth
    return following.depth >= label.depth and not another and (not label.rest or label.rest.endswith(":"))
