"""The pages of a report with what they lack added, each judged again before it is kept."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from mkdocs_gbm.assess import ComponentVerdict, ItemState, Match, Report, Status, TopicVerdict
from mkdocs_gbm.author.blocks import top_level
from mkdocs_gbm.author.mend import Anatomy, Insertion, items_to_add, put_in, sections_to_add
from mkdocs_gbm.author.source_lines import split_lines, without_mark

_POSITION = attrgetter("position")

Judge = Callable[[Mapping[str, str]], Report]
"""Judges the documentation with other texts for some of its pages."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A page that cannot be mended, and why."""

    path: str
    line: int | None
    problem: str
    remedy: str

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.problem}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Mended:
    """A page with what it lacked."""

    path: str
    before: str
    after: str
    sections: tuple[str, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """What can be done about absent sections and items."""

    mended: tuple[Mended, ...]
    refused: tuple[Refusal, ...]


@dataclass(slots=True)
class _Plan:
    """What is to be put into one page."""

    sections: list[tuple[ComponentVerdict, TopicVerdict, list[str]]] = field(default_factory=list)
    items: list[tuple[ComponentVerdict, list[str]]] = field(default_factory=list)


def repair(report: Report, read: Callable[[str], str], judge: Judge, wanted: Callable[[str], bool]) -> Repair:
    """Add the sections and items that a report finds missing to the pages that exist.

    Args:
        report: The verdict on the pages as they are.
        read: Gives the text of a page, from its path as the report tells it; raises `UnicodeDecodeError`.
        judge: Judges pages that are not written yet.
        wanted: Says whether a page may be changed.
    """
    mended: dict[str, Mended] = {}
    refused: list[Refusal] = []
    for path, plan in _plans(report, wanted).items():
        found = _mend(path, plan, report, read)
        if isinstance(found, Refusal):
            refused.append(found)
        else:
            mended[path] = found
    while mended:
        wrong = _unsound(report, judge({path: page.after for path, page in mended.items()}), mended)
        if not wrong:
            break
        refused.extend(wrong)
        mended = {path: page for path, page in mended.items() if path not in {refusal.path for refusal in wrong}}
    return Repair(tuple(mended.values()), tuple(refused))


def _plans(report: Report, wanted: Callable[[str], bool]) -> dict[str, _Plan]:
    """Return what each page is to get: what is not worth a finding is left alone."""
    plans: dict[str, _Plan] = {}
    for component in report.components:
        for topic in component.topics:
            absent = _absent_sections(report, topic)
            path = _fullest(topic, wanted)
            if absent and path:
                plans.setdefault(path, _Plan()).sections.append((component, topic, absent))
        for path, names in _absent_items(report, component).items():
            if wanted(path):
                plans.setdefault(path, _Plan()).items.append((component, names))
    return plans


def _absent_sections(report: Report, verdict: TopicVerdict) -> list[str]:
    return [
        finding.section
        for finding in report.findings
        if finding.rule == "missing-section"
        and finding.topic == verdict.topic.slug
        and finding.place.path in verdict.pages
        and finding.section
    ]


def _absent_items(report: Report, component: ComponentVerdict) -> dict[str, list[str]]:
    """Return the absent items of a component by the page that has most of the others."""
    standing = Counter(verdict.place.path for verdict in component.items if verdict.place)
    missing: dict[str, list[str]] = {}
    for finding in report.findings:
        if finding.rule == "missing-item" and finding.component == component.name and finding.section:
            path = standing.most_common(1)[0][0] if standing else finding.place.path
            missing.setdefault(path, []).append(finding.section)
    return missing


def _fullest(verdict: TopicVerdict, wanted: Callable[[str], bool]) -> str | None:
    """Return the page that has most of a topic's sections."""
    standing = Counter(section.place.path for section in verdict.sections if section.place)
    pages = [path for path in verdict.pages if wanted(path)]
    return max(pages, key=lambda path: standing[path], default=None)


def _mend(path: str, plan: _Plan, report: Report, read: Callable[[str], str]) -> Mended | Refusal:
    try:
        text = read(path)
    except UnicodeDecodeError:
        return Refusal(path, None, "it is no UTF-8 text", "save it as UTF-8")
    page = Anatomy.of(text)
    sections: list[Insertion] = []
    planned: set[tuple[str, str]] = set()
    for _, topic, absent in plan.sections:
        more = [name for name in absent if (topic.topic.slug, name) not in planned]  # several components may share it
        planned.update((topic.topic.slug, name) for name in more)
        sections += sections_to_add(page, topic.topic, _standing(topic, path), more)
    names = {name for _, missing in plan.items for name in missing}
    checklist = report.standard.checklist
    items = items_to_add(page, [item for item in checklist.items if item.name in names]) if checklist else []
    after = put_in(text, [*sections, *items])
    refusal = _swallowed(path, text, after, [*sections, *items])
    added = tuple(insertion.name for insertion in sections), tuple(insertion.name for insertion in items)
    return refusal or Mended(path, text, after, *added)


def _standing(verdict: TopicVerdict, path: str) -> dict[str, int]:
    """Return the lines of the headings on a page that mean required sections."""
    return {
        section.section.name: section.place.line
        for section in verdict.sections
        if section.place and section.place.path == path and section.place.line and section.match is not Match.LABEL
    }


def _swallowed(path: str, text: str, after: str, added: list[Insertion]) -> Refusal | None:
    """Refuse a page whose fence, comment or element is not closed, and takes in what is added."""
    sections = [insertion for insertion in added if insertion.level]
    _, rest = without_mark(after)
    blocks = top_level(rest)
    lines = [line.strip() for line in split_lines(rest)]
    seen = {lines[block.first - 1] for block in blocks if block.level}
    hidden = [(insertion.name, heading) for insertion in sections if (heading := _heading(insertion)) not in seen]
    if not hidden:
        return None
    name, heading = hidden[0]
    fences = [block for block in blocks if block.tag == "pre" and heading in lines[block.first : block.last]]
    remedy = "close it, and run 'gbm fix' again"
    if fences:
        problem = "the code block that begins here takes in what would be added"
        return Refusal(path, _line_before(text, added, fences[-1].first), problem, remedy)
    problem = f"the section '{name}' would stand inside an HTML comment or element that is not closed"
    return Refusal(path, None, problem, remedy)


def _line_before(text: str, added: list[Insertion], line: int) -> int:
    """Return the line that a line of a mended page has in the page as it is."""
    standing = _count(text)
    more = 0
    for position, here in groupby(sorted(added, key=_POSITION), key=_POSITION):
        put = _count(put_in(text, here)) - standing
        if line > position + more + put:
            more += put
    return line - more


def _count(text: str) -> int:
    return len(split_lines(without_mark(text)[1]))


def _heading(insertion: Insertion) -> str:
    return insertion.text.split("\n", 1)[0]


def _unsound(before: Report, after: Report, mended: Mapping[str, Mended]) -> list[Refusal]:
    """Return the pages on which what was added is not found as such, or something else is no longer what it was."""
    wrong: dict[str, Refusal] = {}
    for path, name in _misread(before, after, mended):
        problem = f"with what is lacking added, '{name}' would not be read as it should"
        wrong.setdefault(path, Refusal(path, None, problem, "add what is lacking by hand"))
    return list(wrong.values())


def _misread(before: Report, after: Report, mended: Mapping[str, Mended]) -> Iterator[tuple[str, str]]:
    for old, new in zip(before.components, after.components, strict=True):
        for was, now in zip(old.topics, new.topics, strict=True):
            yield from _misread_sections(was, now, mended)
        for item, judged in zip(old.items, new.items, strict=True):
            added = [page.path for page in mended.values() if item.item.name in page.items]
            if added and item.state is ItemState.MISSING and judged.state is ItemState.MISSING:
                yield added[0], item.item.name


def _misread_sections(was: TopicVerdict, now: TopicVerdict, mended: Mapping[str, Mended]) -> Iterator[tuple[str, str]]:
    pages = [mended[path] for path in was.pages if path in mended]
    for section, judged in zip(was.sections, now.sections, strict=True):
        name = section.section.name
        added = next((page for page in pages if name in page.sections), None)
        if section.status is not Status.MISSING or not added:
            wrong = pages and judged.status is not section.status
        else:
            wrong = judged.status not in (Status.PLACEHOLDER, Status.EMPTY) or (
                judged.place is not None and judged.place.path != added.path
            )
        if wrong:
            yield (added or pages[0]).path, name
