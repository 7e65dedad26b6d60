"""PDF of magazines and of ordinary exports: columns, headers, drop caps, pull quotes, boxes, lists, notes, links."""

from __future__ import annotations

import pytest
from PIL import Image
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from pipeline.ingest import pdf
from pipeline.model import Article, Block
from tests.ingest.papers import (
    ADVERT,
    BODY,
    HEADING,
    HEIGHT,
    INDENTED,
    QUOTE,
    SMALL,
    STAND,
    TITLE,
    Set,
    a_page,
    a_pdf,
    lines,
    of_pdf,
    texts,
)

# A text of our own in four languages: title, standfirst, and three paragraphs with a heading before the last.
STORIES = {
    "nl": (
        "Een moestuin op het balkon",
        "Wie geen tuin heeft, kan toch eigen sla eten: drie bakken en wat geduld zijn genoeg voor een heel seizoen.",
        "Begin met één bak aan de zonkant. Sla, radijs en bieslook groeien snel en vergeven veel. Geef ’s ochtends water, want "
        "natte bladeren in de avond trekken slakken aan, ook op de derde verdieping.",
        "De aarde in een bak is na een jaar moe. Meng er in het voorjaar een derde compost door en laat de bak een week rusten. "
        "Wie elk jaar iets anders zaait, heeft minder last van luizen en schimmel.",
        "Oogsten doe je van buiten naar binnen",
        "Pluk bij sla alleen de buitenste bladeren, dan groeit het hart gewoon door. Zo eet je zes weken van dezelfde plant en "
        "hoef je pas in de zomer opnieuw te zaaien.",
    ),
    "en": (
        "What the bread knows",
        "A loaf that rests overnight tastes of more than flour. A baker explains why the fridge does half of the work.",
        "Dough is never finished, it is only interrupted. While it rests in the cold the yeast slows down and the enzymes go on, "
        "and they are the ones that make the crust brown and the crumb sweet.",
        "Most people knead because they were told to. Time does the same work, and it does not get tired. Fold the dough three "
        "times in the first hour and leave it alone after that.",
        "Heat is an ingredient",
        "Put the pot into the oven before the bread. A cold pot takes the heat that the loaf needs in its first minutes, and the "
        "bread stays flat however long you wait for it.",
    ),
    "de": (
        "Der Garten im Winter",
        "Wer im November nichts tut, hat im März mehr Freude: Laub, Stängel und Samenstände gehören den Tieren.",
        "Unter dem Laub schlafen Igel und Käfer, und in den hohlen Stängeln überwintern Wildbienen. Wer alles abschneidet, nimmt "
        "ihnen das Haus, bevor der erste Frost kommt. Ein Haufen in der Ecke genügt schon.",
        "Die Erde soll nicht nackt sein. Eine Decke aus Blättern hält sie feucht und locker, und die Würmer ziehen das Futter in "
        "die Tiefe. Im Frühling ist das Beet fertig, ohne dass jemand gegraben hat.",
        "Was doch zu tun ist",
        "Junge Bäume brauchen einen Anstrich gegen Risse, und die Wasserfässer müssen leer sein. Danach darf die Tür zum Schuppen "
        "zubleiben, bis die ersten Krokusse kommen.",
    ),
    "fr": (
        "La soupe qui attend",
        "Une soupe n’est jamais pressée. Elle se prépare le soir, elle repose la nuit et elle nourrit toute la semaine.",
        "Les légumes de saison donnent le goût, mais c’est le temps qui fait la soupe. On commence par les oignons, doucement, "
        "sans couleur, et on ajoute l’eau quand la cuisine sent déjà bon.",
        "Le sel vient à la fin. Une soupe qui réduit devient plus salée d’elle-même, et ce que l’on ajoute trop tôt ne s’enlève "
        "plus. Un peu de citron réveille un potage fatigué.",
        "Garder et partager",
        "Dans un bocal propre, la soupe se garde quatre jours au frais. Elle voyage bien, elle se partage facilement, et elle est "
        "toujours meilleure le lendemain, comme presque toutes les histoires.",
    ),
}


def a_story(language: str) -> list[tuple[ParagraphStyle, str]]:
    _, _, first, second, heading, third = STORIES[language]
    return [(BODY, first), (BODY, second), (HEADING, heading), (BODY, third)]


def head(language: str) -> list[tuple[ParagraphStyle, str]]:
    return [(TITLE, STORIES[language][0]), (STAND, STORIES[language][1])]


def blocks_of(article: Article) -> list[Block]:
    return [*article.lead, *(block for section in article.sections for block in section.blocks)]


