"""Standing alone: the first two of the permitted repairs, and nothing beyond them."""

from __future__ import annotations

from time import perf_counter

import pytest

from pipeline.language import citations
from pipeline.language import standing as alone

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
    ("es", "Es decir, un cubo es un jardín.", None, "Un cubo es un jardín."),
    ("es", "Un aliado que mantiene suelta la tierra.", "Lombrices", "Lombrices: un aliado que mantiene suelta la tierra."),
    ("es", "El pan que reposa sabe mejor.", None, "El pan que reposa sabe mejor."),
    ("it", "In altre parole, un secchio è un giardino.", None, "Un secchio è un giardino."),
    ("it", "Un alleato che mantiene soffice la terra.", "Lombrichi", "Lombrichi: un alleato che mantiene soffice la terra."),
    ("it", "Il pane che riposa è più buono.", None, "Il pane che riposa è più buono."),
    ("fr", "Un pain qui repose garde mieux son goût.", None, "Un pain qui repose garde mieux son goût."),
    ("sv", "Det tar tid.", None, "Det tar tid."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "point", "term", "expected"), STANDING)
def test_a_point_is_repaired_until_it_stands_alone(language: str, point: str, term: str | None, expected: str) -> None:
    standing = alone.stand_alone(point, language, term=term)
    assert isinstance(standing, alone.Standing)
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
    ("es", "Esto mantiene suelta la tierra."),
    ("es", "Es un proceso lento."),
    ("es", "El agua caliente hace lo contrario."),
    ("it", "Questo mantiene soffice la terra."),
    ("it", "È un processo lento."),
    ("it", "L’acqua calda fa il contrario."),
    ("fr", "Cela change tout."),
    ("en", "[1]"),
    ("sv", "…"),
]


@pytest.mark.parametrize(("language", "point"), LEANING)
def test_a_point_that_borrows_from_elsewhere_is_out(language: str, point: str) -> None:
    assert isinstance(alone.stand_alone(point, language), alone.Leaning)


@pytest.mark.parametrize("point", ["In other words:", "So, …", "!!!", "[2]", ""])
def test_what_has_no_words_of_its_own_makes_nothing(point: str) -> None:
    assert alone.stand_alone(point, "en") == alone.Leaning("it has no words")


def test_a_language_is_known_however_its_tag_is_written() -> None:
    assert alone.stand_alone("In other words, dough rests.", "EN-us") == alone.stand_alone(
        "In other words, dough rests.", "en-US"
    )


def test_every_repair_is_told() -> None:
    standing = alone.stand_alone("Met andere woorden: compost werkt dus langzaam [1].", "nl")
    assert standing == alone.Standing(
        "Compost werkt langzaam.",
        (
            "citation markers left out",
            "opening connective taken off",
            "“dus” taken out",
            "its first letter made a capital",
        ),
    )


def test_a_statement_of_its_own_is_no_limit() -> None:
    assert not alone.limits("Slow dough can give a loaf a crust that sings while it cools on its rack.", "en")
    assert not alone.limits("Geduld geeft het brood niet alleen smaak, maar ook een korst die zingt in de kou.", "nl")


def test_a_text_of_short_words_is_alike_to_itself() -> None:
    assert alone.alike("Go to it.", "Go to it!")
    assert not alone.alike("Go to it.", "Go to bed.")
    assert not alone.alike("", "")


def test_two_texts_are_alike_where_the_shorter_is_nearly_all_in_the_other() -> None:
    assert alone.alike("A paper bag keeps the crust crisp.", "The crust: a paper bag keeps it crisp for days on end.")
    assert not alone.alike("A paper bag keeps the crust crisp.", "A tin keeps the crumb soft.")
    assert alone.alike("Bread that keeps", "Bread that keeps.")
    assert not alone.alike("Bread that keeps", "Bread that keeps wants rest, a cold room, and a paper bag.")
    assert not alone.alike("", "Bread")


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


