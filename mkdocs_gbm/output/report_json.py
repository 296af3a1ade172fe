"""The report as JSON: one schema, versioned, the same bytes for the same input."""

import json

from mkdocs_gbm import __version__
from mkdocs_gbm.assess import (
    ComponentVerdict,
    Coverage,
    Finding,
    ItemVerdict,
    Place,
    Report,
    SectionVerdict,
    Tally,
    TopicVerdict,
)
from mkdocs_gbm.assess.report_shape import (
    REPORT_VERSION,
    ComponentShape,
    CoverageShape,
    FindingShape,
    ItemShape,
    ReportShape,
    SectionShape,
    StandardShape,
    TallyShape,
    TopicShape,
)
from mkdocs_gbm.standard import Origin


def to_json(report: Report) -> str:
    """Return the report as JSON text."""
    return json.dumps(to_dict(report), ensure_ascii=False, indent=2) + "\n"


def to_dict(report: Report) -> ReportShape:
    """Return the report as plain values."""
    return {
        "schema_version": REPORT_VERSION,
        "tool": {"name": "mkdocs-gbm", "version": __version__},
        "standard": report.standard.name,
        "standard_details": origin_dict(report.standard.origin),
        "coverage": _coverage(report.coverage),
        "checklist": _tally(report.tally),
        "components": [_component(component) for component in report.components],
        "findings": [_finding(finding) for finding in report.findings],
    }


def origin_dict(origin: Origin | None) -> StandardShape | None:
    """Return where a standard comes from as plain values; none where nothing is known of it."""
    if origin is None:
        return None
    return {
        "source": origin.source,
        "version": origin.version,
        "hash": origin.hash,
        "commit": origin.commit,
        "chosen": origin.chosen.value,
    }


def _coverage(coverage: Coverage) -> CoverageShape:
    return {
        "percent": coverage.percent,
        "documented": coverage.documented,
        "required": coverage.required,
        "not_applicable": coverage.not_applicable,
    }


def _tally(tally: Tally) -> TallyShape:
    return {
        "done": tally.done,
        "total": tally.total,
        "ticked": tally.ticked,
        "contradicted": tally.contradicted,
    }


def _component(component: ComponentVerdict) -> ComponentShape:
    return {
        "name": component.name,
        "directory": component.directory,
        "coverage": _coverage(component.coverage),
        "checklist": _tally(component.tally),
        "topics": [_topic(topic) for topic in component.topics],
        "items": [_item(item) for item in component.items],
    }


def _topic(verdict: TopicVerdict) -> TopicShape:
    return {
        "slug": verdict.topic.slug,
        "title": verdict.topic.title,
        "pages": list(verdict.pages),
        "coverage": _coverage(verdict.coverage),
        "sections": [_section(section) for section in verdict.sections],
    }


def _section(verdict: SectionVerdict) -> SectionShape:
    place = verdict.place or Place("")
    return {
        "name": verdict.section.name,
        "status": verdict.status.value,
        "match": verdict.match.word if verdict.match is not None else None,
        "heading": place.heading,
        "page": place.path or None,
        "line": place.line,
        "anchor": place.anchor,
        "words": verdict.words,
        "reason": verdict.reason,
        "inherited_from": verdict.inherited_from,
    }


def _item(verdict: ItemVerdict) -> ItemShape:
    return {
        "name": verdict.item.name,
        "ticked": verdict.ticked,
        "state": verdict.state.value,
        "evidence": [str(evidence) for evidence in verdict.item.evidence],
        "missing_evidence": list(verdict.missing_evidence),
        "page": verdict.place.path if verdict.place else None,
        "line": verdict.place.line if verdict.place else None,
        "reason": verdict.reason,
        "inherited_from": verdict.inherited_from,
    }


def _finding(finding: Finding) -> FindingShape:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "component": finding.component,
        "topic": finding.topic,
        "section": finding.section,
        "path": finding.place.path,
        "line": finding.place.line,
        "message": finding.message,
        "remedy": finding.remedy,
        "baselined": finding.baselined,
    }
