"""The verdict in one line."""

from mkdocs_gbm.assess import Report
from mkdocs_gbm.output.badge import checklist_sentence, coverage_sentence, percent

NOTHING_NAMED = "Nothing to judge: none of the named pages belongs to the architecture documentation."


def summary(report: Report) -> str:
    """Return the verdict in one line."""
    if not report.components and not report.findings:
        return NOTHING_NAMED
    coverage, tally = report.coverage, report.tally
    parts = [f"{percent(coverage)}: {coverage_sentence(coverage)}"] if coverage.required else []
    parts += [checklist_sentence(tally)] if tally.total else []
    return "; ".join([*parts, f"by the standard {report.standard.name}"])
