"""A line that tells about its article is read as such, in whatever language and format, and never as its text."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from pipeline.ingest import bylines, html
from pipeline.model import Article
from tests.ingest.reading import everything, read

TOLD = [
    ("By Harriet Pole, tutor at the Bean School. Last updated 3 March 2026.", "Harriet Pole", "2026-03-03"),
    ("By Harriet Pole, tutor at the Bean School.", "Harriet Pole", None),
    ("By Anna Berg and Tom Reed, 3 March 2026 | 4 min read", "Anna Berg and Tom Reed", "2026-03-03"),
    ("Words and pictures: Harriet Pole. Reading time: 4 minutes. Updated: March 2026.", "Harriet Pole", None),
    ("Published 3 March 2026. Updated 9 April 2026. By Harriet Pole.", "Harriet Pole", "2026-03-03"),
    ("Harriet Pole, tutor · 3 March 2026 · 4 min read", "Harriet Pole", "2026-03-03"),
    ("Tekst: Anna Veld · Foto's: Jan Veld", "Anna Veld", None),
    ("Door Anna Veld, docent moestuin. Bijgewerkt op 3 maart 2026. Leestijd: 4 minuten.", "Anna Veld", "2026-03-03"),
    ("Text und Bilder: Jörg Ähren, Redaktion Garten | 3. März 2026", "Jörg Ähren", "2026-03-03"),
    ("Von Anna Ähren, Gärtnermeisterin, aktualisiert am 3. März 2026", "Anna Ähren", "2026-03-03"),
    ("Texte et photos : Claire Vasseur, le 3 mars 2026", "Claire Vasseur", "2026-03-03"),
    ("Por Inés Robledo, maestra hornera · Actualizado el 3 de marzo de 2026", "Inés Robledo", "2026-03-03"),
    ("di Ettore Brancati", "Ettore Brancati", None),
    ("Av Karin Lind, 8 maj 2026", "Karin Lind", "2026-05-08"),
    ("Skrevet af Mette Krogh, havearkitekt. Opdateret den 3. marts 2026.", "Mette Krogh", "2026-03-03"),
    ("Tekst: Łukasz Żak, 3 maja 2026", "Łukasz Żak", "2026-05-03"),
    ("Teksti ja kuvat: Aino Mäkelä, 3. marraskuuta 2026", "Aino Mäkelä", "2026-11-03"),
    ("文：山田花子", "山田花子", None),
    ("Tuesday, 3 March 2026, 10:15", None, "2026-03-03"),
]
UNTOLD = [
    "By New Year, everything rests.",
    "By Anna Berg, we mean the mountain.",
    "By Anna Berg, the baker taught us to wait.",
    "Door Anna Berg, de bakker, leerden we wachten.",
    "Von Anna Berg, der Bäckerin, lernte ich mich gedulden.",
    "By Harriet Pole, tutor. She says that leeks want depth.",
    "By Harriet Pole, who planted the first of these leeks when nobody would have believed that they grow here.",
    "Par Jean Dupont, la ville a appris la nouvelle.",
    "Von Hans Müller, dem Gärtner, habe ich gelernt.",
    "Door de regen van gisteren staat alles onder water.",
    "Di Roma si parla sempre.",
    "We moved here on 3 March 2026.",
    "Words and pictures are not the same.",
    "Updated kitchens sell well.",
    "Photos: Jan Veld",
    "",
]


@pytest.mark.parametrize(("line", "name", "day"), TOLD)
def test_a_byline_tells_its_name_and_day_and_no_role(line: str, name: str | None, day: str | None) -> None:
    about = bylines.read(line)
    assert about is not None
    assert (about.name, about.published and f"{about.published:%Y-%m-%d}") == (name, day)


@pytest.mark.parametrize("line", UNTOLD)
def test_a_sentence_that_begins_like_one_is_text(line: str) -> None:
    assert bylines.read(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Dr. Nora Veld, gardener", "Dr. Nora Veld"),
        ("Von Prof. Dr. Nora Veld", "Prof. Dr. Nora Veld"),
        ("Door N. van der Veld", "N. van der Veld"),
        ("Door de redactie van Moes & Oven, 3 mei 2026", "de redactie van Moes & Oven"),
        ("By the editors", "the editors"),
        ("By the sea", None),
        ("Door de redactie werd gelachen", None),
    ],
)
def test_a_byline_may_have_a_title_or_name_a_team(line: str, name: str | None) -> None:
    assert bylines.name(line) == name


BODY = "Slugs come at night, and they come from the damp side of the bed. A board will have most of them by morning."
LINE = TOLD[0][0]
PAGES = {
    "text": f"How to keep slugs from lettuce\n\n{LINE}\n\n{BODY}\n\n💡 A board collects slugs.\n",
    "markdown": f"# How to keep slugs from lettuce\n\n*{LINE}*\n\n{BODY}\n\n💡 A board collects slugs.\n",
    "html": f"<h1>How to keep slugs from lettuce</h1><p><em>{LINE}</em></p><p>{BODY}</p><p>💡 A board collects slugs.</p>",
}


def texts(article: Article) -> list[str]:
    return [block.text for part in (article.lead, *(one.blocks for one in article.sections)) for block in part]


@pytest.mark.parametrize("form", PAGES)
def test_a_byline_with_a_role_is_no_text_of_the_article(form: str) -> None:
    article = read(PAGES[form], form)
    assert (article.byline, article.published) == ("Harriet Pole", datetime(2026, 3, 3, tzinfo=UTC))
    assert texts(article) == [BODY]
    assert [one.reason for one in article.dropped if one.text == LINE] == ["byline or date; kept of it: name and date"]


@pytest.mark.parametrize("form", PAGES)
def test_a_first_sentence_that_begins_like_one_stays(form: str) -> None:
    sentence = "By Anna Berg, we mean the mountain behind the school, and no gardener of that name."
    article = read(PAGES[form].replace(LINE, sentence), form)
    assert (article.byline, texts(article)) == (None, [sentence, BODY])


def test_a_byline_may_stand_below_a_standfirst() -> None:
    standfirst = "A board, a torch and ten minutes are all that it takes."
    article = read(f"# Slugs\n\n{standfirst}\n\n{LINE}\n\n{BODY}\n", "markdown")
    assert (article.byline, texts(article)) == ("Harriet Pole", [standfirst, BODY])


def test_a_day_below_the_first_text_is_a_diary_and_no_date() -> None:
    article = read(f"# Slugs\n\n{BODY}\n\n3 March 2026\n\nThe board is out.\n", "markdown")
    assert article.published is None
    assert "3 March 2026" in texts(article)


def test_a_page_that_marks_its_byline_keeps_the_name_alone() -> None:
    page = f'<article><h1>Slugs</h1><p class="byline">{LINE}</p><p>{BODY}</p></article>'
    assert html.read(page).byline == "Harriet Pole"


def test_a_line_of_words_between_title_and_byline_is_text() -> None:
    article = read(
        f"“A bed is no bucket”\nSoil teacher Nora Veld about compost, fungi and haste\n\nBy Tom Reed\n\n{BODY}\n"
    )
    assert (article.title, article.byline) == ("“A bed is no bucket”", "Tom Reed")
    assert texts(article) == ["Soil teacher Nora Veld about compost, fungi and haste", BODY]
    assert article.summary == "Soil teacher Nora Veld about compost, fungi and haste"


def test_a_category_between_title_and_byline_is_none() -> None:
    article = read(f"“A bed is no bucket”\nSoil and compost\n\nBy Tom Reed\n\n{BODY}\n")
    assert (article.summary, texts(article)) == (None, [BODY])
    assert "Soil and compost" in [one.text for one in article.dropped]


@pytest.mark.parametrize(
    "title", ["“A bed is no bucket to be filled”", "« Un sol n’est pas un seau »", "„Ein Beet ist kein Eimer“"]
)
@pytest.mark.parametrize("below", ["", "By Tom Reed\n\n"])
def test_a_first_line_in_quotation_marks_is_the_title_of_a_text(title: str, below: str) -> None:
    article = read(f"{title}\n\n{below}{BODY}\n")
    assert (article.title, texts(article)) == (title, [BODY])


@pytest.mark.parametrize("quotation", ["“A bed is no bucket to be filled.”", "“Once more: a bed is no bucket,”"])
def test_a_first_line_that_is_a_quoted_sentence_is_text(quotation: str) -> None:
    article = read(f"{quotation}\n\n{BODY}\n")
    assert texts(article) == [quotation, BODY]


@pytest.mark.parametrize("line", ["By " + "Aa " * 70, "Von " + "a, " * 70, "1 " * 110, "Text: " + "· " * 100])
def test_no_line_takes_long(line: str) -> None:
    started = time.monotonic()
    for _ in range(50):
        bylines.read(line)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("form", PAGES)
def test_nothing_of_a_byline_is_lost(form: str) -> None:
    assert LINE in everything(read(PAGES[form], form))
