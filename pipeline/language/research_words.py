"""The words by which texts say that research found something, by language. Data only; `research.py` says what they mean.

Of each language:
    research: the research or who does it; not the verb ("onderzoek zelf of …", "study how …").
    found: what it did: it showed, proved, discovered.
    settled: says both at once ("scientifically proven").
    denied: makes the finding none ("not been shown").
    whose: after the research, before what it found: whose it is. Read with its capitals, for it is a name that tells.
"""

from __future__ import annotations

from collections.abc import Mapping

RESEARCH: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "research": r"onderzoek(?:en)?(?! (?:zelf|of|wat|hoe|waar|wie|welke?|je|jouw|uw|samen|eens|eerst|goed|de|het|een|dit|deze|ook)\b)|onderzoekers?|\w*stud(?:ie|ies)|meta-?analyses?|(?:neuro)?wetenschap|(?:neuro)?wetenschappers?",
        "found": r"(?:laat|laten|liet|lieten)\b[^.;:?!]{0,40}\bzien|toon(?:t|de|den)\b|tonen|aangetoond|(?:wijst|wijzen|wees|wezen)\b[^.;:?!]{0,40}\buit|uitgewezen|bewij(?:st|zen)|bewezen|bewees|bevestig(?:t|en|de|den)|ontdek(?:t|ken|te|ten)|vond(?:en)?|gevonden|stelden? (?:\w+ ){0,3}vast|vastgesteld|concludeer(?:t|de|den)|concluderen"
        r"|suggere(?:ert|ren|erde|erden)|rapporteer(?:t|de|den)|blijkt|bleek|blijken|vertelt ons|leert ons",
        "settled": r"(?:blijkt|bleek|weten we|weet men) uit (?:\w+ )?(?:onderzoek|studies)|wetenschappelijk (?:bewezen|aangetoond|onderbouwd|vastgesteld)|bewezen door (?:de )?wetenschap|door (?:de )?wetenschap bewezen|(?:rapporteerden|ontdekten|vonden|concludeerden|zeggen|melden|meldden|stellen) (?:\w+ ){0,2}(?:onderzoekers|wetenschappers)(?! (?:van|aan|uit|bij|zoals)\b)",
        "denied": r"niet|geen|nooit|nog geen",
        "whose": r"(?:[Vv]an|[Aa]an|[Dd]oor|[Uu]it|[Ii]n|[Bb]ij) (?:de |het |een |prof\. |dr\. |professor |psycholoog )?(?:\w+ )?[A-ZÀ-Þ][\w.'’-]+",
    },
    "en": {
        "research": r"research(?:ers?)?(?! (?:the|your|how|what|whether|which|it|where|who)\b)|stud(?:y|ies)(?! (?:the|your|this|these|how|what|whether|which|it|them|where|who|with)\b)|scientists?|(?:neuro)?science|neuroscientists?|meta-?analys[ei]s|clinical trials?",
        "found": r"shows?|showed|shown|finds?|found|suggest(?:s|ed)?|prov(?:es?|ed|en)|indicat(?:es?|ed)|reveal(?:s|ed)?|confirm(?:s|ed)?|demonstrat(?:es?|ed)|discover(?:s|ed)?|conclud(?:es?|ed)|report(?:s|ed)?|tells? us",
        "settled": r"scientifically (?:proven|shown|established)|proven by (?:science|research)|(?:has|have) (?:\w+ )?been (?:shown|proven) (?:that|to)|(?:it is|it’s|it's) (?:\w+ )?proven that",
        "denied": r"not|no|never|n['’]t|none",
        "whose": r"(?:[Aa]t|[Bb]y|[Ff]rom|[Oo]f|[Ii]n) (?:the |Dr\.? |Prof\.? )?(?:\w+ )?[A-ZÀ-Þ][\w.'’-]+",
    },
    "de": {
        "research": r"(?:\w+-)?studien?|forschung(?:en|sergebnisse)?|forscher(?:innen)?|forschende|untersuchung(?:en)?|(?:hirn|neuro)?wissenschaft(?:ler|lerin|lerinnen)?|meta-?analysen?",
        "found": r"zeig(?:t|en|te|ten)|gezeigt|beleg(?:t|en|te|ten)|beweis(?:t|en)|bewies(?:en)?|bewiesen|(?:legt|legen|legte|legten)\b[^.;:?!]{0,40}\bnahe|fand(?:en)?|gefunden|entdeck(?:t|en|te|ten)|bestätig(?:t|en|te|ten)|nachgewiesen|weisen? [^.;:?!]{0,40}nach|stellten? (?:\w+ ){0,3}fest|festgestellt|herausgefunden|deuten",
        "settled": r"wissenschaftlich (?:bewiesen|erwiesen|belegt|nachgewiesen)|erwiesenermaßen|ist (?:\w+ )?erwiesen|(?:fanden|entdeckten|berichteten|berichten|zeigten|sagen) (?:\w+ ){0,2}(?:forscher(?:innen)?|forschende|wissenschaftler(?:innen)?)(?! (?:der|des|an|am|von|vom|wie|aus)\b)",
        "denied": r"nicht|kein\w*|nie|niemals",
        "whose": r"(?:[Dd]er|[Dd]es|[Aa]n der|[Aa]m|[Vv]om|[Vv]on(?: der| den)?) (?:\w+ )?(?:Universität\w*|Hochschule|Institut\w*|Akademie|Charité|Klinik\w*|Max-\w+|[A-Z]{2,}\b|(?:TU|LMU|FU)\b)[\w -]*|[A-Z][\w]+-(?=Studie)",
    },
    "fr": {
        "research": r"(?:(?:l|d|cette|une|les|des|plusieurs|certaines|nombreuses|récentes)['’ ])?(?:étude|études|recherche|recherches)|scientifiques|chercheu(?:rs?|ses?)|la (?:neuro)?science|méta-?analyses?",
        "found": r"montr(?:e|ent|ait|aient)|(?:a|ont) (?:\w+ )?(?:montré|démontré|prouvé|découvert|révélé|constaté|trouvé|confirmé|établi)|démontre(?:nt)?|prouve(?:nt)?|révèle(?:nt)?|suggère(?:nt)?|indique(?:nt)?|confirme(?:nt)?",
        "settled": r"scientifiquement (?:prouvée?s?|démontrée?s?|établie?s?)|prouvée?s? par la science|il (?:est|a été) (?:\w+ )?(?:prouvé|démontré) que",
        "denied": r"ne|n['’]\w*|pas|aucune?|jamais",
        "whose": r"(?:[Dd]e|[Dd]u|[Dd]es|[Àà]|[Pp]ar) (?:la |le |l['’])?(?:\w+ )?(?:[Uu]niversité|[Ii]nstitut|[Éé]cole|[A-ZÀ-Þ][\w.'’-]+)|d['’](?:Oxford|[A-ZÀ-Þ][\w.'’-]+)|de l['’](?:[Uu]niversité|[Ii]nstitut|[A-ZÀ-Þ])[\w.'’-]*",
    },
    "es": {
        "research": r"(?:un|los|el|este|varios|diversos|numerosos|algunos) estudios?|estudios|(?:la|las|una|varias|diversas) investigaci(?:ón|ones)|investigaciones|científic[oa]s|investigador(?:es|as?)?|la (?:neuro)?ciencia|metaanálisis",
        "found": r"muestran?|demuestran?|mostr(?:ó|aron)|demostr(?:ó|aron)|(?:ha|han) (?:\w+ )?(?:mostrado|demostrado|probado|descubierto|revelado|encontrado|confirmado|hallado)|revelan?|sugieren?|indican?|confirman?|prueban?|descubri(?:ó|eron)|encontr(?:ó|aron)|hall(?:ó|aron)",
        "settled": r"científicamente (?:probad[oa]s?|demostrad[oa]s?|comprobad[oa]s?)|(?:está|ha sido|se ha) (?:\w+ )?(?:demostrado|comprobado|probado) que",
        "denied": r"no|nunca|ningún|ninguna?|tampoco",
        "whose": r"(?:[Dd]e|[Dd]el|[Ee]n|[Pp]or) (?:la |el |los |las )?(?:\w+ )?(?:[Uu]niversidad|[Ii]nstituto|[A-ZÀ-Þ][\w.'’-]+)",
    },
    "it": {
        "research": r"(?:uno|lo|gli|diversi|vari|alcuni|numerosi|recenti) stud(?:io|i)|studi|(?:la|le|una|diverse|alcune|recenti) ricerc(?:a|he)|ricerche|scienziat[ie]|ricercator[ei]|ricercatric[ei]|la (?:neuro)?scienza|metanalisi",
        "found": r"mostra(?:no)?|dimostra(?:no)?|mostrato|dimostrato|(?:ha|hanno) (?:\w+ )?(?:provato|scoperto|rivelato|trovato|confermato|rilevato)|rivela(?:no)?|suggeri(?:sce|scono)|indica(?:no)?|conferma(?:no)?|prova(?:no)? che|scoprirono",
        "settled": r"scientificamente (?:provat[oaie]|dimostrat[oaie])|(?:è|è stato) (?:\w+ )?(?:dimostrato|provato) che",
        "denied": r"non|mai|nessun[oa]?",
        "whose": r"(?:[Dd]i|[Dd]el|[Dd]ella|[Dd]ell['’]|[Aa]ll['’]|[Dd]a|[Dd]al) ?(?:\w+ )?(?:[Uu]niversità|[Ii]stituto|[A-ZÀ-Þ][\w.'’-]+)",
    },
}  # fmt: skip
