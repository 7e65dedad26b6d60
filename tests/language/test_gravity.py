"""What nobody tells cheerfully, and what says where its limits are."""

from __future__ import annotations

from time import perf_counter

import pytest

from pipeline.language import claims
from pipeline.language.claim_words import ROWS
from pipeline.language.grave_words import GRAVE

GRAVELY = [
    ("nl", "Na de operatie kreeg ze acht milligram morfine."),
    ("nl", "Dit hormoon wordt vaak voorgeschreven als de bevalling niet begint."),
    ("nl", "Tijm is een kruid, en codeïne is er alleen op recept."),
    ("nl", "Onder toezicht krijgt zij een oxytocine-injectie."),
    ("nl", "Liefde is óók medicíjn."),
    ("nl", "Een miskraam is nooit jouw schuld."),
    ("nl", "Met het middel kan een zwangerschap worden afgebroken."),
    ("nl", "Praten over zelfdoding helpt."),
    ("nl", "Kinderen met autisme hebben er baat bij."),
    ("nl", "Jaarlijks sterven er duizenden mensen aan eenzaamheid."),
    ("en", "It is prescribed as a drug after birth."),
    ("en", "You only get it on prescription."),
    ("en", "An injection starts labour."),
    ("en", "After a miscarriage nobody knows what to say."),
    ("en", "It can be used to end or terminate a pregnancy."),
    ("en", "Speak about suicide."),
    ("en", "Children with autism like this game."),
    ("en", "Every year, nine hundred people die of loneliness."),
    ("en", "He learned to bake again after a stroke."),
    ("de", "Das Mittel ist verschreibungspflichtig."),
    ("de", "Eine Injektion löst die Wehen aus."),
    ("de", "Eine Fehlgeburt ist niemandes Schuld."),
    ("de", "Nach einem Schwangerschaftsabbruch hilft Ruhe."),
    ("de", "Über Suizid darf man sprechen."),
    ("de", "Kinder mit Autismus mögen dieses Spiel."),
    ("fr", "Ce produit se vend sur ordonnance."),
    ("fr", "Une injection déclenche le travail."),
    ("fr", "Une fausse couche n’est la faute de personne."),
    ("fr", "Après une interruption volontaire de grossesse, le repos aide."),
    ("fr", "Parler du suicide aide."),
    ("fr", "Les enfants atteints d’autisme aiment ce jeu."),
    ("es", "Se vende con receta médica."),
    ("es", "Una inyección inicia el parto."),
    ("es", "Un aborto espontáneo no es culpa de nadie."),
    ("es", "Hablar del suicidio ayuda."),
    ("es", "A los niños con autismo les gusta este juego."),
    ("it", "Si vende dietro ricetta medica."),
    ("it", "Un’iniezione avvia il parto."),
    ("it", "Un aborto spontaneo non è colpa di nessuno."),
    ("it", "Parlare del suicidio aiuta."),
    ("it", "Ai bambini con autismo piace questo gioco."),
    ("sv", "Han tog paracetamol."),  # by its name alone
]


@pytest.mark.parametrize(("language", "text"), GRAVELY)
def test_what_nobody_tells_cheerfully_is_grave(language: str, text: str) -> None:
    assert claims.is_grave(text, language)


