"""Word documents: styles, lists, tables, boxes, notes, tracked changes and properties."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from pipeline.model import Article, Block
from tests.ingest.papers import a_word_file, of_word, texts

W = nsdecls("w")
BOX = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">
 <mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>
 <w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
 <mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
 </mc:AlternateContent></w:r>"""


def written(*paragraphs: str | tuple[str, str]) -> Callable[[Any], None]:
    """Writes paragraphs, each a text or a text with its style."""

    def fill(document: Any) -> None:
        for one in paragraphs:
            text, style = (one, None) if isinstance(one, str) else one
            document.add_paragraph(text, style=style)

    return fill


def read(*fills: Callable[[Any], None]) -> Article:
    def fill(document: Any) -> None:
        for one in fills:
            one(document)

    return of_word(a_word_file(fill))


def blocks(article: Article) -> list[Block]:
    return [*article.lead, *(block for section in article.sections for block in section.blocks)]


def reasons(article: Article) -> dict[str, str]:
    return {piece.text: piece.reason for piece in article.dropped}


def boxed(*texts_: str) -> Callable[[Any], None]:
    """Writes a text box beside a paragraph."""
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts_)

    def fill(document: Any) -> None:
        document.add_paragraph("Deeg rust in de kou.")._p.append(parse_xml(BOX.format(inside)))

    return fill


STORY = written(
    ("Brood dat op je wacht", "Title"),
    ("Over rijzen en wachten", "Subtitle"),
    "Een deeg dat een nacht rust, smaakt voller.",
    ("Waarom rusten helpt", "Heading 1"),
    "De gisten werken langzaam in de kou, en dat is goed voor de smaak.",
    ("meel", "List Bullet"),
    ("water", "List Bullet"),
    "💡 Een nacht in de koelkast spaart kneden.",
    ("Hoe je het doet", "Heading 1"),
    ("Meng alles in een kom.", "Intense Quote"),
    ("mengen", "List Number"),
    ("wachten", "List Number"),
)


def test_styles_tell_title_headings_lists_and_quotes() -> None:
    article = read(STORY)
    assert (article.title, article.language) == ("Brood dat op je wacht", "nl")
    assert [block.text for block in article.lead] == [
        "Over rijzen en wachten",
        "Een deeg dat een nacht rust, smaakt voller.",
    ]
    assert [section.heading for section in article.sections] == ["Waarom rusten helpt", "Hoe je het doet"]
    assert [(block.kind, block.ordered) for block in blocks(article)] == [
        ("paragraph", False),
        ("paragraph", False),
        ("paragraph", False),
        ("list", False),
        ("quote", False),
        ("list", True),
    ]
    (point,) = article.key_points
    assert (point.text, point.section) == ("Een nacht in de koelkast spaart kneden.", 0)


def test_short_bold_paragraphs_are_headings_where_styles_are_not_used() -> None:
    def fill(document: Any) -> None:
        for heading in ("Wat de koelkast doet", "Wat de oven doet"):
            document.add_paragraph().add_run(heading).bold = True
            document.add_paragraph("Een deeg dat een nacht rust, smaakt voller, en dat is geen geheim.")

    article = read(written(("Brood", "Title")), fill)
    assert [section.heading for section in article.sections] == ["Wat de koelkast doet", "Wat de oven doet"]


@pytest.mark.parametrize("columns", [1, 2])
def test_a_box_that_a_bulb_opens_is_one_key_point(columns: int) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(1, columns)
        table.cell(0, 0).text = "💡" if columns == 2 else "💡 Dek de kom af."
        table.cell(0, columns - 1).text = "Dek de kom af." if columns == 2 else table.cell(0, 0).text
        table.cell(0, columns - 1).add_paragraph("Dan droogt het deeg niet uit.")

    article = read(STORY, fill)
    assert article.key_points[-1].text == "Dek de kom af. Dan droogt het deeg niet uit."
    assert [block for block in blocks(article) if block.kind == "table"] == []


