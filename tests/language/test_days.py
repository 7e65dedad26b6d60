"""Days that a text names: which are to come, until when, and what only looks like one."""

from __future__ import annotations

import time as time_module
from datetime import date, time

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import days

WRITTEN = date(2026, 11, 20)  # a Friday


def named(text: str, language: str = "en", *, written: date = WRITTEN, dated: bool = True) -> list[str]:
    """The days, each with the hour from which on it is too late where that is not noon: `2026-12-05 10:00`."""
    found = days.named(text, language, written, dated=dated)
    return [f"{one.day}" + ("" if one.until == time(12) else f" {one.until:%H:%M}") for one in found]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Come to our apple fair on Saturday 5 December, from 10 am to 4 pm.", "2026-12-05 10:00"),
        ("en", "The gates open on Saturday, December 5th, at 14:30.", "2026-12-05 14:30"),
        ("en", "The kitchen is open from 2 to 4 pm on 5 December.", "2026-12-05 14:00"),
        ("en", "Hand in your jam before Tuesday 1 December.", "2026-12-01 00:00"),
        ("en", "Apply by 1 Dec.", "2026-12-01"),
        ("en", "Come for soup on 20 November, at 19:00.", "2026-11-20 19:00"),  # the day on which it was written
        ("en", "The market opens on 12/31/2026 at 10 am.", "2026-12-31 10:00"),
        ("en", "The market opens on 31/12/2026 at 10 am.", "2026-12-31 10:00"),
        ("en", "Sow garlic between 15 April and 15 May.", "2027-05-15"),
        ("nl", "Zaai tussen 15 april en zondag 16 mei.", "2027-05-16"),
        ("de", "Kommt zwischen dem 28. November und dem 5. Dezember.", "2026-12-05"),
        ("fr", "Venez entre le 28 novembre et le 5 décembre.", "2026-12-05"),
        ("es", "Ven entre el 28 de noviembre y el 5 de diciembre.", "2026-12-05"),
        ("it", "Venite tra il 28 novembre e il 5 dicembre.", "2026-12-05"),
        ("en", "The fair runs from 28 November to 5 December.", "2026-12-05"),
        ("en", "Soup: 28 November – 5 December.", "2026-12-05"),
        ("en", "December 5–7: three days of soup.", "2026-12-07"),
        ("nl", "Meld je aan vóór 1 december.", "2026-12-01 00:00"),
        ("nl", "Op zaterdag 5 december om 19.30 uur proeven we soep.", "2026-12-05 19:30"),
        ("nl", "Inschrijven kan t/m 4 december.", "2026-12-04"),
        ("de", "Am 3. Mai öffnet der Garten um 10 Uhr.", "2027-05-03 10:00"),
        ("de", "Anmeldung bis 05.12.2026.", "2026-12-05"),
        ("de", "Am 5.12. kochen wir Suppe.", "2026-12-05"),
        ("de", "Vom 28. November bis zum 5. Dezember gibt es Äpfel.", "2026-12-05"),
        ("fr", "Venez le samedi 21 novembre à 9 h avec vos bottes.", "2026-11-21 09:00"),
        ("fr", "Inscription avant le 1er décembre.", "2026-12-01 00:00"),
        ("es", "El taller es el 5 de diciembre a las 18.", "2026-12-05 18:00"),
        ("es", "Inscríbete antes del 5 de diciembre de 2026.", "2026-12-05 00:00"),
        ("it", "Il 5 dicembre apriamo la cucina alle 10.", "2026-12-05 10:00"),
        ("it", "L’8 dicembre apriamo l’orto.", "2026-12-08"),
        ("it", "Iscrizioni entro il 5.12.2026.", "2026-12-05"),
        ("de", "Der Kegel kostet nur bis Ende April weniger.", "2027-04-30"),
        ("en", "Until the end of February we send seeds.", "2027-02-28"),
        ("fr", "Les billets sont en vente jusqu'à fin mai.", "2027-05-31"),
        ("nl", "Schrijf u in vóór 4-12.", "2026-12-04 00:00"),
        ("nl", "Meld je uiterlijk 4-12 aan.", "2026-12-04"),
        ("da", "Kom den 5. december klokken 10.", "2026-12-05 10:00"),
        ("da", "Lørdag den 5. december kl. 10.30 smager vi suppe.", "2026-12-05 10:30"),
        ("sv", "Kom lördagen den 5 december klockan 10.", "2026-12-05 10:00"),
        ("no", "Kom lørdag 5. desember klokka 18.", "2026-12-05 18:00"),
        ("fi", "Tule lauantaina 5. joulukuuta klo 9.", "2026-12-05 09:00"),
        ("de", "Am 5. Dezember kochen die Kl. 10 und 11 Suppe.", "2026-12-05"),
        ("en", "We have mulled pear juice at the gate on Saturday 5 December.", "2026-12-05"),
        ("en", "We have mulled pear juice at the gate on 5 December.", "2026-12-05"),
        ("en", "A guided tour of the orchard on Saturday 5 December.", "2026-12-05"),
        ("en", "A guided tour of the orchard on 5 December.", "2026-12-05"),
        ("en", "Baked pears at the gate on 5 December.", "2026-12-05"),
        ("en", "Pears baked in our own oven at the gate on Saturday 5 December.", "2026-12-05"),
        ("en", "We have already organised a market on 5 December.", "2026-12-05"),
        ("en", "Our talented baker is here on 5 December.", "2026-12-05"),
        ("en", "The pears we picked in October are at the gate on 5 December.", "2026-12-05"),
        ("en", "We had no time last week, but we are back on Saturday 5 December.", "2026-12-05"),
        ("en", "We picked the last pears and you can taste them on Saturday 5 December.", "2026-12-05"),
        ("en", "We rented a tent for Saturday 5 December.", "2026-12-05"),
        ("en", "The tour that you missed last year comes back on Saturday 5 December.", "2026-12-05"),
        ("en", "The market was moved to Saturday 5 December.", "2026-12-05"),
        ("en", "We have organised a market on Saturday 5 December 2026.", "2026-12-05"),
        ("nl", "We hebben op zaterdag 5 december gebakken peren aan het hek.", "2026-12-05"),
        ("nl", "We hebben op 5 december gebakken peren.", "2026-12-05"),
        ("nl", "Vorige week was de oven koud, maar we bakken weer op zaterdag 5 december.", "2026-12-05"),
        ("de", "Wir haben am 5. Dezember offen.", "2026-12-05"),
        ("de", "Wir haben am 5. Dezember Gemüsesuppen am Tor.", "2026-12-05"),
        ("de", "Der Ofen war kalt, am Samstag, 5. Dezember, backen wir Brot.", "2026-12-05"),
        ("fr", "Le verger a aussi des poires le 5 décembre.", "2026-12-05"),
        ("fr", "Le jardin a préparé des poires pour le samedi 5 décembre.", "2026-12-05"),
        ("es", "El horno ha preparado pan para el sábado 5 de diciembre.", "2026-12-05"),
        ("es", "El horno se apagó, pero encendemos otro el sábado 5 de diciembre, ya está.", "2026-12-05"),
        ("it", "La cucina ha preparato il pane per sabato 5 dicembre.", "2026-12-05"),
        ("ja", "12月5日に会いましょう。", "2026-12-05"),
        ("tr", "5 ARALIK SALI", "2026-12-05"),
        ("tr", "PAZARTESİ 5 EKİM 2026, 5 KASIM 2027", "2027-11-05"),
        ("de", "Kommt am 5. Auguſt 2027.", "2027-08-05"),
        ("xx", "2026-12-05", "2026-12-05"),
    ],
)
def test_a_day_to_come_is_named(language: str, text: str, day: str) -> None:
    assert named(text, language) == [day]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The school was founded on 5 December 1931."),
        ("en", "Founded on 5 December 1931, it closed."),
        ("en", "On 5 December the council voted against it."),
        ("en", "The school was founded on 5 December."),
        ("en", "We held a market on Saturday 5 December."),
        ("en", "The kitchen had its first guests on Saturday 5 December."),
        ("en", "Our neighbours opened the doors of the kitchen on 5 March."),
        ("en", "The council, which sits at noon, voted against it on 5 March."),
        ("en", "Trees planted on 5 March: forty."),
        ("en", "Since 5 March we bake every day."),
        ("en", "In March 2019 we moved."),
        ("en", "From 1 March the cone waters your boxes."),
        ("en", "Every year on 5 December we light the oven."),
        ("en", "Bake 10 March apples for an hour."),
        ("en", "It costs 5.12 euros, and 1/2 cup of sugar."),
        ("en", "Version 3.5.2026 is out; so is v3.5.2026."),
        ("en", "Luke 5:12 and Mar 5:3 tell of it."),
        ("en", "They won 3–1 at 10:30 in 2026."),
        ("en", "You may 5 times march 10 miles."),
        ("en", "Write 4/5/2027 and nobody knows which is the month."),
        ("en", "There is no 31 November, and no 2026-13-40."),
        ("nl", "Kom langs: dit spel is voor 4-12 jaar."),
        ("nl", "Het spel is voor 4-12."),
        ("nl", "Reserveer voor 4-12 personen."),
        ("nl", "Kom kijken: het werd 4-12 voor Laren."),
        ("nl", "Meld je aan voor 31-11."),
        ("nl", "Sinds 5 maart bakken we brood."),
        ("nl", "Op 5 maart stemde de raad tegen."),
        ("de", "Am 5. Dezember 1931 wurde die Schule gegründet."),
        ("nl", "We hebben op 5 maart veertig bomen geplant."),
        ("de", "Wir haben am 5. März vierzig Bäume gesetzt."),
        ("de", "Am Samstag, 5. Dezember, wurde die Schule gegründet."),
        ("fr", "La maison a été fondée le 5 mars."),
        ("es", "El consejo ha votado el 5 de marzo."),
        ("it", "Il consiglio ha votato il 5 marzo."),
        ("de", "Ein Brot kostet 5.12. Mehr nicht."),
        ("de", "Ab dem 1. März gießt der Kegel."),
        ("fr", "Le 5 mars, le conseil a voté."),
        ("fr", "Depuis le 5 mars nous cuisons du pain."),
        ("es", "El 5 de marzo votó el consejo."),
        ("it", "Dal 5 marzo il forno è acceso."),
        ("xx", "Pilk 5 december."),
    ],
)
def test_what_was_and_what_only_looks_like_a_day_is_none(language: str, text: str) -> None:
    assert named(text, language) == []