LIGHTLY = [
    ("nl", "Brood op recept van oma smaakt het best."),
    ("nl", "Volgens dit recept bak je er twaalf."),
    ("nl", "De plant sterft af na de eerste vorst."),
    ("nl", "Een knuffel van twintig seconden maakt rustig."),
    ("nl", "De gemeente gaf de moestuin een financiële injectie."),
    ("nl", "Snoeihoogte wordt voorgeschreven door de gemeente."),
    ("nl", "Rijstwafels zijn verslavend lekker."),
    ("en", "A recipe for people who like crust."),
    ("en", "Tomato plants die in the first frost."),
    ("en", "The school got an injection of £200."),
    ("en", "A height of two metres is prescribed by the council."),
    ("en", "A hug of twenty seconds brings calm."),
    ("en", "Keep the school’s shop safe from SQL injection."),
    ("en", "Form a depression in the flour."),
    ("nl", "Een SQL-injectie is een aanval op een website."),
    ("en", "With a stroke of luck and of the brush."),
    ("en", "Rosemary aids digestion."),
    ("de", "Brot auf Rezept von Oma schmeckt am besten."),
    ("de", "Pflanzen sterben im ersten Frost."),
    ("de", "Flusskrebse leben im Teich."),
    ("fr", "Une recette sans ordre précis."),
    ("fr", "Les violettes meurent au gel."),
    ("es", "Una receta de pan para niños."),
    ("es", "Las plantas mueren con la helada."),
    ("it", "Una ricetta di pane per bambini."),
    ("it", "Le piante muoiono con il gelo."),
    ("sv", "Bröd på surdeg."),
]


@pytest.mark.parametrize(("language", "text"), LIGHTLY)
def test_what_gardens_and_kitchens_say_is_not(language: str, text: str) -> None:
    assert not claims.is_grave(text, language)


WARNING = [
    ("nl", "Bijwerkingen zijn hoofdpijn en een snelle hartslag."),
    ("nl", "Het mag alleen onder medisch toezicht."),
    ("nl", "Er is nog meer onderzoek nodig."),
    ("nl", "De uitkomsten zijn wisselend."),
    ("nl", "Overleg eerst met je huisarts."),
    ("en", "Side effects include headaches."),
    ("en", "It is only given under medical supervision."),
    ("en", "More research is needed."),
    ("en", "The results are mixed."),
    ("de", "Nebenwirkungen sind Kopfschmerzen."),
    ("de", "Nur unter ärztlicher Aufsicht."),
    ("de", "Weitere Studien sind nötig."),
    ("de", "Die Ergebnisse sind widersprüchlich."),
    ("fr", "Parmi les effets secondaires : des maux de tête."),
    ("fr", "Uniquement sous surveillance médicale."),
    ("fr", "Les résultats sont mitigés."),
    ("es", "Entre los efectos secundarios está el dolor de cabeza."),
    ("es", "Solo bajo supervisión médica."),
    ("es", "Los resultados son contradictorios."),
    ("it", "Tra gli effetti collaterali c’è il mal di testa."),
    ("it", "Solo sotto controllo medico."),
    ("it", "I risultati sono contrastanti."),
]


@pytest.mark.parametrize(("language", "sentence"), WARNING)
def test_side_effects_supervision_and_unsettled_research_warn(language: str, sentence: str) -> None:
    assert claims.warns(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Uitkomsten van de workshop hangen aan de muur."),
        ("nl", "Te veel water maakt het deeg slap."),
        ("en", "Results hang on the wall of the school."),
        ("en", "The oven needs more time."),
        ("de", "Die Ergebnisse hängen an der Wand."),
        ("fr", "Les résultats sont au mur."),
        ("es", "Los resultados están en la pared."),
        ("it", "I risultati sono appesi al muro."),
        ("sv", "Biverkningar finns."),
    ],
)
def test_other_sentences_do_not_warn(language: str, sentence: str) -> None:
    assert not claims.warns(sentence, language)


def test_grave_words_are_known_of_each_language_with_words_for_claims() -> None:
    assert GRAVE.keys() == ROWS.keys()
    assert {tuple(row) for row in GRAVE.values()} == {tuple(GRAVE["nl"])}
    assert all(all(row.values()) for row in GRAVE.values())


@pytest.mark.parametrize("piece", ["mensen ", "te veel a", "kanker", "injectie ", "people die ", "(", "á", "trop de a"])
@pytest.mark.parametrize("language", GRAVE)
def test_a_long_text_takes_no_long_time(piece: str, language: str) -> None:
    text = piece * (20_000 // len(piece))
    start = perf_counter()
    claims.is_grave(text, language)
    claims.warns(text, language)
    assert perf_counter() - start < 3  # seconds
