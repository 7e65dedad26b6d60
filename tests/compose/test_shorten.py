"""The four permitted repairs, and nothing beyond them."""

from __future__ import annotations

from time import perf_counter

import pytest

from pipeline.compose import citations, shorten

STANDING = [
    ("nl", "Met andere woorden: een emmer is een tuin.", None, "Een emmer is een tuin."),
    ("nl", "Met andere woorden: ijs smelt.", None, "IJs smelt."),
    ("nl", "Compost werkt dus langzaam, maar zeker.", None, "Compost werkt langzaam, maar zeker."),
    ("nl", "Een stille bondgenoot die de grond losser maakt.", "Regenwormen", "Regenwormen: een stille bondgenoot die de grond losser maakt."),
    ("nl", "Brood rust graag [2]. Deeg ook (Bakker et al., 2019).", None, "Brood rust graag. Deeg ook."),
    ("nl", "Rust kost niets en dus rust iedereen.", None, "Rust kost niets en dus rust iedereen."),
    ("nl", "Rust kost niets, dus rust.", None, "Rust kost niets, dus rust."),
    ("nl", "pH-waarden van deeg dalen langzaam.", None, "pH-waarden van deeg dalen langzaam."),
    ("nl", "Kortom: eBay is geen bakker.", None, "eBay is geen bakker."),
    ("nl", "bol.com verkoopt ook meel.", None, "bol.com verkoopt ook meel."),
    ("en", "In other words, a bucket is a garden.", None, "A bucket is a garden."),
    ("en", "Compost, therefore, takes its time.", None, "Compost takes its time."),
    ("en", "Rest matters, therefore bakers wait.", None, "Rest matters, therefore bakers wait."),
    ("en", "A quiet ally that keeps the soil loose.", "Earthworms", "Earthworms: a quiet ally that keeps the soil loose."),
    ("en", "bread is patient.", None, "Bread is patient."),
    ("de", "Mit anderen Worten: ein Eimer ist ein Garten.", None, "Ein Eimer ist ein Garten."),
    ("fr", "Autrement dit, un seau est un jardin.", None, "Un seau est un jardin."),
    ("fr", "Le pain ainsi que le vin aiment le repos.", None, "Le pain ainsi que le vin aiment le repos."),
    ("en", "A loaf that cools on a rack stays crisp, and that is no accident.", None, "A loaf that cools on a rack stays crisp, and that is no accident."),
    ("sv", "Det tar tid.", None, "Det tar tid."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "point", "term", "expected"), STANDING)
def test_a_point_is_repaired_until_it_stands_alone(language: str, point: str, term: str | None, expected: str) -> None:
    standing = shorten.stand_alone(point, language, term=term)
    assert isinstance(standing, shorten.Standing)
    assert standing.text == expected
    assert bool(standing.repairs) == (point != expected)


LEANING = [
    ("nl", "Dit maakt de grond losser."),
    ("nl", "Hierdoor blijft het deeg soepel."),
    ("nl", "Het heeft vooral te maken met water."),
    ("nl", "Warm water doet precies het tegenovergestelde."),
    ("nl", "Daarom wordt kneden overschat."),
    ("nl", "Juist daarom werkt rust."),
    ("nl", "Puur daarom werkt rust."),
    ("nl", "Dus rust helpt."),
    ("nl", "Maar rust helpt ook."),
    ("nl", "Een stille bondgenoot die de grond losser maakt."),
    ("en", "This keeps the soil loose."),
    ("en", "It takes two days."),
    ("en", "Warm water does the opposite."),
    ("en", "Therefore nobody kneads."),
    ("en", "And nobody kneads."),
    ("de", "Dadurch bleibt der Teig weich."),
    ("de", "Gerade deshalb hilft Ruhe."),
    ("fr", "Cela change tout."),
    ("en", "[1]"),
    ("sv", "…"),
]


@pytest.mark.parametrize(("language", "point"), LEANING)
def test_a_point_that_borrows_from_elsewhere_is_out(language: str, point: str) -> None:
    assert isinstance(shorten.stand_alone(point, language), shorten.Leaning)


def test_every_repair_is_told() -> None:
    standing = shorten.stand_alone("Met andere woorden: compost werkt dus langzaam [1].", "nl")
    assert standing == shorten.Standing(
        "Compost werkt langzaam.",
        (
            "citation markers left out",
            "opening connective taken off",
            "“dus” taken out",
            "its first letter made a capital",
        ),
    )


def test_the_term_is_what_the_section_says_it_is_known_as() -> None:
    paragraphs = ["Slow dough is better.", "This is known as autolyse, and bakers swear by it."]
    assert shorten.term_of("A long heading about what bakers do", paragraphs, "en") == "Autolyse"


def test_a_short_heading_is_a_term_and_a_question_is_none() -> None:
    assert shorten.term_of("Leaf mould", [], "en") == "Leaf mould"
    assert shorten.term_of("What is mulch?", [], "en") is None


def test_shorter_versions_take_first_sentences_then_cut_a_consequence() -> None:
    point = "Dough that rests overnight has more taste, which makes it a favourite. Bakers know."
    assert list(shorten.shorter(point, "en")) == [
        point,
        "Dough that rests overnight has more taste, which makes it a favourite.",
        "Dough that rests overnight has more taste.",
    ]


