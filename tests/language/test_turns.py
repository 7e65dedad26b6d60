"""The turns of an interview are known by labels that come back and take turns; the labels of advice are none."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from pipeline.language import turns
from pipeline.model import FRONT_MATTER, Article, Block, Dropped, Section
from tests.factories import a_paragraph, an_article

NORA = "Nora Veld (47) has grown beans for twenty years. We met her between two showers."


def telling(*texts: str, language: str = "en", **changes: object) -> Article:
    return an_article(
        language=language, lead=tuple(map(a_paragraph, texts)), sections=(), key_points=(), title="On beans", **changes
    )


def said(*texts: str, language: str = "en", **changes: object) -> list[tuple[str, str]]:
    """Of each answer its words and its speaker."""
    found = turns.of(telling(*texts, language=language, **changes)).values()
    return [(one.words, one.speaker) for one in found if not one.asks]


def bold(text: str) -> Block:
    return Block("paragraph", text, f"<strong>{text}</strong>")


@pytest.mark.parametrize(
    ("language", "asks", "answers"),
    [
        ("en", "Q:", "A:"),
        ("en", "Q.", "A."),
        ("en", "Question:", "Answer:"),
        ("nl", "Vraag:", "Antwoord:"),
        ("nl", "V:", "A (lacht):"),
        ("de", "Frage:", "Antwort:"),
        ("fr", "Question :", "Réponse :"),
        ("es", "P:", "R:"),
        ("es", "Pregunta:", "Respuesta:"),
        ("it", "D:", "R:"),
        ("it", "Domanda:", "Risposta:"),
        ("en", "Q1:", "A1:"),
    ],
)
def test_labels_may_say_that_they_ask_and_answer(language: str, asks: str, answers: str) -> None:
    assert said(f"{asks} Beans?", f"{answers} Beans are patient.", language=language) == [("Beans are patient.", "")]


def test_whoever_answers_is_the_only_one_the_article_names() -> None:
    answered = ("Q: Why beans?", "A: They are patient.")
    assert said(NORA, *answered) == [("They are patient.", "Nora Veld")]
    assert said(NORA, "Tom Bale (50) was there as well.", *answered) == [("They are patient.", "")]
    assert said(NORA, *answered, byline="Nora Veld") == [("They are patient.", "")]


@pytest.mark.parametrize(
    ("asks", "answers"), [("Lena Ott", "Nora Veld"), ("Ott", "Veld"), ("LO", "NV"), ("L.O.", "N.V.")]
)
def test_labels_may_be_names_or_their_first_letters(asks: str, answers: str) -> None:
    told = (f"{asks}: Why beans?", f"{answers}: I like them.", f"{asks}: And peas?", f"{answers}: We eat them.")
    assert said(NORA, *told, byline="Lena Ott") == [("I like them.", "Nora Veld"), ("We eat them.", "Nora Veld")]


def test_labels_may_be_what_people_are() -> None:
    told = ("Editor: Why do you grow beans?", "Farmer: I like them.", "Editor: And peas?", "Farmer: They climb.")
    assert [words for words, _ in said(*told)] == ["I like them.", "They climb."]


def test_an_answer_goes_on_until_the_next_question_and_at_the_end_while_somebody_says_i() -> None:
    told = (
        "Q: Why beans?",
        "A: They are patient.",
        "And so are peas.",
        "Q: And now?",
        "A: Rest.",
        "I sleep.",
        "She left.",
    )
    assert [words for words, _ in said(*told)] == ["They are patient.", "And so are peas.", "Rest.", "I sleep."]


def test_questions_may_be_set_apart_in_bold_or_as_headings() -> None:
    asked = ("Why do you grow beans?", "What would you tell a beginner?")
    answered = (a_paragraph("I had no room for trees."), a_paragraph("My advice is to wait."))
    told = (asked[0], answered[0]), (asked[1], answered[1])
    article = telling(NORA)
    with_bold = Section(None, tuple(one for question, answer in told for one in (bold(question), answer)))
    with_headings = tuple(Section(question, (answer,)) for question, answer in told)
    for sections in ((with_bold,), with_headings):
        found = turns.of(an_article(lead=article.lead, sections=sections, key_points=(), language="en"))
        assert [(text, turn.asks) for text, turn in found.items()] == [
            (asked[0], True),
            (answered[0].text, False),
            (asked[1], True),
            (answered[1].text, False),
        ]


@pytest.mark.parametrize(
    "texts",
    [
        ("Tip: Cover the bowl.", "Wait.", "Tip: I wet my hands.", "Bake.", "Tip: We shut the door."),
        ("Let op: hij is heet.", "Wacht.", "Let op: ik ook."),
        ("Step 1: Choose a corner.", "Step 2: We lay branches.", "Step 3: I wait."),
        ("Monday: I dig.", "Tuesday: I rest.", "Wednesday: I dig."),
        ("Ingredients: flour.", "Method: We mix.", "Ingredients: rye.", "Method: I wait."),
        ("Myth: Does it smell?", "Fact: We turn ours.", "Myth: Are there rats?", "Fact: They like cooked food."),
        ("Problem: What if you have clay?", "Solution: Wait.", "Problem: Do you have sand?", "Solution: Mulch it."),
        ("Pros: we save time.", "Cons: it costs us.", "Pros: my back.", "Cons: my purse."),
        ("A: in spring.", "B: in summer.", "C: in autumn.", "D: in winter."),
        ("Note: we close at five.", "Note: we open at nine."),
        ("Q: Why do beans climb?", "I think they are curious.", "Q: When do they rest?", "I saw it at noon."),
        ("Remember: I was wrong.", "Beans: we eat them.", "Remember: beans climb.", "Beans: I like them."),
    ],
)
def test_other_labels_are_no_turns(texts: tuple[str, ...]) -> None:
    assert turns.of(telling(*texts)) == {}


def test_questions_that_an_author_answers_for_readers_are_no_interview() -> None:
    sections = (
        Section("Do you need a spade?", (a_paragraph("No. Cardboard is enough."),)),
        Section("When can you plant?", (a_paragraph("In April, when we all wake up."),)),
        Section("What did I do wrong?", (a_paragraph("I was in a hurry."),)),
    )
    assert turns.of(an_article(lead=(a_paragraph(NORA),), sections=sections)) == {}


UNADDRESSED = {
    "en": (("Why beans?", "And peas?", "Which come first?"), ("They are patient.", "We eat them.", "Whatever is dry.")),
    "nl": (("Waarom bonen?", "En erwten?", "Wat eerst?"), ("Ze hebben geduld.", "Die eten we op.", "Wat droog is.")),
    "de": (
        ("Warum Bohnen?", "Und Erbsen?", "Was zuerst?"),
        ("Weil sie Geduld haben.", "Wir essen sie.", "Was trocken ist."),
    ),
    "fr": (("Pourquoi des fèves ?", "Et les pois ?", "Et d'abord ?"), ("Elles patientent.", "On en mange.", "Le sec.")),
    "es": (("¿Por qué judías?", "¿Y los guisantes?", "¿Qué primero?"), ("Esperan.", "Se comen.", "Lo seco.")),
    "it": (("Perché i fagioli?", "E i piselli?", "Che cosa prima?"), ("Aspettano.", "Si mangiano.", "Il secco.")),
}
SAID_SO = [
    ("en", "Nora Veld has grown beans for twenty years. Interview: Lena Ott"),
    ("en", "An interview with the grower Nora Veld."),
    ("en", "Interview"),
    ("nl", "Een gesprek met bonenteler Nora Veld."),
    ("nl", "Interview door Lena Ott"),
    ("de", "Ein Gespräch über Bohnen. Interview: Lena Ott"),
    ("de", "Im Gespräch mit Nora Feld"),
    ("fr", "Propos recueillis par Léna Roux"),
    ("fr", "Entretien avec Nora Petit, qui sème des fèves."),
    ("es", "Entrevista a Nora Ruiz"),
    ("it", "Intervista a Nora Neri"),
]


def asking(language: str, *lead: str, title: str = "On beans") -> Article:
    """Questions in bold that say no “you”, each with its answer."""
    told = zip(*UNADDRESSED[language], strict=True)
    blocks = tuple(one for question, answer in told for one in (bold(question), a_paragraph(answer)))
    return an_article(
        title=title,
        language=language,
        lead=tuple(map(a_paragraph, lead)),
        sections=(Section(None, blocks),),
        key_points=(),
    )


@pytest.mark.parametrize(("language", "line"), SAID_SO)
def test_an_article_may_say_that_it_is_an_interview(language: str, line: str) -> None:
    for article in (asking(language, line), asking(language, title=f"Beans | {line}")):
        answers = [one.words for one in turns.of(article).values() if not one.asks]
        assert answers == list(UNADDRESSED[language][1])


@pytest.mark.parametrize(
    "line",
    [
        "Five questions before a job interview.",
        "The interview was a disaster, and so were the beans.",
        "A conversation with others helps.",
        "All about beans.",
    ],
)
def test_questions_below_another_line_are_an_authors_own(line: str) -> None:
    assert turns.of(asking("en", line)) == {}


def test_a_subtitle_in_front_matter_may_say_so() -> None:
    kept = Dropped("subtitle: Interview with Nora Veld", FRONT_MATTER)
    assert turns.of(replace(asking("en"), dropped=(kept,)))
    assert not turns.of(replace(asking("en"), dropped=(replace(kept, reason="navigation"),)))


def test_what_readers_ask_is_no_interview() -> None:
    sections = tuple(
        Section(question, (a_paragraph("We think so, and I do."),))
        for question in ("Can I bring my dog?", "Where do I park?", "Do I have to pay?")
    )
    assert turns.of(an_article(lead=(a_paragraph("Interview: Lena Ott"),), sections=sections, language="en")) == {}


def test_one_question_may_say_who_is_asked() -> None:
    answers = ("I had no room for trees.", "My beans wait.", "Peas climb.")
    named, plain, third = "Mrs Veld, why beans?", "Why beans?", "What does Mrs Veld grow?"
    for question, known in ((named, 3), (plain, 0), (third, 0)):
        told = zip((question, "And what comes first?", "And peas?"), answers, strict=True)
        sections = tuple(Section(one, (a_paragraph(answer),)) for one, answer in told)
        found = turns.of(an_article(lead=(), sections=sections, language="en", title="On beans")).values()
        assert sum(not one.asks for one in found) == known


def test_a_label_is_taken_off_only_where_it_is_one_of_a_turn() -> None:
    article = telling("Q: Why beans?", "A: They are patient.")
    assert turns.unlabelled("A: They are patient.", article) == "They are patient."
    assert turns.unlabelled("Tip: They are patient.", article) == "Tip: They are patient."
    assert turns.unlabelled("A: They are patient.", telling(NORA)) == "A: They are patient."


@pytest.mark.parametrize(
    "text",
    ["A ", "word", "A-b-", "A: ", "Ab cd ef gh ", "Q: Nora Veld? ", "*", "Nora Veld (47) ", "ถั่วงอก", "豆の", "a-"],
)
def test_long_articles_are_read_quickly(text: str) -> None:
    started = time.process_time()
    turns.of(telling(*[text * (4_000 // len(text))] * 50))
    assert time.process_time() - started < 3
