"""How we read an article, shown to people as a tree and to programs as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from pipeline.ingest.files import Found
from pipeline.model import Article, Block, Dropped, KeyPoint

_SIGNS = {"key point": "💡", "tip": "💡", "summary": "💡", "note": "ℹ", "warning": "⚠"}


def as_json(seen: Found) -> object:
    """One article's shape, or a feed with its articles; several files of a folder as a list of articles."""
    articles = [_article(article) for article in seen.articles]
    if seen.feed:
        return {
            "feed": {
                "title": seen.feed.title,
                "entries": seen.feed.entries,
                "dropped": _dropped(seen.feed.dropped),
            },
            "articles": articles,
            "only_summaries": [
                {"title": article.title, "reason": seen.summaries[article.guid]}
                for article in seen.articles
                if article.guid in seen.summaries
            ],
        }
    return articles[0] if len(articles) == 1 else articles


def _article(article: Article) -> dict[str, object]:
    return {
        "title": article.title,
        "language": article.language,
        "byline": article.byline,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "lead": [block.text for block in article.lead],
        "sections": [
            {
                "heading": section.heading,
                "blocks": [
                    {"kind": block.kind, "text": block.text, "items": [item.text for item in block.items]}
                    for block in section.blocks
                ],
                "key_points": [_key_point(point) for point in article.key_points if point.section == index],
            }
            for index, section in enumerate(article.sections)
        ],
        "key_points": [{**_key_point(point), "section": point.section} for point in article.key_points],
        "references": list(article.references),
        "notices": list(article.notices),
        "calls_to_action": [{"text": call.text, "url": call.url} for call in article.calls_to_action],
        "dropped": _dropped(article.dropped),
        **({"rights": article.rights} if article.rights != "ours" else {}),
    }


def _dropped(pieces: Iterable[Dropped]) -> list[dict[str, str]]:
    return [{"text": piece.text, "reason": piece.reason} for piece in pieces]


def _key_point(point: KeyPoint) -> dict[str, object]:
    shape: dict[str, object] = {"text": point.text, "kind": point.kind, "origin": point.origin}
    return shape | ({"why": list(point.why)} if point.origin == "suggested" else {})


def show(seen: Found) -> None:
    """Print the articles as trees, coloured where the terminal can."""
    console = Console(highlight=False)
    if seen.feed:
        entries = "1 entry" if seen.feed.entries == 1 else f"{seen.feed.entries} entries"
        console.print(Text(f"{seen.feed.title}: {entries}", style="bold"))
    if seen.summaries:
        console.print(_summaries(seen))
    files = {article.source for article in seen.articles}
    for number, article in enumerate(seen.articles):
        if number:
            console.print()
        console.print(tree(article, PurePath(article.source).name if len(files) > 1 else ""))
    if seen.dropped:
        rest = Tree(Text("beside the articles"), guide_style="dim")
        _lines(rest, "dropped", _told(seen.dropped))
        console.print()
        console.print(rest)


def _summaries(seen: Found) -> Text:
    """That a feed holds only summaries, how that shows, and what to do."""
    told = Text(f"only a summary, it seems: {len(seen.summaries)} of {len(seen.articles)}", style="yellow")
    for how, count in Counter(seen.summaries.values()).most_common():
        told.append(f"\n  {count}: the text {how}")
    return told.append("\nTo have the text of their pages, write `full_text: page` under this feed in config.yaml.")


def tree(article: Article, file: str = "") -> Tree:
    """An article as a tree for a terminal, with the name of its `file` where there are several."""
    day = f"{article.published:%Y-%m-%d}" if article.published else None
    rights = f"rights: {article.rights}" if article.rights != "ours" else None
    facts = " · ".join(fact for fact in (file, article.language, article.byline, day, article.url, rights) if fact)
    root = Tree(Text.assemble((article.title, "bold"), "\n", (facts, "dim")), guide_style="dim")
    if article.summary:
        root.add(_line(("summary: ", "magenta"), article.summary))
    if article.lead:
        _blocks(root.add(Text("lead", style="cyan")), article.lead)
    for index, section in enumerate(article.sections):
        title = Text(section.heading or f"section {index + 1}, no heading", "bold cyan" if section.heading else "cyan")
        branch = root.add(title)
        _blocks(branch, section.blocks)
        _points(branch, [point for point in article.key_points if point.section == index])
    loose = [point for point in article.key_points if point.section is None]
    if loose:
        _points(root.add(Text("key points of the whole article", style="cyan")), loose)
    _lines(root, "references", article.references)
    _lines(root, "notices", article.notices)
    _lines(root, "calls to action", [f"{call.text} {call.url or ''}".strip() for call in article.calls_to_action])
    _lines(root, "dropped", _told(article.dropped))
    return root


def _told(pieces: Iterable[Dropped]) -> list[str]:
    return [f"{piece.reason}: {piece.text}" for piece in pieces]


def _lines(root: Tree, name: str, lines: Sequence[str]) -> None:
    if lines:
        branch = root.add(Text(f"{name}: {len(lines)}", style="magenta"))
        for line in lines:
            branch.add(_line((line, "dim")))


def _blocks(branch: Tree, blocks: Iterable[Block]) -> None:
    for block in blocks:
        if block.items:
            listed = branch.add(Text("list" if not block.ordered else "numbered list", style="dim"))
            for item in block.items:
                listed.add(_line("  " * item.depth + item.text))
        elif block.kind in {"table", "code"}:
            rows = branch.add(Text(block.kind, style="dim"))
            for row in block.text.split("\n"):
                rows.add(_line(row))
        else:
            label = "" if block.kind == "paragraph" else f"{block.kind}: "
            branch.add(_line((label, "dim"), block.text or block.url or ""))


def _points(branch: Tree, points: Iterable[KeyPoint]) -> None:
    for point in points:
        if point.origin == "suggested":  # no 💡: nobody wrote it
            why = f"  ({', '.join(point.why)})"
            branch.add(Text.assemble(("suggested: ", "magenta"), (point.text, "yellow"), (why, "dim")))
            continue
        kind = "" if point.kind == "key point" else f"  ({point.kind})"
        branch.add(Text.assemble(f"{_SIGNS[point.kind]} ", (point.text, "yellow"), (kind, "dim")))


def _line(*parts: str | tuple[str, str]) -> Text:
    """One line; what does not fit the terminal ends in an ellipsis."""
    line = Text.assemble(*parts, no_wrap=True, overflow="ellipsis")
    line.plain = " ".join(line.plain.split()) if "\n" in line.plain else line.plain
    return line
