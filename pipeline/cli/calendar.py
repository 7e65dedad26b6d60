"""The plan of posts in a terminal: a table of weeks for people, a line a day for pipes and logs."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.table import Table

    from pipeline.model import Article, Post

_Days = Mapping[date, Sequence[tuple[str, str]]]  # the time of day, and what goes out then


def tell(posts: Sequence[Post], articles: Sequence[Article], stream: TextIO | None = None) -> None:
    """Print when `posts` go out, those that have a slot; nothing where none has.

    A post is named by its network and the number of what it tells: `x 2` announces the second article, `x 2.1` tells
    its first key point.
    """
    from rich.console import Console

    out = stream or sys.stdout
    days = _days(posts, articles)
    if not days:
        return
    console = Console(file=out)
    if console.is_terminal:
        console.print(_table(days))
    else:
        for day, entries in days.items():
            print(f"{day:%a %Y-%m-%d}  {', '.join(f'{at} {what}' for at, what in entries)}", file=out)
    without = sum(post.slot is None for post in posts if post.part == 1)
    waiting = f" {without} {'has' if without == 1 else 'have'} no time yet." if without else ""
    print(f"x 1 announces the first article, x 1.2 tells its second key point.{waiting}", file=out)


def _days(posts: Sequence[Post], articles: Sequence[Article]) -> dict[date, list[tuple[str, str]]]:
    numbers = _numbers(articles)
    found: dict[date, list[tuple[str, str]]] = {}
    for post in sorted((post for post in posts if post.slot and post.part == 1), key=lambda post: post.slot or ""):
        day, at = (post.slot or "").split(" ")[:2]
        number = numbers.get((post.article, post.key_point), "?")
        found.setdefault(date.fromisoformat(day), []).append((at, f"{post.network} {number}"))
    return found


def _numbers(articles: Sequence[Article]) -> dict[tuple[str, str | None], str]:
    """What `show` calls articles and their key points: `2`, `2.1`."""
    found: dict[tuple[str, str | None], str] = {}
    for number, article in enumerate(articles, 1):
        found.setdefault((article.guid, None), str(number))
        for place, point in enumerate(article.key_points, 1):
            found.setdefault((article.guid, point.text), f"{number}.{point.number or place}")
    return found


def _table(days: _Days) -> Table:
    """A row a week; only those days of the week that have posts, so that there is room at 80."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), show_edge=False, show_lines=True)
    weekdays = sorted({day.weekday() for day in days})
    for weekday in weekdays:
        table.add_column(f"{date(2024, 1, 1 + weekday):%a}", overflow="fold")  # that year began on a Monday
    first = min(days)
    monday = first - timedelta(days=first.weekday())
    while monday <= max(days):
        table.add_row(*(_cell(monday + timedelta(days=weekday), days) for weekday in weekdays))
        monday += timedelta(days=7)
    return table


def _cell(day: date, days: _Days) -> str:
    """A day with its posts, in their order."""
    return "\n".join([f"[dim]{day:%d %b}[/dim]", *(what for _, what in days.get(day, ()))])
