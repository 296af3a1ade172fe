"""The part of a report that is about named pages, and its paths as somebody in another folder sees them."""

import posixpath
from collections.abc import Callable, Collection
from dataclasses import replace

from mkdocs_gbm.assess import ComponentVerdict, Finding, Report


def about(report: Report, named: Collection[str]) -> Report:
    """Return what a report says about some pages: their findings, their topics, their checklist items.

    Args:
        report: The verdict on the whole documentation.
        named: Paths of pages or folders, relative to the project; a folder stands for all below it.
    """

    def is_named(path: str) -> bool:
        return any(folder in (path, ".") or path.startswith(f"{folder}/") for folder in named)

    findings = tuple(finding for finding in report.findings if is_named(finding.place.path))
    components = [_narrowed(component, findings, is_named) for component in report.components]
    kept = tuple(component for component in components if component.topics or component.items)
    return replace(report, components=kept, findings=findings)


def seen_from(report: Report, prefix: str) -> Report:
    """Return the report with the paths of its findings told from another folder.

    Args:
        report: A report, whose paths are relative to the project.
        prefix: The project's folder, relative to the one that the paths are to be told from.
    """
    return replace(report, findings=tuple(moved(finding, prefix) for finding in report.findings))


def _narrowed(
    component: ComponentVerdict, findings: tuple[Finding, ...], is_named: Callable[[str], bool]
) -> ComponentVerdict:
    told = {(finding.topic, finding.section) for finding in findings if finding.component == component.name}
    slugs = {slug for slug, _ in told}
    items = {name for slug, name in told if slug is None}
    return replace(
        component,
        topics=tuple(
            topic for topic in component.topics if topic.topic.slug in slugs or any(map(is_named, topic.pages))
        ),
        items=tuple(
            item for item in component.items if (item.place and is_named(item.place.path)) or item.item.name in items
        ),
    )


def moved(finding: Finding, prefix: str) -> Finding:
    """Return a finding with its path told from another folder; see `seen_from`."""
    path = posixpath.normpath(posixpath.join(prefix, finding.place.path))
    return replace(finding, place=replace(finding.place, path=path))
