"""What each page of the site is judged for."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_gbm.assess import ComponentVerdict, Report, TopicVerdict
from mkdocs_gbm.site.reading import Reading

if TYPE_CHECKING:
    from mkdocs.structure.files import File


@dataclass(slots=True)
class Subject:
    """One page, and the verdicts on it."""

    file: "File"
    topics: list[tuple[ComponentVerdict, TopicVerdict]] = field(default_factory=list)
    checklist: ComponentVerdict | None = None
    """The component whose checklist it holds."""

    @property
    def shared(self) -> bool:
        """Whether it holds several topics."""
        return len(self.topics) > 1


def subjects_of(report: Report, reading: Reading) -> dict[str, Subject]:
    """Return the pages that are judged, by their path relative to `docs_dir`."""
    subjects: dict[str, Subject] = {}

    def at(path: str) -> Subject | None:
        file = reading.file_at(path)
        return subjects.setdefault(file.src_uri, Subject(file)) if file else None

    for component in report.components:
        for topic in component.topics:
            for path in topic.pages:
                if subject := at(path):
                    subject.topics.append((component, topic))
        for path in {item.place.path for item in component.items if item.place and not item.inherited_from}:
            if subject := at(path):
                subject.checklist = component
    return subjects
