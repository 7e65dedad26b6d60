"""A story in each format, as common tools write it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from reportlab.platypus import Paragraph, Preformatted

from tests.fuzz.stories import Piece, Story
from tests.ingest.papers import BODY, HEADING, QUOTE, RAGGED, SMALL, TITLE, a_pdf, a_word_file

Write = Callable[[Piece], str]

_TEXT: Mapping[str, Write] = {
    "list": lambda piece: "\n".join(f"• {text}" for text in piece.texts),
    "numbers": lambda piece: "\n".join(f"{at}. {text}" for at, text in enumerate(piece.texts, 1)),
    "quote": lambda piece: f"“{piece.text}”",
    "key point": lambda piece: f"💡 {piece.text}",
    "box": lambda piece: f"💡 Tip: {piece.text}",
    "warning": lambda piece: f"⚠️ {piece.text}",
    "table": lambda piece: "\t".join(piece.texts),
}
_MARKDOWN: Mapping[str, Write] = {
    "heading": lambda piece: f"## {piece.text}",
    "list": lambda piece: "\n".join(f"- **{text}**" for text in piece.texts),
    "numbers": lambda piece: "\n".join(f"{at}. {text}" for at, text in enumerate(piece.texts, 1)),
    "quote": lambda piece: "\n".join(f"> {text}" for text in piece.texts),
    "key point": lambda piece: f"> 💡 **Tip:** {piece.text}",
    "box": lambda piece: "> [!TIP]\n" + "\n".join(f"> {text}" for text in piece.texts),
    "warning": lambda piece: f":::warning\n{piece.text}\n:::",
    "table": lambda piece: "| a1 | b1 |\n|---|---|\n" + "\n".join(f"| {text} | |" for text in piece.texts),
    "code": lambda piece: f"```sh\n{piece.text}\n```",
    "picture": lambda piece: f"![{piece.text}](https://example.org/a.jpg)",
    "note": lambda piece: f"[^n]: {piece.text}",
}
_HTML: Mapping[str, Write] = {
    "paragraph": lambda piece: f"<p>{escape(piece.text)}</p>",
    "heading": lambda piece: f"<h2>{escape(piece.text)}</h2>",
    "list": lambda piece: "<ul>" + "".join(f"<li><b>{escape(text)}</b></li>" for text in piece.texts) + "</ul>",
    "numbers": lambda piece: "<ol>" + "".join(f"<li><p>{escape(text)}</p></li>" for text in piece.texts) + "</ol>",
    "quote": lambda piece: f"<blockquote><p>{'</p><p>'.join(map(escape, piece.texts))}</p></blockquote>",
    "key point": lambda piece: f"<p>💡 <strong>Tip:</strong> {escape(piece.text)}</p>",
    "box": lambda piece: (
        '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div>'
        f'<div class="kg-callout-text">{escape(piece.text)}</div></div>'
    ),
    "warning": lambda piece: f'<div class="admonition warning"><p>{escape(piece.text)}</p></div>',
    "table": lambda piece: (
        "<table>" + "".join(f"<tr><td>{escape(text)}</td></tr>" for text in piece.texts) + "</table>"
    ),
    "code": lambda piece: f"<pre><code>{escape(piece.text)}</code></pre>",
    "picture": lambda piece: (
        f'<figure><img src="/a.jpg" alt="A tree"><figcaption>{escape(piece.text)}</figcaption></figure>'
    ),
    "note": lambda piece: f"<aside><p>{escape(piece.text)}</p></aside>",
}


def text(story: Story) -> bytes:
    return "\n\n".join([story.title, *(_written(piece, _TEXT) for piece in story.pieces)]).encode()


def _written(piece: Piece, rows: Mapping[str, Write]) -> str:
    """A piece by the row of its kind, or as it is."""
    return rows[piece.kind](piece) if piece.kind in rows else piece.text


def markdown(story: Story) -> bytes:
    front = f"---\ntitle: {json.dumps(story.title)}\n---"
    return "\n\n".join([front, *(_written(piece, _MARKDOWN) for piece in story.pieces), ""]).encode()


def fragment(story: Story) -> str:
    return "\n".join(_written(piece, _HTML) for piece in story.pieces)


def html(story: Story) -> bytes:
    return page(story.title, fragment(story)).encode()


def page(title: str, body: str) -> str:
    """A whole page with what stands around articles."""
    return (
        f"<!doctype html><html lang=en><head><title>{escape(title)} | A garden</title><style>p{{margin:0}}</style></head>"
        f"<body><nav><a href=/>Home</a></nav><main><article><h1>{escape(title)}</h1>{body}</article></main>"
        "<footer>Contact</footer></body></html>"
    )


def rss(title: str, body: str) -> bytes:
    entry = f"<item><title>{escape(title)}</title><link>https://example.org/a</link><description>{escape(body)}</description></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>A garden</title>{entry}</channel></rss>'.encode()


def atom(title: str, body: str) -> bytes:
    body = body.replace("]]>", "]]]]><![CDATA[>")
    entry = f'<entry><id>urn:a</id><title type="text">{escape(title)}</title><content type="html"><![CDATA[{body}]]></content></entry>'
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>A garden</title>{entry}</feed>'.encode()


def json_feed(title: str, body: str) -> bytes:
    entry = {"id": "a", "url": "https://example.org/a", "title": title, "content_html": body}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "A garden", "items": [entry]}).encode()


_PRINTED = {"heading": HEADING, "quote": QUOTE, "note": SMALL, "table": RAGGED}
_STYLED = {"heading": "Heading 2", "list": "List Bullet", "numbers": "List Number", "quote": "Quote"}


def pdf(story: Story, columns: int = 1) -> bytes:
    flow: list[Any] = []
    for piece in story.pieces:
        lines = piece.texts if piece.kind in {"list", "numbers", "table"} else [piece.text]
        mark = {"list": "• ", "key point": "Tip: "}.get(piece.kind, "")
        flow += [
            Preformatted(line, SMALL, maxLineLength=60)
            if piece.kind == "code"
            else Paragraph(escape(mark + line), _PRINTED.get(piece.kind, BODY))
            for line in lines
        ]
    return a_pdf(flow, across=[(TITLE, story.title)], count=columns)


def docx(story: Story) -> bytes:
    def fill(document: Any) -> None:
        document.add_heading(story.title, 0)
        for piece in story.pieces:
            _fill(document, piece)

    return a_word_file(fill)


def _fill(document: Any, piece: Piece) -> None:
    if piece.kind in {"table", "box"}:
        texts: Sequence[str] = piece.texts if piece.kind == "table" else [f"💡 {piece.text}"]
        table = document.add_table(len(texts), 1)
        for row, said in enumerate(texts):
            table.cell(row, 0).text = said
        return
    for said in piece.texts if piece.kind in _STYLED else [piece.text]:
        bulb = "💡 " if piece.kind == "key point" else ""
        document.add_paragraph(bulb + said, style=_STYLED.get(piece.kind))


def damaged_inside(source: bytes, harm: Callable[[bytes], bytes]) -> bytes:
    """A Word document whose text is harmed inside an archive that is whole."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, harm(old.read(name)) if name == "word/document.xml" else old.read(name))
    return made.getvalue()
