"""What tells of a study in animals, in each language, and what only speaks of mice."""

from __future__ import annotations

from time import perf_counter

import pytest

from pipeline import language as languages
from pipeline.language.animal_words import ANIMALS
from pipeline.language.animals import about_animals, names_animals, studied

STUDIED = [
    ("nl", "Sand en Rogge toonden in een studie aan dat zorg bij ratten genen verandert.", "bij ratten"),
    ("nl", "Dierstudies vonden meer stress in woelmuizen.", "Dierstudies"),
    ("nl", "Onderzoekers keken naar slaap. In jonge muizen daalde de stress.", "In jonge muizen"),
    ("nl", "In dierproeven werd de slaap beter.", "In dierproeven"),
    ("nl", "Onderzoek bij dieren wijst in dezelfde richting.", "Onderzoek bij dieren"),
    ("nl", "Dat blijkt ook in een múizenstudie.", "múizenstudie"),
    ("en", "Animal studies suggest that rest calms.", "Animal studies"),
    ("en", "A study in mice showed that rest helps.", "in mice"),
    ("en", "Rats that were licked had calmer brains, researchers found.", "Rats"),
    ("de", "Bei Mäusen zeigte eine Studie weniger Stress.", "Bei Mäusen"),
    ("de", "In Tierversuchen wurde der Schlaf besser.", "In Tierversuchen"),
    ("fr", "Une étude chez la souris montre que le repos aide.", "chez la souris"),
    ("fr", "Des études chez l’animal le confirment.", "études chez l’animal"),
    ("es", "Un estudio en ratones muestra que el reposo ayuda.", "en ratones"),
    ("es", "Estudios en animales lo confirman.", "Estudios en animales"),
    ("it", "Uno studio nei topi mostra che il riposo aiuta.", "nei topi"),
    ("it", "Studi su animali lo confermano.", "Studi su animali"),
    # Research and its animals in one sentence, whatever was looked at.
    ("en", "In a study at Millbrook, thirty-six mice spent eight weeks under a lamp.", "thirty-six mice"),
    ("nl", "In een studie brachten zesendertig muizen acht weken onder een lamp door.", "zesendertig muizen"),
    ("de", "In einer Studie verbrachten 36 Mäuse acht Wochen unter einer Lampe.", "36 Mäuse"),
    ("fr", "Dans une étude, trente-six souris ont passé huit semaines sous une lampe.", "trente-six souris"),
    ("es", "En un estudio, treinta y seis ratones pasaron ocho semanas con una lámpara.", "treinta y seis ratones"),
    ("it", "In uno studio, trentasei topi hanno passato otto settimane sotto una lampada.", "trentasei topi"),
    # A verb beside them tells of bodies as a noun does.
    ("en", "Researchers left a lamp on. The mice weighed more in the end.", "mice"),
    ("nl", "Onderzoekers lieten een lamp aan. De muizen wogen na afloop meer.", "muizen"),
    ("de", "Forscher ließen eine Lampe an. Die Mäuse wogen am Ende mehr.", "Mäuse"),
    ("fr", "Des chercheurs ont laissé une lampe allumée. Les souris pesaient plus à la fin.", "souris"),
    ("es", "Los investigadores dejaron una lámpara. Los ratones pesaban más al final.", "ratones"),
    ("it", "I ricercatori lasciarono una lampada. Alla fine i topi pesavano di più.", "topi"),
    ("en", "Under the lamp, 36 mice slept less.", "36 mice"),  # who counts them, studies them
    ("en", "In a study, 36 mice in cages slept less.", "36 mice"),
    ("en", "In a study in mice and rabbits, hearts beat slower.", "in mice"),
    ("en", "In a study in mice and rabbits, kept in cages, hearts beat slower.", "in mice"),
]


