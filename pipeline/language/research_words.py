"""The words by which texts say that research found something, by language. Data only; `research.py` says what they mean.

Of each language:
    research: the research or who does it; not the verb ("onderzoek zelf of …", "study how …").
    found: what it did: it showed, proved, discovered.
    settled: says both at once ("scientifically proven").
    denied: makes the finding none ("not been shown").
    whose: after the research, before what it found: whose it is. Read with its capitals, for it is a name that tells.
    limited: says that a figure holds for little: measured by those who took part, unchecked, of one year or one sort,
        of few, or by who sells it.
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
        "limited": r"zelf (?:gemeten|gewogen|geteld|bijgehouden|gerapporteerd|ingevuld|opgegeven)|(?:gemeten|gewogen|geteld|bijgehouden|ingevuld|opgegeven) door (?:de )?(?:deelnemers|gebruikers|bewoners|klanten|huishoudens|leerlingen|onszelf)|(?:deelnemers|gebruikers|huishoudens|leerlingen|klanten|bewoners)\b[^.;]{0,40}\bzelf\b|zelfrapportage\w*|niet (?:\w+ )?(?:gecontroleerd|getoetst|nagerekend|herhaald)|onafhankelijk(?:e)? (?:onderzoek|toets\w*|controle|meting\w*|test\w*)[^.;]{0,30}(?:ontbreekt|volgt|moet nog|is er (?:nog )?niet|staat nog|wacht)|geen onafhankelijke?|(?:maar|slechts|alleen|enkel) (?:om |in |van |bij )?(?:een|twee|drie|vier|vijf|\d{1,2}) (?:enkele? )?(?:jaar|seizoen(?:en)?|soort(?:en)?|rassen|ras|zomers?|winters?|tuin(?:en)?|nacht(?:en)?|keer|proef|bedrijf|deelnemers|mensen|huishoudens|planten)|een enkele? (?:jaar|seizoen|soort|ras|nacht)|kleine (?:groep|steekproef|proef|studie)|klein aantal|niet representatief|volgens de (?:fabrikant|producent|maker)",
    },
    "en": {
        "research": r"research(?:ers?)?(?! (?:the|your|how|what|whether|which|it|where|who)\b)|stud(?:y|ies)(?! (?:the|your|this|these|how|what|whether|which|it|them|where|who|with)\b)|scientists?|(?:neuro)?science|neuroscientists?|meta-?analys[ei]s|clinical trials?",
        "found": r"shows?|showed|shown|finds?|found|suggest(?:s|ed)?|prov(?:es?|ed|en)|indicat(?:es?|ed)|reveal(?:s|ed)?|confirm(?:s|ed)?|demonstrat(?:es?|ed)|discover(?:s|ed)?|conclud(?:es?|ed)|report(?:s|ed)?|tells? us",
        "settled": r"scientifically (?:proven|shown|established)|proven by (?:science|research)|(?:has|have) (?:\w+ )?been (?:shown|proven) (?:that|to)|(?:it is|it’s|it's) (?:\w+ )?proven that",
        "denied": r"not|no|never|n['’]t|none",
        "whose": r"(?:[Aa]t|[Bb]y|[Ff]rom|[Oo]f|[Ii]n) (?:the |Dr\.? |Prof\.? )?(?:\w+ )?[A-ZÀ-Þ][\w.'’-]+",
        "limited": r"self-(?:reported|measured|assessed)|(?:measured|recorded|reported|counted|noted|weighed|logged)\b[^.;]{0,40}\b(?:themselves|ourselves)|(?:measured|recorded|reported|counted|noted|weighed|logged) by (?:the )?(?:participants|users|households|customers|readers|gardeners|pupils|volunteers)|(?:not|never|\w+n['’]t)(?: yet)?(?: been)?(?: independently)? (?:checked|verified|tested|reviewed|confirmed|repeated|replicated)|independent (?:tests?|checks?|reviews?|stud(?:y|ies)|verification)\b[^.;]{0,40}\b(?:pending|missing|outstanding|awaited|lacking|yet to|to come)|no independent|(?:only|just) (?:for |in |of |with )?(?:one|a single|two|three|four|five|\d{1,2}) (?:\w+ )?(?:years?|seasons?|sorts?|variet(?:y|ies)|kinds?|gardens?|plots?|beds?|summers?|winters?|nights?|trials?|farms?|schools?|households?|people|participants|plants)|(?:one|a) single (?:year|season|sort|variety|garden|summer|winter|night)|(?:small|tiny) (?:sample|study|trial|group|numbers?)|not representative|according to the (?:maker|manufacturer|company)",
    },
    "de": {
        "research": r"(?:\w+-)?studien?|forschung(?:en|sergebnisse)?|forscher(?:innen)?|forschende|untersuchung(?:en)?|(?:hirn|neuro)?wissenschaft(?:ler|lerin|lerinnen)?|meta-?analysen?",
        "found": r"zeig(?:t|en|te|ten)|gezeigt|beleg(?:t|en|te|ten)|beweis(?:t|en)|bewies(?:en)?|bewiesen|(?:legt|legen|legte|legten)\b[^.;:?!]{0,40}\bnahe|fand(?:en)?|gefunden|entdeck(?:t|en|te|ten)|bestätig(?:t|en|te|ten)|nachgewiesen|weisen? [^.;:?!]{0,40}nach|stellten? (?:\w+ ){0,3}fest|festgestellt|herausgefunden|deuten",
        "settled": r"wissenschaftlich (?:bewiesen|erwiesen|belegt|nachgewiesen)|erwiesenermaßen|ist (?:\w+ )?erwiesen|(?:fanden|entdeckten|berichteten|berichten|zeigten|sagen) (?:\w+ ){0,2}(?:forscher(?:innen)?|forschende|wissenschaftler(?:innen)?)(?! (?:der|des|an|am|von|vom|wie|aus)\b)",
        "denied": r"nicht|kein\w*|nie|niemals",
        "whose": r"(?:[Dd]er|[Dd]es|[Aa]n der|[Aa]m|[Vv]om|[Vv]on(?: der| den)?) (?:\w+ )?(?:Universität\w*|Hochschule|Institut\w*|Akademie|Charité|Klinik\w*|Max-\w+|[A-Z]{2,}\b|(?:TU|LMU|FU)\b)[\w -]*|[A-Z][\w]+-(?=Studie)",
        "limited": r"(?:gemessen|erfasst|notiert|gezählt|gewogen|angegeben|berichtet)\b[^.;]{0,50}\b(?:von den|durch die) (?:teilnehm\w+|haushalt\w+|nutze\w+|kund\w+|schüler\w*)|selbst (?:gemessen|erfasst|notiert|berichtet|angegeben|gewogen|gezählt)|selbstauskunft|unabhängige\w* (?:prüfung|studie|messung|test\w*|untersuchung|überprüfung)\b[^.;]{0,30}\b(?:steht|stehen|fehlt|fehlen|aus)|keine unabhängige\w*|nicht (?:\w+ )?(?:geprüft|überprüft|wiederholt|nachgerechnet)|(?:nur|bloß|lediglich) (?:in |an |für |um |mit )?(?:ein(?:e[mnrs]?)?|zwei|drei|vier|fünf|\d{1,2}) (?:einzige\w? )?(?:jahr\w*|saison|sorten?|garten|sommer|winter|nacht|nächte|versuch|beet|betrieb|haushalte?n?|menschen|personen|teilnehm\w*|pflanzen)|(?:kleine[rn]?) (?:stichprobe|studie|gruppe|versuch)|nicht repräsentativ|nach angaben (?:des|der) (?:hersteller\w*|unternehmens|firma)",
    },
    "fr": {
        "research": r"(?:(?:l|d|cette|une|les|des|plusieurs|certaines|nombreuses|récentes)['’ ])?(?:étude|études|recherche|recherches)|scientifiques|chercheu(?:rs?|ses?)|la (?:neuro)?science|méta-?analyses?",
        "found": r"montr(?:e|ent|ait|aient)|(?:a|ont) (?:\w+ )?(?:montré|démontré|prouvé|découvert|révélé|constaté|trouvé|confirmé|établi)|démontre(?:nt)?|prouve(?:nt)?|révèle(?:nt)?|suggère(?:nt)?|indique(?:nt)?|confirme(?:nt)?",
        "settled": r"scientifiquement (?:prouvée?s?|démontrée?s?|établie?s?)|prouvée?s? par la science|il (?:est|a été) (?:\w+ )?(?:prouvé|démontré) que",
        "denied": r"ne|n['’]\w*|pas|aucune?|jamais",
        "whose": r"(?:[Dd]e|[Dd]u|[Dd]es|[Àà]|[Pp]ar) (?:la |le |l['’])?(?:\w+ )?(?:[Uu]niversité|[Ii]nstitut|[Éé]cole|[A-ZÀ-Þ][\w.'’-]+)|d['’](?:Oxford|[A-ZÀ-Þ][\w.'’-]+)|de l['’](?:[Uu]niversité|[Ii]nstitut|[A-ZÀ-Þ])[\w.'’-]*",
        "limited": r"(?:mesuré|relevé|noté|pesé|compté|déclaré)\w*[^.;]{0,50}\bpar les (?:participant\w*|utilisat\w+|foyers|client\w*|élèves)|(?:mesuré|relevé|noté|pesé|compté)\w*[^.;]{0,30}(?:eux|elles|nous)-mêmes|(?:eux|elles|nous)-mêmes (?:mesuré|relevé|noté|pesé|compté)\w*|autodéclar\w+|(?:pas|jamais) (?:encore )?(?:été )?(?:vérifié|contrôlé|répété|reproduit)\w*|(?:vérification|étude|contrôle|mesure|test) indépendante?\b[^.;]{0,30}(?:manque|attend|reste|à venir)|(?:aucune?|pas d[e'’]) ?(?:vérification|étude|contrôle|mesure|test) indépendante?|(?:seulement|uniquement) (?:sur |dans |pendant |d['’])?(?:une?|deux|trois|\d{1,2}) (?:année|an|saison|variété|sorte|jardin|été|hiver|nuit|essai|ferme|foyer|personne|participant|plante)s?|(?:une seule|un seul) (?:année|an|saison|variété|sorte|jardin|été|hiver|nuit|essai)|petit (?:échantillon|groupe|nombre)|petite étude|pas représentati\w+|selon le fabricant",
    },
    "es": {
        "research": r"(?:un|los|el|este|varios|diversos|numerosos|algunos) estudios?|estudios|(?:la|las|una|varias|diversas) investigaci(?:ón|ones)|investigaciones|científic[oa]s|investigador(?:es|as?)?|la (?:neuro)?ciencia|metaanálisis",
        "found": r"muestran?|demuestran?|mostr(?:ó|aron)|demostr(?:ó|aron)|(?:ha|han) (?:\w+ )?(?:mostrado|demostrado|probado|descubierto|revelado|encontrado|confirmado|hallado)|revelan?|sugieren?|indican?|confirman?|prueban?|descubri(?:ó|eron)|encontr(?:ó|aron)|hall(?:ó|aron)",
        "settled": r"científicamente (?:probad[oa]s?|demostrad[oa]s?|comprobad[oa]s?)|(?:está|ha sido|se ha) (?:\w+ )?(?:demostrado|comprobado|probado) que",
        "denied": r"no|nunca|ningún|ninguna?|tampoco",
        "whose": r"(?:[Dd]e|[Dd]el|[Ee]n|[Pp]or) (?:la |el |los |las )?(?:\w+ )?(?:[Uu]niversidad|[Ii]nstituto|[A-ZÀ-Þ][\w.'’-]+)",
        "limited": r"(?:medid|registrad|anotad|pesad|contad|declarad)[oa]s?[^.;]{0,50}\bpor (?:los|las) (?:propi[oa]s )?(?:participantes|usuari[oa]s|hogares|client\w+|alumn\w+)|(?:midieron|anotaron|pesaron|registraron|contaron)[^.;]{0,30}(?:ell[oa]s|nosotr[oa]s) mism[oa]s|(?:ell[oa]s|nosotr[oa]s) mism[oa]s (?:midieron|anotaron|pesaron|registraron)|no (?:se )?(?:ha |han )?(?:sido )?(?:comprobad|verificad|revisad|contrastad|repetid)[oa]s?|(?:prueba|estudio|verificación|comprobación|medición) independiente\b[^.;]{0,30}(?:falta|pendiente)|(?:falta|sin|ninguna?) (?:una? )?(?:prueba|estudio|verificación|comprobación|medición) independiente|(?:solo|sólo|solamente|únicamente) (?:en |de |con |fue )?(?:una?|dos|tres|\d{1,2}) (?:año|temporada|variedad|tipo|jardín|huerto|verano|invierno|noche|ensayo|granja|hogar|persona|participante|planta)(?:e?s)?|(?:una sola|un solo) (?:año|temporada|variedad|tipo|jardín|huerto|verano|invierno|noche|ensayo)|muestra (?:muy )?pequeña|pequeña muestra|grupo pequeño|no (?:es |son )?representativ\w+|según el fabricante",
    },
    "it": {
        "research": r"(?:uno|lo|gli|diversi|vari|alcuni|numerosi|recenti) stud(?:io|i)|studi|(?:la|le|una|diverse|alcune|recenti) ricerc(?:a|he)|ricerche|scienziat[ie]|ricercator[ei]|ricercatric[ei]|la (?:neuro)?scienza|metanalisi",
        "found": r"mostra(?:no)?|dimostra(?:no)?|mostrato|dimostrato|(?:ha|hanno) (?:\w+ )?(?:provato|scoperto|rivelato|trovato|confermato|rilevato)|rivela(?:no)?|suggeri(?:sce|scono)|indica(?:no)?|conferma(?:no)?|prova(?:no)? che|scoprirono",
        "settled": r"scientificamente (?:provat[oaie]|dimostrat[oaie])|(?:è|è stato) (?:\w+ )?(?:dimostrato|provato) che",
        "denied": r"non|mai|nessun[oa]?",
        "whose": r"(?:[Dd]i|[Dd]el|[Dd]ella|[Dd]ell['’]|[Aa]ll['’]|[Dd]a|[Dd]al) ?(?:\w+ )?(?:[Uu]niversità|[Ii]stituto|[A-ZÀ-Þ][\w.'’-]+)",
        "limited": r"(?:misurat|registrat|annotat|pesat|contat|dichiarat)[oaie][^.;]{0,50}\bda(?:i|gli|lle)? (?:partecipanti|stessi|utenti|clienti|famiglie|alunni)|(?:misurat|registrat|annotat|pesat|contat)[oaie][^.;]{0,30}(?:loro|noi) stess[ie]|non (?:\w+ ){0,2}(?:verificat|controllat|ripetut)[oaie]|(?:verifica|studio|controllo|misura|prova) indipendente\b[^.;]{0,30}(?:manca|attes)|(?:nessun[oa']?|manca una|senza una?) ?(?:verifica|studio|controllo|misura|prova) indipendente|(?:solo|soltanto|solamente) (?:in |di |con |per )?(?:una?|un|due|tre|\d{1,2}) (?:ann[oi]|stagion[ei]|varietà|tip[oi]|giardin[oi]|ort[oi]|estate|invern[oi]|nott[ei]|prov[ae]|person[ae]|partecipant[ei]|piant[ae]|famigli[ae])|(?:una sola|un solo) (?:anno|stagione|varietà|tipo|giardino|orto|estate|inverno|notte)|campione (?:molto )?piccolo|piccolo (?:campione|gruppo)|non (?:è |sono )?rappresentativ\w+|secondo il produttore",
    },
}  # fmt: skip
