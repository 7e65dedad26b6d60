"""What is a claim about health, in each language, and what only sounds like one."""

from __future__ import annotations

from time import perf_counter

import pytest

from pipeline.language import claims
from pipeline.language.claim_words import ROWS
from pipeline.language.effect_words import EFFECTS
from pipeline.language.emphasis import composed

CLAIMS = [
    ("nl", "Honing geneest een zere keel.", ["cure"]),
    ("nl", "Tijm is een geneeskrachtig kruid.", ["cure"]),
    ("nl", "Wandelen is het beste medicijn.", ["cure"]),
    ("nl", "Een kuur van tien dagen ontgift je lever.", ["cure"]),
    ("nl", "Deze soep geneest niet alleen, hij smaakt ook.", ["cure"]),
    ("nl", "Knoflook helpt tegen hoge bloeddruk.", ["disease"]),
    ("nl", "Wie veel wandelt, kan een depressie voorkomen.", ["disease"]),
    ("nl", "Kinderen met astma zouden baat hebben bij tijm.", ["disease"]),
    ("nl", "Kurkuma verlaagt de kans op borstkanker.", ["disease"]),
    ("nl", "Hij nam een tablet paracetamol.", ["medicine"]),
    ("en", "Honey heals a sore throat.", ["cure"]),
    ("en", "Laughter is the best medicine.", ["cure"]),
    ("en", "A ten day plan to detox your liver.", ["cure"]),
    ("en", "Not only does thyme cure a cough, it tastes well.", ["cure"]),
    ("en", "Thyme helps with winter colds.", ["disease"]),
    ("en", "A daily walk lowers the risk of heart disease.", ["disease"]),
    ("en", "Migraine can be prevented by rest.", ["disease"]),
    ("en", "She was given sertraline and omeprazole.", ["medicine"]),
    ("de", "Honig heilt einen wunden Hals.", ["cure"]),
    ("de", "Lachen ist die beste Arznei.", ["cure"]),
    ("de", "Thymian hilft gegen Erkältungen.", ["disease"]),
    ("de", "Spazieren kann einer Depression vorbeugen.", ["disease"]),
    ("de", "Er nahm Ibuprofen.", ["medicine"]),
    ("fr", "Le miel guérit la gorge.", ["cure"]),
    ("fr", "Le rire est le meilleur médicament.", ["cure"]),
    ("fr", "Le thym aide à soulager la grippe.", ["disease"]),
    ("fr", "La marche réduit le risque de cancer.", ["disease"]),
    ("fr", "Elle a pris de l’ibuprofène.", ["medicine"]),
    ("es", "La miel cura la garganta.", ["cure"]),
    ("es", "La risa es el mejor medicamento.", ["cure"]),
    ("es", "El tomillo ayuda a prevenir la gripe.", ["disease"]),
    ("es", "Tomó ibuprofeno.", ["medicine"]),
    ("it", "Il miele guarisce la gola.", ["cure"]),
    ("it", "Ridere è il miglior farmaco.", ["cure"]),
    ("it", "Il timo aiuta a prevenire l’influenza.", ["disease"]),
    ("it", "Ha preso l’ibuprofene.", ["medicine"]),
    ("sv", "Han tog paracetamol.", ["medicine"]),
    # Stressed, decomposed or broken where nobody sees it.
    ("nl", "Aandacht is óók medicíjn.", ["cure"]),
    ("nl", "Een helende werking heeft tijm ook.", ["cure"]),
    ("fr", "Les vertus curatives du thym.", ["cure"]),
    ("nl", "Soep wordt pas écht genéeskrachtig met tijm.", ["cure"]),
    ("nl", "Woorden kunnen medicij\u0301n zijn.", ["cure"]),
    ("nl", "Tijm is genees\u00adkrachtig.", ["cure"]),
    ("fr", "Le miel gue\u0301rit la gorge.", ["cure"]),
    # What is a medicine by a verb alone.
    ("en", "Food can be medicine.", ["cure"]),
    ("de", "Lachen ist auch die beste Medizin.", ["cure"]),
    ("fr", "Le rire est la meilleure médecine.", ["cure"]),
    ("es", "La amistad también es medicina.", ["cure"]),
    ("it", "L’amicizia è medicina.", ["cure"]),
    # In the place of treatment, medicine or doctor.
    ("nl", "Zo kunnen buren zelfs zonder officiële therapeutische hulp elkaars gezondheid verbeteren.", ["cure"]),
    ("nl", "Met rust word je ook zónder medicijnen beter.", ["cure"]),
    ("nl", "Een wandeling in plaats van pillen verlaagt de spanning en herstelt je slaap.", ["cure"]),
    ("nl", "Zonder tussenkomst van een arts herstelt het lichaam.", ["cure"]),
    ("en", "You can feel better without medication.", ["cure"]),
    ("en", "Stay healthy without seeing a doctor.", ["cure"]),
    ("en", "Rather than pills, music helps you sleep better.", ["cure"]),
    ("de", "Mit Ruhe werden Sie auch ohne Medikamente gesund.", ["cure"]),
    ("de", "Spazieren statt Tabletten: So schlafen Sie besser.", ["cure"]),
    ("fr", "On peut aller mieux sans médicament.", ["cure"]),
    ("fr", "Le jardin, au lieu d’antidépresseurs, améliore la santé.", ["cure"]),
    ("es", "Puedes dormir mejor sin medicación.", ["cure"]),
    ("es", "Caminar en lugar de pastillas mejora la salud.", ["cure"]),
    ("it", "Si può stare meglio senza farmaci.", ["cure"]),
    ("it", "Camminare invece di prendere farmaci migliora la salute.", ["cure"]),
    # As lists say it.
    ("nl", "• Verlaging van de bloeddruk", ["effect"]),
    ("nl", "• Ontstekingsremmend", ["effect"]),
    ("en", "• Lower blood pressure", ["effect"]),
    ("de", "• Senkung des Blutdrucks", ["effect"]),
    ("fr", "• Baisse de la tension artérielle", ["effect"]),
    ("es", "• Reducción de la presión arterial", ["effect"]),
    ("it", "• Riduzione della pressione arteriosa", ["effect"]),
    ("nl", "• Remming van ontstekingsreacties", ["effect"]),
    ("nl", "• Versnelling van wondgenezing", ["effect"]),
    ("nl", "• Vermindering van cortisol", ["effect"]),
    ("nl", "Wandelen kan de bloeddruk licht verlagen.", ["effect"]),
    ("nl", "Vlierbes versterkt je immuunsysteem.", ["effect"]),
    ("en", "• Reduces inflammation", ["effect"]),
    ("en", "• Faster wound healing", ["effect"]),
    ("en", "Eating fish lowers cholesterol.", ["effect"]),
    ("en", "Blood sugar can be lowered by a walk.", ["effect"]),
    ("en", "Elderberry boosts your immune system.", ["effect"]),
    ("de", "• Hemmung von Entzündungsreaktionen", ["effect"]),
    ("de", "• Schnellere Wundheilung", ["effect"]),
    ("de", "Singen kann den Blutdruck senken.", ["effect"]),
    ("de", "Holunder stärkt die Abwehrkräfte.", ["effect"]),
    ("fr", "• Baisse de la tension", ["effect"]),
    ("fr", "• Inhibition des réactions inflammatoires", ["effect"]),
    ("fr", "Le thym renforce le système immunitaire.", ["effect"]),
    ("es", "• Inhibición de la inflamación", ["effect"]),
    ("es", "La remolacha baja la tensión.", ["effect"]),
    ("es", "El tomillo refuerza el sistema inmunitario.", ["effect"]),
    ("it", "• Accelerazione della cicatrizzazione", ["effect"]),
    ("it", "Camminare riduce il colesterolo.", ["effect"]),
    ("it", "Il timo rafforza le difese immunitarie.", ["effect"]),
    # What a sentence tells of medicines calls nothing else one.
    ("nl", "Geneesmiddelen tegen reisziekte mogen vanaf twee jaar.", ["medicine"]),
    ("en", "Medicines against travel sickness may be given from the age of two.", ["medicine"]),
    ("de", "Die Medikamente gegen Reisekrankheit machen müde.", ["medicine"]),
    ("fr", "Les médicaments contre le mal des transports font dormir.", ["medicine"]),
    ("es", "Los medicamentos contra el mareo dan sueño.", ["medicine"]),
    ("it", "I medicinali contro il mal d'auto danno sonnolenza.", ["medicine"]),
    ("en", "Garlic is a medicine against colds.", ["cure"]),
    ("en", "Medicinal honey tastes of thyme.", ["cure"]),
    # Prescribed, injected: what calls it a medicine too says no other thing.
    ("nl", "Dit hormoon wordt voorgeschreven als medicijn.", ["medicine"]),
    ("nl", "Het is een voorgeschreven medicijn.", ["medicine"]),
    ("nl", "Een injectie wekt de weeën op.", ["medicine"]),
    ("nl", "Het is alleen op recept te krijgen.", ["medicine"]),
    ("en", "It is prescribed as a drug.", ["medicine"]),
    ("en", "You get it on prescription.", ["medicine"]),
    ("de", "Das Mittel ist verschreibungspflichtig.", ["medicine"]),
    ("fr", "Il se vend sur ordonnance.", ["medicine"]),
    ("es", "Se vende con receta médica.", ["medicine"]),
    ("it", "Si vende dietro ricetta medica.", ["medicine"]),
]


