"""Globs over paths: what they take, what their wild parts stand for, and that none of them keeps a machine busy."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_gbm.globs import matched, matches


@pytest.mark.parametrize(
    ("pattern", "path", "stands_for"),
    [
        ("services/*", "services/orders", "orders"),
        ("services/*", "services/orders/docs", None),
        ("services/**", "services/orders/docs", "orders/docs"),
        ("**/docs", "docs", ""),
        ("**/docs", "services/orders/docs", "services/orders"),
        ("*/docs/**", "orders/docs/a/b", "orders/a/b"),
        ("api-?.md", "api-1.md", "1"),
        ("api-?.md", "api-/.md", None),
        ("a.md", "a.md", ""),
        ("a.md", "axmd", None),
        ("**/*.md", "a/b.md", "a/b"),
        ("", "", ""),
        ("", "a", None),
    ],
)
def test_what_a_glob_takes(pattern: str, path: str, stands_for: str | None) -> None:
    assert matched(path, pattern) == stands_for
    assert matches(path, pattern) == (stands_for is not None)


AS_EXPRESSIONS = {"**/": "((?:.*/)?)", "**": "(.*)", "*": "([^/]*)", "?": "([^/])"}


@given(
    st.lists(st.text("ab", min_size=1, max_size=3), max_size=4).map("/".join),
    st.lists(st.sampled_from(["a", "b", "/", "*", "**", "**/", "?"]), max_size=6).map("".join),
)
def test_a_glob_takes_what_a_regular_expression_would(path: str, pattern: str) -> None:
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    found = re.fullmatch("".join(AS_EXPRESSIONS.get(part) or re.escape(part) for part in parts), path)
    said = "/".join(part.strip("/") for part in found.groups() if part.strip("/")) if found else None
    assert matched(path, pattern) == said


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a*" * 100 + "b", "a" * 255),
        ("**a" * 100 + "b*a", "a/" * 500 + "a"),
        ("**/" * 300_000 + "b", "a/" * 500),
        ("*" * 1_000_000, "a/" * 500),
        ("a*" * 500_000, "a" * 255),
        ("?" * 1_000_000, "a" * 255),
    ],
    ids=["stars", "folders", "empty folders", "only stars", "a megabyte", "one by one"],
)
def test_no_glob_keeps_a_machine_busy(pattern: str, path: str) -> None:
    started = time.process_time()
    matched(path, pattern)
    assert time.process_time() - started < 1