def test_a_day_of_the_week_tells_the_year() -> None:
    assert named("Join us on Sunday 5 December.", written=date(2027, 3, 1)) == ["2027-12-05"]
    assert named("Join us on Saturday 21 November.", written=date(2026, 11, 27)) == []


def test_in_what_has_no_date_a_day_that_passed_lately_counts_where_it_invites() -> None:
    text, before = "Join us on Saturday 21 November 2026.", "On 21 November 2026 the pond froze."
    assert named(text, written=date(2026, 11, 28), dated=False) == ["2026-11-21"]
    assert named(text, written=date(2028, 11, 28), dated=False) == []
    assert named(before, written=date(2026, 11, 28), dated=False) == []


LANGUAGES = st.sampled_from(
    ["en_GB", "nl", "de", "fr", "es", "it", "pt", "sv", "da", "pl", "cs", "fi", "hu", "el", "ru"]
)
DAY = st.dates(WRITTEN, date(2028, 12, 31))


@given(LANGUAGES, DAY, st.sampled_from(["long", "full"]))
def test_every_day_as_the_worlds_languages_write_it_is_found(locale: str, day: date, width: str) -> None:
    text = format_date(day, width, locale)
    assert [one.day for one in days.named(text, locale[:2], WRITTEN, dated=True)] == [day]


