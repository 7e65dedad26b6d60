"""Below "Key takeaways" only what takes something away is a key point; what stands beside it stays in the article."""

from __future__ import annotations

import time

import pytest

from pipeline.model import Article
from tests.ingest.reading import everything, read

BODY = "Beans climb whatever you give them, and a rake will do."
LAST = "Pick them young, every other day, or they stop."
ASIDES = [
    "Next month: what to sow after beans. See you there!",
    "What was your best crop? Tell me in the comments.",
    "I'm giving a free workshop in the shed on Sunday; sign up by mail.",
    "Thanks for reading, and happy sowing!",
    "Volgende maand: wat je na bonen zaait. Tot dan!",
    "Welke boon doet het bij jou het best?",
    "Schrijf je in voor de tuinavond. We houden een gratis workshop.",
    "Bis bald im Garten!",
    "Was wächst bei dir? Schreib mir in den Kommentaren.",
    "Merci de votre fidélité, et à bientôt au jardin.",
    "Et vous, que semez-vous en mai ?",
    "¡Hasta pronto! Gracias por leer.",
    "¿Qué siembras tú en mayo?",
    "Alla prossima, e buona lettura.",
]
LISTS = {
    "markdown": [("- 💡 {}\n- 💡 {}"), ("- {}\n- {}"), ("💡 {}\n\n💡 {}"), ("1. {}\n2. {}")],
    "text": [("💡 {}\n💡 {}"), ("• {}\n• {}")],
    "html": [("<ul><li>💡 {}<li>💡 {}</ul>"), ("<ul><li>{}<li>{}</ul>"), ("<p>💡 {}</p><p>💡 {}</p>")],
}
HEADINGS = {"markdown": "## {}\n\n{}\n\n{}\n", "text": "{}\n\n{}\n\n{}\n", "html": "<h2>{}</h2>{}<p>{}</p>"}
OPENINGS = {"markdown": "# Beans\n\n{}\n\n## Picking\n\n{}\n\n", "text": "Beans\n\n{}\n\nPicking\n\n{}\n\n", "html": "<h1>Beans</h1><p>{}</p><h2>Picking</h2><p>{}</p>"}  # fmt: skip


def an_ending(below: str, heading: str = "Key takeaways", form: str = "markdown", after: str = "") -> Article:
    opening = OPENINGS[form].format(BODY, LAST)
    return read(opening + HEADINGS[form].format(heading, below, after), form)


def told(article: Article) -> list[tuple[str, str]]:
    return [(point.text, point.kind) for point in article.key_points]


@pytest.mark.parametrize(("form", "listed"), [(form, one) for form, lists in LISTS.items() for one in lists])
@pytest.mark.parametrize("heading", ["Key takeaways", "Het belangrijkste", "Das Wichtigste"])
@pytest.mark.parametrize("after", [ASIDES[0], ASIDES[1], "The shed is open all summer, and so is the gate."])
def test_a_paragraph_below_the_list_is_none_and_stays_where_it_was(
    form: str, listed: str, heading: str, after: str
) -> None:
    article = an_ending(listed.format("Sow in May.", "Water at dusk."), heading, form, after)
    assert [point.text for point in article.key_points] == ["Sow in May.", "Water at dusk."]
    assert [block.text for block in article.sections[-1].blocks] == [LAST, after]
    assert article.sections[-1].heading == "Picking"


@pytest.mark.parametrize("aside", ASIDES)
def test_who_greets_invites_or_asks_sums_up_nothing(aside: str) -> None:
    article = an_ending("Sow in May, and water at dusk.", "In short", after=aside)
    assert told(article) == [("Sow in May, and water at dusk.", "summary")]
    assert aside in everything(article)


@pytest.mark.parametrize(
    "summary",
    [
        "Tell the beans from the peas by their leaves.",
        "Share what you cannot eat.",
        "A workshop needs a roof.",
        "See to it that they stay wet.",
        "Schrijf op wanneer je zaait.",
    ],
)
def test_advice_sums_up(summary: str) -> None:
    assert told(an_ending(summary, "In short")) == [(summary, "summary")]


def test_a_heading_above_nothing_but_a_question_is_one_of_a_section() -> None:
    article = an_ending("What will you sow?", "In short")
    assert told(article) == []
    assert [section.heading for section in article.sections] == ["Picking", "In short"]


@pytest.mark.parametrize("listed", ["- Sow in May.\n- Water at dusk.", "💡 Sow in May.\n\n💡 Water at dusk."])
def test_a_notice_there_is_a_notice(listed: str) -> None:
    notice = "The names in this article have been changed."
    below = an_ending(f"{listed}\n\n{notice}")
    within = an_ending(f"- Sow in May.\n- Water at dusk.\n- {notice}")
    for article in (below, within):
        assert [text for text, _ in told(article)] == ["Sow in May.", "Water at dusk."]
        assert article.notices == (notice,)


def test_a_list_of_other_things_below_is_a_list() -> None:
    article = an_ending("💡 Sow in May.\n\n💡 Water at dusk.\n\nFind me here:\n\n- at the gate\n- in the shed")
    assert [text for text, _ in told(article)] == ["Sow in May.", "Water at dusk."]
    assert article.sections[-1].blocks[-1].text == "at the gate\nin the shed"


def test_many_points_are_points_and_much_prose_is_a_section() -> None:
    points = "\n\n".join(f"💡 Bean number {number} wants a pole of its own, and water at dusk." for number in range(20))
    assert len(told(an_ending(points))) == 20
    long = an_ending("💡 Sow in May.\n\n" + "Beans climb, and wait. " * 40, "In short")
    assert told(long) == [("Sow in May.", "key point")]
    assert [section.heading for section in long.sections] == ["Picking", "In short"]


def test_a_picture_there_is_a_picture() -> None:
    article = an_ending("Sow in May.", "In short", after="![Beans on a rake](https://example.org/rake.jpg)")
    assert told(article) == [("Sow in May.", "summary")]
    assert article.sections[-1].blocks[-1].kind == "image"


def test_long_endings_are_read_quickly() -> None:
    started = time.process_time()
    an_ending("\n\n".join(["tell see thank wir ich "] * 3000), "In short")
    assert time.process_time() - started < 4