def reasons(article: Article) -> dict[str, str]:
    return {piece.text: piece.reason for piece in article.dropped}


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("language", STORIES)
def test_an_article_reads_the_same_in_any_number_of_columns(language: str, columns: int) -> None:
    title, stand, first, second, heading, third = STORIES[language]
    article = of_pdf(a_pdf(a_story(language) * 3, across=head(language), count=columns))
    assert (article.title, article.language) == (title, language)
    assert texts(article) == [stand, *[first, second, third] * 3]
    assert [section.heading for section in article.sections] == [heading] * 3


@pytest.mark.parametrize("columns", [2, 3])
def test_a_paragraph_goes_on_in_the_next_column(columns: int) -> None:
    _, _, first, second, _, third = STORIES["en"]
    article = of_pdf(a_pdf([(INDENTED, first), (INDENTED, second), (INDENTED, third)] * 9, count=columns))
    assert texts(article) == [first, second, third] * 9


def test_a_title_may_be_painted_after_the_columns() -> None:
    title, stand, *_ = STORIES["en"]
    left = lines("Dough is never finished, it is only", "interrupted, and that is a comfort.", y=300)
    right = lines("Time does the same work as", "hands, and it does not get tired.", x=320, y=300)
    above = [Set(50, 100, title, "Helvetica-Bold", 24), *lines(*split(stand), y=160, font="Times-Bold", size=12)]
    article = of_pdf(a_page([*left, *right, *above]))
    assert article.title == title
    assert texts(article) == [
        stand,
        "Dough is never finished, it is only interrupted, and that is a comfort.",
        "Time does the same work as hands, and it does not get tired.",
    ]


def split(text: str, width: int = 60) -> list[str]:
    """`text` in lines of about `width` characters."""
    made = [""]
    for word in text.split():
        if len(made[-1]) + len(word) > width:
            made.append("")
        made[-1] = f"{made[-1]} {word}".strip()
    return made


def test_what_spans_the_columns_parts_them() -> None:
    def column(x: float, y: float, words: str) -> list[Set]:
        return lines(*split(words, 40), x=x, y=y)

    upper = column(50, 100, "One stands at the left above all others, and it ends here.") + column(
        320, 100, "Two stands at the right, above the line that spans both."
    )
    lower = column(50, 300, "Four stands at the left below the line that spans both.") + column(
        320, 300, "Five stands at the right below it, and it is the last."
    )
    middle = lines(
        "Three stands across the page, in the middle of everything, and it is read as the third.", y=200, size=13
    )
    article = of_pdf(a_page([*lower, *upper, *middle]))
    assert [text.split()[0] for text in texts(article)] == ["One", "Two", "Three", "Four", "Five"]


def stamped(canvas: Canvas, page: int) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(50, HEIGHT - 30, "MOES & OVEN")
    canvas.drawString(50, 25, "Winter 2026")
    canvas.drawString(500, 25, str(page + 11))


def test_headers_footers_and_page_numbers_are_dropped_with_reasons() -> None:
    article = of_pdf(a_pdf(a_story("en") * 14, count=2, across=head("en"), decorate=stamped))
    told = [(piece.text, piece.reason) for piece in article.dropped]
    assert told == [
        one
        for page in (12, 13)
        for one in [
            ("MOES & OVEN", "running header"),
            ("Winter 2026", "running footer"),
            (str(page), "page number"),
        ]
    ]


def test_a_page_alone_has_its_number_dropped() -> None:
    article = of_pdf(a_page([*lines(*split(STORIES["en"][2])), Set(300, 800, "– 7 –")]))
    assert reasons(article) == {"– 7 –": "page number"}


def test_words_broken_at_line_ends_are_whole_again() -> None:
    broken = lines(
        "A patient gardener keeps a note-",
        "book, writes e-mail in winter, plants a well-",
        "known apple tree, and waits. An e-",
        "mail is a fine thing. The neigh\u00ad",
        "bours know the garden well, in the long-",
        "and short-day months, from the North-",
        "Holland coast.",
    )
    article = of_pdf(a_page(broken))
    assert texts(article) == [
        "A patient gardener keeps a notebook, writes e-mail in winter, plants a wellknown apple tree, and waits. An e-mail is a "
        "fine thing. The neighbours know the garden well, in the long- and short-day months, from the North-Holland coast."
    ]


