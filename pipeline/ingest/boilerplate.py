"""What surrounds an article in the wild, in tables by language: furniture, references, notices, calls to action.

Each row is general wording, not one site's; each dropped line carries the row's reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.model import Network

_NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|pinterest|instagram|threads|bluesky|mastodon|telegram|reddit|tiktok|youtube|e-?mail"
    r"|print|(?:copy|kopieer) link|link kopieren|copier le lien)"
)
_LETTER = r"(?:nieuwsbrief|newsletter|mailing list)"

# Whole lines that are no part of any article. A row matches a line from end to end, so a sentence that merely begins
# with "Share" stays.
_WHOLE: tuple[tuple[str, str], ...] = (
    (
        r"menu|home|zoeken|search|suche|suchen|navigatie|navigation|skip to (?:main )?content|(?:ga|direct) naar (?:de )?inhoud|zum inhalt springen|aller au contenu",
        "navigation",
    ),
    (
        r"(?:content|inhoud|inhalt|contents|sommaire|inhoudsopgave|table of contents|inhaltsverzeichnis|in dit artikel|in this article|in diesem artikel)\s*:?",
        "label of a table of contents",
    ),
    (
        r"(?:deel nu|deel dit(?: artikel)?|delen|share(?: this| now)?(?: article| post| story)?|jetzt teilen|teilen(?: sie)?"
        r"|artikel teilen|partager|compartir|condividi|tweet|print|afdrukken|drucken|imprimer)"
        rf"(?:\s?:|\s?:\s?[“\"„«][^“”\"„«»]+[”\"“»]|(?: op| via| on| auf| sur|\s?:)?(?:[\s|·•,/]+{_NETWORK})*(?:[\s|·•,/]+(?:of|or|oder|ou|en|and|und|et) {_NETWORK})?)",
        "share line",
    ),
    (
        r"(?:facebook|twitter|linkedin|whatsapp|pinterest|instagram|e-?mail|(?:copy|kopieer) link|link kopieren|copier le lien)"
        rf"(?:[\s|·•,/]+{_NETWORK})*",
        "share line",
    ),
    (
        r"(?:lire la suite|weiterlesen|lees verder|verder lezen|continue reading|keep reading|read (?:the )?(?:more|rest)|leer más|continua a leggere)\s*(?:…|\.\.\.|→|»|>)?"
        r"|(?:schrijf (?:je|u) in|abonneer|meld (?:je|u) aan|subscribe|sign up|abonnieren|melden sie sich|inscrivez-vous|abonnez-vous|suscríbete|iscriviti)\b.{0,30}"
        rf"\b(?:onze|de|mijn|our|the|my|unseren?|den|meinen?|notre|nuestr[ao]|nostra|alla|la|à la)\b.{{0,20}}\b{_LETTER}[.!]?",
        "pointer to other pages",
    ),
    (
        r"(?:zie ook|lees ook|lees verder|bekijk ook|see also|read (?:also|more|next)|related(?: posts| articles)?|siehe auch|lesen sie auch|weiterlesen"
        r"|mehr zum thema|das könnte (?:sie|dich) auch interessieren|dit vind je misschien ook leuk|gerelateerd(?:e artikelen)?|voir aussi|à lire aussi"
        r"|lire aussi|ver también|leer también|leggi anche|you (?:may|might) also like)\s*:?",
        "pointer to other pages",
    ),
    (
        r"(?:leestijd|lesezeit|reading time|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|lästid|læsetid|lesetid|czas czytania|lukuaika|doba čtení)\s*:?\s*(?:ca\.?|about|ongeveer|±|circa)?\s*\d+[^.!?]{0,20}\.?"
        r"|\d+[ -]?(?:min(?:\.|uten|utes?|uut)?)(?: (?:leestijd|lesezeit|read|lezen|de lecture|de lectura|di lettura|de leitura|läsning|czytania))",
        "reading time",
    ),
    (
        r"(?:\d+ )?(?:reacties?|comments?|kommentare?|commentaires?|likes?|views?|shares?)(?: \(\d+\))?|(?:geef|laat) een reactie(?: achter)?|leave a (?:comment|reply)"
        r"|(?:schreiben sie einen )?kommentar(?: hinterlassen)?|reageren|antworten|reply",
        "comments",
    ),
    (
        r"(?:deze|this|our|onze|diese|unsere|ce|notre) (?:web)?(?:site|seite)\b.{0,10}\b(?:gebruik(?:t|en)?|uses?|verwendet|nutzt|utilise)\b.{0,40}\bcookies?\b.*"
        r"|(?:wij|we|wir|nous)\b.{0,20}\b(?:gebruiken|use|verwenden|nutzen|utilisons)\b.{0,40}\bcookies?(?:\.|\b.*\b(?:(?:web)?site|webseite|browser|ervaring|experience"
        r"|erfahrung|expérience|traffic|verkeer|statisti|analy|weiger|accept|akzeptier|instellingen|settings|privacy).*)"
        r"|(?:alle )?cookies? (?:accepteren|toestaan|weigeren)|accept(?: all)?(?: cookies)?|(?:alle )?akzeptieren|cookie-?instellingen|cookie (?:settings|policy)|(?:tout )?accepter",
        "cookie notice",
    ),
    (
        r"(?:copyright\s?)?(?:©|\(c\))\s?(?:19|20)\d\d\b.*|(?:(?:copyright|©|\(c\)).{0,100}\b)?(?:alle rechten voorbehouden|all rights reserved|alle rechte vorbehalten|tous droits réservés)\.?"
        r"|privacy(?:beleid|verklaring| policy)?|datenschutz(?:erklärung)?|impressum|disclaimer|algemene voorwaarden|terms(?: of (?:use|service))?"
        r"|(?:terug )?naar boven|back to top|nach oben",
        "page footer",
    ),
    (
        r"(?:[^.!?]{2,80}[?!] )?(?:(?:volg|like|follow|folgen sie|folge?t?|suivez)[ -](?:ons|us|mij|me|uns|mir|nous)|síguenos|seguici)(?: \w+){0,3} (?:op|on|via|auf|sur|en|su) (?:onze? |our )?"
        r"(?:facebook|instagram|twitter|x|linkedin|youtube|tiktok|bluesky|mastodon)\b[^.!?]{0,60}[.!]?"
        r"|(?:dit artikel is (?:zorgvuldig )?(?:vervaardigd|gemaakt|geschreven) door|this article was (?:first |originally )?(?:written|published|produced) (?:by|on|in)"
        r"|dieser (?:artikel|beitrag) (?:wurde .{0,20}von|erschien (?:zuerst )?(?:auf|in|bei))) (?-i:[A-ZÀ-Þ]).*",
        "credits of the publisher",
    ),
    (
        r"(?:having )?(?:trouble|problems) (?:reading|viewing) this(?: e-?mail| letter| newsletter| message)?\??(?: (?:view|read|open|see|click)\b.{0,60})?"
        r"|(?:view|read) (?:this (?:e-?mail|letter|newsletter) )?(?:in (?:your|a) browser|online)|bekijk (?:deze (?:mail|nieuwsbrief) )?online"
        r"|(?:you(?: are|'re|’re)? receiv(?:e|ing) this (?:e-?mail|letter|newsletter|message)|(?:u|je|jij) ontvangt deze (?:e-?mail|mail|nieuwsbrief|brief)"
        r"|sie erhalten diese[ns]? (?:e-?mail|mail|newsletter)|vous recevez (?:cet? )?(?:e-?mail|courriel|lettre|newsletter)) (?:because|omdat|weil|da|car|parce que|as)\b.*"
        r"|unsubscribe(?: here| now| from this (?:list|newsletter))?|uitschrijven|afmelden|abmelden|se désabonner",
        "furniture of a newsletter",
    ),
    (
        r"(?:the post|het bericht|der beitrag|cet article|l['’]article|la entrada|l['’]articolo)\b.{3,200}\b(?:appeared first on|verscheen eerst op|erschien zuerst auf"
        r"|est apparu en premier sur|se publicó primero en|proviene da) (?:(?-i:[A-ZÀ-Þ\d])[^,;!?]{0,80}|[\w.-]{3,80})",
        "footer of the feed",
    ),
    (
        r"(?:advertentie|advertisement|anzeige|sponsored|gesponsord|publicité|publicidad|pubblicità|werbung)\s*:?",
        "advertisement",
    ),
    (
        r"(?:foto|beeld|photo|image|bild|illustratie|illustration|crédit photo)s?(?:\s?[:©]\s?©?\s?| (?:door|by|von|par) )"
        r"(?-i:@?[A-ZÀ-Þ][\w.'’-]*(?:(?: | ?[/,&|] ?)(?:(?:van|de|der|den|von|zu|la|le|du|ter|ten|di|da|via|on|op|auf|sur|en|and|und|et)|[A-ZÀ-Þ][\w.'’-]*)){0,7})",
        "picture credit",
    ),
)
# Openings that anything may follow, as long as the line does not end like a sentence.
_OPENINGS: tuple[tuple[str, str], ...] = (
    (
        r"(?:home|start|accueil)\s?(?:(?:[>›»|·•][^>›»|·•]{1,45}){1,6}|(?:/ [^/]{1,45}){2,6})|(?:\w[\w ]{1,22}[|·•]\s*){2,8}\w[\w ]{1,20}",
        "navigation",
    ),
    (
        r"(?:deel nu|deel dit artikel|share (?:this|now)(?: article| post| story)?|jetzt teilen|artikel teilen)\s?:.*",
        "share line",
    ),
    (
        r"(?:zie ook|lees ook|bekijk ook|see also|read (?:also|more|next)|siehe auch|lesen sie auch|mehr zum thema|voir aussi|à lire aussi|lire aussi|ver también|leer también"
        r"|leggi anche|you (?:may|might) also like)\s?:.*",
        "pointer to other pages",
    ),
    (
        r"©.{0,200}|copyright (?:19|20)\d\d(?:[-– ]+(?:19|20)\d\d)?(?:[\s,|·•–-]+(?:(?:by|door) )?(?-i:[A-ZÀ-Þ]).{0,120})?"
        r"|(?:alle rechten voorbehouden|all rights reserved|alle rechte vorbehalten|tous droits réservés)\s?[|·•–-].*",
        "page footer",
    ),
    (
        r"unsubscribe\s?[|·•,].*|(?:you are receiving|you receive) this (?:e-?mail|letter|newsletter)\b.*",
        "furniture of a newsletter",
    ),
)


def _compiled(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"(?:{pattern})", re.IGNORECASE), reason) for pattern, reason in rows)


_WHOLE_LINES, _OPEN_LINES = _compiled(_WHOLE), _compiled(_OPENINGS)
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
