"""Which channels there are. Adding one is a row here: see docs/adding-a-channel.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import httpx

from pipeline.channels.http import Connection
from pipeline.channels.mailchimp import Mailchimp
from pipeline.channels.outbox import Outbox
from pipeline.config.shape import Brand, Config, MailchimpChannel, OutboxChannel
from pipeline.errors import ConfigError
from pipeline.model import Channel


def _outbox(settings: OutboxChannel, brand: Brand, name: str, _: Connection) -> Channel:
    return Outbox(settings.folder, brand, name=name)


def _mailchimp(settings: MailchimpChannel, brand: Brand, name: str, connection: Connection) -> Channel:
    return Mailchimp(settings, brand, name=name, connection=connection)


CHANNELS: Mapping[type, Callable[[Any, Brand, str, Connection], Channel]] = {
    OutboxChannel: _outbox,
    MailchimpChannel: _mailchimp,
}


def open_channel(name: str, config: Config, transport: httpx.BaseTransport | None = None) -> Channel:
    """The channel `name` of config.yaml, ready to use. Nothing is called or written yet.

    Args:
        name: Its key under `channels`.
        config: All of config.yaml.
        transport: Stands in for every connection; for tests.

    Raises:
        ConfigError: there is none of that name, or it cannot be used as it is configured.
    """
    settings = config.channels.get(name)
    if settings is None:
        raise ConfigError(f"config.yaml, channels: there is no {name}. There is: {', '.join(config.channels)}.")
    return CHANNELS[type(settings)](settings, config.brand, name, Connection(transport))
