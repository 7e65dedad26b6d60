"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No test depends on how fast a machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with shared articles and reference data beside the checkout.

    Its tests carry the marker `shared`. Without the folder they are skipped, but in CI, which has it, they fail.
    """
    folder = Path(__file__).parents[2] / "shared"
    if folder.is_dir():
        return folder
    reason = "there is no folder `shared` beside the checkout"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden cases anew; look at every change before you commit it."""
    parser.addoption("--update-golden", action="store_true", help="write tests/cases anew")
