"""Headings and introductions that announce key points, and labels that open them, in many languages."""

from __future__ import annotations

import time

import pytest

from pipeline.ingest import labels
from pipeline.model import Dropped, KeyPoint
from tests.ingest.reading import read

HEADINGS = {
    "nl": ["Kernpunten", "Key-points", "In het kort", "Samengevat:", "De belangrijkste punten op een rij", "De kernpunten van dit artikel", "Dit moet je onthouden", "Het belangrijkste in het kort", "5 belangrijkste lessen"],
    "en": ["Key takeaways", "Key takeaways from this article", "TL;DR", "At a glance", "The main points", "Our key points", "Key points of this post", "In a nutshell", "🔑 Key Takeaways"],
    "de": ["Das Wichtigste in Kürze", "Auf einen Blick", "Die wichtigsten Punkte", "Die wichtigsten Punkte im Überblick", "Kernaussagen", "Kurz gesagt", "Das Wichtigste"],
    "fr": ["À retenir", "En bref", "L’essentiel", "Les points clés", "Les points clés de cet article", "Ce qu’il faut retenir", "En résumé"],
    "es": ["Puntos clave", "En resumen", "Lo esencial", "Los puntos principales", "Puntos clave de este artículo", "Lo más importante"],
    "it": ["In breve", "Punti chiave", "I punti principali", "In sintesi", "Da ricordare", "I punti chiave dell’articolo"],
    "pt": ["Pontos-chave", "Em resumo", "Os pontos principais", "O essencial", "Principais conclusões"],
    "pl": ["Najważniejsze punkty", "Kluczowe wnioski", "W skrócie", "Warto zapamiętać"],
    "sv": ["Sammanfattning", "I korthet", "Viktigaste punkterna", "Kom ihåg"],
    "da": ["Hovedpunkter", "Kort fortalt", "Det vigtigste", "De vigtigste pointer"],
    "no": ["Hovedpunkter", "Kort oppsummert", "Det viktigste", "De viktigste punktene"],
    "fi": ["Tiivistelmä", "Pähkinänkuoressa", "Tärkeimmät kohdat"],
    "cs": ["Klíčové body", "Ve zkratce", "Shrnutí"],
}  # fmt: skip
OTHER_HEADINGS = [
    *("Wat je leert", "Kernpunten van de zaak", "De punten", "Het belangrijkste hormoon", "Kort", "In het kort geding"),
    *(
        "What you will learn",
        "Points of view",
        "A short history",
        "In short supply",
        "Brief encounters",
        "Key lime pie",
    ),
    *("Was Sie lernen", "Der Punkt", "Kurze Wege", "Blick auf den Garten", "Wichtigste Frage: wie tief?"),
    *("Ce que vous allez apprendre", "Le point de vue", "Bref retour", "Lo que aprenderás", "Punto de partida"),
    *("Cosa imparerai", "Breve storia", "O que vais aprender", "Czego się nauczysz", "Vad du lär dig", "Hvad du lærer"),
    *("Hva du lærer", "Mitä opit", "Co se naučíte"),
]


def test_every_language_has_headings_among_its_cases() -> None:
    assert list(HEADINGS) == list(labels.HEADINGS)


@pytest.mark.parametrize("heading", [heading for headings in HEADINGS.values() for heading in headings])
def test_a_heading_announces_the_key_points_of_its_list(heading: str) -> None:
    article = read(
        f"# A garden\n\n## Roots\n\nText.\n\n## {heading}\n\n- One thought.\n- Another thought.\n", "markdown"
    )
    assert [(point.text, point.section) for point in article.key_points] == [
        ("One thought.", None),
        ("Another thought.", None),
    ]
    assert [section.heading for section in article.sections] == ["Roots"]


@pytest.mark.parametrize("heading", OTHER_HEADINGS)
def test_another_heading_is_one_of_a_section(heading: str) -> None:
    assert not labels.announces_key_points(heading)
    assert (
        read(f"# A garden\n\nText.\n\n## {heading}\n\n- One thought.\n- Another thought.\n", "markdown").key_points
        == ()
    )


@pytest.mark.parametrize(
    ("form", "source"),
    [
        ("markdown", "# A garden\n\nText.\n\n**Key takeaways**\n\n- One thought.\n- Another thought.\n\nEnd."),
        ("html", "<h1>A garden</h1><p>Text.</p><p><strong>Kernpunten:</strong></p><ul><li>One thought.<li>Another thought.</ul><p>End."),
        ("text", "A garden\n\nText about it is long.\n\nAuf einen Blick:\n• One thought.\n• Another thought.\n\nEnd of the text.\n"),
    ],
)  # fmt: skip
def test_a_line_right_above_a_list_announces_them_like_a_heading(form: str, source: str) -> None:
    assert [point.text for point in read(source, form).key_points] == ["One thought.", "Another thought."]


