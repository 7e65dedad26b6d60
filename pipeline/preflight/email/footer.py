"""What every mail owes its readers: a way out, an address, a page to read it on (findings 4 to 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.config.shape import Brand
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Finding
from pipeline.preflight.email.letter import Letter, attribute, words_of
from pipeline.preflight.wording import flat

# Words of a link that promises to end a subscription, at its start; by language nl, en, de, fr, es, it, pt, sv/da/nb, pl.
_LEAVING = re.compile(
    r"unsubscribe|opt[ -]?out\b|afmelden|meld (?:je|u|mij) (?:hier )?af\b|uitschrijven|schrijf (?:je|u|mij) uit\b"
    r"|abmelden|abbestellen|newsletter abbestellen|austragen|se désabonner|désabonn|se désinscrire|me désinscrire"
    r"|desuscribi|darse de baja|darme de baja|cancelar (?:la |mi )?suscripción|disiscriv|annulla (?:l[’'])?iscrizione"
    r"|cancel(?:ar|e) (?:a )?(?:subscrição|inscrição|assinatura)|descadastr|avregistrera|avsluta prenumeration|afmeld\b"
    r"|meld (?:deg|dig) av|avmeld|wypisz|zrezygnuj",
    re.IGNORECASE,
)
_SHORT = 60  # characters: a longer link is a sentence about leaving, no way to do it


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about the foot of a mail."""
    yield from _unsubscribe(letter)
    yield from _fakes(letter)
    yield from _postal_address(letter, letter.config.brand)
    yield from _view_online(letter)


def _unsubscribe(letter: Letter) -> Iterator[Finding]:
    place = "newsletter footer"
    links = [link for link in letter.tree.css("a[href]") if UNSUBSCRIBE in attribute(link, "href")]
    remedy = "Put the variable `unsubscribe` back into the template, as the address of a link with words."
    if not any(words_of(link) for link in links):
        yield Finding("unsubscribe", "error", place, "There is no unsubscribe link.", remedy)
    elif UNSUBSCRIBE not in letter.email.text:
        remedy = "Put the variable `unsubscribe` back into newsletter.txt of the design."
        yield Finding("unsubscribe", "error", "newsletter text", "The text part has no unsubscribe link.", remedy)


def _fakes(letter: Letter) -> Iterator[Finding]:
    """Links that promise to end the subscription and lead elsewhere, such as one of another list in an article."""
    for link in letter.tree.css("a[href]"):
        href, words = attribute(link, "href"), words_of(link)
        if UNSUBSCRIBE not in href and len(words) <= _SHORT and _LEAVING.match(words):
            place = letter.places.of_link(href, words)
            message = f"“{words}” leads to {href}, which ends no subscription of yours."
            yield Finding("unsubscribe-fake", "warning", place, message, "Take the link out, or say what it is for.")


def _postal_address(letter: Letter, brand: Brand) -> Iterator[Finding]:
    first = flat(brand.postal_address.strip().split("\n", maxsplit=1)[0])
    parts = (("newsletter footer", letter.words), ("newsletter text", flat(letter.email.text)))
    for place, words in parts:
        if first not in words:
            remedy = "Put the variable `postal_address` back into the template."
            yield Finding("postal-address", "error", place, "The postal address is missing.", remedy)
            return


def _view_online(letter: Letter) -> Iterator[Finding]:
    archive = letter.config.archive.address if letter.config.archive else ""
    hrefs = [attribute(link, "href") for link in letter.tree.css("a[href]")]
    if not any(VIEW_ONLINE in href or (archive and href.startswith(archive)) for href in hrefs):
        message = "There is no link to read it online, for whom it does not show well."
        remedy = "Put the variable `view_online` back into the template."
        yield Finding("view-online", "warning", "newsletter footer", message, remedy)
