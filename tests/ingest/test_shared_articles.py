"""The five real articles against the tables of what a careful reader finds in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.ingest import files
from pipeline.model import Article

pytestmark = pytest.mark.shared
NUMBERS = ("000", "001", "002", "003", "004")


@pytest.fixture(params=NUMBERS)
def pair(request: pytest.FixtureRequest, shared: Path) -> tuple[Article, dict[str, Any]]:
    (path,) = (shared / "articles").glob(f"{request.param}_*.txt")
    (article,) = files.articles(path)
    return article, yaml.safe_load((shared / "articles" / "expected" / f"{request.param}.yaml").read_text())


def test_title_and_language(pair: tuple[Article, dict[str, Any]]) -> None:
    article, expected = pair
    assert article.title == (expected["title"] or expected["title_candidate"])
    assert article.language == expected["lang"]


def test_headings(pair: tuple[Article, dict[str, Any]]) -> None:
    article, expected = pair
    wanted = [section["heading"] for section in expected["sections"] if section["heading"]]
    assert [section.heading for section in article.sections if section.heading] == wanted


def test_derived_sections_are_as_many_as_a_reader_accepts(pair: tuple[Article, dict[str, Any]]) -> None:
    article, expected = pair
    accepted = {"000": (7, 10), "001": (8, 12), "002": (1, 6)}.get(expected["source"][:3])
    least, most = accepted or (expected["n_sections"], expected["n_sections"])
    assert least <= len(article.sections) <= most


def test_key_points_and_their_sections(pair: tuple[Article, dict[str, Any]]) -> None:
    article, expected = pair
    written = [point for section in expected["sections"] for point in section["callouts"]]
    starts = expected["key_points"].get("items_first_words")
    if starts:
        assert [point.text.startswith(start) for point, start in zip(article.key_points, starts, strict=True)] == [
            True
        ] * len(starts)
    else:
        assert [point.text for point in article.key_points] == written
    if written:
        assert [point.section for point in article.key_points] == list(range(len(written)))


def test_list_items(pair: tuple[Article, dict[str, Any]]) -> None:
    article, expected = pair
    items = sum(len(block.items) for section in article.sections for block in section.blocks)
    assert items == sum(section["n_list_items"] for section in expected["sections"])


def test_references_and_calls(pair: tuple[Article, dict[str, Any]]) -> None:
    article, expected = pair
    assert len(article.references) == expected["references"]["n"]
    buttons = (expected.get("cta") or {}).get("buttons", [])
    assert [call.text for call in article.calls_to_action][-len(buttons) or 99 :] == buttons


def test_broken_words_are_whole(pair: tuple[Article, dict[str, Any]]) -> None:
    article, expected = pair
    text = " ".join(
        [
            *(block.text for block in article.lead),
            *(block.text for section in article.sections for block in section.blocks),
        ]
    )
    words = set(re.findall(r"\w+", text))
    assert [word for word in expected.get("hyphen_join_expected", []) if word not in words] == []
    assert [pair_ for pair_ in expected.get("must_not_join", []) if pair_.replace("|", "") in text] == []


def test_every_word_is_somewhere(pair: tuple[Article, dict[str, Any]], shared: Path) -> None:
    article, expected = pair
    source = (shared / "articles" / expected["source"]).read_text()
    pieces = [
        article.title,
        *(block.text for block in article.lead),
        *(point.text for point in article.key_points),
        *article.references,
        *article.notices,
    ]
    pieces += [section.heading or "" for section in article.sections] + [
        block.text for section in article.sections for block in section.blocks
    ]
    pieces += [piece.text for piece in article.dropped] + [call.text for call in article.calls_to_action]
    kept = re.sub(r"\s+", "", "".join(pieces)).casefold()
    lost = [word for word in re.findall(r"[^\W\d_]{4,}", source) if word.casefold() not in kept]
    assert lost == []
