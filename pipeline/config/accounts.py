"""The shape of config.yaml's last section: accounts. One class a type of channel."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pipeline.config.base import Shape
from pipeline.config.values import Email, Line, Place, Secret, Site


class OutboxChannel(Shape):
    """Writes what would be sent as files into a folder.

    Attributes:
        type: outbox.
        folder: Where; where the path is relative, it starts at the folder one works in.
    """

    type: Literal["outbox"]
    folder: Place = Path("out/outbox")


class MailchimpChannel(Shape):
    """Makes draft campaigns for one audience.

    Attributes:
        type: mailchimp.
        list: The audience's id or its name.
        api_key: The key, as ${MAILCHIMP_API_KEY}; the key itself stands in .env.
        from_name: The sender's name; left out, the brand's.
        reply_to: The sender's address; left out, the brand's.
        base_url: The address of a test server.
    """

    type: Literal["mailchimp"]
    list: Line = Field(examples=["Nieuwsbrief"])
    api_key: Secret
    from_name: Line | None = None
    reply_to: Email | None = None
    base_url: Site | None = None


ChannelConfig = Annotated[OutboxChannel | MailchimpChannel, Field(discriminator="type")]
