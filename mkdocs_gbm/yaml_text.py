"""YAML that somebody wrote: what is wrong with it is told with its line, in words for whoever wrote it."""

from collections.abc import Container
from typing import Any, ClassVar

import yaml

from mkdocs_gbm.endless import endless
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.safe_yaml import SafeLoader

LOADER = SafeLoader
"""Reads YAML that may be anybody's."""
_FLATTER = "make it flatter and shorter"
_MEND = "mend the YAML there"
#: What the parser says, and what most often makes it say so.
_HINTS = {
    "mapping values are not allowed": "quote a text with a colon, or mend the indentation",
    "could not determine a constructor": "take the tag out, or put the value in quotes",
    "undefined alias": "put a text that begins with '*' in quotes",
    "found unknown escape character": "put the text in single quotes",
    "stands twice": "keep one",
    "nested more than": _FLATTER,
    "alias": _FLATTER,
}


class YamlError(ValueError):
    """A text that is no YAML.

    Args:
        problem: What is wrong.
        line: The line (from 1), where it is known.
        remedy: What to do about it.
    """

    def __init__(self, problem: str, line: int | None, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line
        self.remedy = remedy

    def of(self, where: object) -> ConfigurationError:
        """Return it as a mistake in a file."""
        told = f"{where}:{self.line}" if self.line else str(where)
        return ConfigurationError(told, f"no YAML ({self.problem})", self.remedy)


class Once(LOADER):
    """Refuses a mapping with a key that stands twice: of the first nothing would be seen."""

    once: ClassVar[Container[str] | None] = None
    """The keys that this is about, where not all."""


def _mapping_of(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    refuse_twice(node, loader.once)
    loader.flatten_mapping(node)
    found: dict[Any, Any] = loader.construct_mapping(node, deep=True)
    return found


Once.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_of)


def refuse_twice(node: yaml.MappingNode, only: Container[str] | None = None) -> None:
    """Refuse a mapping in which a key stands twice.

    Args:
        node: The mapping.
        only: The keys that this is about, where not all.

    Raises:
        yaml.MarkedYAMLError: With the place of the second.
    """
    seen: set[str] = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value == "<<" or (only is not None and key.value not in only):
            continue
        if key.value in seen:
            raise yaml.constructor.ConstructorError(None, None, f"the key '{key.value}' stands twice", key.start_mark)
        seen.add(key.value)


def load(text: str | bytes, loader: Any = LOADER) -> Any:
    """Return what a YAML text says.

    Raises:
        YamlError: If it is none.
    """
    try:
        found = yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader in every case
    except (yaml.YAMLError, ValueError, RecursionError, AttributeError, TypeError) as error:
        # PyYAML lets more out than its own errors: of a date that there is not, of a mapping as a key.
        raise _told(error, text) from None
    if problem := endless(found):
        raise YamlError(problem, None, _FLATTER)
    return found


def load_once(text: str) -> Any:
    """Return what a YAML text says in which no key may stand twice.

    Raises:
        YamlError: If it is none.
    """
    return load(text, Once)


def _told(error: Exception, text: str | bytes) -> YamlError:
    if isinstance(error, UnicodeDecodeError):
        return YamlError("no UTF-8 text", None, "save it as UTF-8")
    if isinstance(error, yaml.reader.ReaderError):
        return _unreadable(error, text)
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else None
    problem = " ".join((getattr(error, "problem", None) or str(error)).split())
    if "cannot start any token" in problem and mark and _has_tab(text, mark.line):
        return YamlError("a tab, where spaces are expected", line, "indent with spaces")
    return YamlError(problem, line, next((hint for said, hint in _HINTS.items() if said in problem), _MEND))


def _unreadable(error: yaml.reader.ReaderError, text: str | bytes) -> YamlError:
    if "octet" in error.reason or error.encoding == "utf-8":
        return YamlError("no UTF-8 text", None, "save it as UTF-8")
    shown = f"the character U+{error.character:04X}" if isinstance(error.character, int) else "a control character"
    before = text[: error.position]
    line = (before.count(b"\n") if isinstance(before, bytes) else before.count("\n")) + 1
    return YamlError(f"{shown}, which no YAML may hold", line, "remove it, or save the file as UTF-8")


def _has_tab(text: str | bytes, number: int) -> bool:
    lines = (text.decode("utf-8", errors="replace") if isinstance(text, bytes) else text).splitlines()
    return number < len(lines) and "\t" in lines[number]
