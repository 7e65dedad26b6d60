"""The words by which texts claim something about health, by language. Data only; `claims.py` says what they mean.

Of each language:
    heals, medicine, wonder, cleanses: cure words; `claims.py` has the reason for each of the four.
    diseases: what nobody may promise to cure or prevent; `effect_words.py` has what foretells it (blood pressure).
    benefit: says that good is done, before a disease; relieved: the same after it ("migraine can be prevented").
    harm: says the opposite; between a benefit and a disease it parts the two.
    things: what heals or is cured in gardens and kitchens, and is no body; it takes back the words of `heals` beside it.
    denied: takes a claim back where it stands close by; "not only" does not.
    asks, doctor: together they send a reader to somebody who may advise, which is no claim.
    statistical: makes a percentage one about people, risk or effect, and not about flour or slopes.
    without, care: together they say that one does without treatment, medicine or doctor; well: that it does good.
    grown: what in gardens and stables does well without treatment; it takes back `without`.
    share: a figure in words that is always about people or risk.
    sourced: says whose figure it is.
"""

from __future__ import annotations

from collections.abc import Mapping

# International names (WHO, INN) with the endings that European languages give them, their usual stems, and brands that
# stand for them. Left out: hormones and minerals that the body has by itself (insulin, oxytocin, lithium, melatonin).
MEDICINES = (
    r"paracetamol\w?|acetaminof\w+|acetaminophen|ibuprof[eèé]n\w?|aspirin[ea]?|naproxen[eo]?|naprox[èe]ne|diclofenac\w?"
    r"|morfin[ea]?|morphine?|morphium|oxy[ck]odon[ea]?|tramadol\w?|[ck]ode[ïi]n[ea]?|fentan[yi]l\w?|methadone?|metadon[ea]"
    r"|metformin[ea]?|amox[iy][cs]il+in[ea]?|do[xks]+[yi][cz]i[ck]lin[ea]?|prednison[ea]?|levothyroxine?|levotiroxina"
    r"|venlafaxin[ea]?|mirta[zs]apin[ea]?|amitriptylin[ea]?|(?:es)?citalopram|bupropion[ea]?|quetiapin[ea]?"
    r"|meth?yl[pf]h?enidaa?te?|methylphenidat|metilfenidato|zolpidem|pregabalin[ea]?|gabapentin[ea]?|warfarin[ea]?"
    r"|tamoxifen[eo]?|tamoxif[èe]ne|clomif[eè]en|clomiphene|sildenafil\w?|semaglutid[ea]?|liraglutid[ea]?|[ck]etamin[ea]?"
    r"|ivermectin[ea]?|hydroxychloroquine?"
    r"|\w{2,}(?:azepam|azolam|oxetin[ea]?|prazol[eo]?|gliptin[ea]?|sartan[ea]?|[cs]il+in[ea]?(?<=cillin|illine|illina|cilina))"
    r"|(?:ator|sim|lo|prava|rosu|flu)va?statin[ea]?"
    r"|ritalin|concerta|prozac|xanax|valium|seroquel|ozempic|wegovy|viagra|tylenol|advil|nurofen|voltaren|pitocin|syntocinon"
)  # fmt: skip
# Of buttons. Words, not whole labels: "Book your place now".
BOOKING = (
    r"afspraak|afspraken|boek (?:je|uw|een|nu|direct)|inplannen|intake|kennismaking(?:sgesprek)?|aanmelden als|word cliënt"
    r"|book(?: a| an| your| now| online)?\b|appointments?|schedule (?:a|an|your)|consultations?\b"
    r"|termine?\b|buchen|erstgespräch|terminvereinbarung"
    r"|rendez-vous|rdv\b|réserve[rz]|prendre contact|consultation"
    r"|cita\b|citas\b|reserv(?:a|ar|e)\b|pide hora"
    r"|appuntament[oi]|prenota\w*"
)