@pytest.mark.parametrize("piece", ["A 2019; ", "(A, 2019; ", "( ", "[1,", "   ", ", waardoor hij ", "dus ", "… ", "'"])
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    text = "(A" + piece * (20_000 // len(piece))
    start = perf_counter()
    citations.without_citations(text)
    alone.stand_alone(text.replace(".", ""), "nl")
    alone.defines(piece * (100_000 // len(piece)))
    assert perf_counter() - start < 5  # seconds; it took hours, or minutes


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Whether this holds for people is still being studied."),
        ("nl", "Bij mensen wordt nog onderzocht waarom."),
        ("de", "Bei Menschen wird noch untersucht, warum."),
        ("fr", "Chez l'humain, la raison reste à prouver."),
        ("es", "En personas se sigue estudiando."),
        ("it", "La ragione è ancora da dimostrare."),
    ],
)
def test_what_is_still_being_studied_limits_what_stands_before_it(language: str, sentence: str) -> None:
    assert alone.limits(sentence, language)


def test_a_conclusion_is_nothing_without_what_it_comes_from() -> None:
    assert isinstance(alone.stand_alone("That's why I let dough rest.", "en"), alone.Leaning)
    assert isinstance(alone.stand_alone("Por eso la masa reposa una noche.", "es"), alone.Leaning)
    assert isinstance(alone.stand_alone("Daarom rust deeg een nacht.", "nl"), alone.Leaning)
    assert isinstance(alone.stand_alone("Deshalb ruht Teig eine Nacht.", "de"), alone.Leaning)


@pytest.mark.parametrize("text", ["https://moes.example.org/x", "#bread #oven", "@miller", "…!"])
def test_what_is_only_links_hashtags_or_names_has_no_words(text: str) -> None:
    assert alone.stand_alone(text, "en") == alone.Leaning("it has no words")


def test_sentences_whose_numbers_differ_are_two_thoughts() -> None:
    assert not alone.alike("Loaf 7 keeps 7 days in a bag of paper.", "Loaf 8 keeps 8 days in a bag of paper.")
    assert alone.alike("Loaf 7 keeps seven days in a bag of paper.", "Loaf 7 keeps seven days in a paper bag.")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It takes three winters before a quince bears."),
        ("en", "It pays to sharpen a spade in autumn."),
        ("en", "It is better to prune after the frost than before it."),
        ("en", "It is not the cold that kills basil but wet feet."),
        ("en", "It costs a bumblebee half a day to warm up."),
        ("fr", "Il faut arroser le matin, jamais le soir."),
        ("fr", "Il reste douze parcelles à louer."),
        ("fr", "Il y a trois façons de tailler une vigne."),
        ("fr", "Ce n'est pas le froid qui tue le basilic, c'est l'humidité."),
        ("fr", "C'est en mars que l'on sème les pois."),
        ("fr", "Ce qui lève lentement tient longtemps."),
        ("nl", "Het kost een hommel een halve dag om warm te worden."),
        ("nl", "Het helpt om de spade in de herfst te slijpen."),
        ("de", "Es lohnt sich, den Spaten im Herbst zu schärfen."),
        ("es", "Es mejor podar después de la helada."),
        ("es", "Es en marzo cuando se siembran los guisantes."),
        ("it", "È meglio potare dopo il gelo."),
        ("it", "È in marzo che si seminano i piselli."),
    ],
)
def test_an_it_whose_meaning_comes_later_in_the_sentence_leans_on_nothing(language: str, sentence: str) -> None:
    assert alone.stand_alone(sentence, language) == alone.Standing(sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It takes water to the roots."),
        ("en", "It is a tool that lasts."),
        ("en", "It is known to keep slugs away."),
        ("en", "It is easy to grow in pots."),
        ("en", "It is better to learn that before you start."),
        ("en", "It is important to the soil."),
        ("fr", "Il reste fertile longtemps."),
        ("fr", "C'est un outil qui dure."),
        ("fr", "Ce terreau convient aux semis."),
        ("nl", "Het helpt de wortels."),
        ("de", "Es hilft den Wurzeln."),
        ("es", "Es un apero que dura."),
        ("it", "È un attrezzo che dura."),
    ],
)
def test_an_it_that_was_named_before_leans(language: str, sentence: str) -> None:
    assert isinstance(alone.stand_alone(sentence, language), alone.Leaning)
