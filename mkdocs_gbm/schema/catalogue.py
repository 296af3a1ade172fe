"""The schemas by name."""

import json
from collections.abc import Callable

from mkdocs_gbm.assess.report_shape import REPORT_VERSION, ReportShape
from mkdocs_gbm.schema.options import mkdocs_schema, options_schema
from mkdocs_gbm.schema.template import checklist_schema, template_schema
from mkdocs_gbm.schema.types import Schema, schema_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> Schema:
    """Return the schema of the report, from `mkdocs_gbm.assess.report_shape`; later releases may add keys."""
    schema = schema_of(ReportShape)
    version = {"const": REPORT_VERSION}
    return (
        {"title": "Report of mkdocs-gbm"} | schema | {"properties": schema["properties"] | {"schema_version": version}}
    )


#: Each schema with what it describes.
SCHEMAS: dict[str, tuple[str, Callable[[], Schema]]] = {
    "mkdocs": ("a mkdocs.yml with the plugin in it; everything else there is free", mkdocs_schema),
    "options": ("the plugin's options alone: the mapping under 'plugins: gbm:'", options_schema),
    "template": ("the front matter of a topic's page template", template_schema),
    "checklist": ("the front matter of a checklist's template", checklist_schema),
    "report": ("the report: gbm/report.json, gbm check --format json", report_schema),
}


def schema_text(name: str) -> str:
    """Return a schema as JSON text: draft 2020-12, the same bytes for the same release."""
    return json.dumps({"$schema": DIALECT, **SCHEMAS[name][1]()}, ensure_ascii=False, indent=2) + "\n"
