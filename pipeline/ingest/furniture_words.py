"""The wording of what surrounds an article in the wild, each row with the reason for which a line is dropped. Data only.

General wording, not one site's. `boilerplate.py` reads it.
"""

from __future__ import annotations

_NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|pinterest|instagram|threads|bluesky|mastodon|telegram|reddit|tiktok|youtube|e-?mail"
    r"|print|(?:copy|kopieer) link|link kopieren|copier le lien)"
)
_LETTER = r"(?:nieuwsbrief|newsletter|mailing list)"

# Whole lines that are no part of any article. A row matches a line from end to end, so a sentence that merely begins
# with "Share" stays.
WHOLE: tuple[tuple[str, str], ...] = (
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
OPENINGS: tuple[tuple[str, str], ...] = (
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
