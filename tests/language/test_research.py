"""What says that research found something, and what says whose it is or only looks like it."""

from __future__ import annotations

from time import perf_counter

import pytest

from pipeline.language.research import found_by_research, is_limited
from pipeline.language.research_words import RESEARCH

UNNAMED = [
    ("nl", "Onderzoek laat zien dat deeg van rust beter wordt."),
    ("nl", "Wetenschappelijk onderzoek toont aan dat brood langer vers blijft."),
    ("nl", "Uit onderzoek blijkt dat zout de gist remt."),
    ("nl", "Wetenschappers ontdekten dat planten elkaar waarschuwen."),
    ("nl", "De wetenschap laat écht iets bijzonders zien: deeg leeft."),
    ("nl", "Studies wijzen uit dat tijm rustig maakt."),
    ("nl", "Het is wetenschappelijk bewezen dat tuinieren ontspant."),
    ("nl", "Neurowetenschappelijk onderzoek laat zien dat geur herinnert."),
    ("nl", "Onderzoek onder 200 mensen heeft aangetoond dat rust helpt."),
    ("nl", "In 2012 rapporteerden onderzoekers dat rust helpt."),
    ("de", "Im Jahr 2012 fanden Forscher heraus, dass Ruhe hilft."),
    ("en", "Research shows that dough gets better with rest."),
    ("en", "Studies have found that salt slows yeast."),
    ("en", "Scientists discovered that plants warn each other."),
    ("en", "It is scientifically proven that gardens calm."),
    ("en", "Rest has been shown to help."),
    ("en", "A recent study suggests that thyme calms."),
    ("de", "Studien zeigen, dass Teig mit Ruhe besser wird."),
    ("de", "Die Forschung belegt, dass Salz die Hefe bremst."),
    ("de", "Wissenschaftler entdeckten, dass Pflanzen einander warnen."),
    ("de", "Es ist wissenschaftlich erwiesen, dass Gärten beruhigen."),
    ("fr", "Des études montrent que la pâte aime le repos."),
    ("fr", "Les scientifiques ont découvert que les plantes se parlent."),
    ("fr", "Il est scientifiquement prouvé que le jardin calme."),
    ("es", "Los estudios demuestran que la masa necesita reposo."),
    ("es", "Los científicos descubrieron que las plantas se avisan."),
    ("it", "Gli studi dimostrano che l’impasto ama il riposo."),
    ("it", "Gli scienziati hanno scoperto che le piante si parlano."),
]


@pytest.mark.parametrize(("language", "sentence"), UNNAMED)
def test_research_without_a_name_is_found(language: str, sentence: str) -> None:
    words = found_by_research(sentence, language)
    assert words
    assert words in sentence


NAMED = [
    ("nl", "Onderzoek van de Universiteit van Deegdam laat zien dat rust helpt."),
    ("nl", "Uit onderzoek van het Bakinstituut Molen blijkt dat zout de gist remt."),
    ("nl", "Volgens Sand laat onderzoek zien dat rust helpt."),
    ("nl", "Sand en Rogge (2019) lieten in onderzoek zien dat rust helpt."),
    ("nl", "In studies toonden Mira Sand en Jo Rogge aan dat rust helpt."),
    ("nl", "In 2011 bleek uit onderzoek, gepubliceerd in Deegkunde, dat rust helpt."),
    ("nl", "In 2013 ontdekten onderzoekers van de bakschool dat rust helpt."),
    ("de", "Eine in Teigkunde veröffentlichte Arbeit; Studien, veröffentlicht in Teigkunde, zeigen Ruhe."),
    ("en", "Research at the University of Doughton shows that rest helps."),
    ("en", "A 2019 Doughton study found that rest helps."),
    ("en", "In her studies Sand (2019) showed that rest helps."),
    ("en", "According to the council, research shows that rest helps."),
    ("de", "Studien der Universität Teigstadt zeigen, dass Ruhe hilft."),
    ("de", "Eine Teigstadt-Studie zeigt, dass Ruhe hilft."),
    ("fr", "Une étude de l’université de Pâteville montre que le repos aide."),
    ("es", "Un estudio de la Universidad de Masa muestra que el reposo ayuda."),
    ("it", "Uno studio dell’Università di Impasto mostra che il riposo aiuta."),
]


