"""The coverage page as Markdown: for a README, a wiki, or a site that another generator builds."""

from collections.abc import Iterator

from mkdocs_gbm.assess import ComponentVerdict, Place, Report, SectionVerdict, TopicVerdict
from mkdocs_gbm.output.bar import bar, count
from mkdocs_gbm.output.coverage import Link
from mkdocs_gbm.output.escaping import code, escaped
from mkdocs_gbm.output.standalone import MARK
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.output.text import summary


def to_markdown(report: Report, name: str, strings: Strings, link: Link) -> str:
    """Return the coverage page in GitHub's flavour of Markdown, with its badges beside it.

    Args:
        report: What to show.
        name: Whose documentation it is.
        strings: Gives the title.
        link: Gives the address of a place, relative to the document.
    """
    checklist = "![checklist](badge.svg) " if report.tally.total else ""
    blocks = [
        MARK,
        f"# {escaped(strings('coverage.title') + ': ' + name)}",
        f"{checklist}![architecture](coverage.svg)",
        escaped(summary(report)),
        "\n".join(["| topic | | written |", "| --- | --- | --- |", *_topics(report)]),
        "\n".join(["## What to write next", "", *_gaps(report, link)]),
        *_sections(report, link),
    ]
    if report.tally.total:
        head = ["## Checklist", "", "| item | state | lacking |", "| --- | --- | --- |"]
        blocks.append("\n".join([*head, *_items(report, link)]))
    return "\n\n".join(blocks) + "\n"


def _name(report: Report, component: ComponentVerdict, title: str) -> str:
    return escaped(f"{component.name}: {title}" if len(report.components) > 1 else title)


def _topics(report: Report) -> Iterator[str]:
    for component in report.components:
        for topic in component.topics:
            applies = topic.coverage.applicable
            drawn = f"`{bar(topic.coverage)}` | {count(topic.coverage)}" if applies else "| not applicable"
            yield f"| {_name(report, component, topic.topic.title)} | {drawn} |"


def _gaps(report: Report, link: Link) -> Iterator[str]:
    for finding in report.findings:
        apart = " (in the baseline)" if finding.baselined else ""
        said = escaped(f"{finding.message}; {finding.remedy}")
        yield f"- {_linked(finding.place, link)} {finding.rule}{apart}: {said}"
    if not report.findings:
        yield "Nothing: every required section is written, and every checklist item holds."


def _sections(report: Report, link: Link) -> Iterator[str]:
    for component in report.components:
        for topic in component.topics:
            yield "\n".join([f"## {_name(report, component, topic.topic.title)}", "", *_table(topic, link)])


def _table(topic: TopicVerdict, link: Link) -> Iterator[str]:
    yield "| section | status | found |"
    yield "| --- | --- | --- |"
    for verdict in topic.sections:
        status = verdict.status.value.replace("-", " ")
        yield f"| {escaped(verdict.section.name)} | {status} | {_found(verdict, link)} |"


def _found(verdict: SectionVerdict, link: Link) -> str:
    if verdict.place is None:
        return ""
    shown = escaped(verdict.place.heading or str(verdict.place))
    place = _link(shown, link(verdict.place))
    return f"{place}: {escaped(verdict.reason)}" if verdict.reason else place


def _items(report: Report, link: Link) -> Iterator[str]:
    for component in report.components:
        for item in component.items:
            lacking = escaped(", ".join(item.missing_evidence) or item.reason or "")
            name = _name(report, component, item.item.name)
            where = link(item.place) if item.place else None
            yield f"| {_link(name, where)} | {item.state.value.replace('-', ' ')} | {lacking} |"


def _linked(place: Place, link: Link) -> str:
    return _link(escaped(place.heading) if place.heading else code(str(place)), link(place))


def _link(shown: str, url: str | None) -> str:
    return shown if url is None else f"[{shown}]({url})"
