"""The verdict as text, for a terminal."""

from mkdocs_gbm.assess import Report
from mkdocs_gbm.output.badge import checklist_sentence, coverage_sentence, percent


def to_text(report: Report) -> str:
    """Return every finding on a line of its own, where first, and one summary line."""
    lines = [finding.line + (" (in the baseline)" if finding.baselined else "") for finding in report.findings]
    return "\n".join([*lines, summary(report)]) + "\n"


def summary(report: Report) -> str:
    """Return the verdict in one line."""
    checklist = f"; {checklist_sentence(report.tally)}" if report.tally.total else ""
    coverage = f"{percent(report.coverage)}: {coverage_sentence(report.coverage)}"
    return f"{coverage}{checklist}; by the standard {report.standard.name}"
