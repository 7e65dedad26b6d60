"""No name and password of an address is in an article, wherever it stood."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from pipeline.ingest import files
from pipeline.model import WITH_LOGIN, Article

EVERYWHERE = """---
url: https://jan:secret1@bakery.example/bread
---
# Bread that keeps

See [the list](https://ann:secret2@bakery.example/x), https://ben:secret3@bakery.example/y or <https://c:secret4@mill.example>.

> 💡 Bread that rests keeps longer, says https://dirk:secret5@bakery.example/k here.

![A loaf](https://eva:secret6@bakery.example/a.jpg)

- [A book](https://gus:sec:ret7@x@bakery.example/)

## Sources

Baker (2020). Bread. https://hal:secret8@bakery.example/doc
"""


def an_article(folder: Path, words: str) -> Article:
    path = folder / "bread.md"
    path.write_text(words, encoding="utf-8")
    (article,) = files.articles(path)
    return article


def test_a_name_and_password_are_taken_out_wherever_they_stand_and_that_is_told(tmp_path: Path) -> None:
    article = an_article(tmp_path, EVERYWHERE)
    assert "secret" not in str(asdict(article))
    assert "ret7" not in str(asdict(article))
    assert article.url == "https://bakery.example/bread"
    (told,) = [piece.text for piece in article.dropped if piece.reason == WITH_LOGIN]
    assert told == "name and password in addresses of bakery.example, mill.example"


@pytest.mark.parametrize(
    "words",
    [
        "Write to info@bakery.example or https://bakery.example/@ann: she knows.",
        "Ask https://bakery.example: ann@bakery.example answers.",
        "Get it from https://git@bakery.example/x, or https://bakery.example:8080/@ann.",
        "Times such as 10:30 are told @bakery.",
    ],
)
def test_what_is_no_password_stays(tmp_path: Path, words: str) -> None:
    article = an_article(tmp_path, f"# Bread\n\n{words}\n")
    assert article.lead[0].text == words or article.sections[0].blocks[0].text == words
    assert WITH_LOGIN not in [piece.reason for piece in article.dropped]
