"""Articles in forms of real life, written by somebody who did not know our rules, with what a careful reader finds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.ingest import files
from pipeline.model import Article, KeyPoint

STRANGERS = Path(__file__).parent / "strangers"


def pairs() -> list[tuple[str, Article, dict[str, Any]]]:
    """Each article with its table; of a feed, each entry."""
    found = []
    for path in sorted(STRANGERS.glob("*")):
        if path.name.endswith(".expected.yaml"):
            continue
        articles = files.articles(path)
        table = yaml.safe_load(path.with_name(f"{path.stem}.expected.yaml").read_text(encoding="utf-8"))
        tables = table.get("articles", [table])
        found += [
            (f"{path.name}-{at}", article, wanted)
            for at, (article, wanted) in enumerate(zip(articles, tables, strict=True))
        ]
    return found


PAIRS = pairs()


def words(text: str) -> str:
    """`text` by its words alone: quotation marks, blanks and points are a matter of taste."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@pytest.fixture(params=PAIRS, ids=lambda pair: pair[0])
def pair(request: pytest.FixtureRequest) -> tuple[Article, dict[str, Any]]:
    _, article, wanted = request.param
    return article, wanted


def test_the_title_is_found(pair: tuple[Article, dict[str, Any]]) -> None:
    article, wanted = pair
    accepted = [wanted["title"], *wanted.get("acceptable_titles", [])]
    if wanted["title"] is not None:
        assert words(article.title) in [words(title) for title in accepted]


def test_the_language_is_known(pair: tuple[Article, dict[str, Any]]) -> None:
    article, wanted = pair
    assert article.language[:2].lower() == wanted["language"][:2]


def test_the_lead_begins_as_it_should(pair: tuple[Article, dict[str, Any]]) -> None:
    article, wanted = pair
    texts = [words(block.text) for block in article.lead] or [words(article.sections[0].blocks[0].text)]
    assert any(text.startswith(words(wanted["lead_starts"])) for text in texts)


def test_every_section_has_its_heading(pair: tuple[Article, dict[str, Any]]) -> None:
    article, wanted = pair
    headings = [words(section.heading) for section in article.sections if section.heading]
    assert [words(heading) for heading in wanted.get("sections", []) if words(heading) not in headings] == []


def test_every_key_point_is_found(pair: tuple[Article, dict[str, Any]]) -> None:
    article, wanted = pair
    found = [words(point.text) for point in article.key_points]
    texts = [words(point["text"]) for point in wanted.get("key_points", []) if not point.get("hard")]
    assert [text for text in texts if not any(text in one or one in text for one in found)] == []


def test_nothing_else_is_taken_for_one(pair: tuple[Article, dict[str, Any]]) -> None:
    article, wanted = pair
    boxes = [
        *(point["text"] for point in wanted.get("key_points", [])),
        *wanted.get("warnings", []),
        *wanted.get("notes", []),
    ]
    boxes += [call["text"] for call in wanted.get("calls_to_action", [])]
    accepted = [words(text) for text in boxes]
    strange = [
        point.text
        for point in article.key_points
        if not any(words(point.text) in one or one in words(point.text) for one in accepted)
    ]
    assert strange == []


def test_references_are_apart(pair: tuple[Article, dict[str, Any]]) -> None:
    article, wanted = pair
    texts = [
        reference if isinstance(reference, str) else reference["text"] for reference in wanted.get("references", [])
    ]
    assert len(article.references) <= wanted.get("references_at_most", len(texts))
    assert bool(article.references) == bool(texts)


def test_a_key_point_stands_in_its_section(pair: tuple[Article, dict[str, Any]]) -> None:
    article, wanted = pair
    headings = {words(point.text): _heading(article, point) for point in article.key_points}
    for point in wanted.get("key_points", []):
        if "section" in point and words(point["text"]) in headings:
            assert headings[words(point["text"])] == words(point["section"] or "")


def _heading(article: Article, point: KeyPoint) -> str:
    return words(article.sections[point.section].heading or "") if point.section is not None else ""


def test_notices_and_calls_are_apart(pair: tuple[Article, dict[str, Any]]) -> None:
    article, wanted = pair
    notices = [words(text) for text in article.notices]
    assert [text for text in wanted.get("notices", []) if isinstance(text, str) and words(text) not in notices] == []
    calls = {words(call.text): call.url for call in article.calls_to_action}
    called = {
        words(call["text"]): call.get("url") for call in wanted.get("calls_to_action", []) if not call.get("hard")
    }
    assert {text: calls.get(text) for text in called} == called


def test_what_is_no_article_is_told(pair: tuple[Article, dict[str, Any]]) -> None:
    article, wanted = pair
    told = words(" ".join(piece.text for piece in article.dropped))
    assert [text for text in wanted.get("told", []) if words(text) not in told] == []


def test_nothing_is_left_of_a_label(pair: tuple[Article, dict[str, Any]]) -> None:
    article, _ = pair
    assert [point.text for point in article.key_points if not re.match(r"[\w“\"„«¿¡(]", point.text)] == []
