"""Pages without headings of their own: lines that only look like titles and headings, and what stands above."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline import language
from pipeline.ingest import inline, notices
from pipeline.ingest.elements import Element, Heading, is_paragraph
from pipeline.model import Block, Dropped

_LONGEST = 80  # characters of a heading that only bold type marks
_WORDS = 12
_BOLD = re.compile(r"<strong>(?P<bold>(?:(?!</?strong>|<br>).)+)</strong>(?:<br>(?P<rest>.+))?")
_NAME_WORDS = 6
_ABOVE = 4  # elements above a title: a banner and a menu
# Between a page's title and its site's name.
_PARTS = re.compile(r"\s+[|–—·»:-]\s+")


def headed(elements: list[Element]) -> list[Element]:
    """`elements` with bold lines as headings, where no heading is marked as one."""
    if any(isinstance(element, Heading) and element.level > 1 for element in elements):
        return elements
    return [piece for element in elements for piece in _parted(element)]


def _parted(element: Element) -> Iterator[Element]:
    match = _BOLD.fullmatch(element.html) if isinstance(element, Block) and is_paragraph(element) else None
    text = inline.plain(match["bold"]).strip() if match else ""
    is_heading = 0 < len(text) <= _LONGEST and len(text.split()) <= _WORDS and text[0].isalnum()
    goes_on = match is not None and inline.plain(match["rest"] or "")[:1].islower()
    if match is None or not is_heading or goes_on or text[-1] in ":;," or language.ends_sentence(text.rstrip("?")):
        yield element
        return
    yield Heading(text, 2, sure=False)
    if match["rest"]:
        words = inline.tidy(match["rest"])
        yield Block("paragraph", words.text, words.html)


def own_title(stated: str, elements: list[Element]) -> str:
    """The article's title in a page's `<title>`: without the site's name, on whichever side of it that stands."""
    parts = _PARTS.split(stated)
    shown = {element.text for element in elements[: _ABOVE * 2] if len(element.text) <= 200}
    told = [part for part in parts if part in shown]
    return max(told, key=len) if told else re.split(r"\s+[|–—·»]\s+", stated)[0]


def below_title(elements: list[Element], title: str | None) -> tuple[list[Element], list[Dropped]]:
    """`elements` from the title on, where only a banner, a menu and notices stand above it; and banner and menu."""
    at = next((at for at, element in enumerate(elements[: _ABOVE + 1]) if element.text == title), 0)
    above = elements[:at]
    is_banner = all(element.text and _is_short(element.text) for element in above)
    if not above or not is_banner:
        return elements, []
    banner = [element for element in above if not notices.is_all_notice(element)]
    noted = [element for element in above if element not in banner]
    return noted + elements[at:], [Dropped(element.text, "above the title on the page") for element in banner]


def _is_short(text: str) -> bool:
    """Whether a text is no prose: a name may end in a point too ("Garden club e. V.")."""
    return len(text.split()) <= _NAME_WORDS or (len(text) < _LONGEST * 2 and not language.ends_sentence(text))
