"""Quote cards: a key point as a picture, drawn from `templates/social/card.svg`. A card that cannot be drawn well is a finding."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from xml.etree import ElementTree

import regex
from jinja2.sandbox import ImmutableSandboxedEnvironment
from PIL import Image

from pipeline import assets
from pipeline.compose import colors, fonts, templates, typeset
from pipeline.config.shape import Brand, Colors
from pipeline.errors import TemplateError
from pipeline.model import Finding

WIDTH, HEIGHT = 1200, 630  # px; the link picture every network takes
HEAVIEST = 1_000_000  # bytes; Bluesky's limit for the picture of a link is the lowest
LONGEST_ALT = 1000  # characters; X's limit is the lowest
NAME = "social/card.svg"
_FILE = f"templates/{NAME}"

_COMFORT = 7.0  # contrast of the quote on its ground, WCAG 1.4.6
_DARK = 3.0  # a main colour with this much contrast to white becomes a dark ground, else a light one
_KIN = 2.0  # an accent with less contrast to the ground than this is too near to it
_FAINT = 40  # of 255: a line that differs less than this from its ground was not drawn
_HANGING = "“”„«»‹›‘‚\"「『"  # opening marks stand outside the edge, so that the letters make a straight line

Installed = Callable[[], Iterable[Path]]


@dataclass(frozen=True)
class Card:
    """A finished card. `alt` says what it shows, in at most 1000 characters."""

    png: bytes
    alt: str


@dataclass(frozen=True)
class Palette:
    """A card's colours; `templates/social/card.svg` tells what each is for."""

    ground: str
    ink: str
    soft: str
    bulb: str
    spark: str
    glow: str
    halo: str


@dataclass(frozen=True)
class Line:
    """A line of letters, in px.

    Attributes:
        x: Where it starts: its left edge, or its right edge in a text that reads to the left.
        y: Its baseline.
    """

    x: float
    y: float
    width: float
    runs: tuple[fonts.Run, ...]


@dataclass(frozen=True)
class Setting:
    """Lines in one size."""

    size: int
    weight: int
    lines: tuple[Line, ...]


def draw(
    text: str,
    *,
    brand: Brand,
    credit: str,
    language: str,
    beside: Path | None = None,
    installed: Installed = fonts.installed,
) -> Card | Finding:
    """The card of a key point, or the finding that says why there is none.

    Args:
        credit: The article's title, or the site's host.
        beside: The folder of config.yaml, whose templates come first.
        installed: Gives the font files to look in for letters that ours lack; asked only then.

    Raises:
        TemplateError: the template is missing, broken, or draws no text.
    """
    words, name, title = (typeset.clean(one) for one in (text, brand.name, credit))
    if not words:
        return Finding("card-empty", "warning", _place(words), "The key point has no words.", "Write some, or leave it out.")
    faces = _faces(words, name + title, installed)
    if isinstance(faces, str):
        return _no_glyphs(words, faces)
    file = assets.find(_FILE, beside)
    boxes, rtl = _boxes(file), typeset.reads_right_to_left(words)
    quote = _quote(words, boxes["quote"], faces, rtl)
    if quote is None:
        return _too_long(words, boxes["quote"], faces)
    small = (fonts.sans(), *faces)
    svg = templates.render(
        _environment(beside, file),
        NAME,
        {
            "quote": quote,
            "brand": _single(name, boxes["brand"], small, rtl),
            "credit": _single(title, boxes["credit"], small, rtl),
            "colors": palette(brand.colors),
            "language": language,
            "rtl": rtl,
        },
    )
    return Card(_png(svg, small, quote, rtl), _alt(words, name))


