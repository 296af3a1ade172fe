"""The status strips of a page: their links, owners and dates, as this site has them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from mkdocs_gbm.assess import ComponentVerdict, Place, Report, SectionVerdict, TopicVerdict
from mkdocs_gbm.output.coverage.entries import CHECKLIST, Entries
from mkdocs_gbm.output.hints import anchor_of, page_of
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.output.strip import Colophon, Strip, checklist_strip, topic_strip
from mkdocs_gbm.site.history import last_changes_of
from mkdocs_gbm.site.owners import Owners
from mkdocs_gbm.site.reading import Reading
from mkdocs_gbm.site.subjects import Subject

if TYPE_CHECKING:
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page


@dataclass(slots=True)
class Strips:
    """Makes the strips of the pages that are judged; git is asked once for all of them."""

    report: Report
    reading: Reading
    subjects: dict[str, Subject]
    """By the pages' paths relative to `docs_dir`."""
    coverage_page: "File | None"
    strings: Strings
    hints: bool
    """Whether hints stand on the pages, so that strips can link to them."""
    docs: Path
    """`docs_dir`."""
    project: Path
    """The folder that paths are told from."""
    _changed: dict[str, date] = field(init=False)
    _owners: Owners = field(init=False)
    _entries: Entries = field(init=False)

    def __post_init__(self) -> None:
        self._changed = last_changes_of(
            self.docs, {uri: subject.file.abs_src_path for uri, subject in self.subjects.items()}
        )
        self._owners = Owners(self.project)
        self._entries = Entries(self.report)

    def of(self, page: "Page") -> Iterator[Strip]:
        """Yield a page's strips: one for each topic, and one for the checklist."""
        subject = self.subjects[page.file.src_uri]
        for component, topic in subject.topics:
            colophon = self._colophon(page, self._entries.of_topic(component.name, topic))
            url_of = self._linker(page, component, topic)
            yield topic_strip(topic, url_of, colophon, self.strings, named=subject.shared)
        if subject.checklist and subject.checklist.items:
            yield checklist_strip(subject.checklist, self._colophon(page, CHECKLIST), self.strings)

    def _colophon(self, page: "Page", anchor: str) -> Colophon:
        owners = self._owners.of(page.meta, page.file.abs_src_path)
        return Colophon(owners, self._changed.get(page.file.src_uri), self._on_coverage(page, anchor))

    def _on_coverage(self, page: "Page", anchor: str) -> str | None:
        return f"{get_relative_url(self.coverage_page.url, page.url)}#{anchor}" if self.coverage_page else None

    def _linker(
        self, page: "Page", component: ComponentVerdict, topic: TopicVerdict
    ) -> Callable[[SectionVerdict], str | None]:
        """Return what links a section to its heading, its hint, or its line on the coverage page, as there are."""

        def url_of(entry: SectionVerdict) -> str | None:
            place = self._place(topic, entry)
            if place is None:
                return self._on_coverage(page, self._entries.of_section(component.name, topic, entry.section.name))
            if place.path == self.reading.path_of(page.file):
                return f"#{place.anchor}"
            url = self.reading.url_of(place)
            return None if url is None else get_relative_url(url, page.url)

        return url_of

    def _place(self, topic: TopicVerdict, entry: SectionVerdict) -> Place | None:
        """Return where a section or its hint can be linked to."""
        if entry.place and entry.place.anchor:
            return entry.place
        path = page_of(topic, entry.section)
        file = self.reading.file_at(path) if path else None
        if not self.hints or path is None or file is None:
            return None
        return Place(path, anchor=anchor_of(topic, entry.section, shared=self.subjects[file.src_uri].shared))
