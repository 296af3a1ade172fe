"""Python's search for garbage, put off while there is hardly any."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nobody look for garbage meanwhile: a verdict leaves hardly any, and looking may cost as much as judging."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()
