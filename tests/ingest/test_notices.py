"""Notices are known wherever they stand, and no story is taken for one."""

from __future__ import annotations

import time

import pytest

from pipeline.ingest.notices import is_all_notice, is_notice
from pipeline.language.notices import says_names_changed
from pipeline.model import Block
from tests.ingest.reading import read

RENAMED = [
    "The names in this story have been changed.",
    "Names of fellow bakers have been changed to protect their privacy.",
    "Names changed.",
    "Name changed on request.",
    "Some names and places have been changed.",
    "I've changed the names of my neighbours.",
    "These are not their real names.",
    "Ruth isn't her real name.",
    "All names are pseudonyms.",
    "The names used here are fictitious.",
    "De namen zijn veranderd.",
    "De namen in dit verhaal zijn gefingeerd.",
    "Annet en Joris zijn gefingeerde namen.",
    "Om hun privacy te beschermen zijn de namen gewijzigd.",
    "Naam op verzoek gewijzigd.",
    "Karin is niet haar echte naam.",
    "Die Namen wurden geändert.",
    "Vornamen geändert.",
    "Name von der Redaktion geändert.",
    "Zum Schutz der Familien haben wir einige Namen und Orte geändert.",
    "Ellen heißt eigentlich anders.",
    "Les prénoms ont été modifiés.",
    "Les noms des témoins ont été changés à leur demande.",
    "Tous les prénoms sont fictifs.",
    "Karima est un prénom d'emprunt.",
    "Los nombres han sido cambiados.",
    "Nombres cambiados.",
    "Los nombres de este relato son ficticios.",
    "I nomi sono stati cambiati.",
    "I nomi sono di fantasia.",
]
OTHERS = [
    "This article is not a substitute for medical advice.",
    "This is no medical advice. Talk to your doctor first.",
    "The information in this article does not replace professional advice. Always ask your pharmacist.",
    "For informational purposes only.",
    "This post contains affiliate links. I may earn a small commission.",
    "This article was sponsored by a mill.",
    "Note: this text is meant for information. It is not legal advice.",
    "Dit artikel vervangt geen medisch advies. Raadpleeg bij klachten je huisarts.",
    "Deze post bevat affiliate links.",
    "Dieser Beitrag ersetzt keine ärztliche Beratung.",
    "Dieser Text ist keine Rechtsberatung.",
    "Dieser Beitrag enthält Werbung.",
    "Cet article ne remplace pas une consultation médicale.",
    "Cet article contient des liens affiliés.",
    "Este artículo no sustituye el consejo de un profesional. Consulte a su médico.",
    "Questo articolo non sostituisce il parere medico.",
]
SENDING = [
    "If a cough lasts for weeks, please see your doctor.",
    "Raadpleeg bij klachten je huisarts.",
    "Bitte sprechen Sie mit Ihrer Ärztin.",
    "Si la fatigue dure, parlez-en à un médecin.",
    "Si no duerme, consulte a su médico.",
    "Se dura, ne parli con il suo medico.",
]
STORIES = [
    "“See your doctor,” she says, and closes the oven.",
    "See your doctor before you start. It helps to write down what you want to ask.",
    "The doctor asked her to write everything down.",
    "My doctor told me to rest.",
    "The race was sponsored by a bakery.",
    "An app does not replace professional advice.",
    "They were not liable for the loss.",
    "Der Tee ersetzt keine Behandlung.",
    "Die Firma übernimmt keine Haftung.",
    "She asked for legal advice and got none.",
    "This is no time for professional help, he thought, but for soup.",
    "The names of the streets were changed.",
    "Many plant names have been changed by botanists.",
    "She changed her name after the wedding.",
    "Their names were changed when they reached the island.",
    "The names have been changed. Anna was forty when she began to bake.",
    "What if the names were changed?",
    "De namen van de rassen zijn veranderd.",
    "Die Namen der Sorten wurden geändert.",
    "Les noms des rues ont été changés.",
    "Le nom du chat a changé.",
    "El nombre de la calle ha cambiado.",
    "I nomi delle strade sono stati cambiati.",
]
BODY = "Bread rises while nobody looks, and that is the whole secret of it."


