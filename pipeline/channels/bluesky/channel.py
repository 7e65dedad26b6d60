"""The channel: a whole thread goes out in one call, under names that are fixed beforehand.

Repeating that call has no second effect, for ever: a record of that name can only be created once.
https://docs.bsky.app/docs/api/com-atproto-repo-apply-writes
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pipeline.channels import pictures, posts
from pipeline.channels.bluesky.account import Account
from pipeline.channels.bluesky.records import Entry, blob, draft, finished
from pipeline.channels.bluesky.rules import mistakes
from pipeline.channels.http import REAL, Connection, Refused
from pipeline.channels.values import canonical
from pipeline.config.shape import BlueskyChannel
from pipeline.errors import ChannelError, NotSent, Rejected, Uncertain
from pipeline.model import Email, Facts, Finding, Receipt, Remote, Request, Staged, Thread


class Bluesky:
    """Publishes posts and threads.

    What is staged are the pictures: the request has everything else.

    Args:
        settings: Handle, password and server.
        name: The channel's name in config.yaml.
        connection: What carries the calls.

    Raises:
        ConfigError: the password or the server's address cannot be used.
    """

    def __init__(self, settings: BlueskyChannel, *, name: str = "bluesky", connection: Connection = REAL) -> None:
        self.facts = Facts(name, settings.handle, frozenset({Thread}), "keyed")
        self._where = f"channels.{name}"
        self._account = Account(settings, self._where, connection)

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:
        """The thread's records, without their moment and without what each is a reply to; and the pictures."""
        if not isinstance(message, Thread):
            raise Rejected(f"{self._where}: Bluesky takes posts only. Send newsletters with another channel.")
        shown = [pictures.of(post, images or {}) for post in message.posts]
        thumbs = [pictures.thumb_of(post, images or {}) for post in message.posts]
        records = [draft(post, own, thumb) for post, own, thumb in zip(message.posts, shown, thumbs, strict=True)]
        files = {one.file: one.data for own, thumb in zip(shown, thumbs, strict=True) for one in (*own, thumb) if one}
        return Request({"thread.json": canonical(records), "pictures.json": canonical(sorted(files))} | files)

    def problems(self, message: Email | Thread) -> list[Finding]:
        """What Bluesky would refuse."""
        if not isinstance(message, Thread):
            only = "Bluesky takes posts only."
            return [Finding("kind", "error", self._where, only, "Choose another channel for newsletters.")]
        return posts.problems("bluesky", message)

    def stage(self, request: Request, reference: str) -> Staged:
        """Upload the pictures. One that no post shows is forgotten by the server, and the same one twice is one."""
        wrong = [mistake for record in _records(request) for mistake in mistakes(record)]
        if wrong:
            raise Rejected(f"{self._where}: {wrong[0]} Change the post, then try again.")
        self._upload(request)
        did = self._account.did()
        return Staged(reference, did, f"https://bsky.app/profile/{did}")

    def read(self, request: Request, staged: Staged) -> Remote:  # noqa: ARG002
        """Nothing is there to compare before it goes out, but that the account is still the same."""
        return Remote("draft", differs=() if self._account.did() == staged.remote_id else ("audience",))

    def publish(self, request: Request, staged: Staged, key: str, at: datetime, after: Receipt | None) -> Receipt:  # noqa: ARG002
        """Create all records of the thread, unless they are there."""
        entries = finished(_records(request), staged.remote_id, key, at)
        if receipt := self._evidence(staged, entries):
            return receipt
        try:
            told = self._account.write(staged.remote_id, entries)
        except Refused as refusal:
            if refusal.code == "BlobNotFound":
                self._upload(request)
                again = "The server had forgotten the pictures, and has them again. Nothing went out; try again."
                raise NotSent(f"{self._where}: {again}") from refusal
            # It may only say that an earlier call, or another one at the same time, did it.
            if receipt := self._seen(staged, entries):
                return receipt
            raise
        if told or self._seen(staged, entries):
            return _receipt(staged, entries)
        raise Uncertain(f"{self._where}: Bluesky answered without what it created. Look there before you try again.")

    def find(self, reference: str) -> None:  # noqa: ARG002
        """Never anything: records carry no reference of ours. `publish` itself sees what went out."""
        return

    def withdraw(self, staged: Staged) -> None:
        """Nothing to do: the server forgets pictures that no post shows."""

    def test(self, request: Request, to: str) -> None:  # noqa: ARG002
        """Never: a post has no address.

        Raises:
            Rejected: always.
        """
        raise Rejected(f"{self._where}: Bluesky sends no tests. Look at the post in the preview.")

    def check(self) -> list[Finding]:
        """Whether the password is accepted and the account may post."""
        try:
            if self._account.is_active():
                return []
            message = "The account is deactivated or suspended."
        except ChannelError as error:
            message = str(error)
        return [Finding("channel", "error", self._where, message, "Then check again.")]

    def _upload(self, request: Request) -> None:
        for file in json.loads(request.parts["pictures.json"]):
            picture = pictures.look(file, "", request.parts[file])
            if self._account.upload(picture.data, picture.kind) != blob(picture.data, picture.kind):
                raise Rejected(f"{self._where}: Bluesky stored another picture than {file}. Save it as a plain PNG.")

    def _evidence(self, staged: Staged, entries: Sequence[Entry]) -> Receipt | None:
        """A receipt where the first record is there, which means that all of them were created.

        Raises:
            Rejected: something else is there.
        """
        found = self._account.cid_at(entries[0].key)
        if found is None:
            return None
        receipt = _receipt(staged, entries)
        if found != entries[0].cid:
            raise Rejected(f"{self._where}: another post is already at {receipt.place}. Look there, then plan it anew.")
        return receipt

    def _seen(self, staged: Staged, entries: Sequence[Entry]) -> Receipt | None:
        """Evidence after the call.

        Raises:
            Uncertain: it could not be read.
        """
        try:
            return self._evidence(staged, entries)
        except NotSent as error:
            unclear = "It may have gone out: look there before you try again."
            raise Uncertain(f"{self._where}: whether Bluesky created the post could not be read. {unclear}") from error


def _records(request: Request) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(request.parts["thread.json"])
    return records


def _receipt(staged: Staged, entries: Sequence[Entry]) -> Receipt:
    place = f"https://bsky.app/profile/{staged.remote_id}/post/{entries[0].key}"
    return Receipt(entries[0].uri, place)