def test_a_lost_hyphen_is_known_by_the_blank_that_is_not_there() -> None:
    kept = lines(
        "De tuin is in de winter stil, maar onder de grond ge ".replace("ge ", "ge"),
        "beurt van alles. Wie goed luistert, hoort de wor",
        "men die het blad naar beneden trekken, en in het voor",
        "jaar is de aarde los en donker, zonder dat iemand ",
        "een schop heeft aangeraakt of een zak met mest ",
        "heeft gekocht bij de winkel aan het eind van de ",
        "straat, en dat is precies wat een tuin nodig heeft ",
        "om het jaar daarna weer vol te staan met bloemen.",
    )
    article = of_pdf(a_page(kept))
    assert "grond gebeurt van alles" in texts(article)[0]
    assert "hoort de wormen die" in texts(article)[0]
    assert "in het voorjaar is" in texts(article)[0]
    assert "iemand een schop" in texts(article)[0]


@pytest.mark.parametrize(
    ("cap", "rest", "said"),
    [
        ("D", "ough is never finished, it is only", "Dough is never finished, it is only"),
        ("A", "loaf that rests tastes of more, as a", "A loaf that rests tastes of more, as a"),
    ],
)
def test_a_drop_cap_is_the_first_letter(cap: str, rest: str, said: str) -> None:
    page = [
        Set(50, 126, cap, "Times-Bold", 36),
        *lines(rest, "interrupted loaf knows. While it rests", x=80, y=100),
        *lines("in the cold the yeast slows down and then goes on,", "and the crust browns.", y=126),
    ]
    (text,) = texts(of_pdf(a_page(page)))
    assert (
        text
        == f"{said} interrupted loaf knows. While it rests in the cold the yeast slows down and then goes on, and the crust browns."
    )


def test_a_pull_quote_that_repeats_the_text_is_dropped_with_its_reason() -> None:
    story = a_story("en")
    quote = "they are the ones that make the crust brown"
    article = of_pdf(a_pdf([story[0], (QUOTE, quote), *story[1:]], across=head("en"), count=2))
    assert reasons(article)[quote] == "pull quote, repeated from the article"
    assert texts(article)[1] == STORIES["en"][2]


def test_an_advertisement_in_its_own_font_is_dropped_with_its_reason() -> None:
    words = "Now in the shop: the red enamel pot of Example and Sons, made to last, with a lid that fits and a handle that never gets hot. Ask for it by its name."
    story = a_story("en")
    article = of_pdf(a_pdf([*story, (ADVERT, words), *story], across=head("en"), count=2))
    assert reasons(article)[words] == "a box set apart from the article (advertisement)"


def test_a_sentence_goes_on_after_a_box_between_its_halves() -> None:
    page = [
        *lines(
            *split(
                "The oven is hot long before the bread goes in, and whoever opens the door too often loses what the", 55
            )
        ),
        *lines("A small box about pots", x=60, y=160, font="Courier", size=8),
        *lines(*split("stones have gathered. Wait for the smell, and not for the clock, before you look.", 55), y=200),
    ]
    found = texts(of_pdf(a_page(page)))
    assert "too often loses what the stones have gathered." in found[0]
    assert "A small box about pots" in found


def test_lists_are_lists() -> None:
    item = ParagraphStyle("item", BODY, leftIndent=14)
    bullets = [
        Paragraph(words, item, bulletText="•")
        for words in (
            "flour of yesterday, and a little more than you think you need for one loaf of bread, because the board takes some of it",
            "water",
            "salt",
        )
    ]
    steps = [Paragraph(words, item, bulletText=f"{at}.") for at, words in enumerate(("mix", "wait", "bake"), 1)]
    article = of_pdf(a_pdf([(BODY, STORIES["en"][2]), *bullets, (BODY, STORIES["en"][3]), *steps], across=head("en")))
    blocks = [block for block in blocks_of(article) if block.items]
    assert [(block.ordered, len(block.items)) for block in blocks] == [(False, 3), (True, 3)]
    assert blocks[0].items[0].text.endswith("because the board takes some of it")
    assert [item.text for item in blocks[1].items] == ["mix", "wait", "bake"]


def test_footnotes_are_references() -> None:
    page = [
        *lines("Bread that rests keeps longer, as was measured", "in forty kitchens over a winter."),
        Set(190, 109, "1", size=6),
        *lines("And it tastes better, which nobody has measured.", y=140),
        *lines("1 A. Field, The Resting Loaf, Exampleton 2024.", y=700, size=7.5),
    ]
    article = of_pdf(a_page(page))
    assert article.references == ("1 A. Field, The Resting Loaf, Exampleton 2024.",)


def test_a_link_keeps_its_address() -> None:
    words = 'Read more on <link href="https://example.org/loaf">the page of the loaf</link>, which has pictures.'
    article = of_pdf(a_pdf([(BODY, STORIES["en"][2]), (BODY, words), (BODY, STORIES["en"][3])]))
    linked = '<a href="https://example.org/loaf">the page of the loaf</a>'
    assert any(linked in block.html for block in blocks_of(article))


