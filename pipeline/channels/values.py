"""What channels write and read as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pipeline.errors import NotSent


def canonical(value: object) -> bytes:
    """JSON in which equal values are equal bytes, and which people can read before they approve it."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode()


def text_of(answer: Mapping[str, Any], name: str, who: str, *, called: str = "") -> str:
    """The text under `name` in what `who` answered to a call that readers do not notice.

    Raises:
        NotSent: there is none; it says `called`, or `name`.
    """
    found = answer.get(name)
    if not isinstance(found, str) or not found:
        raise NotSent(f"{who} answered without {called or name}. Nothing reached readers; try again.")
    return found
