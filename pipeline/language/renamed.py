"""Whether a sentence says that people are not called as a text calls them: "Names have been changed." Pure.

In whatever language it is: a notice is often too short to tell which. What tells that things got another name, or people
at some time, is no such sentence.
"""

from __future__ import annotations

import re

# What else has names: these may change without anybody being protected.
_THINGS = (
    r"\b(?:straten|plaatsen|dorpen|steden|landen|merken|bedrijven|producten|planten|schepen|maanden|gewassen|soorten|rassen|gerechten|bomen|vogels"
    r"|(?:street|road|place|town|city|village|country|brand|company|product|plant|ship|month|file|field|domain|user|station)(?= names?)"
    r"|streets|roads|towns|cities|places|villages|countries|brands|companies|products|plants|ships|months|species|varieties|breeds|dishes|shops"
    r"|stations|rivers|files|fields|columns|variables|folders|trees|flowers|birds"
    r"|straßen|strassen|orte|orten|städte|dörfer|länder|marken|firmen|produkte|pflanzen|schiffe|monate|sorten|arten|gerichte|dateien|bäume|vögel"
    r"|rues|villes|villages|pays|marques|entreprises|produits|plantes|navires|mois|espèces|variétés|plats|arbres|oiseaux"
    r"|calles|ciudades|pueblos|países|marcas|empresas|productos|plantas|barcos|meses|especies|variedades|platos|árboles"
    r"|strade|(?<!vraie )(?<!la )vie|città|paesi|marche|aziende|prodotti|piante|navi|mesi|specie|varietà|piatti|alberi)\b"
)
# Places that were changed together with the people's names.
_WITH_THEM = re.compile(
    r"(?:\b(?:and|und|en|et|y|e|ed|or|oder|ou)|,|&) (?:the |some |die |de |einige |les |los |las |i |le )?"
    r"(?:places|towns|cities|villages|companies|orte|städte|firmen|plaatsen|steden|bedrijven|villes|entreprises|ciudades|empresas|città|aziende)\b(?! names?)",
    re.IGNORECASE,
)
# When or why somebody was renamed in a story.
_TOLD = (
    r"\b(?:1[0-9]|20)\d\d\b|\b(?:since|after|when|before|until|again|years?|century|married|wedding|sinds|nadat|toen|voordat|jaren|eeuw|trouwd\w*"
    r"|seit|nachdem|als sie|bevor|jahren?|jahrhundert|heirat\w*|depuis|après|quand|lorsque|avant|années?|siècle|mariage"
    r"|desde|después|cuando|antes|años?|siglo|boda|dopo|quando|prima|anni|secolo|nozze)\b"
)
_ASIDE = re.compile(rf"{_THINGS}|{_TOLD}|[?¿“”\"„«»]", re.IGNORECASE)

