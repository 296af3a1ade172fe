"""What stands on a topic's pages beside the author's words: status strip, hints, status in the navigation."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_gbm.assess import ComponentVerdict, Report, TopicVerdict
from mkdocs_gbm.output import splice
from mkdocs_gbm.output.hints import UNWRITTEN, Voice, hints_for, with_hints
from mkdocs_gbm.site.reading import Reading, project_dir
from mkdocs_gbm.site.showing import Showing
from mkdocs_gbm.site.strips import Strips
from mkdocs_gbm.site.subjects import Subject, subjects_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

STATUS = "gbm-incomplete"
"""The status of a page in Material's navigation."""


@dataclass(slots=True)
class Beside:
    """Adds to the pages that are judged what their readers and authors want to know of them."""

    config: "MkDocsConfig"
    voice: Voice
    """The words, and what renders them."""
    showing: Showing
    report: Report
    reading: Reading
    coverage_page: "File | None"
    """The page that links lead to, if the site has one."""
    _subjects: dict[str, Subject] = field(init=False)
    _strips: Strips | None = field(init=False)

    def __post_init__(self) -> None:
        self._subjects = subjects_of(self.report, self.reading)
        self._strips = self._make_strips() if self.showing.strip and self._subjects else None
        if self.showing.status:
            self._mark()

    def complete(self, page: "Page") -> None:
        """Put strips and hints into a page's HTML: so late that no search index reads them."""
        subject = self._subjects.get(page.file.src_uri)
        if subject is None or page.content is None:
            return
        if self.showing.hints:
            for component, topic in subject.topics:
                page.content = self._with_hints(page.content, subject, component, topic)
        if self._strips:
            strips = [strip.html(self.voice.environment, self.voice.strings) for strip in self._strips.of(page)]
            page.content = splice.below_badges(page.content, "\n".join(strips))

    def _make_strips(self) -> Strips:
        return Strips(
            self.report,
            self.reading,
            self._subjects,
            self.coverage_page,
            self.voice.strings,
            self.showing.hints,
            Path(self.config.docs_dir),
            Path(project_dir(self.config)),
        )

    def _mark(self) -> None:
        """Give pages of incomplete topics a status, and the status a tooltip; what the author set stays."""
        tooltips = self.config.extra.setdefault("status", {})
        if isinstance(tooltips, dict):
            tooltips.setdefault(STATUS, self.voice.strings("nav.incomplete"))
        for subject in self._subjects.values():
            lacking = any(entry.status in UNWRITTEN for _, topic in subject.topics for entry in topic.sections)
            if lacking and subject.file.page:
                subject.file.page.meta.setdefault("status", STATUS)

    def _with_hints(self, html: str, subject: Subject, component: ComponentVerdict, topic: TopicVerdict) -> str:
        path = self.reading.path_of(subject.file)
        remedies = {
            finding.section: finding.remedy
            for finding in self.report.findings
            if finding.section and finding.component == component.name and finding.topic == topic.topic.slug
        }
        hints = list(hints_for(path, topic, remedies, shared=subject.shared))
        places = [entry.place for entry in topic.sections if entry.place and entry.place.path == path]
        return with_hints(html, hints, [place.anchor for place in places if place.anchor], self.voice)
