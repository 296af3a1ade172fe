"""What costs a build a third of its time, and is the same in all of them, is done once in a process of the tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from mkdocs_gbm.standard import Standard, bundled, load_folder

#: What else of an environment decides what becomes of a template's source.
_SETTINGS = ("autoescape", "trim_blocks", "lstrip_blocks", "keep_trailing_newline", "optimized", "is_async")


class _Kept(BytecodeCache):
    """Keeps what a source became, as long as the process lives; an edited source is another one."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get(_key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self._kept[_key(bucket)] = bucket.code


def _key(bucket: Bucket) -> tuple[Any, ...]:
    environment = bucket.environment
    settings = (getattr(environment, name) for name in _SETTINGS)
    return (bucket.key, bucket.checksum, type(environment), *settings, *sorted(environment.extensions))


@contextmanager
def templates_once() -> Iterator[None]:
    """Compile a theme's templates once: every new environment of Jinja2 gets the same memory."""
    make, kept = Environment.__init__, _Kept()

    def made(environment: Environment, *arguments: Any, **options: Any) -> None:
        make(environment, *arguments, **options)
        environment.bytecode_cache = environment.bytecode_cache or kept

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "__init__", made)
        yield


@contextmanager
def standards_once() -> Iterator[None]:
    """Read the page templates of the package once; those of a test's own are read as often as anybody asks."""
    package, kept = bundled("backend_engineer").parent, cache(load_folder)

    def read(folder: Path) -> Standard:
        return (kept if folder.parent == package else load_folder)(folder)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("mkdocs_gbm.standard.load"), "load_folder", read)
        yield
