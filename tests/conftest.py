"""What all tests share."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sites import Site, example_site

from mkdocs_gbm import standard
from mkdocs_gbm.standard import Standard

settings.register_profile("long", max_examples=10_000, deadline=None)


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep Material's own notice out of the output, and MkDocs' log handlers out of the next test."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    logger = logging.getLogger("mkdocs")
    before = list(logger.handlers)
    yield
    logger.handlers[:] = before


@pytest.fixture(scope="session")
def backend_engineer() -> Standard:
    return standard.load("backend_engineer", Path.cwd())


@pytest.fixture
def example(tmp_path: Path) -> Site:
    """A copy of the example site."""
    return example_site(tmp_path / "example")
