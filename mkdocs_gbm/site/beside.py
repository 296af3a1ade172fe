"""What stands on a topic's pages beside the author's words: status strip, hints, status in the navigation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from mkdocs_gbm.assess import ComponentVerdict, Place, Report, SectionVerdict, TopicVerdict
from mkdocs_gbm.options import Hints, Options, Publish
from mkdocs_gbm.output import coverage, splice
from mkdocs_gbm.output.hints import UNWRITTEN, Voice, anchor_of, hints_for, page_of, with_hints
from mkdocs_gbm.output.strip import Colophon, Strip, checklist_strip, topic_strip
from mkdocs_gbm.site.history import last_changes
from mkdocs_gbm.site.owners import Owners
from mkdocs_gbm.site.reading import Reading, project_dir

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

STATUS = "gbm-incomplete"
"""The status of a page in Material's navigation."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of all this a build shows."""

    strip: bool
    status: bool
    hints: bool

    @classmethod
    def of(cls, options: Options, *, serving: bool) -> "Shown":
        """Decide it: the preview shows everything, a published site what `publish` allows."""
        allowed = serving or options.publish is Publish.ALL
        hinting = options.hints is Hints.ALWAYS or (serving and options.hints is Hints.SERVE)
        return cls(allowed and options.status_strip, allowed, allowed and hinting)


@dataclass(slots=True)
class _Subject:
    """What one page is judged for."""

    file: "File"
    topics: list[tuple[ComponentVerdict, TopicVerdict]]
    checklist: ComponentVerdict | None = None


class Beside:
    """Adds to the pages that are judged what their readers and authors want to know of them.

    Args:
        config: The site's configuration.
        voice: The words, and what renders them.
        shown: What is added.
    """

    def __init__(self, config: "MkDocsConfig", voice: Voice, shown: Shown) -> None:
        self._config = config
        self._voice = voice
        self._shown = shown
        self._subjects: dict[str, _Subject] = {}
        self._changed: dict[str, date] = {}
        self._owners: Owners | None = None

    def prepare(self, report: Report, reading: Reading, coverage_page: "File | None") -> None:
        """Learn what is to be said of which page, and mark incomplete topics in the navigation.

        Args:
            report: The verdict.
            reading: Knows where its places are on the site.
            coverage_page: The page that links lead to, if the site has one.
        """
        self._report = report
        self._reading = reading
        self._coverage = coverage_page
        self._subjects = _subjects(report, reading)
        if self._shown.status:
            self._mark()
        if self._shown.strip and self._subjects:
            self._changed = last_changes(Path(self._config.docs_dir), self._subjects)
            self._owners = Owners(Path(project_dir(self._config)))

    def complete(self, page: "Page") -> None:
        """Put strip and hints into a page's HTML: so late that no search index reads them."""
        subject = self._subjects.get(page.file.src_uri)
        if subject is None or page.content is None:
            return
        if self._shown.hints:
            for component, topic in subject.topics:
                page.content = self._with_hints(page, component, topic, shared=len(subject.topics) > 1)
        if self._shown.strip:
            strips = [strip.html(self._voice.environment, self._voice.strings) for strip in self._strips(page, subject)]
            page.content = splice.below_badges(page.content, "\n".join(strips))

    def _mark(self) -> None:
        statuses = self._config.extra.setdefault("status", {})
        if isinstance(statuses, dict):
            statuses.setdefault(STATUS, self._voice.strings("nav.incomplete"))
        for subject in self._subjects.values():
            lacking = any(entry.status in UNWRITTEN for _, topic in subject.topics for entry in topic.sections)
            if lacking and subject.file.page:
                subject.file.page.meta.setdefault("status", STATUS)

    def _with_hints(self, page: "Page", component: ComponentVerdict, topic: TopicVerdict, *, shared: bool) -> str:
        path = self._reading.path_of(page.file)
        remedies = {
            finding.section: finding.remedy
            for finding in self._report.findings
            if finding.section and finding.component == component.name and finding.topic == topic.topic.slug
        }
        hints = list(hints_for(path, topic, remedies, shared=shared))
        places = [entry.place for entry in topic.sections if entry.place and entry.place.path == path]
        anchors = [place.anchor for place in places if place.anchor]
        return with_hints(page.content or "", hints, anchors, self._voice)

    def _strips(self, page: "Page", subject: _Subject) -> Iterator[Strip]:
        several = len(subject.topics) > 1
        for component, topic in subject.topics:
            colophon = self._colophon(page, coverage.anchor(self._report, component, topic))
            yield topic_strip(topic, self._linker(page, component, topic), colophon, self._voice.strings, named=several)
        if subject.checklist and subject.checklist.items:
            yield checklist_strip(subject.checklist, self._colophon(page, "gbm-checklist"), self._voice.strings)

    def _colophon(self, page: "Page", anchor: str) -> Colophon:
        owners = self._owners.of(page.meta, page.file.abs_src_path) if self._owners else ()
        return Colophon(owners, self._changed.get(page.file.src_uri), self._on_coverage(page, anchor))

    def _on_coverage(self, page: "Page", anchor: str) -> str | None:
        return f"{get_relative_url(self._coverage.url, page.url)}#{anchor}" if self._coverage else None

    def _linker(
        self, page: "Page", component: ComponentVerdict, topic: TopicVerdict
    ) -> Callable[[SectionVerdict], str | None]:
        """Return what links a section to its heading, its hint, or its line on the coverage page, as there are."""

        def url_of(entry: SectionVerdict) -> str | None:
            place = entry.place
            if (place is None or place.anchor is None) and self._shown.hints:
                place = self._hint_of(topic, entry)
            if place is not None and place.anchor is not None and (url := self._reading.url_of(place)) is not None:
                here = place.path == self._reading.path_of(page.file)
                return f"#{place.anchor}" if here else get_relative_url(url, page.url)
            return self._on_coverage(page, coverage.anchor(self._report, component, topic, entry))

        return url_of

    def _hint_of(self, topic: TopicVerdict, entry: SectionVerdict) -> Place | None:
        path = page_of(topic, entry.section)
        file = self._reading.file_at(path) if path else None
        if path is None or file is None:
            return None
        shared = len(self._subjects[file.src_uri].topics) > 1
        return Place(path, anchor=anchor_of(topic, entry.section, shared=shared))


def _subjects(report: Report, reading: Reading) -> dict[str, _Subject]:
    """Return what each page is judged for, by its path relative to `docs_dir`."""
    subjects: dict[str, _Subject] = {}

    def subject(path: str) -> _Subject | None:
        file = reading.file_at(path)
        return subjects.setdefault(file.src_uri, _Subject(file, [])) if file else None

    for component in report.components:
        for topic in component.topics:
            for path in topic.pages:
                if found := subject(path):
                    found.topics.append((component, topic))
        for path in {entry.place.path for entry in component.items if entry.place}:
            if found := subject(path):
                found.checklist = component
    return subjects