def a_line(text: str, *, italic: bool = False) -> Block:
    return Block("paragraph", text, f"<em>{text}</em>" if italic else text)


@pytest.mark.parametrize("text", [*RENAMED, *OTHERS])
def test_a_paragraph_that_is_nothing_but_a_notice_is_one(text: str) -> None:
    assert is_all_notice(a_line(text))


@pytest.mark.parametrize("text", RENAMED)
def test_what_says_that_names_were_changed_acts_as_such(text: str) -> None:
    assert says_names_changed(text)
    assert says_names_changed(f"This is no medical advice. {text}")


@pytest.mark.parametrize("text", [*RENAMED[:2], *RENAMED[16:17], *RENAMED[21:22], *OTHERS[:1]])
@pytest.mark.parametrize(
    "dressed", ["({})", "* {}", "Note: {}", "Hinweis: {}", "{} If it lasts, please see your doctor."]
)
def test_a_notice_may_have_a_label_brackets_or_company(text: str, dressed: str) -> None:
    assert is_all_notice(a_line(dressed.format(text)))


@pytest.mark.parametrize("text", SENDING)
def test_whom_to_ask_is_a_notice_where_it_is_set_apart(text: str) -> None:
    assert is_all_notice(a_line(text, italic=True))
    assert is_all_notice(a_line(f"Note: {text}"))
    assert not is_all_notice(a_line(text))


@pytest.mark.parametrize("text", STORIES)
def test_a_story_is_no_notice(text: str) -> None:
    assert not is_all_notice(a_line(text))


def test_a_story_that_ends_with_a_changed_name_is_no_notice_even_late() -> None:
    assert is_notice("The names were changed. Any resemblance is coincidental. Tell us yours.")
    assert not is_notice("Anna baked. She sold what she baked. She slept. The names were changed.")


@pytest.mark.parametrize(
    "notice",
    [
        "*The names in this story have been changed. If you sleep badly for weeks, please see your doctor.*",
        "> Les prénoms ont été modifiés. Si la fatigue dure, parlez-en à un médecin.",
        "Die Namen wurden geändert.",
    ],
)
@pytest.mark.parametrize("place", range(4))
def test_a_notice_stands_apart_wherever_it_stood(notice: str, place: int) -> None:
    lines = ["# Bread", BODY, f"It keeps. {BODY}", f"## Ovens\n\n{BODY}", f"💡 {BODY}", BODY]
    lines.insert(place, notice)
    article = read("\n\n".join(lines), "markdown")
    assert article.notices == (notice.strip("*> "),)
    assert article.title == "Bread"
    assert notice.strip("*> ") not in [block.text for block in article.lead]


def test_notices_keep_their_order() -> None:
    names, post, last = (
        "The names have been changed.",
        "This post contains affiliate links.",
        "This is no medical advice.",
    )
    article = read(f"# Bread\n\n{names}\n\n{BODY}\n\n{post}\n\n{BODY}\n\n{BODY}\n\n{last}\n", "markdown")
    assert article.notices == (names, post, last)


def test_an_item_that_is_a_notice_leaves_its_list() -> None:
    listed = "- Flour keeps for a year.\n- The names have been changed.\n- Yeast keeps for a week."
    article = read(f"# Bread\n\n{BODY}\n\n{listed}\n\n{BODY}\n", "markdown")
    assert article.notices == ("The names have been changed.",)
    (block,) = [one for one in (*article.lead, *(b for s in article.sections for b in s.blocks)) if one.items]
    assert [item.text for item in block.items] == ["Flour keeps for a year.", "Yeast keeps for a week."]
    assert block.text == "Flour keeps for a year.\nYeast keeps for a week."


def test_a_heading_that_its_author_marked_stays() -> None:
    article = read(f"# Bread\n\n{BODY}\n\n## The names were changed\n\n{BODY}\n", "markdown")
    assert [section.heading for section in article.sections] == ["The names were changed"]


@pytest.mark.parametrize("words", ["this article ", "names ", "no medical advice ", "ask your doctor ", "die namen "])
def test_long_paragraphs_are_read_quickly(words: str) -> None:
    started = time.process_time()
    is_notice(words * 4000)
    is_all_notice(a_line((words * 4000)[:899]))
    assert time.process_time() - started < 2
