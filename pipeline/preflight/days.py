"""When posts may be told: before days that they name, and not before their article is public; with findings. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pipeline import slots
from pipeline.language import days
from pipeline.model import Article, Finding, Post
from pipeline.preflight import beside
from pipeline.preflight.places import blocks, of_article
from pipeline.preflight.wording import said

_LOOK_AGAIN = "Change its words, or look once more and say so: approve ID --claims-read."
_AT_THE_TOP, _AT_THE_END = 6, 2  # blocks of an article in which an embargo is told


@dataclass(frozen=True)
class Limit:
    """A day that a post names.

    Attributes:
        day: Which.
        until: The moment from which on the post comes too late.
        words: Those by which it names it.
    """

    day: date
    until: datetime
    words: str

    def __str__(self) -> str:
        return f"{in_words(self.day)} (“{self.words}”)"


def limit(posts: Sequence[Post], zone: str, now: datetime) -> Limit | None:
    """The first day to come that a thread names, in its words or beside them; None where it names none.

    Args:
        posts: Its parts.
        zone: The brand's.
        now: When it was written, of what does not know since when it is public.
    """
    found: list[Limit] = []
    for post in posts:
        found += _limits(beside.with_text(post), post.language, post.since, zone, now)
    return min(found, key=lambda one: one.until, default=None)


def _limits(text: str, language: str, since: datetime | None, zone: str, now: datetime) -> Iterator[Limit]:
    written = _local(since or now, zone)
    for one in days.named(text, language, written, dated=since is not None):
        yield Limit(one.day, _instant(one.day, one.until, zone), one.words)


def public(article: Article, zone: str) -> datetime | None:
    """Since when, or from when on, an article may be told: by its date, or until its embargo ends.

    A date without an hour begins where the brand is; feeds and front matter give it as midnight UTC.
    """
    dated = article.published
    if dated and dated.time() == time(0):
        dated = _instant(dated.date(), time(0), zone)
    written = dated.date() if dated else None
    kept = (days.embargo(text, article.language, written) for text in _beginning_and_end(article))
    ends = [_instant(one.day, one.until, zone) for one in kept if one]
    return max([*ends, *([dated] if dated else [])], default=None)


def _beginning_and_end(article: Article) -> list[str]:
    texts = [block.text for block in blocks(article)]
    return [*texts[:_AT_THE_TOP], *texts[-_AT_THE_END:], *(piece.text for piece in article.dropped)]


def of_post(
    posts: Sequence[Post], due: datetime | None, zone: str, written: datetime, now: datetime
) -> Iterator[Finding]:
    """Findings about a thread that goes out at `due`, or has no time yet."""
    place, since = f"{posts[0].network} post", posts[0].since
    at = max(due or now, now)
    if named := limit(posts, zone, written):
        if at >= named.until:
            when = f"goes out on {in_words(_local(due, zone))}" if due and due > now else "that has passed"
            message = f"It names {named}, and {when}."
            yield Finding("past-day", "warning", place, message, f"Give it an earlier time, or none. {_LOOK_AGAIN}")
        elif due is None:
            message = f"It names {named}, and no time is free before that."
            remedy = "Give it one of your own (edit ID --at), or its network more days."
            yield Finding("no-slot-before", "warning", place, message, remedy)
    if since and due and due < since:
        message = f"Its article is not to be told before {_moment(since, zone)}, and it goes out before."
        yield Finding("embargo", "warning", place, message, f"Give it a later time. {_LOOK_AGAIN}")


def passing(post: Post, place: str) -> Iterator[Finding]:
    """That a post names a day from today, as if it were known when it goes out."""
    if words := days.passing(said(post.text), post.language):
        message = f"“{words}” is right on one day or a few, and a post goes out on any."
        yield Finding("passing-day", "warning", place, message, f"Write which day it is. {_LOOK_AGAIN}")


def of_posts(
    threads: Sequence[Sequence[Post]], articles: Sequence[Article], planned: Collection[str], zone: str, now: datetime
) -> Iterator[Finding]:
    """Findings about posts with their slots, one for each day that an article's key point names.

    Args:
        planned: The networks on which there are slots.
    """
    groups: dict[tuple[str, str | None, Limit], Counter[str]] = defaultdict(Counter)
    for thread in threads:
        first = thread[0]
        named = limit(thread, zone, now) if first.slot is None else None
        if named and (named.until <= now or first.network in planned):
            groups[first.article, first.key_point, named][first.network] += 1
    known = {article.guid: article for article in articles}
    for (guid, key_point, named), counts in groups.items():
        yield _unplanned(known[guid], key_point, named, counts, passed=named.until <= now)
    for article in articles:
        yield from _after(article, threads, zone, now)
        since = public(article, zone)
        if since and since > now:
            message = (
                f"It is not to be told before {_moment(since, zone)}, so none of its posts has a slot before that."
            )
            yield Finding("embargo", "note", of_article(article), message, "Correct its date, if it is another.")


def _after(article: Article, threads: Sequence[Sequence[Post]], zone: str, now: datetime) -> Iterator[Finding]:
    """That posts without a day go out after the one with which their article begins: "bring apples", of a fair."""
    begins = "\n".join([article.title, *(block.text for block in blocks(article)[:1])])
    known = list(_limits(begins, article.language, public(article, zone), zone, now))
    named = min(known, key=lambda one: one.until, default=None)
    if named is None:
        return
    ours = (thread[0] for thread in threads if thread[0].article == article.guid and thread[0].slot)
    late = [post for post in ours if post.slot and slots.parse(post.slot) >= named.until]
    if late:
        few = "1 post about it goes" if len(late) == 1 else f"{len(late)} posts about it go"
        message = f"It begins with {named}, and {few} out after that."
        yield Finding("after-day", "note", of_article(article), message, "See whether they still hold then.")


def _unplanned(
    article: Article, key_point: str | None, named: Limit, counts: Mapping[str, int], *, passed: bool
) -> Finding:
    what = _which(article, key_point)
    if passed:
        message = f"{what} names {named}, which has passed: it has no slot on {', '.join(counts)}."
        remedy = "Leave that key point out, or write what still holds."
        return Finding("past-day", "warning", of_article(article), message, remedy)
    message = f"{what} names {named}, and has no slot before that on {', '.join(counts)}."
    remedy = "Post it there by hand, or give the network more days."
    return Finding("no-slot-before", "warning", of_article(article), message, remedy)


def _which(article: Article, key_point: str | None) -> str:
    texts = [point.text for point in article.key_points]
    return f"Key point {texts.index(key_point) + 1}" if key_point in texts else "Its announcement"


def held(articles: Sequence[Article], goes_out: datetime, zone: str, place: str) -> Iterator[Finding]:
    """That an edition would tell articles before they are public, or tell of their embargo."""
    for article in articles:
        if why := kept_back(article, goes_out, zone):
            remedy = "Leave it out of this edition, send it later, or correct the article's date."
            yield Finding("embargo", "error", place, why, remedy)
        told = (days.embargo(block.text, article.language, None) for block in blocks(article))
        if one := next(filter(None, told), None):
            message = f"Readers see “{one.words}” in it, which is meant for editors."
            yield Finding("embargo", "note", of_article(article), message, "Take that out of the article.")


def passed(articles: Sequence[Article], goes_out: datetime, zone: str) -> Iterator[Finding]:
    """The first day to come that each article of an edition names, where it has passed when the edition goes out."""
    for article in articles:
        texts = "\n".join(block.text for block in blocks(article))
        known = _limits(texts, article.language, public(article, zone), zone, goes_out)
        if named := next((one for one in known if one.until <= goes_out), None):
            message = f"It names {named}, which has passed when the edition goes out."
            yield Finding("past-day", "note", of_article(article), message, "See whether it may still say so.")


def kept_back(article: Article, goes_out: datetime, zone: str) -> str:
    """Why an edition that goes out then may not tell of an article, in a sentence; nothing where it may."""
    since = public(article, zone)
    if since is None or since <= goes_out:
        return ""
    return f"“{article.title}” is not to be told before {_moment(since, zone)}."


def in_words(day: date) -> str:
    """`5 December 2026`."""
    return f"{day.day} {day:%B %Y}"


def _instant(day: date, clock: time, zone: str) -> datetime:
    """The instant of a wall time; of a day that the zone left out, as Samoa did once, the beginning of the next one."""
    try:
        return slots.moment(day, clock, zone)
    except ValueError:
        return slots.moment(day + timedelta(days=1), time(0), zone)


def _moment(moment: datetime, zone: str) -> str:
    local = moment.astimezone(ZoneInfo(zone))
    return in_words(local.date()) + (f", {local:%H:%M}" if local.time() != time(0) else "")


def _local(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()
