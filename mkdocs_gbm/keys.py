"""Typed access to a mapping that a user wrote, with one clear line for each mistake."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from mkdocs_gbm.endless import endless
from mkdocs_gbm.errors import ConfigurationError, did_you_mean

_WHOLE = 100
"""Per cent."""


class Keys:
    """A user's mapping whose keys are known.

    Raises:
        ConfigurationError: If `given` is no mapping or holds an unknown key.
    """

    def __init__(self, where: str, given: object, known: Iterable[str]) -> None:
        if not isinstance(given, dict):
            raise ConfigurationError(where, f"a mapping is expected, not {kind_of(given)}", "write 'key: value' lines")
        if problem := endless(given):
            raise ConfigurationError(where, problem, "write less of it")
        known = tuple(known)
        for key in given:
            if key not in known:
                raise ConfigurationError(where, f"unknown key '{written(key)}'", did_you_mean(str(key), known))
        self._where = where
        self._given: dict[str, Any] = given

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default the key is required."""
        value = self._given.get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise ConfigurationError(
                self._where, f"'{key}' is to be a text, not {kind_of(value)}", f"write {key}: {default or 'some text'}"
            )
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one text stands for a list of one."""
        value = self._given.get(key, [])
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise ConfigurationError(
                self._where, f"'{key}' is to be a list of texts, not {kind_of(value)}", f"write {key}: [one, two]"
            )
        return tuple(value)

    def integer(self, key: str, default: int) -> int:
        """Return a whole number."""
        value = self._given.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise ConfigurationError(
                self._where, f"'{key}' is to be a whole number, not {kind_of(value)}", f"write {key}: {default}"
            )
        return value

    def not_negative(self, key: str, default: int) -> int:
        """Return a whole number that is not below 0."""
        value = self.integer(key, default)
        if value < 0:
            raise ConfigurationError(
                f"{self._where}: {key}", f"{written(value)} is negative", f"write {key}: 0 or more"
            )
        return value

    def percentage(self, key: str, default: float) -> float:
        """Return a number from 0 to 100, whole or not."""
        value = self._given.get(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= _WHOLE:
            problem = f"'{written(value)}' is no percentage"
            raise ConfigurationError(f"{self._where}: {key}", problem, f"write {key}: with a number from 0 to 100")
        return float(value)

    def boolean(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self._given.get(key, default)
        if not isinstance(value, bool):
            raise ConfigurationError(
                self._where,
                f"'{key}' is to be true or false, not {kind_of(value)}",
                f"write {key}: true or {key}: false",
            )
        return value

    def mapping(self, key: str) -> dict[str, Any]:
        """Return a mapping; an absent or empty one is empty."""
        value = self._given.get(key)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise ConfigurationError(
                self._where,
                f"'{key}' is to be a mapping, not {kind_of(value)}",
                f"write 'name: value' lines below {key}:",
            )
        return {str(name): entry for name, entry in value.items()}


def written(value: object) -> str:
    """Return a value as whoever wrote it may have: `true`, `[serve]`, and not as Python shows it."""
    if isinstance(value, str):
        return value
    return json.dumps(_texts(value), ensure_ascii=False, default=str).replace('"', "")


def _texts(value: object) -> object:
    """Return a value with texts for keys: YAML has dates and lists for keys, too."""
    if isinstance(value, dict):
        return {str(key): _texts(entry) for key, entry in value.items()}
    return [_texts(entry) for entry in value] if isinstance(value, list | tuple) else value


def kind_of(value: object) -> str:
    """Return what a value is, in words for whoever wrote it."""
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number with a fraction",
        str: "a text",
        list: "a list",
        dict: "a mapping",
        date: "a date",
        datetime: "a date",
    }
    return "nothing" if value is None or value == "" else names.get(type(value), "something else")
