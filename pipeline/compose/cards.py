"""Quote cards: a key point as a picture, from `templates/social/cards`. What cannot be drawn well is a finding."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import regex

from pipeline.compose import card_designs, fitting, fonts, lines, logos, packing, rendering, shorten
from pipeline.compose.card_designs import Design, Size
from pipeline.compose.colors import WHITE
from pipeline.compose.documents import Words
from pipeline.compose.lines import Box
from pipeline.compose.logos import Logo
from pipeline.compose.tones import Tones, tones
from pipeline.compose.typeset import Line, Setting, Typesetter, faces_for, small_first
from pipeline.config.shape import Brand
from pipeline.errors import TemplateError
from pipeline.language.start import start_of
from pipeline.model import Finding

_NAMED = 12  # characters that a message names
_FAINT = 40  # of 255: a line that differs less than this from its ground was not drawn
_MARKED = regex.compile(r"[\p{Pi}»\"„‚「『]")  # words that begin so want no second quotation mark


@dataclass(frozen=True)
class Page:
    """What stands on a card.

    Attributes:
        text: The words it is made for.
        credit: Where they come from: author and title, or the site's host.
        signed: The line above the credit; without it the brand's name.
        numeral: The card's place in a carousel, or "".
        more: True where another card follows it in a carousel.
        states: Whether the words say something, as a key point does; a title and "Read on" only lead to it.
        marks: Quotation marks that the words stand between, of their language; empty where they are ours.
    """

    text: str
    credit: str
    signed: str = ""
    numeral: str = ""
    more: bool = False
    states: bool = True
    marks: tuple[str, str] = ("", "")

    def told(self, words: str) -> str:
        """`words` between its quotation marks, if they are any."""
        opening, closing = self.marks
        return f"{opening}{words}{closing}" if words else words


@dataclass(frozen=True)
class Setup:
    """What all cards about an article have in common.

    Attributes:
        language: BCP 47 tag of the words.
        design: A folder in templates/social/cards.
        logo: None where there is none to show.
        beside: The folder of config.yaml, whose templates come first.
        installed: Gives the font files to look in for letters that ours lack; asked only then.
        largest: px; the words are no larger, though there may be room. None where the design alone says how large.
    """

    brand: Brand
    language: str
    design: str = "lamp"
    logo: Logo | None = None
    beside: Path | None = None
    installed: fonts.Installed = fonts.installed
    largest: int | None = None


@dataclass(frozen=True)
class Card:
    """A finished card.

    Attributes:
        picture: A PNG, or a JPEG where that would have more than 1 MB.
        told: The words on it: the page's text, or what is left of it where it had to be shortened.
        alt: What it shows, whole; `describing` keeps it within a network's limit.
        words: All that stands on it, line by line, with their places.
    """

    picture: bytes
    told: str
    alt: str
    words: tuple[Words, ...] = ()

    @property
    def suffix(self) -> str:
        """How the name of its file ends: `png` or `jpg`."""
        return packing.suffix(self.picture)


@dataclass(frozen=True)
class Sheet:
    """A card laid out: the finished SVG, the fonts it needs, and what was set on it, the quote first."""

    svg: str
    design: Design
    faces: tuple[fonts.Face, ...]
    settings: tuple[Setting, ...]
    rtl: bool
    told: str
    alt: str

    @property
    def quote(self) -> Setting:
        """The words it is made for."""
        return self.settings[0]

    def left(self, line: Line) -> float:
        """The left edge of `line`, px."""
        return line.x - line.width if self.rtl else line.x

    def words(self) -> tuple[Words, ...]:
        """All its words, line by line."""
        lines = ((setting.size, line) for setting in self.settings for line in setting.lines)
        return tuple(Words(line.text, self.left(line), line.y, line.width, size) for size, line in lines)


def draw(page: Page, size: Size, setup: Setup) -> Card | Finding:
    """The card of `page`, or the finding that says why there is none.

    Raises:
        TemplateError: the template is missing or broken, or draws no words.
    """
    sheet = lay_out(page, size, setup)
    if isinstance(sheet, Finding):
        return sheet
    try:
        return Card(picture(sheet), sheet.told, sheet.alt, sheet.words())
    except rendering.Undrawable as error:
        if not fonts.missing(sheet.told, sheet.faces[:1]):  # plain letters are no reason
            raise TemplateError(
                f"{sheet.design.file}: this cannot be drawn: {error}. Use fewer and simpler shapes."
            ) from error
        message = "Some of its characters cannot be drawn together."
        return _finding("card-glyphs", sheet.told, message, "Leave out emoji that are joined of several.")


def lay_out(page: Page, size: Size, setup: Setup) -> Sheet | Finding:
    """The words of a card in their places, or the finding that says why they have none.

    A text too long for the card is told in fewer sentences, or without a clause of consequence.
    """
    brand = setup.brand
    text, name, title = (lines.clean(one) for one in (page.text, page.signed or brand.name, page.credit))
    words = page.told(text)
    if not words:
        return _finding("card-empty", words, "The key point has no words.", "Write some, or leave it out.")
    faces = faces_for(words, name + title, setup.installed, setup.language)
    if isinstance(faces, str):
        return _unshown(words, faces)
    design, rtl = card_designs.read(setup.design, size, setup.beside), lines.reads_right_to_left(words)
    large, small = (Typesetter(order, design.width if rtl else None) for order in (faces, small_first(faces)))
    box = replace(design.quote, largest=min(design.quote.largest, setup.largest or design.quote.largest))
    versions = map(page.told, _versions(text, setup.language))
    fitting = ((one, set_) for one in versions if (set_ := large.paragraph(one, box)))
    told, quote = next(fitting, (words, None))
    if quote is None:
        return _too_long(words, box, large)
    colors = tones(brand.colors.main, brand.colors.accent)
    settings = quote, small.single(name, design.brand), small.single(title, design.credit)
    variables = {
        **dict(zip(("quote", "brand", "credit"), settings, strict=True)),
        "logo": _logo(setup.logo, design, colors, rtl=rtl),
        "ornament": page.states and not _MARKED.match(told),
        "numeral": page.numeral,
        "more": page.more,
        "colors": colors,
        "language": setup.language,
        "rtl": rtl,
    }
    return Sheet(design.render(variables), design, faces, settings, rtl, told, f"{told} — {name}")


def shortened(page: Page, card: Card) -> list[Finding]:
    """That a card does not tell all of its page's words; or nothing."""
    words = page.told(lines.clean(page.text))
    if card.told == words:
        return []
    message = f"The words were too many for a card, which tells only “{card.told}”"
    return [Finding("card-shortened", "note", place(words), message, "Check that it still says what you mean.")]


