"""Findings in a terminal: a table for people, plain lines for pipes and logs; notes are counted."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.table import Table

    from pipeline.model import Finding

_STYLES = {"error": "bold red", "warning": "yellow"}


def tell(findings: Sequence[Finding], *, notes_in: str = "report.json", stream: TextIO | None = None) -> None:
    """Print errors and warnings to standard error (or `stream`), and how many notes `notes_in` has besides."""
    from rich.console import Console

    out = stream or sys.stderr
    grave = _together(finding for finding in findings if finding.severity != "note")
    console = Console(file=out)
    if console.is_terminal and grave:
        console.print(_table(grave))
    else:
        for finding in grave:
            print(line(finding), file=out)
    notes = sum(finding.severity == "note" for finding in findings)
    if notes:
        print(f"{notes_in} has {notes} {'note' if notes == 1 else 'notes'} besides.", file=out)


def _together(findings: Iterable[Finding]) -> list[Finding]:
    """Findings with what is said of several places said once: a claim of a key point is in a post on each network."""
    places: dict[Finding, list[str]] = {}
    for one in findings:
        places.setdefault(replace(one, place=""), []).append(one.place)
    return [replace(one, place=_counted(list(dict.fromkeys(where)))) for one, where in places.items()]


def _counted(places: list[str]) -> str:
    return places[0] if len(places) == 1 else f"{places[0]} and {len(places) - 1} more"


def line(finding: Finding) -> str:
    """A finding on one line, which begins with its severity."""
    told = f"{finding.severity}: {finding.place}: {finding.message} {finding.remedy} [{finding.rule}]"
    return _printable(" ".join(told.split()))


def _table(findings: Sequence[Finding]) -> Table:
    """A row a finding. Three columns, so that there is room at 80: rule under severity, remedy under message."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), expand=True, show_edge=False, leading=1)
    table.add_column("what", width=18, overflow="fold")
    table.add_column("where", ratio=2, overflow="fold")
    table.add_column("why, and what to do", ratio=5, overflow="fold")
    for one in findings:
        what = Text(one.severity, style=_STYLES.get(one.severity, "")).append(f"\n{one.rule}", style="dim")
        why = Text(_printable(one.message)).append(f"\n→ {_printable(one.remedy)}", style="dim")
        table.add_row(what, Text(_printable(one.place)), why)
    return table


def _printable(text: str) -> str:
    """`text` without what would steer a terminal: others wrote it."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "�" for sign in text)
