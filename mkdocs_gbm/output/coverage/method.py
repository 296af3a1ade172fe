"""How the number was made: everything that it rests on beside the pages and the standard as they are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_gbm.assess import (
    RULES,
    USUAL_MIN_WORDS,
    Match,
    Place,
    SectionVerdict,
    Settings,
    Severity,
    TopicVerdict,
    names,
)
from mkdocs_gbm.output.coverage.view import View
from mkdocs_gbm.output.coverage.waived import waivers_of

_FEW = 10
"""A part with no more entries is shown unfolded."""
_NAMED = 5
"""How many components are named before they are counted."""


@dataclass(frozen=True, slots=True)
class Basis:
    """One thing that the number rests on."""

    name: str
    said: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """All of a kind that it rests on."""

    title: str
    entries: tuple[Basis, ...]

    @property
    def folded(self) -> bool:
        """Return whether it is too long to be read by the way."""
        return len(self.entries) > _FEW


def parts_of(view: View) -> tuple[Part, ...]:
    """Return what the number rests on, without the parts that hold nothing."""
    made = {
        "matches": _matches(view),
        "inherited": _inherited(view),
        "waivers": _waivers(view),
        "rules": _rules(view),
        "limits": _limits(view),
        "optional": _optional(view),
        "baseline": _baseline(view),
        "left-out": (Basis(path, "") for path in view.around.left_out),
    }
    parts = (Part(view.t(f"method.{key}"), tuple(entries)) for key, entries in made.items())
    return tuple(part for part in parts if part.entries)


def _matches(view: View) -> Iterator[Basis]:
    """Yield the sections that were recognised by more than their own name, the same ones of components as one."""
    found = (
        (_named(view, topic, verdict), _how(view, component.name, topic, verdict), _heading_url(view, verdict))
        for component, topic in view.topics
        for verdict in topic.sections
        if verdict.match is not None and verdict.match >= Match.ALIAS and not verdict.inherited_from
    )
    counts: Counter[tuple[str, str]] = Counter()
    urls: dict[tuple[str, str], str | None] = {}
    for name, said, url in found:
        counts[name, said] += 1
        urls.setdefault((name, said), url)
    for (name, said), count in counts.items():
        yield Basis(name, view.t("method.times", said=said, count=count) if count > 1 else said, urls[name, said])


def _inherited(view: View) -> Iterator[Basis]:
    """Yield the topics of which components take sections from another, each with these components."""
    takers: dict[tuple[str, str], list[str]] = {}
    places: dict[tuple[str, str], Place] = {}
    for component, topic in view.topics:
        for verdict in topic.sections:
            if verdict.inherited_from and verdict.place:
                key = topic.topic.title, verdict.inherited_from
                places.setdefault(key, Place(verdict.place.path))
                known = takers.setdefault(key, [])
                known += [component.name] if component.name not in known else []
    for (title, giver), names_of in takers.items():
        more = f" +{len(names_of) - _NAMED}" if len(names_of) > _NAMED else ""
        said = view.t("method.taken", component=giver, takers=", ".join(names_of[:_NAMED]) + more)
        yield Basis(title, said, view.around.link(places[title, giver]))


def _heading_url(view: View, verdict: SectionVerdict) -> str | None:
    return view.around.link(verdict.place) if verdict.place else None


def _how(view: View, component: str, topic: TopicVerdict, verdict: SectionVerdict) -> str:
    """Return the heading that a section was recognised by, and why."""
    heading = verdict.place.heading if verdict.place else None
    match = verdict.match or Match.EXACT
    settings = view.around.own.get(component, view.around.settings)
    key, alias = _alias(settings, topic.topic.slug, verdict, heading or "") if match is Match.ALIAS else ("", "")
    word = view.t(f"match.{match.word}")
    how = view.t(f"method.alias.{key}", alias=alias) if key else word
    return view.t("method.match", heading=heading or "\u2013", match=how)


def _alias(settings: Settings, slug: str, verdict: SectionVerdict, heading: str) -> tuple[str, str]:
    """Return whose alias a heading is (`site` or `standard`), and the alias; empty where no one alias is it."""
    keys = {names.key(text) for text in (heading, *names.without_gloss(heading)[:1])}
    own = settings.aliases.get(slug, {}).get(verdict.section.name, ())
    for key, aliases in (("site", own), ("standard", verdict.section.aliases)):
        for alias in aliases:
            if names.key(alias) in keys:
                return key, alias
    return "", ""


def _waivers(view: View) -> Iterator[Basis]:
    for waived in waivers_of(view):
        yield Basis(waived.name, waived.until and view.t("coverage.waivers.until", date=waived.until), "#gbm-waivers")


def _rules(view: View) -> Iterator[Basis]:
    """Yield the rules that weigh more or less than usual, on the whole site and on single topics."""
    settings = view.around.settings
    yield from _weighed(view, settings.severity.items(), "")
    yield from _topic_rules(view, settings, "")
    for component, own in view.around.own.items():
        rules = (entry for entry in own.severity.items() if entry not in settings.severity.items())
        yield from _weighed(view, rules, component)
        yield from _topic_rules(view, own, component)


def _topic_rules(view: View, settings: Settings, component: str) -> Iterator[Basis]:
    for slug, rules in settings.topic_severity.items():
        if component and rules == view.around.settings.topic_severity.get(slug):
            continue
        topic = view.report.standard.topic(slug)
        yield from _weighed(view, rules.items(), view.within(component, topic.title if topic else slug))


def _weighed(view: View, rules: Iterable[tuple[str, Severity]], topic: str) -> Iterator[Basis]:
    for rule, severity in rules:
        usual = RULES[rule].severity
        if severity is not usual:
            name = view.t("coverage.within", component=topic, name=rule) if topic else rule
            yield Basis(name, view.t("method.instead", value=severity.value, usual=usual.value))


def _limits(view: View) -> Iterator[Basis]:
    settings = view.around.settings
    for name, value, usual in (
        ("min_words", settings.min_words, USUAL_MIN_WORDS),
        ("fail_under", settings.fail_under, 0.0),
    ):
        if value != usual:
            yield Basis(name, view.t("method.instead", value=f"{value:g}", usual=f"{usual:g}"))


def _optional(view: View) -> Iterator[Basis]:
    for topic in view.report.standard.topics:
        for section in topic.sections:
            if section.optional:
                yield Basis(view.t("coverage.within", component=topic.title, name=section.name), "")


def _baseline(view: View) -> Iterator[Basis]:
    for finding in view.report.findings:
        if finding.baselined:
            topic = view.report.standard.topic(finding.topic or "")
            parts = [finding.component if view.several else "", topic.title if topic else "", finding.section or ""]
            yield Basis(": ".join(filter(None, parts)) or finding.rule, finding.rule, f"#{view.anchors.of(finding)}")


def _named(view: View, topic: TopicVerdict, verdict: SectionVerdict) -> str:
    return view.t("coverage.within", component=topic.topic.title, name=verdict.section.name)
