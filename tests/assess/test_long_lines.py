"""No heading, however long, stalls the verdict."""

import time
from datetime import date

import pytest

from mkdocs_gbm.assess import Component, Page, Settings, Status, assess
from mkdocs_gbm.outline import read_lines, read_markdown
from mkdocs_gbm.standard import Standard

_LENGTH = 300_000
_SECONDS = 2.0
_PIECES = [
    "a",
    "<a ",
    "[a ",
    "(a ",
    "a: ",
    "a | ",
    "todo ",
    "to be ",
    "? ",
    "*a* ",
    "a of ",
    "{a ",
    "`a ",
    "1.1",
    "iv.",
]


@pytest.mark.parametrize("piece", _PIECES)
@pytest.mark.parametrize("where", ["heading", "text"])
def test_a_line_of_300_000_characters_is_judged_at_once(backend_engineer: Standard, where: str, piece: str) -> None:
    line = piece * (_LENGTH // len(piece))
    text = f"# T\n\n## {line}\n\ntext\n" if where == "heading" else f"# T\n\n## Caching\n\n{line}\n"
    started = time.process_time()
    read_lines(text)
    component = Component("Orders", ".", {"api-design": (Page("api.md", read_markdown(text)),)})
    report = assess(backend_engineer, [component], Settings(date(2026, 11, 22)))
    assert time.process_time() - started < _SECONDS
    missing = [verdict for verdict in report.sections() if verdict.status is Status.MISSING]
    assert len(missing) == backend_engineer.required - (where == "text")
