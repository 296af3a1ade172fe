"""What to write where a required section is not written: call-outs in the page, at the section's place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup, escape

from mkdocs_gbm.assess import SectionVerdict, Status, TopicVerdict
from mkdocs_gbm.output.headings import Spots, find_headings
from mkdocs_gbm.output.splice import insert
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.standard import RequiredSection
from mkdocs_gbm.standard.render import render_section

UNWRITTEN = (Status.MISSING, Status.EMPTY, Status.PLACEHOLDER)
_NOT_WORD = re.compile(r"[^\w]+")
_CODE = re.compile(r"`([^`]+)`")
_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Hint:
    """One call-out, and where it belongs."""

    section: RequiredSection
    status: Status
    remedy: str | None
    """What the finding says is to be done; none where the site ignores the rule."""
    anchor: str
    """Its own anchor, for a section that has no heading yet."""
    under: str | None = None
    """The anchor of the section's heading; none where it has none."""
    before: tuple[str, ...] = ()
    """The anchors of the sections that precede it in the standard, the nearest first."""
    behind: tuple[str, ...] = ()
    """The anchors of the sections that follow it in the standard, the nearest first."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What turns a hint into HTML."""

    environment: Environment
    strings: Strings

    def html(self, hint: Hint, level: int, *, starting: bool = False) -> str:
        """Return a hint as HTML.

        Args:
            hint: What it says.
            level: The level of the heading that is to be added.
            starting: Whether the page is a template that nobody wrote on yet.
        """
        section = hint.section
        heading = f"{'#' * level} {section.name}" if hint.under is None else None
        starter = (render_section(section, level) if heading else section.skeleton) if section.skeleton else ""
        remedy = hint.remedy or ""
        return self.environment.get_template("partials/gbm/hint.html").render(
            say=self.strings,
            hint=hint,
            title=self.strings(f"hint.{'starting' if starting else hint.status.value}", section=section.name),
            heading=heading,
            guidance="" if section.guidance and section.guidance in remedy else _with_code(section.guidance),
            remedy=_with_code(f"{remedy[:1].upper()}{remedy[1:]}"),
            questions=[_with_code(question) for question in section.questions],
            starter="" if starting else starter,
        )


def anchor_of(verdict: TopicVerdict, section: RequiredSection, *, shared: bool) -> str:
    """Return the anchor of the hint for a section that is missing.

    Args:
        verdict: The verdict on its topic.
        section: The section.
        shared: Whether its page holds other topics too, which may require a section of the same name.
    """
    names = [*([verdict.topic.slug] if shared else []), section.name]
    return "-".join(["gbm-missing", *(_NOT_WORD.sub("-", name.casefold()).strip("-") for name in names)])


def page_of(verdict: TopicVerdict, section: RequiredSection) -> str | None:
    """Return the page on which a section stands or should stand: that of its neighbours; none for a topic without."""
    if not verdict.pages:
        return None
    placed = [
        (entry.section.name == section.name, entry.place.path if entry.place else None) for entry in verdict.sections
    ]
    index = next(number for number, (wanted, _) in enumerate(placed) if wanted)
    nearest = [*reversed(placed[: index + 1]), *placed[index + 1 :]]
    return next((path for _, path in nearest if path is not None), verdict.pages[0])


def hints_for(path: str, verdict: TopicVerdict, remedies: Mapping[str, str], *, shared: bool) -> Iterator[Hint]:
    """Yield the hints that belong on a page of a topic, in the standard's order.

    Args:
        path: The page, relative to the project.
        verdict: What became of the topic.
        remedies: What is to be done, by the section's name.
        shared: Whether the page holds other topics too.
    """
    for index, entry in enumerate(verdict.sections):
        section = entry.section
        if entry.status not in UNWRITTEN or page_of(verdict, section) != path:
            continue
        yield Hint(
            section,
            entry.status,
            remedies.get(section.name),
            anchor_of(verdict, section, shared=shared),
            entry.place.anchor if entry.place else None,
            _anchors(path, reversed(verdict.sections[:index])),
            _anchors(path, verdict.sections[index + 1 :]),
        )


def with_hints(
    html: str, hints: Sequence[Hint], anchors: Iterable[str], voice: Voice, *, starting: bool = False
) -> str:
    """Put hints into a page's HTML, and change nothing else of it.

    Args:
        html: The page's content.
        hints: In the standard's order.
        anchors: The headings of required sections on the page: a new one is to be of their level.
        voice: Renders them.
        starting: Whether the page is a template that nobody wrote on yet.
    """
    if not hints:
        return html
    spots = find_headings(html)
    level = _level(spots, anchors)
    return insert(html, [(_offset(hint, spots), voice.html(hint, level, starting=starting)) for hint in hints])


def _with_code(text: str) -> Markup:
    """Return a text of the standard, escaped, with what stands in backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped before


def _anchors(path: str, sections: Iterable[SectionVerdict]) -> tuple[str, ...]:
    places = [entry.place for entry in sections if entry.place and entry.place.path == path]
    return tuple(place.anchor for place in places if place.anchor)


def _level(spots: Spots, anchors: Iterable[str]) -> int:
    """Return the level of most required sections on the page; the title's only where other headings have it too."""
    levels = Counter(spot.level for anchor in anchors if (spot := spots.at(anchor)))
    level = levels.most_common(1)[0][0] if levels else _LEVEL
    titles = sum(spot.level == 1 for spot in spots.headings)
    return level if level > 1 or titles > 1 else _LEVEL


def _offset(hint: Hint, spots: Spots) -> int:
    """Return where a hint goes: below the heading; else behind the sections before it; else before those behind it."""
    if own := spots.at(hint.under):
        return own.end
    if before := next(filter(None, map(spots.at, hint.before)), None):
        return spots.below(before)
    if behind := next(filter(None, map(spots.at, hint.behind)), None):
        return behind.start
    return spots.end