_GAP = r"[^.!?;:]{0,110}?"
# Names, and what was done to them; the words in between say whose they are.
_CHANGED = re.compile(
    rf"\b(?:voor|achter)?namen\b{_GAP}\b(?:gewijzigd|veranderd|gefingeerd\w*|aangepast|fictie(?:f|ve)|verzonnen|geanonimiseerd|pseudoniemen)\b"
    rf"|\b(?:voor)?naam\b{_GAP}\b(?:is|werd) (?:[\w ]{{0,40}} )?(?:gewijzigd|veranderd|gefingeerd|aangepast|fictief|verzonnen)\b"
    rf"|\bnames\b{_GAP}\b(?:ha(?:ve|s)(?: all| both)? been|were|are|being)(?: all)? (?:changed|altered|fictitious|fictional|invented|made up|anonymi[sz]ed|pseudonyms)\b"
    rf"|\bnames\b{_GAP}\b(?:aren['’]t|are not|not) (?:their |the |his |her )?(?:real|own|true)\b"
    rf"|\bname\b{_GAP}\b(?:has been|was|is) (?:changed|altered|fictitious|invented|made up)\b"
    rf"|(?:^|: )(?:voor)?na(?:am|men) (?:[\w ]{{0,40}} )?(?:gewijzigd|veranderd|gefingeerd)\b"
    rf"|(?:^|: )(?:all |some )?(?:first )?names? (?:and [\w ]{{3,40}} )?(?:changed|altered)\b"
    rf"|\b(?:vor|nach)?namen?\b{_GAP}\b(?:geändert|verändert|abgeändert|anonymisiert|erfunden|verfremdet|fiktiv|pseudonyme?)\b"
    rf"|\b(?:pré)?noms\b{_GAP}\b(?:modifié|changé|fictif|inventé|d['’]emprunt|anonymisé|des pseudonymes)"
    rf"|\b(?:pré)?nom\b{_GAP}\b(?:été modifié|été changé|est fictif|est inventé|d['’]emprunt)|(?:^|: )(?:pré)?noms? (?:modifié|changé)"
    rf"|\bnombres\b{_GAP}\b(?:cambiad|modificad|alterad|ficticio|inventad|supuesto|seudónimo|pseudónimo)|\bse han? cambiado los nombres\b"
    rf"|\bnombre\b{_GAP}\b(?:sido (?:cambiad|modificad|alterad)|es (?:ficticio|inventado|supuesto))|(?:^|: )nombres? (?:cambiado|modificado|ficticio)"
    rf"|\bnom[ei]\b{_GAP}\b(?:cambiat|modificat|fittizi|inventat|di fantasia|pseudonim)"
    rf"|\bnomes?\b{_GAP}\b(?:alterad|mudad|trocad|modificad|fictíci|inventad)",
    re.IGNORECASE,
)
# Said the other way round, or of a name that stands there.
_UNREAL = re.compile(
    r"\b(?:niet|geen) (?:hun|haar|zijn|de|mijn) (?:echte|eigen|werkelijke) na(?:am|men)\b|\bgefingeerde (?:voor)?na(?:am|men)\b"
    r"|(?:\bnot|n['’]t) (?:their|his|her|the|my) real names?\b|\b(?:is|are) (?:a )?pseudonyms?\b|\b(?:fictitious|invented) names?\b"
    r"|\bnicht (?:ihr|sein)e? (?:richtige|echte|wirkliche)r? namen?\b"
    r"|\b(?:ist|sind) (?:ein )?pseudonyme?\b|\b(?:est|sont) (?:un|des) (?:pseudonymes?|(?:pré)?noms? d['’]emprunt)\b|\b(?:pré)?noms? d['’]emprunt\b"
    r"|\b(?:pas|ni) (?:son|sa|leurs?) vrais? (?:pré)?noms?\b|\bnombres? (?:ficticios?|supuestos?)\b|\bno (?:es su|son sus) (?:verdadero )?nombres? (?:real|reales|verdaderos?)?"
    r"|\bnom[ei] (?:di fantasia|fittizi[oi]?)\b|\bnon (?:è il suo|sono i loro) ver[oi] nom[ei]\b"
    r"|^(?:we|i)(?:['’]ve| have)? (?:changed|altered) (?:[\w’']+ ){0,4}names?\b|^wi?[je]? (?:hebben|heb) [\w ]{0,30}namen [\w ]{0,30}(?:gewijzigd|veranderd)"
    r"|^(?:nous avons|j['’]ai) (?:changé|modifié) [\w ]{0,20}(?:pré)?noms?\b|^hemos (?:cambiado|modificado) [\w ]{0,20}nombres?\b"
    r"|^abbiamo (?:cambiato|modificato) [\w ]{0,20}nomi\b",
    re.IGNORECASE,
)
# Or of a person who is called something else in truth: three words of a row, in whatever order.
_OTHERWISE = tuple(
    tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in row)
    for row in (
        (
            r"heet|heten|heette|heetten",
            r"in het echt|in werkelijkheid|eigenlijk|in het (?:echte|dagelijkse?) leven",
            r"anders",
        ),
        (
            r"called|named|known|goes|go|has|have",
            r"in real life|in reality|really|actually",
            r"(?:called|named|known as) something else|by (?:another|a different|other) names?|(?:another|a different|other) names?"
            r"|(?:not|\w+n['’]t) (?:called|named|known as) (?:that|this|so)",
        ),
        (
            r"hei(?:ß|ss)t|hei(?:ß|ss)en",
            r"eigentlich|in wirklichkeit|in wahrheit|tatsächlich|im (?:echten|wirklichen|richtigen) leben",
            r"anders",
        ),
        (
            r"s['’]appell(?:e|ent)|se (?:nomme|prénomme)|port(?:e|ent)",
            r"en réalité|en vrai|dans la (?:vraie )?vie|en fait",
            r"autrement|un autre (?:pré)?nom|d['’]autres (?:pré)?noms",
        ),
        (
            r"se llaman?|tienen?",
            r"en realidad|en la (?:vida real|realidad)|realmente",
            r"de otr[oa] (?:manera|modo|forma)|otros? nombres?",
        ),
        (
            r"si chiama(?:no)?|ha(?:nno)?",
            r"in realtà|nella (?:realtà|vita reale)|davvero",
            r"in (?:un )?altr[oi] mod[oi]|diversamente|altrimenti|(?:un )?altr[oi] nom[ei]",
        ),
    )
)
_AT_MOST = 25  # words of such a sentence
# “The street is really called something else”: a thing, where no person follows such a word.
_THING = re.compile(
    r"(?:de|het|dit|dat|deze|die|een|the|this|that|these|a|der|das|dies\w*|ein|eine|le|la|les|ce|cette|l['’]|el|los|las|este|esta|esa|ese|il|lo|gli|i|questa?o?|un|une|una)"
    r"(?: |(?<=['’]))(?!(?:[\w’'-]+ )?(?:vrouw|man|moeder|vader|pati[eë]nt\w*|[ck]li[eë]nt\w*|mensen|personen|dame|heer|meisje|jongen|woman|people|persons?|mother|father"
    r"|girl|boy|couple|frau|mann|mutter|menschen|herr|femme|homme|mère|père|personnes?|fille|garçon|mujer|hombre|madre|padre|personas?|niñ[oa]|donna|uomo|persone?)\b)(?-i:[a-zà-ÿ]|\w+ hei)",
    re.IGNORECASE,
)
# Enough in what is known for a notice.
_NAMES_CHANGED = re.compile(
    r"\b(?:namen|names?|noms?|nombres|nomi|nomes)\b.{0,80}(?:gewijzigd|veranderd|gefingeerd|fictief|changed|fictitious|altered|geändert|verändert"
    r"|erfunden|chang|modifi|fictifs|cambia|ficticios|fittizi|alterad|mudad)",
    re.IGNORECASE,
)
_HINTS = (
    "name",
    "nama",
    "naam",
    "nom",
    "pseudon",
    "heiß",
    "heiss",
    "heet",
    "heten",
    "called",
    "appell",
    "llama",
    "chiama",
)
# What may stand before the names: a few small words, or why they were changed and where they stand.
_FEW = 4
_ENDS = re.compile(r"(?<=[.!?])\s+")
_WHY = re.compile(
    r"priva|anon|schutz|schützen|bescherm|protect|protég|proteg|tutela|request|verzoek|wunsch|demande|petición|richiesta|confiden|vertrouw|vertraul"
    r"|verhaal|artikel|tekst|story|stories|article|piece|text|post|essay|beitrag|geschichte|récit|témoign|artículo|relato|historia|testo|articolo|storia|racconto",
    re.IGNORECASE,
)


def says_names_changed(notice: str) -> bool:
    """Whether a notice says that people are not called as an article calls them. It tells no story, so less is enough."""
    return says_renamed(notice) or bool(_NAMES_CHANGED.search(notice))


def says_renamed(text: str) -> bool:
    """Whether a sentence of `text`, which may be a story, says that its people have other names."""
    lowered = text.casefold()
    return any(map(lowered.__contains__, _HINTS)) and any(map(_renames, _ENDS.split(text)))


def _renames(sentence: str) -> bool:
    if _ASIDE.search(_WITH_THEM.sub("", sentence)):
        return False
    if _UNREAL.search(sentence) or _is_called_otherwise(sentence):
        return True
    found = _CHANGED.search(sentence)
    before = sentence[: found.start()] if found else ""
    return bool(found) and (len(before.split()) <= _FEW or bool(_WHY.search(before)))


def _is_called_otherwise(sentence: str) -> bool:
    """Whether a short sentence says that somebody has another name in truth: “Mr Veld is called something else in real life.”"""
    if len(sentence.split()) > _AT_MOST or _THING.match(sentence.lstrip(" *_(")):
        return False
    return any(all(words.search(sentence) for words in row) for row in _OTHERWISE)
