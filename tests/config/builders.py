"""Small configurations as text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.config.reading import parse
from pipeline.config.shape import Config

BRAND = "brand: {name: A, site: https://a.example, email: a@a.example, postal_address: A}"
ROOT = Path(__file__).parents[2]


def a_config_of(text: str, environ: Mapping[str, str] | None = None) -> Config:
    """The configuration of a whole brand and `text` below it."""
    return parse(f"{BRAND}\n{text}\n", "config.yaml", Path(), environ or {})
