from __future__ import annotations

import base64
import io
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.compose import card_designs, cards, fonts, undrawn
from pipeline.compose.card_designs import SIZES, Size
from pipeline.compose.cards import Card, Page, Setup
from pipeline.compose.lines import Box
from pipeline.compose.logos import Logo
from pipeline.compose.logos import read as read_logo
from pipeline.compose.typeset import Typesetter, faces_for, small_first
from pipeline.config.shape import Brand
from pipeline.errors import TemplateError
from pipeline.model import Finding
from tests.factories import a_config

DESIGNS = Path(__file__).parents[2] / "templates" / "social" / "cards"
NAMES = ("lamp", "paper", "band")
MARKS = {"paper": "M156 0C124 12", "lamp": 'class="hole"'}  # of a quotation mark, the drawing
DARK = {"main": "#1D3557", "accent": "#2A9D8F"}  # white ink, and nothing else on the card is nearly white
QUOTE = (88, 76, 88 + 664, 76 + 388)  # the box of the lamp, wide
EMOJI, _ = fonts.stand_ins("🌾", fonts.installed())
HEBREW, _ = fonts.stand_ins("שלום", fonts.installed())


def a_brand(**changes: object) -> Brand:
    return Brand.model_validate(a_config().brand.model_dump() | {"colors": DARK} | changes)


def no_fonts() -> Iterator[Path]:
    return iter(())


def a_setup(language: str = "en", design: str = "lamp", beside: Path | None = None, **brand: object) -> Setup:
    return Setup(a_brand(**brand), language, design, beside=beside, installed=no_fonts)


def drawn(text: str, credit: str = "Bread that keeps", size: Size = "wide", **setup: Any) -> Card:
    card = cards.draw(Page(text, credit), size, a_setup(**setup))
    assert isinstance(card, Card), card
    return card


def laid_out(text: str, size: Size = "wide", **setup: Any) -> cards.Sheet:
    sheet = cards.lay_out(Page(text, ""), size, a_setup(**setup))
    assert isinstance(sheet, cards.Sheet), sheet
    return sheet


def refused(text: str, size: Size = "wide", **setup: Any) -> Finding:
    finding = cards.draw(Page(text, "Bread"), size, a_setup(**setup))
    assert isinstance(finding, Finding)
    return finding


def pixels(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(card.picture)).convert("RGB")


def ink(card: Card, *, below: int = 0, above: int = 500) -> tuple[int, int, int, int]:
    """The bounds of what is nearly white between two heights."""
    part = pixels(card).crop((0, below, 1200, above))
    box = part.convert("L").point(lambda shade: 255 if shade > 200 else 0).getbbox()
    assert box is not None
    return box[0], box[1] + below, box[2], box[3] + below


def a_folder_with_template(folder: Path, old: str, new: str) -> Path:
    source = (DESIGNS / "lamp" / "wide.svg").read_text(encoding="utf-8")
    assert old in source
    own = folder / "templates" / "social" / "cards" / "lamp"
    own.mkdir(parents=True)
    (own / "wide.svg").write_text(source.replace(old, new), encoding="utf-8")
    return folder


def test_a_card_is_a_png_every_network_takes() -> None:
    card = drawn("A paper bag keeps the crust crisp.")
    picture = Image.open(io.BytesIO(card.picture))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(card.picture) < 1_000_000


@pytest.mark.parametrize("design", NAMES)
@pytest.mark.parametrize("size", SIZES)
def test_every_design_has_every_size(design: str, size: Size) -> None:
    for text in ("Rest.", "A paper bag keeps the crust crisp, and a wooden board keeps the crumb moist. " * 2):
        card = drawn(text, size=size, design=design)
        assert Image.open(io.BytesIO(card.picture)).size == SIZES[size]
        assert len(card.picture) < 200_000


