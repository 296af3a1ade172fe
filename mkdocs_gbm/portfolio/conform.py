"""Plain values compared with a type: what is read from JSON is what its type says, or the place is told."""

from collections.abc import Callable
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from mkdocs_gbm.keys import kind_of

Check = Callable[[Any], None]

_PLAIN = {bool: "true or false", int: "a whole number", float: "a number", str: "a text", NoneType: "nothing"}


class MismatchError(ValueError):
    """A value that is not what its type says.

    Args:
        where: The place of the value, from the outermost: `components[0].name`.
        problem: What is wrong with it.
    """

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where.lstrip('.')}: {problem}" if where else problem)
        self.where = where
        self.problem = problem


@cache
def check_of(hint: Any) -> Check:
    """Return what checks a value by a type: a plain one, a TypedDict, a list, or one of these or nothing.

    The returned function raises a `MismatchError` for a value of another kind.
    """
    if is_typeddict(hint):
        return _keys(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is list:
        return _list(check_of(arguments[0]))
    if origin is NotRequired:
        return check_of(arguments[0])
    if origin not in (Union, UnionType):
        return _plain((hint,))
    shapes = [each for each in arguments if is_typeddict(each)]
    return _or_nothing(_keys(shapes[0])) if shapes else _plain(arguments)


def _or_nothing(check_one: Check) -> Check:
    def check(value: Any) -> None:
        if value is not None:
            check_one(value)

    return check


def _keys(shape: Any) -> Check:
    checks = {key: check_of(hint) for key, hint in get_type_hints(shape).items()}
    required = shape.__required_keys__

    def check(value: Any) -> None:
        if not isinstance(value, dict):
            raise MismatchError("", f"a mapping is expected, not {kind_of(value)}")
        for key, check_one in checks.items():
            if key in value:
                try:
                    check_one(value[key])
                except MismatchError as found:
                    raise MismatchError(f".{key}{found.where}", found.problem) from None
            elif key in required:
                raise MismatchError("", f"'{key}' is not there")

    return check


def _list(check_one: Check) -> Check:
    def check(value: Any) -> None:
        if not isinstance(value, list):
            raise MismatchError("", f"a list is expected, not {kind_of(value)}")
        for index, each in enumerate(value):
            try:
                check_one(each)
            except MismatchError as found:
                raise MismatchError(f"[{index}]{found.where}", found.problem) from None

    return check


def _plain(kinds: tuple[Any, ...]) -> Check:
    accepted = frozenset({*kinds, *([int] if float in kinds else [])})  # 100 is 100.0, in JSON
    expected = " or ".join(_PLAIN[kind] for kind in kinds)

    def check(value: Any) -> None:
        if type(value) not in accepted:
            raise MismatchError("", f"{expected} is expected, not {kind_of(value)}")
        if type(value) is float and not isfinite(value):
            raise MismatchError("", f"{expected} is expected, not {value}")

    return check
