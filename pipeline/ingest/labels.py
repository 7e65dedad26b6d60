"""Words that name key points, by language: headings and introductions that announce them, labels that open them."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.ingest import callouts
from pipeline.model import KeyPoint, KeyPointKind

# Headings that say what follows are the key points. "What you will learn" is none: it promises, and says nothing yet.
HEADINGS: dict[str, str] = {
    "nl": r"kern-?punten|hoofdpunten|in (?:het|’t|'t) kort|(?:kort )?samengevat|kort gezegd|samenvatting"
    r"|(?:het )?belangrijkste(?: punten| inzichten| lessen| conclusies| boodschappen| op een rij)?|dit (?:moet|wil) je (?:weten|onthouden|meenemen)"
    r"|(?:wat (?:je|u) moet |om te )onthouden|(?:alles|de punten) op een rij",
    "en": r"key[- ]?points?|(?:key |main |top )?take-?aways?|main points|key (?:facts|insights|lessons|messages)|tl;?\s?dr|at a glance"
    r"|in (?:short|brief|summary|a nutshell)|summary|the short version|highlights|what to remember|(?:points|things) to remember",
    "de": r"(?:das )?wichtigste(?:n punkte| in kürze| auf einen blick| zusammengefasst)?|wichtigsten (?:punkte|erkenntnisse|aussagen)"
    r"|auf einen blick|kurz (?:gesagt|gefasst|und knapp)|in kürze|kernpunkte|kernaussagen|kernbotschaften|zusammengefasst|zusammenfassung|fazit in kürze",
    "fr": r"à retenir|en bref|en résumé|résumé|l['’]essentiel|points? clés?|points? à retenir|points essentiels|ce qu['’]il faut retenir|idées clés",
    "es": r"puntos? claves?|puntos principales|(?:lo )?(?:esencial|más importante)|en (?:resumen|breve|síntesis)|resumen|en pocas palabras|ideas claves?|para recordar",
    "it": r"punti (?:chiave|principali|salienti)|in (?:breve|sintesi|pillole)|da ricordare|l['’]essenziale|riassunto|i punti più importanti",
    "pt": r"pontos?[- ]chave|pontos principais|em (?:resumo|síntese|poucas palavras)|resumo|o essencial|para (?:lembrar|recordar|reter)|principais conclusões",
    "pl": r"najważniejsze(?: punkty| wnioski| informacje)?|kluczowe (?:punkty|wnioski|informacje)|w skrócie|podsumowanie|warto zapamiętać",
    "sv": r"sammanfattning(?:svis)?|i korthet|kort sagt|viktigaste punkterna|viktiga punkter|huvudpunkter|kom ihåg|nyckelpunkter",
    "da": r"hovedpunkter|(?:kort|ganske kort) fortalt|i korte træk|kort sagt|det vigtigste|vigtigste pointer|opsummering|værd at huske",
    "no": r"hovedpunkter|kort fortalt|kort oppsummert|oppsummering|det viktigste|viktigste punktene|verdt å huske",
    "fi": r"tiivistelmä|lyhyesti|pähkinänkuoressa|tärkeimmät kohdat|pääkohdat|muista nämä",
    "cs": r"klíčové body|hlavní body|ve zkratce|stručně|shrnutí|to nejdůležitější|co si zapamatovat",
}  # fmt: skip
_ARTICLE = (
    r"(?:de |het |the |our |your |onze |die |das |les |le |la |los |las |il |i |gli |o |os |as |de |den |det |my )?"
)
_ADVERB = r"(?:\d+ |drie |vier |vijf |three |four |five |drei |vier |fünf |trois |quatre |cinq |tres |tre |cinco )?"
_REST = (
    r"(?: (?:punten|points|op een rij(?:tje)?|in het kort|in (?:kürze|short|brief|breve|sintesi)|im überblick|auf einen blick|at a glance"
    r"|en un coup d['’](?:œ|oe)il|de un vistazo|a colpo d['’]occhio"
    r"|(?:(?:van|uit|in|from|of|de|du|di|del|do|dieses|z|ur|i|fra) (?:(?:dit|deze|this|the|dem|diesem|cet|cette|este|esta|questo|tego|den här|denne) )?"
    r"|dell['’]|deste |dieses )(?:artikel(?:s|n|en)?|article|beitrags?|verhaal|post|story|artículo|articolo|artigo|artykułu)))?"
)
_ANY_HEADING = "|".join(HEADINGS.values())
_KEY_HEADING = re.compile(rf"^[\W\d]*{_ARTICLE}{_ADVERB}(?:{_ANY_HEADING}){_REST}[\W]*$", re.IGNORECASE)
_KEY_INTRODUCTION = re.compile(
    r"\b(kernpunten|hoofdpunten|belangrijkste (?:punten|inzichten)|key (?:points|takeaways)|main (?:points|takeaways)|kernpunkte|kernaussagen"
    r"|wichtigsten punkte|points (?:clés|essentiels)|puntos (?:clave|principales)|punti (?:chiave|principali)|pontos[- ]chave|kluczowe punkty"
    r"|najważniejsze punkty|viktigaste punkterna|vigtigste pointer|viktigste punktene)\b[^.!?]*:$",
    re.IGNORECASE,
)
LONGEST_SUMMARY = 600  # characters below a heading without a list; more is a section of that name


def announces_key_points(heading: str) -> bool:
    """Whether a heading such as "Key points" says that the list below it holds the key points."""
    return len(heading) < 100 and bool(_KEY_HEADING.match(heading.strip()))


def introduces_key_points(sentence: str) -> bool:
    """Whether a sentence such as "Hier zijn enkele kernpunten:" says so."""
    text = sentence[-300:].strip()
    return text.endswith(":") and bool(_KEY_INTRODUCTION.search(text))


# Labels that only name what follows, and the kind they name.
_LABELS: tuple[tuple[str, KeyPointKind], ...] = (
    (
        r"(?:praktische |handige |onze |gouden |extra |practical |quick |pro[- ]?|top |helpful |unser |praktischer |notre |nuestro |il nostro )?"
        r"(?:tipp?s?|hints?|astuces?|conseils?|consejos?|consigli(?:o)?|dicas?|wskazówka|råd|rada)(?: van \w+| of the day| voor \w+)?",
        "tip",
    ),
    (
        r"onthoud(?: dit| goed)?|kernpunt|(?:de )?kern|key (?:point|take-?away)|take-?away|remember(?: this)?|merksatz|merke?|gut zu wissen|goed om te weten|good to know"
        r"|bon à savoir|(?:points? )?à retenir|te onthouden|da ricordare|ricordatevi|para recordar|recuerde|important|belangrijk|wichtig|importante|recuerda|ricorda|lembre-se|husk|kom ihåg|zapamiętaj|pamatuj"
        r"|note|noot|info|hinweis|remarque|nota|wist (?:je|u) dat|did you know",  # beside a 💡 these name a key point too
        "key point",
    ),
    (
        r"(?:kort )?samengevat|kort gezegd|samenvatting|summary|in (?:short|summary|a nutshell)|tl;?dr|kurz gesagt|zusammenfassung|zusammengefasst|fazit|en bref|en résumé"
        r"|en resumen|in breve|in sintesi|em resumo|w skrócie|sammanfattning|kort sagt|opsummering|oppsummering|shrnutí",
        "summary",
    ),
    (
        r"let op|waarschuwing|pas op|warning|caution|attention|be careful|watch out|achtung|vorsicht|warnung|avertissement|prudence|atención|cuidado|precaución|attenzione"
        r"|atenção|uwaga|ostrzeżenie|varning|obs|advarsel|pas på|pozor|varoitus",
        "warning",
    ),
)  # fmt: skip
_LABEL = re.compile(
    "|".join(f"(?P<l{number}>{words})(?!\\w)" for number, (words, _) in enumerate(_LABELS)), re.IGNORECASE
)
_LABEL_END = re.compile(r"\s*(?:[:!]|\s[-–—]|[-–—]\s)\s*(?=\S)")


def is_label(title: str) -> bool:
    """Whether a callout's title only names its kind ("Tip") and says nothing of its own."""
    words = title.strip(" \t\r\n\xa0:!")
    return not words or _kind_of_label(words) is not None


