"""The names of months and of the days of the week, as languages write them (Unicode CLDR). Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

_ALSO = {"en": ("en_GB",), "de": ("de_AT",)}  # "Sept", "Jänner"
_SHORT = 3  # letters; fewer are a name only with a point behind them ("Sa.")


@dataclass(frozen=True)
class Names:
    """Names in lower case and without a point at their end.

    Attributes:
        months: With the month's number, from 1.
        weekdays: With the day's number; Monday is 0.
        month_first: Whether dates are written with the month first ("December 5").
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    month_first: bool

    def month(self, written: str) -> int:
        """The number of the month that `written` names, in whatever letters."""
        return _number(self.months, written)

    def weekday(self, written: str) -> int:
        """The number of the day of the week that `written` names, in whatever letters."""
        return _number(self.weekdays, written)


@cache
def names(language: str) -> Names | None:
    """The names in a language, known by its two or three letters; None where nobody knows them."""
    try:
        locales = [Locale.parse(one) for one in (language, *_ALSO.get(language, ()))]
    except (UnknownLocaleError, ValueError):
        return None
    months = {name: number for one in locales for name, number in _called(one.months)}
    weekdays = {name: number for one in locales for name, number in _called(one.days)}
    pattern = str(locales[0].datetime_skeletons.get("MMMMd", "d M"))
    return Names(months, weekdays, pattern.find("M") < pattern.find("d"))


def _called(known: Mapping[str, Mapping[str, Mapping[int, str]]]) -> Iterator[tuple[str, int]]:
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in known[form][width].items():
                bare = name.lower().removesuffix(".")
                if len(bare) >= _SHORT and not bare.isdigit():
                    yield bare, number


def _number(known: Mapping[str, int], written: str) -> int:
    return next(number for name, number in known.items() if _same(name) == _same(written))


def _same(name: str) -> str:
    """`name` as a search knows it that asks not for case: to that i, ı, I and İ are one, and s and ſ."""
    return name.casefold().replace("ı", "i").replace("\u0307", "")
