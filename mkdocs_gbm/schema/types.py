"""A type as a JSON Schema."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from mkdocs_gbm.assess.report_shape import OneOf
from mkdocs_gbm.schema.docs import attribute_meanings, meaning_of

Schema = dict[str, Any]
Told = Mapping[Any, Schema]
"""Schemas of types that mean more to whoever asks than they say."""

_PLAIN = {bool: "boolean", int: "integer", float: "number", str: "string", NoneType: "null"}


def schema_of(hint: Any, told: Told | None = None) -> Schema:
    """Return the schema of the values of a type.

    Raises:
        TypeError: If the type has no form in JSON that is known here.
    """
    told = told or {}
    if hint in told:
        return dict(told[hint])
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if is_typeddict(hint) or is_dataclass(hint):
        return _object(hint, told)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    return _generic(hint, told)


def nullable(schema: Schema) -> Schema:
    """Return the schema with `null` allowed as well."""
    for key, nothing in (("enum", None), ("anyOf", {"type": "null"})):
        if key in schema:
            return {**schema, key: [*schema[key], *([] if nothing in schema[key] else [nothing])]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": kinds if "null" in kinds else [*kinds, "null"]}


def _generic(hint: Any, told: Told) -> Schema:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is NotRequired:
        return schema_of(arguments[0], told)
    if origin is Annotated and isinstance(arguments[1], OneOf):
        return {"enum": list(arguments[1].words)}
    if origin in (Union, UnionType) and NoneType in arguments and len(arguments) == 2:  # noqa: PLR2004 - it, or none
        return nullable(schema_of(next(each for each in arguments if each is not NoneType), told))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": schema_of(arguments[1], told)}
    if origin in (list, tuple):
        return {"type": "array", "items": schema_of(arguments[0], told)}
    raise TypeError(f"{hint} has no JSON Schema")


def _object(made: Any, told: Told) -> Schema:
    """Return the schema of a TypedDict, to which later releases may add keys, or of a dataclass, which is closed."""
    properties = described(made, {name: schema_of(hint, told) for name, hint in hints_of(made).items()})
    schema = {"type": "object", "description": meaning_of(made), "properties": properties}
    if is_typeddict(made):
        return schema | {"required": [name for name in properties if name in made.__required_keys__]}
    free = [field.name for field in fields(made) if field.default is field.default_factory is MISSING]
    return schema | {"required": free, "additionalProperties": False}


def hints_of(made: Any) -> dict[str, Any]:
    """Return the types of a class's attributes, with what is annotated of them."""
    return get_type_hints(made, include_extras=True)


def described(made: type, properties: Mapping[str, Schema]) -> dict[str, Schema]:
    """Return the schemas of attributes, each with what the class's source says of it."""
    meanings = attribute_meanings(made)
    return {
        name: schema | ({"description": meanings[name]} if name in meanings else {})
        for name, schema in properties.items()
    }
