"""A standard written as a folder of page templates, which read back are the same standard."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from typing import Any

import yaml

from mkdocs_gbm.standard.model import Checklist, Limits, RequiredSection, Standard, Topic
from mkdocs_gbm.standard.own_words import FILE
from mkdocs_gbm.standard.render import render_section

_WIDTH = 110


def templates_of(standard: Standard) -> dict[str, str]:
    """Return the files of the folder by their names."""
    items = standard.checklist.items if standard.checklist else ()
    evidence = frozenset((each.topic, each.section) for item in items for each in item.evidence)
    files = {f"{topic.slug}.md": _topic(topic, order, evidence) for order, topic in enumerate(standard.topics, 1)}
    if standard.checklist:
        files["checklist.md"] = _checklist(standard.checklist)
    said: dict[str, Any] = {"version": standard.version} if standard.version is not None else {}
    said |= {"rules": dict(standard.minimum)} if standard.minimum else {}
    said |= _changed(standard.limits)
    return files | ({FILE: _yaml(said)} if said else {})


def _topic(topic: Topic, order: int, evidence: Collection[tuple[str, str | None]]) -> str:
    """Return a topic's template; sections that the checklist names are in its front matter, so that it follows them."""
    meta: dict[str, Any] = {"topic": topic.title, "order": order, "page": topic.page}
    meta |= {"folder": topic.folder} if topic.folder is not None else {}
    told = {section.name: _details(section) for section in topic.sections}
    sections = {name: details for name, details in told.items() if details or (topic.slug, name) in evidence}
    meta |= {"sections": sections} if sections else {}
    body = "\n\n".join(render_section(section) for section in topic.sections)
    return f"---\n{_yaml(meta)}---\n{topic.head}\n{body}\n"


def _changed(limits: Limits) -> dict[str, Any]:
    """Return the limits that are not as usual."""
    said = {each.name: getattr(limits, each.name) for each in fields(limits)}
    told = {key: value for key, value in said.items() if value != getattr(Limits(), key)}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in told.items()}


def _details(section: RequiredSection) -> dict[str, Any]:
    details: dict[str, Any] = {"aliases": list(section.aliases)} if section.aliases else {}
    details |= {"optional": True} if section.optional else {}
    return details | ({} if section.contained else {"contained": False})


def _checklist(checklist: Checklist) -> str:
    meta: dict[str, Any] = {"checklist": checklist.title, "page": checklist.page}
    evidence: dict[str, Any] = {
        item.name: "link" if item.by_link else [str(each) for each in item.evidence]
        for item in checklist.items
        if item.by_link or item.evidence
    }
    meta |= {"evidence": evidence} if evidence else {}
    return f"---\n{_yaml(meta)}---\n{checklist.template}"


def _yaml(values: Mapping[str, Any]) -> str:
    return yaml.dump(dict(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)


class _Dumper(yaml.SafeDumper):
    """Sets lists in below their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's
        del indentless
        super().increase_indent(flow, indentless=False)
