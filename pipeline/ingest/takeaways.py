"""What stands below a heading such as "Key takeaways" -> its key points, and what only stands beside them. Pure.

Where there are list items or 💡 there, nothing else is a key point. Paragraphs alone may be a summary, but who greets,
invites or asks sums up nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline import language as languages
from pipeline.ingest import boilerplate, labels, notices
from pipeline.ingest.elements import Element
from pipeline.model import Block, KeyPoint

# How authors take leave, by language, and how they announce the next time.
_GREETS = (
    r"see you\b|until (?:next|then)\b|thank(?:s| you) (?:so much |very much )?for\b|happy \w+ing!|stay tuned|(?:warm|kind|best) regards"
    r"|tot (?:dan|snel|ziens|gauw|(?:de )?volgende)\b|bedankt (?:voor|dat)\b|dank (?:je|u)(?: ?wel)? (?:voor|dat)\b|veel (?:plezier|succes)\b|\w*groet(?:en|jes)\b"
    r"|bis (?:bald|dann|zum nächsten|nächste[nrs]?)\b|danke? (?:schön |sehr )?(?:für|dass)\b|viel (?:spaß|erfolg|freude)\b|\w+e grüße"
    r"|à (?:bientôt|très vite|la (?:prochaine|semaine))|merci (?:de |d['’]|pour )|bonne (?:lecture|semaine|chance)\b"
    r"|hasta (?:pronto|la próxima|luego)|nos vemos|gracias (?:por|a todos)\b|(?:un abrazo|saludos)\b"
    r"|a presto|alla prossima|ci vediamo|grazie (?:per|di|a tutti)\b|(?:cari|tanti) saluti"
    r"|(?:next (?:week|month|time)|volgende (?:week|maand|keer)|nächste (?:woche|mal)|nächsten monat|nächstes mal|le mois prochain|la semaine prochaine"
    r"|(?:el próximo mes|la próxima semana|la próxima vez)|(?:il mese prossimo|la prossima (?:settimana|volta)))\s?[:,]"
)
# How they invite: to write, to come, to tell.
_INVITES = (
    r"(?:tell|write|e-?mail|let) (?:to )?(?:me|us)\b|in the comments|leave a (?:comment|reply)|sign(?:ing)? up\b|join (?:me|us)\b"
    r"|(?:i['’]m|i am|we['’]re|we are) (?:giving|holding|hosting|teaching|organi[sz]ing)\b"
    r"|(?:vertel|schrijf|mail|laat) (?:het )?(?:me|mij|ons)\b|in de (?:reacties|comments)|(?:meld|schrijf) (?:je|u)(?: \w+)? (?:aan|in)\b"
    r"|(?:ik geef|we geven|wij geven|we houden|ik organiseer|we organiseren) (?:\w+ ){0,4}(?:workshop|cursus|avond|lezing|les)"
    r"|(?:erzähl\w*|schreib\w*|sag\w*) (?:sie )?(?:es )?(?:mir|uns)\b|in den kommentaren|meld\w* (?:dich|euch|sie sich)\b"
    r"|(?:ich gebe|wir geben|ich halte|wir veranstalten) (?:\w+ ){0,4}(?:workshop|kurs|vortrag|abend)"
    r"|(?:dites|racontez|écrivez)-(?:le-)?(?:moi|nous)|(?:en|dans les) commentaires|inscri(?:vez|s)-|(?:j['’]anime|nous organisons|j['’]organise)\b"
    r"|(?:cuénta|cuénte|escríbe|díga)\w*(?:me|nos)(?:lo)?\b|en los comentarios|apúntate|inscríbete|(?:doy|organizo|organizamos|impartimos) (?:\w+ ){0,3}(?:taller|curso|charla)"
    r"|(?:scrivi|raccont|dite|dimm)\w*(?:mi|ci|elo)\b|nei commenti|iscriv(?:iti|etevi)|(?:tengo|teniamo|organizz\w+) (?:\w+ ){0,3}(?:laboratorio|corso|incontro)"
)
_ASIDE = re.compile(rf"\b(?:{_GREETS}|{_INVITES})", re.IGNORECASE)
_ASKS = re.compile(r"[?？؟][\"'”’»)\]]*$")
_TELL = {"paragraph", "quote"}


def parted(elements: Sequence[Element]) -> tuple[list[KeyPoint], list[Element]]:
    """The key points among what stands below their heading, and what is none.

    There are no points where paragraphs are too many to take away: it is a section of that name.
    """
    marked = {at for at, one in enumerate(elements) if isinstance(one, KeyPoint) or _is_listed(elements, at)}
    prose = [one for at, one in enumerate(elements) if at not in marked and (marked or _may_sum_up(one))]
    listed = any(isinstance(elements[at], Block) for at in marked)
    if not listed and sum(len(one.text) for one in prose) > labels.LONGEST_SUMMARY:
        return [], [*elements]
    points: list[KeyPoint] = []
    rest: list[Element] = []
    for at, element in enumerate(elements):
        told, beside = _of_marked(element) if at in marked else ([], [element])
        if not marked and element in prose:
            told, beside = [KeyPoint(element.text, "summary")], []
        points += told
        rest += beside
    return points, rest


def _is_listed(elements: Sequence[Element], at: int) -> bool:
    """Whether an element is the list that the heading announces: where there are 💡, one that goes on with them."""
    element = elements[at]
    if not isinstance(element, Block) or not element.items:
        return False
    return at == 0 or isinstance(elements[at - 1], KeyPoint) or not any(isinstance(one, KeyPoint) for one in elements)


def _of_marked(element: Element) -> tuple[list[KeyPoint], list[Element]]:
    """The key points of a 💡 or a list, and those of its items that are notices."""
    if isinstance(element, KeyPoint):
        return [element], []
    items = element.items if isinstance(element, Block) else ()
    lines = [Block("paragraph", item.text, item.html) for item in items]
    beside = [line for line in lines if notices.is_all_notice(line)]
    return [KeyPoint(line.text) for line in lines if line not in beside], [*beside]


def _may_sum_up(element: Element) -> bool:
    """Whether a paragraph may be a summary: it greets nobody, invites to nothing, asks nothing and is no notice."""
    text = element.text
    if not isinstance(element, Block) or element.kind not in _TELL or _ASIDE.search(text):
        return False
    if notices.is_all_notice(element) or notices.is_notice(text) or boilerplate.calls_to_action(text):
        return False
    return not any(map(_ASKS.search, languages.sentences(text, languages.detect(text)) or [text]))
