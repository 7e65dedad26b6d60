"""Editions to compose in tests: one with everything a newsletter can hold, and small ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pipeline.compose.newsletter import Composed, compose
from pipeline.config.shape import Config
from pipeline.model import Article, Block, Edition, Item, KeyPoint, Link, Section
from tests.factories import a_config, a_paragraph, an_article


@dataclass(frozen=True)
class Letter:
    """A composed edition, with what tests look at most."""

    composed: Composed

    @property
    def html(self) -> str:
        return self.composed.email.html

    @property
    def text(self) -> str:
        return self.composed.email.text

    @property
    def subject(self) -> str:
        return self.composed.email.subject

    @property
    def preheader(self) -> str:
        return self.composed.email.preheader

    @property
    def body(self) -> str:
        return self.html[self.html.index("<body") :]


def a_letter(
    *articles: Article, greeting: str | None = None, recipe: dict[str, Any] | None = None, **changes: Any
) -> Letter:
    weekly = {"from": ["desk"]} | (recipe or {})
    config = a_config(newsletters={"weekly": weekly}, **changes)
    edition = Edition("weekly", "2026-W47", date(2026, 11, 19), articles or (an_article(),), greeting)
    return Letter(compose(edition, config.newsletters["weekly"], config))


def a_list(*texts: str, ordered: bool = False) -> Block:
    return Block("list", "\n".join(texts), items=tuple(Item(text, text) for text in texts), ordered=ordered)


def a_full_letter(design: str = "digest") -> Letter:
    """Every kind of block, key point and part at once, in two languages, with an article that may only be quoted."""
    return a_letter(
        an_article(
            published=datetime(2026, 11, 12, 20, tzinfo=UTC),
            byline="Ann Miller",
            lead=(
                Block(
                    "image",
                    "A loaf on a wooden board",
                    url="https://bakery.example/loaf.jpg",
                    html="Baked <em>today</em>",
                ),
                Block(
                    "paragraph", "A loaf keeps.", html='A <a href="/loaf?a=1&amp;b=2">loaf</a> <strong>keeps</strong>.'
                ),
            ),
            sections=(
                Section(
                    "Let it rest", (a_paragraph("Three steps help:"), a_list("Mix.", "Rest.", "Bake.", ordered=True))
                ),
                Section(
                    "Store it dry",
                    (Block("quote", "Bread breathes.", html="Bread breathes."), Block("code", "oven --at 230")),
                ),
                Section("How long", (a_paragraph("It depends:"), Block("table", "Bread | Days\nRye | 7\nWhite | 2"))),
            ),
            key_points=(
                KeyPoint("Dough that rests overnight keeps two days longer, whatever flour went into it.", section=0),
                KeyPoint("Hot steam burns.", kind="warning", section=0),
                KeyPoint("A paper bag keeps the crust crisp.", kind="tip", section=1),
                KeyPoint("Good bread needs time."),
                KeyPoint("A thought nobody wrote.", origin="suggested", section=1),
            ),
            references=("Miller, A. (2020). Crumbs. https://doi.example/10.1(2)x.",),
            notices=("Recipes were tested at home.",),
            calls_to_action=(Link("Join our baking day.", "https://bakery.example/day"),),
        ),
        an_article(
            guid="2",
            title="Brood en rust",
            language="nl",
            url="https://bakery.example/rust",
            references=("Bakker, 2019",),
        ),
        an_article(
            guid="3", title="Elsewhere", url="https://elsewhere.example/x", rights="quote", byline="Hannah Cole"
        ),
        recipe={"design": design},
        greeting="Dear reader,\n\nBread takes time.\nSo does this letter.",
        brand={
            "name": "Example Bakery",
            "site": "https://bakery.example",
            "email": "post@bakery.example",
            "postal_address": "Mill Lane 1, Exampleton",
            "language": "en",
            "buttons": {"Order bread": "/order", "Ask us": "/contact"},
        },
        care={"notice": "Flour may contain traces of nuts."},
    )


def beside(folder: Path, files: dict[str, str]) -> Config:
    """A configuration in `folder`, with `files` under templates/ beside it."""
    for name, content in files.items():
        place = folder / "templates" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8")
    return a_config(folder=folder)
