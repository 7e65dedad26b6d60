"""Tables that people type: neighbouring lines with a `|` between their cells. Pure.

Menus look so too. They have fewer lines, or their cells are furniture ("Home | News | Contact").
"""

from __future__ import annotations

import re

from pipeline.ingest import boilerplate, callouts, repair
from pipeline.model import Block

_LEAST_ROWS = 3  # of two lines with as many cells nobody knows
_OF_MENU = 1 / 4  # from this share of cells that are furniture on it is a menu
_RULE = re.compile(r"\s*[|+]?(?:\s*:?[-=]{2,}:?\s*[|+])+(?:\s*:?[-=]{2,}:?)?\s*")


def is_rule(line: str) -> bool:
    """Whether `line` only parts a table's rows: `|---|---|`."""
    return bool(_RULE.fullmatch(line))


def end(lines: list[str], start: int) -> int:
    """Where the table that starts at `start` ends, or `start` where none does."""
    wanted, place = len(_cells(lines[start])), start
    if wanted < 2 or (start and len(_cells(lines[start - 1])) == wanted):  # what began above was looked at there
        return start
    while place < len(lines) and len(_cells(lines[place])) == wanted:
        place += 1
    cells = [cell for line in lines[start:place] for cell in _cells(line)]
    is_menu = sum(boilerplate.furniture(cell) is not None for cell in cells) >= len(cells) * _OF_MENU
    return start if place - start < _LEAST_ROWS or is_menu or not any(cells) else place


def table(lines: list[str]) -> Block:
    """`lines` as the rows of a table."""
    return Block("table", "\n".join(" | ".join(_cells(line)) for line in lines))


def _cells(line: str) -> list[str]:
    """The cells of a row; none where a line is something else besides."""
    bare = line.strip()
    if "|" not in bare or callouts.bulb(bare) is not None or repair.BULLET.match(bare) or repair.NUMBER.match(bare):
        return []
    return [" ".join(cell.split()) for cell in bare.removeprefix("|").removesuffix("|").split("|")]
