"""The shape of config.yaml's last section: accounts. One class a type of channel; those of mail are in mailing.py."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

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


TABLES = ("buffer", "publer", "hootsuite")
COLUMNS = ("date", "time", "moment", "text", "words", "link", "network", "pictures", "alt", "key point", "nothing")


def _table(value: object) -> object:
    """A service whose table is known, or headings, each with what stands below."""
    if isinstance(value, str) and value.strip().lower() in TABLES:
        return value.strip().lower()
    if not isinstance(value, dict) or not value or not all(isinstance(heading, str) for heading in value):
        raise ValueError(f"expected {', '.join(TABLES)}, or headings such as {{Date: date, Message: text}}")
    for heading, column in value.items():
        if column not in COLUMNS:
            raise ValueError(f"below {heading} can stand one of {', '.join(COLUMNS)}")
    return value


Table = Annotated[
    str | dict[str, str],
    PlainValidator(_table),
    WithJsonSchema(
        {
            "anyOf": [
                {"enum": [*TABLES]},
                {"type": "object", "minProperties": 1, "additionalProperties": {"enum": [*COLUMNS]}},
            ]
        }
    ),
]


class ExportChannel(Shape):
    """Posts for a service that takes them in bulk: `export csv` writes its table, and the outbox keeps a copy of each.

    Attributes:
        type: export.
        format: Whose table: buffer, publer or hootsuite; or headings of our own, each with what stands below.
        folder: Where the copies go; where the path is relative, it starts at the folder one works in.
    """

    type: Literal["export"]
    format: Table = "buffer"
    folder: Place = Path("out/outbox")


ChannelConfig = Annotated[
    OutboxChannel
    | ExportChannel
    | MailchimpChannel
    | ButtondownChannel
    | SmtpChannel
    | MastodonChannel
    | BlueskyChannel,
    Field(discriminator="type"),
]
