"""Images of articles, published on our own site: fetched once, made small, written under a name made from their bytes.

What became of each is kept beside them (`.known/`), by a hash of its address, so that composing again needs no network
and gives the same mail. An address is not asked again once its image is there; `build --online` asks all of them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pipeline.compose import resizing
from pipeline.config.shape import Config, Images
from pipeline.errors import SourceError, UsageError
from pipeline.ingest import beside
from pipeline.jobs.reading import Fetch
from pipeline.jobs.writing import as_json, put
from pipeline.model import Article, Finding
from pipeline.preflight.places import blocks

LOCAL = beside.SCHEME  # how the address of an image begins that lies beside its article
MOST = 20  # of one article; the rest stay where they are
_LARGEST = 20_000_000  # bytes of a file
_AT_ONCE = 4  # fetches
_NAME = re.compile(r"[0-9a-f]{20}-\d{1,4}\.(?:jpg|png)")
_MOVES = "moves; a mail shows its first picture"


@dataclass(frozen=True)
class Known:
    """What became of an image.

    Attributes:
        sizes: Name, width and height in each size, the smallest first; none where it is not published.
        why: Why not, after its name; or what to know of one that is.
        away: Whether a mail goes without it, as nobody could see it.
    """

    sizes: tuple[tuple[str, int, int], ...] = ()
    why: str = ""
    away: bool = False


def published(config: Config) -> Images | None:
    """Where images are published: where config.yaml says, else in the archive; None where neither is."""
    archive = config.archive
    if config.images or archive is None or archive.folder is None:
        return config.images
    return Images(folder=archive.folder / "images", address=f"{archive.address}/images")


def publish(articles: Iterable[Article], config: Config, get: Fetch | None, *, again: bool = False) -> list[Finding]:
    """Publish the images of `articles`, and a logo that is a file. What cannot be had is told when a mail is composed.

    Args:
        get: How addresses are fetched; None where the network is not to be used: then only files are.
        again: Also those that are there already.

    Returns:
        Why they could not be written, if so.
    """
    where = published(config)
    if where is None:
        return []
    root = config.folder / where.folder
    wanted = [(article, url) for article in articles for url in addresses(article)[:MOST]]
    online = dict.fromkeys(url for _, url in wanted if not url.startswith(LOCAL))
    untried = [url for url in online if again or not known(root, url).sizes]
    try:
        files = (file_of(article, url) for article, url in wanted if url.startswith(LOCAL))
        for data in chain([logo_of(config)], files):  # one after the other, as each may be large
            if data and not known(root, data).sizes:
                _keep(root, data, data)
        if get and untried:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                for url, answer in zip(untried, pool.map(lambda url: _fetched(url, get), untried), strict=True):
                    if isinstance(answer, bytes) or not known(root, url).sizes:  # what was had before stays
                        _keep(root, url, answer)
    except UsageError as error:
        remedy = "Until then mails show images where they were."
        return [Finding("image-folder", "warning", "images", str(error), remedy)]
    return []


def addresses(article: Article) -> list[str]:
    """The images of an article that can be published, each once. Of one that may only be quoted none are."""
    urls = [one.url for one in blocks(article) if one.kind == "image" and one.url and article.rights != "quote"]
    return [url for url in dict.fromkeys(urls) if url.startswith((LOCAL, "https://", "http://"))]


def _fetched(url: str, get: Fetch) -> bytes | Known:
    try:
        return get(url, False).body
    except SourceError as error:
        said = str(error).removesuffix(".")
        return Known(why=f"cannot be fetched: {said}")


def file_of(article: Article, url: str) -> bytes | None:
    """The bytes of an image that lies beside its article; None where they cannot be had."""
    path = beside.path_of(Path(article.source), url)
    return _bytes(path) if path else None


def logo_of(config: Config) -> bytes | None:
    """The bytes of a logo that is a file, none of one that cannot be read or is too large; None where it is no file."""
    logo = config.brand.logo
    # config.yaml reads it as a path, which folds the two slashes of an address into one.
    if logo is None or re.match(r"https?:/", logo.as_posix()):
        return None
    found = _bytes(config.folder / logo)
    return b"" if found is None and (config.folder / logo).is_file() else found


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= _LARGEST else None
    except (OSError, ValueError):
        return None


def _keep(root: Path, name: str | bytes, answer: bytes | Known) -> None:
    """Write an image in all its sizes, and last what is known of it."""
    known, files = (answer, {}) if isinstance(answer, Known) else _made(answer)
    about = {"sizes": [list(size) for size in known.sizes], "why": known.why, "away": known.away}
    put(files, root)
    put({_record(name): as_json(about)}, root)


def _made(data: bytes) -> tuple[Known, dict[str, bytes]]:
    try:
        sizes = resizing.sized(data)
    except resizing.Unusable as error:
        return Known(why=str(error), away=True), {}
    files, kept = {}, []
    for one in sizes.all:
        name = f"{hashlib.sha256(one.data).hexdigest()[:20]}-{one.width}.{one.suffix}"
        files[name] = one.data
        kept.append((name, one.width, one.height))
    return Known(tuple(kept), _MOVES if sizes.moves else ""), files


def known(root: Path, name: str | bytes) -> Known:
    """What is known of an image; nothing where it was never tried, or where its files are gone."""
    try:
        said = json.loads((root / _record(name)).read_bytes())
        sizes = tuple((str(file), int(width), int(height)) for file, width, height in said["sizes"])
        known = Known(sizes, str(said["why"]), said["away"] is True)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Known()
    whole = all(_NAME.fullmatch(file) and (root / file).is_file() for file, _, _ in sizes)
    return known if whole else Known()


def _record(name: str | bytes) -> str:
    """Where what is known of an image lies: by a hash of its address, or of its bytes where it is a file."""
    data = name if isinstance(name, bytes) else name.encode("utf-8", "surrogatepass")
    return f".known/{hashlib.sha256(data).hexdigest()[:40]}.json"
