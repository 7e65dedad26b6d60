"""The words of what nobody tells cheerfully, by language. Data only; `claims.py` says what follows from them.

Of each language:
    prescribed: medicines by their kind, on prescription, injected.
    lost: a pregnancy that was lost or ended, a suicide.
    grave: death of people, abuse, a diagnosis that changes a life.
    warns: the limits of what was said of a treatment: side effects, supervision, research that does not agree yet.

Words that gardens and kitchens use too are left out, or stand only beside people: plants die and soil is treated.
"""

from __future__ import annotations

from collections.abc import Mapping

GRAVE: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "prescribed": r"\w*medicatie|antidepressiv\w+|antibiotic\w+|pijnstillers?|slaap(?:pil(?:len)?|middel(?:en)?)|kalmeringsmiddel(?:en)?|chemo(?:therapie|kuur)?|hormoon(?:therapie|behandeling)|vaccin(?:s|atie\w*)?|(?<!-)(?!sql|code|prompt)(?:\w+-)?(?<!financiële )(?<!sql )injecties?(?! van (?:\d|€))|(?:huis)?arts(?:en)?\b[^.]{0,20}\bschrij(?:ft|ven)\b[^.]{0,40}\bvoor|voorgeschreven door (?:de|een|je|uw) (?:huis)?arts"
        r"|op (?:dokters|artsen)?(?:recept|voorschrift)\b(?! van)|(?:dokters|artsen)(?:recept|voorschrift)\w*|receptplichtig\w*|recept van (?:de|een|je|uw) (?:huis)?(?:arts|dokter)|voorgeschreven (?:bij|tegen|als|medi\w+|middel\w*)"
        r"|(?:wordt|worden|werd|werden|krijgt|krijgen|kreeg) (?:\w+ ){0,3}voorgeschreven(?! door (?:de |het )?(?:wet|gemeente|overheid|norm|fabrikant))|(?:arts|dokter|psychiater|specialist)\b[^.]{0,40}\b(?:voorgeschreven|voorschrijft|voorschrijven)",
        "lost": r"miskra(?:am|men)|doodgebo(?:ren|orte\w*)|stilgebo(?:ren|orte\w*)|abortus\w*|zwangerschaps(?:afbreking\w*|verlies)|(?:beëindig\w+|afbrek\w+|onderbrek\w+)(?: van)?(?: een| de| haar| je)? zwangerschap\w*"
        r"|zwangerschap(?:pen)? (?:\w+ ){0,3}(?:beëindig\w*|afbrek\w*|afgebroken|verloren)|buitenbaarmoederlijke? \w+|sterrenkind\w*|su[iï]cid\w*|zelfmoord\w*|zelfdoding\w*|zelfbeschadig\w*",
        "grave": r"rouw|rouwen\w*|rouwt|nabestaanden|euthanasie|overleden|overlijd\w*|overleed|sterfgeval\w*|sterfte\w*|doodsoorza\w+|wiegendood|(?:mensen|vrouwen|mannen|kinderen|patiënten|baby['’]s|moeders?|vaders?) (?:\w+ ){0,6}(?:sterven|sterft|stierf|stierven)|(?:sterven|sterft|stierf|stierven) (?:\w+ ){0,6}(?:mensen|vrouwen|mannen|kinderen|patiënten|baby['’]s)"
        r"|(?:seksueel |kinder)misbruik|mishandel\w*|verkracht\w*|aanrand\w*|incest\w*|huiselijk geweld|\w*kanker|tumor(?:en)?|leukemie|autis(?:me|ti\w+|mespectrum\w*)|adhd|schizofren\w+|psychos\w+|bipolair\w*|ptss|dementie|alzheimer|parkinson|multiple sclerose|depressies?|depressieve stoornis\w*"
        r"|anorexia|boulimia|\w*stoornis(?:sen)?|epilepsie|hartinfarct\w*|hartaanval\w*|beroertes?|hiv",
        "warns": r"bijwerking(?:en)?|contra-?indicatie\w*|overdos\w+|medisch toezicht|medische (?:begeleiding|controle)|onder (?:\w+ )?(?:toezicht|begeleiding) van|(?:meer|verder|aanvullend|nader|groter) (?:\w+ )?onderzoek (?:\w+ ){0,2}(?:nodig|vereist|gewenst|noodzakelijk)|vervolgonderzoek|(?:nodig|vereist) is (?:meer|verder) onderzoek"
        r"|(?:resultaten|uitkomsten|bevindingen|onderzoeken|studies|effecten) (?:\w+ ){0,3}(?:wisselend|gemengd|tegenstrijdig|uiteen|eenduidig|onduidelijk|onzeker|beperkt)|(?:wisselende|gemengde|tegenstrijdige) (?:resultaten|uitkomsten|bevindingen|effecten)|(?:niet|nooit|onvoldoende) (?:\w+ )?(?:bewezen|aangetoond|geschikt)"
        r"|nog (?:\w+ )?(?:onduidelijk|onbekend|onzeker|niet duidelijk|niet bekend)|te (?:veel|snel|lang|hoge?) [^.]{1,60}(?:leiden tot|gevaarlijk|schadelijk|riskant)|complicaties?",
    },
    "en": {
        "prescribed": r"medications?|antidepressants?|antibiotics?|painkillers?|sleeping (?:pills?|tablets?)|sedatives?|chemo(?:therapy)?|hormone (?:therapy|treatment)|vaccin(?:es?|ations?)|(?<!fuel )(?<!cash )(?<!capital )(?<!sql )(?<!code )(?<!prompt )(?<!dependency )injections?(?! mou?ld| of (?:\$|£|€|\d|cash|capital|energy))|(?:on|by|with|without) prescription|prescription[ -](?:drugs?|medicines?|only)|doctor['’]s prescription"
        r"|prescribed (?:as|for|by (?:a|your|the) (?:doctor|physician|gp)|drugs?|medicines?|to (?:treat|people|patients|women|men))|(?:is|are|was|were|been|being) (?:\w+ )?prescribed(?! by (?:law|the (?:law|council|manufacturer)))|doctors?\b[^.]{0,40}\bprescrib\w+",
        "lost": r"miscarr(?:iages?|ied|y|ying)|still(?:births?|born)|abortions?|terminat\w+ (?:of )?(?:a |the |her |your )?pregnanc\w+|pregnanc\w+ (?:\w+ ){0,3}(?:terminated|ended early|lost|loss)|pregnancy loss|ectopic pregnanc\w+|suicid\w*|self-?harm\w*",
        "grave": r"grief|griev\w+|mourn\w*|bereave\w*|euthanasia|passed away|deceased|mortality|death (?:rates?|of (?:a|her|his|their|your|my) \w+)|deaths|cot death|causes? of death|(?:people|women|men|children|patients|babies|mothers?|fathers?) (?:\w+ ){0,6}(?:die|dies|died|dying)|(?:die|died|dying) (?:of|from) (?:\w+ )?(?:cancer|disease|illness|stroke|heart \w+)"
        r"|(?:sexual|child|domestic) (?:abuse|violence|assault)|raped?|incest|cancers?|tumou?rs?|leuka?emia|autis(?:m|tic)|adhd|schizophreni\w+|psychos[ie]s|psychotic|bipolar disorder|ptsd|dementia|alzheimer['’]?s?|parkinson['’]?s?|multiple sclerosis"
        r"|(?<!\ba )depression(?! in\b)|(?:postnatal|postpartum|clinical|major) depression|anorexia|bulimia|\w+ disorders?|epilepsy|heart attacks?|stroke (?:patients?|victims?|risk)|(?:had|suffer(?:s|ed)?|after|survived?|from|of|risk of|or|and) (?:a )?strokes?(?! of\b)|hiv",
        "warns": r"side[ -]effects?|adverse (?:effects?|events?|reactions?)|contra-?indicat\w+|overdos\w+|(?:medical|close|strict) supervision|under (?:the )?(?:\w+ )?supervision of|supervised by|(?:more|further|additional|larger) (?:\w+ )?(?:research|studies|trials) (?:\w+ ){0,3}(?:needed|required|necessary)"
        r"|(?:need|needs|require|requires) (?:more|further|additional) (?:research|stud\w+)|(?:results|findings|outcomes|evidence|studies|effects) (?:\w+ ){0,3}(?:mixed|inconclusive|conflicting|contradictory|limited|uncertain|disagree)|mixed (?:results|findings|evidence|outcomes)|(?:not|never|n['’]t) (?:\w+ )?(?:proven|been shown|suitable)"
        r"|(?:still|remains?|yet) (?:unclear|unknown|uncertain)|too (?:much|many|fast|long|high) [^.]{1,60}(?:lead to|dangerous|harmful)|complications?",
    },
    "de": {
        "prescribed": r"\w*medikation|antidepressiv\w+|antibiotik\w+|schmerzmitteln?|schlaf(?:mitteln?|tabletten)|beruhigungsmitteln?|chemo(?:therapie)?|hormon(?:therapie|behandlung)\w*|impfstoffe?n?|(?<!-)(?!sql|code|prompt)(?:\w+-)?injektion(?:en)?|rezeptpflichtig\w*|verschreibungspflichtig\w*|auf (?:ärztliches )?rezept\b(?! (?:von|der|meiner|aus))|verschr(?:eib\w*|ieb\w*)[^.]{0,25}\b(?:haus)?(?:ärzt\w+|arzt)|\b(?:haus)?(?:ärzt\w+|arzt)\b[^.]{0,25}\bverschr(?:eib|ieb)\w*"
        r"|ärztlich(?:e[ns]?)? (?:rezept|verordnung)|(?:verschrieben|verordnet)(?! vom gesetz)|(?:arzt|ärztin|ärzte)\b[^.]{0,40}\b(?:verschreib\w+|verordne\w+)",
        "lost": r"fehlgeburt\w*|totgeb(?:urt\w*|oren\w*)|stille geburt\w*|abtreibung\w*|schwangerschafts(?:abbr[uü]ch\w*|verlust\w*)|(?:abbruch|beendigung|beenden|unterbrechung) (?:einer |der |ihrer |eine |die |ihre )?schwangerschaft\w*|schwangerschaft (?:\w+ ){0,3}(?:abgebrochen|abbrechen|abzubrechen|beendet|beenden|verloren)"
        r"|eileiterschwangerschaft\w*|sternenkind\w*|suizid\w*|selbstm[oö]rd\w*|selbsttötung\w*|selbstverletz\w*",
        "grave": r"trauer(?!weide)\w*|hinterbliebene\w*|sterbehilfe|verstorben\w*|verstarb\w*|todesf[aä]ll\w*|todesursache\w*|sterblichkeit|kindstod|(?:menschen|frauen|männer|kinder|patienten|babys|mutter|vater) (?:\w+ ){0,6}(?:sterben|stirbt|starb|starben)|(?:sterben|stirbt|starb|starben) (?:\w+ ){0,6}(?:menschen|frauen|männer|kinder|patienten|babys)"
        r"|(?:sexueller |kindes)missbrauch\w*|misshandl\w*|vergewaltig\w*|inzest|häusliche gewalt|(?!flusskrebs)\w*krebs|tumor(?:en)?|leukämie|autis(?:mus\w*|tisch\w*)|adhs|schizophren\w+|psychosen?|bipolar\w*|ptbs|demenz|alzheimer|parkinson|multiple sklerose|depression(?:en)?"
        r"|magersucht|bulimie|\w*störung(?:en)?|epilepsie|herzinfarkt\w*|schlaganf[aä]ll\w*|hiv",
        "warns": r"nebenwirkung(?:en)?|kontraindikation\w*|gegenanzeigen?|überdos\w+|ärztliche[rn]? (?:aufsicht|kontrolle|begleitung)|unter (?:\w+ )?(?:aufsicht|kontrolle) (?:von|der|des|einer|eines)|(?:weitere|mehr|größere|zusätzliche) (?:\w+ )?(?:forschung|studien|untersuchungen) (?:\w+ ){0,3}(?:nötig|notwendig|erforderlich)|weiterer forschung"
        r"|(?:ergebnisse|befunde|studien|wirkungen|studienlage) (?:\w+ ){0,3}(?:gemischt|uneinheitlich|widersprüchlich|unklar|begrenzt|unsicher)|(?:gemischte|uneinheitliche|widersprüchliche) (?:ergebnisse|befunde)|(?:nicht|nie) (?:\w+ )?(?:bewiesen|nachgewiesen|belegt|geeignet)|noch (?:\w+ )?(?:unklar|unbekannt|ungewiss|nicht geklärt)"
        r"|zu (?:viel|schnell|lange|hohe) [^.]{1,60}(?:führen|gefährlich|schädlich)|komplikation(?:en)?",
    },
    "fr": {
        "prescribed": r"antidépresseurs?|antibiotiques?|antidouleurs?|analgésiques?|somnifères?|calmants?|chimio(?:thérapie)?|(?:traitement|thérapie) hormonale?|vaccins?|(?<!moteur à )injections?(?! sql| de (?:\d|dépendances|capital|capitaux|fonds))|sur (?:ordonnance|prescription)|ordonnance (?:du médecin|médicale)|prescription médicale"
        r"|prescrit(?:e|es|s)?(?! par la (?:loi|réglementation))|médecins?\b[^.]{0,40}\bprescri\w+",
        "lost": r"fausses?[ -]couches?|mort(?:e|s|es)?[ -]nés?e?s?|mortinaissances?|avortements?|avorter|ivg|interruptions? (?:volontaires? |médicales? )?(?:de |d['’]une |de la )?grossesses?|grossesse (?:\w+ ){0,3}(?:interrompue|perdue)|perte (?:de la |d['’]une |de )?grossesse|grossesses? extra-utérines?|suicid\w*|automutil\w*",
        "grave": r"deuil|endeuillé\w*|euthanasie|décéd\w+|décès|mortalité|mort subite|causes? de (?:la )?(?:mort|décès)|(?:personnes|femmes|hommes|enfants|patients|bébés|gens) (?:\w+ ){0,6}(?:meurent|morts|mortes|meurt)|(?:abus|agressions?|violences?) sexuel(?:le)?s?|violences? conjugales?|maltrait\w+|viol(?:s|ée?s?)?|inceste"
        r"|cancers?|tumeurs?|leucémie|autis(?:me|tes?)|autistiques?|tdah|schizophrén\w+|psychoses?|psychotiques?|bipolaires?|tspt|démence|alzheimer|parkinson|sclérose en plaques|dépression|anorexie|boulimie|troubles? (?:\w+ )?(?:mentaux|mental|anxieux|du spectre|de la personnalité|bipolaires?|alimentaires?)|épilepsie|infarctus|avc|vih",
        "warns": r"effets? (?:secondaires?|indésirables?)|contre-indi\w+|surdos\w+|(?:surveillance|supervision|suivi|contrôle) médicale?|sous (?:la )?(?:surveillance|supervision|contrôle) d\w*|(?:davantage|plus|d['’]autres|de nouvelles) (?:de |d['’])?(?:recherches?|études) (?:\w+ ){0,3}(?:nécessaires?|requises?|besoin)"
        r"|(?:résultats|études|conclusions|données) (?:\w+ ){0,3}(?:mitigée?s|contradictoires|variables|limitée?s|partagée?s|divergent\w*)|(?:pas|jamais) (?:\w+ )?(?:prouvée?s?|démontrée?s?|adaptée?s?)|(?:encore|reste(?:nt)?) (?:\w+ )?(?:inconnue?s?|incertaine?s?|floue?s?|à prouver)|trop (?:de|vite|longtemps) [^.]{1,60}(?:entraîner|provoquer|dangereu\w+|nocif\w*)|complications?",
    },
    "es": {
        "prescribed": r"medicación|antidepresiv\w+|antibiótic\w+|analgésic\w+|somníferos?|sedantes?|quimio(?:terapia)?|(?:terapia|tratamiento) hormonal|vacunas?|inyecci(?:ón|ones)(?! sql| de (?:\d|dependencias|código|capital|fondos|dinero))|con receta\b(?! de (?:la|mi|tu) (?:abuela|casa))|receta médica|bajo (?:receta|prescripción)|prescripción (?:médica|facultativa)|(?:médic[oa]|doctora?)\b[^.]{0,25}\brecet(?:a|ó|an|aron)\b|recet(?:a|ó) (?:el|la|un|una) (?:médic[oa]|doctora?)"
        r"|prescrit[oa]s?|prescrib\w+|se recetan?|recetad[oa]s?|médic[oa]s?\b[^.]{0,40}\breceta\w*",
        "lost": r"abort(?:os?|ar|ó)(?: espontáneos?)?|mortinat\w+|nacid[oa]s? muert[oa]s?|interrupci(?:ón|ones) (?:voluntarias? )?(?:del?|de un) embarazos?|embarazo (?:\w+ ){0,3}(?:interrumpid[oa]|perdid[oa])|pérdida (?:del|de un|gestacional)(?: embarazo)?|embarazos? ectópicos?|suicid\w*|autolesi\w+",
        "grave": r"duelo por|en duelo|luto|eutanasia|fallec\w+|defunci(?:ón|ones)|mortalidad|muerte súbita|causas? de (?:la )?muerte|(?:personas|mujeres|hombres|niñ[oa]s|pacientes|bebés) (?:\w+ ){0,6}(?:mueren|muere|murieron|murió)|(?:mueren|muere|murieron) (?:\w+ ){0,6}(?:personas|mujeres|hombres|niñ[oa]s|pacientes)"
        r"|(?:abusos?|agresi(?:ón|ones)|violencia) sexual(?:es)?|violencia (?:de género|doméstica)|maltrat\w+|violaci(?:ón|ones)(?! de (?:datos|la ley|derechos))|incesto|cáncer(?:es)?|tumor(?:es)?|leucemia|autis(?:mo|tas?)|tdah|esquizofr\w+|psicosis|psicótic\w+|bipolar(?:es)?|tept|demencia|alzh[eé]imer|p[aá]rkinson|esclerosis múltiple"
        r"|depresi(?:ón|ones)|anorexia|bulimia|trastornos?|epilepsia|infartos?|ictus|vih",
        "warns": r"efectos? (?:secundarios?|adversos?)|contraindic\w+|sobredosis|(?:supervisión|vigilancia|control|seguimiento) médic[oa]|bajo (?:la )?(?:supervisión|vigilancia) de|(?:más|mayores|nuevos) (?:investigaci\w+|estudios)|(?:resultados|estudios|datos|evidencias?) (?:\w+ ){0,3}(?:dispares|contradictori[oa]s|mixt[oa]s|limitad[oa]s?|variables|no concluyentes)"
        r"|no (?:\w+ ){0,2}(?:demostrad[oa]|probad[oa]|comprobad[oa]|adecuad[oa])|(?:todavía|aún) (?:\w+ )?(?:no se sabe|incierto|desconocid[oa]|poco claro)|demasiad[oa]s? [^.]{1,60}(?:provocar|causar|peligros[oa]|perjudicial)|complicaci(?:ón|ones)",
    },
    "it": {
        "prescribed": r"antidepressiv[oi]|antibiotic[oi]|antidolorific[oi]|analgesic[oi]|sonnifer[oi]|sedativ[oi]|chemio(?:terapia)?|terapia ormonale|vaccin[oi]|iniezion[ei](?! di (?:\d|capitale|capitali|denaro|fiducia))|(?:dietro|con|su) (?:ricetta medica|prescrizione)|ricetta (?:medica|del medico)|prescrizione medica|obbligo di (?:ricetta|prescrizione)"
        r"|prescritt[oaie]|prescriv\w+",
        "lost": r"abort(?:o|i|ire|ito|isce)(?: spontane[oi])?|nat[oaie] mort[oaie]|interruzion[ei] (?:volontari[ae] )?(?:di |della |d['’]una |di una )gravidanz[ae]|gravidanza (?:\w+ ){0,3}(?:interrotta|persa)|perdita (?:della |di una |di )gravidanza|gravidanz[ae] (?:extrauterin[ae]|ectopic[ae])|suicid\w*|autolesion\w*",
        "grave": r"lutto|in lutto|eutanasia|decedut[oaie]|decess[oi]|mortalità|morte (?:in culla|improvvisa)|caus[ae] di morte|(?:persone|donne|uomini|bambini|pazienti|neonati) (?:\w+ ){0,6}(?:muoiono|muore|morti|morte|morirono)|(?:muoiono|morirono) (?:\w+ ){0,6}(?:persone|donne|uomini|bambini|pazienti)"
        r"|(?:abus[oi]|violenz[ae]) sessual[ei]|violenza domestica|maltratta\w+|stupr\w+|incesto|cancro|tumor[ei]|leucemia|autis(?:mo|tic[oaih]\w*)|adhd|schizofren\w+|psicosi|psicotic\w+|bipolar[ei]|demenza|alzheimer|parkinson|sclerosi multipla|depressione|anoressia|bulimia|disturb[oi] (?:\w+ )?(?:dello spettro|d['’]ansia|di personalità|bipolar[ei]|alimentar[ei]|mental[ei])"
        r"|epilessia|infarto|ictus|hiv",
        "warns": r"effett[oi] (?:collateral[ei]|indesiderat[oi]|avvers[oi])|controindica\w+|sovradosagg\w+|overdose|(?:supervisione|controllo|sorveglianza) medic[oa]|sotto (?:la )?(?:supervisione|sorveglianza|controllo) (?:di|del|della)|(?:ulteriori|altre|altri|più|nuovi) (?:\w+ )?(?:ricerche|studi)(?: (?:\w+ ){0,3}(?:necessari\w*|serv\w+))?"
        r"|(?:risultati|studi|dati|evidenze) (?:\w+ ){0,3}(?:contrastanti|contraddittori|misti|limitati|variabili|incerti)|non (?:\w+ ){0,2}(?:dimostrat[oaie]|provat[oaie]|adatt[oaie])|(?:ancora|resta|restano) (?:\w+ )?(?:incert[oaie]|sconosciut[oaie]|poco chiar[oaie]|da chiarire)|tropp[oaie] [^.]{1,60}(?:provocare|causare|pericolos[oa]|dannos[oa])|complicazion[ei]",
    },
}  # fmt: skip