ROWS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "heals": r"genees|geneest|genezen|genezende?|genezing|geneeskracht\w*|helende (?:kracht\w*|werking|eigenschap\w*|kruid\w*|plant\w*)",
        "medicine": r"(?<!\bje )(?<!\buw )(?<!jouw )medicijn(?:en)?|medicinale?|geneesmiddel(?:en)?",
        "wonder": r"wondermiddel\w*|panacee|wonderbaarlijke genezing|klachtenvrij|symptoomvrij",
        "cleanses": r"ontgift\w*|detox\w*|zuivert (?:het|je|uw) (?:lichaam|bloed|lever)",
        "diseases": r"\w*kanker|tumor(?:en)?|diabetes|suikerziekte|\w*depressies?|dementie|alzheimer|parkinson|hart- en vaatziekten?|\w*ziekten?|hartinfarct\w*|hartaanval\w*|beroertes?|hoge bloeddruk|reuma|artrose|artritis"
        r"|astma|copd|eczeem|psoriasis|migraine|epilepsie|griep|verkoudhe(?:id|den)|covid\S*|longontsteking|autisme|autis\w*stoornis\w*|adhd|ptss|burn-?outs?|\w*stoornis(?:sen)?|fobie|prikkelbare ?darm\w*|pds|endometriose|pcos"
        r"|miskra(?:am|men)|onvruchtbaarheid|obesitas|osteoporose|infecties?",
        "benefit": r"herstel(?:len)? (?:bij|van)|help(?:t|en)?(?: \w+){0,3} (?:tegen|bij|voorkomen|verminderen)|goed (?:voor|tegen|bij)|bescherm(?:t|en)|voorkom(?:t|en)|verminder(?:t|en)|verlicht(?:en)?|verlaag(?:t|d)|verlagen|verklein(?:t|en)|bestrijdt|bestrijden|rem(?:t|men)|gene(?:es|zen)t?"
        r"|werk(?:t|en)(?: \w+)? (?:tegen|bij)|ten goede|baat|behandeling (?:voor|van|bij)|therapie (?:voor|bij)|verzacht(?:en)?|verhelpt|middel(?:en)? tegen"
        r"|(?:verlaging|vermindering|remming|verlichting|bestrijding|voorkoming|versnelling|afname|daling) van|preventie van|bescherming tegen",
        "relieved": r"ten goede|baat|(?<!vaak )(?<!vaker )(?<!veel )(?<!meer )(?<!zelden )(?<!minder )voorkomen|verminderen|verlichten|verlagen|bestrijden|genezen|remmen|tegengaan|verhelpen|verzachten",
        "harm": r"vergroot|vergroten|verhoogt|verhogen|veroorzaakt|veroorzaken|leidt|leiden|bijdragen|krijgen|meer kans",
        "things": r"alle wonden|boom|bomen|bast|schors|snoeiwond\w*|takken|stam|graszode|gazon|beton|lijm|verf",
        "denied": r"niet(?! (?:alleen|enkel|slechts)\b)|geen|nooit|niets|niemand|zonder|nauwelijks|in plaats van",
        "asks": r"overleg\w*|raadpleeg|raadplegen|bespreek|bespreken|vraag|vragen|praat|ga|bel|contact",
        "doctor": r"(?:huis|tand|bedrijfs)?arts(?:en)?\b|apotheker|specialist|behandelaar|verloskundige|dokter",
        "statistical": r"mensen|vrouwen|mannen|kinderen|ouderen|patiënten|deelnemers|volwassenen|jongeren|bevolking|nederlanders|kans|kansen|risico['’]?s?|klachten|ziek\w*|sterfte|vaker|minder vaak|effectiever|stress|pijn|onderzo\w+|studies?"
        r"|daalt|daalde|daling|stijgt|steeg",
        "share": r"(?:één|een|\d{1,2}) op de (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,3})(?! (?:dag|week|weken|maand|keer|uur|uren|jaar))|(?:twee|drie|vier|vijf|tien|\d+) ?(?:keer|maal) (?:zoveel|zo veel|meer|minder|grotere|kleinere|hogere|lagere) (?:kans|risico)",
        "sourced": r"volgens|aldus|blijkens",
        "without": r"(?:zonder|in plaats van|i\.p\.v\.)(?: (?:tussenkomst|hulp|bezoek|gebruik|inzet) (?:van|aan))?(?: (?!(?:van|met|door|bij|voor|naar|op|in|aan|uit|tot|te|recept|verwijzing|verwijsbrief|overleg|toestemming|afspraak|advies)\b)[\w-]+){0,3}",
        "care": r"\w*therap(?:ie|ieën|eut|eute|euten)|(?:therapeutische|medische|psychologische) (?:interventies?|hulp|zorg|ingre(?:ep|pen)|behandeling(?:en)?|begeleiding)|behandeling(?:en)?(?! van\b)|medicatie|medicijn(?:en)?|geneesmiddel(?:en)?|medicamenten|pillen|(?:huis)?arts(?:en)?|dokters?|psycholo(?:og|gen)|psychiaters?|operaties?"
        r"|antidepressiva|pijnstillers?|slaap(?:pillen|middelen)|antibiotica|chemo(?:therapie)?",
        "well": r"gezondheid|gezonde?r|gezond (?:word|blij|leven|houd|oud)\w*|(?:word|blij(?:f|v)|hou|leef)\w*(?: \w+){0,2} gezond|beter(?: (?:te|gaan|kunnen|zullen|weer))? (?:word|voel|slaap|slapen|functioner)\w*|(?:word|werd|voel|slaap|slapen|sliep)\w*(?: \w+){0,3} beter|herstel\w*|gene(?:es|zen)\w*|helen|heelt|heling|verlicht\w*|verlaa?g\w*"
        r"|klachten(?:vrij)?|pijnvrij|symptoomvrij|welzijn|bloeddruk|afweer|immuunsysteem|(?:minder|tegen) (?:pijn|stress|angst)",
        "grown": r"(?:je|uw|de|onze|kamer|tuin|zaai) ?planten|\w*plantjes?|zaailing\w*|bodem|gazon|gras|rozen|buxus\w*|bomen|boom|boompjes?|gewas\w*|oogst|hout|kippen|kip|hond(?:en)?|kat(?:ten)?|koeien|schapen|varkens|dieren|dier|vee|bijen|volken|vissen|konijn(?:en)?|paard(?:en)?",
    },
    "en": {
        "heals": r"cures?(?! (?:the |your |them |these |each |whole )?(?:ham|bacon|salmon|trout|meats?|fish|pork|beef|duck|olives|onions|garlic|squash|pumpkins?|potatoes|eggs?|cheeses?)\b| in (?:the (?:sun|fridge|shed|dark|open)|salt|brine|sugar)| for (?:\S+ ){1,2}(?:hours|days|weeks|months)| overnight)|healing (?:power|propert|effect|food|herb|plant)\w*|(?:promotes?|supports?|speeds?) healing|heals?|healed|curative",
        "medicine": r"(?<!your )(?<!their )(?<!of )(?<!internal )(?<!sports )(?<!veterinary )(?<!evidence-based )(?<!functional )(?<!lifestyle )(?<!study )(?<!studied )(?<!studying )(?<!practise )(?<!practice )medicines?(?! (?:cabinet|ball))|medicinal|medications?",
        "wonder": r"miracle (?:cure|food|drug|remedy)|wonder (?:drug|cure)|cure-all|panacea|symptom-free",
        "cleanses": r"detox\w*|cleanses? (?:the|your) (?:body|blood|liver|system)|purif(?:y|ies) (?:the|your) (?:body|blood|liver)",
        "diseases": r"cancers?|tumou?rs?|diabetes|(?:postpartum )?depression|dementia|alzheimer['’]?s?|parkinson['’]?s?|heart (?:disease|attacks?|failure)|cardiovascular disease|\w*diseases?|illness(?:es)?|strokes?|high blood pressure|hypertension|rheumatism"
        r"|arthritis|asthma|copd|eczema|psoriasis|migraines?|epilepsy|flu|influenza|colds|common cold|covid\S*|pneumonia|autism|adhd|ptsd|burnout|anxiety disorders?|phobias?|irritable bowel\w*|ibs|endometriosis|pcos|miscarriages?|infertility|obesity|osteoporosis|infections?",
        "benefit": r"help(?:s|ed|ing)?(?: \w+){0,3} (?:against|with|prevent|reduce|ease|treat|fight)|prevent(?:s|ing)?|reduc(?:es?|ing)|lower(?:s|ing)|can lower|protect(?:s|ing)?(?: \w+){0,3} (?:against|from)|treats?(?! (?:people|patients|men|women|children|those)\b)"
        r"|treatment for|therapy for|fights?|fight off|eases?|reliev(?:es?|ing)|relief from|good (?:for|against)|cures?|combats?|wards? off|keeps? away|remed(?:y|ies) (?:for|against)|alleviates?|benefits? (?:people|patients|children|those) with"
        r"|(?:lowering|reduction|inhibition|prevention|treatment) of|reduction in|protection (?:against|from)",
        "relieved": r"be (?:prevented|cured|reversed|eased|relieved)|goes away|disappears?",
        "harm": r"increas\w+|rais(?:es?|ing)|caus(?:es?|ing)|leads?|leading|worsens?|more likely|contribut\w+",
        "things": r"all wounds|trees?|bark|trunk|branch(?:es)?|graft|pruning|lawns?|hams?|bacon|pancetta|leather|tobacco|concrete|cement|paint|glue|resin|yolks?|sausages?|(?:a|the|your|our) (?:dry|salt|sugar|smoke)",
        "denied": r"not(?! (?:only|just|merely)\b)|no|nobody|never|nothing|none|without|hardly|cannot|can['’]t|\w+n['’]t|instead of|nor",
        "asks": r"ask|agree\w*|see|consult|talk|speak|check|call|discuss",
        "doctor": r"doctors?\b|physicians?\b|GP\b|pharmacist|midwife|specialist|health professional",
        "statistical": r"people|women|men|children|adults|patients|participants|population|of us|chances?|risks?|symptoms|ill\w*|mortality|deaths?|more often|less often|more likely|less likely|stress|pain|stud(?:y|ies)|research\w*|dropped|fell|rose",
        "share": r"(?:one|two|three|four|\d{1,2}) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:people|women|men|children|adults|patients|of us)|(?:twice|three times|four times|\d+ times) (?:as|more|less) likely",
        "sourced": r"according to|as reported by|reports",
        "without": r"(?:without|instead of|rather than)(?: (?:the (?:help|need|use)(?: of| for)?|help from|seeing|visiting|going to|taking|using|needing|turning to|resorting to))?(?: (?!(?:of|with|by|for|to|from|in|on|at|as|that|note|prescription|referral|permission)\b)[\w-]+){0,3}",
        "care": r"(?:\w*therap(?:y|ies|ists?)|treatments?(?! of\b)|(?:therapeutic|medical|psychological) (?:interventions?|help|care|treatments?|attention)|medications?|medicines?|medicinal products|drugs|pills|(?:doctor|physician|psychologist|psychiatrist)s?(?!['’])|surgery|antidepressants?|painkillers?|sleeping (?:pills|tablets)|antibiotics"
        r"|chemo)",
        "well": r"(?:improv|boost|restor|support|strengthen|protect|better|good for)\w*(?: [\w’']+){0,4} health|health(?: \w+){0,2} (?:improv\w+|gets? better)|(?:stay|get|gett|becom|be|feel|liv|keep|remain)\w*(?: \w+){0,2} (?:healthy|well)|healthier|(?:get|gets|getting|got|feel|feels|feeling|felt|sleep|sleeps|sleeping|slept)(?: \w+){0,2} better"
        r"|recover\w*|heal(?:s|ed|ing)?|cur(?:e|es|ed|ing)|reliev\w+|relief|eas(?:e|es|ed|ing) (?:\w+ ){0,3}(?:pain|stress|anxiety|symptoms|depression)|(?:lower|reduc)\w*(?: \w+){0,3} (?:blood pressure|pain|stress|anxiety|symptoms|inflammation)|symptom-free|pain-free|well-?being|immune system",
        "grown": r"(?:your|the|our|house|garden) ?plants|seedlings?|soil|lawns?|grass|roses|trees?|crops?|harvest|wood|timber|hens?|chickens?|dogs?|cats?|cows?|cattle|sheep|pigs?|animals?|livestock|bees|hives?|colon(?:y|ies)|fish|rabbits?|horses?|pets?",
    },
    "de": {
        "heals": r"heilt|heilen|heilende?[nmrs]?|heilung|geheilt|heilkr\w+",
        "medicine": r"(?<!\bihre )(?<!deine )(?<!eure )medikamente?n?|(?:ist|sind|sein|wie|als|beste|bester|echte|wahre)(?: auch| die| eine| beste| echte| reine| pure){0,3} medizin|arzneimitteln?|arznei(?:en)?|heilmitteln?|medizinisch wirksam\w*",
        "wonder": r"wundermitteln?|wunderheilung|beschwerdefrei\w*|symptomfrei\w*",
        "cleanses": r"entgiftet|entgiften|entgiftung|detox\w*|entschlack\w*",
        "diseases": r"\w*krebs|tumor(?:en)?|diabetes|zuckerkrankheit|depression(?:en)?|demenz|alzheimer|parkinson|herzinfarkte?\w*|herz-kreislauf-erkrankung\w*|\w*erkrankung(?:en)?|\w*krankheit(?:en)?|schlaganf[aä]ll\w*|bluthochdruck|rheuma|arthrose|arthritis"
        r"|asthma|ekzeme?|neurodermitis|schuppenflechte|psoriasis|migräne|epilepsie|grippe|covid\S*|lungenentzündung|autismus|adhs|ptbs|burn-?out|angststörung\w*|reizdarm\w*|endometriose|fehlgeburt\w*|unfruchtbarkeit|adipositas|osteoporose|infektion(?:en)?|erkältung(?:en)?",
        "benefit": r"(?:hilft|helfen)(?: \w+){0,3} (?:gegen|bei)|schütz(?:t|en)(?: \w+){0,3} (?:vor|gegen)|verhinder(?:t|n)|beugt|lindert|lindern|senkt|senken|verringer(?:t|n)|heilt|heilen|bekämpf(?:t|en)|gut (?:gegen|bei|für)|wirk(?:t|en)(?: \w+)? (?:gegen|bei)|mittel gegen|behandlung von|therapie (?:bei|von)"
        r"|(?:senkung|verringerung|hemmung|linderung|bekämpfung|verminderung|reduktion|reduzierung|beschleunigung) (?:von|der|des)|vorbeugung (?:von|gegen)|schutz (?:vor|gegen)",
        "relieved": r"vorbeugen|vorzubeugen|verhindern|lindern|heilen|senken|verringern|bekämpfen|vermeiden",
        "harm": r"erhöh(?:t|en)|verursach(?:t|en)|führ(?:t|en)|begünstig(?:t|en)|steiger(?:t|n)|bekommen",
        "things": r"alle wunden|baum\w*|bäume\w*|rinde|stamm|äste|schnitt(?:wunden?|stellen?)|pfropf\w*|rasen|beton|leim|farbe",
        "denied": r"nicht(?! nur\b)|kein\w*|nie|niemals|nichts|niemand\w*|ohne|kaum|weder|statt",
        "asks": r"frag\w*|sprich|sprechen|sprecht|wende|wenden|konsultier\w*|rücksprache|besprich|besprechen|abklären|klär\w*",
        "doctor": r"(?:haus|fach|zahn)?(?:arzt|ärztin|ärzt\w+)|apotheke\w*|hebamme",
        "statistical": r"menschen|frauen|männern?|kindern?|erwachsenen?|patient\w*|teilnehme\w*|bevölkerung|deutschen|risik\w+|wahrscheinlichkeit|beschwerden|krank\w*|häufiger|seltener|stress|schmerz\w*|studien?|forsch\w+|sank|sinkt|stieg|steigt",
        "share": r"jede[rsmn]? (?:zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte)[rsn]? (?:(?:mensch|frau|mann|kind|erwachsene|deutsche|patient)\w*|leidet|erkrankt|stirbt|hat|ist)"
        r"|(?:doppelt|dreimal|viermal|\d+-?mal) so (?:häufig|oft erkrank\w*|wahrscheinlich)",
        "sourced": r"laut|nach angaben|zufolge",
        "without": r"(?:ohne|statt|anstelle von|anstatt)(?: (?:hilfe|einnahme|besuch|einsatz) (?:von|bei))?(?: (?!(?:von|mit|durch|bei|für|zu|zum|zur|auf|in|an|am|aus|rezept|überweisung|rücksprache|termin|absprache)\b)[\w-]+){0,3}",
        "care": r"\w*therapien?|therapeut(?:en|in|innen)?|(?:therapeutische|ärztliche|medizinische|psychologische)[nr]? (?:interventionen?|hilfe|eingriffe?|behandlung(?:en)?|begleitung)|behandlung(?:en)?(?! (?:von|der|des)\b)|medikamente?n?|medikation|arzneimitteln?|pillen|tabletten|(?:haus)?(?:arzt|ärzten?|ärztin)|psycholog(?:en|in)|psychiater"
        r"|operation(?:en)?|antidepressiva|schmerzmitteln?|schlafmitteln?|antibiotika|chemo(?:therapie)?",
        "well": r"gesundheit|gesünder|gesund (?:werden|bleib\w+|leben|halten)|(?:wird|werden|wirst|bleib\w+|leb\w+|hält|halten)(?: \w+){0,3} gesund|(?:fühl|schlaf|schläf|wird|werden)\w*(?: \w+){0,3} besser|besser (?:schlaf\w+|fühlen|werden)|erhol\w+|genes\w+|geheilt|heilen|heilt|heilung|linder\w+|blutdruck|beschwerdefrei|schmerzfrei|symptomfrei"
        r"|wohlbefinden|immunsystem|abwehrkräfte|(?:weniger|gegen) (?:schmerz\w*|stress|angst\w*)",
        "grown": r"pflanzen|sämlinge?|boden|rasen|gras|rosen|b[aä]um\w*|ernte|holz|hühner\w*|hund\w*|katzen?|kühe\w*|schafe\w*|schweine\w*|tiere?n?|vieh|bienen\w*|völker\w*|fische?n?|kaninchen|pferde?n?",
    },
    "fr": {
        "heals": r"guéri(?:t|r|son|ssent|sseur|e|es|s)?|guérisons|curati(?:f|fs|ve|ves)",
        "medicine": r"(?<!\bvos )(?<!votre )(?<!\btes )(?<!\bleurs )médicaments?|(?:est|sont|être|comme|meilleure|vraie)(?: aussi| la| une| meilleure| vraie){0,3} médecine|médicinales?|médicinaux|médicinal",
        "wonder": r"remèdes? miracles?|produits? miracles?|panacée|sans symptômes",
        "cleanses": r"détox\w*|purifie(?:nt)? (?:le|votre|ton) (?:corps|sang|foie|organisme)",
        "diseases": r"cancers?|tumeurs?|diabète|dépression|démence|alzheimer|parkinson|maladies?|infarctus|avc|hypertension|rhumatismes?|arthrose|arthrite|asthme|eczéma|psoriasis|migraines?|épilepsie|grippe|covid\S*|pneumonie|autisme|tdah|burn-?out|troubles? anxieux"
        r"|côlon irritable|endométriose|fausses? couches?|infertilité|stérilité|obésité|ostéoporose|infections?|rhumes?",
        "benefit": r"aide(?:nt|r)?(?: \w+){0,3} (?:contre|prévenir|réduire|soulager|traiter|combattre|guérir)|protège(?:nt)?(?: \w+){0,3} (?:contre|de|des)|prévien(?:t|nent)|soulage(?:nt)?|réduit|réduisent|diminue(?:nt)?|guéri(?:t|ssent)|lutte(?:nt)? contre|efficaces? contre|bon(?:ne)? (?:pour|contre)"
        r"|remèdes? (?:contre|à)|traitement (?:de|du|contre)|bénéfique"
        r"|(?:baisse|diminution|réduction|soulagement|prévention|inhibition|accélération) (?:de|du|des|d['’])|protection contre",
        "relieved": r"(?:peut|peuvent) être (?:prévenu|guéri|soulagé|évité)e?s?|se soignent?|disparaît",
        "harm": r"augmente\w*|provoque\w*|cause(?:nt)?|entraîne\w*|aggrave\w*|favorise\w*",
        "things": r"arbres?|écorce|tronc|branches?|greffe|pelouse",
        "denied": r"ne|n['’]\w+|pas(?! seulement\b)|aucune?|jamais|rien|personne ne|sans|au lieu",
        "asks": r"consulte\w*|parle\w*|demande\w*|voyez|appelez|avis",
        "doctor": r"médecins?\b|pharmacien\w*|sage-femme|spécialiste|docteur",
        "statistical": r"personnes|gens|femmes|hommes|enfants|adultes|patients|participants|population|français|risques?|chances|symptômes|malad\w+|mortalité|plus souvent|moins souvent|stress|douleurs?|études?|recherche\w*",
        "share": r"(?:une?|deux|trois|\d{1,2}) (?:personnes?|femmes?|hommes?|enfants?|adultes?) sur (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,3})|(?:deux|trois|\d+) fois (?:plus|moins) (?:de risques?|souvent malade)",
        "sourced": r"selon|d['’]après",
        "without": r"(?:sans|au lieu (?:de|d['’])|à la place (?:de|d['’]|des|du))(?: (?:l['’]aide|recours|recourir|prendre|consulter|passer)(?: (?:de|d['’]|à|par|au|aux))?)?(?:[  ]?(?!(?:avec|par|pour|chez|en|dans|sur|ordonnance|rendez|accord|avis)\b)[\w-]+['’ ]){0,3}",
        "care": r"\w*thérap(?:ie|ies|eutes?)|(?:interventions?|aides?|soins?|traitements?) (?:thérapeutiques?|médica(?:l|le|ux|les)|psychologiques?)|traitements?(?! d[ue]s?\b)|médicaments?|médication|pilules?|cachets|comprimés|médecins?|docteurs?|psychologues?|psychiatres?|opération|antidépresseurs?|antidouleurs?|somnifères?|antibiotiques?"
        r"|chimio(?:thérapie)?",
        "well": r"santé|bonne santé|(?:en|plus) (?:sains?|saines?)|aller mieux|va(?:is|s)? mieux|vont mieux|(?:sent|sentir|sentez|dor)\w* mieux|mieux (?:dormir|vivre|se sentir)|guéri\w*|rétabli\w*|soulage\w*|apais\w+|tension (?:artérielle)|bien-être|(?:système )immunitaire|(?:moins de|contre (?:la|le|l['’])) ?(?:douleurs?|stress|anxiété)",
        "grown": r"plantes?|semis|sol|pelouse|gazon|rosiers?|arbres?|récoltes?|bois|poules?|chiens?|chats?|vaches?|moutons?|cochons?|animaux|animal|abeilles?|ruches?|poissons?|lapins?|chevaux|cheval",
    },
    "es": {
        "heals": r"curan?(?! de)|curar|curativ[oa]s?|sanan|sanar|sanador\w*|curación",
        "medicine": r"(?<!\btus )(?<!\bsus )(?<!\btu )(?<!\bsu )medicamentos?|medicinal(?:es)?|(?:una|mejor|como|es|son|ser|también|pura|verdadera) medicina|medicinas|fármacos?",
        "wonder": r"remedios? milagros\w+|productos? milagro|panacea|sin síntomas",
        "cleanses": r"detox\w*|desintoxica\w*|depuran? (?:el|tu|su|la) (?:cuerpo|sangre|hígado)",
        "diseases": r"cáncer(?:es)?|tumor(?:es)?|diabetes|depresión|demencia|alzhéimer|alzheimer|párkinson|parkinson|enfermedad(?:es)?|infartos?|ictus|hipertensión|reuma|artrosis|artritis|asma|eczemas?|psoriasis|migrañas?|epilepsia|gripe|covid\S*|neumonía|autismo|tdah"
        r"|burn-?out|trastornos? de ansiedad|colon irritable|endometriosis|abortos? espontáneos?|infertilidad|esterilidad|obesidad|osteoporosis|infecci(?:ón|ones)|resfriados?",
        "benefit": r"ayudan?(?: \w+){0,3} (?:contra|prevenir|reducir|aliviar|tratar|combatir)|protegen?(?: \w+){0,3} (?:contra|de|del)|previenen?|alivian?|reducen?|disminuyen?|curan?|combaten?|buen[oa]s? (?:para|contra)|eficaz(?:es)? contra|remedios? (?:contra|para)|tratamiento (?:de|del|contra|para)"
        r"|(?:reducción|disminución|alivio|prevención|descenso|inhibición|aceleración) del?|protección contra",
        "relieved": r"se (?:curan?|previenen?|alivian?|evitan?)|desaparece",
        "harm": r"aumentan?|provocan?|causan?|empeoran?|conducen?|favorecen?",
        "things": r"jamón|jamones|quesos?|chorizos?|embutidos?|lomo|cecina|en (?:sal|bodega|secadero)|árbol(?:es)?|corteza|injertos?|cemento|hormigón|pintura|el cura|del cura|al cura",
        "denied": r"no(?! (?:solo|sólo|solamente)\b)|nunca|nada|nadie|ningún|ningun[oa]|sin|tampoco|ni|en lugar de",
        "asks": r"consult\w*|habl\w*|pregunt\w*|pide|acude\w*|llam\w*",
        "doctor": r"médic[oa]s?\b|farmacéutic\w*|matrona|especialista|doctora?\b",
        "statistical": r"personas|gente|mujeres|hombres|niñ[oa]s|adultos|pacientes|participantes|población|españoles|riesgos?|probabilidad\w*|síntomas|enferm\w*|mortalidad|más a menudo|estrés|dolor(?:es)?|estudios?|investigaci\w+",
        "share": r"(?:un[oa]?|dos|tres|\d{1,2}) de cada (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{1,3})|(?:dos|tres|\d+) veces más (?:riesgo|probab\w+)",
        "sourced": r"según|de acuerdo con",
        "without": r"(?:sin|en (?:lugar|vez) de)(?: (?:ayuda de|necesidad de|recurrir a|tomar|acudir al?|ir al|usar))?(?: (?!(?:con|por|para|en|desde|a|al|del?|receta|cita|permiso)\b)[\w-]+){0,3}",
        "care": r"\w*terapias?|terapeutas?|(?:intervenci(?:ón|ones)|ayuda|atención|tratamientos?) (?:terapéutic|médic|psicológic)[oa]s?|tratamientos?(?! del?\b)|medicamentos?|medicación|medicinas?|fármacos?|pastillas|píldoras|médic[oa]s?|psicólog[oa]s?|psiquiatras?|cirugía|antidepresivos?|analgésicos?|somníferos?|antibióticos?|quimio(?:terapia)?",
        "well": r"salud|más san[oa]s?|san[oa]s? y|(?:estar|vivir|mantener\w*|permanecer) san[oa]s?|mejora\w*|(?:sent|dorm|duerm|sient)\w* mejor|mejor (?:dormir|salud)|recuper\w+|cur(?:a|an|ar|arse|aron|ó)|sanan?|sanar\w*|alivi\w+|bienestar|sistema inmunitario|(?:tensión|presión) arterial|(?:menos|contra el) (?:dolor|estrés|ansiedad)",
        "grown": r"plantas?|semilleros?|suelo|césped|rosales|árbol(?:es)?|cosechas?|madera|gallinas?|perros?|gatos?|vacas?|ovejas?|cerdos?|animal(?:es)?|abejas|colmenas?|peces|conejos?|caballos?|ganado",
    },
    "it": {
        "heals": r"guarisc(?:e|ono)|guarire|guarigione|guaritric[ei]|curativ[oaie]|curative",
        "medicine": r"(?:una|migliore|vera|come|è|sono|essere|anche|pura) medicina|medicinal[ei]|(?<!tuoi )(?<!suoi )farmac[oi]|(?<!tuoi )(?<!suoi )medicament[oi]",
        "wonder": r"rimedi(?:o)? miracolos[oi]|panacea|senza sintomi",
        "cleanses": r"detox\w*|disintossic\w*|depura(?:no)? (?:il|la|l['’]) ?(?:corpo|sangue|fegato|organismo)",
        "diseases": r"cancro|tumor[ei]|diabete|depressione|demenza|alzheimer|parkinson|malatti[ae]|infarto|ictus|ipertensione|reumatismi|artrosi|artrite|asma|eczem[ai]|psoriasi|emicrani[ae]|epilessia|(?:l|dell|un)['’]influenza|covid\S*|polmonite|autismo|adhd|burn-?out|disturb[oi] d['’]ansia"
        r"|colon irritabile|endometriosi|aborto spontaneo|infertilità|sterilità|obesità|osteoporosi|infezion[ei]|raffreddor[ei]",
        "benefit": r"aiuta(?:no)?(?: \w+){0,3} (?:contro|prevenire|ridurre|alleviare|curare|combattere)|protegg(?:e|ono)(?: \w+){0,3} (?:contro|da|dal|dalla|dalle|dai)|previen(?:e|gono)|prevengono|allevia(?:no)?|riduc(?:e|ono)|diminuisc(?:e|ono)|guarisc(?:e|ono)|combatt(?:e|ono)|efficac[ei] contro"
        r"|fa bene (?:a|contro)|rimedi(?:o)? (?:contro|per)|trattamento (?:di|del|della|per)"
        r"|(?:riduzione|diminuzione|abbassamento|sollievo|prevenzione|inibizione|accelerazione) (?:di|del|dei|della|delle|dell['’]|da|dal|dalla)|protezione (?:da|dal|contro)",
        "relieved": r"si (?:cura(?:no)?|previen(?:e)?|prevengono|allevia(?:no)?|evita(?:no)?)|scompare",
        "harm": r"aumenta(?:no)?|provoca(?:no)?|causa(?:no)?|peggiora(?:no)?|porta(?:no)?|favorisc(?:e|ono)",
        "things": r"alber[oi]|corteccia|tronco|ram[oi]|innest[oi]|prato",
        "denied": r"non(?! (?:solo|soltanto)\b)|mai|nulla|niente|nessun[oa]?|senza|né|invece di",
        "asks": r"consult\w*|parl\w*|chied\w*|rivolg\w*|senti",
        "doctor": r"medic[oi]\b|farmacista|ostetrica|specialista|dottoress\w*|dottore",
        "statistical": r"persone|donne|uomini|bambin[ie]|adulti|pazienti|partecipanti|popolazione|italiani|rischi[o]?|probabilità|sintomi|malat\w+|mortalità|più spesso|stress|dolor[ei]|stud[io]+|ricerc\w+",
        "share": r"(?:un[oa]?|due|tre|\d{1,2})(?: (?:person[ae]|donn[ae]|uom(?:o|ini)|bambin[aoi]|adult[oi]))? su (?:due|tre|quattro|cinque|sei|sette|otto|nove|dieci|\d{1,3})(?! (?:ore|giorni|minuti))|(?:due|tre|\d+) volte più (?:rischio|probab\w+)",
        "sourced": r"secondo|stando a",
        "without": r"(?:senza|invece (?:di|d['’]|del|della|dei)|al posto (?:di|del|della|dei|degli))(?: (?:l['’]aiuto di|bisogno di|ricorrere (?:a|ai|al)|prendere|andare dal|assumere|usare))?(?:[ ]?(?!(?:con|per|da|dal|in|su|del|della|ricetta|appuntamento|permesso)\b)[\w-]+['’ ]){0,3}",
        "care": r"\w*terapi[ae]|terapeut[aio]|(?:intervent[oi]|aiuto|cure|trattament[oi]) (?:terapeutic|medic|psicologic)(?:[oae]|he|i)|trattament[oi](?! (?:di|del|della)\b)|farmac[oi]|medicin[ae]|medicinali|pillole|pastiglie|medic[oi]|dottor[ei]|psicolog[oai]|psichiatr[ai]|intervento chirurgico|antidepressiv[oi]|antidolorific[oi]|sonnifer[oi]"
        r"|antibiotic[oi]|chemio(?:terapia)?",
        "well": r"salute|più san[oaie]|(?:stare|sta|restare|vivere|sentirsi|dormire|stai|sentirai)(?: \w+){0,1} (?:meglio|bene|san[oaie])|migliora\w*|meglio (?:dormire|di salute)|guari\w+|recuper\w+|allevia\w*|benessere|sistema immunitario|pressione (?:sanguigna|arteriosa)|(?:meno|contro (?:il|lo|l['’])) ?(?:dolore|stress|ansia)",
        "grown": r"piante?|piantine|semenzai[oi]?|suolo|terreno|prato|rose|alber[oi]|raccolt[oi]|legno|galline?|can[ei]|gatt[oi]|mucche|pecore|maial[ei]|animal[ei]|api|alveari|pesci|conigl[oi]|cavall[oi]|bestiame",
    },
}  # fmt: skip
