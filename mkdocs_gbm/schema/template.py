"""The front matter of page templates as JSON Schemas."""

from mkdocs_gbm.schema.types import Schema, nullable
from mkdocs_gbm.schema.words import TEXT, by_name, mapping
from mkdocs_gbm.standard.folder import CHECKLIST_KEYS, SECTION_KEYS, TOPIC_KEYS

#: A template may say that a section has no alias: `[]`.
_ALIASES: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_SECTION = {
    "aliases": _ALIASES | {"description": "Other headings that mean the same.", "default": []},
    "optional": {"type": "boolean", "description": "Whether its absence is worth a note only.", "default": False},
    "contained": {
        "type": "boolean",
        "description": "Whether its name may be recognised inside a longer heading.",
        "default": True,
    },
}
_EVIDENCE: Schema = {
    "anyOf": [{"const": "link"}, {"type": "array", "items": TEXT}],
    "description": "Topics (`api-design`) and sections (`api-design#Caching`) that must be documented for the item "
    "to be true; or `link`: the item itself links to what shows it.",
}
_PAGE: Schema = TEXT | {"description": "Where the page stands by default, relative to the component's folder."}


def template_schema() -> Schema:
    """Return the schema of the front matter of a topic's page template."""
    section = nullable(mapping({key: _SECTION[key] for key in SECTION_KEYS}))
    known = {
        "topic": TEXT | {"description": "The topic's title."},
        "order": {"type": "integer", "description": "Where it stands among the topics.", "default": 0},
        "page": _PAGE,
        "sections": by_name(section)
        | {"description": "What a heading cannot say, under the name of the '## ' heading that it is about."},
    }
    return _front_matter("Front matter of a page template", {key: known[key] for key in TOPIC_KEYS}, "topic")


def checklist_schema() -> Schema:
    """Return the schema of the front matter of a checklist's template."""
    known = {
        "checklist": TEXT | {"description": "The checklist's title."},
        "page": _PAGE,
        "evidence": by_name(_EVIDENCE) | {"description": "What makes an item true, by the item's name."},
    }
    properties = {key: known[key] for key in CHECKLIST_KEYS}
    return _front_matter("Front matter of a checklist's template", properties, "checklist")


def _front_matter(title: str, properties: dict[str, Schema], required: str) -> Schema:
    return {"title": title} | mapping(properties, required=[required])
