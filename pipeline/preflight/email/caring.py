"""What a mail claims, and which buttons stand beside it (care in docs/findings.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import claims as words
from pipeline.language.animals import names_animals
from pipeline.language.citations import without_citations
from pipeline.language.letters import letters
from pipeline.language.people import named_people, names_changed
from pipeline.model import CARE_TOPIC, Finding
from pipeline.preflight import claims, figures, studies
from pipeline.preflight.email.letter import Letter, words_of
from pipeline.preflight.places import of_article

_LABEL = 60  # characters; a longer link is a sentence, not a button


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about claims that readers see, and about people whose names were changed."""
    found = list(claimed(letter))
    yield from found
    if any(one.rule in claims.BESIDE_NO_BUTTON for one in found):
        yield from _buttons(letter)
    yield from _points(letter)
    yield from _people(letter)
    yield from _topics(letter)


def claimed(letter: Letter) -> Iterator[Finding]:
    """Findings about what is shown of the articles, of our own blocks and of our own words."""
    shown = letters(letter.words)
    made, mail, care = letter.edition, letter.email, letter.config.care

    def told(sentence: str) -> bool:
        return any(letters(one) in shown for one in (sentence, without_citations(sentence)))

    places = f"newsletters.{made.newsletter}.blocks."
    texts = [
        *(claims.of_one(article) for article in made.articles),
        *(claims.of_own(block, f"{places}{block.name}") for block in made.own_blocks),
        claims.of_words(made.greeting or "", "greeting", mail.language),
    ]
    for text in texts:
        yield from claims.of(text, care, told)
    known = [letters(block.text) for text in texts for block in text.blocks]

    def new(sentence: str) -> bool:
        bare = letters(sentence.rstrip("…"))
        return bare not in shown or not any(bare in one for one in known)

    for place, line in (("newsletter subject", mail.subject), ("newsletter preheader", mail.preheader)):
        yield from claims.of(claims.of_words(line, place, mail.language), care, new)


def _buttons(letter: Letter) -> Iterator[Finding]:
    for link in letter.tree.css("a[href]"):
        if words.books(label := words_of(link)) and len(label) <= _LABEL:
            place = letter.places.of_link(link.attributes.get("href") or "", label)
            message = f"The button “{label}” stands in one mail with a claim about health."
            remedy = "Take it out, or reword the claim."
            yield Finding("claim-button", "warning", place, message, remedy)


def _points(letter: Letter) -> Iterator[Finding]:
    """What the mail leaves out beside key points that it shows: that animals were studied, what limits a figure."""
    shown, health = letters(letter.words), letter.config.care.topic == "health"
    for article in letter.edition.articles:
        for point in article.key_points:
            if letters(point.text) not in shown:
                continue
            said = [one for one in (point.text, *studies.led(article, point)) if letters(one) in shown]
            if not any(names_animals(one, article.language) for one in said):
                yield from studies.told(article, point, of_article(article))
            yield from figures.told(article, point, "\n".join(said), of_article(article), health=health)


def _people(letter: Letter) -> Iterator[Finding]:
    """Nobody whose name was changed may stand in the line by which a mail is opened."""
    opening = f"{letter.email.subject}\n{letter.email.preheader}"
    for article in letter.edition.articles:
        if names_changed(article) and (told := named_people(article) & set(re.findall(r"\w+", opening))):
            message = f"Subject or preheader names {', '.join(sorted(told))}, whose name was changed in the article."
            yield Finding("names-told", "warning", of_article(article), message, "Write a subject without people.")


def _topics(letter: Letter) -> Iterator[Finding]:
    """Articles that ask for more care than config.yaml takes."""
    for article in letter.edition.articles if letter.config.care.topic is None else ():
        if any(one.reason == CARE_TOPIC for one in article.dropped):
            message = "Its front matter says `topic: health`, which counts in config.yaml, and there it does not stand."
            remedy = "Write `care: {topic: health}` in config.yaml, or take it out of the article."
            yield Finding("care-topic", "warning", of_article(article), message, remedy)
