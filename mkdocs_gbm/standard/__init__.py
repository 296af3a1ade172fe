"""What is required: standards, read from folders of page templates."""

from mkdocs_gbm.standard.bundled import load, locate
from mkdocs_gbm.standard.folder import load_folder
from mkdocs_gbm.standard.model import (
    Checklist,
    ChecklistItem,
    Evidence,
    RequiredSection,
    Standard,
    Topic,
)

__all__ = [
    "Checklist",
    "ChecklistItem",
    "Evidence",
    "RequiredSection",
    "Standard",
    "Topic",
    "load",
    "load_folder",
    "locate",
]
