"""Fetching against a web that does not exist: names, connections and time are fakes."""

from __future__ import annotations

import gzip
import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import httpx
import pytest

from pipeline import __version__
from pipeline.errors import NoPage, NotNow, SourceError, TooMuch
from pipeline.ingest.fetch import Fetched, fetch
from pipeline.ingest.versions import USUAL_WAIT, Version

PUBLIC = "93.184.216.34"
Page = httpx.Response | Exception


class Chunks(httpx.SyncByteStream):
    def __init__(self, chunks: Iterator[bytes]) -> None:
        self.chunks = chunks
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        return self.chunks

    def close(self) -> None:
        self.closed = True


@dataclass
class Web(httpx.BaseTransport):
    """Pages by `host/path`, names by host; remembers what was asked."""

    pages: Mapping[str, Page] = field(default_factory=dict)
    names: Mapping[str, list[list[str]]] = field(default_factory=dict)
    requests: list[httpx.Request] = field(default_factory=list)
    looked_up: list[tuple[str, int]] = field(default_factory=list)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        page = self.pages[request.headers["host"] + request.url.raw_path.decode()]
        if isinstance(page, Exception):
            raise page
        return page

    def resolve(self, host: str, port: int) -> list[str]:
        self.looked_up.append((host, port))
        answers = self.names.get(host, [[PUBLIC]])
        return answers[min(len([name for name, _ in self.looked_up if name == host]), len(answers)) - 1]

    def fetch(
        self,
        url: str,
        *,
        limit: int = 1000,
        clock: Callable[[], float] = lambda: 0.0,
        allow_private: bool = False,
        known: Version | None = None,
    ) -> Fetched:
        return fetch(
            url,
            resolve=self.resolve,
            transport=self,
            clock=clock,
            limit=limit,
            seconds=20,
            allow_private=allow_private,
            known=known,
        )

    def refuses(self, url: str, *, limit: int = 1000) -> str:
        with pytest.raises(SourceError) as caught:
            self.fetch(url, limit=limit)
        return str(caught.value)


