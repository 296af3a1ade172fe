"""The page that holds the checklist, where it is not at its default place."""

from collections.abc import Iterable

from mkdocs_gbm.adopt.model import Choice
from mkdocs_gbm.assess.checklist import named_items
from mkdocs_gbm.assess.pages import Page
from mkdocs_gbm.options import CHECKLIST
from mkdocs_gbm.standard import Checklist

_LEAST = 3
"""A page with fewer of the checklist's items is another list."""


def checklist_page(checklist: Checklist, pages: Iterable[Page]) -> Choice | None:
    """Return the page with the most of a checklist's items, if it has some."""
    counts = [(len(named_items(checklist, page)), page.path) for page in pages if page.outline.tasks]
    most, uri = min(counts, key=lambda pair: (-pair[0], pair[1]), default=(0, ""))
    return Choice(CHECKLIST, uri, items=most) if most >= _LEAST else None
