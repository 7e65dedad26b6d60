"""The shape of accounts at networks. One class a type of channel."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pipeline.config.base import Shape
from pipeline.config.values import Handle, Secret, Site


class MastodonChannel(Shape):
    """Publishes posts from one Mastodon account.

    Attributes:
        type: mastodon.
        server: The address of our server.
        token: The access token, as ${MASTODON_TOKEN}; the token itself stands in .env.
        visibility: Who sees the posts: public, unlisted (not in public timelines) or private (followers only).
    """

    type: Literal["mastodon"]
    server: Site = Field(examples=["https://mastodon.example"])
    token: Secret = Field(examples=["${MASTODON_TOKEN}"])
    visibility: Literal["public", "unlisted", "private"] = "public"


class BlueskyChannel(Shape):
    """Publishes posts and threads from one Bluesky account.

    Attributes:
        type: bluesky.
        handle: The account's name, such as bakery.bsky.social.
        app_password: An app password, as ${BLUESKY_APP_PASSWORD}; the password itself stands in .env.
        base_url: The address of the account's server, where it is not one of Bluesky's own.
    """

    type: Literal["bluesky"]
    handle: Handle
    app_password: Secret = Field(examples=["${BLUESKY_APP_PASSWORD}"])
    base_url: Site = "https://bsky.social"