@pytest.mark.parametrize(("language", "sentence", "kinds"), CLAIMS)
def test_a_claim_is_found_with_its_reason(language: str, sentence: str, kinds: list[str]) -> None:
    found = list(claims.claims(sentence, language))
    assert [claim.kind for claim in found] == kinds
    assert all(claim.words.lower() in composed(sentence).lower() and claim.reason for claim in found)


# Denied, asked of a doctor, said of something else, or of harm.
NO_CLAIMS = [
    ("nl", "Honing geneest niets en is geen medicijn."),
    ("nl", "Tijm is niet geneeskrachtig."),
    ("nl", "Gebruik je medicijnen, overleg dan eerst met je huisarts."),
    ("nl", "Raadpleeg bij twijfel altijd een arts, zeker als je medicijnen slikt."),
    ("nl", "Hartziekten die vaker voorkomen bij ouderen, krijgen veel aandacht."),
    ("nl", "Stress vermindert de slaap en verhoogt de kans op hartziekten."),
    ("nl", "Roken veroorzaakt kanker."),
    ("nl", "Zij studeerde geneeskunde in Leiden."),
    ("nl", "In april en november rust de tuin."),
    ("nl", "De behandeling van de grond begint in maart."),
    ("nl", "Insuline is een hormoon dat het lichaam zelf maakt."),
    ("en", "Honey cures nothing and is no medicine."),
    ("en", "Tea does not heal."),
    ("en", "If you take medication, ask your doctor first."),
    ("en", "She is a professor of medicine in Leeds."),
    ("en", "Stress reduces sleep and increases the risk of heart disease."),
    ("en", "Our clinic treats people with diabetes."),
    ("en", "Smoking causes cancer."),
    ("nl", "Neem uw medicijnen gewoon in."),
    ("en", "Keep taking your medicines."),
    ("en", "Healing takes time after a loss."),
    ("en", "Cured ham and smoked fish."),
    ("en", "Cover seedlings from the cold."),
    ("en", "Somatostatin slows the gut."),
    ("de", "Honig heilt nichts und ist kein Medikament."),
    ("de", "Wer Medikamente nimmt, fragt zuerst seine Ärztin."),
    ("de", "Stress senkt den Schlaf und erhöht das Risiko für Herzinfarkt."),
    ("de", "Rauchen verursacht Krebs."),
    ("de", "Am Heiligabend ruht der Garten."),
    ("de", "Die Heilpraktikerin erzählt von ihrem Garten."),
    ("fr", "Le miel ne guérit pas et n’est pas un médicament."),
    ("fr", "Demandez conseil à votre médecin si vous prenez un médicament."),
    ("fr", "Le stress réduit le sommeil et augmente le risque de maladie."),
    ("fr", "Le mildiou est une affaire d’humidité."),
    ("es", "La miel no cura nada."),
    ("es", "Si tomas un medicamento, consulta a tu médico."),
    ("es", "Una vida sana empieza en el huerto."),
    ("es", "El queso curado se guarda en la despensa."),
    ("it", "Il miele non guarisce e non è un farmaco."),
    ("it", "Se prendi un farmaco, chiedi al tuo medico."),
    ("it", "Lo stress influenza il sonno e riduce la calma."),
    ("it", "Ha studiato medicina a Padova."),
    ("nl", "De tijd geneest alle wonden."),
    ("en", "Time heals all wounds."),
    ("de", "Zeit heilt alle Wunden."),
    ("nl", "De wond van de boom geneest in de zomer."),
    ("nl", "Brood op recept van oma."),
    ("nl", "Onze kippen krijgen geen antibiotica."),
    ("nl", "Zij studeert geneeskunde én geeft les."),
    ("en", "Cure the ham in salt."),
    ("en", "The salmon cures in salt for two days."),
    ("en", "Let the onions cure for three weeks."),
    ("en", "A clean cut helps the tree heal."),
    ("en", "Our hens get no antibiotics."),
    ("en", "A prescription for prescription glasses is a recipe for a headline."),
    ("de", "Die Wunde am Baum heilt im Sommer."),
    ("de", "Sie studiert Medizin in Jena."),
    ("de", "Brot auf Rezept von Oma."),
    ("fr", "L’écorce guérit au printemps."),
    ("fr", "Elle étudie la médecine à Lyon."),
    ("es", "El jamón se cura en bodega."),
    ("es", "Estudia medicina en León."),
    ("it", "La corteccia guarisce in estate."),
    ("nl", "Sport zonder doktersverklaring en blijf gezond."),
    ("nl", "Zonder recept van de arts is thee gezonder."),
    ("nl", "Zonder behandeling van het hout blijft de vloer gezond."),
    ("nl", "Zo blijft je gazon gezond zonder behandeling."),
    ("nl", "Zonder behandeling wordt niemand beter."),
    ("nl", "Je herstelt niet zonder medicatie."),
    ("nl", "Hij kwam zonder dokter thuis."),
    ("nl", "Begin nooit zonder arts; rustig opbouwen laat je beter slapen."),
    ("en", "Never start without a doctor, and a slow pace will let you sleep better."),
    ("nl", "Gezonde mensen zonder medicatie deden mee."),
    ("en", "Go in without a doctor’s note and feel better."),
    ("en", "Nobody recovers without treatment."),
    ("en", "Without treatment of the wood the floor stays healthy."),
    ("de", "Der Boden bleibt ohne Behandlung gesund."),
    ("de", "Ohne Behandlung wird niemand gesund."),
    ("fr", "Les plantes restent en bonne santé sans traitement."),
    ("fr", "Sans traitement, personne ne guérit."),
    ("es", "Sin tratamiento nadie se cura."),
    ("it", "Le piante stanno bene senza trattamento."),
    ("nl", "De bloeddruk wordt gemeten met een band."),
    ("nl", "Om negen uur wordt de bloeddruk gemeten."),
    ("nl", "Zet de oven lager en verlaag de temperatuur."),
    ("nl", "Verlaging van de huur, versnelling van de bouw."),
    ("nl", "Compost versterkt de afweer van je planten."),
    ("nl", "Het verlaagt de bloeddruk niet."),
    ("nl", "Stress, doordat cortisol minder goed wordt gedempt."),
    ("nl", "Traag herstel door een verminderde ontstekingsremmende werking."),
    ("nl", "Zij hebben een hoge bloeddruk."),
    ("en", "Lower the oven temperature."),
    ("en", "Reduce the pressure in the tyre."),
    ("en", "Blood pressure is measured at 9."),
    ("en", "Salt increases blood pressure."),
    ("en", "Women have lower blood pressure than men."),
    ("en", "Compost strengthens the plants’ immune system."),
    ("en", "Tea never lowers blood pressure."),
    ("en", "It reduces heat and boosts the morale."),
    ("de", "Um neun wird der Blutdruck gemessen."),
    ("de", "Den Druck im Reifen verringern."),
    ("de", "Kompost stärkt die Abwehrkräfte der Pflanzen."),
    ("fr", "On mesure la tension à 9 heures."),
    ("fr", "Baisse de la tension électrique dans la rue."),
    ("fr", "Baissez la température du four."),
    ("es", "Si la rueda está dura, reduce la presión."),
    ("es", "Baja la tensión entre los vecinos."),
    ("it", "Riduci la pressione della gomma."),
    ("it", "Abbassa il forno."),
    ("sv", "Honung läker allt."),  # a language without a row
]


