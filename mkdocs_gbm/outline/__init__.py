"""What is written: the outline of a page, read from HTML."""

from mkdocs_gbm.outline.html import read_html
from mkdocs_gbm.outline.markdown import read_markdown
from mkdocs_gbm.outline.model import Facts, Heading, Outline, TaskItem, Unit, UnitKind

__all__ = ["Facts", "Heading", "Outline", "TaskItem", "Unit", "UnitKind", "read_html", "read_markdown"]
