"""Where a connection may go: a website's public address, and a private one only where a person said so.

The messages raised here go on after a place: "https://blog.example/feed" + "leads to 127.0.0.1, …".
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable

from pipeline.errors import SourceError

Resolve = Callable[[str, int], list[str]]
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# What `allow_private` opens: this machine, private networks (RFC 1918, 4193), the shared range of VPNs (RFC 6598).
_PRIVATE = [
    ipaddress.ip_network(network)
    for network in (
        *("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"),
        *("::1/128", "fc00::/7"),
    )
]
# No website lives here, though `is_global` of some Python versions says so: IANA's special-purpose address registries.
_SPECIAL = [
    ipaddress.ip_network(network)
    for network in ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2002::/16", "3fff::/20")
]
_UNICAST6 = ipaddress.ip_network("2000::/3")  # all of IPv6 that is given out (RFC 4291)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # reaches the IPv4 address in its last 32 bits (RFC 6052)
# The system reads 2130706433, 0x7f.1 and 127.1 as 127.0.0.1; nobody writes a website that way.
_NUMBER = re.compile(r"(?:.*\.)?(?:0x[0-9a-f]*|\d+)\.?", re.IGNORECASE)


def lookup(host: str, port: int) -> list[str]:
    """The addresses of a name, in the system's order of preference. The system sets its own time limit."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def allowed(host: str, port: int, allow_private: bool, resolve: Resolve) -> list[str]:
    """The addresses of `host`, a name or an address itself; a name is looked up once.

    Raises:
        SourceError: there are none, or one is not allowed. One spoils all: a mixed answer is no accident.
    """
    try:
        found = [ipaddress.ip_address(host)]
    except ValueError:
        found = _resolved(host, port, resolve)
    for address in map(_reached, found):
        private = any(address in network for network in _PRIVATE)
        if private and not allow_private:
            raise SourceError(
                f"leads to {address}, which is private. Use a public one; if it is your own, write allow_private: true."
            )
        if not private and not _is_public(address):
            raise SourceError(f"leads to {address}, where no website can be. Use a public address.")
    return [str(address) for address in found]


def _resolved(host: str, port: int, resolve: Resolve) -> list[_Address]:
    if _NUMBER.fullmatch(host):
        raise SourceError("has a number where a name should be. Write the name of the website.")
    try:
        found = [ipaddress.ip_address(address) for address in resolve(host, port)]
    except (OSError, UnicodeError) as error:
        raise SourceError("cannot be found. Check the name for typing errors, and the connection.") from error
    if not found:
        raise SourceError("has no address. Check the name for typing errors.")
    return found


def _reached(address: _Address) -> _Address:
    """The address that is reached in the end: IPv6 may wrap an IPv4 address."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address in _NAT64:
            return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address


def _is_public(address: _Address) -> bool:
    """`is_global` alone lets multicast, 6to4, site-local and reserved addresses pass."""
    given_out = address.version == 4 or address in _UNICAST6
    special = address.is_multicast or any(address in network for network in _SPECIAL)
    return given_out and address.is_global and not special
