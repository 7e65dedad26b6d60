"""What templates see of the blocks of a page."""

from __future__ import annotations

import pytest

from pipeline.compose import words
from pipeline.compose.blocks import Blocks
from pipeline.compose.openings import Short
from pipeline.compose.plaintext import Links
from pipeline.compose.view import BlockView, ButtonView
from pipeline.model import Block, Item


def seen(block: Block, *, buttons: bool = True) -> BlockView:
    (view,) = Blocks(words.load("en"), Links(), "https://bakery.example/", buttons=buttons).views([Short(block)])
    return view


@pytest.mark.parametrize(
    ("html", "label", "url"),
    [
        ('<a href="/day">Bake &amp; eat</a>', "Bake & eat", "https://bakery.example/day"),
        (' <strong><a href="/day"> Come </a></strong>', "Come", "https://bakery.example/day"),
        ('<a href="https://else.example/?q=&lt;b&gt;&amp;r=1">Go</a>', "Go", "https://else.example/?q=<b>&r=1"),
        ('<a href="mailto:post@bakery.example">Write</a>', "Write", "mailto:post@bakery.example"),
    ],
)
def test_a_paragraph_that_is_only_a_link_is_a_button(html: str, label: str, url: str) -> None:
    assert seen(Block("paragraph", label, html=html)).button == ButtonView(label, url)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/day"> </a>',
        '<a href="/day">Come</a>.',
        '<a href="/a">A</a> <a href="/b">B</a>',
        "<strong>No</strong>",
    ],
)
def test_any_other_paragraph_is_none(html: str) -> None:
    assert seen(Block("paragraph", "x", html=html)).kind == "paragraph"


def test_code_keeps_its_indents_and_its_addresses_are_links() -> None:
    view = seen(Block("code", "if x < 1:\n  y\n\tz  1\n    # https://bakery.example/x."))
    link = '<a class="link" href="https://bakery.example/x">https://bakery.example/x</a>'
    assert view.html == f"if x &lt; 1:<br>\u00a0\u00a0y<br>{4 * chr(0xA0)}z  1<br>{4 * chr(0xA0)}# {link}."
    assert view.text.startswith("if x < 1:\n  y\n\tz")


def test_an_article_has_no_buttons() -> None:
    assert seen(Block("paragraph", "Come", html='<a href="/day">Come</a>'), buttons=False).kind == "paragraph"


def test_a_list_is_at_most_three_deep_and_keeps_every_item() -> None:
    items = tuple(Item(f"step {depth}", f"step {depth}", depth) for depth in (0, 1, 2, 3, 4, 1, 0))
    view = seen(Block("list", "", items=items))
    first, last = view.items
    deep, flat = first.items
    assert [one.html for one in deep.items] == ["step 2", "step 3", "step 4"]
    assert (flat.html, last.html) == ("step 1", "step 0")
    assert view.text.splitlines()[2:5] == ["      - step 2", "      - step 3", "      - step 4"]
