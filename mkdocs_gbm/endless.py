"""Values without end: longer, or nested deeper, than anybody writes by hand.

PyYAML's fast loader takes the process with it where a text nests too deeply, an alias may stand for itself or for
millions of values, and Python refuses to show a number of thousands of digits.
"""

import re
from collections.abc import Iterable

import yaml

_DEEPEST = 50
"""How many lists and mappings may stand in one another."""
_MOST = 300_000
"""How many values there may be in all."""
_BITS = 256
"""How long a number may be."""
_NESTING = re.compile(r"[\[{]|[-?:][ \t]|^[ ]{50}", re.MULTILINE)
_Starts = yaml.SequenceStartEvent | yaml.MappingStartEvent
_Ends = yaml.SequenceEndEvent | yaml.MappingEndEvent

NESTED = "nested too deeply"


def nests_endlessly(text: str | bytes, loader: type[yaml.SafeLoader]) -> bool:
    """Say whether YAML nests deeper than anybody writes, without building anything of it."""
    signs = text if isinstance(text, str) else text.decode("utf-8", errors="replace")
    if sum(1 for _ in zip(_NESTING.finditer(signs), range(_DEEPEST), strict=False)) < _DEEPEST:
        return False
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, _Starts) - isinstance(event, _Ends)
            if depth > _DEEPEST:
                return True
    except (yaml.YAMLError, ValueError):
        return False  # whoever loads it tells what is wrong
    return False


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
            if depth >= _DEEPEST:
                return NESTED
            waiting.extend((each, depth + 1) for each in inside)
    return "too many values"


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return [*value, *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    return ()
