"""The designs of quote cards: a folder each below templates/social/cards, and in it an SVG for every size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline import assets
from pipeline.compose import templates
from pipeline.compose.lines import Box
from pipeline.errors import TemplateError

Size = Literal["wide", "tall", "square"]
# px: what the pictures of links have everywhere; the tallest that Instagram shows; its square
SIZES: Mapping[Size, tuple[int, int]] = {"wide": (1200, 630), "tall": (1080, 1350), "square": (1080, 1080)}
_XLINK = "{http://www.w3.org/1999/xlink}href"
_FOLDER = "templates/social/cards"
_FORMER = "templates/social/card.svg"
Ground = Literal["ground", "paper", "poster"]
_LARGEST = 1350  # px; letters as tall as the tallest card
_GROUNDS: tuple[Ground, ...] = ("ground", "paper", "poster")


@dataclass(frozen=True)
class Space:
    """Where the logo may be, in px, and the colour it lies on: a name of `colors`."""

    x: float
    y: float
    width: float
    height: float
    ground: Ground


@dataclass(frozen=True)
class Design:
    """One size of a design, read.

    Attributes:
        file: `templates/social/cards/lamp/wide.svg`, as messages name it.
        width, height: px.
        quote, brand, credit: Where the words go.
        logo: None where the design shows none.
    """

    file: str
    width: int
    height: int
    quote: Box
    brand: Box
    credit: Box
    logo: Space | None
    env: ImmutableSandboxedEnvironment

    def render(self, variables: Mapping[str, object]) -> str:
        """The finished SVG.

        Raises:
            TemplateError: a variable does not exist, or the template is broken.
        """
        return templates.render(self.env, self.file.removeprefix("templates/"), variables)


def read(design: str, size: Size, beside: Path | None) -> Design:
    """The template of `design` in `size`, beside config.yaml first, then as shipped.

    Raises:
        TemplateError: it is missing or broken.
    """
    if beside is not None and (beside / _FORMER).exists():
        raise TemplateError(
            f"{_FORMER} is no longer used: a design is a folder now. Move it to {_FOLDER}/NAME/wide.svg, copy tall.svg "
            "and square.svg of a design beside it, and write `card: NAME` under `social` in config.yaml."
        )
    name = f"{_FOLDER}/{design}/{size}.svg"
    file = next((root / name for root in assets.roots(beside) if (root / name).is_file()), None)
    if file is None:
        raise TemplateError(f"{name} is missing. {_remedy(design, size, beside)}")
    shapes = _shapes(name, file)
    quote, brand, credit = (_box(name, word, shapes.get(word, {})) for word in ("quote", "brand", "credit"))
    logo = _space(name, shapes["logo"]) if "logo" in shapes else None
    return Design(name, *SIZES[size], quote, brand, credit, logo, _environment(beside, file))


def _remedy(design: str, size: Size, beside: Path | None) -> str:
    folders = (root / _FOLDER for root in assets.roots(beside))
    found = sorted({one.name for folder in folders if folder.is_dir() for one in folder.iterdir() if one.is_dir()})
    if design in found:
        return f"Copy {size}.svg of another design into that folder, and change it."
    return f"`card` under `social` in config.yaml names a folder in {_FOLDER}. There are: {', '.join(found)}."


@lru_cache(maxsize=32)
def _environment(beside: Path | None, file: Path) -> ImmutableSandboxedEnvironment:  # noqa: ARG001
    # Kept, because compiling takes as long as fitting. With `file` in the key, a template that appears later counts.
    return templates.environment(beside)


def _shapes(name: str, file: Path) -> dict[str, dict[str, str]]:
    """The attributes of every shape that has an id."""
    try:
        root = ElementTree.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - the team's own file
    except ElementTree.ParseError as error:
        raise TemplateError(f"{name}, line {error.position[0]}: this is not well-formed SVG ({error}).") from error
    except UnicodeDecodeError as error:
        raise TemplateError(f"{name}: this is not UTF-8. Save it as UTF-8.") from error
    for shape in root.iter():
        address = shape.get("href") or shape.get(_XLINK) or ""
        if shape.tag.endswith("image") and not address.lower().startswith(("data:", "#", "{{")) and address:
            said = f"the picture {address[:80]} lies elsewhere, and would be missing where the card is made"
            raise TemplateError(f"{name}: {said}. Put it into the file itself, as data:image/png;base64,…")
    return {one: shape.attrib for shape in root.iter() if (one := shape.get("id"))}


def _box(name: str, word: str, values: Mapping[str, str]) -> Box:
    try:
        x, y, width, height = (float(values[key]) for key in ("x", "y", "width", "height"))
        largest, smallest, weight = (int(values[f"data-{key}"]) for key in ("largest", "smallest", "weight"))
    except (KeyError, ValueError) as error:
        wanted = "x, y, width, height, data-largest, data-smallest and data-weight"
        raise TemplateError(f'{name}: there must be a <rect id="{word}"> with numbers for {wanted}.') from error
    if not (all(map(isfinite, (x, y, width, height))) and min(width, height) > 0):
        raise TemplateError(f'{name}: <rect id="{word}"> has no room. Write a width and a height above 0.')
    if not 0 < smallest <= largest <= _LARGEST:
        said = f"data-smallest is {smallest} and data-largest {largest}"
        raise TemplateError(f'{name}: <rect id="{word}">: {said}. Write 1 to {_LARGEST} px, the smallest first.')
    if not 200 <= weight <= 900:  # as our fonts have them
        raise TemplateError(f'{name}: <rect id="{word}">: data-weight is {weight}. Write 200 to 900.')
    return Box(x, y, width, height, largest, smallest, weight)


def _space(name: str, values: Mapping[str, str]) -> Space:
    ground = next((one for one in _GROUNDS if one == values.get("data-on")), None)
    try:
        x, y, width, height = (float(values[key]) for key in ("x", "y", "width", "height"))
    except (KeyError, ValueError) as error:
        raise TemplateError(f'{name}: <rect id="logo"> must have numbers for x, y, width and height.') from error
    if ground is None:
        raise TemplateError(f'{name}: <rect id="logo"> must have data-on="…", one of {", ".join(_GROUNDS)}.')
    return Space(x, y, width, height, ground)
