"""Quote cards: a key point as a picture, from `templates/social/card.svg`. What cannot be drawn well is a finding."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from jinja2.sandbox import ImmutableSandboxedEnvironment
from PIL import Image

from pipeline import assets
from pipeline.compose import fonts, lines, templates
from pipeline.compose.lines import Box
from pipeline.compose.tones import tones
from pipeline.compose.typeset import Setting, Typesetter, faces_for, small_first
from pipeline.config.shape import Brand
from pipeline.errors import TemplateError
from pipeline.model import Finding

WIDTH, HEIGHT = 1200, 630  # px; the link picture every network takes
HEAVIEST = 1_000_000  # bytes; Bluesky's limit for the picture of a link is the lowest
LONGEST_ALT = 1000  # characters; X's limit is the lowest
_NAME = "social/card.svg"
_FILE = f"templates/{_NAME}"
_FAINT = 40  # of 255: a line that differs less than this from its ground was not drawn


@dataclass(frozen=True)
class Card:
    """A finished card: a PNG of 1200 x 630 px under 1 MB. `alt` says what it shows, in at most 1000 characters."""

    png: bytes
    alt: str


@dataclass(frozen=True)
class Sheet:
    """A card laid out: the finished SVG, the fonts it needs, and what was set on it."""

    svg: str
    faces: tuple[fonts.Face, ...]
    quote: Setting
    rtl: bool
    alt: str


def draw(
    text: str,
    *,
    brand: Brand,
    credit: str,
    language: str,
    beside: Path | None = None,
    installed: fonts.Installed = fonts.installed,
) -> Card | Finding:
    """The card of a key point, or the finding that says why there is none: see `lay_out`.

    Raises:
        TemplateError: the template is broken, or draws no words.
        UsageError: there is no template.
    """
    sheet = lay_out(text, brand=brand, credit=credit, language=language, beside=beside, installed=installed)
    return sheet if isinstance(sheet, Finding) else Card(_checked(_png(sheet), sheet), sheet.alt)


def lay_out(
    text: str, *, brand: Brand, credit: str, language: str, beside: Path | None, installed: fonts.Installed
) -> Sheet | Finding:
    """The words of a card in their places, or the finding that says why they have none.

    Args:
        credit: The article's title, or the site's host.
        language: BCP 47 tag of the text.
        beside: The folder of config.yaml, whose templates come first.
        installed: Gives the font files to look in for letters that ours lack; asked only then.
    """
    words, name, title = (lines.clean(one) for one in (text, brand.name, credit))
    if not words:
        return _finding("card-empty", words, "The key point has no words.", "Write some, or leave it out.")
    faces = faces_for(words, name + title, installed)
    if isinstance(faces, str):
        message = f"No font on this machine shows all of these characters: {' '.join(faces)}"
        return _finding("card-glyphs", words, message, "Install a font that has them, or leave them out.")
    file = assets.find(_FILE, beside)
    boxes, rtl = _boxes(file), lines.reads_right_to_left(words)
    large, small = (Typesetter(order, WIDTH if rtl else None) for order in (faces, small_first(faces)))
    quote = large.paragraph(words, boxes["quote"])
    if quote is None:
        return _too_long(words, boxes["quote"], large)
    variables = {
        "quote": quote,
        "brand": small.single(name, boxes["brand"]),
        "credit": small.single(title, boxes["credit"]),
        "colors": tones(brand.colors.main, brand.colors.accent),
        "language": language,
        "rtl": rtl,
    }
    svg = templates.render(_environment(beside, file), _NAME, variables)
    return Sheet(svg, faces, quote, rtl, _alt(words, name))


@lru_cache(maxsize=8)
def _environment(beside: Path | None, file: Path) -> ImmutableSandboxedEnvironment:  # noqa: ARG001
    # Kept, because compiling takes as long as fitting. With `file` in the key, a template that appears later counts.
    return templates.environment(beside)


def _boxes(file: Path) -> dict[str, Box]:
    """Where the template wants the words."""
    try:
        root = ElementTree.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - the team's own file
    except ElementTree.ParseError as error:
        raise TemplateError(f"{_FILE}, line {error.position[0]}: this is not well-formed SVG ({error}).") from error
    shapes = {shape.get("id"): shape.attrib for shape in root.iter() if shape.get("id")}
    return {name: _box(name, shapes.get(name, {})) for name in ("quote", "brand", "credit")}


def _box(name: str, values: dict[str, str]) -> Box:
    try:
        x, y, width, height = (float(values[key]) for key in ("x", "y", "width", "height"))
        largest, smallest, weight = (int(values[f"data-{key}"]) for key in ("largest", "smallest", "weight"))
    except (KeyError, ValueError) as error:
        wanted = "x, y, width, height, data-largest, data-smallest and data-weight"
        raise TemplateError(f'{_FILE}: there must be a <rect id="{name}"> with numbers for {wanted}.') from error
    return Box(x, y, width, height, largest, smallest, weight)


def _png(sheet: Sheet) -> bytes:
    try:
        return fonts.render(sheet.svg, sheet.faces)
    except ValueError as error:
        raise TemplateError(f"{_FILE}: this cannot be drawn: {error}") from error


def _checked(png: bytes, sheet: Sheet) -> bytes:
    """`png`, looked at once more: the right size, not too heavy, and every line of the quote is to be seen."""
    if len(png) > HEAVIEST:
        raise TemplateError(f"{_FILE}: the card has {len(png):,} bytes, more than {HEAVIEST:,}. Use simpler pictures.")
    picture = Image.open(io.BytesIO(png), formats=["PNG"]).convert("L")
    if picture.size != (WIDTH, HEIGHT):
        raise TemplateError(f"{_FILE}: the card is {picture.width} x {picture.height} px, not {WIDTH} x {HEIGHT}.")
    for line in sheet.quote.lines:
        left = int(line.x - line.width if sheet.rtl else line.x)
        strip = picture.crop((left, int(line.y - sheet.quote.size / 2), int(left + line.width), int(line.y)))
        shades = [shade for shade, count in enumerate(strip.histogram()) if count]
        if not shades or shades[-1] - shades[0] < _FAINT:
            raise TemplateError(f"{_FILE}: the words are not to be seen. Keep the text elements and their fonts.")
    return png


def _alt(words: str, name: str) -> str:
    whole = f"{words} — {name}"
    return whole if len(whole) <= LONGEST_ALT else whole[: LONGEST_ALT - 1] + "…"


def _too_long(words: str, box: Box, typesetter: Typesetter) -> Finding:
    measure = typesetter.measure(box.weight)
    word, width = lines.widest(words, box.smallest, measure)
    if width > box.width:
        message = f"“{word}” is wider than a card."
        return _finding("card-too-long", words, message, "Use a shorter word, or post it without a card.")
    message = f"{len(words)} characters are too many for a card: the letters would become too small to read."
    remedy = f"Shorten it to about {lines.room(words, box, measure)} characters, or post it without a card."
    return _finding("card-too-long", words, message, remedy)


def _finding(rule: str, words: str, message: str, remedy: str) -> Finding:
    place = f"card “{words if len(words) <= 40 else words[:39] + '…'}”"
    return Finding(rule, "warning", place, message, remedy)
