"""Values without end: longer, or nested deeper, than anybody writes by hand.

What YAML may say is bounded by `safe_yaml`; a program that configures MkDocs may say anything, and Python refuses to
show a number of thousands of digits.
"""

from collections.abc import Collection, Iterable

from mkdocs_gbm.safe_yaml import DEEPEST

_MOST = 300_000
"""How many values there may be in all."""
_BITS = 256
"""How long a number may be."""


def endless(value: object) -> str | None:
    """Return what is without end in a value; nothing where all is well."""
    waiting: list[tuple[Iterable[object], int]] = [((value,), 0)]
    left = _MOST
    while waiting:
        values, depth = waiting.pop()
        for each in values:
            left -= 1
            if isinstance(each, str):
                continue  # as nearly all are
            if isinstance(each, int) and each.bit_length() > _BITS:
                return "a number of too many digits"
            if inside := _inside(each):
                if depth >= DEEPEST:
                    return "nested too deeply"
                waiting.append((inside, depth + 1))
        if left < 0:
            return "too many values"
    return None


def _inside(value: object) -> Collection[object]:
    if isinstance(value, dict):
        return [*value, *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return value
    return ()
