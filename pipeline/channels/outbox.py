"""The outbox: what would be sent, as files in a folder. The default, and the only channel that needs no account."""

from __future__ import annotations

import html
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.channels import eml, folders
from pipeline.config.shape import Brand
from pipeline.errors import NotSent, Rejected
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Email, Facts, Finding, Post, Request, Staged, Thread


class Outbox:
    """Writes one folder a reference: `newsletter.eml`, `.html`, `.txt`, or `posts/` with their pictures.

    Args:
        folder: Where the folders go.
        brand: Who sends.
        name: The channel's name in config.yaml.

    Raises:
        ConfigError: the brand's mail address cannot be used.
    """

    def __init__(self, folder: Path, brand: Brand, *, name: str = "outbox") -> None:
        eml.sender(brand)
        self.facts = Facts(name=name, accepts=frozenset({Email, Thread}), publishes=False)
        self._where = f"channels.{name}"
        self._folder = folder
        self._brand = brand

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:
        """The files. Unsubscribing is a mail to the brand; the online version is its archive, or its site."""
        return Request(self._newsletter(message) if isinstance(message, Email) else _posts(message, images or {}))

    def problems(self, message: Email | Thread) -> list[Finding]:  # noqa: ARG002  a file expresses everything
        """None: a file can hold every draft."""
        return []

    def stage(self, request: Request, reference: str) -> Staged:
        """Write the whole folder or nothing. The same bytes again change nothing; other bytes are refused."""
        unsafe = [name for name in request.parts if not folders.is_safe(name)]
        if unsafe:
            raise Rejected(f"{self._where}: {unsafe[0]!r} cannot be the name of a file. Give the picture a plain name.")
        place = folders.place_of(reference)
        target = self._folder / place
        try:
            if not target.exists():
                folders.write_whole(self._folder, place, request.parts)
            found = folders.contents(target)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            remedy = "Make room there or allow writing, then try again."
            raise NotSent(f"{self._where}: {target} could not be written ({reason}). {remedy}") from error
        if found != dict(request.parts):
            raise Rejected(f"{self._where}: {target} exists with other content. Move that folder away, then try again.")
        return Staged(reference, place.as_posix(), str(target))

    def find(self, reference: str) -> Staged | None:
        """The folder of `reference`, or None."""
        place = folders.place_of(reference)
        target = self._folder / place
        return Staged(reference, place.as_posix(), str(target)) if target.is_dir() else None

    def check(self) -> list[Finding]:
        """Whether files can be written where the folder is, or will be."""
        existing = next(path for path in (self._folder, *self._folder.absolute().parents) if path.exists())
        try:
            with tempfile.TemporaryFile(dir=existing):
                return []
        except OSError as error:
            place = f"{self._where}.folder"
            message = f"{existing} takes no files ({error.strerror or type(error).__name__})."
            return [Finding("channel", "error", place, message, "Allow writing there, or choose another folder.")]

    def _newsletter(self, email: Email) -> dict[str, bytes]:
        addresses = {
            UNSUBSCRIBE: eml.unsubscribe_by_mail(self._brand),
            VIEW_ONLINE: self._brand.archive or self._brand.site,
        }
        page, text = email.html, email.text
        for placeholder, address in addresses.items():
            page = page.replace(placeholder, html.escape(address))
            text = text.replace(placeholder, address)
        ready = replace(email, html=page, text=text)
        return {
            "newsletter.eml": eml.message_bytes(ready, self._brand),
            "newsletter.html": page.encode(),
            "newsletter.txt": text.encode(),
        }


def _posts(thread: Thread, images: Mapping[str, bytes]) -> dict[str, bytes]:
    """A text a post, to copy as it is; beside it what its pictures show, for the field that asks; and the pictures."""
    parts: dict[str, bytes] = {}
    for post in thread.posts:
        name = f"posts/{post.network}-{post.part}"
        parts[f"{name}.txt"] = f"{post.text}\n".encode()
        if post.images:
            parts[f"{name}.alt.txt"] = "".join(f"{image.file}: {image.alt}\n" for image in post.images).encode()
            parts |= _pictures(post, images)
    return parts


def _pictures(post: Post, images: Mapping[str, bytes]) -> dict[str, bytes]:
    missing = [image.file for image in post.images if image.file not in images]
    if missing:
        raise Rejected(f"{post.network} post {post.part}: the picture {missing[0]} is missing. Make the draft again.")
    return {image.file: images[image.file] for image in post.images}
