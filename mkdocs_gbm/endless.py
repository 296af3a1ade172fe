"""Values without end: longer, or nested deeper, than anybody writes by hand.

What YAML may say is bounded by `safe_yaml`; a program that configures MkDocs may say anything, and Python refuses to
show a number of thousands of digits.
"""

from collections.abc import Iterable

from mkdocs_gbm.safe_yaml import DEEPEST

_MOST = 300_000
"""How many values there may be in all."""
_BITS = 256
"""How long a number may be."""


def endless(value: object) -> str | None:
    """Return what is without end in a value; nothing where all is well."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    for _ in range(_MOST):
        if not waiting:
            return None
        value, depth = waiting.pop()
        if isinstance(value, int) and value.bit_length() > _BITS:
            return "a number of too many digits"
        if inside := _inside(value):
            if depth >= DEEPEST:
                return "nested too deeply"
            waiting.extend((each, depth + 1) for each in inside)
    return "too many values"


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return [*value, *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    return ()