def palette(brand: Colors) -> Palette:
    """A card's colours from a brand's two; words keep a contrast of 4.5 to all that lies behind them, whatever the brand chose."""
    dark = colors.contrast(brand.main, colors.WHITE) >= _DARK
    ink = colors.WHITE if dark else colors.mix(brand.main, colors.BLACK, 0.86)
    ground = _until(brand.main, colors.BLACK if dark else colors.WHITE, _COMFORT, ink)
    # An accent that nearly is the ground would have to change beyond recognition: the bulb then takes the words' colour.
    bulb = _until(brand.accent if colors.contrast(brand.accent, ground) >= _KIN else ink, ink, colors.SHAPE, ground)
    light = colors.mix(bulb, colors.WHITE, 0.35) if dark else bulb if _pale(ground) else colors.WHITE
    glow, halo = (_until(colors.mix(ground, light, share), ground, colors.TEXT, ink) for share in (0.2, 0.1))
    soft = _until(colors.mix(ink, ground, 0.3), ink, colors.TEXT, ground, halo, glow)
    return Palette(ground, ink, soft, bulb, colors.mix(bulb, colors.WHITE, 0.5), glow, halo)


def _pale(color: str) -> bool:
    return colors.contrast(color, colors.WHITE) < 1.3


def _until(color: str, end: str, wanted: float, *others: str) -> str:
    """`color`, taken towards `end` no further than it takes for a contrast of `wanted` to each of `others`."""
    steps = (colors.mix(color, end, step / 50) for step in range(51))
    return next((one for one in steps if min(colors.contrast(one, other) for other in others) >= wanted), end)


def _faces(words: str, small: str, installed: Installed) -> tuple[fonts.Face, ...] | str:
    """The faces for a card, the quote's first; or the characters that no font here can show."""
    ours = (fonts.serif(), fonts.sans())
    letters = "".join(cluster for cluster in regex.findall(r"\X", words) if cluster[0].isalpha())
    # One face for all letters of a quote: a few in another would look like a ransom note.
    first = min(ours, key=lambda face: len(fonts.missing(letters, [face])))
    faces = (first, *(face for face in ours if face != first))
    lacking = fonts.missing(words + small, faces)
    if not lacking:
        return faces
    other = fonts.stand_in(lacking, installed())
    return (*faces, other) if other else lacking


@lru_cache(maxsize=8)
def _environment(beside: Path | None, file: Path) -> ImmutableSandboxedEnvironment:  # noqa: ARG001
    # Kept, because compiling takes as long as fitting. `file` makes a template count that appears beside config.yaml later.
    return templates.environment(beside)


def _boxes(file: Path) -> dict[str, typeset.Box]:
    """Where the template wants the words."""
    try:
        root = ElementTree.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - the team's own file
    except ElementTree.ParseError as error:
        raise TemplateError(f"{_FILE}, line {error.position[0]}: this is not well-formed SVG ({error}).") from error
    shapes = {shape.get("id"): shape for shape in root.iter() if shape.get("id")}
    return {name: _box(name, shapes.get(name)) for name in ("quote", "brand", "credit")}


def _box(name: str, shape: ElementTree.Element | None) -> typeset.Box:
    try:
        values = shape.attrib if shape is not None else {}
        x, y, width, height = (float(values[key]) for key in ("x", "y", "width", "height"))
        largest, smallest, weight = (int(values[f"data-{key}"]) for key in ("largest", "smallest", "weight"))
        return typeset.Box(x, y, width, height, largest, smallest, weight)
    except (KeyError, ValueError) as error:
        wanted = "x, y, width, height, data-largest, data-smallest and data-weight"
        raise TemplateError(f'{_FILE}: there must be a <rect id="{name}"> with numbers for {wanted}.') from error


def _measure(faces: Sequence[fonts.Face], weight: int) -> typeset.Measure:
    @cache  # a word is measured at many sizes
    def runs(text: str) -> list[fonts.Run]:
        return fonts.runs(text, faces)

    def measure(text: str, size: int) -> float:
        return sum(run.face.width(run.text, size, weight) for run in runs(text))

    return measure


