"""The verdict: what is required against what is written. Pure functions from values to values."""

from mkdocs_gbm.assess.assessment import assess
from mkdocs_gbm.assess.content import Status
from mkdocs_gbm.assess.pages import Component, OtherFile, Page
from mkdocs_gbm.assess.recognise import Match
from mkdocs_gbm.assess.report import (
    ComponentVerdict,
    Coverage,
    Finding,
    ItemState,
    ItemVerdict,
    Place,
    Report,
    SectionVerdict,
    Tally,
    TopicVerdict,
)
from mkdocs_gbm.assess.rules import RULES, Rule, Severity
from mkdocs_gbm.assess.settings import USUAL_MIN_WORDS, Settings

__all__ = [
    "RULES",
    "USUAL_MIN_WORDS",
    "Component",
    "ComponentVerdict",
    "Coverage",
    "Finding",
    "ItemState",
    "ItemVerdict",
    "Match",
    "OtherFile",
    "Page",
    "Place",
    "Report",
    "Rule",
    "SectionVerdict",
    "Settings",
    "Severity",
    "Status",
    "Tally",
    "TopicVerdict",
    "assess",
]
