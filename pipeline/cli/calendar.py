"""The plan of posts in a terminal: a table of weeks for people, a line a day for pipes and logs."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

from pipeline.cli.days import WIDTH, cut, named

if TYPE_CHECKING:
    from rich.table import Table

    from pipeline.config.brand import Brand
    from pipeline.model import Article, Post

_DATE = 8  # columns of a short date in most languages
_Days = Mapping[date, Sequence[tuple[str, str, str]]]  # what goes out: the time of day, its network and number


def tell(posts: Sequence[Post], articles: Sequence[Article], brand: Brand, stream: TextIO | None = None) -> None:
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
        console.print(_table(days, brand, console.width))
        lines = [*_times(days), *_titles(days, articles)]
        print("\n".join(cut(line, min(console.width, WIDTH)) for line in lines), file=out)
    else:
        for day, entries in days.items():
            told = ", ".join(f"{at} {network} {number}" for at, network, number in entries)
            print(f"{named(day, brand.language)}  {told}", file=out)
    print("x 1 announces the first article, x 1.2 tells its second key point.", file=out)
    without = sum(post.slot is None for post in posts if post.part == 1)
    waiting = f" {without} {'post has' if without == 1 else 'posts have'} no time yet." if without else ""
    print(f"Times are those of {brand.timezone}.{waiting}", file=out)


def _days(posts: Sequence[Post], articles: Sequence[Article]) -> dict[date, list[tuple[str, str, str]]]:
    numbers = _numbers(articles)
    found: dict[date, list[tuple[str, str, str]]] = {}
    for post in sorted((post for post in posts if post.slot and post.part == 1), key=lambda post: post.slot or ""):
        day, at = (post.slot or "").split(" ")[:2]
        number = numbers.get((post.article, post.key_point), "?")
        found.setdefault(date.fromisoformat(day), []).append((at, post.network, number))
    return found


def _numbers(articles: Sequence[Article]) -> dict[tuple[str, str | None], str]:
    """What `show` calls articles and their key points: `2`, `2.1`."""
    found: dict[tuple[str, str | None], str] = {}
    for number, article in enumerate(articles, 1):
        found.setdefault((article.guid, None), str(number))
        for place, point in enumerate(article.key_points, 1):
            found.setdefault((article.guid, point.text), f"{number}.{point.number or place}")
    return found


def _times(days: _Days) -> Iterator[str]:
    """The times of day at which each network gets its posts."""
    found: dict[str, dict[str, None]] = {}
    for entries in days.values():
        for at, network, _ in entries:
            found.setdefault(network, {})[at] = None
    yield from wrap(", ".join(f"{network} {' and '.join(times)}" for network, times in found.items()), WIDTH)


def _titles(days: _Days, articles: Sequence[Article]) -> Iterator[str]:
    """The articles that are told, by their numbers."""
    told = {number.split(".")[0] for entries in days.values() for *_, number in entries}
    for number, article in enumerate(articles, 1):
        if str(number) in told:
            yield f"{number}  {article.title}"


def _table(days: _Days, brand: Brand, width: int) -> Table:
    """A row a week; only those days of the week that have posts, so that there is room at 80."""
    from rich import box
    from rich.table import Table

    from pipeline.compose import locales

    table = Table(box=box.SIMPLE_HEAD, padding=0, show_edge=False, show_lines=True)
    weekdays = sorted({day.weekday() for day in days})
    longest = max(len(f"{network} {number}") for entries in days.values() for _, network, number in entries)
    room = min((min(width, WIDTH) + 1) // len(weekdays) - 1, max(longest, _DATE))
    for weekday in weekdays:
        heading = locales.weekday(date(2024, 1, 1 + weekday), brand.language)  # that year began on a Monday
        table.add_column(heading, width=room, no_wrap=True)
    first = min(days)
    monday = first - timedelta(days=first.weekday())
    while monday <= max(days):
        cells = [monday + timedelta(days=weekday) for weekday in weekdays]
        table.add_row(*(_cell(day, days.get(day, ()), brand, room) for day in cells))
        monday += timedelta(days=7)
    return table


def _cell(day: date, entries: Sequence[tuple[str, str, str]], brand: Brand, room: int) -> str:
    """A day with its posts, in their order. A name that is too long for a narrow column loses its end."""
    from pipeline.compose import locales

    date_ = locales.short_day(day, brand.language, brand.timezone)
    posts = (f"{cut(network, room - len(number) - 1)} {number}" for _, network, number in entries)
    return "\n".join([f"[dim]{date_}[/dim]", *posts])
