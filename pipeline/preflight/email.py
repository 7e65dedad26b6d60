"""A finished newsletter -> findings: what would be clipped, hidden, blocked or embarrassing in an inbox."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.config.shape import Brand, Config, Newsletter
from pipeline.model import UNSUBSCRIBE, Edition, Email, Finding
from pipeline.preflight import articles, care

# Gmail hides what comes after about 102 KB of HTML; 85 KB leave room for what a provider adds.
CLIPPED, ROOMY = 102_000, 85_000
SUBJECT = 60  # characters that most inboxes show on a wide screen
PREHEADER = (40, 110)
_VAGUE = re.compile(
    r"(?:klik|lees|kijk) hier|hier|click here|here|read more|more|hier klicken|mehr|cliquez ici|ici|haga clic aquí"
    r"|clicca qui|link",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"[\w-]+\.(?:jpe?g|png|gif|webp)", re.IGNORECASE)
_OURS_ALONE = {"localhost", "local", "test", "lan", "internal"}  # last labels of names that only some networks know


def check(email: Email, edition: Edition, recipe: Newsletter, config: Config) -> list[Finding]:
    """Findings about an edition, gravest first."""
    found = [
        *_headers(email),
        *_html(email.html, config.brand),
        *articles.check(edition, recipe, email.language, config.voice.address),
        *care.words(f"{email.subject}\n{email.preheader}\n{email.text}", "newsletter", config.voice),
    ]
    order = {"error": 0, "warning": 1, "note": 2}
    return sorted(found, key=lambda finding: order[finding.severity])


def _headers(email: Email) -> Iterator[Finding]:
    yield from _subject(email.subject)
    place = "newsletter preheader"
    if email.preheader.strip() == email.subject.strip():
        message = "The preheader says the same as the subject."
        yield Finding("preheader-same", "warning", place, message, "Let it add something.")
    shortest, longest = PREHEADER
    if not shortest <= len(email.preheader) <= longest:
        message = f"The preheader has {len(email.preheader)} characters."
        remedy = f"Write {shortest} to {longest}, as `preheader` of the newsletter in config.yaml."
        yield Finding("preheader-length", "note", place, message, remedy)


def _subject(subject: str) -> Iterator[Finding]:
    place = "newsletter subject"
    if not subject.strip():
        remedy = "Give the newsletter a subject in config.yaml."
        yield Finding("subject-empty", "error", place, "There is no subject.", remedy)
    if placeholder := re.search(r"\{\w+\}", subject):
        message = f"Readers will see {placeholder[0]} as it is: only config.yaml's own subject is filled in."
        yield Finding("subject-placeholder", "warning", place, message, "Write the words themselves.")
    if len(subject) > SUBJECT:
        message = f"The subject has {len(subject)} characters; most inboxes show {SUBJECT}."
        yield Finding("subject-long", "note", place, message, "Put what matters first, or write a shorter title.")
    letters = [char for char in subject if char.isalpha()]
    if len(letters) > 8 and all(char.isupper() for char in letters):
        yield Finding("subject-shouts", "warning", place, "The subject is all capitals.", "Write it as a sentence.")


def _html(html: str, brand: Brand) -> Iterator[Finding]:
    tree = LexborHTMLParser(html)
    yield from _size(len(html.encode()))
    yield from _logo(brand)
    yield from _footer(html, tree.body.text() if tree.body else "", brand)
    for image in tree.css("img"):
        yield from _image(image)
    for link in tree.css("a[href]"):
        yield from _link(link.attributes.get("href") or "", (link.text() or "").strip())


def _size(size: int) -> Iterator[Finding]:
    if size > ROOMY:
        message = f"It has {size // 1000} KB; Gmail hides what comes after {CLIPPED // 1000} KB."
        remedy = "Take fewer articles or sections (`articles` in config.yaml)."
        yield Finding("size", "error" if size > CLIPPED else "warning", "newsletter", message, remedy)


def _logo(brand: Brand) -> Iterator[Finding]:
    if brand.logo and not brand.logo.as_posix().startswith("https:"):
        message = f"The logo {brand.logo} is a file on this machine, which no reader can see; the mail goes without."
        yield Finding("logo-file", "warning", "brand.logo", message, "Put it on your site and give its https address.")


def _footer(html: str, text: str, brand: Brand) -> Iterator[Finding]:
    place = "newsletter footer"
    if UNSUBSCRIBE not in html:
        remedy = "Put the variable `unsubscribe` back into the template."
        yield Finding("unsubscribe", "error", place, "There is no unsubscribe link.", remedy)
    if brand.postal_address.split("\n", maxsplit=1)[0] not in text:
        remedy = "Put the variable `postal_address` back into the template."
        yield Finding("postal-address", "error", place, "The postal address is missing.", remedy)


def _image(image: LexborNode) -> Iterator[Finding]:
    """An empty alternative text says that the picture adds nothing to the words; none at all says nothing."""
    alt = image.attributes.get("alt")
    silent = "alt" not in image.attributes and image.attributes.get("role") != "presentation"
    if silent or _FILE_NAME.fullmatch((alt or "").strip()):
        place = f"image {image.attributes.get('src') or ''}"
        message = "The picture has no words for those who cannot see it."
        yield Finding("image-alt", "warning", place, message, "Write its alt text in the article.")


def _link(href: str, text: str) -> Iterator[Finding]:
    place = f"link “{text}”"
    try:
        parts = urlsplit(href)
        scheme, host = parts.scheme, (parts.hostname or "").rstrip(".")
    except ValueError:
        scheme, host = "", ""
    if scheme in {"http", "https"} and _is_ours_alone(host):
        message = f"{href} only works on the machine it was made on, or near it."
        yield Finding("link-address", "error", place, message, "Give the public address.")
    elif scheme not in {"https", "mailto", "tel"}:
        kind = "is not encrypted" if scheme == "http" else "does not lead anywhere from a mail"
        message = f"{href or 'an empty address'} {kind}."
        yield Finding("link-address", "warning", place, message, "Give the whole https address.")
    if _VAGUE.fullmatch(text):
        message = "The words of the link do not say where it leads."
        yield Finding("link-text", "note", place, message, "Name what the reader will find.")


def _is_ours_alone(host: str) -> bool:
    """Whether only our own machine or network knows `host`."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.rpartition(".")[2] in _OURS_ALONE
