"""Languages are told apart, and sentences end where they end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import language

TEXTS = {
    "nl": "Het brood is klaar als het van onderen hol klinkt en dat duurt langer dan je denkt.",
    "en": "The bread is done when it sounds hollow, and that takes longer than you think.",
    "de": "Das Brot ist fertig, wenn es hohl klingt, und das dauert länger, als man denkt.",
    "fr": "Le pain est prêt quand il sonne creux, et cela prend plus de temps que l’on pense.",
    "es": "El pan está listo cuando suena hueco, y eso tarda más de lo que se piensa.",
    "it": "Il pane è pronto quando suona vuoto, e questo richiede più tempo di quanto si pensa.",
    "el": "Το ψωμί είναι έτοιμο.",
    "ru": "Хлеб готов.",
    "ja": "パンができました。",
    "zh": "面包好了。",
    "ar": "الخبز جاهز.",
}


@pytest.mark.parametrize(("expected", "text"), TEXTS.items())
def test_a_language_is_known_by_its_words_or_script(expected: str, text: str) -> None:
    assert language.detect(text) == expected


@pytest.mark.parametrize("text", ["", "42", "Zzyzx"])
def test_what_cannot_be_told_falls_back(text: str) -> None:
    assert language.detect(text, "nl") == "nl"


CASES = [
    ("nl", "Rust helpt.[1] Het werkt.[2, 3] Echt.", ["Rust helpt.[1]", "Het werkt.[2, 3]", "Echt."]),
    ("nl", "Volgens dr. Jansen is dat zo. Het werkt.", ["Volgens dr. Jansen is dat zo.", "Het werkt."]),
    ("nl", "Dat kost bijv. Marie drie uur. Meer niet.", ["Dat kost bijv. Marie drie uur.", "Meer niet."]),
    ("nl", "Op 3 mei 2026 om 9.30 uur. Tot dan!", ["Op 3 mei 2026 om 9.30 uur.", "Tot dan!"]),
    ("nl", "“Is dat zo?” vroeg zij. “Ja.”", ["“Is dat zo?” vroeg zij.", "“Ja.”"]),
    ("en", "Dr. J. R. Field said so. Nobody laughed.", ["Dr. J. R. Field said so.", "Nobody laughed."]),
    ("en", "Bring flour, salt, etc. Then wait.", ["Bring flour, salt, etc.", "Then wait."]),
    ("en", "It costs $3.50 a loaf… Really? Yes!", ["It costs $3.50 a loaf…", "Really?", "Yes!"]),
    ("en", "Sources vary (see Field, A. 2014). We chose one.", ["Sources vary (see Field, A. 2014).", "We chose one."]),
    ("de", "Am 3. Mai beginnt es. Kommen Sie, z. B. Samstag.", ["Am 3. Mai beginnt es.", "Kommen Sie, z. B. Samstag."]),
    ("fr", "M. Blanc est venu. Il a ri.", ["M. Blanc est venu.", "Il a ri."]),
    ("ja", "パンです。茶です。", ["パンです。", "茶です。"]),
]


@pytest.mark.parametrize(("spoken", "text", "expected"), CASES)
def test_sentences_end_where_they_end(spoken: str, text: str, expected: list[str]) -> None:
    assert language.sentences(text, spoken) == expected


@given(st.text(), st.sampled_from(["nl", "en", "de", "fr", "ja", "xx"]))
def test_no_word_is_lost_between_sentences(text: str, spoken: str) -> None:
    assert "".join("".join(language.sentences(text, spoken)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The bread is done.", True),
        ("“Is it done?”", True),
        ("パンができました。", True),
        ("هل الخبز جاهز؟", True),
        ("रोटी तैयार है।", True),
        ("The bread", False),
        ("First, the bread:", False),
        ("", False),
    ],
)
def test_an_end_mark_ends_a_sentence_in_every_script(text: str, ends: bool) -> None:
    assert language.ends_sentence(text) is ends


@pytest.mark.parametrize("text", ["a." * 500_000, "." * 1_000_000 + "a", "A. " * 100_000, '."' * 500_000 + "a"])
def test_a_megabyte_without_a_break_is_cut_in_seconds(text: str) -> None:
    started = time.monotonic()
    language.sentences(text, "nl")
    assert time.monotonic() - started < 5
