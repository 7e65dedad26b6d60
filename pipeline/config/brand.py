"""The shape of config.yaml's first sections: who we are, how we speak, what we owe our readers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pipeline.config.base import Shape
from pipeline.config.look import Corners, Density, Fonts, Size
from pipeline.config.values import Button, Color, Email, Hashtag, Language, Line, Listed, Logo, Site, Zone
from pipeline.model import Network

Where = Literal["newsletter", Network]


class Colors(Shape):
    """The brand's two colours, each as six hexadecimal digits in quotes.

    Attributes:
        main: For headings and buttons.
        accent: For the key points.
    """

    main: Color = "#1F5F5B"
    accent: Color = "#F2A65A"


class Brand(Shape):
    """Who we are.

    Attributes:
        name: What readers know us by.
        site: Our own site; where a button's path starts.
        email: The address that readers may answer to.
        postal_address: Goes into every mail, as the law asks.
        language: The code of our language, such as nl, en or de.
        timezone: All times in this file are in this zone.
        logo: A picture; only one with an https address can be shown in mails.
        logo_size: Width and height in pixels at which mails show the logo, such as 180 x 60.
        colors: The two colours of mails and cards.
        fonts: What mails are set in.
        corners: Of the letter, boxes, pictures and buttons of mails: none, soft, round, or pixels.
        density: How much room mails leave between things: airy, normal or compact.
        buttons: Text and address of each button at the end of a newsletter.
    """

    name: Line = Field(examples=["Moes & Oven"])
    site: Site
    email: Email
    postal_address: str = Field(min_length=1, examples=["Lindepad 8, 1234 AB Boterdam"])
    language: Language = "en"
    timezone: Zone = "Europe/Amsterdam"
    logo: Logo | None = None
    logo_size: Size | None = None
    colors: Colors = Colors()
    fonts: Fonts = Fonts()
    corners: Corners = "soft"
    density: Density = "normal"
    buttons: dict[Line, Button] = Field(default={})


class Hashtags(Shape):
    """Which hashtags posts get.

    Attributes:
        always: On every post, first.
        may: Only where the post is about them.
        own: Whether words of its title that an article keeps coming back to are hashtags too.
        most: Never more than this many.
    """

    always: Listed[Hashtag] = ()
    may: Listed[Hashtag] = ()
    own: bool = True
    most: int = Field(default=3, ge=0, le=30)


class Voice(Shape):
    """How we speak.

    Attributes:
        address: How we address readers, such as u or je.
        hashtags: Which hashtags posts get.
        never: Words that hold a draft.
        rather: For each word a better one, which is proposed and never put in silently.
    """

    address: Line | None = None
    hashtags: Hashtags = Hashtags()
    never: Listed[Line] = ()
    rather: dict[Line, Line] = Field(default={})


class Care(Shape):
    """What we owe our readers.

    Attributes:
        topic: With health, approval is never automatic.
        notice: Our own standing notice.
        notice_on: Where our notice goes.
        sources_on: Where an article's sources go.
    """

    topic: Literal["health"] | None = None
    notice: str | None = None
    notice_on: Listed[Where] = ("newsletter",)
    sources_on: Listed[Where] = ("newsletter",)