LIMITING = [
    ("en", "In rats only."),
    ("en", "Not for pregnant women."),
    ("en", "But that changes above thirty degrees."),
    ("en", "The trials were done with mice, in the laboratory of a bakery in the north."),
    ("en", "At most twice a week."),
    ("en", "Often."),
    ("en", "This may be different in warm kitchens that stand open to the street all day."),
    ("en", "It doesn’t hold for rye, as every baker of our town has found out by and by."),
    ("nl", "Bij ratten."),
    ("nl", "Dit geldt vooral tijdens warme nachten in keukens zonder een raam naar buiten toe."),
    ("nl", "Niet voor zwangere vrouwen."),
    ("de", "Nur im Winter."),
    ("de", "Das gilt aber nicht für Roggen, wie jede Bäckerin in unserer Stadt längst weiß."),
    ("fr", "Chez le rat seulement."),
    ("sv", "Endast hos råttor."),
]


@pytest.mark.parametrize(("language", "sentence"), LIMITING)
def test_a_sentence_that_limits_the_point_stays_with_it(language: str, sentence: str) -> None:
    point = f"Dough that rests overnight always has more taste, which bakers love. {sentence}"
    assert list(shorten.shorter(point, language)) == [point]


def test_what_comes_after_the_last_limit_may_go() -> None:
    point = (
        "Dough that rests overnight has more taste. In rye only. Bakers have known it since ovens were built of clay."
    )
    assert list(shorten.shorter(point, "en")) == [point, point[: point.index(" Bakers")]]


def test_a_statement_of_its_own_is_no_limit() -> None:
    assert not shorten.limits("Slow dough can give a loaf a crust that sings while it cools on its rack.", "en")
    assert not shorten.limits("Geduld geeft het brood niet alleen smaak, maar ook een korst die zingt in de kou.", "nl")


CUTS = [
    ("en", "Dough that rests overnight has more taste, which can make it a favourite.", None),
    ("en", "Dough that rests overnight has more taste, which makes it last, especially in winter.", None),
    ("en", "Dough that rests overnight has more taste, which makes it a favourite of women.", None),
    ("en", "Dough that rests overnight has more taste, meaning that 3 loaves are enough.", None),
    ("en", "Dough may rest.", None),
    ("en", "Bread rests, which makes it good.", None),  # too little would be left
    ("nl", "Deeg dat een nacht rust smaakt beter, waardoor het niet snel verveelt.", None),
    ("nl", "Deeg dat een nacht rust smaakt beter, waardoor het geliefd is.", "Deeg dat een nacht rust smaakt beter."),
    ("nl", "Deeg dat een nacht rust smaakt beter, wat je merkt.", None),
    ("de", "Teig, der über Nacht ruht, schmeckt besser, wodurch er beliebt ist.", "Teig, der über Nacht ruht, schmeckt besser."),
    ("fr", "La pâte qui repose une nuit est meilleure, ce qui la rend populaire.", "La pâte qui repose une nuit est meilleure."),
    ("sv", "Deg som vilar över natten smakar bättre, vilket gör den omtyckt.", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "cut"), CUTS)
def test_only_a_consequence_without_guarded_words_is_cut(language: str, sentence: str, cut: str | None) -> None:
    assert list(shorten.shorter(sentence, language)) == [sentence, *([cut] if cut else [])]


def test_a_question_never_stands_for_its_answer() -> None:
    point = "Which dough keeps longest, as bakers of the north see it? The slow one does."
    assert list(shorten.shorter(point, "en")) == [point]


def test_two_texts_are_alike_where_the_shorter_is_nearly_all_in_the_other() -> None:
    assert shorten.alike("A paper bag keeps the crust crisp.", "The crust: a paper bag keeps it crisp for days on end.")
    assert not shorten.alike("A paper bag keeps the crust crisp.", "A tin keeps the crumb soft.")
    assert shorten.alike("Bread that keeps", "Bread that keeps.")
    assert not shorten.alike("Bread that keeps", "Bread that keeps wants rest, a cold room, and a paper bag.")
    assert not shorten.alike("", "Bread")


MARKED = [
    ("Rest heals (Meaney & Szyf, 2005; Cole, 2013) and keeps [2, 3].", "Rest heals and keeps.", ["Meaney & Szyf, 2005", "Cole, 2013"]),
    ("Rest heals (van der Kolk, 2014a).", "Rest heals.", ["van der Kolk, 2014"]),
    ("Rest heals (in rats; Cole, 2013).", "Rest heals (in rats; Cole, 2013).", ["Cole, 2013"]),
    ("Rest heals (most of the time).", "Rest heals (most of the time).", []),
    ("Rest heals ().", "Rest heals ().", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bare", "named"), MARKED)
def test_citation_markers_go_and_other_brackets_stay(text: str, bare: str, named: list[str]) -> None:
    assert citations.without_citations(text) == bare
    assert citations.references(text) == named


@pytest.mark.parametrize("piece", ["A 2019; ", "(A, 2019; ", "( ", "[1,", "   ", ", waardoor hij ", "dus ", "… "])
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    text = "(A" + piece * (20_000 // len(piece))
    start = perf_counter()
    citations.without_citations(text)
    shorten.stand_alone(text.replace(".", ""), "nl")
    list(shorten.shorter(text, "nl"))
    assert perf_counter() - start < 5  # seconds; it took hours, or minutes
