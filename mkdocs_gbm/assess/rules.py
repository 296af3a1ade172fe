"""The rules: kinds of findings, each with the one text that explains it."""

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a finding weighs, in the words of MkDocs' own `validation:` setting."""

    WARN = "warn"
    INFO = "info"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding."""

    name: str
    severity: Severity
    """Its severity unless a site says otherwise."""
    meaning: str
    """When it is found, in one sentence."""
    falls_short: str
    """Markdown that it is found in."""
    passes: str
    """The same, mended."""
    exempt: str
    """How to be excused from it."""


_NOT_APPLICABLE = "Begin the section with *Not applicable* and the reason."

RULES = {
    rule.name: rule
    for rule in (
        Rule(
            "missing-page",
            Severity.WARN,
            "A topic has no page, so that all its sections are missing; it is reported once.",
            "no file patterns/database.md",
            "# Database Architecture\n\n## Database Type\n\nPostgreSQL 16, one cluster per region …",
            "Name the page that holds the topic under `pages:`, or let a page claim it in its front matter "
            "(`gbm: {topic: database}`). A page whose front matter says `gbm: {not_applicable: reason}` waives "
            "the topic.",
        ),
        Rule(
            "missing-section",
            Severity.WARN,
            "A required section is nowhere on the topic's pages.",
            "# API\n\n## Authentication\n\nOAuth 2.1 …",
            "# API\n\n## Authentication\n\nOAuth 2.1 …\n\n## Rate Limiting\n\n600 requests a minute for each client …",
            f"{_NOT_APPLICABLE} A heading in your own words is recognised by an alias.",
        ),
        Rule(
            "empty-section",
            Severity.WARN,
            "The heading is there, and nothing beneath it.",
            "## Rate Limiting\n\n## Caching",
            "## Rate Limiting\n\n600 requests a minute for each client …\n\n## Caching",
            _NOT_APPLICABLE,
        ),
        Rule(
            "placeholder-section",
            Severity.WARN,
            "Beneath the heading stands only the template's or the standard's own text, TODO, TBD, "
            "“coming soon” or `<words to replace>`, or a few sentences that only say who will write it, when, "
            "where else it is, or that it matters.",
            "## Rate Limiting\n\nThe limits are still with the partner team.",
            "## Rate Limiting\n\n600 requests a minute for each client …",
            "Where a short sentence tells something and is not believed, add a fact: a name, a number, a rule. "
            f"{_NOT_APPLICABLE}",
        ),
        Rule(
            "unexplained-na",
            Severity.WARN,
            "A section is said to be not applicable, without a reason.",
            "## Stream Processing\n\nN/A",
            "## Stream Processing\n\nNot applicable: every consumer works on single messages.",
            "Give the reason in the same paragraph or the next.",
        ),
        Rule(
            "expired-waiver",
            Severity.WARN,
            "A section is not applicable until a date, and the date is past.",
            "## Bulkheads\n\nNot applicable until 2025-01-31: one instance.",
            "## Bulkheads\n\nEach tenant has a pool of 10 connections …",
            "Write the section, or give a later date.",
        ),
        Rule(
            "thin-section",
            Severity.INFO,
            "A section has fewer words than `min_words`, and no table, code, diagram or image.",
            "## Caching\n\nWe use Redis.",
            "## Caching\n\nRedis holds product reads for 60 s; a write to a product deletes its key …",
            "Set `min_words: 0`, or `severity: {thin-section: ignore}`.",
        ),
        Rule(
            "label-section",
            Severity.INFO,
            "A section is documented only as `- **Name**: …`, so that there is no heading to link to.",
            "- **Caching**: product reads are cached for 60 s",
            "## Caching\n\nProduct reads are cached for 60 s.",
            "Set `severity: {label-section: ignore}`.",
        ),
        Rule(
            "missing-item",
            Severity.WARN,
            "A checklist item is not on the checklist page.",
            "- [x] **Data Flow**: …",
            "- [x] **Data Flow**: …\n- [x] **Error Handling**: …",
            "Keep the item, unticked, or write *Not applicable* and the reason after its name.",
        ),
        Rule(
            "open-item",
            Severity.INFO,
            "A checklist item is not ticked.",
            "- [ ] **Data Flow**: …",
            "- [x] **Data Flow**: …",
            "Set `severity: {open-item: ignore}`.",
        ),
        Rule(
            "contradicted-item",
            Severity.WARN,
            "An item is ticked although what it claims is not documented, and no other finding already says why.",
            "- [x] **Error Handling**: …, with no section Error Handling",
            "- [ ] **Error Handling**: …, until the section is written",
            "Write the section, or un-tick the item.",
        ),
        Rule(
            "unsupported-item",
            Severity.INFO,
            "An item is ticked, no section is known to be its evidence, and it links to nothing that exists.",
            "- [x] **Deployment**: done",
            "- [x] **Deployment**: see [the pipeline](deployment.md#pipeline)",
            "Link the item to the page or heading that shows it.",
        ),
        Rule(
            "low-coverage",
            Severity.WARN,
            "Coverage is below `fail_under` (off by default).",
            "coverage 71.7 %, fail_under: 80",
            "coverage 82.6 %, fail_under: 80",
            "Lower `fail_under`.",
        ),
        Rule(
            "stale-baseline",
            Severity.WARN,
            "The baseline excuses something that is no longer a finding.",
            "an entry for a section that has been written since",
            "the baseline, refreshed with `gbm baseline`",
            "Take the entry out, or run `gbm baseline` again: it says how many new findings it excuses as well.",
        ),
    )
}
