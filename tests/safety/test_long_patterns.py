"""No regular expression of the package can be stalled by a long line, whichever characters it is made of."""

import ast
import importlib
import pkgutil
import re
import re._constants as kinds  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import mkdocs_gbm
from mkdocs_gbm.assess import names

CUT = {
    "assess.names._NUMBER": names.LONGEST,
    "assess.names._BRACKETS_BEHIND": names.LONGEST,
    "assess.names._GLOSS": names.LONGEST,
    "assess.names._CONJUNCTION": names.LONGEST,
    "assess.waivers._IN_HEADING": names.LONGEST,
    "assess.exempt._RAW": 600,
    "outline.plain_text._ADDRESS": 0,  # nothing behind the last bracket is looked at
}
"""What is never asked about more than so many characters."""
SEARCHING = {"search", "sub", "subn", "split", "finditer", "findall"}
METHODS = {"match", "fullmatch", *SEARCHING}
BY_CATEGORY = {
    kinds.CATEGORY_SPACE: " \t\n",
    kinds.CATEGORY_DIGIT: "1",
    kinds.CATEGORY_WORD: "a",
    kinds.CATEGORY_NOT_SPACE: "a",
    kinds.CATEGORY_NOT_WORD: "-",
    kinds.CATEGORY_NOT_DIGIT: "a",
}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(mkdocs_gbm.__path__, "mkdocs_gbm."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for each in value.items():
            yield from patterns(each)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from patterns(each)


def uses() -> dict[str, set[str]]:
    """Return by which methods each constant is asked, by its module and name; by its name where others import it."""
    found: dict[str, set[str]] = {}
    package = Path(mkdocs_gbm.__path__[0])
    for file in package.rglob("*.py"):
        module = ".".join(file.relative_to(package).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                named = node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, "attr", "")
                for key in (f"{module}.{named}", named):
                    found.setdefault(key, set()).add(node.attr)
    return found


def alphabet(part: Any) -> Iterator[str]:
    """Yield characters that the parts of a pattern take."""
    kind: Any
    value: Any
    kind, value = part if isinstance(part, tuple) and len(part) == 2 else (None, None)
    if kind is kinds.LITERAL:
        yield chr(value)
    elif kind is kinds.RANGE:
        yield chr(value[0])
    elif kind is kinds.CATEGORY:
        yield from BY_CATEGORY.get(value, "")
    elif kind in (kinds.ANY, kinds.NOT_LITERAL):
        yield "a"
    elif isinstance(part, tuple | list | parser.SubPattern):
        for each in part:
            yield from alphabet(each)


def beginning(pattern: Any) -> str:
    """Return the letters with which whatever a pattern takes begins."""
    text = ""
    for kind, value in pattern:
        if kind is kinds.LITERAL:
            text += chr(value)
        elif kind not in (kinds.MAX_REPEAT, kinds.AT) or (kind is kinds.MAX_REPEAT and value[0]):
            break
    return text


EVERY = sorted(
    {
        (f"{module.__name__.removeprefix('mkdocs_gbm.')}.{name}", pattern)
        for module in modules()
        for name, value in vars(module).items()
        for pattern in patterns(value)
        if isinstance(pattern.pattern, str)
    },
    key=lambda pair: (pair[0], pair[1].pattern),
)
USES = uses()


def asked(name: str) -> set[str]:
    found = USES.get(name) or USES.get(name.rpartition(".")[2]) or METHODS
    return (found & {"match", "fullmatch"}) | ({"search"} if found & SEARCHING else set())


def lines(pattern: re.Pattern[str], length: int, together: int) -> Iterator[str]:
    parsed = parser.parse(pattern.pattern, pattern.flags)
    letters = list(dict.fromkeys(alphabet(parsed)))[:12]
    units = {"".join(each) for number in range(1, together + 1) for each in product(letters, repeat=number)}
    for unit, head in product(sorted(units), {"", beginning(parsed)}):
        yield head + unit * (length // len(unit)) + "\0"


def slowest(pattern: re.Pattern[str], name: str, length: int, together: int) -> float:
    length = min(length, CUT.get(name, length))
    took = 0.0
    for line, method in product(lines(pattern, length, together), sorted(asked(name))):
        started = time.process_time()
        getattr(pattern, method)(line)
        took = max(took, time.process_time() - started)
    return took


def test_no_pattern_takes_long_over_a_line_of_its_own_characters() -> None:
    """A pattern whose time grows with the square of the length takes a second and more for one of these lines."""
    assert len(EVERY) > 100
    assert [name for name, pattern in EVERY if slowest(pattern, name, 8_000, 1) > 0.08] == []


@pytest.mark.long
@pytest.mark.parametrize(("name", "pattern"), EVERY, ids=[name for name, _ in EVERY])
def test_no_pattern_takes_a_second_over_100_000_characters(name: str, pattern: re.Pattern[str]) -> None:
    assert slowest(pattern, name, 100_000, 2) < 1