def a_page(content: bytes = b"<rss/>", **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(200, headers=named, stream=httpx.ByteStream(content))


def sent_on(location: str, status: int = 302) -> httpx.Response:
    return httpx.Response(status, headers={"location": location, "set-cookie": "a=b"})


def test_a_page_is_fetched_with_its_type_and_final_address() -> None:
    web = Web({"blog.example/feed?n=5": a_page(b"<rss/>", content_type="application/rss+xml; charset=utf-8")})
    got = web.fetch("https://blog.example/feed?n=5#top")
    assert got == Fetched("https://blog.example/feed?n=5", b"<rss/>", "application/rss+xml; charset=utf-8")


def test_the_connection_goes_to_the_address_that_was_judged_and_keeps_the_name() -> None:
    web = Web({"blog.example:8443/feed": a_page()}, names={"blog.example": [[PUBLIC], ["127.0.0.1"]]})
    web.fetch("https://blog.example:8443/feed")
    (request,) = web.requests
    assert web.looked_up == [("blog.example", 8443)]
    assert (request.url.host, request.url.port, request.url.scheme) == (PUBLIC, 8443, "https")
    assert request.headers["host"] == "blog.example:8443"
    assert request.extensions["sni_hostname"] == "blog.example"


def test_a_name_is_judged_again_when_it_is_met_again() -> None:
    web = Web({"blog.example/": sent_on("/feed")}, names={"blog.example": [[PUBLIC], ["127.0.0.1"]]})
    assert "which leads to 127.0.0.1, which is private" in web.refuses("https://blog.example/")
    assert len(web.requests) == 1


def test_a_name_in_another_script_goes_out_as_punycode() -> None:
    web = Web({"xn--bcher-kva.example/": a_page()})
    web.fetch("https://bücher.example/")
    assert web.requests[0].extensions["sni_hostname"] == "xn--bcher-kva.example"


def test_a_final_dot_is_not_part_of_the_certificates_name() -> None:
    web = Web({"blog.example./": a_page()})
    web.fetch("https://blog.example./")
    assert web.requests[0].extensions["sni_hostname"] == "blog.example"


def test_we_say_who_we_are_and_ask_for_gzip_only() -> None:
    web = Web({"blog.example/": a_page()})
    web.fetch("https://blog.example/")
    sent = web.requests[0].headers
    assert sent["user-agent"] == f"Lichtpunt/{__version__}"
    assert sent["accept-encoding"] == "gzip"
    assert sorted(sent) == ["accept", "accept-encoding", "connection", "host", "user-agent"]


@pytest.mark.parametrize(
    "url",
    [
        *("/etc/passwd", "file:///etc/passwd", "file://blog.example/etc/passwd", "gopher://blog.example/", "feed", ""),
        *("ftp://blog.example/feed", "javascript:alert(1)", "data:text/html,x", "http:///feed", "http://h:99999/"),
        *("http:\\\\blog.example/", "HTTPX://blog.example/", "//blog.example/feed"),
    ],
)
def test_only_web_addresses_are_fetched(url: str) -> None:
    web = Web()
    assert web.refuses(url).endswith(
        " is not a web address. Write one that starts with https:// or http://, or give a file."
    )
    assert (web.requests, web.looked_up) == ([], [])


@pytest.mark.parametrize(
    "url",
    [
        "http://[::1/",
        "http://blog.example:feed/",
        "http://0177.0.0.1/",
        "http://１２７.0.0.1/",
        "http://a\nb/",
        "http://a/\udcff",
    ],
)
def test_a_broken_address_says_what_a_good_one_looks_like(url: str) -> None:
    assert (
        Web().refuses(url).endswith(" leads to no valid address. Write a whole one, such as https://blog.example/feed.")
    )


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "%31.0.0.1"]
)
def test_a_private_or_disguised_address_is_never_asked(host: str) -> None:
    web = Web()
    web.refuses(f"http://{host}/latest/meta-data")
    assert (web.requests, web.looked_up) == ([], [])


def test_what_stands_before_the_at_sign_is_not_the_host() -> None:
    assert "leads to 127.0.0.1" in Web().refuses("http://blog.example\\@127.0.0.1/")


def test_a_private_address_is_fetched_on_a_persons_word() -> None:
    web = Web({"intranet.example/": a_page()}, names={"intranet.example": [["192.168.1.7"]]})
    assert web.fetch("http://intranet.example/", allow_private=True).body == b"<rss/>"
    assert web.requests[0].url.host == "192.168.1.7"


def test_an_address_that_takes_no_connection_gives_way_to_the_next() -> None:
    class FirstIsDown(Web):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.host == "2606:4700::1":
                raise httpx.ConnectError("unreachable")
            return super().handle_request(request)

    web = FirstIsDown({"blog.example/": a_page()}, names={"blog.example": [["2606:4700::1", PUBLIC]]})
    assert web.fetch("https://blog.example/").body == b"<rss/>"


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(status: int) -> None:
    web = Web({"blog.example/": sent_on("../feed", status), "blog.example/feed": a_page()})
    assert web.fetch("http://blog.example/").url == "http://blog.example/feed"


def test_three_redirects_are_followed_and_each_name_is_looked_up() -> None:
    chain = {f"{name}.example/": sent_on(f"https://{after}.example/") for name, after in itertools.pairwise("abcd")}
    web = Web(chain | {"d.example/": a_page()})
    assert web.fetch("https://a.example/").url == "https://d.example/"
    assert [name for name, _ in web.looked_up] == ["a.example", "b.example", "c.example", "d.example"]


def test_a_fourth_redirect_is_too_many() -> None:
    web = Web({"blog.example/": sent_on("/")})
    assert web.refuses("https://blog.example/") == (
        "https://blog.example/ sends us on to https://blog.example/, which is one step too many: we follow 3. "
        "Write the address where it ends."
    )
    assert len(web.requests) == 4


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "//169.254.169.254/", "http://[::ffff:7f00:1]/", "http://inside.example/"]
)
def test_a_redirect_to_a_private_address_is_refused(target: str) -> None:
    web = Web({"blog.example/": sent_on(target)}, names={"inside.example": [["10.0.0.8"]]})
    assert web.refuses("http://blog.example/").startswith("http://blog.example/ sends us on to http://")
    assert len(web.requests) == 1


