"""Mastodon: posts of one account, with pictures; each part of a thread is published by itself, after the one before.

https://docs.joinmastodon.org/methods/statuses/
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from pipeline import limits
from pipeline.channels import pictures, posts
from pipeline.channels.http import REAL, Connection
from pipeline.channels.mastodon_account import Account
from pipeline.channels.mastodon_evidence import is_ours
from pipeline.channels.values import canonical
from pipeline.config.shape import MastodonChannel
from pipeline.errors import ChannelError, Rejected
from pipeline.limits.counting import LINK_LENGTH
from pipeline.model import Email, Facts, Finding, Receipt, Remote, Request, Staged, Thread

_KEY_LIFE = timedelta(hours=1)  # "Idempotency keys are stored for up to 1 hour"
_OURS = limits.LIMITS["mastodon"]
# What posts are made for, by the section and the name that the server's own limits have, and what they count.
_EXPECTED = (
    ("statuses", "max_characters", _OURS.length, "characters in a post"),
    ("statuses", "max_media_attachments", posts.MOST_PICTURES, "pictures in a post"),
    ("media_attachments", "description_limit", _OURS.alt_text, "characters in a picture's description"),
)


class Mastodon:
    """Publishes posts.

    What is staged are the pictures, and a mark: the account's newest status at that moment. What came after the mark
    and is the same post is evidence that it went out.

    Args:
        settings: Server, token and who sees the posts.
        name: The channel's name in config.yaml.
        connection: What carries the calls.

    Raises:
        ConfigError: the token or the server's address cannot be used.
    """

    def __init__(self, settings: MastodonChannel, *, name: str = "mastodon", connection: Connection = REAL) -> None:
        self.facts = Facts(
            name=name,
            account=settings.server,
            accepts=frozenset({Thread}),
            guarantee="keyed",
            key_life=_KEY_LIFE,
            atomic_threads=False,
        )
        self._where = f"channels.{name}"
        self._server = settings.server
        self._visibility = settings.visibility
        self._account = Account(settings, self._where, connection)
        self._uploaded: dict[tuple[str, pictures.Picture], str] = {}

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:
        """The post's status, and its pictures with their descriptions."""
        if not isinstance(message, Thread):
            raise Rejected(f"{self._where}: Mastodon takes posts only. Send newsletters with another channel.")
        if len(message.posts) != 1:
            raise Rejected(f"{self._where}: Mastodon takes a thread part by part. Render each part by itself.")
        (post,) = message.posts
        status = {
            "status": post.text,
            "visibility": self._visibility,
            "language": post.language.partition("-")[0].lower(),  # ISO 639-1: without country or script
        }
        shown = pictures.of(post, images or {})
        described = [{"file": picture.file, "alt": picture.alt} for picture in shown]
        parts = {"status.json": canonical(status), "pictures.json": canonical(described)}
        return Request(parts | {picture.file: picture.data for picture in shown})

    def problems(self, message: Email | Thread) -> list[Finding]:
        """What a server with the usual limits would refuse."""
        if not isinstance(message, Thread):
            only = "Mastodon takes posts only."
            return [Finding("kind", "error", self._where, only, "Choose another channel for newsletters.")]
        return posts.problems("mastodon", message)

    def stage(self, request: Request, reference: str) -> Staged:
        """Upload the pictures, but those that this process has uploaded for `reference` already.

        What an earlier process uploaded cannot be found again; the server deletes it after a day.
        """
        account = self._account.identity()
        newest = self._account.newest(account)
        uploaded = [self._upload(picture, reference) for picture in _pictures(request)]
        remote_id = json.dumps({"account": account, "newest": newest, "pictures": uploaded})
        return Staged(reference, remote_id, self._server)

    def read(self, request: Request, staged: Staged) -> Remote:
        """Whether the post went out since it was staged; if not, whether its pictures are still there."""
        mark = json.loads(staged.remote_id)
        text = str(json.loads(request.parts["status.json"])["status"])
        for status in self._account.since(mark["account"], mark["newest"]):
            if is_ours(status, text, mark["pictures"]) and (receipt := self._account.receipt(status)):
                return Remote("sent", receipt=receipt)
        there = [self._account.media(identity) for identity in mark["pictures"]]
        if None in there:
            return Remote("gone")
        described = [str((one or {}).get("description") or "") for one in there]
        approved = [one["alt"] for one in json.loads(request.parts["pictures.json"])]
        return Remote("draft", differs=() if described == approved else ("content",))

    def publish(self, request: Request, staged: Staged, key: str, at: datetime, after: Receipt | None) -> Receipt:  # noqa: ARG002
        """Publish now; a server's own schedule is never used, since it forgets the key."""
        status: dict[str, Any] = json.loads(request.parts["status.json"])
        uploaded = json.loads(staged.remote_id)["pictures"]
        if uploaded:
            status["media_ids"] = uploaded
        if after:
            status["in_reply_to_id"] = after.remote_id
        return self._account.post(status, key)

    def find(self, reference: str) -> None:  # noqa: ARG002
        """Never anything: a status carries no reference of ours. `read` looks for the post itself."""
        return

    def withdraw(self, staged: Staged) -> None:
        """Delete the pictures."""
        for identity in json.loads(staged.remote_id)["pictures"]:
            self._account.discard(identity)

    def test(self, request: Request, to: str) -> None:  # noqa: ARG002
        """Never: a post has no address.

        Raises:
            Rejected: always.
        """
        raise Rejected(f"{self._where}: Mastodon sends no tests. Look at the post in the preview.")

    def check(self) -> list[Finding]:
        """Whether the token is accepted and may read, and whether the server allows what posts are made for."""
        try:
            self._account.newest(self._account.identity())
            configuration = self._account.configuration()
        except ChannelError as error:
            return [Finding("channel", "error", self._where, str(error), "Then check again.")]
        return list(self._narrower(configuration))

    def _upload(self, picture: pictures.Picture, reference: str) -> str:
        earlier = self._uploaded.get((reference, picture))
        if earlier is None or self._account.media(earlier) is None:
            earlier = self._uploaded[reference, picture] = self._account.upload(picture)
        return earlier

    def _narrower(self, configuration: Mapping[str, Any]) -> Iterator[Finding]:
        for section, name, expected, what in _EXPECTED:
            allowed = (configuration.get(section) or {}).get(name)
            if isinstance(allowed, int) and allowed < expected:
                yield self._tighter(f"allows {allowed} {what}", expected)
        statuses = configuration.get("statuses") or {}
        most, link = statuses.get("max_characters"), statuses.get("characters_reserved_per_url")
        # A server that counts more for a link, and has the room for it, is no narrower.
        if (
            isinstance(most, int)
            and isinstance(link, int)
            and most - link < _OURS.length - LINK_LENGTH <= most - LINK_LENGTH
        ):
            yield self._tighter(f"counts {link} characters for a link", LINK_LENGTH)

    def _tighter(self, what: str, expected: int) -> Finding:
        message = f"{self._server} {what}, and posts are made for {expected}."
        return Finding("server-limit", "warning", self._where, message, "Look at each post before it goes out.")


def _pictures(request: Request) -> Iterator[pictures.Picture]:
    for one in json.loads(request.parts["pictures.json"]):
        yield pictures.look(one["file"], one["alt"], request.parts[one["file"]])
