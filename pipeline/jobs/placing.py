"""When posts go out: how strong each of them is, and what to say of those that get no slot. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import combinations

from pipeline.config.shape import Config
from pipeline.jobs import weeks
from pipeline.jobs.spacing import Planned, Wish
from pipeline.model import Article, Finding, Post
from pipeline.preflight import days, twice

Twins = Mapping[str, frozenset[str]]  # by a key point's words, those of its article that say nearly the same


def twins(article: Article) -> Twins:
    """The key points of `article` that say nearly what others of it say, with those."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for one, other in combinations([point.text for point in article.key_points if point.origin != "suggested"], 2):
        if twice.nearly(one, other, article):
            found[one] |= {other}
            found[other] |= {one}
    return found


def place(
    posts: Sequence[Post],
    config: Config,
    now: datetime,
    alike: Mapping[str, Twins] | None = None,
    taken: Iterable[Planned] = (),
) -> list[Post]:
    """`posts`, those without a slot each with one, where config.yaml has a plan and there is one in time.

    The parts of a thread share a slot; `taken` are the slots that other posts have, and `alike` the twins of articles.
    """
    own = [Planned(post.network, post.slot, post.article, post.key_point) for post in posts if post.slot]
    wanting = [number for number, post in enumerate(posts) if not post.slot and post.part == 1]
    zone = config.brand.timezone
    wishes = [
        wish(
            posts[number],
            alike=(alike or {}).get(posts[number].article),
            named=days.limit(posts[number : number + posts[number].parts], zone, now),
        )
        for number in wanting
    ]
    given = dict(zip(wanting, weeks.plan(wishes, config, now, [*taken, *own]), strict=True))
    placed: list[Post] = []
    for number, post in enumerate(posts):
        slot = given.get(number)
        label = slot.label if slot else placed[-1].slot if post.part > 1 and placed else None
        placed.append(replace(post, slot=post.slot or label))
    return placed


def wish(
    post: Post,
    key_point: str | None = None,
    *,
    written: bool = True,
    alike: Twins | None = None,
    named: days.Limit | None = None,
) -> Wish:
    """A post as the plan sees it.

    Strongest is the announcement, then what names a day, the first before the others, then what its author wrote, then
    what is told whole.

    Args:
        key_point: As the ledger knows it, where a person put it in other words.
        written: Whether an author wrote it, and not we.
        alike: The twins of its article, as the ledger knows them too.
        named: The day that it, or its thread, names.
    """
    until = named.until if named else None
    if post.key_point is None:
        return Wish(post.network, post.article, since=post.since, until=until)
    whole = _plain(post.key_point) in _plain(post.text)
    told = key_point or post.key_point
    near = (alike or {}).get(told, frozenset())
    day = named.day.toordinal() if named else date.max.toordinal()
    return Wish(post.network, post.article, told, (1, day, not written, not whole), near, post.since, until)


def _plain(text: str) -> str:
    """`text` on one line, without the sign at its end, which a post may add."""
    return re.sub(r"[.!?…:;,]+$", "", " ".join(text.split()))


def never(config: Config) -> list[Finding]:
    """One finding about the networks on which nothing will ever go out by itself."""
    hushed = _quiet_networks(config)
    if not hushed:
        return []
    whose = "its" if len(hushed) == 1 else "their"
    message = f"Nothing will ever go out on {', '.join(hushed)}: all {whose} days are quiet by social.quiet."
    remedy = "Take days out of social.quiet, or give the network others."
    return [Finding("all-quiet", "error", "social.quiet", message, remedy)]


def _quiet_networks(config: Config) -> list[str]:
    social = config.social
    return [str(name) for name, plan in social.networks.items() if {*plan.days} <= {*social.quiet}]


def dated(posts: Sequence[Post], config: Config, articles: Sequence[Article], now: datetime) -> list[Finding]:
    """Findings about those of `posts` that name a day and have no slot before it, and about what is not public yet."""
    planned = {str(name) for name in config.social.networks} - {*_quiet_networks(config)}
    threads = [posts[number : number + post.parts] for number, post in enumerate(posts) if post.part == 1]
    return list(days.of_posts(threads, articles, planned, config.brand.timezone, now))


def late(
    posts: Sequence[Post], config: Config, alike: Mapping[str, Twins] | None = None, now: datetime | None = None
) -> list[Finding]:
    """One finding about all networks that config.yaml plans and that have no slot left for some of `posts`.

    Not counted is what has none because its twin, which `alike` names, has one; with `now`, nor what names a day.
    """
    told = {(post.network, post.article, post.key_point) for post in posts if post.slot}
    hushed = _quiet_networks(config)
    planned = [post for post in posts if post.slot is None and post.network in {*config.social.networks} - {*hushed}]
    planned = [post for post in planned if not (now and days.limit([post], config.brand.timezone, now))]
    near = [(alike or {}).get(post.article, {}).get(post.key_point or "", frozenset()) for post in planned]
    counts = Counter(
        post.network
        for post, others in zip(planned, near, strict=True)
        if not any((post.network, post.article, one) in told for one in others)
    )
    if not counts:
        return []
    many = "1 post has" if counts.total() == 1 else f"{counts.total()} posts have"
    where = ", ".join(f"{network} {count}" for network, count in counts.items())
    taken = "the days within `spread_over` are taken, or too near to another post of the article."
    unannounced = any(post.slot is None and post.key_point is None and post.article for post in posts)
    order = " Key points wait for their article's announcement." if unannounced else ""
    message = f"{many} no slot ({where}): {taken}{order}"
    remedy = "Give the networks more days, spread over more weeks, or write fewer days for `apart`."
    return [Finding("no-slot", "note", "social.networks", message, remedy)]
