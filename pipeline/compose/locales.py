"""How languages are written: their names as tags, their direction, their dates. Pure."""

from __future__ import annotations

from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date


def primary(tag: str) -> str:
    """`pt` of `pt-BR`."""
    return tag.replace("_", "-").split("-")[0].lower()


def is_known(tag: str) -> bool:
    """Whether a tag names a language; `und` is the tag of what nobody determined."""
    return primary(tag) not in {"", "und", "mul", "zxx"}


def direction(tag: str) -> str:
    """`rtl` for languages written from right to left, else `ltr`."""
    return "rtl" if _locale(tag).character_order == "right-to-left" else "ltr"


def day_in_words(day: date, tag: str) -> str:
    """A date as it is written out in a language: `19 november 2026`."""
    return format_date(day, format="long", locale=_locale(tag))


def _locale(tag: str) -> Locale:
    for name in (tag.replace("_", "-"), primary(tag)):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
