"""Which post may stand where in the plan: its article's announcement first, and days between them. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from pipeline import slots
from pipeline.config.shape import Config, NetworkPlan

_WEEK = 7  # days after which the same thought is told anew, and not twice


@dataclass(frozen=True)
class Wish:
    """A post that wants a slot.

    Attributes:
        network: One of those of config.yaml; others get none.
        article: Its article, or "" of an own post, which is near to nothing.
        key_point: The one it tells, or None: it announces the article.
        strength: The lower, the sooner among the posts about its article; of equals the first one asked for.
        twins: Key points of its article that say nearly what this one says: only one of them gets a slot there.
        since: Before this its article may not be told.
        until: At this and later it comes too late for a day that it names.
    """

    network: str
    article: str
    key_point: str | None = None
    strength: tuple[int, ...] = ()
    twins: frozenset[str] = frozenset()
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Planned:
    """A post that was planned before.

    Attributes:
        network: Where.
        slot: The label of its slot, which is taken; None while it waits for one.
        article: Its article; "" where the slot only stays free.
        key_point: The one it tells, or None: it announces the article.
    """

    network: str
    slot: str | None
    article: str = ""
    key_point: str | None = None


_Place = tuple[str, str]  # a network and an article


@dataclass
class Calendar:
    """What goes out when, as it fills.

    Attributes:
        apart: The fewest days between two posts of one article on one network.
        rests: By network, the fewest days from an announcement to the first key point.
        days: When the article is told there.
        announced: When it is announced there for the last time.
        waiting: Where its announcement waits for a slot.
        alone: When a key point is told there for the first time with no announcement before it.
    """

    apart: int
    rests: dict[str, int]
    zone: ZoneInfo
    days: dict[_Place, list[date]] = field(default_factory=lambda: defaultdict(list))
    announced: dict[_Place, datetime] = field(default_factory=dict)
    waiting: set[_Place] = field(default_factory=set)
    alone: dict[_Place, datetime] = field(default_factory=dict)
    thoughts: set[tuple[str, str | None, date]] = field(default_factory=set)

    @classmethod
    def of(cls, taken: Iterable[Planned], config: Config) -> Calendar:
        """What was planned before. A label that is none tells no day, and its slot is taken all the same."""
        social = config.social
        rests = {network: rest(plan, social.apart, social.spread_over) for network, plan in social.networks.items()}
        made = cls(social.apart, {str(name): days for name, days in rests.items()}, ZoneInfo(config.brand.timezone))
        dated = []
        for one in taken:
            if one.slot is None and one.article and one.key_point is None:
                made.waiting.add((one.network, one.article))
            with suppress(ValueError):
                dated += [(slots.parse(one.slot), one)] if one.slot is not None else []
        for at, one in sorted(dated, key=lambda pair: (pair[0], pair[1].key_point is not None)):
            made.add(one, at)
        return made

    def day(self, at: datetime) -> date:
        """The day where the brand is."""
        return at.astimezone(self.zone).date()

    def add(self, post: Wish | Planned, at: datetime) -> None:
        """`post` goes out at `at`, after all that was added of its article there."""
        if not post.article:
            return
        place, day = (post.network, post.article), self.day(at)
        self.days[place].append(day)
        self.thoughts.add((post.article, post.key_point, day))
        if post.key_point is None:
            self.announced[place] = at
        elif place not in self.announced:
            self.alone.setdefault(place, at)

    def allows(self, wish: Wish, at: datetime) -> bool:
        """Whether `wish` may go out at `at`: apart from its article's other posts, and in its order among them."""
        place, day = (wish.network, wish.article), self.day(at)
        if wish.since and at < wish.since:
            return False
        if any(abs((day - other).days) < self.apart for other in self.days.get(place, ())):
            return False
        if wish.key_point is None:
            return place not in self.alone or at < self.alone[place]
        if place in self.alone:  # there it is too late for an announcement, and nothing to wait for
            return True
        announced = self.announced.get(place)
        rests = self.apart if wish.until else self.rests.get(wish.network, self.apart)  # a day to come cannot wait
        if announced and (day - self.day(announced)).days < rests:
            return False
        return place not in self.waiting

    def told(self, wish: Wish, at: datetime) -> bool:
        """Whether a network tells the same that day."""
        return (wish.article, wish.key_point, self.day(at)) in self.thoughts


def rest(plan: NetworkPlan, apart: int, spread_over: int) -> int:
    """The fewest days from an announcement to the first key point of its article.

    A carousel or a thread tells all of them, so that the next days would only repeat it. Of a short time to spread over
    at least half is left to them.
    """
    return max(apart, min(_WEEK, spread_over // 2)) if {"carousel", "thread"} & set(plan.forms) else apart
