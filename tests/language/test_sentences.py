"""Languages are told apart, and sentences end where they end."""

from __future__ import annotations

import time
from pathlib import Path

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


HARD = [
    ("nl", "Mary Poole zei: “I never bake before noon.” Daarna lachte ze en ging ze naar huis."),
    ("nl", "Zuurdesem, dat is wat wij het liefst bakken."),
    ("nl", "De oven is warm en het deeg rijst."),
    ("nl", "Wij bakken in een oven die nooit koud wordt."),
    ("en", "The Hague has an oven, and De Wit has the key to it."),
    ("en", "In Paris we ate a croissant that was as light as a thought."),
    ("en", "Bread is what we have when there is nothing else."),
    ("de", "Anna sagte: „Let it rest.“ Danach ging sie nach Hause und schlief."),
    ("de", "Der Ofen ist warm und der Teig geht auf."),
    ("de", "Wir backen in einem Ofen, der nie kalt wird."),
    ("fr", "Le four est chaud et la pâte lève dans un bol."),
    ("fr", "Anna a dit : « Let it rest. » Puis elle est rentrée dans sa maison."),
    ("es", "El horno está caliente y la masa sube en un cuenco."),
    ("es", "Lo más importante es que la masa no se seque."),
    ("it", "Il forno è caldo e la pasta cresce in una ciotola."),
    ("it", "La cosa più importante è che la pasta non si secchi."),
    ("pt", "O forno está quente e a massa cresce numa tigela, mas não se pode esperar muito."),
    ("pl", "Piec jest ciepły, a ciasto rośnie w misce, ale nie za długo."),
    ("sv", "Ugnen är varm och degen jäser i en skål, men inte för länge."),
    ("da", "Ovnen er varm, og dejen hæver i en skål, men ikke for længe af gangen."),
    ("no", "Ovnen er varm, og deigen hever i en bolle, men ikke for lenge av gangen nå."),
    ("cs", "Pec je teplá a těsto kyne v míse, ale ne příliš dlouho, když je horko."),
    ("fi", "Uuni on lämmin ja taikina nousee kulhossa, mutta ei liian kauan."),
    ("ja", "Pannekoekも、パンも、オーブンで焼きます。"),
    ("zh", "烤箱是热的，Moes & Oven 的面团在碗里发酵。"),
    ("ar", "قالت Anna Berg إن الفرن دافئ والعجين يرتفع."),
]


@pytest.mark.parametrize(("expected", "text"), HARD)
def test_a_language_is_known_by_its_words_and_not_by_names_and_quotations(expected: str, text: str) -> None:
    assert language.detect(text, "xx") == expected


@pytest.mark.parametrize(("expected", "text"), TEXTS.items())
def test_a_language_is_known_by_its_words_or_script(expected: str, text: str) -> None:
    assert language.detect(text) == expected


@pytest.mark.parametrize("text", ["", "42", "Zzyzx"])
def test_what_cannot_be_told_falls_back(text: str) -> None:
    assert language.detect(text, "nl") == "nl"


LONG = {tag: " ".join([text] * 5) for tag, text in TEXTS.items()}


@pytest.mark.parametrize(
    ("stated", "text", "settled"),
    [
        ("nl", LONG["nl"], "nl"),
        ("nl-BE", LONG["nl"], "nl-BE"),
        ("nl_BE", LONG["nl"], "nl-BE"),
        ("nl_NL.UTF-8", LONG["nl"], "nl-NL"),
        ("pt-BR", LONG["es"][:40], "pt-BR"),
        ("en-US", LONG["nl"], "nl"),
        ("en", LONG["ja"], "ja"),
        ("en", TEXTS["nl"], "en"),
        ("Nederlands", LONG["nl"], "nl"),
        ("", LONG["de"], "de"),
        (None, LONG["de"], "de"),
        ("sr-Latn", LONG["en"], "sr-Latn"),
        ("zh-Hant", LONG["zh"], "zh-Hant"),
        ("de", "", "de"),
    ],
)  # fmt: skip
def test_what_is_stated_counts_unless_the_text_says_otherwise(stated: str | None, text: str, settled: str) -> None:
    assert language.settled(stated, text) == settled


def cases() -> list[tuple[str, str]]:
    """Each line of sentences/, with its language."""
    found = []
    for path in sorted((Path(__file__).parent / "sentences").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            tag, _, text = line.partition(": ") if path.stem == "other" else (path.stem, "", line)
            found.append((tag, text))
    return found


@pytest.mark.parametrize(("spoken", "case"), cases())
def test_sentences_end_where_they_end(spoken: str, case: str) -> None:
    wanted = case.split(" | ")
    # Where no blanks part sentences the bar stands for nothing.
    text = case.replace(" | ", "" if spoken in {"ja", "zh"} else " ")
    assert language.sentences(text, spoken) == wanted


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


@pytest.mark.parametrize("most", [0, 1, 2, 5])
def test_the_first_sentences_are_those_of_the_whole_text(most: int) -> None:
    text = "Dr. Moes bakes. She rests! Does the dough rest? It does."
    assert language.sentences(text, "en", most) == language.sentences(text, "en")[:most]
