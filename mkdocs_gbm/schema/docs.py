"""What the source says of a class: its docstring's first line, and the docstring below each attribute."""

import ast
import inspect
from itertools import pairwise
from textwrap import dedent


def meaning_of(made: type) -> str:
    """Return the first paragraph of a class's docstring, on one line."""
    return " ".join((inspect.getdoc(made) or "").partition("\n\n")[0].split())


def attribute_meanings(made: type) -> dict[str, str]:
    """Return the docstrings below the attributes of a class, each on one line, by attribute."""
    (body,) = ast.parse(dedent(inspect.getsource(made))).body
    statements = body.body if isinstance(body, ast.ClassDef) else []
    return {
        statement.target.id: " ".join(below.value.value.split())
        for statement, below in pairwise(statements)
        if isinstance(statement, ast.AnnAssign)
        and isinstance(statement.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
