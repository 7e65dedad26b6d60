"""Reading articles: the whole way to an Article beside the bare parsers it uses, and how time grows with size."""

from __future__ import annotations

import statistics
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import feedparser
import nh3
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from pipeline.ingest import files, html, inline, markdown, nesting, sections, text
from pipeline.ingest.elements import Document
from pipeline.ingest.suggest import suggesting
from pipeline.model import Block, Section

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
_PAGE = 60_000  # characters of a long article's page
_ARTICLE = 30_000  # and of its text
_LARGE = 5_000_000


def median(work: Callable[[], object], runs: int = 30) -> float:
    """Median seconds of the processor that `work` takes, warm: other programs on the machine do not count."""
    work()
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds)


def article(document: Document) -> object:
    """`document` as an Article."""
    return sections.assemble(document, source="benchmark", name="benchmark")


def long(source: str, most: int) -> str:
    """`source` again and again, up to `most` characters."""
    return (source * (most // len(source) + 1))[:most]


def main() -> None:
    """Print each measurement with what we promise of it."""
    page = (EXAMPLES / "en" / "a-teapot-garden.html").read_text(encoding="utf-8")
    written = (EXAMPLES / "nl" / "brood-dat-op-je-wacht.md").read_text(encoding="utf-8").split("---\n")[-1]
    plain = "\n\n".join(line for line in written.split("\n") if line.strip() and line[0] not in "#>-|<")
    _beside(page, written, plain)
    _growing(page, written, plain)


def _beside(page: str, written: str, plain: str) -> None:
    # One long article in the page's own frame.
    inside = page[page.index("<p") : page.rindex("</p>") + 4]
    whole = page[: page.index("<p")] + inside * (_PAGE // len(inside)) + page[page.rindex("</p>") + 4 :]
    source, words = long(written, _ARTICLE), long(plain, _ARTICLE)
    parsed = MarkdownIt().render(source)
    rows: list[tuple[str, Callable[[], object], Callable[[], object], str]] = [
        ("HTML", lambda: article(html.read(whole)), lambda: _bare(whole), "3 × selectolax and nh3"),
        ("Markdown", lambda: article(markdown.read(source)), lambda: MarkdownIt().render(source), "3 × markdown-it"),
        ("its HTML", lambda: article(html.read(parsed)), lambda: _bare(parsed), "part of the row above"),
        ("floor", lambda: _least(whole), lambda: _bare(whole), "that page parsed and its words made safe, no more"),
    ]
    for name, ours, theirs, goal in rows:
        one, other = median(ours), median(theirs)
        print(f"{name:9} {one * 1000:6.1f} ms, {one / other:4.1f} × the bare parser  (goal: {goal})")
    one = median(lambda: article(text.read(words))) * 1000
    print(f"{'text':9} {one:6.1f} ms for 30 KB, {one / 5:4.1f} × the goal  (goal: 5 ms)")
    feed = EXAMPLES / "en" / "feed.xml"
    one = median(lambda: files.articles(feed))
    other = median(lambda: feedparser.parse(feed.read_bytes(), sanitize_html=False))
    print(f"{'feed':9} {one * 1000:6.1f} ms, {one / other:4.1f} × bare feedparser, of a few entries")


def _bare(source: str) -> object:
    tree = LexborHTMLParser(source)
    return nh3.clean(tree.html or "")


def _least(source: str) -> object:
    """What no reader in Python can do without: each paragraph, item and heading as text and safe markup."""
    nodes = nesting.parse(source).css("p, li, h2, h3, blockquote, figcaption, .kg-callout-text")
    return [Block("paragraph", words.text, words.html) for node in nodes for words in [inline.from_nodes([node], None)]]


def _growing(page: str, written: str, plain: str) -> None:
    inside = page[page.index("<p") : page.rindex("</p>") + 4]
    readers: list[tuple[str, Callable[[str], Document], str]] = [
        ("HTML", html.read, inside),
        ("Markdown", markdown.read, written),
        ("text", text.read, plain + "\n\n"),
    ]
    for name, read, source in readers:
        factor = min(_seconds(read, source, 200) / _seconds(read, source, 20) for _ in range(3))
        peaks = " and ".join(f"{_peak(read, source, times):.1f}" for times in (5, 50))
        print(f"{name:9} ten times the articles: {factor:4.1f} × the time  (goal 10.5), {peaks} MB  (goal: the same)")
        small, large = (_seconds(read, long(source, size), 1) for size in (_LARGE // 10, _LARGE))
        suggested = _suggesting(read, source)
        print(f"{'':9} 5 MB: {large:.1f} s, {large / small:.1f} × 0.5 MB  (goal: 10.5);", end=" ")
        print(f"suggesting key points {suggested:.2f} s, {suggested / large:.2f} × that  (goal: well under 1)")


def _suggesting(read: Callable[[str], Document], source: str) -> float:
    """Seconds of suggesting for 5 MB in a hundred long sections, of which each is looked at."""
    longest = long(source, _LARGE)
    read_ = sections.assemble(read(longest), source="benchmark", name="benchmark")
    blocks = [block for section in read_.sections for block in section.blocks]
    size = max(1, len(blocks) // 100)
    parts = tuple(Section("A part", tuple(blocks[at : at + size])) for at in range(0, len(blocks), size))
    start = time.process_time()
    suggesting(replace(read_, sections=parts, key_points=()))
    return time.process_time() - start


def _seconds(read: Callable[[str], Document], source: str, times: int) -> float:
    start = time.process_time()
    for _ in range(times):
        article(read(source))
    return time.process_time() - start


def _peak(read: Callable[[str], Document], source: str, times: int) -> float:
    """The most memory in use, in MB."""
    tracemalloc.start()
    _seconds(read, source, times)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    main()
