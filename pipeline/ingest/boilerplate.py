"""What surrounds an article in the wild, in whatever language: furniture, references, notices, calls to action.

The wording is general, not one site's. A line of furniture is dropped with the reason of its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.ingest.furniture_words import OPENINGS, WHOLE
from pipeline.model import Network


def _compiled(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"(?:{pattern})", re.IGNORECASE), reason) for pattern, reason in rows)


_WHOLE_LINES, _OPEN_LINES = _compiled(WHOLE), _compiled(OPENINGS)
_ANY = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _WHOLE_LINES + _OPEN_LINES), re.IGNORECASE)
_LONGEST = 1000  # characters: what is longer is prose
_ADDRESS = re.compile(r"(?<![\s:>»→])[\s:>»→]*https?://\S+$")
# A question mark or a cry may end the title that a line points to.
_STOPPED = re.compile(r"[.…。;,][\"'”’»)\]]*$")

_REFERENCES = re.compile(
    r"(?:\S+ ){0,3}(?:bronnen|referenties|literatuur(?:lijst)?|bronvermelding|voetnoten|sources|references|bibliography|further reading|footnotes|works cited|quellen(?:angaben|verzeichnis)?"
    r"|literatur(?:verzeichnis|hinweise)?|belege|références|bibliographie|fuentes|referencias|bibliografía|fonti|riferimenti|bibliografia)\s*:?|(?:bron|source|quelle)\s*:?",
    re.IGNORECASE,
)
_NOTICE_HEADING = re.compile(
    r".{0,40}\b(?:disclaimer|vrijwaring|haftungsausschluss|(?:wichtiger )?hinweis zum artikel|avertissement|mentions? légales?|aviso legal|avvertenza"
    r"|editor['’]s note|noot van de redactie|let op bij dit artikel)\s*:?",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:neem (?:dan |gerust |vandaag )*(?:gerust )?contact|maak (?:nu |direct |hier )?een afspraak|meld (?:je|u) (?:nu |hier |direct )?aan|schrijf (?:je|u) (?:nu |hier |direct )?in\b|mail (?:naar|me|mij)"
    r"|stel (?:gerust )?een vraag|aanmelden|boek (?:nu|hier|direct|een)|reserveer|bel ons|mail ons|download (?:hier|nu|de|het|the|our)|vraag .{0,30}\baan\b|kom (?:gerust )?langs|kom (?:elke|iedere|op|naar)\b"
    r"|contact us|get in touch|book (?:a|an|your|now)|sign up|subscribe|register (?:now|here|today)|join (?:us|our|the .{0,30}(?:letter|list|club|course|workshop|walk|group))|e-?mail (?:us|me)|write to us|reserve (?:a|your)|call us|visit us|come and see us|order (?:now|your)"
    r"|kontaktieren sie|melden sie sich|melde dich|(?:jetzt|zum|zur)\b.{0,30} (?:anmelden|buchen|bestellen|reservieren)|termin (?:vereinbaren|buchen)|schreiben sie uns|rufen sie uns|besuchen sie uns|besuche uns|schreibt? (?:mir|uns)"
    r"|téléchargez|contactez|écrivez-nous|prenez rendez-vous|inscrivez-vous|abonnez-vous|réservez|contáctanos|contacte con|pide cita|inscríbete|suscríbete|reserva|escríbenos|apúntate|contattaci|prenota|iscriviti|iscrivetevi|scriveteci|scrivici)\b",
    re.IGNORECASE,
)
_LINK_STUB = re.compile(
    r"(?<!\s)\s*\((?:bron(?:nen)?|lees (?:hier |ook )?(?:meer|verder)|meer (?:info(?:rmatie)?|lezen)|klik hier|zie (?:hier|link)|link|source|read more|more(?: info)?|see (?:here|more)|click here"
    r"|learn more|quelle|mehr (?:dazu|lesen|erfahren|infos?)|hier klicken|weiterlesen|en savoir plus|lire (?:la suite|plus)|voir ici|más información|leer más|ver más|fuente|leggi (?:di più|tutto)|fonte)\)",
    re.IGNORECASE,
)
_STUB_ENDS = 40  # characters; no stub is longer
# At a reference's end; in prose "– link" may be a word.
_LOST_LINK = re.compile(
    r"\s+[–—-]\s+(?:link|bron|lees (?:hier )?(?:meer|verder)|source|read more|quelle|lien|enlace|fuente|fonte)\.?$",
    re.IGNORECASE,
)


def furniture(line: str) -> str | None:
    """Why `line` is no part of an article, or None where it is."""
    text = line.strip()
    if len(text) > _LONGEST:
        return None
    text = _ADDRESS.sub("", text) or text if "://" in text else text
    if not _ANY.fullmatch(text):  # one pattern is quicker than many, and most lines are prose
        return None
    rows = _WHOLE_LINES if _STOPPED.search(text) else _WHOLE_LINES + _OPEN_LINES
    return next((reason for pattern, reason in rows if pattern.fullmatch(text)), None)


_REFERENCE = re.compile(r"(bron(?:nen)?|sources?|quellen?|fuentes?|font[ei])\s*:\s*(\S.{3,300})", re.IGNORECASE)


def reference(line: str) -> tuple[str, str] | None:
    """The label and the reference in a line such as "Bron: Voedingscentrum", or None."""
    match = _REFERENCE.fullmatch(line.strip())
    return (match[1], match[2]) if match else None


_NOTE = re.compile(r"(\[\d{1,3}\]|\(\d{1,3}\)|[¹²³⁴-⁹])\s?(\S.{9,400})")
_NOTE_MARK = re.compile(r"\[\d{1,3}\]|\(\d{1,3}\)|[¹²³⁴-⁹]")


def note(line: str) -> tuple[str, str] | None:
    """The mark and the words of a line such as "(1) Handbook of bees, p. 12", or None."""
    match = _NOTE.fullmatch(line.strip())
    return (match[1], match[2]) if match else None


def note_marks(text: str) -> list[str]:
    """The marks in `text` that a note may belong to."""
    return _NOTE_MARK.findall(text)


def heads_references(heading: str) -> bool:
    """Whether a heading such as "Bronnen" says that references follow."""
    return bool(_REFERENCES.fullmatch(heading.strip()))


def heads_notice(heading: str) -> bool:
    """Whether a heading such as "Disclaimer" says that a notice follows."""
    return bool(_NOTICE_HEADING.fullmatch(heading.strip()))


_NETWORKS: Mapping[Network, re.Pattern[str]] = {
    "x": re.compile(r"\b(?:x|twitter)\b", re.IGNORECASE),
    "bluesky": re.compile(r"\bbluesky\b", re.IGNORECASE),
    "mastodon": re.compile(r"\bmastodon\b", re.IGNORECASE),
    "linkedin": re.compile(r"\blinkedin\b", re.IGNORECASE),
    "facebook": re.compile(r"\bfacebook\b", re.IGNORECASE),
    "instagram": re.compile(r"\binstagram\b", re.IGNORECASE),
    "threads": re.compile(r"\bthreads\b", re.IGNORECASE),
}


def networks(heading: str) -> Iterator[Network]:
    """The networks that the heading of a notice names, as "Facebook disclaimer" does."""
    return (network for network, name in _NETWORKS.items() if name.search(heading))


def calls_to_action(paragraph: str) -> list[str]:
    """The calls in a short closing paragraph; buttons that run together are parted at their capitals."""
    text = paragraph.strip()
    if len(text) > 220 or not _CALL.search(text):
        return []
    if re.search(r"[.!?:]", text):
        return [text]
    parts = re.split(r"(?<=[a-zà-ÿ]) (?=[A-ZÀ-Þ][a-zà-ÿ]+ )", text)
    return parts if all(2 <= len(part.split()) <= 6 for part in parts) else [text]


def without_link_stubs(text: str) -> tuple[str, list[str]]:
    """`text` without "(read more)" and its like, whose links were lost, and the stubs."""
    if "(" not in text:
        return text, []
    stubs = [match[0].strip() for match in _LINK_STUB.finditer(text)]
    return (_LINK_STUB.sub("", text), stubs) if stubs else (text, [])


def without_lost_link(reference: str) -> tuple[str, str | None]:
    """A reference without the "– link." that a lost hyperlink leaves at its end, and that stub."""
    stub = _LOST_LINK.search(reference[-_STUB_ENDS:])
    return (reference[: -len(stub[0])], stub[0].strip()) if stub else (reference, None)


def shared_title(line: str) -> str | None:
    """The title that a share line quotes, or None."""
    match = re.search(r"[“\"„«](.{15,250}?)[”\"“»]", line)
    return match[1].strip() if match and furniture(line) == "share line" else None
