"""The articles and the greeting of an edition -> findings: what an editor would want to mend in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl

from pipeline import language
from pipeline.config.shape import Newsletter
from pipeline.model import Article, Edition, Finding
from pipeline.preflight import suggestions

# How readers are addressed, by language: formally, then informally.
_ADDRESS = {
    "nl": {"u": r"\b(?:u|uw)\b", "je": r"\b(?:je|jij|jouw|jullie)\b"},
    "de": {"Sie": r"(?<=[\w,;:] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b", "du": r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?)\b"},
    "fr": {"vous": r"\b(?:vous|votre|vos)\b", "tu": r"\b(?:tu|toi|ton|tes)\b"},
}


def check(edition: Edition, recipe: Newsletter, spoken: str, address: str | None) -> Iterator[Finding]:
    """Findings about what an edition is made of.

    Args:
        spoken: The language of the edition.
        address: How config.yaml addresses readers, such as `je`.
    """
    yield from _greeting(edition, recipe, spoken)
    for article in edition.articles:
        yield from _article(article)
    yield from _addressing(edition.articles, address)


def _article(article: Article) -> Iterator[Finding]:
    place = f"article “{article.title}”"
    if not article.url:
        yield Finding(
            "article-address",
            "warning",
            place,
            "Its own address is not known, so its button leads to the site's front page.",
            "Write `url: https://…` in its front matter, or give --link.",
        )
    if kept := _campaign(article.url or ""):
        message = f"Its address has {kept} already. We leave that as it is, so clicks count there."
        yield Finding("utm-kept", "warning", place, message, "Give its address without (`url` in its front matter).")
    yield from suggestions.waiting(article)
    if not article.key_points:
        yield Finding(
            "no-key-points",
            "note",
            place,
            "It has no key points, so there is no 💡 box and no post beside its announcement.",
            "Mark them with 💡 in the article.",
        )
    if any(article.title in dropped.text and dropped.reason == "share line" for dropped in article.dropped):
        yield Finding(
            "borrowed-title",
            "warning",
            place,
            "It had no title of its own; this one comes from its share line.",
            "Give it a title you stand behind.",
        )


def _campaign(url: str) -> str:
    """The UTM parameters that an address has."""
    query = url.partition("?")[2].partition("#")[0]
    return ", ".join(name for name, _ in parse_qsl(query) if name.lower().startswith("utm_"))


def _addressing(articles: Sequence[Article], wanted: str | None) -> Iterator[Finding]:
    """Articles that address their readers in two ways, or in another way than config.yaml says."""
    for article in articles:
        blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
        text = "\n".join(block.text for block in blocks)
        forms = _ADDRESS.get(article.language[:2], {})
        used = [name for name, pattern in forms.items() if re.search(pattern, text)]
        place = f"article “{article.title}”"
        if len(used) > 1:
            message = f"It speaks to its readers with {used[0]} and with {used[1]}."
            yield Finding("mixed-address", "note", place, message, "Choose one of the two.")
        elif used and wanted in forms and used != [wanted]:
            message = f"It says {used[0]}, and config.yaml says {wanted}."
            yield Finding(
                "other-address", "note", place, message, "Change the article, or `voice: address` in config.yaml."
            )


def _greeting(edition: Edition, recipe: Newsletter, spoken: str) -> Iterator[Finding]:
    place = f"newsletter {edition.newsletter}"
    if recipe.greeting == "required" and not edition.greeting:
        message = "It needs a greeting of our own and has none."
        remedy = "Write it with --greeting, or as `greeting` of the newsletter in config.yaml."
        yield Finding("greeting", "error", place, message, remedy)
    if edition.greeting and len(edition.greeting) > 30:
        heard = language.detect(edition.greeting, spoken)
        if heard[:2] != spoken[:2]:
            message = f"The greeting is in {heard}, and the newsletter in {spoken[:2]}."
            yield Finding(
                "greeting-language", "warning", place, message, "Write a greeting in its language (--greeting)."
            )
