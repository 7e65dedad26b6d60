"""The ledgers that cases begin with: a draft of each kind, made and approved by the real jobs."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast

from pipeline.config.shape import Config
from pipeline.errors import SlotTaken
from pipeline.jobs import composing, deciding, drafting, scheduling
from pipeline.jobs.composing import Edits
from pipeline.jobs.desk import Channels, Desk
from pipeline.ledger import planning
from pipeline.ledger.drafts import Content, Place
from pipeline.ledger.store import Ledger, open_ledger
from pipeline.model import Post, Request, Thread
from tests.factories import a_config
from tests.faults.cases import KINDS, MAILS
from tests.faults.channel import ACCOUNT, FakeChannel
from tests.faults.points import Points
from tests.faults.record import approval
from tests.jobs.desks import an_article

DUE = datetime(2026, 3, 26, 9, 0, tzinfo=UTC)  # a Thursday
LABEL = "2026-03-26 09:00 UTC"
FIRST, SECOND = "Bread that keeps is good bread.", "Bread that keeps, as Berit put it."
_DAY = timedelta(days=1)


class OneChannel:
    """Every name is the same channel."""

    def __init__(self, channel: FakeChannel) -> None:
        self.channel = channel

    def named(self, name: str) -> FakeChannel:
        return self.channel

    def of(self, network: str) -> str:
        return "fake"


@cache
def config() -> Config:
    brand = {
        "name": "Example Bakery",
        "site": "https://bakery.example",
        "email": "post@bakery.example",
        "postal_address": "Mill Lane 1, Exampleton",
        "language": "en",
        "timezone": "UTC",
    }
    return a_config(brand=brand)


def desk(ledger: Ledger, channel: FakeChannel, now: Callable[[], datetime], folder: Path) -> Desk:
    """What people's jobs work with."""
    here = config().model_copy(update={"folder": folder})
    return Desk(here, ledger, now, _no_network, cast(Channels, OneChannel(channel)))


def _no_network(url: str, allow_private: bool, *_: object) -> Any:
    raise AssertionError((url, allow_private))


def prepare(folder: Path) -> None:
    """For each kind of service a ledger with one approved draft, planned the day before, and what was approved."""
    open_ledger(folder / "empty.db")
    (folder / "articles").mkdir()
    for kind in KINDS:
        path, time = folder / f"{kind}.db", [DUE - 2 * _DAY]
        shutil.copy(folder / "empty.db", path)
        ledger = open_ledger(path)
        channel = FakeChannel("http://127.0.0.1:1", kind, lambda: DUE, Points())
        made = desk(ledger, channel, lambda time=time: time[0], folder)  # type: ignore[misc]
        (_mail if kind in MAILS else _two_posts if kind == "thread" else _post)(made, folder, time)
        deciding.approve(made, 1, "Anna")
        (folder / f"{kind}.json").write_text(approval(ledger, 1))
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _mail(made: Desk, folder: Path, time: list[datetime]) -> None:
    """The edition of the week, of an article that came after its folder was first seen."""
    article = folder / "articles" / "bread.md"
    article.unlink(missing_ok=True)
    list(drafting.draft(made))
    time[0] += _DAY
    article.write_text(an_article("Bread"))
    list(drafting.draft(made))


def _post(made: Desk, folder: Path, time: list[datetime]) -> None:
    list(scheduling.own_post(made, ["mastodon"], FIRST, LABEL[:16], "Anna"))


def _two_posts(made: Desk, folder: Path, time: list[datetime]) -> None:
    posts = tuple(Post("mastodon", f"{FIRST} {part}", None, "", "en", part=part, parts=2) for part in (1, 2))
    sent = composing.thread_content(Thread(posts), {}, Edits(), made.config, made.channels.named("fake"))
    place = Place(made.brand, "mastodon", "thread", LABEL, DUE, "fake", ACCOUNT)
    with made.ledger.writing() as connection:
        planning.plan(connection, place, sent, time[0])


def place_of(made: Desk, kind: str, label: str, due: datetime) -> Place:
    series, form = ("weekly", "email") if kind in MAILS else ("mastodon", "thread")
    return Place(made.brand, series, form, label, due, "fake", ACCOUNT)


def plan(made: Desk, kind: str, place: Place, article: str) -> int | None:
    """Another draft, as small as drafts get; None where its slot is taken."""
    parts = range(1, 3 if kind == "thread" else 2)
    requests = tuple(Request({"body": f"{article} at {place.slot}, {part}".encode()}) for part in parts)
    # Its words name no day: a post that comes after the day that it names would wait for a second yes.
    told = Thread(tuple(Post("mastodon", f"Part {part}.", None, "", "en", part=part) for part in parts))
    message = "{}" if kind in MAILS else composing.THREAD.dump_json(told).decode()
    content = Content(article, message, (article,), (article,), "[]", requests)
    with contextlib.suppress(SlotTaken), made.ledger.writing() as connection:
        return planning.plan(connection, place, content, made.now())
    return None


def rows(path: Path) -> list[dict[str, Any]]:
    """The deliveries, without SQLAlchemy: whoever asks goes on to fork."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM deliveries ORDER BY id")]
