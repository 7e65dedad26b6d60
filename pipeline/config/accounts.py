"""The shape of config.yaml's last section: accounts. One class a type of channel; those of mail are in mailing.py."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pipeline.config.base import Shape
from pipeline.config.mailing import ButtondownChannel, MailchimpChannel, SmtpChannel
from pipeline.config.networks import BlueskyChannel, MastodonChannel
from pipeline.config.values import Place


class OutboxChannel(Shape):
    """Writes what would be sent as files into a folder.

    Attributes:
        type: outbox.
        folder: Where; where the path is relative, it starts at the folder one works in.
    """

    type: Literal["outbox"]
    folder: Place = Path("out/outbox")


ChannelConfig = Annotated[
    OutboxChannel | MailchimpChannel | ButtondownChannel | SmtpChannel | MastodonChannel | BlueskyChannel,
    Field(discriminator="type"),
]
