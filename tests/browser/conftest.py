"""What all tests in the browser share: the browser, and what there is to look at."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.designs import DESIGNS, ENGINES
from tests.browser.window import Window


@pytest.fixture(scope="session")
def window(browser: Browser) -> Window:
    """The page that all tests here use, one after the other."""
    return Window(browser)


@pytest.fixture(params=DESIGNS, scope="session")
def design(request: pytest.FixtureRequest) -> str:
    """Each design in turn."""
    return str(request.param)


@pytest.fixture(params=ENGINES, scope="session")
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine that puts styles inline, in turn."""
    return str(request.param)
