"""Reading a feed of 700 long entries, beside feedparser alone on the same bytes: `python -m benchmarks.feeds`."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from io import BytesIO

import feedparser

from pipeline.ingest import feeds

ENTRIES = 700
ROUNDS = 3
_PROSE = (
    "soil water bread dough mulch garden kitchen seed winter patience paper crust oven leaf morning table people "
    "because while after before slowly always a the of in and with without that which grows keeps rests tastes holds"
)
_WORDS = _PROSE.split()
_BOX = (
    '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div>'
    '<div class="kg-callout-text">{}</div></div>'
)


def make(count: int) -> bytes:
    """A feed of `count` entries of about 3 KB as a blog has them: links, headings, a list, a box and a picture."""
    dice = random.Random(7)  # noqa: S311 -- words, not secrets
    entries = "".join(_entry(number, dice) for number in range(count))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Garden</title>'
        f"<link>https://garden.example/</link><language>en</language>{entries}</channel></rss>"
    ).encode()


def _entry(number: int, dice: random.Random) -> str:
    def sentence() -> str:
        return " ".join(dice.choices(_WORDS, k=dice.randint(8, 22))).capitalize() + "."

    page = f"https://garden.example/{number}/"
    paragraphs = [
        f'<p>{sentence()} {sentence()} {sentence()} <a href="/{dice.randint(1, 9999)}/">{dice.choice(_WORDS)}</a> '
        f"<em>{dice.choice(_WORDS)}</em> {sentence()}</p>"
        for _ in range(6)
    ]
    body = (
        f"{''.join(paragraphs[:3])}<h2>The second part</h2>{''.join(paragraphs[3:])}"
        f"<ul><li>{sentence()}</li><li>{sentence()}</li></ul>{_BOX.format(sentence())}"
        f'<img src="{page}a.jpg" alt="A garden">'
    )
    return (
        f"<item><title>{dice.choice(_WORDS)} {number}</title><link>{page}</link><guid>{page}</guid>"
        f"<pubDate>Mon, {1 + number % 28:02} May 2026 06:00:00 GMT</pubDate><category>garden</category>"
        f"<description>{sentence()}</description><content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )


def best(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of processor time of the fastest run, which other programs disturb least."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        act()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    source = make(ENTRIES)
    ours = best(lambda: feeds.read(source, "feed"))
    theirs = best(lambda: feedparser.parse(BytesIO(source)))
    bare = best(lambda: feedparser.parse(BytesIO(source), sanitize_html=False, resolve_relative_uris=False))
    print(f"{ENTRIES} entries, {len(source):,} bytes: {ours * 1000:.0f} ms to whole articles")
    print(f"  feedparser alone, as it comes     {theirs * 1000:6.0f} ms, ours {ours / theirs:.2f} × that  (goal 1.5)")
    print(f"  feedparser without its cleaning   {bare * 1000:6.0f} ms, ours {ours / bare:.2f} × that")
    for count in (ENTRIES * 10, 10_000):
        _growing(count, ours, bare)


def _growing(count: int, ours: float, bare: float) -> None:
    """Print how time grows with the entries; feedparser's own grows faster than they do."""
    source, times = make(count), count / ENTRIES
    longer = best(lambda: feeds.read(source, "feed"), rounds=1) / ours
    alone = best(lambda: feedparser.parse(BytesIO(source), sanitize_html=False, resolve_relative_uris=False), 1) / bare
    print(
        f"  {count:,} entries, {times:4.1f} × as many: {longer:4.1f} × as long  "
        f"(goal {times * 1.05:.1f}; feedparser without its cleaning {alone:.1f})"
    )


if __name__ == "__main__":
    main()
