"""What must not be missing from an edition: our greeting, and the notices that belong to it (finding 29)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import language
from pipeline.language.letters import letters
from pipeline.language.start import start_of
from pipeline.model import Finding
from pipeline.preflight.email.letter import Letter
from pipeline.preflight.places import of_article
from pipeline.preflight.wording import flat


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about a greeting and notices that are required and not there."""
    yield from _greeting(letter)
    yield from _notices(letter)
    yield from _told_as_written(letter)


def _greeting(letter: Letter) -> Iterator[Finding]:
    greeting, spoken = letter.edition.greeting, letter.email.language
    place = f"newsletter {letter.edition.newsletter}"
    if letter.recipe.greeting == "required" and not (greeting or "").strip():
        message = "It needs a greeting of our own and has none."
        remedy = "Write it with --greeting, or as `greeting` of the newsletter in config.yaml."
        yield Finding("greeting", "error", place, message, remedy)
    if not greeting:
        return
    if not _stands(greeting, letter):
        message = "Our greeting is not in the mail."
        remedy = "Put greeting into `order` of the newsletter in config.yaml, and `greeting` into the template."
        yield Finding("greeting", "error", place, message, remedy)
    if len(greeting) > 30:
        heard = language.detect(greeting, spoken)
        if heard[:2] != spoken[:2]:
            message = f"The greeting is in {heard}, and the newsletter in {spoken[:2]}."
            yield Finding(
                "greeting-language", "warning", place, message, "Write a greeting in its language (--greeting)."
            )


def _notices(letter: Letter) -> Iterator[Finding]:
    care = letter.config.care
    wanted = [(care.notice, "care.notice")] if care.notice and "newsletter" in care.notice_on else []
    wanted += [(notice, of_article(article)) for article in letter.edition.articles for notice in article.notices]
    for notice, place in wanted:
        if not _stands(notice, letter):
            message = f"A notice that belongs to it is not in the mail: “{start_of(notice)}”"
            remedy = "Put notices into `order` of the newsletter in config.yaml, and `notices` into the template."
            yield Finding("notice", "error", place, message, remedy)


def _told_as_written(letter: Letter) -> Iterator[Finding]:
    """A suggestion that nobody approved and that is shown like a key point of its author."""
    told = flat(letter.email.text)
    for article in letter.edition.articles:
        for point in article.key_points:
            if point.origin == "suggested" and f"💡 {flat(point.text)}" in told:
                message = f"It shows a suggestion as if its author had written it: “{start_of(point.text)}”"
                remedy = "Keep or drop the suggestion first: show ID, then edit ID."
                yield Finding("suggested-told", "error", of_article(article), message, remedy)


def _stands(text: str, letter: Letter) -> bool:
    """Whether every word of `text` is on the page, in its order, whatever markup stands between."""
    return letters(text) in letters(letter.words)