@pytest.mark.parametrize("design", NAMES)
@pytest.mark.parametrize("size", SIZES)
def test_words_never_are_small_and_never_meet(design: str, size: Size) -> None:
    template = card_designs.read(design, size, None)
    boxes = (template.quote, template.brand, template.credit)
    assert min(box.smallest for box in boxes) >= 28
    assert template.quote.smallest >= 40
    for above, below in pairwise(boxes):
        assert above.y + above.height + 0.25 * above.smallest <= below.y + 0.1 * below.height
    assert template.logo is not None
    assert template.brand.x + template.brand.width <= template.logo.x
    assert template.logo.y >= template.quote.y + template.quote.height

    beside = template.credit.x + template.credit.width <= template.logo.x
    assert beside or template.logo.y + template.logo.height <= template.credit.y


@pytest.mark.parametrize("design", NAMES)
@pytest.mark.parametrize("size", SIZES)
def test_a_logo_stands_level_with_the_brand_or_with_both_small_lines(design: str, size: Size) -> None:
    template = card_designs.read(design, size, None)
    assert template.logo is not None
    brand = template.brand.y + template.brand.height - 0.335 * template.brand.largest  # the middle of its capitals
    both = (brand - 0.335 * template.brand.largest + template.credit.y + template.credit.height) / 2
    middle = template.logo.y + template.logo.height / 2
    assert middle == pytest.approx(both if size == "wide" else brand, abs=1)


@pytest.mark.parametrize("design", NAMES)
@pytest.mark.parametrize("size", SIZES)
def test_no_circle_of_a_design_ends_behind_the_words(design: str, size: Size) -> None:
    box = card_designs.read(design, size, None).quote
    drawing = (DESIGNS / design / f"{size}.svg").read_text(encoding="utf-8")
    for circle in re.finditer(r'<circle class="(?:warmth|dawn)" cx="(-?\d+)" cy="(-?\d+)" r="(\d+)"', drawing):
        x, y, radius = map(int, circle.groups())
        nearest = min(max(x, box.x), box.x + box.width), min(max(y, box.y), box.y + box.height)
        assert math.dist((x, y), nearest) > radius


@pytest.mark.parametrize("design", ["paper", "lamp"])
@pytest.mark.parametrize("size", SIZES)
def test_a_quotation_mark_is_drawn_beside_what_is_said_and_has_none(design: str, size: Size) -> None:
    said, begun, title = (
        cards.lay_out(page, size, a_setup(design=design))
        for page in (Page("Rest.", ""), Page("“Rest.” she says.", ""), Page("Rest.", "", states=False))
    )
    assert isinstance(said, cards.Sheet)
    assert isinstance(begun, cards.Sheet)
    assert isinstance(title, cards.Sheet)
    assert [MARKS[design] in sheet.svg for sheet in (said, begun, title)] == [True, False, False]


@pytest.mark.parametrize(
    "text", ["„Rast“ heißt sie.", "»Rast« heißt sie.", "« Repos ».", "「休む」", '"Rest" is work.']
)
def test_marks_of_every_language_are_known(text: str) -> None:
    sheet = cards.lay_out(Page(text, ""), "wide", Setup(a_brand(), "en", "paper"))
    assert isinstance(sheet, Finding) or MARKS["paper"] not in sheet.svg


def test_a_word_that_begins_with_an_apostrophe_is_no_quotation() -> None:
    assert MARKS["paper"] in laid_out("’s Nachts rust het deeg.", design="paper").svg


def test_a_quotation_that_is_shortened_stays_closed() -> None:
    first = "Dough that rests overnight tastes better, keeps two days longer and asks nothing but patience."
    text = f"{first} {'Whoever bakes at home knows how little work it is, and how much joy. ' * 6}"
    card = cards.draw(Page(text, "", "Hannah Cole", marks=("“", "”")), "wide", a_setup())
    assert isinstance(card, Card)
    assert card.told.startswith(f"“{first}")
    assert card.told.endswith(".”")
    assert len(card.told) < len(text)
    assert card.alt == f"{card.told} — Hannah Cole"


