"""One notice beside a post, the one that fits, and never without the sentence that counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.claims import sends_to_doctor
from pipeline.language.notices import WHOLE, beside, brief, fitting, key_sentence
from pipeline.language.renamed import says_names_changed
from pipeline.model import Article, Network
from tests.factories import an_article

LONG = "This course was made with care by gardeners who have grown their herbs for as long as they can remember, and who like to share them."
ADVICE = "Meant to inform only. It is no medical advice. Always consult your doctor. We are not liable."
NAMES = "This story is inspired by true events. Names and details have been changed. Any likeness is chance."
FACEBOOK = "This page wants to make readers glad. It is no financial advice."


@pytest.mark.parametrize(
    ("notice", "language", "told"),
    [
        ("Recipes were tested at home.", "en", "Recipes were tested at home."),
        (f"{ADVICE} Enjoy.", "en", ADVICE),
        (NAMES, "en", "This story is inspired by true events. Names and details have been changed."),
        ("Rest well. Bake at night. Enjoy.", "en", "Rest well. Bake at night."),
        (f"{LONG} {LONG} {LONG} Ask your doctor first.", "en", "Ask your doctor first."),
        (
            f"{LONG} This is no medical advice. {LONG} {LONG} Ask your doctor first.",
            "en",
            "This is no medical advice. Ask your doctor first.",
        ),
        (
            f"{LONG} {LONG} It is no medical advice. {LONG} Ask your doctor first.",
            "en",
            f"{LONG} It is no medical advice. Ask your doctor first.",
        ),
        (f"{LONG} {LONG * 4} It is no medical advice. {LONG} Ask your doctor first.", "en", "Ask your doctor first."),
        (f"{LONG} {LONG * 4} It is no medical advice. {LONG}", "en", f"{LONG * 4} It is no medical advice."),
        (
            "Deze les is bedoeld om van te leren. Het is geen medisch advies. Vraag bij klachten altijd een arts om raad. Veel plezier.",
            "nl",
            "Deze les is bedoeld om van te leren. Het is geen medisch advies. Vraag bij klachten altijd een arts om raad.",
        ),
        (
            "Dieser Text dient der Bildung. Er ersetzt keine Beratung. Fragen Sie bei Beschwerden Ihre Ärztin. Alles ohne Gewähr.",
            "de",
            "Dieser Text dient der Bildung. Er ersetzt keine Beratung. Fragen Sie bei Beschwerden Ihre Ärztin.",
        ),
        (
            "Ce texte informe. Consultez toujours votre médecin. Il ne remplace pas un avis. Bonne lecture.",
            "fr",
            "Ce texte informe. Consultez toujours votre médecin. Il ne remplace pas un avis.",
        ),
        ("これは物語です。名前は変えてあります。", "ja", "これは物語です。名前は変えてあります。"),
        ("", "en", ""),
    ],
)
def test_a_notice_goes_as_far_as_what_counts_in_it_and_a_long_one_with_that_alone(
    notice: str, language: str, told: str
) -> None:
    assert brief(notice, language) == told


SENTENCE = st.text("abcdefghij ", min_size=3, max_size=160).map(lambda words: f"A{words.strip()}z.")
DENIAL = "This is not medical advice."
DOCTOR = "Always consult your doctor."


@given(st.lists(SENTENCE, max_size=6), st.lists(SENTENCE, max_size=6), st.lists(SENTENCE, max_size=6), st.booleans())
def test_neither_what_it_denies_nor_whom_to_ask_is_ever_cut_out(
    before: list[str], between: list[str], after: list[str], is_first: bool
) -> None:
    first, second = (DENIAL, DOCTOR) if is_first else (DOCTOR, DENIAL)
    notice = " ".join([*before, first, *between, second, *after])
    told = brief(notice, "en")
    assert told.index(first) < told.index(second)
    assert notice.startswith(told) if len(notice) <= WHOLE else told == f"{first} {second}"
    assert key_sentence(notice, "en") in told


@given(st.lists(SENTENCE, min_size=1, max_size=6), st.lists(SENTENCE, max_size=3))
def test_a_denial_that_leans_is_told_with_what_it_leans_on_or_not_at_all(before: list[str], between: list[str]) -> None:
    told = brief(" ".join([*before, "It is no medical advice.", *between, DOCTOR]), "en")
    assert DOCTOR in told
    assert not told.startswith("It is")


def test_the_first_sentence_counts_where_none_says_more() -> None:
    assert key_sentence("Tested at home. Twice.", "en") == "Tested at home."
    assert key_sentence("Meant to inform. It is no substitute. Enjoy.", "en") == "It is no substitute."


def of(article: Article, network: Network, *, of_people: bool = False, announces: bool = False) -> tuple[str, ...]:
    return fitting(article, network, of_people=of_people, announces=announces)


def test_names_come_first_where_people_are_told_of_and_nowhere_else() -> None:
    article = an_article(notices=(ADVICE, NAMES))
    assert of(article, "facebook", of_people=True) == (NAMES, ADVICE)
    assert of(article, "facebook", of_people=True, announces=True) == (NAMES, ADVICE)
    assert of(article, "facebook") == of(article, "facebook", announces=True) == (ADVICE,)


def test_an_announcement_that_tells_of_nobody_says_that_names_were_changed_where_no_other_notice_is() -> None:
    article = an_article(notices=(NAMES,))
    assert of(article, "facebook", announces=True) == (NAMES,)
    assert of(article, "facebook") == ()


def test_of_a_notice_that_says_both_whom_to_ask_travels_alone() -> None:
    article = an_article(notices=(f"{NAMES} {DOCTOR}",))
    assert of(article, "facebook") == (DOCTOR,)
    assert of(article, "facebook", of_people=True) == (f"{NAMES} {DOCTOR}",)


def test_a_notice_for_one_network_stands_only_there_and_first() -> None:
    article = an_article(notices=("Tested twice.", FACEBOOK, ADVICE), notices_for=((FACEBOOK, "facebook"),))
    assert of(article, "facebook") == (FACEBOOK, ADVICE, "Tested twice.")
    assert of(article, "instagram") == (ADVICE, "Tested twice.")


def test_a_notice_for_two_networks_stands_on_both() -> None:
    both = ((FACEBOOK, "facebook"), (FACEBOOK, "instagram"))
    article = an_article(notices=(FACEBOOK,), notices_for=both)
    assert of(article, "instagram") == (FACEBOOK,)
    assert of(article, "x") == ()


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
    assert says_names_changed(notice)
    assert not sends_to_doctor(notice, "en")
