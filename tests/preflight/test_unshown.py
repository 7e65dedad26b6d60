from __future__ import annotations

from datetime import date
from typing import Any

from pipeline.model import Block, Edition, OwnBlock
from pipeline.preflight import unshown
from tests.factories import an_article

OWN = (
    "newsletters.weekly.blocks.news",
    "The picture without words has the address http://bakery.example/news.jpg, which mails do not show.",
)


def told(*, whole: bool = True, **changes: Any) -> list[tuple[str, str]]:
    pictures = tuple(Block("image", f"Loaf {at}", url=f"{at}://bakery.example/loaf.jpg") for at in ("http", "https"))
    own = OwnBlock("news", None, "en", lead=(Block("image", "", url="http://bakery.example/news.jpg"),))
    articles = (an_article(lead=pictures, **changes),)
    edition = Edition("weekly", "2026-W47", date(2026, 11, 19), articles, own_blocks=(own,))
    return [(finding.place, finding.message) for finding in unshown.check(edition, articles=whole)]


def test_a_picture_that_no_mail_can_show_is_told_with_its_article() -> None:
    message = "The picture “Loaf http” has the address http://bakery.example/loaf.jpg, which mails do not show."
    assert told() == [("article “Bread that keeps”", message), OWN]
    assert told(whole=False) == [OWN]


def test_of_an_article_to_quote_no_picture_is_missed() -> None:
    assert told(rights="quote") == [OWN]
