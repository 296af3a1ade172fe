"""A portfolio as JSON: versioned, the same bytes for the same reports."""

import json
from typing import Any

from mkdocs_gbm import __version__
from mkdocs_gbm.assess import Coverage, Tally
from mkdocs_gbm.portfolio.model import ComponentEntry, HeldTo, Lack, Portfolio, TopicTotal

PORTFOLIO_VERSION = 1


def to_json(portfolio: Portfolio) -> str:
    """Return the portfolio as JSON text."""
    told = {
        "portfolio": PORTFOLIO_VERSION,
        "tool": {"name": "mkdocs-gbm", "version": __version__},
        "reports": list(portfolio.reports),
        "coverage": _coverage(portfolio.coverage),
        "checklist": _tally(portfolio.tally),
        "standards": [
            _held_to(held_to) | {"components": count, "required": group.required}
            for group in portfolio.groups
            for held_to, count in group.held_to
        ],
        "components": [_component(component) for component in portfolio.components],
        "topics": [_topic(total) for total in portfolio.topics],
        "lacking": [_lack(lack) for lack in portfolio.lacking],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "percent": coverage.percent,
        "documented": coverage.documented,
        "required": coverage.required,
        "not_applicable": coverage.not_applicable,
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "done": tally.done,
        "total": tally.total,
        "ticked": tally.ticked,
        "contradicted": tally.contradicted,
    }


def _held_to(held_to: HeldTo) -> dict[str, Any]:
    return {"name": held_to.name, "version": held_to.version, "hash": held_to.hash}


def _component(component: ComponentEntry) -> dict[str, Any]:
    return {
        "name": component.name,
        "report": component.report,
        "directory": component.directory,
        "standard": _held_to(component.held_to),
        "coverage": _coverage(component.coverage),
        "checklist": _tally(component.tally),
        "topics": [
            {
                "slug": topic.slug,
                "title": topic.title,
                "coverage": _coverage(topic.coverage),
                "unwritten": [{"name": section.name, "status": section.status.value} for section in topic.unwritten],
            }
            for topic in component.topics
        ],
    }


def _topic(total: TopicTotal) -> dict[str, Any]:
    return {
        "slug": total.slug,
        "title": total.title,
        "components": total.components,
        "coverage": _coverage(total.coverage),
    }


def _lack(lack: Lack) -> dict[str, Any]:
    return {
        "topic": lack.slug,
        "title": lack.title,
        "section": lack.section,
        "components": list(lack.components),
        "of": lack.of,
        "everywhere": lack.everywhere,
    }