def test_text_set_upright_beside_the_article_is_dropped_with_its_reason() -> None:
    def credit(canvas: Canvas, _: int) -> None:
        canvas.saveState()
        canvas.translate(580, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Photo Ann Field")
        canvas.restoreState()

    article = of_pdf(a_pdf(a_story("en"), across=head("en"), decorate=credit))
    assert reasons(article) == {"Photo Ann Field": "text set upright beside the article"}


@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - loaf_v3.docx", "loaf final.indd", "Document1", ""])
def test_a_title_that_a_program_wrote_is_no_title(title: str) -> None:
    document = pdf.read(a_pdf(a_story("en"), title=title, author="Ann Field", lang="en"))
    assert document.title is None


def test_what_the_file_states_is_kept() -> None:
    document = pdf.read(a_pdf(a_story("nl"), title="De balkontuin", author="Anna Veld", lang="nl-BE"))
    assert (document.title, document.byline, document.language) == ("De balkontuin", "Anna Veld", "nl-BE")


def test_a_language_that_the_text_contradicts_is_not_believed() -> None:
    assert of_pdf(a_pdf(a_story("de"), lang="en-US")).language == "de"


def test_the_small_print_under_a_heading_of_references_is_kept() -> None:
    sources = [
        (HEADING, "Sources"),
        (SMALL, "A. Field, The Resting Loaf, 2024."),
        (SMALL, "B. Mill, Cold Dough, 2025."),
    ]
    article = of_pdf(a_pdf([*a_story("en"), *sources], across=head("en")))
    assert article.references == ("A. Field, The Resting Loaf, 2024.", "B. Mill, Cold Dough, 2025.")


def test_the_title_above_a_later_page_is_a_running_header() -> None:
    title, _, first, second, *_ = STORIES["en"]
    one = [Set(50, 100, title, "Helvetica-Bold", 24), *lines(*split(first), y=160)]
    two = [Set(400, 40, title.upper(), "Helvetica", 7), *lines(*split(second), y=100)]
    assert reasons(of_pdf(a_page(one, two))) == {title.upper(): "running header"}


def test_a_few_words_above_the_title_are_dropped_with_their_reason() -> None:
    title, _, first, *_ = STORIES["en"]
    page = [
        Set(50, 60, "KITCHEN", "Helvetica", 8),
        Set(50, 100, title, "Helvetica-Bold", 24),
        *lines(*split(first), y=160),
    ]
    article = of_pdf(a_page(page))
    assert (article.title, reasons(article)) == (title, {"KITCHEN": "a few words above the title"})


def test_a_title_of_two_lines_is_one() -> None:
    page = [
        *lines("What the bread", "knows of time", font="Helvetica-Bold", size=24, step=28),
        *lines(*split(STORIES["en"][2]), y=200),
    ]
    assert of_pdf(a_page(page)).title == "What the bread knows of time"


def test_a_magazine_whose_headings_keep_no_blanks_has_them_between_words() -> None:
    kept = [f"{line} " for line in split(STORIES["nl"][2] + " " + STORIES["nl"][3], 50)]
    page = [*lines("Een moestuin", "op het balkon", font="Helvetica-Bold", size=24, step=28), *lines(*kept, y=200)]
    assert of_pdf(a_page(page)).title == "Een moestuin op het balkon"


def test_pictures_and_their_captions_are_told() -> None:
    title, stand, first, second, heading, third = STORIES["en"]

    def draw(canvas: Canvas, _: int) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (9, 9))), 320, 500, 100, 100)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(320, 490, "A loaf on the board of Ann Field")

    story = [(BODY, first), (BODY, second), (HEADING, heading), (BODY, third)]
    article = of_pdf(a_pdf(story, [(BODY, " ")], across=[(TITLE, title), (STAND, stand)], decorate=draw))
    assert reasons(article) == {
        "1 picture": pdf.PICTURE,
        "A loaf on the board of Ann Field": "caption of a picture that is not kept",
    }


def test_a_stretched_line_at_a_column_s_end_goes_on_though_a_sentence_ends_there() -> None:
    """Each line of the fixed font is 30 letters long, so it reaches the end of its column."""
    left = ["Dough that rests overnight has", "more taste and it keeps longer", "for those who wait until noon."] * 4
    right = ["So let it rest, and rest too,", "and do not open the oven door."]
    article = of_pdf(a_page([*lines(*left, font="Courier"), *lines(*right, x=320, font="Courier")]))
    assert texts(article) == [" ".join([*left, *right])]
