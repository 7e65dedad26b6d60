"""Small factories: each makes a valid noun, and takes only what the test is about."""

from __future__ import annotations

from typing import Any

from pipeline.config.shape import Config
from pipeline.model import Article, Block, KeyPoint, Section


def a_paragraph(text: str) -> Block:
    return Block("paragraph", text, html=text)


def an_article(**changes: Any) -> Article:
    values: dict[str, Any] = {
        "source": "tests",
        "guid": "tests:bread",
        "title": "Bread that keeps",
        "language": "en",
        "url": "https://bakery.example/bread",
        "lead": (a_paragraph("A loaf lives longer than most people think."),),
        "sections": (
            Section("Let it rest", (a_paragraph("Dough that rests overnight tastes better. It also keeps longer."),)),
            Section("Store it dry", (a_paragraph("A paper bag lets the crust breathe."),)),
        ),
        "key_points": (
            KeyPoint("Dough that rests overnight keeps two days longer.", section=0),
            KeyPoint("A paper bag keeps the crust crisp.", section=1),
        ),
    }
    return Article(**(values | changes))


def a_config(**changes: Any) -> Config:
    values: dict[str, Any] = {
        "brand": {
            "name": "Example Bakery",
            "site": "https://bakery.example",
            "email": "post@bakery.example",
            "postal_address": "Mill Lane 1, Exampleton",
            "language": "en",
        },
        "sources": {"desk": {"folder": "articles"}},
        "newsletters": {"weekly": {"from": ["desk"], "every": "thursday", "at": "09:00"}},
    }
    return Config.model_validate(values | changes)