@pytest.mark.parametrize("target", ["file:/etc/passwd", "gopher://127.0.0.1:25/", "ftp://blog.example/"])
def test_a_redirect_away_from_the_web_is_refused(target: str) -> None:
    web = Web({"blog.example/": sent_on(target)})
    assert f"sends us on to {target}, which is not a web address" in web.refuses("https://blog.example/")


@pytest.mark.parametrize("name", ["xn--a", "xn--0.example", "www.xn--a.example"])
def test_a_name_that_stands_for_none_in_any_script_is_told_like_any_other(name: str) -> None:
    web = Web(
        {"blog.example/": httpx.Response(301, headers=[(b"location", f"https://{name}/".encode())])}, {name: [[]]}
    )
    with pytest.raises(SourceError):
        web.fetch("https://blog.example/")
    with pytest.raises(SourceError):
        web.fetch(f"https://{name}/")
    assert len(web.requests) == 1


@pytest.mark.parametrize("target", ["http://[::1", "https://blog.example:x/", "https://[v1.x]/"])
def test_a_redirect_to_a_broken_address_is_refused(target: str) -> None:
    web = Web({"blog.example/": sent_on(target)})
    assert "leads to no valid address" in web.refuses("https://blog.example/")


def test_a_redirect_from_https_to_http_is_refused() -> None:
    web = Web({"blog.example/": sent_on("http://blog.example/feed")})
    assert "sends us on to http, where others can read along" in web.refuses("https://blog.example/")
    assert len(web.requests) == 1


def test_a_redirect_response_is_closed_and_its_cookie_forgotten() -> None:
    leftover = Chunks(iter([b"moved"]))
    moved = httpx.Response(302, headers={"location": "/feed", "set-cookie": "id=1"}, stream=leftover)
    web = Web({"blog.example/": moved, "blog.example/feed": a_page()})
    web.fetch("https://blog.example/")
    assert leftover.closed
    assert "cookie" not in web.requests[1].headers


# Logins and other secrets

LOGIN = "Basic bWU6cyNjcmV0"  # me:s#cret


def logins(web: Web) -> list[str | None]:
    return [request.headers.get("authorization") for request in web.requests]


def test_a_login_goes_to_its_own_host_only_as_a_header() -> None:
    web = Web({"blog.example/feed": a_page()})
    assert web.fetch("https://me:s%23cret@blog.example/feed").url == "https://blog.example/feed"
    assert logins(web) == [LOGIN]
    assert "cret" not in str(web.requests[0].url)


@pytest.mark.parametrize(
    ("start", "target", "second"),
    [
        ("https://me:s%23cret@blog.example/", "/feed", LOGIN),
        ("https://me:s%23cret@blog.example/", "https://blog.example/feed", LOGIN),
        ("http://me:s%23cret@blog.example/", "https://blog.example/feed", LOGIN),
        ("https://me:s%23cret@blog.example/", "https://evil.example/feed", None),
        ("https://me:s%23cret@blog.example/", "https://blog.example:8443/feed", None),
        ("https://me:s%23cret@blog.example/", "https://blog.example.evil.example/feed", None),
        ("https://blog.example/", "https://other:login@evil.example/feed", None),
        ("https://blog.example/", "https://other:login@blog.example/feed", None),
    ],
)
def test_a_redirect_takes_a_login_to_the_same_host_only(start: str, target: str, second: str | None) -> None:
    ends = ["blog.example", "evil.example", "blog.example:8443", "blog.example.evil.example"]
    web = Web({"blog.example/": sent_on(target)} | {f"{end}/feed": a_page() for end in ends})
    web.fetch(start)
    assert logins(web)[1] == second


