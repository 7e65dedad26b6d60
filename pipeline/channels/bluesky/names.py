"""What things are called in a repository, fixed before anything is sent: record keys and content identifiers. Pure.

A content identifier (CID) is a hash of a record or picture, so that a reply can name a post that does not exist yet.
https://atproto.com/specs/tid, https://atproto.com/specs/data-model
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import libipld

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
_LENGTH = 13  # digits of a TID: 53 bits of microseconds since 1970, 10 bits that tell writers apart
_SPREAD = 1_000_000  # microseconds: two deliveries of one slot lie anywhere in its first second
# CID version 1, then what is hashed, then SHA-256 with 32 bytes.
_RECORD = bytes([1, 0x71, 0x12, 32])
_RAW = bytes([1, 0x55, 0x12, 32])


def record_key(at: datetime, key: str, part: int) -> str:
    """The name of a post's record, the same at every try: of its moment, its delivery's key and its part, from 1.

    Parts of a thread sort in their order.
    """
    digest = hashlib.sha256(key.encode()).digest()
    spread = int.from_bytes(digest[:8]) % _SPREAD
    microseconds = (at - _EPOCH) // timedelta(microseconds=1) + spread + part
    number = microseconds << 10 | int.from_bytes(digest[8:10]) & 0x3FF
    return "".join(_DIGITS[number >> 5 * place & 31] for place in range(_LENGTH - 1, -1, -1))


def record_cid(record: Mapping[str, Any]) -> str:
    """The CID of a record, given as the JSON in which it is sent."""
    return _cid(_RECORD, libipld.encode_dag_cbor(_linked(record)))


def picture_cid(data: bytes) -> str:
    """The CID of a picture's bytes."""
    return _cid(_RAW, data)


def _cid(kind: bytes, data: bytes) -> str:
    return libipld.encode_cid(kind + hashlib.sha256(data).digest())


def _linked(value: Any) -> Any:
    """`value` with each `{"$link": …}` as the bytes that the library writes as a link."""
    if isinstance(value, Mapping):
        if set(value) == {"$link"}:
            return libipld.decode_multibase(value["$link"])[1]
        return {name: _linked(inner) for name, inner in value.items()}
    return [_linked(inner) for inner in value] if isinstance(value, list | tuple) else value