@given(st.text("0123456789./-: dDecmbr", max_size=40), st.sampled_from(["en", "de", "fr"]))
def test_numbers_of_any_kind_break_nothing(text: str, language: str) -> None:
    for one in days.named(text, language, WRITTEN, dated=True):
        assert one.words in text


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Tomorrow we open the doors of the kitchen.", "Tomorrow"),
        ("en", "Join us next Saturday!", "next Saturday"),
        ("en", "Tonight at 7 pm: soup.", "Tonight"),
        ("nl", "Kom morgen naar de markt.", "morgen"),
        ("de", "Der Markt beginnt morgen.", "morgen"),
        ("fr", "Venez ce samedi !", "ce samedi"),
        ("es", "Mañana abre el mercado.", "Mañana"),
        ("it", "Domani apriamo la cucina.", "Domani"),
        ("en", "We open today at 10 am.", "today"),
        ("en", "A study published this week counts the worms.", "published this week"),
        ("en", "The report, released in print yesterday, is thick.", "released in print yesterday"),
        ("nl", "Deze week verscheen een boek over prei.", "Deze week verscheen"),
        ("de", "Das diese Woche veröffentlichte Buch ist dick.", "diese Woche veröffentlichte"),
        ("fr", "Une étude publiée cette semaine compte les vers.", "publiée cette semaine"),
        ("es", "Un estudio publicado esta semana cuenta lombrices.", "publicado esta semana"),
        ("it", "Uno studio pubblicato ieri conta i lombrichi.", "pubblicato ieri"),
        ("en", "A study published in spring counts the worms.", ""),
        ("en", "Weed this week, and mulch the next.", ""),
        ("nl", "Geef deze week geen water.", ""),
        ("en", "Sow today, harvest tomorrow.", ""),
        ("en", "Start today with one small pot.", ""),
        ("en", "Sign up today.", ""),
        ("nl", "Start vandaag met een pot en morgen met de tweede.", ""),
        ("de", "Heute beginnt alles mit einem Topf.", ""),
        ("es", "Empieza mañana con una maceta.", ""),
        ("it", "Inizia domani con un vaso.", ""),
        ("en", "Today most people buy their bread.", ""),
        ("nl", "Goede morgen, de markt begint.", ""),
        ("de", "Am Morgen beginnt der Markt.", ""),
        ("es", "Por la mañana abre el mercado.", ""),
        ("fr", "La ville de demain commence ici.", ""),
        ("sv", "Imorgon öppnar vi.", ""),
    ],
)
def test_a_day_named_from_today_is_told_where_it_is_one_of_an_event(language: str, text: str, words: str) -> None:
    assert days.passing(text, language) == words