def test_a_login_that_was_dropped_stays_dropped() -> None:
    web = Web(
        {
            "blog.example/": sent_on("https://evil.example/"),
            "evil.example/": sent_on("https://blog.example/feed"),
            "blog.example/feed": a_page(),
        }
    )
    web.fetch("https://me:s%23cret@blog.example/")
    assert logins(web) == [LOGIN, None, None]


@pytest.mark.parametrize(
    ("url", "pages"),
    [
        ("https://me:canary@blog.example/?key=canary#canary", {"blog.example/?key=canary": httpx.Response(404)}),
        ("https://me:canary@blog.example/", {"blog.example/": sent_on("https://x:canary@[::1]/?canary")}),
        ("https://me:canary@blog.example/", {"blog.example/": httpx.ConnectError("canary")}),
        ("https://me:canary@127.0.0.1/?canary", {}),
        ("https://me:can/canary@blog.example/feed", {}),
        ("me:canary@blog.example/?canary", {}),
        ("ftp://me:canary@blog.example/?canary", {}),
    ],
)
def test_no_answer_shows_a_login_or_a_query(url: str, pages: dict[str, Page]) -> None:
    message = Web(pages).refuses(url)
    assert "blog.example" in message or "127.0.0.1" in message
    assert "canary" not in message


def test_a_path_with_an_at_sign_is_shown_whole() -> None:
    web = Web({"social.example/@baker.rss": httpx.Response(404)})
    assert web.refuses("https://social.example/@baker.rss").startswith("https://social.example/@baker.rss answers with")


# Answers that are no page


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "it asks for a login. Check the name and password"),
        (403, "it does not let us in. Ask its owner"),
        (404, "there is no such page. Check the address."),
        (410, "the page is gone for good. Write its new address"),
        (418, "that is no page. Check the address."),
        (304, "that is no page. Check the address."),
        (429, "we ask too often. Try again later."),
        (503, "it is out of order. Try again later."),
    ],
)
def test_a_status_is_told_in_plain_words(status: int, words: str) -> None:
    message = Web({"blog.example/": httpx.Response(status)}).refuses("https://blog.example/")
    assert message.startswith(f"https://blog.example/ answers with status {status}: {words}")


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (httpx.ConnectError("x"), "cannot be reached. Check the address and the connection"),
        (httpx.ConnectTimeout("x"), "cannot be reached. Check the address and the connection"),
        (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] x"), "cannot prove who it is"),
        (httpx.ReadTimeout("x"), "takes too long to answer. Try again later."),
        (httpx.ReadError("x"), "broke off before its answer was complete. Try again later."),
        (httpx.RemoteProtocolError("x"), "broke off before its answer was complete. Try again later."),
    ],
)
def test_a_failing_connection_is_told_in_plain_words(failure: Exception, words: str) -> None:
    message = Web({"blog.example/": failure}).refuses("https://blog.example/")
    assert message.startswith(f"https://blog.example/ {words}")


@pytest.mark.parametrize("status", [403, 404, 410, 500])
def test_a_status_can_be_asked(status: int) -> None:
    with pytest.raises(NoPage) as caught:
        Web({"blog.example/": httpx.Response(status)}).fetch("https://blog.example/")
    assert caught.value.status == status


# Size


def test_a_body_of_just_the_limit_is_fetched() -> None:
    assert len(Web({"blog.example/": a_page(b"x" * 1000)}).fetch("https://blog.example/", limit=1000).body) == 1000


def test_a_body_without_end_is_read_no_further_than_the_limit() -> None:
    endless = itertools.count()
    stream = Chunks(b"x" * 100 for _ in endless)
    web = Web({"blog.example/": httpx.Response(200, stream=stream)})
    assert web.refuses("https://blog.example/", limit=1000).startswith(
        "https://blog.example/ gives more than 1,000 bytes."
    )
    assert next(endless) == 11
    assert stream.closed


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP"])
def test_gzip_is_unpacked(coding: str) -> None:
    web = Web({"blog.example/": a_page(gzip.compress(b"one ") + gzip.compress(b"two"), content_encoding=coding)})
    assert web.fetch("https://blog.example/").body == b"one two"


