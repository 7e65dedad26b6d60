from __future__ import annotations

import re

from pipeline.model import Block, Section
from tests.compose.letters import Letter, a_letter
from tests.factories import an_article


def told(table: str) -> Letter:
    article = an_article(sections=(Section("How long", (Block("table", table),)),), key_points=())
    return a_letter(article, recipe={"design": "feature"})


def test_a_table_that_a_phone_has_room_for_stays_one() -> None:
    body = told("Bean | Days\nWhite | 7").body
    assert re.findall(r"<t[hd] class=\"data-[^>]*>([^<]*)", body) == ["Bean", "Days", "White", "7"]


def test_a_wider_table_becomes_a_list_that_names_each_cell() -> None:
    letter = told(
        "Bean | Temperature | Days in a well-aired barn | Watering-can\nWhite | Cool | 7 | <Never>\nBlack |  | 12"
    )
    items = [re.sub(r"<(?!br)[^>]*>", "", item) for item in re.findall(r"<li[^>]*>(.*?)</li>", letter.body)]
    assert items == [
        "Bean: White<br>Temperature: Cool<br>Days in a well-aired barn: 7<br>Watering-can: &lt;Never&gt;",
        "Bean: Black<br>Days in a well-aired barn: 12",
    ]
    assert 'class="data"' not in letter.html
    assert re.search(r"White +Cool +7 +<Never>", letter.text)


def test_a_table_with_a_head_alone_stays_one() -> None:
    assert 'class="data"' in told("Temperature and light | Wateringcans | Gardengloves | Wheelbarrows").html