def _quote(words: str, box: typeset.Box, faces: Sequence[fonts.Face], rtl: bool) -> Setting | None:
    """The key point's lines, in the middle of its box; None where they do not fit."""
    measure = _measure(faces, box.weight)
    fitted = typeset.fit(words, box, measure)
    if fitted is None:
        return None
    size, lines = fitted
    leading = size * typeset.LEADING
    first = box.y + (box.height - (len(lines) - 1) * leading + typeset.CAPITAL * size) / 2
    set_lines = []
    for place, line in enumerate(lines):
        hung = measure(line[: len(line) - len(line.lstrip(_HANGING))], size)
        set_lines.append(_line(line, box.x - hung, first + place * leading, measure(line, size), faces, rtl))
    return Setting(size, box.weight, tuple(set_lines))


def _single(text: str, box: typeset.Box, faces: Sequence[fonts.Face], rtl: bool) -> Setting:
    """One line on the lower edge of its box, shortened where it is too long."""
    measure = _measure(faces, box.weight)
    line = typeset.shortened(text, box, measure)
    width = measure(line, box.largest)
    return Setting(box.largest, box.weight, (_line(line, box.x, box.y + box.height, width, faces, rtl),) if line else ())


def _line(text: str, x: float, y: float, width: float, faces: Sequence[fonts.Face], rtl: bool) -> Line:
    # resvg lays every text out from left to right unless the text itself says otherwise (U+202B, right-to-left embedding).
    whole = f"\u202b{text}\u202c" if rtl else text
    return Line(round(WIDTH - x if rtl else x, 1), round(y, 1), round(width, 1), tuple(fonts.runs(whole, faces)))


def _png(svg: str, faces: Sequence[fonts.Face], quote: Setting, rtl: bool) -> bytes:
    """`svg` as PNG, looked at once more: no card without its words, none too heavy."""
    try:
        png = fonts.render(svg, faces)
    except ValueError as error:
        raise TemplateError(f"{_FILE}: this cannot be drawn: {error}") from error
    if len(png) > HEAVIEST:
        raise TemplateError(f"{_FILE}: the card weighs {len(png):,} bytes, networks take {HEAVIEST:,}. Use flatter pictures.")
    picture = Image.open(io.BytesIO(png)).convert("L")
    if picture.size != (WIDTH, HEIGHT):
        raise TemplateError(f"{_FILE}: the card is {picture.width} x {picture.height} px; keep it at {WIDTH} x {HEIGHT}.")
    for line in quote.lines:
        left = line.x - line.width if rtl else line.x
        strip = picture.crop((round(left), round(line.y - quote.size / 2), round(left + line.width), round(line.y)))
        darkest, lightest = strip.getextrema()
        if lightest - darkest < _FAINT:
            raise TemplateError(f"{_FILE}: the words are not to be seen. Keep the text elements and their fonts.")
    return png


def _alt(words: str, name: str) -> str:
    whole = f"{words} — {name}" if name else words
    return whole if len(whole) <= LONGEST_ALT else whole[: LONGEST_ALT - 1] + "…"


def _too_long(words: str, box: typeset.Box, faces: Sequence[fonts.Face]) -> Finding:
    measure = _measure(faces, box.weight)
    word, width = typeset.widest(words, box.smallest, measure)
    if width > box.width:
        message, remedy = f"“{word}” is wider than a card.", "Use a shorter word, or post it without a card."
    else:
        message = f"{len(words)} characters are too many for a card: the letters would become too small to read."
        remedy = f"Shorten it to about {typeset.room(words, box, measure)} characters, or post it without a card."
    return Finding("card-too-long", "warning", _place(words), message, remedy)


def _no_glyphs(words: str, lacking: str) -> Finding:
    message = f"No font on this machine shows all of these characters: {' '.join(lacking)}"
    return Finding("card-glyphs", "warning", _place(words), message, "Install a font that has them, or leave them out.")


def _place(words: str) -> str:
    return f"card “{words if len(words) <= 40 else words[:39] + '…'}”"
