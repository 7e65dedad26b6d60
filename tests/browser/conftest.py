"""What all tests in the browser share: the browser, and what there is to look at."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.browser.designs import DESIGNS, ENGINES
from tests.browser.window import Window, a_browser


@pytest.fixture(scope="session")
def window() -> Iterator[Window]:
    """The page that all tests use, one after the other."""
    try:
        with a_browser() as browser:
            yield Window(browser)
    except FileNotFoundError as missing:
        # Where all tests must run, none may be skipped.
        pytest.fail(str(missing)) if os.environ.get("CI") == "true" else pytest.skip(str(missing))


@pytest.fixture(params=DESIGNS, scope="session")
def design(request: pytest.FixtureRequest) -> str:
    """Each design in turn."""
    return str(request.param)


@pytest.fixture(params=ENGINES, scope="session")
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine that puts styles inline, in turn."""
    return str(request.param)
