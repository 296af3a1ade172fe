"""Small mistakes to make in a module, one at a time: each is a function that changes one node of its syntax tree."""

import ast
import copy
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

MOST_OF_ONE = 8
"""So many alternatives or words of one literal are dropped: a list of a thousand words is one rule, not a thousand."""

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_SWAPPED = {"any": "all", "all": "any", "min": "max", "max": "min", "match": "search", "fullmatch": "match"}
_ENUM_OR_TYPE = ("Enum", "IntEnum", "Protocol")


@dataclass(frozen=True)
class Mutant:
    """A module with one mistake in it."""

    line: int
    kind: str
    """The operator's name."""
    told: str
    """What was changed."""
    tree: Callable[[], ast.Module]
    """Makes the changed module."""


Change = tuple[str, str, Callable[[ast.AST], ast.AST | None]]
"""Kind, what is told, and what is done to a copy of the node; where that returns a node, it takes its place."""


def mutants_of(source: str, chance: random.Random) -> Iterator[Mutant]:
    """Yield the mutants of a module."""
    tree = ast.parse(source)
    unread = _unread(tree)
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in unread:
            continue
        for kind, told, change in _changes(node, chance):
            yield Mutant(getattr(node, "lineno", 0), kind, told, partial(_changed, tree, number, change))


def _changed(tree: ast.Module, number: int, change: Callable[[ast.AST], ast.AST | None]) -> ast.Module:
    changed = copy.deepcopy(tree)
    node = next(each for at, each in enumerate(ast.walk(changed)) if at == number)
    other = change(node)
    if other is not None:
        _replace(changed, node, ast.copy_location(other, node))
    return ast.fix_missing_locations(changed)


def _replace(tree: ast.Module, node: ast.AST, other: ast.AST) -> None:
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is node:
                setattr(parent, field, other)
            elif isinstance(value, list) and any(each is node for each in value):
                value[:] = [other if each is node else each for each in value]


def _unread(tree: ast.Module) -> set[int]:
    """Return the nodes of which no run depends: docstrings, annotations, imports, and what is only for type checkers."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.update((id(node), id(node.value)))
        if isinstance(node, ast.Import | ast.ImportFrom):
            found.update(map(id, ast.walk(node)))
        for field in ("annotation", "returns", "decorator_list"):
            for below in _nodes(getattr(node, field, None)):
                found.update(map(id, ast.walk(below)))
        if isinstance(node, ast.ClassDef) and any(
            isinstance(base, ast.Name) and base.id in _ENUM_OR_TYPE for base in node.bases
        ):
            found.update(id(below) for line in node.body if isinstance(line, ast.Assign) for below in ast.walk(line))
    return found


def _nodes(value: object) -> list[ast.AST]:
    return (
        [value]
        if isinstance(value, ast.AST)
        else [each for each in value if isinstance(each, ast.AST)]
        if isinstance(value, list)
        else []
    )


def _changes(node: ast.AST, chance: random.Random) -> Iterator[Change]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED:
        other = _COMPARED[type(node.ops[0])]
        yield (
            "comparison",
            f"{ast.unparse(node)} → {other.__name__}",
            lambda each: _set(each, "ops", [other(), *node.ops[1:]]),
        )
    if isinstance(node, ast.BoolOp):
        swapped = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield "and/or", f"{ast.unparse(node)} → {swapped.__name__.lower()}", lambda each: _set(each, "op", swapped())
        for at, value in enumerate(node.values):
            yield "operand", f"without {ast.unparse(value)}", lambda each, at=at: _without(each, "values", at)  # type: ignore[misc]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not", f"{ast.unparse(node)} → without not", lambda each: getattr(each, "operand")  # noqa: B009
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        yield "condition", f"not ({ast.unparse(node.test)})", lambda each: _negate(each, "test")
    if isinstance(node, ast.BinOp) and type(node.op) in _COMPUTED and not _joins_text(node):
        computed = _COMPUTED[type(node.op)]
        yield "arithmetic", f"{ast.unparse(node)} → {computed.__name__}", lambda each: _set(each, "op", computed())
    if isinstance(node, ast.comprehension):
        for at, test in enumerate(node.ifs):
            yield "filter", f"without if {ast.unparse(test)}", lambda each, at=at: _without(each, "ifs", at)  # type: ignore[misc]
    if isinstance(node, ast.Return) and node.value is not None:
        yield from _returns(node)
    if isinstance(node, ast.Call):
        yield from _calls(node)
    if isinstance(node, ast.Expr | ast.AugAssign) or (isinstance(node, ast.Continue | ast.Break)):
        yield "statement", f"without {ast.unparse(node)}", lambda _: ast.Pass()
    if (
        isinstance(node, ast.Set | ast.List | ast.Tuple)
        and len(node.elts) > 1
        and all(isinstance(e, ast.Constant) for e in node.elts)
    ):
        for at in _some(range(len(node.elts)), chance):
            yield "element", f"without {ast.unparse(node.elts[at])}", lambda each, at=at: _without(each, "elts", at)  # type: ignore[misc]
    if isinstance(node, ast.Dict) and len(node.keys) > 1:
        for at in _some(range(len(node.keys)), chance):
            yield "entry", f"without {ast.unparse(node.values[at])[:60]}", lambda each, at=at: _without_entry(each, at)  # type: ignore[misc]
    if isinstance(node, ast.Constant):
        yield from _constants(node, chance)


def _returns(node: ast.Return) -> Iterator[Change]:
    value = node.value
    if isinstance(value, ast.Constant) and value.value is None:
        return
    told = f"return {ast.unparse(value)[:80] if value else ''}"
    if isinstance(value, ast.Constant) and isinstance(value.value, bool):
        return  # a constant of its own
    if isinstance(value, ast.Compare | ast.BoolOp | ast.UnaryOp):
        yield "return", f"{told} → not", lambda each: _negate(each, "value")
    else:
        yield "return", f"{told} → None", lambda each: _set(each, "value", ast.Constant(None))


def _calls(node: ast.Call) -> Iterator[Change]:
    function = node.func
    if isinstance(function, ast.Name) and function.id in _SWAPPED:
        other = _SWAPPED[function.id]
        yield "call", f"{function.id} → {other}", lambda each: _set(each.func, "id", other)  # type: ignore[attr-defined]
    if isinstance(function, ast.Attribute) and function.attr in _SWAPPED:
        named = _SWAPPED[function.attr]
        yield "call", f"{function.attr} → {named}", lambda each: _set(each.func, "attr", named)  # type: ignore[attr-defined]
    if isinstance(function, ast.Attribute) and function.attr in ("strip", "rstrip", "lstrip", "casefold", "lower"):
        yield "call", f"without .{function.attr}()", lambda each: each.func.value  # type: ignore[attr-defined, no-any-return]
    if isinstance(function, ast.Name) and function.id == "any_of":
        for at in range(len(node.args)):
            yield (
                "alternative",
                f"without {ast.unparse(node.args[at])[:80]}",
                lambda each, at=at: _without(each, "args", at),
            )  # type: ignore[misc]
    if isinstance(function, ast.Attribute) and function.attr == "compile" and len(node.args) > 1:
        yield "flag", f"without {ast.unparse(node.args[1])}", lambda each: _without(each, "args", 1)


def _constants(node: ast.Constant, chance: random.Random) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield "constant", f"{value} → {not value}", lambda each: _set(each, "value", not value)
    elif isinstance(value, int | float):
        yield "constant", f"{value} → {value + 1}", lambda each: _set(each, "value", value + 1)
    elif isinstance(value, str):
        for told, text in shortened(value, chance):
            yield "alternative", told, lambda each, text=text: _set(each, "value", text)  # type: ignore[misc]


def shortened(text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield a pattern without one of its alternatives each, or a list of words without one of them."""
    spans = list(alternatives(text))
    if not spans and len(text.split()) >= 4 and not re.search(r"[.;:()\\]", text):
        spans = [word.span() for word in re.finditer(r"\S+\s*", text)]
    for start, end in _some(spans, chance):
        yield f"without {text[start:end].strip()!r}", text[:start] + text[end:]


