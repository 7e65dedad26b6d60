"""One notice beside a post, the one that fits, and never without the sentence that counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import notices
from pipeline.language.claims import sends_to_doctor
from pipeline.language.notices import MOST, beside, brief, fitting, key_sentence
from tests.factories import an_article

LONG = "This course was made with care by gardeners who have grown their herbs for as long as they can remember, and who like to share them."
ADVICE = "Meant to inform only. It is no medical advice. Always consult your doctor. We are not liable."
NAMES = "This story is inspired by true events. Names and details have been changed. Any likeness is chance."
FACEBOOK = "This page wants to make readers glad. It is no financial advice."


@pytest.mark.parametrize(
    ("notice", "language", "told"),
    [
        ("Recipes were tested at home.", "en", "Recipes were tested at home."),
        (ADVICE, "en", "Meant to inform only. Always consult your doctor."),
        (NAMES, "en", "This story is inspired by true events. Names and details have been changed."),
        (f"{LONG[:-1]}: {LONG} Ask your doctor first.", "en", "Ask your doctor first."),
        (
            "Deze les is bedoeld om van te leren. Het is geen medisch advies. Vraag bij klachten altijd een arts om raad.",
            "nl",
            "Deze les is bedoeld om van te leren. Vraag bij klachten altijd een arts om raad.",
        ),
        (
            "Dieser Text dient der Bildung. Er ersetzt keine Beratung. Fragen Sie bei Beschwerden Ihre Ärztin. Alles ohne Gewähr.",
            "de",
            "Dieser Text dient der Bildung. Fragen Sie bei Beschwerden Ihre Ärztin.",
        ),
        (
            "Ce texte informe. Il ne remplace pas un avis. Consultez toujours votre médecin.",
            "fr",
            "Ce texte informe. Consultez toujours votre médecin.",
        ),
        ("これは物語です。名前は変えてあります。", "ja", "これは物語です。名前は変えてあります。"),
        ("", "en", ""),
    ],
)
def test_a_notice_is_told_in_two_sentences_and_keeps_the_one_that_counts(notice: str, language: str, told: str) -> None:
    assert brief(notice, language) == told


SENTENCE = st.text("abcdefghij ", min_size=3, max_size=160).map(lambda words: f"A{words.strip()}z.")


@given(st.lists(SENTENCE, max_size=6), st.lists(SENTENCE, max_size=6))
def test_whom_to_ask_is_never_cut_out(before: list[str], after: list[str]) -> None:
    told = brief(" ".join([*before, "Always consult your doctor.", *after]), "en")
    assert "consult your doctor" in told
    assert len(told) <= MOST


def test_the_first_sentence_counts_where_none_says_more() -> None:
    assert key_sentence("Tested at home. Twice.", "en") == "Tested at home."
    assert key_sentence("Meant to inform. It is no substitute. Enjoy.", "en") == "It is no substitute."


def test_names_come_first_where_people_are_told_of_and_nowhere_else() -> None:
    article = an_article(notices=(ADVICE, NAMES))
    assert fitting(article, "facebook", of_people=True) == (NAMES, ADVICE)
    assert fitting(article, "facebook", of_people=False) == (ADVICE,)


def test_a_notice_for_one_network_stands_only_there_and_behind_whom_to_ask() -> None:
    article = an_article(notices=("Tested twice.", FACEBOOK, ADVICE), notices_for=((FACEBOOK, "facebook"),))
    assert fitting(article, "facebook", of_people=True) == (ADVICE, FACEBOOK, "Tested twice.")
    assert fitting(article, "instagram", of_people=True) == (ADVICE, "Tested twice.")


def test_a_notice_for_two_networks_stands_on_both() -> None:
    both = ((FACEBOOK, "facebook"), (FACEBOOK, "instagram"))
    article = an_article(notices=(FACEBOOK,), notices_for=both)
    assert fitting(article, "instagram", of_people=True) == (FACEBOOK,)
    assert fitting(article, "x", of_people=True) == ()


@pytest.mark.parametrize(
    ("ours", "told"),
    [
        (None, ADVICE),
        ("Mind the oven.", ADVICE),
        ("Always consult a doctor, and it is meant to inform.", None),
        ("Informatief; geen vervanging van medisch advies.", None),
        (ADVICE, None),
    ],
)
def test_beside_our_own_notice_none_says_the_same(ours: str | None, told: str | None) -> None:
    assert beside(ours, (ADVICE, FACEBOOK)) == told


def test_a_notice_in_nearly_our_words_is_ours() -> None:
    assert beside("Our recipes were tested twice at home.", ("These recipes were tested at home twice.",)) is None


def test_that_names_were_changed_stands_beside_any_notice_of_ours() -> None:
    assert beside("No medical advice.", (NAMES,)) == NAMES
    both = "This is no medical advice, and all names were changed."
    assert beside("No medical advice.", (both,)) == both
    assert beside(None, ()) is None


@pytest.mark.parametrize(
    "notice",
    [
        "Namen en details zijn gewijzigd.",
        "Names were changed.",
        "Alle Namen wurden geändert.",
        "Les noms ont été changés.",
        "Los nombres han sido cambiados.",
        "I nomi sono stati cambiati.",
        "Os nomes foram alterados.",
    ],
)
def test_changed_names_are_known_in_many_languages(notice: str) -> None:
    assert notices.says_names_changed(notice)
    assert not sends_to_doctor(notice, "en")