def _versions(words: str, language: str) -> Iterator[str]:
    """`words`, then ever shorter, never less limited in what they say."""
    yield words
    yield from (one for one in shorten.shorter(words, language) if one != words)


def _logo(logo: Logo | None, design: Design, colors: Tones, *, rtl: bool) -> logos.Placed | None:
    if logo is None or design.logo is None:
        return None
    ground = getattr(colors, design.logo.ground)
    return logos.place(logo, design.logo, ground, (WHITE, colors.pen), design.width if rtl else None)


@lru_cache(
    maxsize=64
)  # some 5 MB: an article that is composed anew, with one key point reworded, keeps its other cards
def picture(sheet: Sheet) -> bytes:
    """`sheet` as PNG, or as JPEG where that is too heavy.

    Raises:
        TemplateError: it cannot be drawn, or shows no words.
    """
    try:
        return _checked(fonts.render(sheet.svg, sheet.faces), sheet)
    except rendering.Undrawable:
        raise
    except ValueError as error:
        raise TemplateError(f"{sheet.design.file}: this cannot be drawn: {error}") from error


def _checked(png: bytes, sheet: Sheet) -> bytes:
    """`png` packed and looked at once more: it is light enough, has its size, and every line of the quote is seen."""
    file, width, height = sheet.design.file, sheet.design.width, sheet.design.height
    data = packing.packed(png)
    if data is None:
        raise TemplateError(f"{file}: the card has more than {packing.HEAVIEST:,} bytes. Use simpler pictures.")
    picture = packing.opened(data)
    if picture.size != (width, height):
        raise TemplateError(f"{file}: the card is {picture.width} x {picture.height} px, not {width} x {height}.")
    for line in sheet.quote.lines:
        left = int(sheet.left(line))
        strip = picture.crop((left, int(line.y - sheet.quote.size / 2), int(left + line.width), int(line.y)))
        shades = [shade for shade, count in enumerate(strip.convert("L").histogram()) if count]
        if not shades or shades[-1] - shades[0] < _FAINT:
            raise TemplateError(f"{file}: the words are not to be seen. Keep the text elements and their fonts.")
    return data


def _unshown(words: str, lacking: str) -> Finding:
    """That no font here shows the characters `lacking`, with the scripts that they are letters of."""
    clusters = regex.findall(r"\X", lacking)
    shown = " ".join(clusters[:_NAMED]) + (" …" if len(clusters) > _NAMED else "")
    scripts = dict.fromkeys(unicodedata.name(one[0], "").partition(" ")[0] for one in clusters if one[0].isalpha())
    named = " and ".join(one if one == "CJK" else one.capitalize() for one in scripts if one)
    message = f"No font on this machine shows {'its ' + named if named else 'all of its'} characters: {shown}"
    font = f"fonts for {named} (those called Noto have all scripts)" if named else "a font that has them"
    return _finding("card-glyphs", words, message, f"Install {font}, or leave them out.")


def _too_long(words: str, box: Box, typesetter: Typesetter) -> Finding:
    measure = typesetter.measure(box.weight)
    word, width = lines.widest(words, box.smallest, measure)
    if width > box.width:
        message = f"“{start_of(word)}” is wider than a card."
        return _finding("card-too-long", words, message, "Use a shorter word, or post it without a card.")
    message = f"{len(words)} characters are too many for a card: the letters would become too small to read."
    remedy = f"Shorten it to about {fitting.room(words, box, measure)} characters, or post it without a card."
    return _finding("card-too-long", words, message, remedy)


def _finding(rule: str, words: str, message: str, remedy: str) -> Finding:
    return Finding(rule, "warning", place(words), message, remedy)


def place(words: str) -> str:
    """How findings name the card of `words`."""
    return f"card “{words if len(words) <= 40 else words[:39] + '…'}”"