@pytest.mark.parametrize(("language", "text", "words"), STUDIED)
def test_a_study_in_animals_is_known_by_its_words(language: str, text: str, words: str) -> None:
    assert studied(languages.sentences(text, language), language) == words
    assert names_animals(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Bij muizen in de schuur helpt munt, zo blijkt uit onderzoek."),
        ("nl", "Onze zeep komt uit een keuken, niet uit dierproeven."),
        ("nl", "Kippen leggen minder in de winter, toonde onderzoek aan."),
        ("nl", "Ratten hebben een goed geheugen."),  # nobody studied it
        ("en", "Mice get into the shed in autumn. Research your traps."),
        ("en", "Studies show that bees like thyme."),
        ("en", "No animal experiments were done for this soap."),
        ("en", "A study of sleep in adults. The next day we fed the hens."),
        ("de", "Studien zeigen, dass Bienen Thymian mögen."),
        ("de", "Katzen fangen Mäuse."),
        ("fr", "Cliquez avec la souris."),
        ("es", "Los ratones entran en el huerto, dice un estudio sobre la salud del suelo."),
        ("it", "I topi entrano in cantina, dice uno studio sulla salute."),
        ("sv", "En studie på möss."),  # a language without a row
        ("en", "Owls take a thousand mice a year, a study says."),
        ("en", "Owls feed their young with mice, research shows."),
        ("en", "A study of keyboards and mice in forty offices found sore wrists."),
        ("en", "Fruit flies in the kitchen drown in vinegar, a study says."),
        ("en", "Hedgehogs in gardens eat 60 slugs a night, research shows."),
        ("en", "A study counted twelve dogs in the shelter, and they slept well."),
        ("en", "Riding lessons on 20 horses: a study showed that riders sleep better."),
        ("en", "People with cats have less stress, scientists found."),
        ("en", "Fly-fishing calms, says a study of 40 anglers."),
        ("en", "Thirty birds ate at the feeder; researchers counted them."),
        ("en", "Three mice slept in a hat."),  # so tales count
        ("en", "Thirty mice in cages slept through the school fair."),
        ("en", "The shed was full of hay. There 36 mice slept."),
        ("nl", "Egels in de tuin eten slakken, blijkt uit onderzoek."),
        ("nl", "Met de muis klik je op het onderzoek; muizen zijn er draadloos."),
        ("nl", "Een studie telde twaalf honden in het asiel, en die sliepen goed."),
        ("nl", "Uilen voeden hun jongen met muizen, toont onderzoek."),
        ("de", "Igel im Garten fressen Schnecken, zeigt eine Studie."),
        ("de", "Eine Studie zu Tastaturen und Mäusen im Büro."),
        ("de", "Reitstunden mit zwölf Pferden: Laut Studie schlafen Reiter besser."),
        ("fr", "Cliquez avec la souris pour lancer la recherche."),
        ("fr", "Des hérissons au jardin, selon une étude, mangent des limaces."),
        ("es", "Un estudio sobre ratones y teclados en la oficina."),
        ("es", "Los gatos cazan ratones, dice un estudio."),
        ("it", "I gatti cacciano i topi, dice uno studio."),
        ("it", "Lezioni di equitazione: secondo uno studio chi cavalca dorme meglio."),
    ],
)
def test_mice_and_hens_outside_of_laboratories_are_no_study(language: str, text: str) -> None:
    assert studied(languages.sentences(text, language), language) == ""


def test_an_article_about_pets_is_about_animals_and_one_that_mentions_a_dog_is_not() -> None:
    assert about_animals("Raising a puppy", (), "en")
    assert about_animals("Rats as pets", (), "en")
    assert about_animals("What they eat", ("A hen eats grain.", "Hens drink.", "The dog waits.", "So do we."), "en")
    assert not about_animals("What rats teach us about love", ("Genes change.",), "en")
    assert not about_animals("Love", ("Stroke a dog.", "A cat helps.", "Hens, too.", *["We rest."] * 10), "en")
    assert not about_animals("Liebe", ("Ruhe hilft.",), "de")


@pytest.mark.parametrize("language", ANIMALS)
def test_every_language_has_the_same_kinds_of_words(language: str) -> None:
    assert tuple(ANIMALS[language]) == tuple(ANIMALS["nl"])
    assert all(ANIMALS[language].values())


@pytest.mark.parametrize(
    "piece", ["bij ratten ", "in dierproeven ", "studies in ", "muizen ", "a ", "geen dierproeven "]
)
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    start = perf_counter()
    studied([piece * 20] * 1_000, "nl")
    studied([piece * (20_000 // len(piece))], "nl")
    assert perf_counter() - start < 3  # seconds
