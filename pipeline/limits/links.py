"""Find the links in a post as the networks find them: X also without `https://`, Mastodon only with it.

The rules are those of X's twitter-text 3, which Mastodon took over with wider paths. Its pattern is tried at every place of
a text and takes quadratic time. Here a text is read once, from chain to chain: a *chain* is labels with single dots between
them, so that every host name lies within one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.limits.domains import is_host, suffix_end

Span = tuple[int, int]
"""Start and end (exclusive) of a piece of text, in characters."""

_INVALID = "\ufffe\ufeff\uffff"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SPACE = "\\x09-\\x0d \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Of a host name: whatever is not listed.
_LETTER = rf"[^!'#%&()*+,\\\-./:;<=>?@\[\]^_{{|}}~${_SPACE}{_INVALID}{_DIRECTION}]"
_LABEL = rf"{_LETTER}++(?:[-_]++{_LETTER}++)*+"
_CHAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*+")
_INNER_DOT = re.compile(rf"{_LETTER}\.{_LETTER}")
_BEFORE = rf"[^A-Za-z0-9@＠$#＃{_INVALID}]"  # what may stand before a link
_START = re.compile(rf"(?:(?<={_BEFORE})|\A){_LETTER}")
_PROTOCOL = re.compile(rf"(?:(?<={_BEFORE})|\A)https?://", re.IGNORECASE | re.ASCII)

_ACCENTED = (
    "\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb"
    "\u0300-\u036f\u1e00-\u1eff"
)
_LATIN_CHAIN = re.compile(rf"(?:[-A-Za-z0-9{_ACCENTED}]++\.)++")


def _tail(inside: str, last: str, query: str, query_last: str) -> re.Pattern[str]:
    """What follows a host: port, path, query. Brackets belong to a path in pairs, at most one pair inside another."""
    pair = rf"\((?:{inside}++|{inside}*+\({inside}++\){inside}*+)\)"
    return re.compile(rf"(?::[0-9]+)?(?P<path>/(?:{inside}|{pair})*(?<={last}))?(?:\?{query}*{query_last})?")


_X_WORD = f"A-Za-z0-9\u0400-\u04ff{_ACCENTED}"
_X_QUERY = r"[A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]"
_X_QUERY_LAST = r"[A-Za-z0-9\-_&=#/]"
_X_TAIL = _tail(rf"[{_X_WORD}!*';:=+,.$/%#\[\]\-\u2013_~@|&]", rf"[{_X_WORD}+\-=_#/)]", _X_QUERY, _X_QUERY_LAST)
_X_SHORTENED = re.compile(rf"https?://t\.co/([A-Za-z0-9]+)(?:\?{_X_QUERY}*{_X_QUERY_LAST})?", re.IGNORECASE | re.ASCII)
_X_SLUG_MOST = 40
_URL_MOST = 4096

# mastodon/mastodon, config/initializers/twitter_regex.rb
_MASTODON_TAIL = _tail(
    inside=r"[^\s<>()?]",
    last=r"[^\s(?!*\"'「」<>;:=,.$%\[\]~&|@]",
    query=r"[A-Za-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^\xa0-\U0010ffff]",
    query_last=r"[A-Za-z0-9_&=#/\-\xa0-\U0010ffff]",
)


def urls(text: str) -> list[Span]:
    """The links X shortens, also those without `https://`, in order."""
    return list(_spans(text, _X_TAIL, bare=True))


def web_links(text: str) -> list[Span]:
    """The links Mastodon shortens, in order: with `http://` or `https://` only."""
    return list(_spans(text, _MASTODON_TAIL, bare=False))


def _spans(text: str, tail: re.Pattern[str], *, bare: bool) -> Iterator[Span]:
    if not _INNER_DOT.search(text):
        return
    at = first = 0  # read on from `at`; the next link starts at `first` or later
    while chain := _CHAIN.search(text, at):
        host = _host(text, chain, first)
        if host is None:
            at = chain.end()
            continue
        rest = tail.match(text, host[1])
        at = rest.end() if rest else host[1]
        protocol = _protocol(text, host[0], first)
        if not is_host(text[slice(*host)]):
            pass
        elif protocol is not None:
            yield from _with_protocol(text, protocol, at)
        elif bare:
            yield from _without_protocol(text, host, at if rest and rest["path"] else None)
        first = at + 1  # the character before a link is not the end of another


def _host(text: str, chain: re.Match[str], first: int) -> Span | None:
    """The host name in a chain, as far left and then as long as can be."""
    found: dict[bool, Span] = {}  # has the name an underscore? -> its last dot and its end, of the last such name
    label = chain.start()
    while (dot := text.find(".", label, chain.end())) >= 0:
        following = text.find(".", dot + 1, chain.end())
        if end := suffix_end(text, dot + 1, following if following >= 0 else chain.end()):
            found["_" in text[label:dot]] = dot, end
        label = dot + 1
    if not found:
        return None
    # Only what comes before the name proper may hold underscores; else the host begins after the last of them.
    dot, end = found.get(False) or found[True]
    earliest = chain.start() if False in found else text.rindex("_", 0, dot) + 1
    start = _START.search(text, max(earliest, first), dot)
    if start is None:
        return None
    # X's pattern would rather see the text's first character before a link than in it.
    return (1 if start.start() == 0 and _START.match(text, 1, dot) else start.start()), end


def _protocol(text: str, host: int, first: int) -> int | None:
    """Where the `http://` or `https://` right before a host starts, if nothing forbidden stands before it."""
    starts = (host - len(protocol) for protocol in ("http://", "https://"))
    return next((start for start in starts if start >= first and _PROTOCOL.fullmatch(text, start, host)), None)


def _with_protocol(text: str, start: int, stop: int) -> Iterator[Span]:
    if stop - start > _URL_MOST - len("https://"):
        return
    shortened = _X_SHORTENED.match(text, start, stop)
    if shortened is None:
        yield start, stop
    elif len(shortened[1]) <= _X_SLUG_MOST:
        yield shortened.span()


def _without_protocol(text: str, host: Span, stop: int | None) -> Iterator[Span]:
    """The parts of a host that are in the Latin alphabet; with a path the last of them goes on to `stop`."""
    start, end = host
    if text[max(start - 1, 0)] in "-_./":
        return
    found: list[Span] = []
    while chain := _LATIN_CHAIN.search(text, start, end):
        start = chain.end()
        for dot in (place for place in range(chain.end() - 1, chain.start(), -1) if text[place] == "."):
            if last := suffix_end(text, dot + 1, end):
                found.append((chain.start(), last))
                start = last
                break
    if found and stop is not None:
        found[-1] = found[-1][0], stop
    yield from found
