"""The findings as annotations of a GitHub workflow: one workflow command a line."""

from mkdocs_gbm.assess import Finding, Report, Severity
from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.output.text import summary

#: A finding that fails is an error there; `info` is a notice.
_COMMANDS = {Severity.WARN: "error", Severity.INFO: "notice"}


def to_github(report: Report) -> str:
    """Return a workflow command for each finding, what fails first, and the summary line.

    GitHub shows ten errors and ten notices of a step beside the pages; all of them stand in its log.
    """
    ordered = sorted(report.findings, key=lambda finding: finding.severity is not Severity.WARN)
    return "\n".join([*map(_command, ordered), neutral(summary(report))]) + "\n"


def annotation(kind: str, *, path: str | None, line: int | None, title: str, message: str) -> str:
    """Return one workflow command.

    Args:
        kind: `error`, `warning` or `notice`.
        path: The file beside which it is shown.
        line: The line in it, from 1.
        title: What stands above the message.
        message: What it says.
    """
    properties = {"file": path, "line": line, "title": title}
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None)
    return f"::{kind} {told}::{_message(message)}"


def _command(finding: Finding) -> str:
    return annotation(
        _COMMANDS[finding.severity],
        path=finding.place.path,
        line=finding.place.line,
        title=_title(finding),
        message=f"{finding.message}; {finding.remedy}",
    )


def _title(finding: Finding) -> str:
    apart = " (in the baseline)" if finding.baselined else ""
    return f"{finding.rule}: {finding.section}{apart}" if finding.section else f"{finding.rule}{apart}"


def _message(text: str) -> str:
    """Escape what a workflow command says, as its runner reads it."""
    return neutral(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Escape a property: there colons and commas mean something too."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