@pytest.mark.parametrize("design", NAMES)
def test_a_page_of_a_carousel_shows_its_numeral_and_that_another_follows(design: str) -> None:
    plain = drawn("Rest.", size="tall", design=design).picture
    pages = [Page("Rest.", "Bread that keeps", **extra) for extra in ({"numeral": "7"}, {"more": True})]
    for page in pages:
        card = cards.draw(page, "tall", a_setup(design=design))
        assert isinstance(card, Card)
        assert card.picture != plain


def test_a_text_too_long_is_told_in_fewer_sentences() -> None:
    first = "Dough that rests overnight tastes better, keeps two days longer and asks nothing but patience."
    page = Page(f"{first} {'Whoever bakes at home knows how little work it is, and how much joy. ' * 6}", "Bread")
    card = cards.draw(page, "wide", a_setup())
    assert isinstance(card, Card)
    assert card.told.startswith(first)
    assert len(card.told) < len(page.text)
    assert card.alt == f"{card.told} — Example Bakery"
    assert [one.rule for one in cards.shortened(page, card)] == ["card-shortened"]


def test_a_condition_is_never_cut_off() -> None:
    first = "Dough may rest for two days " + "and longer still " * 22 + "without harm."
    assert refused(f"{first} Only in rats.").rule == "card-too-long"
    assert (
        refused(f"A rested dough keeps two days longer than any other. But not {'at all ' * 60}.").rule
        == "card-too-long"
    )


def test_a_card_that_tells_everything_has_no_finding() -> None:
    page = Page(" Rest  is\twork. ", "Bread")
    card = cards.draw(page, "wide", a_setup())
    assert isinstance(card, Card)
    assert cards.shortened(page, card) == []


def a_logo() -> Logo:
    picture = io.BytesIO()
    Image.new("RGB", (300, 100), "#FF00FF").save(picture, "PNG")
    logo = read_logo(picture.getvalue())
    assert logo is not None
    return logo


def test_the_logo_stands_on_the_card() -> None:
    logo = a_logo()
    for design in NAMES:
        card = cards.draw(Page("Rest.", "Bread"), "wide", replace(a_setup(design=design), logo=logo))
        assert isinstance(card, Card)
        assert (255, 0, 255) in [color for _, color in pixels(card).getcolors(100_000) or []]


def test_an_unknown_design_is_told_with_those_there_are() -> None:
    with pytest.raises(TemplateError, match=r"cards/lampion/wide.svg is missing.+band, lamp, paper"):
        drawn("Rest.", design="lampion")


def test_a_design_without_a_size_is_told(tmp_path: Path) -> None:
    (tmp_path / "templates" / "social" / "cards" / "own").mkdir(parents=True)
    with pytest.raises(TemplateError, match=r"own/tall.svg is missing. Copy tall.svg"):
        drawn("Rest.", design="own", size="tall", beside=tmp_path)


def test_a_template_of_the_former_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "templates" / "social").mkdir(parents=True)
    (tmp_path / "templates" / "social" / "card.svg").write_text("<svg/>", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"card.svg is no longer used.+NAME/wide.svg"):
        drawn("Rest.", beside=tmp_path)


def test_the_same_words_give_the_same_bytes() -> None:
    first = drawn("A paper bag keeps the crust crisp.")
    cards.picture.cache_clear()
    assert drawn("A paper bag keeps the crust crisp.") == first


TEXTS = st.lists(
    st.sampled_from(
        ["W", "fjord,", "“Rust”", "ÅÉŐ", "и", "ночь", "γάλα", "jgpqy", "Zuversichtlichkeit", "—", "i", "(1½)"]
    ),
    min_size=1,
    max_size=22,
)


@settings(max_examples=15, deadline=None)
@given(TEXTS)
def test_the_words_stay_inside_their_box(words: list[str]) -> None:
    left, top, right, bottom = ink(drawn(" ".join(words)))
    hanging = 60  # px; opening marks may stand outside the left edge, and are no wider than this at the largest size
    assert QUOTE[0] - hanging <= left
    assert right <= QUOTE[2] + 3
    assert QUOTE[1] - 10 <= top
    assert bottom <= QUOTE[3] + 15


