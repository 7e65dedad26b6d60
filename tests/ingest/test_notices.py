"""Notices are known wherever they stand, and no story is taken for one."""

from __future__ import annotations

import time

import pytest

from pipeline.ingest.notices import is_all_notice, is_notice, sends_away
from pipeline.language.renamed import says_names_changed
from pipeline.model import Block
from tests.ingest.reading import everything, read

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


HELP = [
    ("*De namen in dit verhaal zijn veranderd. Heb je zelf hulp nodig? Bel je huisarts of een hulplijn.*", True),
    ("De namen zijn gefingeerd. Heb je zelf hulp nodig? Bel een hulplijn.", True),
    ("The names have been changed. Do you need help yourself? Call a helpline.", True),
    ("Die Namen wurden geändert. Brauchst du Hilfe? Sprich mit deiner Ärztin.", True),
    ("*The names have been changed. Who would have thought? Anna bakes again.*", True),
    ("(The names have been changed. Who would have thought?)", True),
    ("Note: the names have been changed. Who would have thought?", True),
    ("The names have been changed. Who would have thought? Anna bakes again.", False),
    ("*Who would have thought? Anna bakes again.*", False),
    (f"*The names have been changed. {'Anna bakes again and again. ' * 20}*", False),
]


@pytest.mark.parametrize(("source", "is_one"), HELP)
@pytest.mark.parametrize("form", ["markdown", "text"])
def test_changed_names_that_are_set_apart_are_a_notice_whatever_stands_beside_them(
    form: str, source: str, is_one: bool
) -> None:
    article = read(f"# Bread\n\n{BODY}\n\n{source}\n\n{BODY} Again.\n\n{BODY} Twice.\n\n{BODY} Thrice.\n", form)
    assert bool(article.notices) is is_one


DISCLOSED = [
    "Please note: I am not a dietitian. Taste your own dough before you add salt.",
    "Please note that Mira is a baker, not a doctor.",
    "Note: I work for a mill.",
    "Let op: de prijzen gelden tot en met 30 september.",
    "Let op: ik ben geen diëtist.",
    "Hinweis: Ich bin keine Ernährungsberaterin und keine Ärztin.",
    "Remarque : je travaille pour un moulin.",
    "Aviso: no soy médica.",
    "Nota: non sono un medico.",
    "Full disclosure: I sell ovens.",
]
LABELLED = ["Please note: the oven is hot.", "Let op: de oven is heet.", "Hinweis: Der Ofen ist heiß.", "Nota: el horno quema."]  # fmt: skip
NAMED_AS_SUCH = [
    "Disclosure: a mill pays my bills, so weigh this accordingly.",
    "Disclaimer: bake at your own risk.",
    "Offenlegung: Eine Mühle bezahlt mich.",
    "Conflict of interest: none.",
]


@pytest.mark.parametrize("text", [*DISCLOSED, *NAMED_AS_SUCH])
def test_what_its_author_discloses_above_the_text_is_a_notice(text: str) -> None:
    assert is_all_notice(a_line(text), first=True)
    assert is_all_notice(a_line(text, italic=True))


@pytest.mark.parametrize("text", DISCLOSED)
def test_below_other_paragraphs_it_may_be_part_of_the_text(text: str) -> None:
    assert not is_all_notice(a_line(text))


@pytest.mark.parametrize("text", LABELLED)
def test_above_the_text_a_label_in_italics_is_enough(text: str) -> None:
    assert is_all_notice(a_line(text, italic=True), first=True)
    assert not is_all_notice(a_line(text), first=True)
    assert not is_all_notice(a_line(text, italic=True))


@pytest.mark.parametrize("text", NAMED_AS_SUCH)
def test_what_its_label_calls_a_notice_is_one_anywhere(text: str) -> None:
    assert is_all_notice(a_line(text))
    assert not is_all_notice(a_line(text.replace(":", " of ours")))


@pytest.mark.parametrize("form", ["markdown", "text"])
@pytest.mark.parametrize("mark", ["_", "*"])
def test_italics_around_the_first_paragraph_are_read(form: str, mark: str) -> None:
    note = "Let op: deze prijzen veranderen in mei."
    article = read(f"# Brood\n\n{mark}{note}{mark}\n\n{BODY}\n\nIt keeps. {BODY}\n", form)
    assert article.notices == (note,)
    assert article.lead[0].text == BODY


def test_the_second_paragraph_is_not_the_first() -> None:
    article = read(f"# Brood\n\n{BODY}\n\n*Let op: de oven is heet.*\n\n{BODY} Again.\n", "markdown")
    assert article.notices == ()