def alternatives(pattern: str) -> Iterator[tuple[int, int]]:
    """Yield where the alternatives of a pattern stand, each with the bar before or behind it."""
    groups: list[list[int]] = [[-1]]
    for at, sign in _signs(pattern):
        if sign == "(":
            groups.append([at])
        elif sign == "|":
            groups[-1].append(at)
        elif len(groups) > 1:
            yield from _spans(pattern, groups.pop(), at)
    while groups:
        yield from _spans(pattern, groups.pop(), len(pattern))


def _spans(pattern: str, marks: list[int], end: int) -> Iterator[tuple[int, int]]:
    if len(marks) == 1:
        return
    opening = re.compile(r"\?(?:[:=!>]|<[=!]|P<\w+>|[imsx-]+:)").match(pattern, marks[0] + 1)
    first = opening.end() if opening and marks[0] >= 0 else marks[0] + 1
    yield first, marks[1] + 1
    for mark, following in zip(marks[1:], [*marks[2:], end], strict=True):
        yield mark, following


def _signs(pattern: str) -> Iterator[tuple[int, str]]:
    """Yield the brackets and bars that are no text."""
    for found in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[(|)]", pattern, re.DOTALL):
        if found[0] in "(|)":
            yield found.start(), found[0]


def _some(entries: "range | list[tuple[int, int]]", chance: random.Random) -> list:  # type: ignore[type-arg]
    found = list(entries)
    return found if len(found) <= MOST_OF_ONE else sorted(chance.sample(found, MOST_OF_ONE))


def _joins_text(node: ast.BinOp) -> bool:
    """Say whether a sum is of texts: to take one from the other is no small mistake."""
    return isinstance(node.op, ast.Add) and any(
        isinstance(each, ast.JoinedStr) or (isinstance(each, ast.Constant) and isinstance(each.value, str))
        for each in ast.walk(node)
    )


def _set(node: ast.AST, field: str, value: object) -> None:
    setattr(node, field, value)


def _negate(node: ast.AST, field: str) -> None:
    setattr(node, field, ast.UnaryOp(ast.Not(), getattr(node, field)))


def _without(node: ast.AST, field: str, at: int) -> ast.AST | None:
    values = getattr(node, field)
    del values[at]
    return values[0] if isinstance(node, ast.BoolOp) and len(values) == 1 else None


def _without_entry(node: ast.AST, at: int) -> None:
    _without(node, "keys", at)
    _without(node, "values", at)
