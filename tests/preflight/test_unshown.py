from __future__ import annotations

from datetime import date
from typing import Any

from pipeline.model import Block, Edition
from pipeline.preflight import unshown
from tests.factories import an_article


def told(**changes: Any) -> list[tuple[str, str]]:
    pictures = tuple(Block("image", f"Loaf {at}", url=f"{at}://bakery.example/loaf.jpg") for at in ("http", "https"))
    edition = Edition("weekly", "2026-W47", date(2026, 11, 19), (an_article(lead=pictures, **changes),))
    return [(finding.place, finding.message) for finding in unshown.check(edition)]


def test_a_picture_that_no_mail_can_show_is_told_with_its_article() -> None:
    message = "The picture “Loaf http” has the address http://bakery.example/loaf.jpg, which mails do not show."
    assert told() == [("article “Bread that keeps”", message)]


def test_of_an_article_to_quote_no_picture_is_missed() -> None:
    assert told(rights="quote") == []
