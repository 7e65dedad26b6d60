"""Lists of a language's words, as operating systems install them for spelling.

Without one nothing is missing: it only settles what a text itself leaves open.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path("/usr/share/dict")
_MOST = 30_000_000  # bytes; no list of words is larger

# Names that Debian, Fedora and macOS give them.
_NAMES: dict[str, tuple[str, ...]] = {
    "nl": ("dutch",),
    "en": ("british-english", "american-english", "web2", "words"),
    "de": ("ngerman", "ogerman"),
    "fr": ("french",),
    "es": ("spanish",),
    "it": ("italian",),
    "pt": ("portuguese", "brazilian"),
    "pl": ("polish",),
    "sv": ("swedish",),
    "da": ("danish",),
    "no": ("bokmaal", "nynorsk"),
}


@cache
def of(language: str, folder: Path = FOLDER) -> frozenset[str]:
    """The words of `language` in lower case; none where no list is installed or readable."""
    path = next((folder / name for name in _NAMES.get(language[:2], ()) if (folder / name).is_file()), None)
    try:
        if path is None or path.stat().st_size > _MOST:
            return frozenset()
        return frozenset(path.read_text(encoding="utf-8", errors="ignore").casefold().split())
    except OSError:
        return frozenset()