@pytest.mark.parametrize(("language", "sentence"), NO_CLAIMS)
def test_what_only_sounds_like_a_claim_is_none(language: str, sentence: str) -> None:
    assert list(claims.claims(sentence, language)) == []


FIGURES = [
    ("nl", "Van alle volwassenen slaapt 40% slecht.", "40%"),
    ("nl", "Een op de vijf mensen slaapt slecht.", "Een op de vijf"),
    ("nl", "Wie rookt, heeft drie keer zoveel kans.", "drie keer zoveel kans"),
    ("en", "Some 12.5 per cent of adults sleep badly.", "12.5 per cent"),
    ("en", "One in five people sleeps badly.", "One in five people"),
    ("en", "They are twice as likely to sleep.", "twice as likely"),
    ("de", "Rund 40 Prozent der Erwachsenen schlafen schlecht.", "40 Prozent"),
    ("de", "Jeder fünfte Mensch schläft schlecht.", "Jeder fünfte Mensch"),
    ("fr", "Près de 40 % des adultes dorment mal.", "40 %"),
    ("fr", "Une personne sur cinq dort mal.", "Une personne sur cinq"),
    ("es", "El 40 % de los adultos duerme mal.", "40 %"),
    ("es", "Una de cada cinco duerme mal.", "Una de cada cinco"),
    ("it", "Il 40% degli adulti dorme male.", "40%"),
    ("it", "Una persona su cinque dorme male.", "Una persona su cinque"),
    ("nl", "Neem 75% water op de bloem.", ""),
    ("nl", "Kinderen krijgen 20% korting.", ""),
    ("en", "Children get 20% off.", ""),
    ("nl", "Zet er een op de vensterbank.", ""),
    ("nl", "Laat het deeg twee keer zo groot worden.", ""),
    ("en", "Dough with 80% water is wet.", ""),
    ("en", "Put one in the oven and two in the fridge.", ""),
    ("en", "In 2019 some people planted beans.", ""),
    ("de", "Jeden zweiten Mittwoch wird gekocht.", ""),
    ("de", "Teig mit 75 % Wasser ist weich.", ""),
    ("fr", "Une pâte à 75 % d’eau est souple.", ""),
    ("es", "La masa con un 75 % de agua es blanda.", ""),
    ("it", "Una pasta al 75% di acqua è morbida.", ""),
    ("sv", "40 procent av alla sover illa.", ""),
]


