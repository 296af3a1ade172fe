"""What is required: standards, read from folders of page templates and from persona partials."""

from mkdocs_gbm.standard.bundled import bundled
from mkdocs_gbm.standard.folder import load_folder
from mkdocs_gbm.standard.load import load, read
from mkdocs_gbm.standard.model import (
    Checklist,
    ChecklistItem,
    Chosen,
    Evidence,
    Limits,
    Origin,
    RequiredSection,
    Standard,
    Topic,
)
from mkdocs_gbm.standard.source import find

__all__ = [
    "Checklist",
    "ChecklistItem",
    "Chosen",
    "Evidence",
    "Limits",
    "Origin",
    "RequiredSection",
    "Standard",
    "Topic",
    "bundled",
    "find",
    "load",
    "load_folder",
    "read",
]