@pytest.mark.parametrize(
    ("language", "text", "hour"),
    [
        ("en", "Clay waters boxes. Embargoed until 14 January 2027.", 0),
        ("de", "Sperrfrist: 14. Januar 2027, 10 Uhr", 10),
        ("nl", "Onder embargo tot 14 januari 2027", 0),
        ("fr", "Sous embargo jusqu'au 14 janvier 2027 à 6 h", 6),
        ("es", "Embargado hasta el 14 de enero de 2027", 0),
        ("it", "Embargo fino al 14 gennaio 2027", 0),
    ],
)
def test_an_embargo_tells_its_end_and_names_no_day_to_come(language: str, text: str, hour: int) -> None:
    found = days.embargo(text, language, None)
    assert found is not None
    assert (found.day, found.until) == (date(2027, 1, 14), time(hour))
    assert named(text, language) == []


def test_an_embargo_on_other_things_and_one_without_a_year_of_which_nobody_knows_is_none() -> None:
    assert days.embargo("The embargo on oil ended. On 14 January 2027 we cook.", "en", WRITTEN) is None
    assert days.embargo("Embargoed until 14 January.", "en", None) is None
    yearless = days.embargo("Embargoed until 14 January.", "en", WRITTEN)
    assert yearless is not None
    assert yearless.day == date(2027, 1, 14)


@pytest.mark.parametrize("language", ["en", "nl", "de", "fr", "es", "it"])
def test_many_days_in_one_sentence_take_time_that_grows_with_them(language: str) -> None:
    started = time_module.monotonic()
    named("We hebben gebakken peren op 5 maart " * 1000, language)
    assert time_module.monotonic() - started < 5