@pytest.mark.parametrize(("language", "sentence", "figure"), FIGURES)
def test_a_figure_counts_where_it_is_about_people_risk_or_effect(language: str, sentence: str, figure: str) -> None:
    assert claims.figure(sentence, language) == figure


@pytest.mark.parametrize(
    "label",
    ["Maak een afspraak", "Book a visit", "Termin vereinbaren", "Prendre rendez-vous", "Pide tu cita", "Prenota ora"],
)
def test_a_button_for_an_appointment_is_known_in_each_language(label: str) -> None:
    assert claims.books(label)


@pytest.mark.parametrize(
    "label", ["Stel een vraag", "Read the cookbook", "All about bread", "Kontakt", "Lire l’article", "Agenda"]
)
def test_another_button_is_none(label: str) -> None:
    assert not claims.books(label)


LOSSES = [
    ("nl", "Na een miskraam is rust welkom.", "miskraam"),
    ("nl", "Het kan een zwangerschap beëindigen.", "zwangerschap beëindigen"),
    ("nl", "Een beëindiging zwangerschap is ingrijpend.", "beëindiging zwangerschap"),
    ("en", "A miscarriage is nobody’s fault.", "miscarriage"),
    ("de", "Nach einer Fehlgeburt ist Ruhe gut.", "Fehlgeburt"),
    ("fr", "Après une fausse couche, reposez-vous.", "fausse couche"),
    ("es", "Tras un aborto, descansa.", "aborto"),
    ("it", "Dopo un aborto riposa.", "aborto"),
    ("nl", "Een zwangerschap duurt negen maanden.", ""),
    ("en", "The trial was terminated in May.", ""),
    ("sv", "Ett missfall.", ""),
]


