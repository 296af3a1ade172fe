"""How many examples a fuzz test takes: few in the quick run, as many as the profile `long` says in the longer one."""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from mkdocs_gbm.errors import ConfigurationError

_Read = TypeVar("_Read")

LONG = settings.default is not None and settings.default.max_examples >= 10_000
"""Whether `--hypothesis-profile=long` was given; then these tests are among the long ones, and not of the quick run."""


def fuzzed(quick: int, share: float) -> Callable[[Any], Any]:
    """Return a decorator for a fuzz test.

    Args:
        quick: How many examples it takes in the quick run: always the same ones.
        share: What part of the profile's examples it takes in the longer run: new ones each time.
    """
    examples = int(settings.default.max_examples * share) if LONG and settings.default else quick
    amount = settings(
        max_examples=examples,
        deadline=None,
        derandomize=not LONG,
        database=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )

    def decorate(test: Any) -> Any:
        limited = amount(test)
        return pytest.mark.long(limited) if LONG else limited

    return decorate


def outcome(read: Callable[[], _Read]) -> _Read | ConfigurationError:
    """Return what was read, or the one mistake that is told of it; anything else is raised."""
    try:
        return read()
    except ConfigurationError as error:
        return error


def is_one_line(error: ConfigurationError) -> bool:
    return not any(end in str(error) for end in "\n\r")
