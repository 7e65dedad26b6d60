"""The shape of config.yaml, as frozen models. `reading.py` fills them and names line and key of every mistake.

Editors show their docstrings (`schema.py`); docs/configuration.md has every key with an example.
"""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, field_validator, model_validator

from pipeline.config.accounts import ChannelConfig, ExportChannel, OutboxChannel
from pipeline.config.audience import Program
from pipeline.config.base import Shape
from pipeline.config.brand import Brand, Care, Colors, Hashtags, Voice
from pipeline.config.mailing import ButtondownChannel, MailchimpChannel, SmtpChannel
from pipeline.config.networks import BlueskyChannel, MastodonChannel
from pipeline.config.publishing import Archive, Images
from pipeline.config.values import (
    Address,
    ClockTime,
    Day,
    Line,
    Listed,
    LocalFile,
    Name,
    Place,
    QuietDay,
    Span,
    Weekday,
)
from pipeline.model import THREADED, KeyPointKind, Network, Rights

__all__ = [
    "NETWORKS",
    "PARTS",
    "PLAIN_NEWSLETTER",
    "Approval",
    "Archive",
    "Articles",
    "BlueskyChannel",
    "Brand",
    "ButtondownChannel",
    "Care",
    "ChannelConfig",
    "Colors",
    "Config",
    "DraftReady",
    "EmailSettings",
    "ExportChannel",
    "Hashtags",
    "Images",
    "MailchimpChannel",
    "MastodonChannel",
    "NetworkPlan",
    "Newsletter",
    "OutboxChannel",
    "OwnText",
    "Shape",
    "SmtpChannel",
    "Social",
    "Source",
    "Voice",
    "Weekday",
]

Approval = Literal["required", "automatic"]
PARTS = ("greeting", "articles", "notices", "sources", "buttons")  # of every newsletter; others are blocks of our own
PLACEHOLDERS = ("title", "key_point", "brand", "count", "day")  # what subject and preheader may have in braces
NETWORKS: tuple[Network, ...] = ("x", "bluesky", "mastodon", "linkedin", "facebook", "instagram", "threads")


class Source(Shape):
    """Where articles come from: either a feed or a folder.

    Attributes:
        feed: The address of an RSS, Atom or JSON feed.
        folder: A folder or file; where its path is relative, it starts at config.yaml.
        rights: What we may do with its articles: ours, permission, or quote (one quote, credit and link).
        full_text: Where the full text of a feed's articles is: in the feed, or on the page of each new article.
        allow_private: yes where the feed lies in our own network.
        backlog: How many of the articles that it holds when it is first seen are drafted, the newest first.
    """

    feed: Address | None = None
    folder: Place | None = None
    rights: Rights = "ours"
    full_text: Literal["feed", "page"] = "feed"
    allow_private: bool = False
    backlog: int = Field(default=0, ge=0, le=10_000)

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.feed is None) == (self.folder is None):
            raise ValueError("expected either a feed or a folder")
        if self.full_text == "page" and self.feed is None:
            raise ValueError("full_text: page is for a feed. Leave it out")
        return self


class DraftReady(Shape):
    """When the draft is made, for people to look at.

    Attributes:
        day: The day of the week.
        at: The time of day.
    """

    day: Day = Field(examples=["tuesday"])
    at: ClockTime


class Articles(Shape):
    """How much goes into an edition.

    Attributes:
        at_least: With fewer new articles there is no edition.
        at_most: The rest waits for the next edition.
        key_points_each: The most key points of one article.
        kinds: Which kinds of key point it shows: key point, tip, summary, note, warning.
        sections_each: The most sections of one article.
    """

    at_least: int = Field(default=1, ge=1, le=50)
    at_most: int = Field(default=4, ge=1, le=50)
    key_points_each: int = Field(default=3, ge=0, le=20)
    kinds: Listed[KeyPointKind] = ("key point", "tip", "summary", "note", "warning")
    sections_each: int = Field(default=3, ge=0, le=20)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.at_least > self.at_most:
            raise ValueError("at_least is more than at_most. Lower at_least")
        return self


class OwnText(Shape):
    """A block of our own, such as an agenda: a file, a folder with a file for each edition, or the text itself.

    Attributes:
        file: A Markdown file, shown in every edition; where its path is relative, it starts at config.yaml.
        folder: A folder; each edition shows the file that is called like it, such as 2026-W47.md.
        text: Its words, as Markdown.
    """

    file: Place | None = None
    folder: Place | None = None
    text: str | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if sum(each is not None for each in (self.file, self.folder, self.text)) != 1:
            raise ValueError("expected one of file, folder and text")
        return self


class Newsletter(Shape):
    """A recipe for a newsletter; each dated instance of it is an edition.

    Attributes:
        sources: Names of sources.
        send_with: The name of a channel.
        every: The day of the week it goes out.
        at: The time of day it goes out.
        draft_ready: When its draft is made; left out, a day before it goes out.
        design: The name of a folder in templates/email.
        order: Its parts and our own blocks, from top to bottom.
        blocks: Blocks of our own, such as an agenda, each under a name of our choice.
        greeting: Our own text, or required (nothing leaves without one), or none.
        subject: With {title} (the first article's), {key_point} (the first that fits), {brand}, {count} (of articles)
            and {day} filled in.
        preheader: The line behind the subject, filled in alike; left out, taken from the articles.
        articles: How much goes in.
        approval: required (a person's yes), or automatic where nothing was found wrong.
    """

    sources: Listed[str] = Field(alias="from", min_length=1, examples=["[blog]"])
    send_with: str = "outbox"
    every: Day = "thursday"
    at: ClockTime = time(9, 0)
    draft_ready: DraftReady | None = None
    design: Name = "digest"
    order: Listed[Line] = PARTS
    blocks: dict[Line, OwnText] = Field(default={})
    greeting: str = "none"
    subject: Line = "{title}"
    preheader: Line | None = None
    articles: Articles = Articles()
    approval: Approval = "required"

    @property
    def own_greeting(self) -> str | None:
        """Our own lines of config.yaml, or None where it has a word about them instead."""
        return None if self.greeting in {"required", "none"} else self.greeting

    @model_validator(mode="after")
    def _ready_before(self) -> Self:
        if self.draft_ready and self.draft_ready.day == self.every and self.draft_ready.at >= self.at:
            raise ValueError("draft_ready is not before the newsletter goes out. Choose an earlier time or day")
        return self