@pytest.mark.parametrize(("language", "sentence", "words"), LOSSES)
def test_a_lost_or_ended_pregnancy_is_known_by_its_words(language: str, sentence: str, words: str) -> None:
    assert claims.loss(sentence, language) == words


def test_every_language_has_the_same_kinds_of_words() -> None:
    assert tuple(EFFECTS) == tuple(ROWS)
    assert {tuple(row) for row in EFFECTS.values()} == {tuple(EFFECTS["nl"])}
    assert {tuple(row) for row in ROWS.values()} == {tuple(ROWS["nl"])}
    assert all(all(row.values()) for row in ROWS.values())


@pytest.mark.parametrize(
    "piece",
    [
        "geneest niet ",
        "zonder arts ",
        "zonder zonder ",
        "helpt ",
        "kanker ",
        "verlaagt ",
        "bloeddruk ",
        "helpt tegen, ",
        "overleg ",
        "arts ",
        "1 op de ",
        "40% ",
        "(",
        "a",
        "1",
    ],
)
@pytest.mark.parametrize("language", ROWS)
def test_a_long_sentence_takes_no_long_time(piece: str, language: str) -> None:
    sentence = piece * (20_000 // len(piece))
    start = perf_counter()
    list(claims.claims(sentence, language))
    claims.figure(sentence, language)
    assert perf_counter() - start < 3  # seconds


@pytest.mark.parametrize(
    ("language", "text", "is_one"),
    [
        ("nl", "Rust helpt. Honing is óók medicijn.", True),
        ("en", "Rest helps.\nFood is medicine.", True),
        ("nl", "Honing is geen medicijn. Rust helpt.", False),
        ("nl", "Tijm helpt tegen griep.", False),  # is judged by topic
    ],
)
def test_a_text_heals_where_one_of_its_sentences_does_whatever_the_topic(
    language: str, text: str, is_one: bool
) -> None:
    assert claims.heals(text, language) == is_one


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Sind die Speicher leer, verschreibt die Ärztin meist Tabletten."),
        ("de", "Der Hausarzt verschrieb ihr Eisen."),
        ("nl", "De huisarts schrijft dan ijzertabletten voor."),
        ("es", "La doctora receta pastillas de hierro."),
    ],
)
def test_what_a_doctor_prescribes_is_a_medicine(language: str, sentence: str) -> None:
    assert claims.is_grave(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"), [("nl", "De overheid schrijft regels voor."), ("es", "La receta de la abuela es fácil.")]
)
def test_what_others_prescribe_is_none(language: str, sentence: str) -> None:
    assert not claims.is_grave(sentence, language)