@pytest.mark.parametrize(("language", "sentence"), NAMED)
def test_research_of_somebody_named_is_not(language: str, sentence: str) -> None:
    assert found_by_research(sentence, language) == ""


NONE = [
    ("nl", "Onderzoek zelf of je deeg laat zien dat het klaar is."),
    ("nl", "Onderzoek wat je deeg laat zien."),
    ("nl", "We onderzoeken hoe het brood laat zien dat het gaar is."),
    ("nl", "Wat laat onderzoek zien over rust?"),
    ("nl", "Onderzoek heeft niet aangetoond dat rust helpt."),
    ("nl", "De studie bloemschikken begint in mei."),
    ("nl", "Wat een vondst: de tuin laat zien dat hij leeft."),
    ("en", "Study the crumb and see what it shows."),
    ("en", "Research how your oven shows its heat."),
    ("en", "What does research show about rest?"),
    ("en", "Studies have not shown that rest helps."),
    ("en", "The study has a garden view."),
    ("en", "More research is needed."),
    ("de", "Sie begann ein Studium in Jena."),
    ("de", "Studien haben nicht gezeigt, dass Ruhe hilft."),
    ("fr", "Elle recherche un four."),
    ("es", "Estudia la masa y mira lo que muestra."),
    ("it", "Studia l’impasto e guarda che cosa mostra."),
    ("sv", "Forskning visar att vila hjälper."),
]


@pytest.mark.parametrize(("language", "sentence"), NONE)
def test_what_only_looks_like_it_is_none(language: str, sentence: str) -> None:
    assert found_by_research(sentence, language) == ""


def test_every_language_has_the_same_kinds_of_words() -> None:
    assert {tuple(row) for row in RESEARCH.values()} == {tuple(RESEARCH["nl"])}
    assert all(all(row.values()) for row in RESEARCH.values())


@pytest.mark.parametrize("piece", ["onderzoek ", "research ", "laat ", "van A", "studies A ", "A ", "(", "wijst "])
@pytest.mark.parametrize("language", RESEARCH)
def test_a_long_sentence_takes_no_long_time(piece: str, language: str) -> None:
    start = perf_counter()
    found_by_research(piece * (20_000 // len(piece)), language)
    assert perf_counter() - start < 3  # seconds


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "De deelnemers hielden het zelf bij."),
        ("nl", "Het was maar één jaar en maar één soort."),
        ("nl", "Een onafhankelijke test moet nog komen."),
        ("en", "They measured it themselves."),
        ("en", "We had only 12 plants."),
        ("de", "Gemessen wurde das von den Haushalten selbst."),
        ("de", "Eine unabhängige Prüfung steht noch aus."),
        ("de", "Es war nur ein Jahr und nur eine Sorte."),
        ("fr", "L’eau a été mesurée par les participants."),
        ("fr", "Une seule année, une seule variété."),
        ("es", "El agua fue medida por los propios participantes."),
        ("es", "Fue una sola noche."),
        ("it", "L’acqua è stata misurata dai partecipanti."),
        ("it", "Era una sola stagione."),
    ],
)
def test_what_says_that_a_figure_holds_for_little_is_known(language: str, sentence: str) -> None:
    assert is_limited(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Meet zelf hoe warm het water is."),
        ("nl", "Na één jaar draagt de struik al."),
        ("nl", "Het duurt maar een uur."),
        ("en", "Measure the flour yourself."),
        ("en", "After one year the bush bears fruit."),
        ("en", "An independent baker sells them."),
        ("de", "Nach einem Jahr trägt der Strauch."),
        ("de", "Die Prüfung steht im Kalender."),
        ("fr", "Mesurez la farine."),
        ("es", "Mide el agua tú mismo."),
        ("it", "Misura l’acqua."),
        ("sv", "Det var bara ett år."),  # a language without a row
    ],
)
def test_what_only_measures_limits_nothing(language: str, sentence: str) -> None:
    assert not is_limited(sentence, language)
