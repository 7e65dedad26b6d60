"""The two permitted repairs that shorten, and nothing beyond them."""

from __future__ import annotations

from time import perf_counter

import pytest

from pipeline.compose import shorten


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
    ("es", "Solo en ratas."),
    ("es", "Esto no vale para la masa de centeno, como sabe cualquier panadera del pueblo."),
    ("it", "Solo nei ratti."),
    ("it", "Questo non vale per la segale, come sa bene ogni fornaia del nostro paese."),
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
    ("es", "La masa que reposa una noche sabe mejor, lo que gusta a todos.", "La masa que reposa una noche sabe mejor."),
    ("es", "La masa que reposa una noche sabe mejor, lo que no gusta a todos.", None),
    ("it", "La pasta che riposa una notte è più buona, per cui piace a tutti.", "La pasta che riposa una notte è più buona."),
    ("it", "La pasta che riposa una notte è più buona, per cui piace alle donne.", None),
    ("sv", "Deg som vilar över natten smakar bättre, vilket gör den omtyckt.", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "cut"), CUTS)
def test_only_a_consequence_without_guarded_words_is_cut(language: str, sentence: str, cut: str | None) -> None:
    assert list(shorten.shorter(sentence, language)) == [sentence, *([cut] if cut else [])]


def test_a_question_never_stands_for_its_answer() -> None:
    point = "Which dough keeps longest, as bakers of the north see it? The slow one does."
    assert list(shorten.shorter(point, "en")) == [point]


@pytest.mark.parametrize("piece", ["A 2019; ", "(A, 2019; ", "( ", "[1,", "   ", ", waardoor hij ", "dus ", "… "])
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    text = "(A" + piece * (20_000 // len(piece))
    start = perf_counter()
    list(shorten.shorter(text, "nl"))
    assert perf_counter() - start < 5  # seconds; it took hours, or minutes