def test_gzip_in_single_bytes_is_unpacked() -> None:
    single = Chunks(bytes([byte]) for byte in gzip.compress(b"slow but whole" * 50))
    web = Web({"blog.example/": httpx.Response(200, headers={"content-encoding": "gzip"}, stream=single)})
    assert web.fetch("https://blog.example/").body == b"slow but whole" * 50


@pytest.mark.parametrize("body", [b"", b"no gzip", gzip.compress(b"text")[:-3], gzip.compress(b"text") + b"rubbish"])
def test_damaged_gzip_is_told(body: bytes) -> None:
    web = Web({"blog.example/": a_page(body, content_encoding="gzip")})
    assert web.refuses("https://blog.example/") == (
        "https://blog.example/ sends damaged data. Try again later, or tell its owner."
    )


@pytest.mark.parametrize("coding", ["br", "deflate", "zstd", "gzip, gzip"])
def test_a_packing_we_did_not_ask_for_is_refused(coding: str) -> None:
    web = Web({"blog.example/": a_page(b"x", content_encoding=coding)})
    assert "packed in a way we did not ask for" in web.refuses("https://blog.example/")


# Time


def a_clock_that_steps(seconds: float) -> Callable[[], float]:
    ticks = itertools.count()
    return lambda: next(ticks) * seconds


def test_a_slow_drip_ends_at_the_deadline() -> None:
    endless = itertools.count()
    web = Web({"blog.example/": httpx.Response(200, stream=Chunks(b"x" for _ in endless))})
    with pytest.raises(SourceError, match=r"^https://blog\.example/ takes too long to answer\. Try again later\.$"):
        web.fetch("https://blog.example/", clock=a_clock_that_steps(1))
    assert next(endless) <= 20


def test_all_redirects_share_one_deadline() -> None:
    web = Web({"blog.example/": sent_on("/")})
    with pytest.raises(SourceError, match="takes too long"):
        web.fetch("https://blog.example/", clock=a_clock_that_steps(9))
    assert len(web.requests) == 2


def test_no_wait_is_longer_than_what_is_left() -> None:
    web = Web({"blog.example/": a_page()})
    web.fetch("https://blog.example/", clock=a_clock_that_steps(8))
    assert web.requests[0].extensions["timeout"] == {"connect": 5.0, "read": 12.0, "write": 12.0, "pool": 12.0}


# Versions: what is known is not sent again

ETAG, DATE = 'W/"7"', "Mon, 04 May 2026 06:00:00 GMT"
KNOWN = Version("https://blog.example/feed", ETAG, DATE)
NEVER = httpx.Response(304)


def conditions(web: Web) -> list[tuple[str | None, str | None]]:
    return [
        (request.headers.get("if-none-match"), request.headers.get("if-modified-since")) for request in web.requests
    ]


def test_an_answer_names_its_version_and_where_that_holds() -> None:
    web = Web({"blog.example/": sent_on("/feed?n=5"), "blog.example/feed?n=5": a_page(etag=ETAG, last_modified=DATE)})
    assert web.fetch("https://me:s%23cret@blog.example/").version == Version(
        "https://blog.example/feed?n=5", ETAG, DATE
    )


def test_an_answer_without_a_version_has_none() -> None:
    assert Web({"blog.example/": a_page()}).fetch("https://blog.example/").version is None


@pytest.mark.parametrize("etag", [f'"{"x" * 500}"', '"é"', '"a\tb"', ""])
def test_a_version_that_cannot_be_sent_back_is_none(etag: str) -> None:
    answer = httpx.Response(200, headers=[(b"etag", etag.encode("latin-1"))], stream=httpx.ByteStream(b"<rss/>"))
    assert Web({"blog.example/": answer}).fetch("https://blog.example/").version is None


