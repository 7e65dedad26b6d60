"""Images that lie beside an article's file, or below it: what its author wrote -> `file:` and their place there.

Nothing else on this machine can be named: an article may come from somebody else, and what it shows is published.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

Beside = Callable[[str], str | None]

SCHEME = "file:"
_IMAGES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff"}
NOT_BESIDE = "picture that is not beside the article: "  # and the name that its author wrote
_LONGEST = 1_000  # characters; file systems take fewer
_LOOKED_AT = 1_000  # files, to find one that was meant


def beside(article: Path) -> Beside:
    """Tells the address of what a file names, such as `file:photos/bread.jpg`; None where there is no such image."""

    def address(written: str) -> str | None:
        try:
            parts = urlsplit(written)
            name = unquote(parts.path)
        except ValueError:
            return None
        if parts.scheme or parts.netloc or len(name) > _LONGEST:
            return None
        found = f"{SCHEME}{quote(name.removeprefix('./'))}"
        return found if path_of(article, found) else None

    return address


def path_of(article: Path, address: str) -> Path | None:
    """The file of an image that `address` names; None where it is gone, is no image or lies elsewhere."""
    name = unquote(address.removeprefix(SCHEME))
    try:
        folder = article.parent.resolve()
        path = (folder / name).resolve()  # also of a link that leads out of the folder
        there = path.is_relative_to(folder) and path.is_file()
    except (OSError, ValueError, RuntimeError):
        return None
    return path if there and path.suffix.lower() in _IMAGES else None


def is_name(written: str) -> bool:
    """Whether it can only mean a file: an address without a host that does not start at the root of a site."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return bool(parts.path) and not (parts.scheme or parts.netloc or parts.path.startswith("/"))


def instead(article: Path, name: str) -> tuple[str, str] | None:
    """Why no image is found at `name`, seen from an article, and what to do; None where it may well mean none there.

    It means one where something lies there, where its folder is, or where an image is called much like it.
    """
    place = article.parent / name
    try:
        if place.is_dir():
            return "is a folder", "Write the name of an image in it"
        if place.is_symlink() or place.exists():
            return (
                "is no image, or a link that leads nowhere or out of the article's folder",
                "Put the image itself there",
            )
        near = _alike(article.parent, name)
        if near or (place.parent != article.parent and place.parent.is_dir()):
            return "is not beside the article", f"Did you mean {near}?" if near else "Put it there, or correct its name"
    except (OSError, ValueError, RuntimeError):
        return "cannot be read", "Look at its name"
    return None


def _alike(folder: Path, name: str) -> str | None:
    """The image in or below `folder` whose name is most like `name`."""
    paths = (path for path in islice(folder.rglob("*"), _LOOKED_AT) if path.suffix.lower() in _IMAGES)
    names = [path.relative_to(folder).as_posix() for path in paths if path.is_file()]
    return next(iter(get_close_matches(name, names, 1, 0.7)), None)
