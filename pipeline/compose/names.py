"""Names for addresses and files, made of titles. Pure."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def slug(text: str, most: int = 60) -> str:
    """Words of `text` in lower case joined by hyphens, as many as go into `most` bytes of UTF-8; perhaps none."""
    joined = _joined(text)
    if len(joined.encode()) <= most:
        return joined
    cut = joined.encode()[: most + 1].decode(errors="ignore")
    return cut.rpartition("-")[0] or joined.encode()[:most].decode(errors="ignore")


def file_name(text: str) -> str:
    """The `slug` of `text`; where it had to be cut, a short hash tells it apart from others that begin alike."""
    name = slug(text)
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return name if name == _joined(text) else f"{name}-{mark}"


def _joined(text: str) -> str:
    """All words. Marks that Unicode does not count among letters are left out: not every file system takes them."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    letters = "".join(char for char in plain if not unicodedata.category(char).startswith("M"))
    return "-".join(re.findall(r"[^\W_]+", letters))
