"""Reading articles: the whole way to an Article beside the bare parsers it uses."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import feedparser
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from pipeline.ingest import files

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"


def median(work: Callable[[], object], runs: int = 30) -> float:
    """Median seconds of `work`, warm."""
    work()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def main() -> None:
    markdown, page, feed = (
        EXAMPLES / name for name in ("nl/brood-dat-op-je-wacht.md", "en/a-teapot-garden.html", "en/feed.xml")
    )
    rows: list[tuple[str, Path, str, Callable[[], object]]] = [
        ("Markdown", markdown, "markdown-it", lambda: MarkdownIt().render(markdown.read_text())),
        ("HTML", page, "selectolax", lambda: LexborHTMLParser(page.read_text())),
        ("feed", feed, "feedparser", lambda: feedparser.parse(feed.read_bytes(), sanitize_html=False)),
    ]
    for name, path, library, bare in rows:
        ours, theirs = median(lambda path=path: files.articles(path)), median(bare)  # type: ignore[misc]
        print(f"{name:9} {ours * 1000:6.1f} ms  {ours / theirs:5.1f} × bare {library} ({path.stat().st_size} bytes)")


if __name__ == "__main__":
    main()
