"""Which addresses a connection may go to."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.ingest.addresses import allowed, lookup

PUBLIC = ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
PRIVATE = [
    *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1"),
    *("::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1"),
]
NOWHERE = [
    *("0.0.0.0", "169.254.169.254", "224.0.0.1", "255.255.255.255", "240.0.0.1"),  # noqa: S104 -- nobody binds here
    *("192.0.2.1", "192.0.0.8", "198.18.0.1", "192.88.99.1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe"),
    *("::", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2001:db8::1", "::7f00:1", "64:ff9b:1::7f00:1"),
    *("2002:7f00:1::", "2001:0:7f00:1::", "3fff::1", "64:ff9b::e000:1"),
]


def nobody(host: str, port: int) -> list[str]:
    raise AssertionError(f"{host}:{port} was looked up")


def a_name_at(*addresses: str) -> list[str]:
    return allowed("blog.example", 443, False, lambda *_: list(addresses))


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_allowed(address: str) -> None:
    assert allowed(address, 443, False, nobody) == [str(ipaddress.ip_address(address))]
    assert a_name_at(address) == [str(ipaddress.ip_address(address))]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_needs_a_persons_word(address: str) -> None:
    with pytest.raises(
        SourceError, match=r"which is private\. Use a public one; if it is your own, write allow_private"
    ):
        allowed(address, 443, False, nobody)
    with pytest.raises(SourceError, match="which is private"):
        a_name_at(address)
    assert allowed(address, 443, True, nobody) == [str(ipaddress.ip_address(address))]


@pytest.mark.parametrize("address", NOWHERE)
@pytest.mark.parametrize("allow_private", [False, True])
def test_other_special_addresses_are_never_allowed(address: str, allow_private: bool) -> None:
    with pytest.raises(SourceError, match=r"where no website can be\. Use a public address\."):
        allowed(address, 443, allow_private, nobody)
    with pytest.raises(SourceError, match="where no website can be"):
        allowed("blog.example", 443, allow_private, lambda *_: [address])


@pytest.mark.parametrize(
    "host",
    ["2130706433", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.1", "017700000001", "127.0.0.1.", "0X7F.0.0.0x1", "0"],
)
def test_a_number_for_a_name_is_refused_before_the_system_can_read_it(host: str) -> None:
    with pytest.raises(SourceError, match="has a number where a name should be"):
        allowed(host, 80, True, nobody)


@pytest.mark.parametrize("host", ["1.example", "0x7f.example", "4chan.example", "xn--bcher-kva.example", "x0x"])
def test_a_name_with_digits_is_a_name(host: str) -> None:
    assert allowed(host, 80, False, lambda *_: ["93.184.216.34"]) == ["93.184.216.34"]


def test_one_private_address_among_public_ones_spoils_all() -> None:
    with pytest.raises(SourceError, match=r"leads to 127\.0\.0\.1, which is private"):
        a_name_at("93.184.216.34", "127.0.0.1")


def test_the_order_of_addresses_is_kept() -> None:
    assert a_name_at("93.184.216.34", "1.1.1.1") == ["93.184.216.34", "1.1.1.1"]


@pytest.mark.parametrize("failure", [OSError("no such name"), UnicodeError("label too long")])
def test_a_name_that_cannot_be_looked_up_says_so(failure: Exception) -> None:
    def fails(host: str, port: int) -> list[str]:
        raise failure

    with pytest.raises(SourceError, match=r"^cannot be found\. Check the name"):
        allowed("blog.example", 443, False, fails)


def test_a_name_without_an_address_says_so() -> None:
    with pytest.raises(SourceError, match="has no address"):
        a_name_at()


def test_the_systems_own_lookup_gives_each_address_once() -> None:
    assert lookup("127.0.0.1", 80) == ["127.0.0.1"]


def judged(address: object) -> str:
    try:
        allowed(str(address), 443, False, nobody)
    except SourceError as error:
        return str(error)
    return "allowed"


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_however_ipv6_wraps_it(address: ipaddress.IPv4Address) -> None:
    mapped = ipaddress.IPv6Address(0xFFFF << 32 | int(address))
    translated = ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) | int(address))
    assert judged(address) == judged(mapped) == judged(translated)