def test_a_short_summary_below_its_heading_is_one_and_a_long_one_is_a_section() -> None:
    short = read("# A garden\n\nText.\n\n## In short\n\nDig deep.\n", "markdown")
    assert [(point.text, point.kind) for point in short.key_points] == [("Dig deep.", "summary")]
    long = read("# A garden\n\nText.\n\n## In short\n\n" + "Dig deep, and wait. " * 40 + "\n", "markdown")
    assert long.key_points == ()
    assert [section.heading for section in long.sections] == ["In short"]


INTRODUCTIONS = [
    *("Here are some key points about soil:", "Hier zijn enkele kernpunten over de bodem:", "Das sind die wichtigsten Punkte:"),
    *("Voici les points clés :", "Estos son los puntos clave:", "Ecco i punti principali:", "Eis os pontos-chave:"),
]  # fmt: skip


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
def test_an_introduction_announces_them_too_and_the_list_stays(introduction: str) -> None:
    article = read(f"A garden\n\nSoil\n{introduction}\n• Soil is alive.\n• Soil breathes.\n")
    assert [(point.text, point.section) for point in article.key_points] == [
        ("Soil is alive.", 0),
        ("Soil breathes.", 0),
    ]
    assert [block.kind for block in article.sections[0].blocks] == ["paragraph", "list"]


@pytest.mark.parametrize(
    "sentence", ["Key points are rare.", "These are my tools:", "Kernpunten zijn er niet. Wel dit:"]
)
def test_another_introduction_announces_none(sentence: str) -> None:
    assert not labels.introduces_key_points(sentence)


@pytest.mark.parametrize("label", ["Let op:", "Warning –", "Achtung!", "Attention :", "Uwaga:", "OBS!", "Pozor:"])
def test_a_label_that_warns_makes_a_warning(label: str) -> None:
    point = read(f"A garden\n\nText before it.\n💡 {label} bindweed comes back.").key_points[0]
    assert (point.text, point.kind) == ("Bindweed comes back.", "warning")


@pytest.mark.parametrize(
    "title",
    [
        "Tip",
        "tips:",
        "Let op!",
        "Key takeaway",
        "NOTE",
        "Hinweis",
        "success",
        "",
        "Pro tip",
        "Gut zu wissen",
        "Astuce\xa0:",
    ],
)
def test_a_title_that_only_names_the_kind_is_a_label(title: str) -> None:
    assert labels.is_label(title)


@pytest.mark.parametrize(
    "title", ["Before you dig", "Tips for spring", "Note the date", "Warning signs", "Important dates"]
)
def test_a_title_that_says_something_is_no_label(title: str) -> None:
    assert not labels.is_label(title)


def test_a_label_gives_its_kind_and_goes() -> None:
    assert labels.without_label(KeyPoint("Tipp: auf dem Beet wärmt Laub den Boden.")) == (
        KeyPoint("Auf dem Beet wärmt Laub den Boden.", "tip"),
        "Tipp",
    )


@pytest.mark.parametrize(
    "text",
    ["Tip", "Tipping is not expected here.", "Remember the milk.", "In short supply: rain.", "Notable: the roots."],
)
def test_words_that_are_no_label_stay(text: str) -> None:
    assert labels.without_label(KeyPoint(text)) == (KeyPoint(text), "")


@pytest.mark.parametrize("line", ["de " * 30, "key " * 25 + "points", "- " * 45, "belangrijkste " * 7])
def test_no_heading_takes_long(line: str) -> None:
    started = time.process_time()
    for _ in range(100):
        labels.announces_key_points(line)
        labels.introduces_key_points(line * 100 + ":")
        labels.is_label(line)
    assert time.process_time() - started < 2


def test_a_label_that_goes_is_told() -> None:
    article = read("Soil\n\nSoil is alive, and it wants to be fed.\n\n💡 Merke: Laub wärmt den Boden.")
    assert Dropped("Merke", "label of a key point") in article.dropped


def test_the_label_of_a_reference_is_told() -> None:
    article = read("Soil\n\nSoil is alive, and it wants to be fed.\n\nIt eats leaves.\n\nSource: Handbook of soil")
    assert article.references == ("Handbook of soil",)
    assert Dropped("Source", "label of a reference") in article.dropped
