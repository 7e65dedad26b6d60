"""Words by which the turns of an interview are known."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.language.saying_words import words

# Labels that say themselves what they are. Of single letters only pairs count: `D:` is also the fourth of a list.
ASKS = words(
    "q question vraag v frage f fråga spørgsmål spørsmål pregunta pergunta p domanda d interviewer interviewerin intervieweur "
    "entrevistador entrevistadora intervistatore intervistatrice"
)
ANSWERS = words("a answer antwoord antwort svar r réponse respuesta risposta resposta")
LETTERS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("q", "v", "f"), frozenset("ar")),
    **dict.fromkeys(("p", "d"), frozenset("r")),
}
WE: Mapping[str, str] = {
    "nl": r"wij|we|ons|onze",
    "en": r"we|us|our|ours",
    "de": r"wir|uns|unser\w*",
    "fr": r"nous|notre|nos",
    "es": r"nosotr[oa]s|nos|nuestr[oa]s?|\w+[aei]mos",
    "it": r"noi|nostr[oaie]|\w+iamo",
}
YOU: Mapping[str, str] = {
    "nl": r"u|uw|je|jij|jou|jouw|jullie",
    "en": r"you|your|yours",
    "de": r"Sie|Ihnen|Ihre?\w?|du|dich|dir|deine?\w?|ihr|euch|eure?\w?",
    "fr": r"vous|votre|vos|tu|toi|ton|ta|tes",
    "es": r"usted(?:es)?|su|sus|le|les|tú|tu|tus|te|ti|vosotr[oa]s|\w+[aeá]s",
    "it": r"lei|suo|sua|suoi|sue|le|tu|tuo|tua|tuoi|ti|te|voi|vostr[oaie]",
}
# What says near the top of an article that somebody is interviewed in it: as a label, or with whom or by whom. “Before a
# job interview” says nothing of the kind.
_STARTS = r"(?:^|[.!?:|–—”“»«\"-] {0,2})[*_# ]{0,4}(?:(?:ein|an?|een|un|une|una|das|het|l['’]) ?)?"
_ONE = r"(?:(?:de[rmn]?|the|an?|einer|einem|la|le|l['’]|el|een|un[ae]?|une) ?)?(?:[a-zà-ÿ][\w’'-]* ){0,3}(?-i:[A-ZÀ-Þ])"
INTERVIEWS = (
    rf"{_STARTS}(?:interview|vraaggesprek|entretien|entrevista|intervista)"
    rf"(?: ?[:|–—]| ?\.?$| (?:with|mit|met|avec|con|al?|door|by|von|par|de|di|por) {_ONE})"
    rf"|{_STARTS}(?:gespräch|gesprek|conversation|conversación|conversazione)"
    rf" (?:with|mit|met|avec|con) {_ONE}"
    r"|\b(?:in conversation with|im gespräch mit|in gesprek met|as told to|opgetekend door|aufgezeichnet von|propos recueillis)\b"
)
