"""A file and its fields as one body, `multipart/form-data` (RFC 7578)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import httpx


def form(fields: Mapping[str, str], name: str, file: bytes, kind: str) -> tuple[bytes, str]:
    """The body and its Content-Type. The same arguments give the same bytes.

    Args:
        fields: What goes with the file.
        name: The file's name.
        file: Its content, sent under `file`.
        kind: Its media type, such as `image/png`.
    """
    boundary = hashlib.sha256(file).hexdigest()  # which no file can hold, since it would have to hold its own hash
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    sent = httpx.Request("POST", "/", headers=headers, data=fields, files={"file": (name, file, kind)})
    return sent.read(), sent.headers["Content-Type"]
