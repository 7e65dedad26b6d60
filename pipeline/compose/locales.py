"""How languages are written: their names as tags, their direction, their dates. Pure."""

from __future__ import annotations

from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

# Time zones where English dates begin with the month (Unicode CLDR, `en` and `en-CA` against `en-001`).
_MONTH_FIRST = ("America/", "US/", "Canada/", "Pacific/Honolulu")


def primary(tag: str) -> str:
    """`pt` of `pt-BR`."""
    return tag.replace("_", "-").split("-")[0].lower()


def is_known(tag: str) -> bool:
    """Whether a tag names a language; `und` is the tag of what nobody determined."""
    return primary(tag) not in {"", "und", "mul", "zxx"}


def direction(tag: str) -> str:
    """`rtl` for languages written from right to left, else `ltr`."""
    return "rtl" if _locale(tag).character_order == "right-to-left" else "ltr"


def day_in_words(day: date, tag: str, zone: str) -> str:
    """A date as it is written out in a language: `19 november 2026`.

    English that names no country other than the United States puts the month first only where `zone`, the readers' time
    zone by its IANA name, is American: `en-US` is what software writes when nobody chose.
    """
    return format_date(day, format="long", locale=_locale(_spoken(tag, zone)))


def weekday(day: date, tag: str) -> str:
    """The short name of a day in the week: `Mon`, `ma`, `Mo`."""
    return format_date(day, format="ccc", locale=_locale(tag)).removesuffix(".")


def short_day(day: date, tag: str, zone: str) -> str:
    """A date without its year, in few letters: `30 Nov`. As in `day_in_words`, `zone` says which English."""
    return format_skeleton("MMMd", day, locale=_locale(_spoken(tag, zone)))


def _spoken(tag: str, zone: str) -> str:
    if tag.replace("_", "-").lower() in {"en", "en-us"}:
        return "en-US" if zone.startswith(_MONTH_FIRST) else "en-GB"
    return tag


def _locale(tag: str) -> Locale:
    for name in (tag.replace("_", "-"), primary(tag)):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
