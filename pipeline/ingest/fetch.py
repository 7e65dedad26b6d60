"""Fetch a feed or page from an address that strangers may have written: bounded in place, time and size.

Each hop's name is looked up once, all its addresses are judged, and the connection goes to one of them, while `Host`
and the certificate keep the name. So a name server that answers differently the next time changes nothing.

Proxies named in the environment are not used: a proxy looks names up by itself, and our judgement would mean nothing.
Cookies and .netrc are unknown here; SSL_CERT_FILE and SSL_CERT_DIR are honoured.
"""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, nullcontext, suppress
from dataclasses import dataclass, replace
from typing import cast

import httpx

from pipeline import __version__
from pipeline.errors import NoPage, NotNow, SourceError, TooMuch
from pipeline.ingest import packed, versions
from pipeline.ingest.addresses import Resolve, allowed, lookup
from pipeline.ingest.versions import Version
from pipeline.wire import Left, NoCertificates, Wire, countdown

REDIRECTS = 3
_CONNECT_SECONDS = 5.0  # a silent first address must leave time for the next one
_FOR_GOOD = {301, 308}  # the others say nothing about tomorrow (RFC 9110, 15.4)
_BUSY = {429, 503}
_PORTS = {"http": 80, "https": 443}
_HEADERS = {
    "User-Agent": f"Lichtpunt/{__version__}",
    "Accept": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/html;q=0.8, */*;q=0.5",
    "Accept-Encoding": "gzip",
    # A kept connection would be found again by its address, but its certificate was checked for one name only.
    "Connection": "close",
}
_UNREACHED = (httpx.ConnectError, httpx.ConnectTimeout)
_FAILURES: tuple[tuple[tuple[type[Exception], ...], str], ...] = (  # the first that fits counts
    ((SourceError,), "{error}"),
    ((NoCertificates,), "cannot be fetched safely: {error}. Correct it, or unset it."),
    (_UNREACHED, "cannot be reached. Check the address and the connection, or try again later."),
    ((httpx.TimeoutException,), "takes too long to answer. Try again later."),
    ((zlib.error,), "sends damaged data. Try again later, or tell its owner."),
    ((httpx.TransportError,), "broke off before its answer was complete. Try again later."),
)
_STATUS = {
    401: "it asks for a login. Check the name and password in the address, or use one that is open to everyone.",
    403: "it does not let us in. Ask its owner to let Lichtpunt read it, or use another address.",
    404: "there is no such page. Check the address.",
    410: "the page is gone for good. Write its new address, or remove it.",
    429: "we ask too often. Try again later.",
}


@dataclass(frozen=True)
class Fetched:
    """What an address gave.

    Attributes:
        url: Where it was found in the end, for relative links: without login and fragment, but with its query.
        body: Unpacked bytes, never more than the limit.
        content_type: The Content-Type header as sent, charset included; empty where there was none.
        version: What the server calls this version, or None where it does not say.
        unchanged: Whether it still is the version that was known: then the body is empty.
        moved_to: Where it moved for good, as people may see it: without login and query; None where it did not.
    """

    url: str
    body: bytes
    content_type: str
    version: Version | None = None
    unchanged: bool = False
    moved_to: str | None = None


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    known: Version | None = None,
    resolve: Resolve = lookup,
    transport: httpx.BaseTransport | None = None,
    clock: Callable[[], float] = time.monotonic,
    seconds: float = 20.0,
    limit: int = 10_000_000,
) -> Fetched:
    """What stands at `url`, after at most 3 redirects.

    Args:
        url: Absolute http or https address; may hold a login, which never goes to another host.
        allow_private: Also this machine and private networks; never link-local, multicast or unspecified addresses.
        known: The version that is known already: it is not sent again. Told only to the address that named it.
        resolve: Name and port to addresses.
        transport: Instead of real connections; gets requests to addresses, with `Host` and `sni_hostname` set.
        clock: Seconds that only grow.
        seconds: For everything together, redirects included; only the system's own lookup is not interrupted.
        limit: Most bytes of body, counted after unpacking.

    Raises:
        SourceError: it is not allowed, not there, too slow, too large or broken. Shows no login and no query.
        NoPage: it answers that there is nothing, or nothing for us.
        TooMuch: it gives more than `limit`.
        NotNow: it asks to be left alone for a while.
    """
    left = countdown(clock, seconds)
    trail = [url]
    try:
        with nullcontext(transport) if transport else Wire(left) as wire:
            return _followed(_Way(wire, left, allow_private, resolve, known, limit), trail)
    except tuple(kind for kinds, _ in _FAILURES for kind in kinds) as error:
        first, last = _shown(trail[0]), _shown(trail[-1])
        place = first if len(trail) == 1 else f"{first} sends us on to {last}, which"
        if isinstance(error, NotNow):
            raise NotNow(f"{place} {error}", error.wait) from error
        if isinstance(error, NoPage):
            raise NoPage(f"{place} {error}", error.status) from error
        if isinstance(error, TooMuch):
            raise TooMuch(f"{place} {error}") from error
        raise SourceError(f"{place} {_words(error)}") from error


@dataclass(frozen=True)
class _Way:
    """How one fetch goes; see `fetch`."""

    wire: httpx.BaseTransport
    left: Left
    allow_private: bool
    resolve: Resolve
    known: Version | None
    limit: int


def _followed(way: _Way, trail: list[str]) -> Fetched:
    """What stands at the end of a trail, which begins with one address and grows with each redirect."""
    here = _joined(httpx.URL(), trail[0])
    moved: str | None = None
    for_good = True
    for _ in range(REDIRECTS + 1):
        newer = way.known.asked_for(_plain(here)) if way.known else {}
        addresses = _addresses(here, way.allow_private, way.resolve)
        with closing(_answer(way.wire, here, newer, addresses, way.left)) as response:
            if not response.has_redirect_location:
                unchanged = bool(newer) and response.status_code == 304
                got = _unchanged(here) if unchanged else _fetched(here, response, way.limit, way.left)
                return replace(got, moved_to=moved)
            for_good = for_good and response.status_code in _FOR_GOOD
            here = _onward(here, response.headers["location"])
            moved = _shown(str(here)) if for_good else moved
            trail.append(str(here))
    raise SourceError(f"is one step too many: we follow {REDIRECTS}. Write the address where it ends.")


def _joined(base: httpx.URL, location: str) -> httpx.URL:
    try:
        return base.join(location)
    except (httpx.InvalidURL, ValueError):
        # From None: the reason quotes pieces of the address, a password perhaps.
        raise SourceError("leads to no valid address. Write a whole one, such as https://blog.example/feed.") from None


def _onward(here: httpx.URL, location: str) -> httpx.URL:
    """Where a redirect leads. Only our own login goes along, and only to the same host and port."""
    target = _joined(here, location)
    if (here.scheme, target.scheme) == ("https", "http"):
        raise SourceError("sends us on to http, where others can read along. Ask its owner for an https address.")
    same = (here.raw_host, here.port) == (target.raw_host, target.port)
    return target.copy_with(userinfo=here.userinfo if same else b"")


def _addresses(url: httpx.URL, allow_private: bool, resolve: Resolve) -> list[str]:
    # `raw_host`: httpx cannot spell every name that starts with xn--, and nobody needs it to.
    if url.scheme not in _PORTS or not url.raw_host or (url.port or 0) > 65_535:
        raise SourceError("is not a web address. Write one that starts with https:// or http://, or give a file.")
    return allowed(url.raw_host.decode("ascii"), url.port or _PORTS[url.scheme], allow_private, resolve)


def _answer(
    wire: httpx.BaseTransport, url: httpx.URL, newer: Mapping[str, str], addresses: list[str], left: Left
) -> httpx.Response:
    """The response of the first address that takes a connection; its body is not read yet."""
    address, *others = addresses
    try:
        return wire.handle_request(_request(url, newer, address, left()))
    except _UNREACHED:
        if not others:
            raise
        return _answer(wire, url, newer, others, left)


def _request(url: httpx.URL, newer: Mapping[str, str], address: str, seconds: float) -> httpx.Request:
    name = url.raw_host.decode("ascii").rstrip(".")  # SNI and certificates know no final dot (RFC 6066)
    timeout = httpx.Timeout(seconds, connect=min(_CONNECT_SECONDS, seconds))
    request = httpx.Request(
        "GET",
        url.copy_with(host=address, userinfo=b"", fragment=None),
        headers={"Host": url.netloc.decode("ascii"), **_HEADERS, **newer},
        extensions={"sni_hostname": name, "timeout": timeout.as_dict()},
    )
    return next(httpx.BasicAuth(url.username, url.password).auth_flow(request)) if url.userinfo else request


def _plain(url: httpx.URL) -> str:
    """An address without login and fragment."""
    return str(url.copy_with(userinfo=b"", fragment=None))


def _unchanged(url: httpx.URL) -> Fetched:
    return Fetched(_plain(url), b"", "", unchanged=True)


def _fetched(url: httpx.URL, response: httpx.Response, limit: int, left: Left) -> Fetched:
    status = response.status_code
    if not response.is_success:
        fallback = "it is out of order. Try again later." if status >= 500 else "that is no page. Check the address."
        message = f"answers with status {status}: {_STATUS.get(status, fallback)}"
        raise NotNow(message, versions.wait(response.headers)) if status in _BUSY else NoPage(message, status)
    body = bytearray()
    for piece in _unpacked(response):
        left()
        body += piece
        if len(body) > limit:
            raise TooMuch(f"gives more than {limit:,} bytes. Use a smaller one, such as a feed with fewer entries.")
    version = versions.version(_plain(url), response.headers)
    named = version if version.etag or version.modified else None
    return Fetched(_plain(url), bytes(body), response.headers.get("content-type", ""), named)


def _unpacked(response: httpx.Response) -> Iterable[bytes]:
    """The body in small pieces, also of a gzip bomb, so that whoever counts can stop."""
    chunks = cast(Iterable[bytes], response.stream)
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing in {"gzip", "x-gzip"}:
        return packed.members(chunks)
    if packing in {"", "identity"}:
        return chunks
    raise SourceError("sends its page packed in a way we did not ask for. Tell its owner, or use another address.")


def _words(error: Exception) -> str:
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return "cannot prove who it is: its certificate is not valid here. Check the address, or tell its owner."
    return next(words for kinds, words in _FAILURES if isinstance(error, kinds)).format(error=error)


def _shown(url: str) -> str:
    """An address for people: without login, query and fragment, which may hold secrets."""
    text = re.sub(r".*@", "…@", url, flags=re.DOTALL)
    with suppress(httpx.InvalidURL, ValueError):
        parts = httpx.URL(url)
        if parts.raw_host:
            text = f"{parts.scheme}://{parts.netloc.decode('ascii')}{parts.raw_path.decode('ascii')}"
    text = re.sub(r"[?#].*", "?…", text, flags=re.DOTALL)
    return "".join(sign if sign.isprintable() else "�" for sign in text[:200]) or "Nothing"