# What `build`, `check` and `demo` make where config.yaml has no newsletter.
PLAIN_NEWSLETTER = Newsletter.model_validate({"from": ["articles"]})


class NetworkPlan(Shape):
    """When a network gets its posts, and in which form.

    Attributes:
        days: Days of the week.
        at: The time of day.
        forms: text, card (a picture of the key point), carousel (an article's key points as pages), thread (one of all
            key points, in place of the announcement), or several of them.
        numbered: Whether the parts of a thread end with their place (2/5).
        links: Whether posts there have a link. X asks more for posts with one.
    """

    days: Listed[Day] = Field(default=("tuesday",), min_length=1)
    at: ClockTime = time(9, 0)
    forms: Listed[Literal["text", "card", "carousel", "thread"]] = Field(
        default=("text", "card"), alias="as", min_length=1
    )
    numbered: bool = True
    links: bool = True


LEAFED: tuple[Network, ...] = ("instagram", "linkedin")  # networks whose posts can be leafed through


class Social(Shape):
    """Posts from articles, spread over days.

    Attributes:
        sources: Names of sources, whose new articles get posts.
        kinds: Which kinds of key point become posts: key point, tip, summary, note, warning.
        posts_per_article: At most so many key points of an article become posts; without it all of them.
        spread_over: How long one article lasts, such as 3 weeks (held in days).
        apart: So far apart are two posts of one article on one network, such as 2 days (held in days).
        quiet: Days of the week, or dates, without posts.
        approval: required (a person's yes), or automatic where nothing was found wrong.
        card: How quote cards look: the name of a folder in templates/social/cards.
        networks: The networks that get posts, and when; left out, `build` shows all of them.
    """

    sources: Listed[str] = Field(default=(), alias="from")
    kinds: Listed[KeyPointKind] = ("key point", "tip", "summary")
    posts_per_article: int | None = Field(default=None, ge=1, le=100)
    spread_over: Span = Field(default=21, json_schema_extra={"default": "3 weeks"})
    apart: Span = Field(default=2, json_schema_extra={"default": "2 days"})
    quiet: Listed[QuietDay] = ()
    approval: Approval = "required"
    card: Name = "lamp"
    networks: dict[Network, NetworkPlan] = Field(default={})

    @field_validator("networks")
    @classmethod
    def _known_there(cls, networks: dict[Network, NetworkPlan]) -> dict[Network, NetworkPlan]:
        for network, plan in networks.items():
            if "carousel" in plan.forms and network not in LEAFED:
                raise ValueError(
                    f"{network} shows no carousels, {' and '.join(LEAFED)} do. Take carousel out of its `as`"
                )
            if "thread" in plan.forms and network not in THREADED:
                raise ValueError(f"{network} has no threads. Take thread out of its `as`: {', '.join(THREADED)} have")
        return networks


def _with_outbox(channels: dict[str, ChannelConfig]) -> dict[str, ChannelConfig]:
    """Newsletters are sent with the outbox unless they say otherwise, so it is always there."""
    return {"outbox": OutboxChannel(type="outbox")} | channels


class EmailSettings(Shape):
    """Rarely needed settings of mails.

    Attributes:
        inliner: The engine that puts the styles inline: premailer, or css-inline, which knows every selector.
        audience: How many of 100 readers use which mail program; left out, our own guess.
    """

    inliner: Literal["premailer", "css-inline"] = "premailer"
    audience: dict[Program, Annotated[float, Field(gt=0, le=1_000_000)]] = Field(default={})


class Config(Shape):
    """All of config.yaml.

    Attributes:
        brand: Who we are.
        voice: How we speak.
        care: What we owe our readers.
        sources: Where articles come from, each under a name of our choice.
        newsletters: Recipes for newsletters, each under a name of our choice.
        social: Posts from articles.
        channels: Where drafts go, each under a name of our choice; the outbox is always there.
        email: Rarely needed settings of mails.
        archive: Where editions can be read online; left out, readers are sent to the provider's page, or to the site.
        images: Where the images of mails are published, made small; left out, in the archive's folder images.
        suggest_key_points: no where nothing is suggested for articles whose author marked no key points.
        state: The file that remembers what was drafted, approved and sent; a relative path starts at config.yaml.
        folder: Not a key: where config.yaml lies.
    """

    brand: Brand
    voice: Voice = Voice()
    care: Care = Care()
    sources: dict[Name, Source] = Field(default={})
    newsletters: dict[Name, Newsletter] = Field(default={})
    social: Social = Social()
    channels: Annotated[dict[Name, ChannelConfig], AfterValidator(_with_outbox)] = Field(
        default={}, validate_default=True
    )
    email: EmailSettings = EmailSettings()
    archive: Archive | None = None
    images: Images | None = None
    suggest_key_points: bool = True
    state: LocalFile = Path("state/ledger.db")
    folder: Path = Field(default=Path(), exclude=True)
