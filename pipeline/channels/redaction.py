"""No message holds a secret, not even where the service echoes it, whole or as it was sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote

_LONGEST = 400  # characters of a service's own words in one message


def _forms(secret: str) -> Iterator[str]:
    """A secret as it stands in text, in an address, in JSON, and in JSON that was quoted in JSON."""
    yield secret
    yield quote(secret, safe="")
    for plainly in (True, False):
        once = json.dumps(secret, ensure_ascii=plainly)[1:-1]
        yield once
        yield json.dumps(once, ensure_ascii=plainly)[1:-1]


class Redaction:
    """Takes secrets out of texts of others.

    Args:
        secrets: Each in every form in which it is sent. One of three characters or less is none; taking it out would
            take letters out of every message.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        plain = {secret for secret in secrets if len(secret) > 3}
        # Longest first, so that no rest of a longer one is left.
        self._forms = sorted({form for one in plain for form in _forms(one)}, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """`text` on one line, short, and without secrets."""
        for secret in self._forms:
            text = text.replace(secret, "•••")
        text = " ".join("".join(char if char.isprintable() else " " for char in text).split())
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

    def __repr__(self) -> str:
        """Never the secrets."""
        return "Redaction()"
