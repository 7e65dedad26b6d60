"""Days and widths in a terminal: days of the week in the brand's language, and lines that fit."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from pipeline.config.brand import Brand

WIDTH = 80  # columns


def moment(iso: str, brand: Brand) -> str:
    """A moment where the brand is: `Mon 2026-11-30 08:30`."""
    return named(datetime.fromisoformat(iso).astimezone(ZoneInfo(brand.timezone)), brand.language, "%Y-%m-%d %H:%M")


def named(day: date, language: str, form: str = "%Y-%m-%d") -> str:
    """A day by its name in the week and its date."""
    from pipeline.compose import locales

    return f"{locales.weekday(day, language)} {day:{form}}"


def cut(text: str, width: int) -> str:
    """`text` on one line of at most `width` columns; letters such as Chinese ones take two."""
    from rich.cells import cell_len, set_cell_size

    line = " ".join(text.split())
    return line if cell_len(line) <= width else f"{set_cell_size(line, width - 1).rstrip()}…"
