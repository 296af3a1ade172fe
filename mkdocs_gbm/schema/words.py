"""Schemas of what people write in YAML."""

from collections.abc import Mapping
from typing import Any

from mkdocs_gbm.schema.types import Schema, nullable

#: A text with something in it.
TEXT: Schema = {"type": "string", "pattern": r"\S"}


def one_or_several(schema: Schema) -> Schema:
    """Return the schema of one value, or a list of such."""
    return {"anyOf": [schema, {"type": "array", "items": schema, "minItems": 1}]}


#: One text, or a list of them.
TEXTS: Schema = one_or_several(TEXT)


def mapping(properties: Mapping[str, Schema], **more: Any) -> Schema:
    """Return the schema of a mapping that holds these keys and no others."""
    return {"type": "object", "properties": dict(properties), "additionalProperties": False, **more}


def by_name(schema: Schema) -> Schema:
    """Return the schema of a mapping from any name to values of one kind; nothing at all is an empty one."""
    return nullable({"type": "object", "additionalProperties": schema})
