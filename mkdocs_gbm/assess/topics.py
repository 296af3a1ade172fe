"""The verdict on a topic: each required section's status, and the findings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from shlex import quote

from mkdocs_gbm.assess.blanks import first_blank
from mkdocs_gbm.assess.content import Status
from mkdocs_gbm.assess.exempt import is_exempt
from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.inheritance import with_inherited
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.assess.left_out import left_out
from mkdocs_gbm.assess.nearest import nearest
from mkdocs_gbm.assess.pages import Component, Page, Resolve
from mkdocs_gbm.assess.recognise import Match, Recogniser
from mkdocs_gbm.assess.report import ComponentVerdict, Finding, Place, SectionVerdict, TopicVerdict
from mkdocs_gbm.assess.rules import Severity
from mkdocs_gbm.assess.search import candidates, find_sections
from mkdocs_gbm.assess.settings import Settings
from mkdocs_gbm.assess.waivers import Waiver
from mkdocs_gbm.standard import RequiredSection, Topic


@dataclass(frozen=True, slots=True)
class Bench:
    """What every verdict needs at hand."""

    recognisers: Mapping[str, Recogniser]
    known: KnownText
    resolve: Resolve
    settings: Settings
    several: bool = False
    """Whether the site has several components, so that a command must name one."""

    def making(self, slug: str, component: Component) -> str:
        """Return the command that makes the page of a topic or of the checklist."""
        return f"gbm new {slug}" + (f" --component {quote(component.name)}" if self.several else "")


def judge_topic(
    topic: Topic, component: Component, bench: Bench, parent: ComponentVerdict | None = None
) -> tuple[TopicVerdict, list[Finding]]:
    """Return the verdict on one topic of a component, with its findings in the standard's order.

    Args:
        topic: What is required.
        component: What is written.
        bench: What every verdict needs at hand.
        parent: The component from which this one takes what it lacks, if any.
    """
    pages = component.topics.get(topic.slug, ())
    by_nature = component.not_applicable.get(topic.slug)
    if by_nature and by_nature.holds(bench.settings.today):
        verdicts = tuple(_waived(section, None, by_nature) for section in topic.sections)
        return TopicVerdict(topic, tuple(page.path for page in pages), verdicts), []
    verdict, findings = _judge(topic, component, pages, bench, parent)
    return verdict, _past(by_nature, topic, component, bench) if by_nature else findings


def _past(waiver: Waiver, topic: Topic, component: Component, bench: Bench) -> list[Finding]:
    """Return the finding of a waiver in the configuration whose date is past."""
    severity = bench.settings.weigh("expired-waiver", topic.slug)
    if severity is Severity.IGNORE:
        return []
    rule, message, remedy = _lapsed(waiver, f"the topic '{topic.title}'", "write its sections")
    place = Place(component.expected.get(topic.slug, topic.page))
    remedy = f"{remedy} under 'not_applicable: {topic.slug}:'"
    return [Finding(rule, severity, component.name, topic.slug, None, place, message, remedy)]


def _judge(
    topic: Topic, component: Component, pages: tuple[Page, ...], bench: Bench, parent: ComponentVerdict | None
) -> tuple[TopicVerdict, list[Finding]]:
    if not pages:
        return _absent(topic, component, bench, parent)
    waiver = pages[0].waiver if all(page.waiver for page in pages) else None
    if waiver and waiver.holds(bench.settings.today):
        verdicts = tuple(_waived(section, Place(pages[0].path), waiver) for section in topic.sections)
        return TopicVerdict(topic, tuple(page.path for page in pages), verdicts), []
    best = find_sections(pages, bench.recognisers[topic.slug], bench.known, bench.resolve, bench.settings.today)
    inspector = _Inspector(topic, component, pages, bench)
    own = (_verdict(section, best.get(section.name)) for section in topic.sections)
    verdicts = with_inherited(own, topic.slug, parent)
    if waiver:
        return TopicVerdict(topic, tuple(page.path for page in pages), verdicts), inspector.of_page(waiver)
    findings = [
        finding
        for verdict in verdicts
        if verdict.inherited_from is None
        for finding in inspector.findings(verdict.section, best.get(verdict.section.name))
    ]
    return TopicVerdict(topic, tuple(page.path for page in pages), verdicts), findings


def _waived(section: RequiredSection, place: Place | None, waiver: Waiver) -> SectionVerdict:
    return SectionVerdict(section, Status.NOT_APPLICABLE, place=place, reason=waiver.reason, until=waiver.until)


def _verdict(section: RequiredSection, found: Found | None) -> SectionVerdict:
    if found is None:
        return SectionVerdict(section, Status.MISSING)
    verdict = SectionVerdict(section, found.status, found.match, found.place, found.content.words)
    if found.waiver and found.status is Status.NOT_APPLICABLE:
        return replace(verdict, reason=found.waiver.reason, until=found.waiver.until)
    return verdict


def _absent(
    topic: Topic, component: Component, bench: Bench, parent: ComponentVerdict | None
) -> tuple[TopicVerdict, list[Finding]]:
    own = (SectionVerdict(section, Status.MISSING) for section in topic.sections)
    verdicts = with_inherited(own, topic.slug, parent)
    lacking = sum(verdict.status is Status.MISSING for verdict in verdicts)
    if not lacking:
        return TopicVerdict(topic, (), verdicts), []
    severity = bench.settings.weigh("missing-page", topic.slug)
    path = component.expected.get(topic.slug, topic.page)
    subject, so = f"the topic '{topic.title}'", _so_many(lacking, len(verdicts))
    message, remedy = left_out(subject, topic.slug, component, so) or (
        f"{subject} has no page, {so}",
        _page_remedy(topic, component, bench),
    )
    finding = Finding("missing-page", severity, component.name, topic.slug, None, Place(path), message, remedy)
    return TopicVerdict(topic, (), verdicts), [finding] if severity is not Severity.IGNORE else []


def _so_many(lacking: int, count: int) -> str:
    if lacking == count:
        return f"so its {count} required sections are missing"
    return f"so {lacking} of its {count} required sections, which are not inherited, are missing"


def _page_remedy(topic: Topic, component: Component, bench: Bench) -> str:
    recogniser = bench.recognisers[topic.slug]
    command = f"'{bench.making(topic.slug, component)}'"
    scores = [
        (sum(bool(recogniser.recognise(heading.text)) for heading in page.outline.headings), page.path)
        for page in component.others()
        if not is_exempt(page)
    ]
    score, path = max(scores, default=(0, ""))
    if score:
        said = f"{score} of its headings mean" if score > 1 else "one of its headings means"
        where = f"name {path} under 'pages: {topic.slug}:' ({said} sections of this topic)"
        return f"write it from the page template ({command}), or {where}"
    return (
        f"write it from the page template ({command}), with a section '{topic.sections[0].name}' and those that follow"
    )


class _Inspector:
    """Finds what falls short on the pages of one topic."""

    def __init__(self, topic: Topic, component: Component, pages: tuple[Page, ...], bench: Bench) -> None:
        self._topic = topic
        self._component = component
        self._pages = pages
        self._bench = bench

    def of_page(self, waiver: Waiver) -> list[Finding]:
        """Return the one finding of pages whose waiver does not hold."""
        subject = f"the topic '{self._topic.title}'"
        rule, message, remedy = _lapsed(waiver, subject, "write its sections")
        severity = self._bench.settings.weigh(rule, self._topic.slug)
        place = Place(self._pages[0].path)
        finding = Finding(rule, severity, self._component.name, self._topic.slug, None, place, message, remedy)
        return [finding] if severity is not Severity.IGNORE else []

    def findings(self, section: RequiredSection, found: Found | None) -> Iterator[Finding]:
        """Yield what falls short in one required section: at most one finding."""
        rule, message, remedy = self._shortcoming(section, found)
        if not rule:
            return
        severity = self._bench.settings.weigh(rule, self._topic.slug)
        if section.optional and rule == "missing-section" and severity is Severity.WARN:
            severity = Severity.INFO
        if severity is not Severity.IGNORE:
            place = found.place if found else Place(self._pages[0].path)
            yield Finding(rule, severity, self._component.name, self._topic.slug, section.name, place, message, remedy)

    def _shortcoming(self, section: RequiredSection, found: Found | None) -> tuple[str, str, str]:
        name = section.name
        if found is None:
            return "missing-section", f"the section '{name}' is missing", self._how_to_add(section)
        if found.waiver:
            if found.waiver.holds(self._bench.settings.today):
                return "", "", ""
            return _lapsed(found.waiver, f"the section '{name}'", f"write it now ({section.guidance or name})")
        if found.settles:
            return self._weak(section, found)
        return _unwritten(section, found, self._blank(found))

    def _blank(self, found: Found) -> str:
        """Return the first words in angle brackets that still stand where a section was found; none where none do."""
        outline = next((page.outline for page in self._pages if page.path == found.place.path), None)
        headings = outline.headings if outline else ()
        at = next(
            (each for each in headings if (each.text, each.line) == (found.place.heading, found.place.line)), None
        )
        texts = [unit.text for unit in outline.under(at)] if outline and at else []
        return next(filter(None, map(first_blank, texts)), "")

    def _weak(self, section: RequiredSection, found: Found) -> tuple[str, str, str]:
        least = self._bench.settings.min_words
        if found.match is not Match.REFERENCE and found.content.thin and found.content.words < least:
            return (
                "thin-section",
                f"the section '{section.name}' has {_counted(found.content.words)}, fewer than {least}",
                f"write more: {section.guidance or section.name}",
            )
        if found.match is Match.LABEL:
            return (
                "label-section",
                f"the section '{section.name}' is documented only as a bold label",
                f"make it the heading '## {section.name}', so that it can be linked to",
            )
        return "", "", ""

    def _how_to_add(self, section: RequiredSection) -> str:
        add = f"add the heading '## {section.name}'"
        write = f" and write there: {section.guidance}" if section.guidance else ""
        if elsewhere := self._on_another_page(section):
            return f"it stands at {elsewhere}: move it here, or {add} with a link to it{write}"
        if near := nearest(section, self._pages, self._bench.recognisers.values()):
            _, page, heading = near
            line = f" at line {heading.line}" if heading.line else ""
            where = line if page.path == self._pages[0].path else f" in {Place(page.path, heading.line)}"
            found = f"found '{heading.text}'{where}"
            return f"{found}: rename it or add an alias, or {add}{write}"
        return f"{add}{write}"

    def _on_another_page(self, section: RequiredSection) -> Place | None:
        """Return where the section stands by its own name, on a page of another topic that does not want it."""
        recogniser = self._bench.recognisers[self._topic.slug]
        for page, theirs in self._other_pages():
            for heading in candidates(page.outline, titles=False):
                mine = recogniser.recognise(heading.text).get(section.name, Match.REFERENCE)
                if mine <= Match.NORMALISED and not (theirs and theirs.recognise(heading.text)):
                    return Place(page.path, heading.line)
        return None

    def _other_pages(self) -> Iterator[tuple[Page, Recogniser | None]]:
        """Yield the other pages of the component, each with the recogniser of its topic."""
        mine = {page.path for page in self._pages}
        for slug, pages in self._component.topics.items():
            for page in pages:
                if page.path not in mine:
                    yield page, self._bench.recognisers[slug]
        for page in self._component.others():
            if not is_exempt(page):
                yield page, None


def _counted(words: int) -> str:
    return "1 word" if words == 1 else f"{words} words"


def _lapsed(waiver: Waiver, subject: str, instead: str) -> tuple[str, str, str]:
    """Return rule, message and remedy of a waiver that does not hold."""
    if not waiver.reason:
        remedy = "give the reason after it, such as 'Not applicable: one instance serves all'"
        return "unexplained-na", f"{subject} is said to be not applicable, without a reason", remedy
    return "expired-waiver", f"{subject} was not applicable until {waiver.until}", f"{instead} or give a later date"


def _unwritten(section: RequiredSection, found: Found, blank: str) -> tuple[str, str, str]:
    """Return rule, message and remedy of a section that is there and holds nothing."""
    what = section.guidance or section.name
    if found.leads:
        message = f"the section '{section.name}' only links to {found.leads}"
        return "placeholder-section", message, f"say the essentials in words of your own: {what}"
    if found.status is Status.EMPTY:
        return "empty-section", f"the section '{section.name}' has no content", f"write there: {what}"
    if blank:
        message = f"the section '{section.name}' is not written: '{blank}' is still to be replaced"
        return "placeholder-section", message, f"write there: {what}"
    return "placeholder-section", f"the section '{section.name}' holds only placeholder text", f"write there: {what}"
