"""What all tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# No test depends on how fast a machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with shared articles and reference data beside the checkout.

    Its tests carry the marker `shared`. Without the folder they are skipped.
    """
    folder = Path(__file__).parents[2] / "shared"
    if folder.is_dir():
        return folder
    pytest.skip("there is no folder `shared` beside the checkout")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
    call: pytest.CallInfo[None],
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI, which has all that tests need, a skip is a failure."""
    report = yield
    if os.environ.get("CI") == "true" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, one for all tests: a second one in the same process does not start beside it."""
    from tests.browser.window import a_browser  # noqa: PLC0415 - only tests with pages need it

    try:
        with a_browser() as started:
            yield started
    except FileNotFoundError as missing:
        # Where all tests must run, none may be skipped.
        pytest.fail(str(missing)) if os.environ.get("CI") == "true" else pytest.skip(str(missing))


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a self-signed certificate for blog.example and localhost, in one file, made for this run only."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs the program openssl to make a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    name = ["-subj", "/CN=blog.example", "-addext", "subjectAltName=DNS:blog.example,DNS:localhost"]
    new = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run([openssl, *new, *name, *files], check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_bytes((folder / "key.pem").read_bytes() + (folder / "certificate.pem").read_bytes())
    return both


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden cases anew; look at every change before you commit it."""
    parser.addoption("--update-golden", action="store_true", help="write tests/cases anew")
