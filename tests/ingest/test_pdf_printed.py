"""PDF that a browser prints, the commonest exporter of all: with its structure and without."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.model import Article
from tests.ingest.papers import of_pdf, texts

pytestmark = pytest.mark.browser

PAGE = """<html lang=en><head><title>Mushrooms in a bucket | The Garden School</title><style>
@page {{size: A4}} body {{font: 15px/1.5 serif}} h1, h2 {{font-family: sans-serif}} {style}
aside {{background: #eee; padding: 1em}} .meta, figcaption {{font-size: 12px; color: #666}}
</style></head><body>
<h1>Mushrooms in a bucket, even without a cellar</h1><p class=meta>By Lucy Moor, 14 February 2026</p>
<p>A bag of coffee grounds, some straw and three weeks of patience: more is not needed for a harvest in the kitchen.</p>
<div class=body>
<p>Mushrooms ask for neither sun nor garden. They want a damp place, fresh air and some peace<sup>1</sup>. It is a crop
that begins in January, when the kitchen garden sleeps and idle hands look for work.</p>
<h2>What it takes</h2>
<ul><li>a bucket with a lid and eight holes;<li>two kilos of grounds;<li>a hundred grams of spawn, from
<a href="https://example.org/spawn">the growers’ own shop</a> or from a neighbour who grows it.</ul>
<h2>How it is done</h2>
<ol><li>Scald the straw and let it drain for a night.<li>Mix it with the grounds.<li>Close the bucket and forget it.</ol>
<aside><p>💡 Grounds older than two days have moulds of their own: ask for those of this morning.</p></aside>
<blockquote>“I ate of it three times before the winter was over,” says Jane from the sixth floor.</blockquote>
<table border=1><tr><th>Week<th>What happens<tr><td>1<td>it turns white<tr><td>3<td>the first ones appear</table>
<h2>Sources</h2><p>1. L. Moor, <em>The White Bucket</em>, 2024.</p><p>2. J. Low, Straw, 2025.</p>
</div></body></html>"""


@pytest.fixture(scope="module")
def chromium() -> str:
    program = shutil.which("chromium")
    if program is None:
        reason = "Chromium is not installed"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return program


def printed(chromium: str, folder: Path, *options: str, style: str = "") -> Article:
    page, made = folder / "page.html", folder / "page.pdf"
    page.write_text(PAGE.format(style=style), encoding="utf-8")
    usual = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    command = [chromium, *usual, *options, f"--print-to-pdf={made}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return of_pdf(made.read_bytes())


@pytest.mark.parametrize("style", ["", ".body {columns: 2}", "body {text-align: justify; hyphens: auto}"])
@pytest.mark.parametrize("options", [["--no-pdf-header-footer"], ["--disable-pdf-tagging"]])
def test_a_printed_page_reads_as_the_page(chromium: str, tmp_path: Path, options: list[str], style: str) -> None:
    article = printed(chromium, tmp_path, *options, style=style)
    assert (article.title, article.byline) == ("Mushrooms in a bucket, even without a cellar", "Lucy Moor")
    assert (article.language, article.published and article.published.isoformat()[:10]) == ("en", "2026-02-14")
    assert [section.heading for section in article.sections][:2] == ["What it takes", "How it is done"]
    assert [block.text.split(":")[0] for block in article.lead][:1] == [
        "A bag of coffee grounds, some straw and three weeks of patience"
    ]
    (point,) = article.key_points
    assert point.text == "Grounds older than two days have moulds of their own: ask for those of this morning."
    assert article.references == ("L. Moor, The White Bucket, 2024.", "J. Low, Straw, 2025.")
    lists = [block for section in article.sections for block in section.blocks if block.items]
    assert [(block.ordered, len(block.items)) for block in lists] == [(False, 3), (True, 3)]
    assert '<a href="https://example.org/spawn">the growers’ own shop</a>' in lists[0].items[2].html
    bare = "--no-pdf-header-footer" in options
    assert bare or {piece.reason for piece in article.dropped} >= {"running header", "running footer", "page number"}


def test_a_tagged_page_keeps_its_tables_and_quotes(chromium: str, tmp_path: Path) -> None:
    article = printed(chromium, tmp_path)
    blocks = [block for section in article.sections for block in section.blocks]
    assert "Week | What happens\n1 | it turns white\n3 | the first ones appear" in texts(article)
    assert [block.text[:9] for block in blocks if block.kind == "quote"] == ["“I ate of"]