SENDING = [
    "Heeft u een nierziekte, overleg dan eerst met uw arts of diëtist.",
    "Heeft u een nierziekte, overleg eerst met uw arts.",
    "Overleg bij een nierziekte eerst met uw huisarts.",
    "Raadpleeg bij twijfel altijd je huisarts.",
    "Bij twijfel raadpleeg je je huisarts.",
    "Talk to your doctor before you change your diet.",
    "If you have kidney disease, ask your doctor first.",
    "If you are pregnant, please talk to your midwife first.",
    "You should always consult a doctor before you start.",
    "Speak to your GP if it lasts longer than a week.",
    "Wenn Sie eine Nierenkrankheit haben, fragen Sie vorher Ihre Ärztin.",
    "Sprechen Sie vorher mit Ihrem Arzt.",
    "Bei einer Nierenerkrankung sprechen Sie bitte zuerst mit Ihrem Arzt.",
    "Wenn du schwanger bist, sprich vorher mit deiner Hebamme.",
    "Bei Nierenleiden sollten Sie das vorher mit Ihrem Hausarzt besprechen.",
    "En cas de maladie rénale, parlez-en d'abord à votre médecin.",
    "Si vous êtes enceinte, demandez conseil à votre sage-femme.",
    "Consultez votre médecin avant de changer de régime.",
    "Si tiene una enfermedad renal, consulte antes con su médico.",
    "Consulta a tu médico antes de cambiar la dieta.",
    "En caso de duda, pregunte a su farmacéutico.",
    "Se soffre di una malattia renale, ne parli prima con il suo medico.",
    "Chiedi al tuo medico prima di cambiare dieta.",
    "In caso di dubbio, consulti il medico.",
]
NO_SENDING = [
    "De vraag is wat uw huisarts daarvan vindt.",
    "Have you asked your doctor yet?",
    "My doctor told me to ask your doctor first.",
    "Ask the gardener before you plant, and water it.",
    "Vraag het uw bakker.",
    "When I asked the doctor, she laughed.",
    "She talks to her doctor every week.",
    "„Fragen Sie Ihren Arzt“, sagte sie, und ging.",
    "Der Arzt fragt Sie nach dem Schlaf.",
    "Votre médecin vous demande comment vous dormez.",
    "Il medico chiede come dormi.",
    "Tu médico te pregunta cómo duermes.",
    "Talk to your doctor first. Then dig the bed deeper than you think and put in the leeks.",
    "Doctors talk to you about bread.",
    "In our village you can visit the doctor on foot.",
    "Contact with your doctor is easier by phone.",
    "Een bezoek aan uw huisarts kost niets.",
    "If you visit your doctor, take a list of what you eat.",
    "Bij een bezoek aan uw huisarts hoort een lijst.",
    "Contact met uw huisarts gaat per mail.",
]


@pytest.mark.parametrize("text", SENDING)
def test_a_last_paragraph_that_sends_its_reader_to_a_doctor_is_a_notice(text: str) -> None:
    article = read(f"A garden\n\nSoil is alive, and it shows.\n\nWater comes last of all.\n\n{text}\n")
    assert article.notices == (text,)
    assert text not in "".join(block.text for section in article.sections for block in section.blocks)


@pytest.mark.parametrize("text", SENDING)
def test_in_the_middle_it_is_the_articles_own_advice(text: str) -> None:
    article = read(
        f"A garden\n\nSoil is alive, and it shows.\n\nWater comes last.\n\n{text}\n\nWait for the frost to end.\n"
    )
    assert article.notices == ()
    assert text in everything(article)


@pytest.mark.parametrize("text", NO_SENDING)
def test_a_last_paragraph_that_only_speaks_of_doctors_is_none(text: str) -> None:
    assert not sends_away(text)


def test_what_a_heading_has_and_what_stands_alone_stays_in_the_text() -> None:
    text = SENDING[0]
    headed = read(f"# A garden\n\nSoil is alive.\n\nWater comes last.\n\n## When to ask\n\n{text}\n", "markdown")
    short = read(f"# A garden\n\nSoil is alive.\n\n{text}\n", "markdown")
    assert headed.notices == short.notices == ()
    assert [section.heading for section in headed.sections] == ["When to ask"]


def test_a_call_to_action_below_it_changes_nothing() -> None:
    end = f"{SENDING[0]}\n\n[Book a visit](https://example.org/visit)"
    article = read(f"# A garden\n\nSoil is alive.\n\nWater comes last.\n\n{end}\n", "markdown")
    assert article.notices == (SENDING[0],)
    assert [call.text for call in article.calls_to_action] == ["Book a visit"]
