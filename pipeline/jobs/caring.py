"""No button for an appointment beside a claim: a newsletter that claims something about health is composed without.

Only with `care: {topic: health}`. A school that books courses keeps its button, and is told of it (claim-button).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.compose import newsletter
from pipeline.compose.newsletter import Composed
from pipeline.config.shape import Config, Newsletter
from pipeline.language.claims import books
from pipeline.model import Article, Edition, Finding
from pipeline.preflight import claims
from pipeline.preflight.email import Around
from pipeline.preflight.email.caring import claimed
from pipeline.preflight.email.letter import Letter


@dataclass(frozen=True)
class Careful:
    """A newsletter, what it was made of in the end, and what was left out of it."""

    composed: Composed
    edition: Edition
    config: Config
    findings: tuple[Finding, ...] = ()


def compose(made: Edition, recipe: Newsletter, config: Config) -> Careful:
    """The newsletter; where its readers see a claim, without buttons that ask for an appointment."""
    composed = newsletter.compose(made, recipe, config)
    labels = tuple(_bookings(made, config))
    if config.care.topic != "health" or not labels:
        return Careful(composed, made, config)
    letter = Letter(composed.email, made, recipe, config, Around())
    claim = next((one for one in claimed(letter) if one.rule in claims.BESIDE_NO_BUTTON), None)
    if claim is None:
        return Careful(composed, made, config)
    bare = replace(made, articles=tuple(map(_without_bookings, made.articles)))
    kept = {label: place for label, place in config.brand.buttons.items() if not books(label)}
    brand = config.brand.model_copy(update={"buttons": kept})
    modest = config.model_copy(update={"brand": brand})
    left_out = tuple(_left_out(labels, claim))
    return Careful(newsletter.compose(bare, recipe, modest), bare, modest, left_out)


def _bookings(made: Edition, config: Config) -> Iterator[str]:
    yield from (label for label in config.brand.buttons if books(label))
    yield from (call.text for article in made.articles for call in article.calls_to_action if books(call.text))


def _without_bookings(article: Article) -> Article:
    return replace(article, calls_to_action=tuple(call for call in article.calls_to_action if not books(call.text)))


def _left_out(labels: tuple[str, ...], claim: Finding) -> Iterator[Finding]:
    for label in dict.fromkeys(labels):
        message = f"The button “{label}” is left out, since it would stand beside a claim: {claim.message}"
        yield Finding("button-left-out", "note", "newsletter buttons", message, "Reword the claim to have it back.")
