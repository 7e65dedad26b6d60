"""Words of a card's design that are not seen on the card, as where their font is none that cards have. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from pipeline.compose import fonts
from pipeline.compose.cards import Sheet
from pipeline.errors import TemplateError

_SVG = "{http://www.w3.org/2000/svg}"
_LONGEST = 600  # px; words of 20 px still are 10 high on it


def refuse(sheet: Sheet) -> None:
    """Look whether every text of a card is seen: without it the picture must be another.

    Raises:
        TemplateError: one is not; with its words.
    """
    for words in _unseen(sheet):
        raise TemplateError(
            f"{sheet.design.file}: the words “{words[:60]}” are not to be seen. Let them lie on the card in a "
            "colour of their own, and name their font between two kinds of quotes: font-family=\"'Source Sans 3'\"."
        )


def _unseen(sheet: Sheet) -> Iterator[str]:
    root = ElementTree.fromstring(sheet.svg)  # noqa: S314 - drawn from the team's own template
    whole = _picture(root, sheet)
    for above in list(root.iter()):
        for place, text in enumerate(list(above)):
            words = " ".join("".join(text.itertext()).split())
            if text.tag != f"{_SVG}text" or not words:
                continue
            above[place] = ElementTree.Element(f"{_SVG}g")
            seen = _picture(root, sheet) != whole
            above[place] = text
            if not seen:
                yield words


def _picture(root: ElementTree.Element, sheet: Sheet) -> bytes:
    return fonts.render(ElementTree.tostring(root, encoding="unicode"), sheet.faces, _LONGEST)
