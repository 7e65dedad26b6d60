"""Images that lie beside an article's file, or below it: what its author wrote -> `file:` and their place there.

Nothing else on this machine can be named: an article may come from somebody else, and what it shows is published.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

Beside = Callable[[str], str | None]

SCHEME = "file:"
_IMAGES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff"}
_LONGEST = 1_000  # characters; file systems take fewer


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
