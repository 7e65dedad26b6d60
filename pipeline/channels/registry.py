"""Which channels there are. Adding one is a row here: see docs/adding-a-channel.md.

A row imports its adapter itself, so that who only writes files never loads an HTTP client.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from pipeline.config.shape import (
    BlueskyChannel,
    Brand,
    ButtondownChannel,
    Config,
    ExportChannel,
    MailchimpChannel,
    MastodonChannel,
    OutboxChannel,
    SmtpChannel,
)
from pipeline.errors import ConfigError
from pipeline.model import Channel

if TYPE_CHECKING:
    import httpx


def _outbox(settings: OutboxChannel | ExportChannel, brand: Brand, name: str, _: httpx.BaseTransport | None) -> Channel:
    from pipeline.channels.outbox import Outbox

    return Outbox(settings.folder, brand, name=name)


def _mailchimp(settings: MailchimpChannel, brand: Brand, name: str, transport: httpx.BaseTransport | None) -> Channel:
    from pipeline.channels.http import Connection
    from pipeline.channels.mailchimp import Mailchimp

    return Mailchimp(settings, brand, name=name, connection=Connection(transport))


def _buttondown(settings: ButtondownChannel, brand: Brand, name: str, transport: httpx.BaseTransport | None) -> Channel:
    from pipeline.channels.buttondown import Buttondown
    from pipeline.channels.http import Connection

    return Buttondown(settings, brand, name=name, connection=Connection(transport))


def _smtp(settings: SmtpChannel, brand: Brand, name: str, _: httpx.BaseTransport | None) -> Channel:
    from pipeline.channels.smtp import Smtp

    return Smtp(settings, brand, name=name)


def _mastodon(settings: MastodonChannel, _: Brand, name: str, transport: httpx.BaseTransport | None) -> Channel:
    from pipeline.channels.http import Connection
    from pipeline.channels.mastodon import Mastodon

    return Mastodon(settings, name=name, connection=Connection(transport))


def _bluesky(settings: BlueskyChannel, _: Brand, name: str, transport: httpx.BaseTransport | None) -> Channel:
    from pipeline.channels.bluesky import Bluesky
    from pipeline.channels.http import Connection

    return Bluesky(settings, name=name, connection=Connection(transport))


CHANNELS: Mapping[type, Callable[[Any, Brand, str, httpx.BaseTransport | None], Channel]] = {
    OutboxChannel: _outbox,
    ExportChannel: _outbox,
    MailchimpChannel: _mailchimp,
    ButtondownChannel: _buttondown,
    SmtpChannel: _smtp,
    MastodonChannel: _mastodon,
    BlueskyChannel: _bluesky,
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
    return CHANNELS[type(settings)](settings, config.brand, name, transport)
