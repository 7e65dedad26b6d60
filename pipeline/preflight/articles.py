"""The articles of an edition -> findings: what an editor would want to mend in them (findings 20 in part, 26 to 28)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl

from pipeline.language.start import start_of
from pipeline.model import NOT_UTF_8, WITH_LOGIN, Article, Edition, Finding
from pipeline.preflight import address, slips, suggestions
from pipeline.preflight.places import of_article


def check(edition: Edition, spoken: str, form: str | None, earlier: Mapping[str, str]) -> Iterator[Finding]:
    """Findings about what an edition is made of.

    Args:
        spoken: The language of the edition.
        form: How config.yaml addresses readers, such as `je`.
        earlier: For identities of articles, the edition that told them before.
    """
    for article in edition.articles:
        yield from _article(article)
        if article.guid in earlier:
            message = f"It was sent before, in {earlier[article.guid]}."
            remedy = "Leave it out of this edition (edit ID --without), unless readers should get it again."
            yield Finding("sent-before", "warning", of_article(article), message, remedy)
    yield from address.check(edition, spoken, form)
    yield from slips.check(edition, spoken)


def _article(article: Article) -> Iterator[Finding]:
    place = of_article(article)
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
    yield from _read(article, place)
    yield from suggestions.waiting(article)
    if not article.key_points:
        yield Finding(
            "no-key-points",
            "note",
            place,
            "It has no key points, so there is no 💡 box and no post beside its announcement.",
            "Mark them with 💡 in the article.",
        )
    yield from _bulbs(article, place)
    if article.title_is_borrowed:
        yield Finding(
            "borrowed-title",
            "warning",
            place,
            "It had no title of its own; this one comes from its share line.",
            "Give it a title you stand behind.",
        )


def _bulbs(article: Article, place: str) -> Iterator[Finding]:
    """Each text in which a 💡 was left standing: its author may have meant a key point."""
    blocks = (*article.lead, *(block for section in article.sections for block in section.blocks))
    for text in (block.text for block in blocks if "💡" in block.text and block.kind != "code"):
        at = text.index("💡")
        message = f"The 💡 in “{start_of(text[at:])}” stands inside the text and marks no key point."
        remedy = "Put it before the first word of a sentence if it should; else nothing."
        yield Finding("bulb-in-text", "note", place, message, remedy)


def _read(article: Article, place: str) -> Iterator[Finding]:
    """What reading had to change or guess."""
    for piece in article.dropped:
        if piece.reason == WITH_LOGIN:
            message = f"It had {piece.text}, which are taken out: readers would have seen them."
            remedy = "Take them out of the article too, and change that password."
            yield Finding("link-password", "warning", place, message, remedy)
        elif piece.reason == NOT_UTF_8:
            message = f"{article.source} is no UTF-8, so it was read as Windows-1252."
            yield Finding("encoding", "note", place, message, "See whether its accents are right, or save it as UTF-8.")


def _campaign(url: str) -> str:
    """The UTM parameters that an address has."""
    query = url.partition("?")[2].partition("#")[0]
    return ", ".join(name for name, _ in parse_qsl(query) if name.lower().startswith("utm_"))