def test_what_is_known_is_asked_for_only_where_it_changed() -> None:
    web = Web({"blog.example/feed": NEVER})
    got = web.fetch("https://blog.example/feed#top", known=KNOWN)
    assert (got.unchanged, got.body) == (True, b"")
    assert conditions(web) == [(ETAG, DATE)]


def test_a_version_is_told_only_to_the_address_that_named_it() -> None:
    pages: dict[str, Page] = {
        "blog.example/": sent_on("https://other.example/feed"),
        "other.example/feed": sent_on("https://blog.example/feed"),
        "blog.example/feed": NEVER,
    }
    web = Web(pages)
    assert web.fetch("https://blog.example/", known=KNOWN).unchanged
    assert conditions(web) == [(None, None), (None, None), (ETAG, DATE)]


def test_an_unchanged_page_that_nobody_asked_for_is_no_page() -> None:
    web = Web({"blog.example/other": NEVER})
    with pytest.raises(SourceError, match="answers with status 304: that is no page"):
        web.fetch("https://blog.example/other", known=KNOWN)


# Moving, and being asked to wait


@pytest.mark.parametrize(
    ("steps", "moved"),
    [
        ([301], "https://blog.example/1"),
        ([308, 301], "https://blog.example/2"),
        ([301, 302], "https://blog.example/1"),
        ([302, 301], None),
        ([307], None),
        ([], None),
    ],
)
def test_an_address_moved_for_good_as_far_as_each_step_says_so(steps: list[int], moved: str | None) -> None:
    pages: dict[str, Page] = {f"blog.example/{at}": sent_on(f"/{at + 1}", status) for at, status in enumerate(steps)}
    web = Web(pages | {f"blog.example/{len(steps)}": a_page()})
    assert web.fetch("https://blog.example/0").moved_to == moved


def test_where_it_moved_shows_no_secret() -> None:
    web = Web({"blog.example/": sent_on("/feed?key=canary", 301), "blog.example/feed?key=canary": a_page()})
    assert web.fetch("https://me:canary@blog.example/").moved_to == "https://blog.example/feed?…"


SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
WAITS = [
    ({"retry-after": "120"}, 120 * SECOND),
    ({"retry-after": "0"}, 0 * SECOND),
    ({"retry-after": "9" * 400}, DAY),
    ({"retry-after": "Mon, 04 May 2026 06:10:00 GMT", "date": DATE}, 600 * SECOND),
    ({"retry-after": "Mon, 04 May 2020 06:10:00 GMT", "date": DATE}, 0 * SECOND),
    ({"retry-after": "Mon, 04 May 2026 06:10:00 GMT"}, USUAL_WAIT),
    ({"retry-after": "Mon, 04 May 2026 06:10:00", "date": DATE}, USUAL_WAIT),
    ({"retry-after": "soon"}, USUAL_WAIT),
    ({"retry-after": "-5"}, USUAL_WAIT),
    ({}, USUAL_WAIT),
]


@pytest.mark.parametrize(("headers", "wait"), WAITS)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_says_how_long_it_is_to_be_left_alone(
    status: int, headers: dict[str, str], wait: timedelta
) -> None:
    with pytest.raises(NotNow, match=rf"^https://blog\.example/ answers with status {status}: ") as caught:
        Web({"blog.example/": httpx.Response(status, headers=headers)}).fetch("https://blog.example/")
    assert caught.value.wait == wait


def test_more_than_we_take_is_an_error_of_its_own() -> None:
    with pytest.raises(TooMuch):
        Web({"blog.example/": a_page(b"x" * 1001)}).fetch("https://blog.example/", limit=1000)


# What attackers send


def test_a_small_answer_that_unpacks_to_500_mb_is_read_no_further_than_the_limit() -> None:
    bomb = gzip.compress(bytes(10_000_000)) * 50
    web = Web({"blog.example/": a_page(bomb, content_encoding="gzip")})
    assert len(bomb) < 1_000_000
    assert "gives more than 1,000 bytes" in web.refuses("https://blog.example/", limit=1000)
