"""The findings as SARIF 2.1.0, the OASIS standard that code scanning services read."""

import hashlib
import json
from typing import Any
from urllib.parse import quote

from mkdocs_gbm import __version__
from mkdocs_gbm.assess import RULES, Finding, Report, Rule, Severity
from mkdocs_gbm.assess.baseline import Entry
from mkdocs_gbm.output import explanation
from mkdocs_gbm.output.report_json import origin_dict

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
#: A finding that fails is an error there; `info` is a note.
_LEVELS = {Severity.WARN: "error", Severity.INFO: "note", Severity.IGNORE: "none"}


def to_sarif(report: Report) -> str:
    """Return a SARIF log with one run; every rule is described, whether it found something or not."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=True, indent=2) + "\n"


def _run(report: Report) -> dict[str, Any]:
    rules = list(RULES)
    some_excused = any(finding.baselined for finding in report.findings)
    return {
        "tool": {
            "driver": {
                "name": "mkdocs-gbm",
                "version": __version__,
                "rules": [_rule(rule) for rule in RULES.values()],
            }
        },
        "invocations": [{"executionSuccessful": True, "exitCode": int(bool(report.failing))}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that the paths are told from."}}},
        "columnKind": "utf16CodeUnits",
        "properties": {"standard": report.standard.name, "standardDetails": origin_dict(report.standard.origin)},
        "results": [_result(finding, rules.index(finding.rule), some_excused) for finding in report.findings],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.meaning},
        "fullDescription": {"text": f"{rule.meaning} To be excused: {rule.exempt}"},
        "help": {"text": explanation.to_text(rule), "markdown": explanation.section(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int, some_excused: bool) -> dict[str, Any]:  # noqa: FBT001 - a fact of the run
    identity = _identity(finding)
    result = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}; {finding.remedy}"},
        "locations": [_location(finding)],
        # The second is the only one that GitHub compares: with it, an alert stays the same when lines move.
        "partialFingerprints": {"gbm/v1": identity, "primaryLocationLineHash": identity},
    }
    if some_excused:  # the standard wants it on each result of a run, or on none
        result["suppressions"] = _suppressions(finding)
    return result


def _location(finding: Finding) -> dict[str, Any]:
    parts = [part for part in (finding.component, finding.topic, finding.section) if part]
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(finding.place.path, errors="surrogateescape"), "uriBaseId": _ROOT},
            # What stands nowhere is told at the first line: GitHub shows no result without one.
            "region": {"startLine": finding.place.line or 1},
        }
    }
    if parts:
        location["logicalLocations"] = [{"name": parts[-1], "fullyQualifiedName": "/".join(parts)}]
    return location


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    if not finding.baselined:
        return []
    return [{"kind": "external", "status": "accepted", "justification": "excused by the baseline"}]


def _identity(finding: Finding) -> str:
    """Return what stays the same of a finding while its page is edited: what the baseline knows it by."""
    entry = Entry.of(finding)
    said = finding.message if finding.rule == "stale-baseline" else ""  # one for each entry, of any rule
    parts = [entry.component, entry.topic, entry.section, entry.rule, said]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
