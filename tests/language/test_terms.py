"""An article's own terms: nouns of its title that it keeps coming back to, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import stop_words
from pipeline.language.terms import terms

NUMBERS = {
    "en": ("the {}, of {}. In the {}.", "four seven eighteen forty-two dozen thousands", "fourteenth dozer fortress"),
    "nl": (
        "de {}, van {}. In de {}.",
        "zeven eenentwintig tweehonderd duizenden twintigen",
        "zevenblad elfen achteraf",
    ),
    "de": (
        "im {}, vom {}. Der {}.",
        "sieben einundzwanzig dreißig zweihundert milliarden",
        "jahrhundert elfen siebenschläfer",
    ),
    "fr": (
        "le {}, du {}. Dans le {}.",
        "sept vingt-quatre quatre-vingts douzaine",
        "quatre-quarts mille-feuille quarantaine",
    ),
    "es": ("el {}, del {}. En el {}.", "siete veintidós doscientos docena", "sietecolores ciencia milagro"),
    "it": ("il {}, del {}. Con il {}.", "sette ventidue trecento duemila", "accento settembre camomilla"),
    "pt": ("o {}, do {}. Com o {}.", "sete dezessete duzentos dúzia", "setembro centro milho"),
}

ENGLISH = (
    "The compost needs air. There is life in the compost, said Miller. Much of compost is patience. Who has compost waits.\n"
    "Often Miller turns it. He says: often the rest is for the worms. Worms like the dark. A handful of worms is enough."
)


@pytest.mark.parametrize(
    ("title", "text", "language", "found", "why"),
    [
        ("Compost in a small garden", ENGLISH, "en", ("compost",), "a noun of the title, three times in the text"),
        ("Worms and compost", ENGLISH, "en", ("compost", "worms"), "two of them, in the order of the text"),
        ("Often is not always", ENGLISH, "en", (), "no noun"),
        ("Miller and his heap", ENGLISH, "en", (), "a name"),
        ("A heap of air", ENGLISH, "en", (), "too seldom"),
        ("Soup for all", ENGLISH, "en", (), "not in the text"),
        ("About people", "The people came. Of people, in the people." * 3, "en", (), "any text has these"),
        (
            "Brood dat wacht",
            "Het brood rijst. Wie houdt van brood, wacht. Met het brood is dat zo.",
            "nl-BE",
            ("brood",),
            "Dutch",
        ),
        (
            "Der Eimer",
            "Im Eimer ist Erde. Der Eimer steht da. Ein Eimer, sagt Anna, reicht. Anna ist da. Anna auch.",
            "de",
            ("eimer",),
            "German",
        ),
        ("堆肥", "堆肥。" * 9, "zh", (), "a language without a row"),
        ("", "", "en", (), "nothing"),
    ],
)
def test_terms_are_nouns_that_title_and_text_share(
    title: str, text: str, language: str, found: tuple[str, ...], why: str
) -> None:
    assert terms(title, text, language) == found, why


@pytest.mark.parametrize("language", ["nl", "en", "de", "fr", "es", "it", "pt"])
@given(data=st.data())
def test_no_stop_word_is_ever_a_term(language: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(sorted(stop_words(language))), min_size=3, max_size=40))
    text = " ".join(words)
    assert terms(text, f"{text}. {text}, {text}.", language) == ()


@pytest.mark.parametrize("language", NUMBERS)
def test_a_number_is_no_term_and_what_only_begins_like_one_is(language: str) -> None:
    company, numbers, nouns = NUMBERS[language]
    for word in numbers.split():
        assert terms(word, company.format(word, word, word), language) == (), word
    for word in nouns.split():
        said = word.title() if language == "de" else word
        assert terms(word, company.format(said, said, said), language) == (word,), word
