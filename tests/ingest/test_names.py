"""Selectors are asked only where a page uses their names, and find there what they would find anyway."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from pipeline.ingest.callouts import HTML_RULES
from pipeline.ingest.html.furniture import _FURNITURE
from pipeline.ingest.names import found_by, names, selectors

LISTED = [*(listed for listed, _ in _FURNITURE), *(rule.selector for rule in HTML_RULES)]
PAGES = sorted((Path(__file__).parent / "strangers").glob("*.htm*"))
ATTRIBUTES = [
    *("class=menu", "class='Ad x'", "class=related-posts", "id=sidebar", "id=my-cookie-bar", "hidden", "aria-hidden=true"),
    *("role=navigation", "class='callout callout-tip'", "data-callout=true", "data-node-type=callout", "class=tip", ""),
]  # fmt: skip
TAGS = ["div", "nav", "FORM", "dialog", "dialog open", "svg", "body", "footer", "aside", "details", "p", "img"]


def found(source: str, listed: str) -> list[int]:
    tree = LexborHTMLParser(source)
    assert [node.mem_id for node in found_by(tree, selectors(listed), names(tree))] == [
        node.mem_id for node in tree.css(listed)
    ]
    return [node.mem_id for node in tree.css(listed)]


def test_pages_give_what_their_selectors_find() -> None:
    sources = [page.read_text(encoding="latin-1") for page in PAGES]  # whatever their letters, their names are the same
    assert sum(len(found(source, listed)) for source in sources for listed in LISTED) > 10


@given(st.lists(st.tuples(st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)), max_size=6))
def test_any_markup_gives_what_its_selectors_find(elements: list[tuple[str, str]]) -> None:
    source = "".join(f"<{tag} {attributes}>words" for tag, attributes in elements)
    for listed in LISTED:
        found(source, listed)


def test_a_page_without_the_names_is_not_asked() -> None:
    used = names(LexborHTMLParser("<p class=x>Soil</p>"))
    asked = [one for listed in LISTED for one in selectors(listed) if all(name in used.words for name in one.needs)]
    assert [one.css for one in asked] == [".ad"]  # "head" might have been one: looking closer would take longer
