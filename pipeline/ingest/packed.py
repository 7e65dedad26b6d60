"""gzip, unpacked in small pieces, so that whoever counts can stop a bomb."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from pipeline.errors import SourceError

_PIECE = 65_536  # bytes unpacked at a time
_GZIP = b"\x1f\x8b\x08"  # RFC 1952, 2.3.1


def members(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack gzip, which may have several members (RFC 1952).

    Raises:
        zlib.error: it is damaged or ends too early.
    """
    member = zlib.decompressobj(wbits=31)
    for chunk in chunks:
        rest = chunk
        while rest:
            if member.eof:
                member = zlib.decompressobj(wbits=31)
            yield member.decompress(rest, _PIECE)
            rest = member.unused_data if member.eof else member.unconsumed_tail
    yield member.flush()
    if not member.eof:
        raise zlib.error("ends too early")


def unpacked(source: bytes, place: str, limit: int) -> bytes:
    """`source`, or what is packed in it: feeds are also kept as `feed.xml.gz`.

    Args:
        place: Where it came from, for errors.
        limit: Most bytes after unpacking.

    Raises:
        SourceError: it is damaged, or larger.
    """
    if not source.startswith(_GZIP):
        return source
    body = bytearray()
    try:
        for piece in members([source]):
            body += piece
            if len(body) > limit:
                raise SourceError(f"{place} holds more than {limit // 1_000_000} MB once unpacked. Use a smaller feed.")
    except zlib.error as error:
        raise SourceError(f"{place} is packed with gzip and damaged. Fetch or save it again.") from error
    return bytes(body)
