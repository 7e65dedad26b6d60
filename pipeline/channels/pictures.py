"""What a picture's bytes say of it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field

from PIL import Image

from pipeline.errors import Rejected
from pipeline.model import Post

_UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


@dataclass(frozen=True)
class Picture:
    """A picture of a post.

    Attributes:
        file: Its name, as `Image.file` has it.
        alt: What it shows, in words.
        kind: Its media type, such as `image/png`.
        width, height: Pixels.
    """

    file: str
    alt: str
    data: bytes = field(repr=False)
    kind: str
    width: int
    height: int


def of(post: Post, images: Mapping[str, bytes]) -> tuple[Picture, ...]:
    """Every picture of `post`, in its order.

    Raises:
        Rejected: one is missing or is no picture.
    """
    missing = [image.file for image in post.images if image.file not in images]
    if missing:
        raise Rejected(f"{post.network} post {post.part}: the picture {missing[0]} is missing. Make the draft again.")
    return tuple(look(image.file, image.alt.strip(), images[image.file]) for image in post.images)


def thumb_of(post: Post, images: Mapping[str, bytes]) -> Picture | None:
    """The picture of its link card, if it has one and shows no other.

    Raises:
        Rejected: it is missing or is no picture.
    """
    file = post.link_card.thumb if post.link_card and not post.images else None
    if file is None:
        return None
    if file not in images:
        raise Rejected(f"{post.network} post {post.part}: the picture {file} is missing. Make the draft again.")
    return look(file, "", images[file])


def look(file: str, alt: str, data: bytes) -> Picture:
    """The picture in `data`.

    Raises:
        Rejected: it is none.
    """
    try:
        with Image.open(io.BytesIO(data)) as image:
            kind = Image.MIME.get(image.format or "", "")
            width, height = image.size
    except _UNREADABLE as error:
        raise Rejected(f"{file} is no picture that can be read. Make the draft again.") from error
    if not kind.startswith("image/"):
        raise Rejected(f"{file} is no picture that networks take. Save it as PNG or JPEG.")
    return Picture(file, alt, data, kind, width, height)
