"""Small mistakes to make in a module, one at a time: each is a function that changes one node of its syntax tree."""

import ast
import copy
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar

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


_Entry = TypeVar("_Entry")
Change = tuple[str, str, Callable[[Any], Any]]
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


def _changed(tree: ast.Module, number: int, change: Callable[[Any], Any]) -> ast.Module:
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
    """Return the nodes on which no run depends: docstrings, annotations, imports, members of enums."""
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


def _changes(node: Any, chance: random.Random) -> Iterator[Change]:
    """Yield all mistakes that can be made in a node."""
    if isinstance(node, ast.Constant):
        yield from _constants(node, chance)
    elif isinstance(node, ast.Return) and node.value is not None:
        yield from _returns(node)
    elif isinstance(node, ast.Call):
        yield from _calls(node)
    elif isinstance(node, ast.Expr | ast.AugAssign | ast.Continue | ast.Break):
        yield "statement", f"without {ast.unparse(node)}", lambda _: ast.Pass()
    elif isinstance(node, ast.Set | ast.List | ast.Tuple | ast.Dict | ast.comprehension):
        yield from _entries(node, chance)
    else:
        yield from _conditions(node)
        yield from _sums(node)


def _conditions(node: Any) -> Iterator[Change]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED:
        other = _COMPARED[type(node.ops[0])]
        yield "comparison", f"{ast.unparse(node)} → {other.__name__}", _setting("ops", [other(), *node.ops[1:]])
    if isinstance(node, ast.BoolOp):
        swapped = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield "and/or", f"{ast.unparse(node)} → {swapped.__name__.lower()}", _setting("op", swapped())
        for at, value in enumerate(node.values):
            yield "operand", f"without {ast.unparse(value)}", partial(_without, field="values", at=at)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not", f"{ast.unparse(node)} → without not", attrgetter("operand")
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        yield "condition", f"not ({ast.unparse(node.test)})", partial(_negate, field="test")


def _sums(node: Any) -> Iterator[Change]:
    if isinstance(node, ast.BinOp) and type(node.op) in _COMPUTED and not _joins_text(node):
        computed = _COMPUTED[type(node.op)]
        yield "arithmetic", f"{ast.unparse(node)} → {computed.__name__}", _setting("op", computed())


def _entries(node: Any, chance: random.Random) -> Iterator[Change]:
    if isinstance(node, ast.comprehension):
        for at, test in enumerate(node.ifs):
            yield "filter", f"without if {ast.unparse(test)}", partial(_without, field="ifs", at=at)
    elif isinstance(node, ast.Dict):
        for at in _some(list(range(len(node.keys))), chance) if len(node.keys) > 1 else ():
            yield "entry", f"without {ast.unparse(node.values[at])[:60]}", partial(_without_entry, at=at)
    elif len(node.elts) > 1 and all(isinstance(each, ast.Constant) for each in node.elts):
        for at in _some(list(range(len(node.elts))), chance):
            yield "element", f"without {ast.unparse(node.elts[at])}", partial(_without, field="elts", at=at)


def _returns(node: Any) -> Iterator[Change]:
    value = node.value
    if isinstance(value, ast.Constant) and (value.value is None or isinstance(value.value, bool)):
        return  # a constant of its own
    told = f"return {ast.unparse(value)[:80]}"
    if isinstance(value, ast.Compare | ast.BoolOp | ast.UnaryOp):
        yield "return", f"{told} → not", partial(_negate, field="value")
    else:
        yield "return", f"{told} → None", _setting("value", ast.Constant(None))


def _calls(node: Any) -> Iterator[Change]:
    function = node.func
    if isinstance(function, ast.Name) and function.id in _SWAPPED:
        other = ast.Name(_SWAPPED[function.id], ast.Load())
        yield "call", f"{function.id} → {other.id}", _setting("func", other)
    if isinstance(function, ast.Attribute) and function.attr in _SWAPPED:
        named = ast.Attribute(function.value, _SWAPPED[function.attr], ast.Load())
        yield "call", f"{function.attr} → {named.attr}", _setting("func", named)
    if isinstance(function, ast.Attribute) and function.attr in ("strip", "rstrip", "lstrip", "casefold", "lower"):
        yield "call", f"without .{function.attr}()", attrgetter("func.value")
    if isinstance(function, ast.Name) and function.id == "any_of":
        for at in range(len(node.args)):
            yield "alternative", f"without {ast.unparse(node.args[at])[:80]}", partial(_without, field="args", at=at)
    if isinstance(function, ast.Attribute) and function.attr == "compile" and len(node.args) > 1:
        yield "flag", f"without {ast.unparse(node.args[1])}", partial(_without, field="args", at=1)


def _constants(node: Any, chance: random.Random) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield "constant", f"{value} → {not value}", _setting("value", not value)
    elif isinstance(value, int | float):
        yield "constant", f"{value} → {value + 1}", _setting("value", value + 1)
    elif isinstance(value, str):
        for told, text in shortened(value, chance):
            yield "alternative", told, _setting("value", text)


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
    yield from zip(marks[1:], [*marks[2:], end], strict=True)


def _signs(pattern: str) -> Iterator[tuple[int, str]]:
    """Yield the brackets and bars that are no text."""
    for found in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[(|)]", pattern, re.DOTALL):
        if found[0] in "(|)":
            yield found.start(), found[0]


def _some(entries: list[_Entry], chance: random.Random) -> list[_Entry]:
    if len(entries) <= MOST_OF_ONE:
        return entries
    return [entries[at] for at in sorted(chance.sample(range(len(entries)), MOST_OF_ONE))]


def _joins_text(node: ast.BinOp) -> bool:
    """Say whether a sum is of texts: to take one from the other is no small mistake."""
    return isinstance(node.op, ast.Add) and any(
        isinstance(each, ast.JoinedStr) or (isinstance(each, ast.Constant) and isinstance(each.value, str))
        for each in ast.walk(node)
    )


def _setting(field: str, value: object) -> Callable[[Any], None]:
    return lambda node: setattr(node, field, value)


def _negate(node: Any, field: str) -> None:
    setattr(node, field, ast.UnaryOp(ast.Not(), getattr(node, field)))


def _without(node: Any, field: str, at: int) -> Any:
    values = getattr(node, field)
    del values[at]
    return values[0] if isinstance(node, ast.BoolOp) and len(values) == 1 else None


def _without_entry(node: Any, at: int) -> None:
    del node.keys[at], node.values[at]
