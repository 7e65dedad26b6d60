"""Source that opens far more than it closes stays readable, in time that grows with its length alone."""

from __future__ import annotations

import re
import sys
import time

import pytest

from pipeline.ingest import html, nesting
from tests.ingest.reading import everything, read

FRAME = "<h1>A garden</h1><p>Text before it.</p>{}"


def depth(source: str) -> int:
    tree = nesting.parse(source)
    level, found = [tree.root] if tree.root is not None else [], 0
    while level:
        level, found = [child for node in level for child in node.iter()], found + 1
    return found


DEEP = [
    *("div", "span", "b", "blockquote", "ul><li", "table><tr><td", "section class=admonition", "figure", "div/"),
    *("dl><dd", "div data-callout-kind=tip", "details><summary", "a href=/x><div"),
]


@pytest.mark.parametrize("tag", DEEP)
@pytest.mark.parametrize("closed", [False, True])
def test_what_nests_too_deep_keeps_its_words(tag: str, closed: bool) -> None:
    name = re.split(r"\W", tag)[0]
    end = f"</{name}>" * 2000 if closed else ""
    article = read(FRAME.format(f"<{tag}>" * 2000 + "Roots reach <b>far</b>." + end + "<p>After it.</p>"), "html")
    assert "Roots reach far." in everything(article)
    assert "After it." in everything(article)


def test_no_tree_is_deeper_than_a_reader_can_follow() -> None:
    assert depth("<div><i>" * 3000) <= nesting.DEEPEST + 1 < sys.getrecursionlimit() / 5


def test_words_too_deep_stay_apart_and_code_among_them_stays_out() -> None:
    source = "<div>" * 300 + "<p>One</p><p>two<script>three()</script></p><img alt='A root' src='/r.png'>"
    (block,) = html.read(source).elements
    assert block.text == "One two A root"


def test_ordinary_markup_is_not_touched() -> None:
    source = (
        "<!-- <b><b> --><script>if (a<b) '<div>'</script>"
        + "<p>One <b>two</b><br/>three</p><ul><li>four<li>five</ul>" * 600
    )
    assert nesting._shallow(source) == source  # fmt: skip


def test_styles_that_are_never_closed_make_no_more_of_themselves() -> None:
    source = "".join(f"<p><font color={number}>word" for number in range(2000))
    assert len(nesting.parse(source).css("font")) <= 2000 * 9


FORMS = {
    "nested": "{tag}" * 20_000 + "x" + "{end}" * 20_000,
    "siblings": "{tag}x{end} " * 20_000,
    "unclosed": "{tag}x " * 20_000,
}


def seconds(source: str) -> float:
    start = time.process_time()
    html.read(source)
    return time.process_time() - start


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("tag", ["b", "br", "a", "li", "td", "div"])
def test_twenty_thousand_elements_take_little_time(form: str, tag: str) -> None:
    source = FORMS[form].replace("{tag}", f"<{tag} href=/x>").replace("{end}", f"</{tag}>")
    # Generous, for slow machines: what grows with the square of the length takes far longer.
    assert seconds(source) < 10


def test_a_hundred_thousand_lists_in_each_other_take_little_time() -> None:
    assert seconds("<ul><li>x " * 100_000) < 20


def test_a_paragraph_of_five_megabytes_takes_little_time() -> None:
    assert seconds("<p>" + "word " * 1_000_000) < 10


def test_a_tag_with_endless_attributes_takes_little_time() -> None:
    assert seconds("<b " + " ".join(f"a{number}" for number in range(200_000)) + ">x") < 10


def test_a_damaged_tag_among_too_many_takes_no_words_with_it() -> None:
    source = (
        "<table><tr><td>" * 600
        + "<tabl<!--<!--e><p>Soil is alive.</p>"
        + "</td></tr></table>" * 600
        + "<p>It breathes.</p>"
    )
    assert "It breathes." in (nesting.parse(source).body or nesting.parse("").root).text()  # type: ignore[union-attr]
