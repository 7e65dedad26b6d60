"""How a mail is built, for who does not see it: language, title, tables, headings (findings 10 to 12, 25 in part)."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from pipeline.model import Finding
from pipeline.preflight.email.letter import Letter, attribute, words_of
from pipeline.preflight.wording import flat

_RIGHT_TO_LEFT = {"ar", "he", "iw", "fa", "ur", "ps", "yi", "dv", "sd", "ug", "ckb", "arc", "syr"}
_AROUND = 4  # elements that may stand around all, one in the other
_LAYOUT = {"presentation", "none"}


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about structure."""
    yield from _language(letter)
    title = letter.tree.css_first("head title")
    if title is None or not flat(title.text() or ""):
        place = letter.places.lines(r"<head\b") if letter.around.templates else ""
        message = "The page has no <title>, which browsers show and screen readers say first."
        yield Finding("title", "warning", place or "newsletter", message, "Write <title>{{ subject }}</title>.")
    yield from _tables(letter)
    yield from _headings(letter)


def _language(letter: Letter) -> Iterator[Finding]:
    """Mail programs may drop <html> and <body>, so language and direction stand on the body's wrapper too."""
    wanted = letter.email.language.casefold()
    direction = "rtl" if wanted.split("-")[0] in _RIGHT_TO_LEFT else "ltr"
    html, wrapper = letter.tree.css_first("html"), _wrapper(letter)
    for node, what in ((html, "<html>"), (wrapper, "the element in <body> around all")):
        if node is None:
            continue
        place = letter.places.lines(r"<html\b" if node is html else r"<body\b") or "newsletter"
        said = attribute(node, "lang")
        if said.casefold().split("-")[0] != wanted.split("-")[0]:
            how = f"says its language is “{said}”" if said else "does not say its language"
            remedy = 'Write lang="{{ language }}" there.'
            yield Finding("language", "warning", place, f"{what} {how}; it is {letter.email.language}.", remedy)
        said = attribute(node, "dir").casefold()
        if said != direction and (said or node is html or direction == "rtl"):
            how = f"says that text runs {said}" if said else "does not say which way text runs"
            remedy = 'Write dir="{{ dir }}" there.'
            yield Finding("direction", "warning", place, f"{what} {how}; it runs {direction}.", remedy)


def _wrapper(letter: Letter) -> LexborNode | None:
    """The element around all that the body shows: the outermost that says its language, else the outermost."""
    around: list[LexborNode] = []
    node = letter.tree.body
    while node is not None and len(around) < _AROUND:
        elements = [child for child in node.iter() if (child.tag or "").isalnum()]
        node = max(elements, key=lambda child: len(flat(child.text() or "")), default=None)
        around += [node] if node is not None and (len(elements) == 1 or not around) else []
        if node is None or len(elements) != 1:
            break
    told = (one for one in around if attribute(one, "lang"))
    return next(told, around[0] if around else None)


def _tables(letter: Letter) -> Iterator[Finding]:
    bare = [table for table in letter.tree.css("table") if not _is_told(table)]
    if bare:
        names = attribute(bare[0], "class")
        place = (letter.places.lines(r"<table(?![^>]*role=)") or letter.places.of_class(names)) if names else ""
        place = place or letter.places.lines(r"<table(?![^>]*role=)") or "newsletter"
        count = "A table lays out the page" if len(bare) == 1 else f"{len(bare)} tables lay out the page"
        message = f"{count} and would be read aloud as data, cell by cell."
        yield Finding("table-role", "warning", place, message, 'Write role="presentation" on it.')


def _is_told(table: LexborNode) -> bool:
    """Whether a table says that it is layout, or has what makes it one of data."""
    return attribute(table, "role").casefold() in _LAYOUT or any(
        table.css_first(data) is not None for data in ("th", "caption")
    )


def _headings(letter: Letter) -> Iterator[Finding]:
    headings = [(int((node.tag or "h1")[1]), node) for node in letter.tree.css("h1, h2, h3, h4, h5, h6")]
    firsts = sum(level == 1 for level, _ in headings)
    if firsts != 1:
        message = f"It has {firsts or 'no'} headings of the first level (h1); one tells what this is."
        place = letter.places.lines(r"<h1\b" if firsts else r"<body\b") or "newsletter"
        yield Finding("heading-first", "warning", place, message, "Keep one <h1>, for the brand or the title.")
    before = 0
    for level, node in headings:
        if before and level > before + 1:
            words = words_of(node)
            place = letter.places.of_text(words) or f"heading “{words}”"
            message = f"“{words}” is a heading h{level} right after h{before}: a level is left out."
            yield Finding("heading-order", "warning", place, message, f"Make it h{before + 1}.")
            return
        before = level
