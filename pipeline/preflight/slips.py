"""Words -> findings: slips of whoever typed them, each with the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import language as languages
from pipeline.language.slips import slips
from pipeline.language.start import start_of
from pipeline.model import Article, Edition, Finding
from pipeline.preflight.places import blocks, of_article, of_own

_TOLD = 5  # sentences of one place; where more are broken, so is the file
_BEGINNING = 50  # characters of a sentence that a place names


def check(edition: Edition, spoken: str) -> Iterator[Finding]:
    """Findings about all that an edition is made of: our greeting in the language `spoken`, our blocks, articles."""
    yield from of("greeting", edition.greeting or "", spoken)
    for block in edition.own_blocks:
        place = of_own(edition.newsletter, block.name)
        yield from of(place, "\n".join(one.text for one in blocks(block)), block.language)
    for article in edition.articles:
        yield from of(of_article(article), _words(article), article.language)


def of(place: str, text: str, language: str) -> Iterator[Finding]:
    """A finding for each sentence of `text` with slips, and one for all beyond the first few."""
    # Few texts have any, and to look for them in a whole paragraph is less work than to cut it.
    slipped = (line for line in dict.fromkeys(text.splitlines()) if slips(line, language))
    said = [one for line in slipped for one in languages.sentences(line, language) if slips(one, language)]
    for sentence in said[:_TOLD]:
        shown = ", ".join(f"“{words}”" for words in slips(sentence, language))
        message = f"Somebody slipped: {shown}."
        yield Finding("slip", "warning", f"{place}, “{start_of(sentence, _BEGINNING)}”", message, "Mend it there.")
    if len(said) > _TOLD:
        message = f"{len(said) - _TOLD} more sentences have slips such as doubled words or broken characters."
        yield Finding("slip", "warning", place, message, "Read it again whole: its file may be damaged.")


def _words(article: Article) -> str:
    told = [article.title, *(block.text for block in blocks(article) if block.kind != "code")]
    told += [section.heading or "" for section in article.sections]
    return "\n".join([*told, *(point.text for point in article.key_points)])
