"""Links: what they say, where they lead, how they are counted (findings 18 to 20)."""

from __future__ import annotations

import ipaddress
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborNode

from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Finding, Severity
from pipeline.preflight.email.letter import Letter, attribute, words_of

# Whole texts of links that say nothing by themselves, by language.
_VAGUE = {
    "nl": r"(?:klik|lees|kijk|ga|druk)(?: dan)? hier|hier(?: klikken)?|meer|lees meer|deze link|link|verder|meer info",
    "en": r"(?:click|tap|press|read|look|go) here|here|read more|more|learn more|this link|this page|link|see more|more info",
    "de": r"hier(?: klicken)?|(?:klicken|klick|lesen|schau)(?: sie| mal)? hier|mehr|mehr lesen|weiter|dieser link",
    "fr": r"cliquez(?: ici)?|ici|cliquer ici|lire|en savoir plus|plus|ce lien|lien|voir plus",
    "es": r"(?:haga|haz) clic(?: aquí)?|clic aquí|aquí|leer más|más|saber más|este enlace|enlace|ver más|más información",
    "it": r"(?:clicca|cliccate) qui|qui|leggi (?:di più|tutto)|scopri di più|di più|altro|questo link|continua",
    "pt": r"clique(?: aqui)?|aqui|leia mais|ler mais|saiba mais|mais|este link|ver mais",
    "sv": r"klicka här|här|läs mer|mer", "da": r"klik her|her|læs mere|mere", "nb": r"klikk her|les mer|mer",
    "pl": r"kliknij tutaj|tutaj|czytaj (?:więcej|dalej)|więcej", "fi": r"klikkaa tästä|tästä|lue lisää|lisää",
}  # fmt: skip
_IS_VAGUE = re.compile("|".join(_VAGUE.values()), re.IGNORECASE)
_OURS_ALONE = {"localhost", "local", "test", "lan", "internal", "invalid", "localdomain"}  # last labels only some know
_STAGING = {
    "staging",
    "stage",
    "stg",
    "dev",
    "test",
    "tst",
    "acc",
    "acceptance",
    "acceptatie",
    "preprod",
    "uat",
    "preview",
}
_COUNTED = ("utm_source", "utm_medium", "utm_campaign")


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about links, each address and each text once."""
    seen: set[tuple[str, str]] = set()
    for link in letter.tree.css("a[href]"):
        href, words = attribute(link, "href"), words_of(link)
        if (href, words) in seen or UNSUBSCRIBE in href or VIEW_ONLINE in href:
            continue
        seen.add((href, words))
        place = letter.places.of_link(href, words)
        yield from _address(href, words, place)
        yield from _words(words, href, place)
    yield from _counting(letter)
    yield from _dead(letter)


def _address(href: str, words: str, place: str) -> Iterator[Finding]:
    try:
        parts = urlsplit(href)
        scheme, host = parts.scheme.casefold(), (parts.hostname or "").rstrip(".")
    except ValueError:
        scheme, host = "", ""
    if scheme in {"http", "https"} and is_ours_alone(host):
        message = f"{href} only works on the machine it was made on, or near it."
        yield Finding("link-address", "error", place, message, "Give the public address.")
    elif scheme not in {"https", "mailto", "tel", "sms"}:
        kind = "is not encrypted" if scheme == "http" else "does not lead anywhere from a mail"
        message = f"{href or 'an empty address'} {kind} (link “{words}”)."
        yield Finding("link-address", "warning", place, message, "Give the whole https address.")
    elif (label := _staging(host)) and scheme == "https":
        message = f"{href} looks like a page that is still being tried out ({label})."
        yield Finding("link-staging", "warning", place, message, "Give the public address.")


def _staging(host: str) -> str:
    """The part of a name that says it is no public page; it never is the name's own last two."""
    labels = host.split(".")[:-2]
    return next((one for one in labels if one in _STAGING or re.fullmatch(rf"(?:{'|'.join(_STAGING)})\d*", one)), "")


def _words(words: str, href: str, place: str) -> Iterator[Finding]:
    if not words:
        message = f"The link to {href} has no words: who cannot see it does not know that it is there."
        yield Finding("link-text", "warning", place, message, "Give it words, or its picture an alt text.")
    elif _IS_VAGUE.fullmatch(words.strip(" .…›»→>:!")):
        message = f"“{words}” does not say where the link leads."
        yield Finding("link-text", "note", place, message, "Name what the reader will find.")


def is_ours_alone(host: str) -> bool:
    """Whether only our own machine or network knows `host`."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.rpartition(".")[2] in _OURS_ALONE


def _counting(letter: Letter) -> Iterator[Finding]:
    """Links to our own site that are counted otherwise than most of them are, or not at all."""
    site = urlsplit(letter.config.brand.site).hostname
    hrefs = dict.fromkeys(attribute(link, "href") for link in letter.tree.css("a[href]"))
    links = {href: _campaign(href) for href in hrefs if _is_of(href, site)}
    usual = next((found for found, _ in Counter(links.values()).most_common() if any(found)), None)
    if usual is None:
        return
    for href, found in links.items():
        if any(found) and found != usual:
            place = letter.places.of_address(href) or "newsletter links"
            message = f"{href} is counted as {_shown(found)}; the other links to your site as {_shown(usual)}."
            yield Finding("utm-differs", "note", place, message, "Leave utm_… out of its address: we add it.")
    if bare := [href for href, found in links.items() if not any(found)]:
        count = f"A link to your site is not counted: {bare[0]}"
        message = count if len(bare) == 1 else f"{len(bare)} links to your site are not counted, the first is {bare[0]}"
        place = letter.places.of_address(bare[0]) or "newsletter links"
        remedy = "Nothing, where an author wrote it: we leave such links as they are."
        yield Finding("utm-differs", "note", place, f"{message} (it has no utm_…).", remedy)


def _shown(campaign: tuple[str, ...]) -> str:
    return " / ".join(filter(None, campaign))


def _is_of(href: str, site: str | None) -> bool:
    try:
        return href.casefold().startswith("http") and urlsplit(href).hostname == site
    except ValueError:
        return False


def _campaign(href: str) -> tuple[str, ...]:
    values = dict(parse_qsl(urlsplit(href).query))
    return tuple(values.get(name, "") for name in _COUNTED)


def _dead(letter: Letter) -> Iterator[Finding]:
    """Links that lead nowhere any more, where the network may be asked."""
    if letter.around.reach is None:
        return
    links: dict[str, LexborNode] = {}
    for link in letter.tree.css("a[href]"):
        href = attribute(link, "href")
        if href.casefold().startswith(("http://", "https://")) and UNSUBSCRIBE not in href and VIEW_ONLINE not in href:
            links.setdefault(href.partition("#")[0], link)
    answers = letter.around.reach(list(links))
    if len(answers) > 1 and all(one.trouble and not one.gone for one in answers.values()):
        message = f"None of {len(answers)} links could be tried: {next(iter(answers.values())).trouble}"
        remedy = "Check the connection, and build again."
        yield Finding("link-dead", "warning", "newsletter links", message, remedy)
        return
    for url, reached in answers.items():
        if reached.trouble:
            words = words_of(links[url])
            place = letter.places.of_link(url, words)
            message = f"The link “{words}” {'leads nowhere' if reached.gone else 'may be dead'}: {reached.trouble}"
            severity: Severity = "error" if reached.gone else "warning"
            yield Finding("link-dead", severity, place, message, "Correct the address, or take the link out.")
