"""What is written: the outline of a page, read from HTML."""

from mkdocs_gbm.outline.html import read_html
from mkdocs_gbm.outline.lines import with_lines
from mkdocs_gbm.outline.markdown import read_lines, read_markdown
from mkdocs_gbm.outline.model import Facts, Heading, Outline, TaskItem, Unit, UnitKind

__all__ = [
    "Facts",
    "Heading",
    "Outline",
    "TaskItem",
    "Unit",
    "UnitKind",
    "read_html",
    "read_lines",
    "read_markdown",
    "with_lines",
]