@pytest.mark.parametrize("size", [24, 36, 48, 60, 90, 124])
@pytest.mark.parametrize(("face", "weight"), [(fonts.serif(), 500), (fonts.sans(), 400), (fonts.sans(), 600)])
def test_what_is_measured_is_what_is_drawn(face: fonts.Face, weight: int, size: int) -> None:
    text = "HAVATAR Wave To fjord ночь Hamburgefonstiv flH"
    # Letters with straight stems at both ends: their side bearings are the only difference there may be.
    heavy = f"font-weight='{weight}' font-variation-settings=\"'wght' {weight}\""  # as parts.svg writes it
    letters = f"font-family=\"'{face.family}'\" font-size='{size}' {heavy}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text y="150" {letters}>{text}</text></svg>'
    )
    box = Image.open(io.BytesIO(fonts.render(svg, [face]))).convert("RGBA").getchannel("A").getbbox()
    assert box is not None
    assert box[2] == pytest.approx(Typesetter((face,)).measure(weight)(text, size), abs=0.1 * size)


def test_short_words_are_set_large() -> None:
    _, top, _, bottom = ink(drawn("Rest"))
    assert bottom - top == pytest.approx(0.67 * 140, abs=6)  # a capital of the template's largest size


def test_text_that_would_be_tiny_gets_a_finding_that_says_how_much_fits() -> None:
    text = "dough that rests overnight tastes better and " * 14
    finding = refused(text)
    assert (finding.rule, finding.severity) == ("card-too-long", "warning")
    count = next(int(word) for word in finding.remedy.split() if word.isdigit())
    assert isinstance(drawn(text[:count]), Card)


def test_a_word_wider_than_the_card_gets_a_finding_that_names_it() -> None:
    finding = refused("So " + "long" * 15)
    assert finding.rule == "card-too-long"
    assert "long" * 15 in finding.message


def test_a_word_without_end_is_named_by_its_beginning() -> None:
    assert len(refused("a" * 3000).message) < 120


def test_letters_that_no_font_shows_get_a_finding_that_names_them() -> None:
    finding = refused("Bread is 麵包, 麵.")
    assert finding.rule == "card-glyphs"
    assert finding.message == "No font on this machine shows its CJK characters: 麵 包"
    finding = refused("ሊጥ ያርፋል, ცომი " + "".join(map(chr, range(0x10D0, 0x10E8))))
    assert "shows its Ethiopic and Georgian characters: ሊ ጥ" in finding.message
    assert finding.message.endswith(" …")
    assert finding.remedy.startswith("Install fonts for Ethiopic and Georgian (")
    assert refused("Bread \ue000 rests").message == "No font on this machine shows all of its characters: \ue000"


LACKED = {
    "Thai": "แป้งที่พัก",
    "Georgian": "ცომი",
    "Amharic": "ሊጥ ያርፋል",
    "a joined emoji": "Bake 👩\u200d🍳 bread",
    "a flag": "Bread 🇳🇱 good",
    "mathematical letters": "𝐁read",
    "private use": "Bread \ue000 rests",
    "a character to come": "Bread \u0378 rests",
}


@pytest.mark.parametrize("text", LACKED.values(), ids=LACKED.keys())
def test_without_a_font_for_its_letters_there_is_no_card(text: str) -> None:
    assert refused(text).rule == "card-glyphs"


@pytest.mark.parametrize("text", LACKED.values(), ids=LACKED.keys())
def test_with_the_machines_fonts_there_is_a_card_without_boxes_or_none(text: str) -> None:
    card = cards.draw(Page(text, "Bread"), "wide", Setup(a_brand(), "en"))
    if isinstance(card, Finding):
        assert card.rule == "card-glyphs"
    else:
        assert ink(card)[2] > ink(card)[0] + 40


