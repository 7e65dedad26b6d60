"""What an author gives to somebody in the sentence beside a key point is not the author's."""

from __future__ import annotations

import time

import pytest

from pipeline.language import voices
from pipeline.language.disowning import gives
from pipeline.model import Article, KeyPoint, Section
from tests.factories import a_paragraph, an_article

POINT = "Beans that wait for rain climb higher."


def of(article: Article) -> str | None:
    return voices.of(article, article.key_points[0])


def between(before: str, after: str, heading: str | None = None, language: str = "en") -> Article:
    """A key point at the end of its section, between two paragraphs."""
    sections = (Section(None, (a_paragraph(before),)), Section(heading, (a_paragraph(after),)))
    return an_article(
        language=language,
        lead=(),
        sections=sections,
        key_points=(KeyPoint(POINT, section=0, after=1),),
        byline="Lena Ott",
    )


GIVEN = [
    ("nl", "Dat heb ik niet bedacht, dat heeft een Zwitserse boer ooit gezegd."),
    ("nl", "Dat is niet van mij."),
    ("nl", "Zoals mijn oma altijd zei, en zij kon het weten."),
    ("nl", "Dat zei mijn oma altijd."),
    ("en", "I did not think of that myself; a Swiss grower once said it."),
    ("en", "I did not say that."),
    ("en", "That is not mine."),
    ("en", "As my grandmother used to say, in her apron."),
    ("en", "That's what Nora Veld always says."),
    ("en", "A Swiss grower once said that."),
    ("de", "Das stammt nicht von mir."),
    ("de", "Das sage nicht ich, das sagt die Statistik."),
    ("de", "Das habe ich mir nicht ausgedacht."),
    ("de", "Wie meine Großmutter immer sagte, und die musste es wissen."),
    ("de", "Das hat ein Schweizer Bauer einmal gesagt."),
    ("fr", "La phrase n'est pas de moi."),
    ("fr", "Ce n'est pas moi qui le dis."),
    ("fr", "Comme disait ma grand-mère, il faut attendre."),
    ("fr", "C'est ma grand-mère qui le disait."),
    ("es", "La frase no es mía."),
    ("es", "Eso no lo digo yo."),
    ("es", "Como decía mi abuela, hay que esperar."),
    ("it", "La frase non è mia."),
    ("it", "Non lo dico io."),
    ("it", "Come diceva mia nonna, bisogna aspettare."),
]


@pytest.mark.parametrize(("language", "sentence"), GIVEN)
def test_the_sentence_behind_it_may_give_it_away(language: str, sentence: str) -> None:
    assert of(between("Peas do not.", f"{sentence} Peas do not wait.", language=language)) is not None


KEPT = [
    ("nl", "Dat heb ik zelf bedacht."),
    ("nl", "Dat zei ik vorig jaar ook al."),
    ("nl", "Zoals wij altijd zeggen, loont geduld."),
    ("nl", "Dat heeft de buurt veel werk gescheeld."),
    ("nl", "Dat heb ik niet geprobeerd."),
    ("en", "I did not say that peas do not climb."),
    ("en", "As I always say, wait."),
    ("en", "That is what we said last year."),
    ("en", "That is not my garden."),
    ("en", "So the label says nothing of it."),
    ("de", "Das habe ich nicht gewusst."),
    ("de", "Wie wir immer sagen, lohnt sich Geduld."),
    ("de", "Das hat mir die Arbeit erspart."),
    ("nl", "Dat zegt genoeg over de bodem."),
    ("nl", "Zo zegt Nora dat erwten niet wachten."),
    ("nl", "Zoals Nora zegt, wachten erwten niet."),
    ("en", "As Nora Veld says, peas do not wait."),
    ("de", "Das sagt viel über den Boden."),
    ("de", "So sagt Nora: Erbsen warten nicht."),
    ("es", "Lo dice todo."),
    ("fr", "Comme on dit, il faut attendre."),
    ("es", "No es mía la huerta de al lado."),
    ("it", "Come dico sempre io, bisogna aspettare."),
]


@pytest.mark.parametrize(("language", "sentence"), KEPT)
def test_other_sentences_leave_it_to_its_author(language: str, sentence: str) -> None:
    assert of(between("Peas do not.", f"{sentence} Peas do not wait.", language=language)) is None


def test_only_the_sentence_right_behind_it_counts() -> None:
    assert of(between("Peas do not.", "Peas do not wait. That is not mine.")) is None
    assert of(between("Peas do not.", "That is not mine.", heading="Whose garden?")) is None


def test_who_is_named_there_is_whose_it_is() -> None:
    assert of(between("Peas do not.", "That is not mine: so says Nora Veld.")) == "Nora Veld"


def test_what_leads_to_it_may_say_whose_it_is() -> None:
    assert of(between("Peas do not. Nora Veld says it like this:", "Peas do not wait.")) == "Nora Veld"
    assert of(between("Peas do not. Nora Veld says so.", "Peas do not wait.")) is None
    assert of(between("Peas do not. I say it like this:", "Peas do not wait.")) is None


def test_a_sentence_behind_its_words_in_the_text_counts_too() -> None:
    told = Section(None, (a_paragraph(f"{POINT} I did not say that. Peas do not."),))
    point = KeyPoint(POINT, section=0)
    assert of(an_article(language="en", lead=(), sections=(told,), key_points=(point,))) == ""


def test_of_two_key_points_in_a_row_the_last_is_given_away() -> None:
    other = KeyPoint("Peas climb lower than beans do.", section=0, after=1)
    first = KeyPoint(POINT, section=0, after=1)
    section = Section(None, (a_paragraph("Both climb."), a_paragraph("That is not mine.")))
    article = an_article(language="en", lead=(), sections=(section,), key_points=(first, other))
    assert [voices.of(article, one) for one in (first, other)] == [None, ""]


@pytest.mark.parametrize("text", ["a ", "as a ", "that is what a ", "dat heeft een ", "Zo zei een "])
def test_long_sentences_are_read_quickly(text: str) -> None:
    started = time.process_time()
    for language in ("nl", "en", "de", "fr", "es", "it"):
        gives(text * 2_000, language)
    assert time.process_time() - started < 1
