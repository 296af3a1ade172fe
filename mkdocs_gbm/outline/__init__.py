"""What is written: the outline of a page, read from HTML or Markdown.

The readers are imported when they are asked for: their parsers take 20 ms, and plain pages need none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mkdocs_gbm.outline.lines import with_lines
from mkdocs_gbm.outline.model import Facts, Heading, Outline, TaskItem, Unit, UnitKind

if TYPE_CHECKING:
    from mkdocs_gbm.outline.html import read_html
    from mkdocs_gbm.outline.markdown import read_lines, read_markdown
    from mkdocs_gbm.outline.source_lines import in_source

__all__ = [
    "Facts",
    "Heading",
    "Outline",
    "TaskItem",
    "Unit",
    "UnitKind",
    "in_source",
    "read_html",
    "read_lines",
    "read_markdown",
    "with_lines",
]

_READERS = {"in_source": "source_lines", "read_html": "html", "read_lines": "markdown", "read_markdown": "markdown"}


def __getattr__(name: str) -> Any:
    if name not in _READERS:
        raise AttributeError(name)
    return getattr(import_module(f"mkdocs_gbm.outline.{_READERS[name]}"), name)