@pytest.mark.skipif(not EMOJI, reason="no font with emoji on this machine")
@pytest.mark.parametrize("emoji", ["🌾", "👩\u200d🍳", "👍🏽", "🇳🇱", "1️⃣", "❤️\u200d🔥"])
def test_an_emoji_between_words_is_drawn_in_its_colors_and_as_wide_as_it_is_measured(emoji: str) -> None:
    setup = Setup(a_brand(), "en")
    card = cards.draw(Page(f"Good {emoji} bun", "Bread"), "wide", setup)
    assert isinstance(card, Card)
    colors = pixels(card).crop(QUOTE).getcolors(1_000_000) or []
    assert max(max(color) - min(color) for _, color in colors if isinstance(color, tuple)) > 62  # our own: 58 at most
    right = ink(card)[2]
    sheet = cards.lay_out(Page(f"Good {emoji} bun", "Bread"), "wide", setup)
    assert isinstance(sheet, cards.Sheet)
    assert right <= max(line.x + line.width for line in sheet.quote.lines) + 3


def test_words_beside_a_sign_of_another_face_keep_their_own() -> None:
    sheet = cards.lay_out(Page("① mix", "Bread"), "wide", Setup(a_brand(), "en"))
    if isinstance(sheet, Finding):
        pytest.skip("no font with ① on this machine")
    left = next(run.x for run in sheet.quote.lines[0].runs if "mix" in run.text)
    assert left is not None
    alone, beside = laid_out("mix"), sheet
    assert beside.quote.size == alone.quote.size
    ends = [ink(Card(cards.picture(one), "", "")) for one in (alone, beside)]
    left += fonts.serif().width(" ", 60, 500) * beside.quote.size
    assert ends[1][2] - left == pytest.approx(ends[0][2] - alone.quote.lines[0].x, abs=2)


def test_a_brand_or_title_that_no_font_shows_gets_a_finding_too() -> None:
    assert refused("Bread.", name="麵包").rule == "card-glyphs"


def test_a_key_point_without_words_gets_a_finding() -> None:
    assert refused(" \u202e\n").rule == "card-empty"


def test_markup_characters_are_words_like_any_other() -> None:
    text = "<b>R&D</b> costs < 5 \"bars\" & 'tea' {{ 7 * 7 }} </text> ]]> &amp;"
    card = drawn(text, credit="<script>", name="A & B </svg>")
    assert card.alt == f"{text} — A & B </svg>"
    sheet = laid_out(text)
    assert " ".join("".join(run.text for run in line.runs) for line in sheet.quote.lines) == text


def test_control_characters_are_left_out() -> None:
    assert drawn("A pa\x00per \u202ebag\x1b.") == drawn("A paper bag.")


def test_opening_marks_hang_outside_the_edge() -> None:
    plain, quoted = ink(drawn("Rest is work")), ink(drawn("“Rest is work"))
    assert quoted[0] < plain[0] - 10


def test_a_title_too_long_for_its_line_is_cut_not_run_over() -> None:
    card = drawn("Rest.", credit="A very long title of an article " * 10)
    sheet = pixels(card).crop((1120, 560, 1200, 600))
    assert len(sheet.getcolors() or []) == 1


def test_all_letters_of_a_quote_come_in_one_face() -> None:
    assert faces_for("ἐν ἀρχῇ", "", no_fonts)[0] == fonts.sans()
    assert faces_for("ночь", "", no_fonts)[0] == fonts.serif()
    assert small_first((fonts.serif(), fonts.sans())) == (fonts.sans(), fonts.serif())


