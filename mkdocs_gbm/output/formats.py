"""The formats of a verdict by name; each is imported when it is asked for."""

from importlib import import_module

from mkdocs_gbm.assess import Report
from mkdocs_gbm.output.selection import seen_from

#: Name to the module that holds `to_<name>`.
FORMATS = {"text": "terminal", "json": "report_json", "github": "github", "sarif": "sarif", "markdown": "markdown"}
#: What the ending of a file's name says about the format of what is written into it.
ENDINGS = {".txt": "text", ".json": "json", ".sarif": "sarif", ".md": "markdown"}


def render(name: str, report: Report, prefix: str) -> str:
    """Return a report in a format.

    Args:
        name: One of `FORMATS`.
        report: What to tell.
        prefix: The project's folder, relative to the one that paths are told from; JSON tells them relative to the
            project, so that it is the same everywhere.
    """
    told = report if name == "json" else seen_from(report, prefix)
    text: str = getattr(import_module(f"mkdocs_gbm.output.{FORMATS[name]}"), f"to_{name}")(told)
    return text