def test_a_table_keeps_its_rows() -> None:
    def fill(document: Any) -> None:
        table = document.add_table(2, 2)
        for at, text in enumerate(("meel", "500 g", "water", "350 g")):
            table.cell(at // 2, at % 2).text = text

    assert blocks(read(STORY, fill))[-1] == Block("table", "meel | 500 g\nwater | 350 g")


def test_a_text_box_is_read_once() -> None:
    article = read(STORY, boxed("Wie haast heeft, bakt koekjes.", "Wie wacht, bakt brood."))
    assert texts(article)[-3:] == [
        "Deeg rust in de kou.",
        "Wie haast heeft, bakt koekjes.",
        "Wie wacht, bakt brood.",
    ]


def test_a_text_box_that_a_bulb_opens_is_one_key_point() -> None:
    article = read(STORY, boxed("💡 Wacht een nacht.", "Bak dan pas."))
    assert article.key_points[-1].text == "Wacht een nacht. Bak dan pas."


def test_tracked_changes_are_accepted_and_what_they_delete_is_told() -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("Deeg heeft ")
        for xml in (
            f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t>veel </w:t></w:r></w:ins>',
            f'<w:del {W} w:id="2" w:author="x"><w:r><w:delText>weinig </w:delText></w:r></w:del>',
            f"<w:r {W}><w:t>tijd nodig.</w:t></w:r>",
        ):
            paragraph._p.append(parse_xml(xml))

    article = read(STORY, fill)
    assert texts(article)[-1] == "Deeg heeft veel tijd nodig."
    assert reasons(article)["weinig"] == "deleted in tracked changes"


@pytest.mark.parametrize(
    "xml",
    [
        f'<w:fldSimple {W} w:instr="DATE"><w:r><w:t>vandaag</w:t></w:r></w:fldSimple>',
        f"<w:bdo {W}><w:r><w:t>vandaag</w:t></w:r></w:bdo>",
        f"<w:sdt {W}><w:sdtContent><w:r><w:t>vandaag</w:t></w:r></w:sdtContent></w:sdt>",
        f'<w:smartTag {W} w:element="x"><w:r><w:t>vandaag</w:t></w:r></w:smartTag>',
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>vandaag</m:t></m:r></m:oMath>',
    ],
)
def test_words_in_fields_and_formulas_are_kept(xml: str) -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("Bak het brood ")
        paragraph._p.append(parse_xml(xml))
        paragraph.add_run(" om zes uur.")

    assert texts(read(STORY, fill))[-1] == "Bak het brood vandaag om zes uur."


def test_headers_and_comments_are_dropped_with_reasons() -> None:
    def fill(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Moes & Oven"
        document.sections[0].footer.paragraphs[0].text = "Winterboek"
        paragraph = document.add_paragraph("Deeg heeft tijd nodig.")
        document.add_comment(paragraph.runs, text="Hoeveel tijd?", author="Anna")

    article = read(STORY, fill)
    assert reasons(article).items() >= {
        ("Moes & Oven", "running header"),
        ("Winterboek", "running footer"),
        ("Hoeveel tijd?", "comment in the margin"),
    }
    assert texts(article)[-1] == "Deeg heeft tijd nodig."


def test_links_keep_their_addresses_and_words_their_weight() -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("Lees ")
        to = document.part.relate_to("https://example.org/brood", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True)  # fmt: skip
        link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{to}"><w:r><w:t>meer</w:t></w:r></w:hyperlink>'
        paragraph._p.append(parse_xml(link))
        paragraph.add_run(" en ").italic = True
        paragraph.add_run("beter").bold = True
        paragraph.add_run(" dan ooit.")

    assert blocks(read(STORY, fill))[-1].html == (
        'Lees <a href="https://example.org/brood">meer</a><em> en </em><strong>beter</strong> dan ooit.'
    )


def test_properties_give_what_the_text_does_not() -> None:
    def fill(document: Any) -> None:
        facts = document.core_properties
        facts.title, facts.author, facts.language = "Brood", "Anna Veld", "nl-BE"
        facts.comments, facts.created = "", datetime(2026, 3, 4, 12, tzinfo=UTC)

    article = read(written("Een deeg dat een nacht rust, smaakt voller en dat is goed voor het brood."), fill)
    assert (article.title, article.byline, article.language) == ("Brood", "Anna Veld", "nl-BE")
    assert article.published == datetime(2026, 3, 4, 12, tzinfo=UTC)


def test_what_programs_write_into_the_properties_is_nobodys() -> None:
    article = read(STORY)  # its title is "Word Document", its author the library that made it
    assert (article.title, article.byline, article.published) == ("Brood dat op je wacht", None, None)


def test_the_moment_of_a_template_is_no_date() -> None:
    def signed(document: Any) -> None:
        document.core_properties.author = "Sanne Verhulst"

    article = read(STORY, signed)
    assert (article.byline, article.published) == ("Sanne Verhulst", None)


def test_a_picture_is_dropped_with_what_it_shows(tmp_path: Any) -> None:
    Image.new("L", (20, 20)).save(tmp_path / "a.png")

    def fill(document: Any) -> None:
        document.add_picture(str(tmp_path / "a.png"))
        (shown,) = document.element.body.xpath(".//wp:docPr")
        shown.set("descr", "Een brood op een plank")

    assert reasons(read(STORY, fill))["Een brood op een plank"] == "picture inside the page, without an address"


NOTE = b"""<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:id="2"><w:p><w:r><w:t>A. Veld, Het rustende deeg, 2024.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def test_footnotes_are_references() -> None:
    def fill(document: Any) -> None:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), kind, NOTE, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        paragraph = document.add_paragraph("Dat is in veertig keukens gemeten.")
        paragraph._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))

    article = read(STORY, fill)
    assert article.references == ("A. Veld, Het rustende deeg, 2024.",)
    assert texts(article)[-1] == "Dat is in veertig keukens gemeten.[1]"


def test_typed_bullets_and_numbers_are_lists() -> None:
    article = read(
        written(("Brood", "Title"), "Wat je nodig hebt, is niet veel.", "- meel van gisteren", "- water"),
        written("Daarna volgt het werk.", "1. mengen", "2. wachten", "En dat is alles."),
    )
    assert [(block.ordered, block.text) for block in blocks(article) if block.items] == [
        (False, "meel van gisteren\nwater"),
        (True, "mengen\nwachten"),
    ]


def test_a_label_above_the_bulb_of_a_box_is_dropped_with_its_reason() -> None:
    def fill(document: Any) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "Tip"
        cell.add_paragraph("💡 Wacht een nacht.")

    article = read(STORY, fill)
    assert article.key_points[-1].text == "Wacht een nacht."
    assert reasons(article)["Tip"] == "label of a key point"


def test_a_table_that_only_places_columns_is_no_table() -> None:
    def fill(document: Any) -> None:
        left, right = document.add_table(1, 2).rows[0].cells
        left.text = "Links staat een verhaal."
        left.add_paragraph("Het heeft twee alinea’s.")
        right.text = "Rechts staat een ander verhaal."

    assert texts(read(STORY, fill))[-3:] == [
        "Links staat een verhaal.",
        "Het heeft twee alinea’s.",
        "Rechts staat een ander verhaal.",
    ]
