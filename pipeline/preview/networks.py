"""How the studio shows each network's posts: a table. Neutral on purpose: the arrangement, no logos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Where the author stands: beside the text, above it, or above a picture that comes before the text.
Arrangement = Literal["beside", "above", "picture-first"]


@dataclass(frozen=True)
class Look:
    """How a network is called and how its posts are arranged."""

    name: str
    label: str
    arrangement: Arrangement


_LOOKS = {
    look.name: look
    for look in (
        Look("linkedin", "LinkedIn", "above"),
        Look("facebook", "Facebook", "above"),
        Look("instagram", "Instagram", "picture-first"),
        Look("x", "X", "beside"),
        Look("bluesky", "Bluesky", "beside"),
        Look("mastodon", "Mastodon", "beside"),
        Look("threads", "Threads", "beside"),
    )
}
_PLACES = {name: index for index, name in enumerate(_LOOKS)}


def look(name: str) -> Look:
    """The look of a network; one that the table does not know is shown by its name."""
    return _LOOKS.get(name) or Look(name, name.capitalize(), "above")


def place(name: str) -> tuple[int, str]:
    """A key to sort networks by: in the order of the table, then the unknown ones by name."""
    return _PLACES.get(name, len(_PLACES)), name
