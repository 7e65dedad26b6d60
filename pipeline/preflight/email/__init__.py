"""A finished newsletter -> findings: what would be clipped, hidden, blocked or embarrassing in an inbox."""

from __future__ import annotations

from dataclasses import replace

from pipeline.config.shape import Config, Newsletter
from pipeline.model import Edition, Email, Finding
from pipeline.preflight import articles, care, rights, unshown
from pipeline.preflight.email import (
    caring,
    contrast,
    dark,
    envelope,
    footer,
    forbidden,
    images,
    links,
    required,
    size,
    structure,
    support,
    tags,
    text,
)
from pipeline.preflight.email.letter import Around, Letter, Reached
from pipeline.preflight.wording import flat

__all__ = ["Around", "Reached", "check"]

_CHECKS = (
    envelope.check,
    size.check,
    footer.check,
    tags.check,
    structure.check,
    forbidden.check,
    images.check,
    links.check,
    text.check,
    contrast.check,
    dark.check,
    support.check,
    required.check,
    caring.check,
)
_GRAVITY = {"error": 0, "warning": 1, "note": 2}
_NOTHING = Around()


def check(
    email: Email, edition: Edition, recipe: Newsletter, config: Config, around: Around = _NOTHING
) -> list[Finding]:
    """Findings about an edition, gravest first, none twice. `rules.py` has a row for each."""
    letter = Letter(email, edition, recipe, config, around)
    said = f"{email.subject}\n{email.preheader}\n{email.text}"
    found = [
        *(finding for one in _CHECKS for finding in one(letter)),
        *articles.check(edition, email.language, config.voice.address, around.earlier),
        *rights.check(edition, config),
        *unshown.check(edition, articles=around.whole),
        *care.words(said, "newsletter", config.voice, email.language),
    ]
    told = (replace(one, place=flat(one.place), message=flat(one.message)) for one in found)
    return sorted(dict.fromkeys(told), key=lambda finding: _GRAVITY[finding.severity])
