"""A magazine's page as a PDF gives it: standfirst, drop cap, running header, pull quotes, in whatever order they were printed."""

from __future__ import annotations

import textwrap

import pytest

from tests.ingest.reading import everything, read

TITLE = "The oven that never\nsleeps\n\n"
STANDFIRST = (
    "In the village of Boterdam one oven has been warm since the spring of 1911. Four families bake in it, and none of "
    "them has a key of her own. We went to see how they share a fire, and who sweeps the ashes when nobody is looking. "
    "It turned out to be a story about trust."
)
BODY = [
    "very morning at four somebody walks down the lane with a lamp and a bucket of kindling, and opens a door that has no "
    "lock. The stones are still warm from the day before, and they hold their warmth better than any iron could.",
    "Nobody wrote the rules down, and nobody has to. Who comes first rakes the ashes, who comes last leaves wood for the "
    "next, and who forgets it twice brings a cake on Sunday for all of the others.",
    "The dough is carried through the street on boards, under a cloth, and the street smells of it until noon. Children "
    "know by the smell which family bakes, and what they may hope for when they pass the open window.",
]
SECOND = [
    "Ovens like this one stood in every village once, before the bakers came with their carts and their white bread. "
    "Most fell down when nobody warmed them any more, since a cold oven cracks in its first winter.",
    "What keeps this one alive is not love of the old, say the four families, but the bread itself. It keeps a week, and "
    "it tastes of the wood that was burnt for it.",
]


def column(text: str, width: int) -> str:
    """`text` as a PDF breaks it: a blank at the end of each line but the last."""
    return " \n".join(textwrap.wrap(text, width))


def body(drop: str = "E\n") -> str:
    return drop + "\n\n".join(column(text, 56) for text in BODY)


HEADER = "SLOW FOOD\n\n"
REST = "\n\n".join(column(text, 56) for text in SECOND) + "\n\nSLOW FOOD\n"


@pytest.mark.parametrize(
    "source",
    [
        TITLE + column(STANDFIRST, 56) + "\n\n" + body() + "\n\n" + HEADER + REST,
        TITLE + body() + "\n\n" + column(STANDFIRST, 84) + "\n\n" + HEADER + REST,
    ],
    ids=["above the drop cap", "after the first column, wider"],
)
def test_the_standfirst_is_the_lead_wherever_it_was_printed(source: str) -> None:
    article = read(source)
    assert article.title == "The oven that never sleeps"
    assert [block.text for block in article.lead] == [STANDFIRST]
    paragraphs = [block.text for section in article.sections for block in section.blocks]
    assert paragraphs == ["E" + BODY[0], *BODY[1:], *SECOND]


def test_without_a_drop_cap_a_wide_paragraph_stays_where_it_is() -> None:
    article = read(TITLE + body("E") + "\n\n" + column(STANDFIRST, 84) + "\n\n" + HEADER + REST)
    assert [block.text for block in article.lead] == ["E" + BODY[0], BODY[1]]
    assert STANDFIRST in [block.text for section in article.sections for block in section.blocks]


def test_two_wide_paragraphs_are_text_of_a_wider_column() -> None:
    wide = "\n\n".join(column(text, 84) for text in SECOND)
    article = read(TITLE + body() + "\n\n" + wide + "\n\n" + HEADER + REST.replace("Ovens", "Hearths"))
    assert [block.text for block in article.lead] == ["E" + BODY[0], BODY[1]]


def test_a_pull_quote_that_is_no_repetition_stands_with_the_text_above_it() -> None:
    quote = "a fire that is\nshared burns longer\nthan one that is owned\n\n"
    article = read(TITLE + body() + "\n\n" + quote + REST)
    kinds = [[block.kind for block in section.blocks] for section in article.sections]
    assert [kind for section in kinds for kind in section].count("quote") == 1
    assert all(section[0] == "paragraph" for section in kinds)


def test_nothing_of_a_page_is_lost() -> None:
    source = TITLE + body() + "\n\n" + column(STANDFIRST, 84) + "\n\n" + HEADER + REST
    told = "".join(everything(read(source)).split())
    assert [word for word in source.split() if word not in told] == []
