"""A finished newsletter -> findings: what would be clipped, hidden, blocked or embarrassing in an inbox."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from pipeline import language
from pipeline.config.shape import Config, Newsletter
from pipeline.model import UNSUBSCRIBE, Article, Edition, Email, Finding
from pipeline.preflight import care

# Gmail hides what comes after about 102 KB of HTML; 85 KB leave room for what a provider adds.
CLIPPED, ROOMY = 102_000, 85_000
SUBJECT = 60  # characters that most inboxes show on a wide screen
PREHEADER = (40, 110)
_VAGUE = re.compile(
    r"(?:klik|lees|kijk) hier|hier|click here|here|read more|more|hier klicken|mehr|cliquez ici|ici|haga clic aquí"
    r"|clicca qui|link",
    re.IGNORECASE,
)
# How readers are addressed, by language: formally, then informally.
_ADDRESS = {
    "nl": {"u": r"\b(?:u|uw)\b", "je": r"\b(?:je|jij|jouw|jullie)\b"},
    "de": {"Sie": r"(?<=[\w,;:] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b", "du": r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?)\b"},
    "fr": {"vous": r"\b(?:vous|votre|vos)\b", "tu": r"\b(?:tu|toi|ton|tes)\b"},
}


def check(email: Email, edition: Edition, recipe: Newsletter, config: Config) -> list[Finding]:
    """Findings about an edition, gravest first."""
    found = [
        *_headers(email),
        *_html(email, config),
        *_edition(edition, recipe, email, config),
        *care.words(f"{email.subject}\n{email.text}", "newsletter", config.voice),
    ]
    order = {"error": 0, "warning": 1, "note": 2}
    return sorted(found, key=lambda finding: order[finding.severity])


def _headers(email: Email) -> Iterator[Finding]:
    if not email.subject.strip():
        yield Finding(
            "subject-empty",
            "error",
            "newsletter subject",
            "There is no subject.",
            "Give the newsletter a subject in config.yaml.",
        )
    if len(email.subject) > SUBJECT:
        yield Finding(
            "subject-long",
            "note",
            "newsletter subject",
            f"The subject has {len(email.subject)} characters; most inboxes show {SUBJECT}.",
            "Put what matters first, or write a shorter title.",
        )
    letters = [char for char in email.subject if char.isalpha()]
    if len(letters) > 8 and all(char.isupper() for char in letters):
        yield Finding(
            "subject-shouts", "warning", "newsletter subject", "The subject is all capitals.", "Write it as a sentence."
        )
    if email.preheader.strip() == email.subject.strip():
        yield Finding(
            "preheader-same",
            "warning",
            "newsletter preheader",
            "The preheader says the same as the subject.",
            "Let it add something.",
        )
    if not PREHEADER[0] <= len(email.preheader) <= PREHEADER[1]:
        yield Finding(
            "preheader-length",
            "note",
            "newsletter preheader",
            f"The preheader has {len(email.preheader)} characters.",
            f"Write {PREHEADER[0]} to {PREHEADER[1]}, as `preheader` of the newsletter in config.yaml.",
        )


def _html(email: Email, config: Config) -> Iterator[Finding]:
    size = len(email.html.encode())
    if size > ROOMY:
        grave = size > CLIPPED
        yield Finding(
            "size",
            "error" if grave else "warning",
            "newsletter",
            f"It has {size // 1000} KB; Gmail hides what comes after 102 KB.",
            "Take fewer articles or sections (`articles` in config.yaml).",
        )
    if config.brand.logo and not config.brand.logo.as_posix().startswith("https:"):
        message = (
            f"The logo {config.brand.logo} is a file on this machine, which no reader can see; the mail goes without."
        )
        yield Finding("logo-file", "warning", "brand.logo", message, "Put it on your site and give its https address.")
    tree = LexborHTMLParser(email.html)
    if UNSUBSCRIBE not in email.html:
        yield Finding(
            "unsubscribe",
            "error",
            "newsletter footer",
            "There is no unsubscribe link.",
            "Put the variable `unsubscribe` back into the template.",
        )
    if config.brand.postal_address.split("\n")[0] not in (tree.body.text() if tree.body else ""):
        yield Finding(
            "postal-address",
            "error",
            "newsletter footer",
            "The postal address is missing.",
            "Put the variable `postal_address` back into the template.",
        )
    for image in tree.css("img"):
        alt = (image.attributes.get("alt") or "").strip()
        if (
            not alt and image.attributes.get("role") != "presentation" and "alt" not in image.attributes
        ) or re.fullmatch(r"[\w-]+\.(?:jpe?g|png|gif|webp)", alt):
            yield Finding(
                "image-alt",
                "warning",
                f"image {image.attributes.get('src') or ''}",
                "The picture has no words for those who cannot see it.",
                "Write its alt text in the article.",
            )
    for link in tree.css("a[href]"):
        yield from _link(link.attributes.get("href") or "", (link.text() or "").strip())


def _link(href: str, text: str) -> Iterator[Finding]:
    parts = urlsplit(href)
    if parts.scheme not in {"https", "mailto", "tel"}:
        kind = "is not encrypted" if parts.scheme == "http" else "does not lead anywhere from a mail"
        yield Finding(
            "link-address",
            "warning",
            f"link “{text}”",
            f"{href or 'an empty address'} {kind}.",
            "Give the whole https address.",
        )
    elif (parts.hostname or "").split(".")[-1] in {"localhost", "local", "test"} or parts.hostname == "127.0.0.1":
        yield Finding(
            "link-address",
            "error",
            f"link “{text}”",
            f"{href} only works on the machine it was made on.",
            "Give the public address.",
        )
    if _VAGUE.fullmatch(text):
        yield Finding(
            "link-text",
            "note",
            f"link “{text}”",
            "The words of the link do not say where it leads.",
            "Name what the reader will find.",
        )


def _edition(edition: Edition, recipe: Newsletter, email: Email, config: Config) -> Iterator[Finding]:
    yield from _greeting(edition, recipe, email.language)
    for article in edition.articles:
        yield from _article(article)
    yield from _addressing(edition.articles, config.voice.address)


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
