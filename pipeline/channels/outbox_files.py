"""What the outbox writes: a newsletter as a message and its two parts, posts as texts and pictures. Pure."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import replace

from pipeline.channels import eml
from pipeline.config.shape import Brand
from pipeline.errors import Rejected
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Email, Post, Thread

MESSAGE = "newsletter.eml"


def newsletter(email: Email, brand: Brand) -> dict[str, bytes]:
    """The message from the brand to itself, and what is in it."""
    stop = eml.unsubscribe_by_mail(brand.email)
    ready, us = filled_in(email, stop, brand.site), eml.sender(brand)
    headers = {
        "To": us.addr_spec,
        "Message-ID": f"<{eml.content_mark(ready, brand)}@{us.domain}>",
        "List-Id": eml.list_id(brand),
        "List-Unsubscribe": f"<{stop}>",
        "X-Unsent": "1",  # lets Outlook open it for sending
    }
    message = eml.message_bytes(ready, brand, headers)
    return {MESSAGE: message, "newsletter.html": ready.html.encode(), "newsletter.txt": ready.text.encode()}


def addressed(parts: Mapping[str, bytes], to: str) -> dict[str, bytes]:
    """`parts` with the message to `to`; all else stays byte for byte."""
    if MESSAGE not in parts:
        return dict(parts)
    _, _, rest = parts[MESSAGE].partition(b"\r\n")  # the first line says to whom
    return {**parts, MESSAGE: eml.head({"To": to}) + rest}


def filled_in(email: Email, unsubscribe: str, online: str) -> Email:
    """`email` with the same addresses for everybody in the place of the placeholders."""
    page, text = email.html, email.text
    for placeholder, address in {UNSUBSCRIBE: unsubscribe, VIEW_ONLINE: online}.items():
        page = page.replace(placeholder, html.escape(address))
        text = text.replace(placeholder, address)
    return replace(email, html=page, text=text)


def posts(thread: Thread, images: Mapping[str, bytes]) -> dict[str, bytes]:
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
