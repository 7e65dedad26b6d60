"""The source line: a marker covers its sentence, its paragraph and its thought, and nothing further."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest

from pipeline.compose.sources import Sources
from pipeline.model import Article, Block, Item, KeyPoint, Section
from tests.factories import a_paragraph, an_article

REFERENCES = ("Sand, A., et al. (2019). Dough.", "Oat, C. (2020). Taste.", "Rye, B., & Oat, C. (2021). Crust.")


def a_list(*items: str) -> Block:
    return Block("list", "\n".join(items), items=tuple(Item(item, item) for item in items))


def told(*blocks: Block | str, points: tuple[KeyPoint, ...] = (), **changes: Any) -> Article:
    """An article with one section."""
    shown = tuple(a_paragraph(block) if isinstance(block, str) else block for block in blocks)
    given: dict[str, Any] = {"references": REFERENCES, "lead": (), "language": "en"} | changes
    return an_article(sections=(Section(None, shown),), key_points=points, **given)


def a_point(text: str = "Rest makes dough strong.", after: int | None = None, section: int | None = 0) -> KeyPoint:
    return KeyPoint(text, section=section, after=after)


def cited(article: Article, point: KeyPoint | None, sentences: tuple[str, ...]) -> str:
    return Sources(article).cited(point, sentences)


def sources_of(article: Article, *sentences: str, point: KeyPoint | None = None) -> str:
    return cited(article, point or a_point("Something else."), sentences)


@pytest.mark.parametrize(
    ("language", "sentences", "last"),
    [
        ("nl", ("Deeg dat rust, wordt sterker.", "Het houdt zijn vorm."), "Het brood blijft langer vers"),
        ("en", ("Dough that rests gets stronger.", "It keeps its shape."), "The bread keeps longer"),
        ("de", ("Teig, der ruht, wird fester.", "Er hält seine Form."), "Das Brot bleibt länger frisch"),
    ],
)
def test_a_marker_at_its_end_covers_the_whole_paragraph(language: str, sentences: tuple[str, str], last: str) -> None:
    article = told(f"{' '.join(sentences)} {last} (Sand et al., 2019).", language=language)
    assert [sources_of(article, one) for one in (*sentences, f"{last}.")] == ["Sand et al., 2019"] * 3
    assert sources_of(article, " ".join(sentences)) == "Sand et al., 2019"
    assert sources_of(article, "Another sentence of another text.") == ""


@pytest.mark.parametrize(
    ("language", "thought", "point"),
    [
        ("nl", "Een deeg dat rust, wordt sterk (Sand et al., 2019).", "Rust maakt elk deeg beter, sterk en rustig."),
        (
            "en",
            "Resting makes the gluten strong (Sand et al., 2019).",
            "A loaf is as strong as its rest, resting long.",
        ),
        ("de", "Die Ruhe macht den Kleber stark (Sand et al., 2019).", "Ein Teig ist so stark wie sein Kleber."),
    ],
)
def test_a_key_point_directly_after_a_thought_has_its_source(language: str, thought: str, point: str) -> None:
    one = a_point(point, after=1)
    article = told(thought, "Something else stands here.", points=(one,), language=language)
    assert cited(article, one, ()) == "Sand et al., 2019"


def test_a_key_point_that_speaks_of_something_else_or_stands_elsewhere_has_none() -> None:
    thought = "Resting makes the gluten strong (Sand et al., 2019)."
    other, later, nowhere = a_point("Join us on Monday.", 1), a_point("Gluten needs time.", 2), a_point("Gluten!", None)
    assert cited(told(thought, points=(other,)), other, ()) == ""
    assert cited(told(thought, "And gluten is more.", points=(later,)), later, ()) == ""
    assert cited(told(thought, points=(nowhere,)), nowhere, ()) == ""


def test_of_two_key_points_only_the_first_follows_the_thought() -> None:
    first, second = a_point("Gluten needs rest.", 1), a_point("Gluten needs time.", 1)
    article = told("Resting makes the gluten strong (Sand et al., 2019).", points=(first, second))
    assert (cited(article, first, ()), cited(article, second, ())) == ("Sand et al., 2019", "")


def test_a_picture_between_a_thought_and_its_key_point_parts_nothing() -> None:
    one = a_point("Gluten needs rest.", 2)
    article = told("Resting makes gluten strong (Sand et al., 2019).", Block("image", "Dough"), points=(one,))
    assert cited(article, one, ()) == "Sand et al., 2019"


def test_what_a_key_point_says_itself_comes_first() -> None:
    one = a_point("Gluten needs rest (Oat, 2020).", 1)
    article = told("Resting makes gluten strong (Sand et al., 2019).", points=(one,))
    assert cited(article, one, ()) == "Oat, 2020"
    assert cited(article, one, ("Resting makes gluten strong.",)) == "Oat, 2020; Sand et al., 2019"


def test_a_key_point_cut_from_a_paragraph_has_the_source_of_its_sentence() -> None:
    one = a_point("Dough that rests gets stronger.", None)
    assert cited(told("Dough that rests gets stronger. It keeps (Sand et al., 2019).", points=(one,)), one, ())
    assert not cited(told("Dough that rests gets stronger. It (Oat, 2020) keeps. Well.", points=(one,)), one, ())


EFFECTS = a_list("Stronger gluten for the loaf", "A longer life for the crust")


def test_a_marker_never_reaches_into_another_paragraph_or_list() -> None:
    article = told("Rest does two things for dough:", EFFECTS, "So it makes bread keep longer (Sand et al., 2019).")
    assert sources_of(article, "Rest does two things for dough:", "Stronger gluten for the loaf") == ""
    assert sources_of(article, "So it makes bread keep longer.") == "Sand et al., 2019"


def test_what_a_key_point_ends_gives_it_a_source_where_nothing_else_is_told_beside_it() -> None:
    one = a_point("Gluten needs rest.", 1)
    article = told("Resting makes the gluten strong (Sand et al., 2019).", points=(one,))
    assert cited(article, one, ()) == "Sand et al., 2019"
    assert cited(article, one, ("Dough was wild once upon a time.",)) == ""


def test_a_marker_in_an_item_covers_that_item() -> None:
    items = a_list("Stronger gluten for the loaf (Oat, 2020)", "A longer life for the crust")
    article = told("Rest does two things for dough:", items)
    assert sources_of(article, "Stronger gluten for the loaf") == "Oat, 2020"
    assert sources_of(article, "Rest does two things for dough:", "A longer life for the crust") == ""


def test_a_marker_reaches_back_to_another() -> None:
    article = told(
        "Dough rests overnight (Oat, 2020). It gets stronger by then.", "It keeps for a week too (Sand et al., 2019)."
    )
    assert sources_of(article, "It gets stronger by then.") == ""
    article = told("Dough rests overnight (Oat, 2020). It gets stronger. It keeps (Sand et al., 2019).")
    assert sources_of(article, "It gets stronger.") == "Sand et al., 2019"
    assert sources_of(article, "Dough rests overnight.") == "Oat, 2020"


def test_a_marker_that_no_reference_explains_stops_another_too() -> None:
    article = told("Dough rests overnight (Nobody, 1999).", "It keeps for a week too (Sand et al., 2019).")
    assert sources_of(article, "Dough rests overnight.") == ""


def test_a_marker_inside_a_paragraph_covers_its_sentence_only() -> None:
    article = told("Dough is alive, they say. Rest (Sand et al., 2019) makes it strong. Then it goes into an oven.")
    assert sources_of(article, "Dough is alive, they say.") == ""
    assert sources_of(article, "Rest makes it strong.") == "Sand et al., 2019"
    assert sources_of(article, "Then it goes into an oven.") == ""


def test_a_marker_after_the_full_stop_belongs_to_the_sentence_before() -> None:
    article = told("Dough is alive and wild. (Oat, 2020) Rest makes it strong. (Sand et al., 2019)")
    assert sources_of(article, "Dough is alive and wild.") == "Oat, 2020"
    assert sources_of(article, "Rest makes it strong.") == "Sand et al., 2019"


def test_a_sentence_cut_before_a_consequence_keeps_its_source() -> None:
    article = told("Dough that rests gets much stronger, which keeps bread fresh (Sand et al., 2019).")
    assert sources_of(article, "Dough that rests gets much stronger.") == "Sand et al., 2019"


@pytest.mark.parametrize("mark", ["[3]", " [3]", "³"])
def test_numbers_name_the_reference_at_that_place(mark: str) -> None:
    assert sources_of(told(f"Dough rests. It gets stronger{mark}."), "Dough rests.") == "Rye & Oat, 2021"


def test_raised_numbers_of_markup_do_too_and_powers_do_not() -> None:
    text = "Dough rests well.1 It gets stronger."
    raised = Block("paragraph", text, "Dough rests well.<sup>1</sup> It gets stronger.")
    assert sources_of(told(raised), "Dough rests well.") == "Sand et al., 2019"
    assert sources_of(told(raised), "It gets stronger.") == ""
    power = Block("paragraph", "The oven has 2 m2 of room.", "The oven has 2 m<sup>2</sup> of room.")
    assert sources_of(told(power), power.text) == ""


@pytest.mark.parametrize("mark", ["[4]", "[0]", "[2–9]", " (Sand et al., 2018)", " (Nobody, 2019)", " (in spring)"])
def test_what_is_no_reference_is_no_source(mark: str) -> None:
    assert sources_of(told(f"Dough gets stronger in a night{mark}."), "Dough gets stronger in a night.") == ""


def test_the_announcement_has_the_sources_of_the_lead() -> None:
    article = told("Dough gets stronger (Oat, 2020).", lead=(a_paragraph("Rest is all (Sand et al., 2019)."),))
    assert cited(article, None, ("Rest is all.",)) == "Sand et al., 2019"
    assert cited(article, None, ("Dough gets stronger.",)) == ""


def test_a_short_sentence_is_not_found_inside_another() -> None:
    article = told("No. Dough rests. It always keeps well (Sand et al., 2019).")
    assert sources_of(article, "Nobody knows how long that takes.") == ""


def test_an_article_without_sections_or_references_has_no_sources() -> None:
    assert cited(an_article(lead=(), sections=(), key_points=()), None, ("A sentence.",)) == ""
    assert cited(told("Dough rests (Sand et al., 2019).", references=()), None, ("Dough rests.",)) == ""


def test_a_long_section_takes_no_long_time() -> None:
    article = told(*(f"Dough {number} rests (Sand et al., 2019). It keeps." for number in range(3_000)))
    start = perf_counter()
    sources_of(article, "Dough 7 rests.")
    assert perf_counter() - start < 3  # seconds
