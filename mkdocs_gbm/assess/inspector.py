"""What falls short on the pages of a topic, with what to do about it."""

from collections.abc import Iterator

from mkdocs_gbm.assess.bench import Bench
from mkdocs_gbm.assess.blanks import first_blank
from mkdocs_gbm.assess.content import Status
from mkdocs_gbm.assess.exempt import is_exempt
from mkdocs_gbm.assess.found import Found
from mkdocs_gbm.assess.nearest import nearest
from mkdocs_gbm.assess.pages import Component, Page
from mkdocs_gbm.assess.recognise import Match, Recogniser
from mkdocs_gbm.assess.report import Finding, Place
from mkdocs_gbm.assess.rules import Severity
from mkdocs_gbm.assess.search import candidates
from mkdocs_gbm.assess.waivers import Waiver
from mkdocs_gbm.standard import RequiredSection, Topic


class Inspector:
    """Finds what falls short on the pages of one topic."""

    def __init__(self, topic: Topic, component: Component, pages: tuple[Page, ...], bench: Bench) -> None:
        self._topic = topic
        self._component = component
        self._pages = pages
        self._bench = bench

    def of_page(self, waiver: Waiver) -> list[Finding]:
        """Return the one finding of pages whose waiver does not hold."""
        subject = f"the topic '{self._topic.title}'"
        rule, message, remedy = lapsed(waiver, subject, "write its sections")
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
            return lapsed(found.waiver, f"the section '{name}'", f"write it now ({section.guidance or name})")
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


def lapsed(waiver: Waiver, subject: str, instead: str) -> tuple[str, str, str]:
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
