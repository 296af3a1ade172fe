"""The mistakes that mutation testing makes are the ones that it tells of."""

import ast
import random

import pytest
from operators import alternatives, mutants_of


def made(source: str) -> dict[str, str]:
    return {mutant.told: ast.unparse(mutant.tree()) for mutant in mutants_of(source, random.Random(1))}


@pytest.mark.parametrize(
    ("pattern", "shorter"),
    [
        ("a|b|c", ["b|c", "a|c", "a|b"]),
        ("x(?:a|b)y", ["x(?:b)y", "x(?:a)y"]),
        (r"[|]\||a", ["a", r"[|]\|"]),
        ("(?P<n>a|b)|c", ["(?P<n>b)|c", "(?P<n>a)|c", "c", "(?P<n>a|b)"]),
        ("(?<!a|b)c", ["(?<!b)c", "(?<!a)c"]),
        ("abc", []),
    ],
)
def test_each_alternative_of_a_pattern_is_dropped(pattern: str, shorter: list[str]) -> None:
    assert [pattern[:start] + pattern[end:] for start, end in alternatives(pattern)] == shorter


@pytest.mark.parametrize(
    ("source", "told", "changed"),
    [
        ("a < b", "a < b → LtE", "a <= b"),
        ("a and b", "without b", "a"),
        ("not a", "not a → without not", "a"),
        ("x = 2", "2 → 3", "x = 3"),
        ("def f():\n    return a == b", "return a == b → not", "def f():\n    return not a == b"),
        ("[a for a in b if a]", "without if a", "[a for a in b]"),
        ("x = {'a', 'b'}", "without 'b'", "x = {'a'}"),
        ("any(x)", "any → all", "all(x)"),
        ("x = 'one two three four'", "without 'two'", "x = 'one three four'"),
        ("f()\ng()", "without f()", "pass\ng()"),
    ],
)
def test_one_mistake_is_made_and_told(source: str, told: str, changed: str) -> None:
    assert made(f"z = {source}" if source.isidentifier() else source)[told] == changed


def test_what_nobody_runs_is_left_alone() -> None:
    assert made('"""A doc; with two|bars."""\nfrom a import b\nx: "int | None"') == {}
