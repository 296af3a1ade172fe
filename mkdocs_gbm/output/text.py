"""The verdict in one line."""

from mkdocs_gbm.assess import Report
from mkdocs_gbm.output.sentences import checklist_sentence, coverage_sentence, percent
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.standard import Chosen

_CHOSEN = {
    Chosen.OPTION: "named on the command line",
    Chosen.CONFIGURED: "configured",
    Chosen.PERSONA: "the project's persona",
    Chosen.DEFAULT: "the default",
}
NOTHING_NAMED = "Nothing to judge: none of the named pages belongs to the architecture documentation."


def summary(report: Report) -> str:
    """Return the verdict in one line, in our own words: logs are read by programs too."""
    if not report.components and not report.findings:
        return NOTHING_NAMED
    t, coverage, tally = Strings(), report.coverage, report.tally
    parts = [f"{percent(coverage, t)}: {coverage_sentence(coverage, t)}"] if coverage.required else []
    parts += [checklist_sentence(tally, t)] if tally.total else []
    excused = sum(finding.baselined for finding in report.findings)
    parts += [f"{excused} finding{'' if excused == 1 else 's'} excused by the baseline"] if excused else []
    parts += [f"{len(report.components)} components"] if len(report.components) > 1 else []
    return "; ".join([*parts, f"by the standard {report.standard.name}{_why(report)}"])


def _why(report: Report) -> str:
    origin = report.standard.origin
    return f" ({_CHOSEN[origin.chosen]})" if origin else ""
