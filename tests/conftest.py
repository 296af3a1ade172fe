"""What all tests share."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from once import standards_once, templates_once
from sites import Site, example_site, own_log_handlers

from mkdocs_gbm import standard
from mkdocs_gbm.standard import Standard

settings.register_profile("long", max_examples=10_000, deadline=None)
settings.register_profile("quick", deadline=None)  # the machine's other work is not a test's
settings.load_profile("quick")

#: Material's own notice stays out of the output.
os.environ["NO_MKDOCS_2_WARNING"] = "1"
#: The command is started some hundred times, and shall not be compiled each time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Take one process more than there are cores: servers and browsers are waited for."""
    return (yield) + 1


@pytest.fixture(autouse=True)
def _quiet_log() -> Iterator[None]:
    """Keep MkDocs' log handlers out of the next test."""
    with own_log_handlers():
        yield


@pytest.fixture(scope="session", autouse=True)
def _once() -> Iterator[None]:
    with templates_once(), standards_once():
        yield


@pytest.fixture(scope="session")
def backend_engineer() -> Standard:
    return standard.load("backend_engineer", Path.cwd())


@pytest.fixture
def example(tmp_path: Path) -> Site:
    """A copy of the example site."""
    return example_site(tmp_path / "example")
