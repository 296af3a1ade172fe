"""A word to a project whose persona chose a standard that its pages were not written for."""

import posixpath
from collections.abc import Callable

from mkdocs_gbm.assess import Report
from mkdocs_gbm.standard import Chosen, bundled, load_folder
from mkdocs_gbm.standard.source import DEFAULT


def persona_hint(report: Report, exists: Callable[[str], bool]) -> str | None:
    """Return what to write, where a project has more pages of the default standard than of its persona's.

    GoBuildMe notes a full-stack engineer in every project in which nobody chose.

    Args:
        report: The verdict, by the persona's standard.
        exists: Says whether there is a page at a path relative to the project.
    """
    standard = report.standard
    if standard.origin is None or standard.origin.chosen is not Chosen.PERSONA or standard.name == DEFAULT:
        return None
    own = sum(bool(topic.pages) for component in report.components for topic in component.topics)
    pages = [topic.page for topic in load_folder(bundled(DEFAULT)).topics]
    theirs = sum(exists(posixpath.join(component.directory, page)) for component in report.components for page in pages)
    if theirs <= own:
        return None
    return (
        f"the project's persona is {standard.name}, of whose topics {own or 'none'} {'have' if own > 1 else 'has'} a "
        f"page; {theirs} of {DEFAULT}'s {'have' if theirs > 1 else 'has'} one: write 'standard: {DEFAULT}' in "
        f"mkdocs.yml (or 'default_persona: {DEFAULT}' in .gobuildme/config/personas.yaml) to be held to those"
    )