_BULB_BEHIND = re.compile(rf"(.{{2,40}}?)\s*{callouts.BULB}\s*:?")


def before_bulb(text: str) -> str | None:
    """The label in a line that is nothing but a label with a 💡 behind it ("Tip 💡"), or None."""
    match = _BULB_BEHIND.fullmatch(text.strip()) if len(text) < 60 else None
    label = match[1].strip("*_ ") if match else ""
    return label if label and is_label(label) else None


def _kind_of_label(words: str) -> KeyPointKind | None:
    label = _LABEL.fullmatch(words)
    if label and label.lastgroup:
        return _LABELS[int(label.lastgroup[1:])][1]
    return callouts.kind_of(words) if len(words.split()) == 1 else None


def with_label(point: KeyPoint, label: str) -> KeyPoint:
    """`point` with the kind that a label above it names."""
    kind = _kind_of_label(label.strip(" \t\r\n\xa0:!"))
    return replace(point, kind=kind) if kind and point.kind == "key point" else point


def without_label(point: KeyPoint) -> tuple[KeyPoint, str]:
    """`point` without an opening label such as "Tip:", whose kind it takes, and that label.

    A point that is only a label stays.
    """
    label = _LABEL.match(point.text)
    end = _LABEL_END.match(point.text, label.end()) if label else None
    if label is None or end is None or label.lastgroup is None:
        return point, ""
    text = point.text[end.end() :]
    kind = _LABELS[int(label.lastgroup[1:])][1]
    kind = kind if point.kind == "key point" else point.kind
    return replace(point, text=text[0].upper() + text[1:], kind=kind), label[0]
