"""Which day it is: the only place that asks, and `SOURCE_DATE_EPOCH` is heard wherever a day matters."""

import os
from datetime import UTC, date, datetime

from mkdocs_gbm.errors import ConfigurationError

_VARIABLE = "SOURCE_DATE_EPOCH"
"""See https://reproducible-builds.org/specs/source-date-epoch/."""


def today() -> date:
    """Return the day on which is judged: in UTC, so that it is the same on every machine.

    Raises:
        ConfigurationError: If `SOURCE_DATE_EPOCH` is set to what is no moment.
    """
    return _said() or datetime.now(tz=UTC).date()


def authors_day() -> date:
    """Return the day that is written into a new page: that of whoever makes it.

    Raises:
        ConfigurationError: If `SOURCE_DATE_EPOCH` is set to what is no moment.
    """
    return _said() or date.today()  # noqa: DTZ011 - the author's own day


def _said() -> date | None:
    seconds = os.environ.get(_VARIABLE, "")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        problem = f"'{seconds[:40]}' is no number of seconds since 1970"
        raise ConfigurationError(_VARIABLE, problem, "set it to one, or unset it") from None