def test_a_font_of_the_machine_stands_in_for_what_ours_lack(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    paths = [tmp_path / "broken.ttf", fonts.serif().path, fonts.sans().path]
    assert fonts.stand_ins("ʃ", paths) == ((fonts.sans(),), "")
    assert fonts.stand_ins("麵", paths) == ((), "麵")


def test_a_font_that_resvg_does_not_find_by_name_does_not_stand_in(tmp_path: Path) -> None:
    nameless = tmp_path / "nameless.ttf"
    nameless.write_bytes(fonts.sans().path.read_bytes().replace(b"name", b"nome", 1))
    assert fonts.Face(nameless, "Source Sans 3").covers("ʃ")
    assert fonts.stand_ins("ʃ", [nameless]) == ((), "ʃ")


def test_a_font_that_is_drawn_otherwise_than_it_is_read_does_not_stand_in() -> None:
    assert not fonts.is_drawn(fonts.Face(fonts.sans().path, "Another Name"), ["a"])
    assert not fonts.is_drawn(fonts.sans(), ["a", "麵"])
    assert fonts.is_drawn(fonts.sans(), ["a", "é", "“"])


def test_a_word_is_set_in_one_face_where_one_has_it_all() -> None:
    serif, sans = fonts.serif(), fonts.sans()
    assert fonts.runs("so ʃa", (serif, sans)) == [fonts.Run(serif, "so "), fonts.Run(sans, "ʃa")]


def test_text_that_reads_to_the_left_starts_at_the_right_edge() -> None:
    box = Box(88, 84, 688, 396, 124, 36, 500)
    setting = Typesetter((fonts.serif(),), mirror=1200).paragraph("Rest is work", box)
    assert setting is not None
    assert {line.x for line in setting.lines} == {1200 - 88}


@pytest.mark.skipif(not HEBREW, reason="no font with Hebrew on this machine")
def test_hebrew_stands_at_the_right_and_the_bulb_at_the_left() -> None:
    card = cards.draw(Page("שלום לכולם.", "שלום"), "wide", Setup(a_brand(), "he"))
    assert isinstance(card, Card)
    left, _, right, _ = ink(card)
    assert left > 1200 - QUOTE[2] - 3
    assert 1100 < right <= 1200 - QUOTE[0] + 3
    bulb = pixels(card).getpixel((200, 200))
    assert bulb == (0x2A, 0x9D, 0x8F)


def a_photograph(width: int, height: int) -> str:
    """A picture as an address, so full of detail that its PNG weighs more than a network takes."""
    picture = Image.merge("RGB", [Image.effect_noise((width, height), 40).point(lambda at: at // 3) for _ in "RGB"])
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=75)
    return "data:image/jpeg;base64," + base64.b64encode(written.getvalue()).decode()


@pytest.mark.parametrize("address", ["photo.jpg", "/pictures/photo.jpg", "https://garden.example.org/photo.jpg"])
def test_a_picture_outside_its_template_is_told(address: str, tmp_path: Path) -> None:
    own = a_folder_with_template(tmp_path, "</svg>", f'<image href="{address}" width="9" height="9"/></svg>')
    with pytest.raises(TemplateError, match=r"wide\.svg: the picture .*photo\.jpg lies elsewhere"):
        drawn("Rest.", beside=own)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"width": "-5"}, "has no room"),
        ({"width": "nan"}, "has no room"),
        ({"height": "0"}, "has no room"),
        ({"data-largest": "5"}, "data-largest 5"),
        ({"data-smallest": "0"}, "data-smallest is 0"),
        ({"data-weight": "99"}, "data-weight is 99"),
    ],
)
def test_a_box_that_can_hold_no_words_is_told_and_not_the_words_blamed(
    wrong: dict[str, str], said: str, tmp_path: Path
) -> None:
    box = re.search(r'<rect class="box" id="quote"[^>]*>', (DESIGNS / "lamp" / "wide.svg").read_text(encoding="utf-8"))
    assert box
    changed = box[0]
    for name, value in wrong.items():
        changed = re.sub(rf' {name}="[^"]*"', f' {name}="{value}"', changed)
    own = a_folder_with_template(tmp_path, box[0], changed)
    with pytest.raises(TemplateError, match=f'wide.svg: <rect id="quote">.*{said}'):
        drawn("Rest.", beside=own)


