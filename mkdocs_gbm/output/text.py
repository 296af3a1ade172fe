"""The verdict as text, for a terminal."""

from mkdocs_gbm.assess import Report
from mkdocs_gbm.output.sentences import checklist_sentence, coverage_sentence, percent
from mkdocs_gbm.output.strings import Strings


def to_text(report: Report) -> str:
    """Return every finding on a line of its own, where first, and one summary line."""
    lines = [finding.line + (" (in the baseline)" if finding.baselined else "") for finding in report.findings]
    return "\n".join([*lines, summary(report)]) + "\n"


def summary(report: Report) -> str:
    """Return the verdict in one line, in our own words: logs are read by programs too."""
    t = Strings()
    checklist = f"; {checklist_sentence(report.tally, t)}" if report.tally.total else ""
    coverage = f"{percent(report.coverage, t)}: {coverage_sentence(report.coverage, t)}"
    return f"{coverage}{checklist}; by the standard {report.standard.name}"
