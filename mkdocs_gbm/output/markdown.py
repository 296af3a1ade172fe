"""The verdict as Markdown: a comment on a pull request, or the summary of a workflow's step."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_gbm.assess import ComponentVerdict, Finding, ItemState, Report, Severity, Status, TopicVerdict
from mkdocs_gbm.output.bar import bar, count
from mkdocs_gbm.output.escaping import code, escaped
from mkdocs_gbm.output.text import summary

LONGEST = 65_000
"""Characters; GitHub takes 65,536 in a comment."""
_FOR_THE_LAST_LINE = 200


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the document that can be cut between its lines."""

    head: str
    lines: Sequence[str]
    foot: str = ""


def to_markdown(report: Report, longest: int = LONGEST) -> str:
    """Return the verdict with its gaps, cut where it would be too long for a comment, with a line that says so."""
    several = len(report.components) > 1

    def name(component: ComponentVerdict, title: str) -> str:
        return escaped(f"{component.name}: {title}" if several else title)

    failing = [_gap(finding) for finding in report.failing]
    told = [_gap(finding) for finding in report.findings if finding.severity is not Severity.WARN]
    waived = list(_waived(report, name))
    parts = [
        _Part(f"{_title(report)}\n\n{_verdict(report)}", []),
        _Part("| topic | | written |\n| --- | --- | --- |", list(_topics(report, name))),
        _Part("### What to write\n", failing),
        _Part("### Checklist\n\n| item | state |\n| --- | --- |", list(_items(report, name))),
        _folded(f"{len(told)} for information", told),
        _folded(f"{len(waived)} not applicable", waived),
    ]
    return _bounded([part for part in parts if part.lines or part is parts[0]], longest)


def _title(report: Report) -> str:
    coverage = report.coverage
    written = f": {coverage.percent:g} % written" if coverage.required else ""
    return f"## Architecture documentation{written}"


def _verdict(report: Report) -> str:
    failing = len(report.failing)
    excused = sum(finding.baselined for finding in report.findings)
    said = f"**{failing} finding{'' if failing == 1 else 's'}**" if failing else "**No findings**"
    said += f", {excused} excused by the baseline" if excused else ""
    return f"{said}; {escaped(summary(report))}"


def _folded(title: str, lines: list[str]) -> _Part:
    return _Part(f"<details><summary>{title}</summary>\n", lines, "\n\n</details>")


def _gap(finding: Finding) -> str:
    apart = " (in the baseline)" if finding.baselined else ""
    return f"- {code(str(finding.place))} {finding.rule}{apart}: {escaped(f'{finding.message}; {finding.remedy}')}"


def _topics(report: Report, name: Callable[[ComponentVerdict, str], str]) -> Iterator[str]:
    for component in report.components:
        for topic in component.topics:
            yield f"| {name(component, topic.topic.title)} | {_drawn(topic)} |"


def _drawn(topic: TopicVerdict) -> str:
    if not topic.coverage.applicable:
        return "| not applicable"
    return f"`{bar(topic.coverage)}` | {count(topic.coverage)}"


def _items(report: Report, name: Callable[[ComponentVerdict, str], str]) -> Iterator[str]:
    for component in report.components:
        for item in component.items:
            state = item.state.value.replace("-", " ")
            shown = f"**{state}**" if item.state in (ItemState.CONTRADICTED, ItemState.MISSING) else state
            yield f"| {name(component, item.item.name)} | {shown} |"


def _waived(report: Report, name: Callable[[ComponentVerdict, str], str]) -> Iterator[str]:
    for component in report.components:
        for topic in component.topics:
            for verdict in topic.sections:
                if verdict.status is Status.NOT_APPLICABLE:
                    title = name(component, f"{topic.topic.title}: {verdict.section.name}")
                    yield f"- {title}: {escaped(verdict.reason or '')}"


def _bounded(parts: list[_Part], longest: int) -> str:
    """Put the parts together as far as they fit."""
    text = ""
    for number, part in enumerate(parts):
        room = longest - _FOR_THE_LAST_LINE - len(text) - len(part.head) - len(part.foot)
        kept = _fitting(part.lines, room)
        text += "\n".join([part.head, *kept]) + f"{part.foot}\n\n"
        if len(kept) < len(part.lines):
            left = len(part.lines) - len(kept) + sum(len(later.lines) for later in parts[number + 1 :])
            return f"{text}*Cut here, {left} lines before its end, to fit into a comment: `gbm check` tells all.*\n"
    return text.rstrip("\n") + "\n"


def _fitting(lines: Sequence[str], room: int) -> list[str]:
    kept = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    return kept
