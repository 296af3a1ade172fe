"""The baseline: today's findings excused, so that a check can be adopted on old documentation; it should shrink."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import yaml

from mkdocs_gbm import yaml_text
from mkdocs_gbm.assess.report import Finding, Place, Report
from mkdocs_gbm.assess.rules import Severity
from mkdocs_gbm.assess.settings import Settings
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.yaml_text import YamlError

HEAD = "# Gaps that were there when the check was adopted. `gbm baseline` refreshes this file; it should only shrink.\n"
_STALE = "stale-baseline"
_UNWRITTEN = ("missing-section", "empty-section", "placeholder-section", "unexplained-na")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One finding's identity: nothing in it changes when lines move or a heading is numbered anew."""

    component: str
    topic: str
    section: str
    rule: str

    @classmethod
    def of(cls, finding: Finding) -> "Entry":
        """Return the identity of a finding."""
        return cls(finding.component, finding.topic or "", finding.section or "", finding.rule)

    def __str__(self) -> str:
        parts = [part for part in (self.component, self.topic, self.section) if part]
        return f"{self.rule} of {' / '.join(parts)}"


def dump(report: Report) -> str:
    """Return the file that excuses the findings of severity `warn` (and those it excuses already): sorted YAML."""
    excused = [finding for finding in report.findings if finding.baselined or finding.severity is Severity.WARN]
    entries = sorted({Entry.of(finding) for finding in excused if finding.rule != _STALE})
    rows = [{key: value for key in Entry.__slots__ if (value := getattr(entry, key))} for entry in entries]
    return HEAD + yaml.safe_dump({"findings": rows}, sort_keys=False, allow_unicode=True, width=1000)


def parse(text: str, path: str) -> tuple[Entry, ...]:
    """Read a baseline.

    Raises:
        ConfigurationError: If it is not what `dump` writes.
    """
    remedy = "write it anew with 'gbm baseline'"
    try:
        given = yaml_text.load_once(text)
    except YamlError as error:
        told = error.of(path)
        raise ConfigurationError(told.where, told.problem, f"{told.remedy}, or {remedy}") from None
    rows = given.get("findings") if isinstance(given, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigurationError(path, "no list under 'findings:'", remedy)
    for number, row in enumerate(rows, start=1):
        if "rule" not in row or not row.keys() <= set(Entry.__slots__):
            raise ConfigurationError(path, f"entry {number} is no finding ({', '.join(map(str, row))})", remedy)
    return tuple(Entry(**{key: str(row.get(key, "")) for key in Entry.__slots__}) for row in rows)


def apply(report: Report, entries: Iterable[Entry], path: str, settings: Settings) -> Report:
    """Return the report with the findings in the baseline told as information, and its stale entries as findings.

    Args:
        report: The verdict without a baseline.
        entries: What the baseline excuses.
        path: Where the baseline is, relative to the project.
        settings: Say how stale entries weigh.
    """
    waiting = Counter(entries)
    findings = []
    for finding in report.findings:
        excuse = next((entry for entry in _excuses(finding) if entry in waiting), None)
        if excuse is not None:
            waiting[excuse] = 0
            findings.append(replace(finding, severity=Severity.INFO, baselined=True))
        else:
            findings.append(finding)
    severity = settings.weigh(_STALE)
    stale = sorted(entry for entry, left in waiting.items() if left and severity is not Severity.IGNORE)
    findings += [_stale(entry, path, severity) for entry in stale]
    return replace(report, findings=tuple(findings))


def _excuses(finding: Finding) -> Iterator[Entry]:
    """Yield the entries that excuse a finding, the nearest first.

    A section that is not written is one gap, whether its heading is there or not: whoever begins to write it, or has
    `gbm fix` put it there, has made nothing worse.
    """
    entry = Entry.of(finding)
    yield entry
    if entry.rule in _UNWRITTEN:
        yield from (replace(entry, rule=rule) for rule in _UNWRITTEN if rule != entry.rule)
        yield replace(entry, section="", rule="missing-page")


def _stale(entry: Entry, path: str, severity: Severity) -> Finding:
    message = f"the baseline excuses what is no longer a finding ({entry})"
    remedy = "run 'gbm baseline' to take it out"
    return Finding(
        _STALE, severity, entry.component, entry.topic or None, entry.section or None, Place(path), message, remedy
    )
