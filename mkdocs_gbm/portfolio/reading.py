"""A report read again from its JSON."""

import json
from typing import Any, NoReturn

from mkdocs_gbm.assess import Coverage, Status, Tally
from mkdocs_gbm.assess.report_shape import (
    REPORT_VERSION,
    ComponentShape,
    CoverageShape,
    ReportShape,
    SectionShape,
    TallyShape,
    TopicShape,
)
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.keys import kind_of
from mkdocs_gbm.portfolio.conform import MismatchError, check_of
from mkdocs_gbm.portfolio.model import ComponentEntry, HeldTo, SectionEntry, TopicEntry

_TOOL = "mkdocs-gbm"
_REMEDY = "name the report.json of a site, or one that 'gbm report' made"
_STATUSES = {status.value: status for status in Status}


def read_report(content: bytes, name: str) -> tuple[ComponentEntry, ...]:
    """Return the components that a report tells of.

    Args:
        content: The file.
        name: The file's name, for messages and to tell components of the same name apart.

    Raises:
        ConfigurationError: If it is no report of this schema.
    """
    report = _checked(_loaded(content, name), name)
    details = report.get("standard_details")
    held_to = HeldTo(report["standard"], details["version"] if details else None, details["hash"] if details else None)
    if not report["components"]:
        raise ConfigurationError(name, "the report tells of no component", "leave it out")
    try:
        return tuple(_component(component, name, held_to) for component in report["components"])
    except MismatchError as error:
        raise ConfigurationError(name, str(error), "make the report anew with 'gbm report'") from None


def _loaded(content: bytes, name: str) -> Any:
    if not content.strip():
        raise ConfigurationError(name, "the file is empty", _REMEDY)
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise ConfigurationError(name, "no UTF-8 text", _REMEDY) from None
    except json.JSONDecodeError as error:
        raise ConfigurationError(f"{name}:{error.lineno}", f"no JSON ({error.msg})", _REMEDY) from None
    except (ValueError, RecursionError) as error:
        told = "nested too deeply" if isinstance(error, RecursionError) else "a number that is none"
        raise ConfigurationError(name, f"no JSON ({told})", _REMEDY) from None


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _checked(found: Any, name: str) -> ReportShape:
    tool = found.get("tool") if isinstance(found, dict) else None
    if not isinstance(tool, dict) or tool.get("name") != _TOOL:
        raise ConfigurationError(name, "JSON, and no report of mkdocs-gbm", _REMEDY)
    if "portfolio" in found:
        raise ConfigurationError(name, "a portfolio, and no report", "name the reports that it was made of")
    version = found.get("schema_version")
    if version != REPORT_VERSION or isinstance(version, bool):
        told = version if type(version) is int else kind_of(version)
        problem = f"schema_version is {told}, not {REPORT_VERSION}"
        raise ConfigurationError(name, problem, "make the report and the portfolio with the same release of mkdocs-gbm")
    try:
        check_of(ReportShape)(found)
    except MismatchError as error:
        raise ConfigurationError(name, str(error), "make the report anew with 'gbm report'") from None
    checked: ReportShape = found
    return checked


def _component(shape: ComponentShape, report: str, held_to: HeldTo) -> ComponentEntry:
    return ComponentEntry(
        name=shape["name"],
        report=report,
        directory=shape["directory"],
        held_to=held_to,
        tally=_tally(shape["checklist"], shape["name"]),
        topics=tuple(_topic(topic) for topic in shape["topics"]),
    )


def _topic(shape: TopicShape) -> TopicEntry:
    sections = tuple(_section(section) for section in shape["sections"])
    return TopicEntry(shape["slug"], shape["title"], _coverage(shape["coverage"], shape["title"]), sections)


def _section(shape: SectionShape) -> SectionEntry:
    status = _STATUSES.get(shape["status"])
    if status is None:
        raise MismatchError(shape["name"], f"'{shape['status']}' is no status")
    return SectionEntry(shape["name"], status)


def _coverage(shape: CoverageShape, where: str) -> Coverage:
    coverage = Coverage(shape["documented"], shape["required"], shape["not_applicable"])
    if min(coverage.documented, coverage.not_applicable) < 0 or coverage.documented > coverage.applicable:
        raise MismatchError(where, "the numbers of its coverage contradict one another")
    return coverage


def _tally(shape: TallyShape, where: str) -> Tally:
    tally = Tally(shape["done"], shape["total"], shape["ticked"], shape["contradicted"])
    if min(tally.done, tally.contradicted) < 0 or max(tally.done, tally.ticked, tally.contradicted) > tally.total:
        raise MismatchError(where, "the numbers of its checklist contradict one another")
    return tally