def test_shapes_without_end_are_blamed_on_the_template_and_not_on_the_words(tmp_path: Path) -> None:
    nested = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    own = a_folder_with_template(tmp_path, "</svg>", f'<g id="g0"><path d="M0 0H1"/></g>{nested}</svg>')
    with pytest.raises(TemplateError, match=r"wide\.svg: this cannot be drawn"):
        drawn("Rest.", beside=own)


def test_a_card_on_a_photograph_is_a_jpeg_under_a_megabyte(tmp_path: Path) -> None:
    photograph = f'<image width="1200" height="630" href="{a_photograph(1200, 630)}"/>\n'
    own = a_folder_with_template(tmp_path, '<rect class="box" id="quote"', f'{photograph}<rect class="box" id="quote"')
    card = drawn("Rest.", beside=own)
    assert len(card.picture) <= 1_000_000
    assert (card.suffix, Image.open(io.BytesIO(card.picture)).format) == ("jpg", "JPEG")
    assert drawn("Rest.").suffix == "png"


def test_lines_are_as_even_as_words_allow() -> None:
    sheet = laid_out("one two three four five six seven eight nine ten " * 3)
    assert all(abs(one.width - other.width) < 0.35 * 664 for one, other in pairwise(sheet.quote.lines))


def test_a_template_beside_the_configuration_comes_first(tmp_path: Path) -> None:
    own = drawn("Rest.", beside=a_folder_with_template(tmp_path, 'id="quote" x="88"', 'id="quote" x="188"'))
    assert ink(own)[0] == ink(drawn("Rest."))[0] + 100


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('parts.lines(quote, "ink", rtl)', 'parts.lines(quote, "box", rtl)', "the words are not to be seen"),
        (".ink { fill: #FFFFFF; fill: {{ colors.ink }}; }", ".ink { fill: {{ colors.ground }}; }", "not to be seen"),
        ('id="credit"', 'id="title"', '<rect id="credit">'),
        ('data-largest="140"', 'data-largest="big"', '<rect id="quote">'),
        ("</g>\n\n", "\n\n", "line "),
        ('data-on="ground"', 'data-on="sea"', "ground, paper, poster"),
        ('width="1200" height="630" xml', 'width="600" height="315" xml', "600 x 315 px"),
        ("colors.soft", "colors.faint", "faint"),
    ],
)
def test_a_broken_template_is_told_in_one_sentence(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = a_folder_with_template(tmp_path, old, new)
    with pytest.raises(TemplateError, match=told) as caught:
        drawn("Rest.", beside=folder)
    assert str(caught.value).startswith("templates/social/cards/lamp/wide.svg")


@pytest.mark.parametrize(
    "shapes",
    [
        "<g>" * 20_000 + "</g>" * 20_000,
        "".join(f'<mask id="m{n}" mask="url(#m{n - 1})"><path d="M0 0H9"/></mask>' for n in range(20_000)),
    ],
)
def test_shapes_within_each_other_without_end_do_not_end_the_program(shapes: str) -> None:
    with pytest.raises(ValueError, match="more than 500 shapes within each other"):
        fonts.render(f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{shapes}</svg>', ())


def with_words(folder: Path, attributes: str) -> cards.Sheet:
    own = f'<text x="900" y="90" font-size="30" fill="#FFFFFF" {attributes}>Moes &amp; Oven</text>\n</svg>'
    return laid_out("Rest.", beside=a_folder_with_template(folder, "</svg>", own))


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'font-family="Source Sans 3"',
        'font-family="Georgia"',
        """font-family="'Source Sans 3'" opacity="0\"""",
        """font-family="'Source Sans 3'" transform="translate(900 0)\"""",
    ],
)
def test_words_of_a_design_that_are_not_seen_are_told(tmp_path: Path, attributes: str) -> None:
    with pytest.raises(TemplateError, match=r"lamp/wide\.svg: the words “Moes & Oven” are not to be seen\. Let them"):
        undrawn.refuse(with_words(tmp_path, attributes))


def test_words_of_a_design_that_are_seen_are_well(tmp_path: Path) -> None:
    undrawn.refuse(with_words(tmp_path, """font-family="'Source Sans 3'\""""))
