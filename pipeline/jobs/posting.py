"""The posts of one round: each new article gets its posts once, each post a slot, and each slot its delivery."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from pipeline import slots
from pipeline.channels.registry import open_channel
from pipeline.errors import LichtpuntError, UsageError
from pipeline.jobs import build, incoming, keeping, placing
from pipeline.jobs.service import Event, Service, attempt
from pipeline.model import Article, Network, Post, Thread
from pipeline.preflight import posts as posts_check

LATE = timedelta(hours=24)
Kept = dict[Path, list[Post]]


def run(service: Service, now: datetime) -> Iterator[Event]:
    """Place what waits for a slot, deliver what is due, draft what is new."""
    kept: Kept = {}
    for folder in _folders(service.drafts / "social"):
        try:
            kept[folder] = keeping.kept_posts(folder)
        except LichtpuntError as error:
            yield Event(f"social/{folder.name}", str(error), needs_person=True)
    for folder in list(kept):
        yield from attempt(f"social/{folder.name}", _place(service, folder, kept, now))
    for folder, posts in kept.items():
        yield from attempt(f"social/{folder.name}", _deliver(service, folder, posts, now))
    if service.may_ask("social", now):
        for name in service.config.social.sources:
            yield from attempt(f"sources/{name}", _draft(service, name, kept, now))


def _folders(root: Path) -> list[Path]:
    """Kept drafts, those first that wait longest: their report is written once, with them."""
    found = (path.parent for path in root.glob("*/posts.json"))
    reports = {folder: folder / "report.json" for folder in found}
    return sorted(
        reports, key=lambda folder: (reports[folder].stat().st_mtime if reports[folder].exists() else 0, folder.name)
    )


def _place(service: Service, folder: Path, kept: Kept, now: datetime) -> Iterator[Event]:
    """Give posts without a slot one as soon as one is free."""
    reference, posts = f"social/{folder.name}", kept[folder]
    placed = placing.place(posts, service.config, now, _taken(kept.values()))
    if placed != posts:
        keeping.rewrite_posts(folder, placed)
        kept[folder] = placed
        gained = sum(before.slot != after.slot for before, after in zip(posts, placed, strict=True))
        yield Event(reference, f"{gained} more of its posts have a slot")
    for network, count in Counter(post.network for post in placed if post.slot is None).items():
        waiting = f"{count} of its posts for {network} wait for a free slot"
        if placing.ever(network, service.config, now):
            yield Event(reference, waiting)
        else:
            remedy = "Give it days under `networks` in config.yaml, or take the posts out of posts.json."
            yield Event(reference, f"{waiting}, and {network} has none. {remedy}", needs_person=True)


def _taken(drafts: Iterable[list[Post]]) -> dict[Network, set[str]]:
    """The slots that posts have already, by network."""
    taken: dict[Network, set[str]] = {}
    for posts in drafts:
        for post in posts:
            taken.setdefault(post.network, set()).add(post.slot or "")
    return taken


def _deliver(service: Service, folder: Path, posts: list[Post], now: datetime) -> Iterator[Event]:
    ended = keeping.endings(folder, keeping.DELIVERED) | keeping.endings(folder, keeping.MISSED)
    for post in posts:
        if post.slot is None or (due := slots.parse(post.slot)) > now:
            continue
        reference = f"{post.network}/{post.slot.replace('/', '_')}"
        if reference not in ended:
            yield from attempt(reference, _deliver_one(service, folder, post, reference, now - due))


def _deliver_one(service: Service, folder: Path, post: Post, reference: str, late: timedelta) -> Iterator[Event]:
    """One post to its network's channel, or to the outbox where config.yaml has none of that name."""
    found = posts_check.check(
        [post], service.config.voice
    )  # of its words as they are now: a person may have mended them
    errors = [finding.message for finding in found if finding.severity == "error"]
    if errors:
        remedy = f"Mend it in {folder / 'posts.json'}."
        yield Event(reference, f"held: {' '.join(errors)} {remedy}", needs_person=True)
        return
    if late > LATE:
        remedy = f"To send it yet, write null as its slot in {folder / 'posts.json'}."
        yield Event(reference, f"missed: it was due more than a day ago. {remedy}", needs_person=True)
        keeping.note(folder, keeping.MISSED, {reference: {"text": post.text}})
        return
    channel = open_channel(post.network if post.network in service.config.channels else "outbox", service.config)
    pictures = {image.file: _picture(folder / image.file) for image in post.images}
    staged = channel.stage(channel.render(Thread((post,)), pictures), reference)
    ended = {"channel": channel.facts.name, "id": staged.remote_id, "place": staged.place}
    keeping.note(folder, keeping.DELIVERED, {reference: ended})
    yield Event(reference, f"delivered to {channel.facts.name}: {staged.place}")


def _picture(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read. Put the picture back, or take it out of posts.json.") from error


def _draft(service: Service, source: str, kept: Kept, now: datetime) -> Iterator[Event]:
    root = service.drafts / "social"
    for article in incoming.articles(service, [source]):
        if not any(root.glob(f"*-{_mark(article)}")):
            yield from attempt(f"social/{_name(article)}", _draft_one(service, article, kept, now))


def _draft_one(service: Service, article: Article, kept: Kept, now: datetime) -> Iterator[Event]:
    reference = f"social/{_name(article)}"
    draft = build.posts_of([article], service.config, now, taken=_taken(kept.values()), say=lambda _: None)
    folder = keeping.keep(draft, service.drafts, reference)
    kept[folder] = list(draft.posts)
    yield Event(reference, f"{len(draft.posts)} posts drafted in {folder}")


def _mark(article: Article) -> str:
    """What its folder is known by, whatever its title becomes."""
    return hashlib.sha256(article.guid.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _name(article: Article) -> str:
    """A readable name that no other article has, short enough to be kept whole."""
    title = unicodedata.normalize("NFC", article.title).encode("utf-8", "ignore")[:60].decode("utf-8", "ignore")
    return f"{title} {_mark(article)}"
