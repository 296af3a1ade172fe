"""One browser and one built example site for all tests of a session."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from sites import example_site

from browser.browsing import build, chromium, launch, served

expect.set_options(timeout=20_000)  # in ms: a busy machine is no bug of ours


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    if executable is None:
        reason = "no Chromium is here: install it, or say where it is with CHROMIUM=/path/to/chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = launch(playwright, executable)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def example_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the example site, built strictly."""
    with served(build(example_site(tmp_path_factory.mktemp("example")), "--strict")) as url:
        yield url
