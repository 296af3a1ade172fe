"""The verdict as text for a person: findings grouped by page, a bar for each topic, one summary line.

It is styled for a terminal; whoever writes it elsewhere takes the styles off (`click.unstyle`).
"""

from collections.abc import Iterator

import click

from mkdocs_gbm.assess import Coverage, Finding, Report, Severity
from mkdocs_gbm.neutral import columns, neutral
from mkdocs_gbm.output.bar import bar, count
from mkdocs_gbm.output.text import summary


def to_text(report: Report) -> str:
    """Return every finding on a line of its own, `path:line:` first, then the topics, then the verdict in one line."""
    blocks = [[_line(finding) for finding in findings] for findings in _by_page(report)]
    if report.findings:
        blocks.append(list(_topics(report)))
    blocks.append([_last(report)])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _by_page(report: Report) -> list[list[Finding]]:
    """Group findings by page, the pages in the order in which the standard comes to them."""
    pages: dict[str, list[Finding]] = {}
    for finding in report.findings:
        pages.setdefault(finding.place.path, []).append(finding)
    return [sorted(findings, key=lambda finding: finding.place.line or 0) for findings in pages.values()]


def _line(finding: Finding) -> str:
    place, rule = neutral(str(finding.place)), finding.rule
    rest = neutral(f"{finding.message}; {finding.remedy}") + (" (in the baseline)" if finding.baselined else "")
    if finding.severity is Severity.WARN:
        return f"{click.style(place, bold=True)}: {click.style(rule, fg='red')}: {rest}"
    return click.style(f"{place}: {rule}: {rest}", dim=True)


def _topics(report: Report) -> Iterator[str]:
    several = len(report.components) > 1
    rows = [
        (neutral(f"{component.name}: {topic.topic.title}" if several else topic.topic.title), topic.coverage)
        for component in report.components
        for topic in component.topics
    ]
    widest = max((columns(title) for title, _ in rows), default=0)
    for title, coverage in rows:
        padding = " " * (widest - columns(title))
        drawn = click.style(bar(coverage), fg=_colour(coverage)) if coverage.applicable else bar(coverage)
        yield f"{title}{padding}  {drawn}  {count(coverage) if coverage.applicable else 'not applicable'}"


def _colour(coverage: Coverage) -> str:
    if coverage.documented == coverage.applicable:
        return "green"
    return "yellow" if coverage.documented else "red"


def _last(report: Report) -> str:
    """Return the summary; before it, how many findings there are."""
    failing = len(report.failing)
    told = len(report.findings) - failing
    parts = [f"{failing} finding{'' if failing == 1 else 's'}"] if failing else []
    parts += [f"{told} for information"] if told else []
    if not parts:
        return click.style(neutral(summary(report)), fg="green")
    colour = "red" if failing else "green"
    return f"{click.style(', '.join(parts), fg=colour, bold=True)}; {neutral(summary(report))}"
