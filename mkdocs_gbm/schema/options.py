"""The options under `plugins: gbm:`, and a `mkdocs.yml` with them in it, as JSON Schemas."""

import re
from enum import Enum

from mkdocs_gbm.assess import RULES, Severity
from mkdocs_gbm.options import KEYS, Options
from mkdocs_gbm.output.strings import catalogue
from mkdocs_gbm.schema.types import Schema, described, hints_of, nullable, schema_of
from mkdocs_gbm.schema.words import TEXT, TEXTS, mapping, one_or_several

#: What types mean in `mkdocs.yml`: a text is never blank, and one text stands for a list of one.
_TOLD = {str: TEXT, tuple[str, ...]: TEXTS}
#: A way out of the folder that a path is relative to.
_OUTWARD = {"type": "string", "pattern": r"^/|(^|[/\\])\.\.([/\\]|$)"}
_SEVERITY = schema_of(Severity)
#: A folder relative to `docs_dir`, which may lie beside it, or a page relative to the architecture folder.
_RELATIVE = TEXT | {"not": {"type": "string", "pattern": r"^[/\\]|^[A-Za-z]:"}}
_PAGES: Schema = {"type": "object", "additionalProperties": one_or_several(_RELATIVE)}
_SAID: Schema = {"not": {"type": "null"}}
#: The keys that exclude each other, unless nothing is behind one of them.
_BOTH: Schema = {
    "type": "object",
    "required": ["architecture_dir", "components"],
    "properties": {"architecture_dir": _SAID, "components": _SAID},
}
#: Topics, each with why it does not apply.
_REASONS: Schema = {"type": "object", "additionalProperties": TEXT}


def options_schema() -> Schema:
    """Return the schema of the mapping under `plugins: gbm:`, from `mkdocs_gbm.options.Options`."""
    hints = hints_of(Options)
    refined = _refined()
    properties = {key: refined.get(key) or schema_of(hints[key], _TOLD) for key in KEYS}
    with_defaults = {key: schema | _default(key) for key, schema in described(Options, properties).items()}
    switch = {"type": "boolean", "description": "MkDocs' own: whether the plugin is used at all.", "default": True}
    known = {key: nullable(schema) for key, schema in with_defaults.items()} | {"enabled": switch}
    return {"title": "Options of mkdocs-gbm", "type": ["object", "null"], "not": _BOTH} | {
        key: value for key, value in mapping(known).items() if key != "type"
    }


def mkdocs_schema() -> Schema:
    """Return the schema of a `mkdocs.yml` as far as it is ours: everything else in it is free."""
    ours = {"gbm": {"$ref": "#/$defs/options"}}
    return {
        "title": "mkdocs.yml with mkdocs-gbm",
        "type": "object",
        "properties": {
            "plugins": {
                "type": ["array", "object"],
                "items": {"type": ["string", "object"], "properties": ours},
                "properties": ours,
            }
        },
        "$defs": {"options": options_schema()},
    }


def _refined() -> dict[str, Schema]:
    """Return what the options' types cannot say."""
    rules = mapping({rule.name: {**_SEVERITY, "description": rule.meaning} for rule in RULES.values()})
    page = {"type": "string", "pattern": r"\.md$", "not": {"pattern": r"^/|(^|/)\.\.(/|$)"}}
    return {
        "architecture_dir": _RELATIVE,
        "components": _components(rules),
        "not_applicable": _REASONS,
        "pages": _PAGES,
        "baseline": TEXT | {"not": _OUTWARD},
        "coverage_page": {"anyOf": [page, {"const": False}]},
        "severity": rules | {"additionalProperties": rules},
        "min_words": {"type": "integer", "minimum": 0},
        "fail_under": {"type": "number", "minimum": 0, "maximum": 100},
        "strings": mapping({key: _string(text) for key, text in catalogue().items()}),
    }


def _components(rules: Schema) -> Schema:
    """Return the schema of components: a glob, a list of folders, or names with folders or options of their own."""
    hints = hints_of(Options)
    own: dict[str, Schema] = {
        "dir": _RELATIVE | {"description": "Its folder or a glob of folders, relative to docs_dir."},
        "inherit": TEXT | {"description": "The component from which it takes the sections that it lacks itself."},
        "pages": _PAGES,
        "aliases": schema_of(hints["aliases"], _TOLD),
        "severity": rules | {"additionalProperties": rules},
        "not_applicable": _REASONS,
    }
    one = mapping(own) | {"required": ["dir"]}
    named = {"type": "object", "minProperties": 1, "additionalProperties": {"anyOf": [_RELATIVE, one]}}
    return {"anyOf": [_RELATIVE, {"type": "array", "items": _RELATIVE, "minItems": 1}, named]}


def _string(text: str) -> Schema:
    """Return the schema of a text of the site's own: no `{name}` in it but those of ours."""
    names = "|".join(sorted(set(re.findall(r"\{(\w+)\}", text))))
    others = rf"\{{(?!(?:{names})\}})\w+\}}" if names else r"\{\w+\}"
    return {"type": "string", "default": text, "not": {"pattern": others}}


def _default(key: str) -> Schema:
    value = getattr(Options(), key)
    if value is None or value in ({}, ()):
        return {}
    return {"default": value.value if isinstance(value, Enum) else value}
