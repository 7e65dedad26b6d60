"""Words of the tables -> patterns, whatever their letters' case. Pure."""

from __future__ import annotations

import re


def ready(pattern: str) -> re.Pattern[str]:
    """`pattern`, to be searched for."""
    return re.compile(pattern, re.IGNORECASE)


def words(alternatives: str) -> re.Pattern[str]:
    """`alternatives`, each as whole words."""
    return ready(rf"\b(?:{alternatives})\b")
