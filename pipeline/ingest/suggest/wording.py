"""Wording that makes a sentence no key point, in a table by language. Pure.

Stricter than what a written key point must hold: a sentence that we choose ourselves and that is doubtful stays out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Unfit:
    """Patterns of one language. `opening` is looked for at the beginning of a sentence, the others anywhere in it.

    Attributes:
        opening: Goes on with a row, a story or a study that was begun before ("A second reason", "The researchers").
        pointing: A word for something named elsewhere ("these hormones", "such a case").
        announcing: Promises what comes after it ("in several ways"), and says little by itself.
        restricting: Of a sentence that points back: that it says where the one before it holds.
        denying: Bare negation: a sentence of its own that denies something else limits nothing.
        outside: Sends the reader to another place, or says what the article does ("as we saw", "figure 2").
        story: Somebody tells of himself, or of one day.
        past: Verbs that tell what happened once; within a section such a sentence is part of a story.
        reported: What one person or one study says or asks, rather than what is so.
        invitation: Wants the reader to come, buy, write or ask.
        amount: A share, a dose or a measure of effect, which needs its source and its circumstances.
        tested: Whom or what was studied; a finding in them is told only with them.
        grave: What nobody wants to read as a cheerful fact.
    """

    opening: str
    pointing: str
    announcing: str
    restricting: str
    denying: str
    outside: str
    story: str
    past: str
    reported: str
    invitation: str
    amount: str
    tested: str
    grave: str


_UNFIT: dict[str, Unfit] = {
    "nl": Unfit(
        opening=r"(?:een|de|het) (?:ander[e]?|tweede|derde|vierde|laatste|volgende|eerste|nog een|andere)\b|nog (?:een|meer|zo)|verder|(?:ten )?(?:eerste|tweede|derde|vierde|slotte)\b|tot slot|denk (?:aan|bijvoorbeeld|ook)|zoals|bijvoorbeeld|stel dat|inmiddels|juist|sterker nog|vandaar|hetzelfde|hoe dan ook|natuurlijk|gelukkig|helaas|eigenlijk|ja\b|nee\b|kijk\b|hier(?:om|na|voor)?\b|daar\w*|er(?:na|door|mee|van|voor)?\b|nu\b|eerst\b|meer dan dat|anderen|sommige[n]?\b|de (?:een|één|ander)\b|de rest\b|het (?:gaat|blijft|lijkt|bleek|gevolg|verschil|antwoord|idee|recept|was|waren|zijn|duurt|kost|komt)\b"
        r"|(?:de|het|ook de|alle|beide) (?:deelnem\w+|onderzoek\w*|studies?|auteurs?|resultaten|uitkomsten?|wetenschappers|proef\w*|controlegroep|groep(?:en)?|cijfers|patiënten|reden|oorzaak|oplossing|truc|methode|techniek|conclusie|meesten?|overige|genoemde)\b"
        r"|(?:wanneer|als|omdat|doordat|hoewel|terwijl|toen|voordat|nadat|zodra|zolang|naarmate|of|door|met|voor|bij|van|na|zonder) (?:dit|dat|deze|die|hij|zij|ze|het|hem|hun|haar)\b (?!\w+(?:e|en)? (?:is|zijn)\b)|\w+ (?:dan|daarna|vervolgens|ze|hem|die|dat)\b|\w+ het (?:in|op|met|bij|voor|van|eerst|dan|nog|weer|af|uit|goed|een)\b|(?:in|op|onder|bij|met|na|voor|door|over|van|tijdens|zonder|tegen) (?:[\w’'-]+ ){1,5}?(?:ze|hij|zij)\b|wat (?:overblijft|telt|verschilt)\b|(?:twee|drie|vier|vijf) die\b|veel (?:mensen|lezers|tuiniers|ouders)\b|de meeste mensen\b",
        pointing=r"dit(?! (?:jaar|seizoen)\b)|deze|zulke?|dergelijke|hij|hem|zij|dezelfde|zo['’]n|hier(?:bij|door|in|mee|om|op|uit|van|voor|toe)|daar(?:bij|door|in|mee|na|om|op|uit|van|voor|toe|naast|aan|tegenover|entegen)|die (?:manier|reden|gevallen|groep|verwerking|periode|fase)|dat (?:geval|moment|proces|gebied)|net als (?:bij|in)? ?(?:het|de) vorige"
        r"|(?:een|geen|nog) ervan|ervan|erdoor|ermee|eraan|ertegen|(?:is|was|doet|werkt|kan|wordt|heeft|komt|geldt|maakt) (?:dat|dit)|echter|immers|namelijk|dan ook|overigens|daarentegen|bovendien|eveneens|trouwens|(?<!maar )(?<!als )ook",
        announcing=r"(?:op )?(?:verschillende|meerdere|diverse|allerlei) (?:manieren|redenen|soorten|vormen|oorzaken|stappen|factoren|dingen|voordelen)|(?:veel|tal van|enkele|twee|drie|vier|vijf|zes|zeven|acht|tien|\d+) (?:manieren|redenen|tips|stappen|vragen|voorbeelden|soorten|dingen|adviezen|voordelen|ideeën|fouten)|een (?:aantal|tweetal|drietal|paar)|het volgende|als volgt",
        restricting=r"geldt|gold|gelden|lijk(?:t|en)|hangt|afhankelijk|vooral|voornamelijk|met name|als|indien|wanneer|zolang|mogelijk|waarschijnlijk|misschien|onduidelijk|onzeker|wisselend|meestal|soms|doorgaans|zonder|tijdens|maar(?! ook)|wel|nog",
        denying=r"niet|niets|geen|nooit|nergens|niemand",
        outside=r"zoals (?:we|je|u|al|hierboven|eerder|gezegd|beschreven|genoemd)|hierboven|hieronder|boven(?:staand|genoemd|vermeld)e?|onderstaande?|volgende (?:stap|punt|tip|vraag|voorbeeld|manier|alinea|paragraaf|lijst)\w*|(?:figuur|tabel|afbeelding|grafiek|bijlage|hoofdstuk|pagina|blz\.?) ?\d*|in dit (?:artikel|stuk|blog|hoofdstuk)|dit (?:artikel|stuk|blog)|lees|klik|bekijk|zie (?:ook|hier|de)|we (?:zetten|leggen|bespreken|laten|geven|vertellen)|binnen onze|onze praktijk|ons team|vind(?:t)? (?:je|u)|staat in (?:ons|onze|de handleiding)|onze (?:gids|handleiding|site|website|pagina)",
        story=r"ik|mij|mijn|mezelf|gisteren|vandaag|morgen|vorige week|vorig jaar|onlangs|laatst|op een (?:dag|avond|ochtend)|deze week|vertelde|herinner\w*|(?:we|wij) (?:hebben|hadden|waren|gingen|deden|kregen|zagen|wilden|begonnen|dachten)|(?:hebben|hadden|waren|gingen|wilden) (?:we|wij)|(?:twee|drie|vier|vijf|tien) (?:jaar|zomers|winters|weken|maanden) geleden|vanavond|vanochtend|vanmiddag|vannacht",
        past=r"was|waren|had|hadden|werd|werden|bleek|bleken|ging|gingen|kwam|kwamen|zag|zagen|vond|vonden",
        reported=r"zegt|zei|vertelt|aldus|volgens(?! het recept| de regels)|stelt dat|stelde dat|vindt dat|beweren|beweert|denkt dat|conclude\w+|meent|opper\w+|suggere\w+|geïnterviewde\w*|\(\d{2}\)",
        invitation=r"neem (?:gerust )?contact|meld (?:je|u)|schrijf (?:je|u) in|bestel\w*|bezoek|abonneer\w*|nieuwsbrief|afspraak|webinar|gratis|korting|aanbieding|begeleiding|raadpleeg|overleg met|vraag (?:je|uw|altijd|eerst)|(?:huis)?arts (?:om|raad)|welkom|bij ons|reageer|deel (?:dit|het)|boek (?:nu|een)|cursus|workshop|kom (?:naar|langs|op|kijken|mee|gerust)|schuif aan|neem .{0,20}mee naar",
        amount=r"procent|promille|milligram|microgram|\d+ ?mg|(?:twee|drie|vier|vijf|tien|\d+)(?:maal| ?keer| maal) (?:zo|meer|minder|vaker|hoger|lager)|helft|één op de|een op de|kwart van|meerderheid",
        tested=r"(?:bij |in |op |van )?(?:ratten|muizen|apen|proefdieren|dierproeven|dierstudies|proefpersonen|reageerbuis\w*|(?:onderzoek|studie|experiment|proef) (?:bij|onder|met|van \d+))",
        grave=r"miskra\w+|doodgeboren\w*|zelfmoord|zelfdoding|suïcid\w+|kanker|tumor\w*|autis\w+|overl[ei]d\w+|sterft|stierf|sterven|dood|doden|morfine|opioïd\w*|heroïne|medicijn\w*|medicatie|antidepressiva|misbruik\w*|mishandel\w*|verkracht\w*|trauma\w*|ptss|geneest|genezen|genezing|geneeskracht\w*",
    ),
    "en": Unfit(
        opening=r"(?:a|the|one|yet) (?:second|third|fourth|final|last|next|other|first|another|same|rest|latter|former|answer|reason|result|trick|solution|difference|upshot)\b|another|others?\b|some (?:do|are|have|of (?:them|these|us))\b|second(?:ly)?\b|third(?:ly)?\b|first(?:ly)?\b|finally|lastly|next\b|further|for (?:example|instance|one thing)|take\b|consider\b|imagine\b|think of|say you|even so|even then|indeed|instead|of course|luckily|fortunately|sadly|actually|in fact|well,|yes\b|no,|now\b|once\b|because of|there\b|one of (?:them|these)|the more so|most of (?:them|it)|all of (?:them|it)|for (?:him|her|them)\b|as (?:mentioned|noted|discussed)"
        r"|(?:the|all|both|these) (?:researchers?|scientists?|team|study|studies|trial|experiment|participants?|volunteers?|authors?|results?|findings?|control group|groups?|numbers|figures|patients?|conclusion|others)\b"
        r"|(?:when|if|because|although|though|while|as|after|before|once|since|until|whether|in|for|to|by|with|from|without|than) (?:they|it|he|she|their|its|his|her|this|that|these|those|them|him|such)\b|\w+ (?:it|them|him|her|one)\b|(?:in|on|under|at|by|for|with|from|after|before|over|since|through|during|without|inside) (?:[\w’'-]+ ){1,5}(?:it|they|he|she)\b|what (?:differs|matters|counts|follows|remains)\b|\w+ with (?:two|three|four|five) that\b|(?:many|most|plenty of|lots of) (?:people|of us|readers|gardeners|cooks|parents)\b|\w+ the \w+ (?:on|in|of|at|from) (?:its|their)\b",
        pointing=r"this|these|those(?! who\b)|such(?! as\b)|he|she|him|his(?! or her\b)|the (?:former|latter|same (?:way|reason|thing|goes|effect))|(?:shows?|found|find|finds|knows?|says?|means?|suggests?|think|thinks) (?:that )?(?:it|they)|however|therefore|thus|hence|moreover|furthermore|after all|as a result|consequently|nevertheless|instead|though(?=[.,])|(?<!but )also|too(?=[.,])|some(?= (?:for|in|to|of (?:it|them))\b)|(?:the|another|each|every|which|an?) (?:\w+ )?ones?(?! (?:who|of us)\b)",
        announcing=r"(?:several|various|different|many|a few|some|two|three|four|five|six|seven|eight|ten|\d+) (?:ways?|reasons|tips|steps|questions|examples|kinds|things|ideas|mistakes|benefits|factors|options)|a (?:number|couple|handful) of|the following|as follows",
        restricting=r"applies|apply|holds|seems?|appears?|depends?|depending|especially|mainly|mostly|chiefly|particularly|if|when|as long as|possibly|perhaps|probably|unclear|uncertain|mixed|usually|sometimes|without|during|though|but(?! also)|yet|still",
        denying=r"not|no|none|nothing|never|nobody|cannot|neither|nor|\w+n['’]t",
        outside=r"as (?:we|you|i) (?:saw|have seen|will see|said|discussed|know)|as (?:mentioned|described|discussed|noted|shown)|(?:see|described|mentioned|listed|named|the \w+) (?:above|below)|earlier|(?:the )?(?:next|following|previous) (?:step|point|tip|section|example|question|paragraph|list|part)s?|(?:figure|fig\.|table|chart|appendix|chapter|page) ?\d+|(?:the|this) (?:article|post|blog|guide|chapter)|read (?:on|more)|click|see (?:also|here|the|our)|here (?:is|are)|let['’]s|we (?:look|explain|list|show|share|tell)|our (?:team|practice|clinic)|you(?:['’]ll| will| can)? find|(?:in|on) our",
        story=r"i|me|my|myself|i['’](?:m|ve|d|ll)|yesterday|today|tomorrow|last (?:week|month|year|spring|summer|autumn|winter|night)|one (?:day|morning|evening|night)|recently|ago|remember(?:s|ed)?|this week|we (?:have(?! to)|had|were|did|lost|set|went|got|saw|began|thought|wanted|bought|made|built|took|\w+ed\b)|tonight|this (?:morning|afternoon|evening)",
        past=r"was|were|had|did|went|came|saw|took|made|gave|got",
        reported=r"says?|said|told|tells (?:us|me|them|her|him)|according to|argues?|argued|claims?|claimed|believes?|concludes?|concluded|suggests? that|suggested|wondered|asked|explains?|explained|\(\d{2}\)|aged \d+",
        invitation=r"contact us|get in touch|sign up|subscribe\w*|order (?:now|your|a)|book (?:a|an|your|now)|visit (?:us|our)|newsletter|appointment|webinar|discount|special offer|for free|consult (?:a|your)|(?:ask|talk to|see) (?:a|your) (?:doctor|gp|physician|pharmacist)|welcome|join (?:us|our)|share this|course|workshop|call us|come (?:to|and|by|along|round)|drop (?:in|by)|(?:ask|talk to) us",
        amount=r"per ?cent|percentage|milligrams?|micrograms?|\d+ ?mg|(?:twice|two|three|four|five|ten|\d+) ?(?:times|-?fold) (?:as|more|less|higher|lower|likel\w+)|twice as|half (?:of|as)|one in (?:two|three|four|five|ten|\d+)|a (?:third|quarter) of|majority",
        tested=r"rats?|mice|mouse|monkeys?|lab(?:oratory)? animals?|animal (?:studies|tests|models?)|test subjects?|(?:study|studies|trial|experiment) (?:of|in|with|among|on)|petri dish\w*|in vitro",
        grave=r"miscarr\w+|stillb\w+|suicid\w+|cancers?|tumou?rs?|autis\w+|dies?|died|dying|death|dead|deadly|kill\w*|morphine|opioids?|heroin|medication|medicines?|antidepressants?|abus\w+|rape\w*|trauma\w*|ptsd|cures?|cured|heals|healing",
    ),
    "de": Unfit(
        opening=r"(?:ein|eine|der|die|das) (?:ander\w+|weiter\w+|zweite\w*|dritte\w*|letzte\w*|nächste\w*|erste\w*|gleiche\w*|rest|antwort|grund|ergebnis|lösung|trick|unterschied)\b|noch (?:ein|mehr)|ferner|erstens|zweitens|drittens|schließlich|zuletzt|zum (?:einen|anderen|schluss|beispiel)|denken? (?:sie|du|wir)|nehmen wir|etwa\b|wie (?:gesagt|schon|bereits|oben)|mittlerweile|gerade\b|mehr noch|natürlich|glücklicherweise|leider|eigentlich|ja\b|nein\b|hier(?:bei|durch|für|her|in|mit|nach|von|zu|an|aus)?\b|da(?:bei|durch|für|gegen|her|hin|mals|mit|nach|neben|ran|rauf|raus|rin|rum|von|vor|zu|zwischen|nn)?\b|jetzt\b|nun\b|zuerst\b|andere\b|manche\b|einige (?:von|der)|die (?:einen|anderen|meisten|übrigen)\b|dasselbe|es (?:geht|bleibt|war|waren|gibt|ist|dauert|kostet|kommt|scheint)\b|das (?:geht|dauert|kostet|funktioniert|gelingt|klappt|reicht|muss|soll|darf|lässt|gibt|sind|waren|klingt|tut)\b"
        r"|(?:der|die|das|alle|beide) (?:forsch\w+|wissenschaftler\w*|studien?|untersuchung\w*|teilnehm\w+|proband\w+|autor\w*|ergebnisse?|kontrollgruppe|gruppen?|zahlen|patient\w*|ursache|methode)\b"
        r"|(?:wenn|weil|da|obwohl|während|als|nachdem|bevor|sobald|solange|ob|durch|mit|für|bei|von|nach|ohne) (?:dies\w*|sie|er|es|ihm|ihn|ihr\w*|sein\w*|jene\w*|denen|dem)\b|(?:sie|er|es|ihn|ihm|ihr)\b|\w+ (?:dann|danach|sie ihn|sie es|sie ihm|ihn|es|ihm)\b|(?:in|im|an|am|auf|unter|bei|mit|nach|vor|über|von|zu|durch) (?:[\w’'-]+ ){1,4}er\b|was (?:bleibt|zählt)\b|\w+ mit (?:zwei|drei|vier) an,? die\b|(?:viele|die meisten) (?:menschen|leute|von uns|eltern)\b|viele\b(?= \w+en\b)",
        pointing=r"dies(?:e[rsmn]?|es)?|solche[rsnm]?|jene[rsnm]?|derselbe[n]?|dieselbe[n]?|dasselbe|dadurch|dabei|daran|darauf|dafür|davon|dazu|darin|daraus|dagegen|danach|hierbei|hierzu|hierfür|dessen|deren|jedoch|allerdings|nämlich|übrigens|außerdem|zudem|ebenfalls|hingegen|daher|deshalb|somit|folglich|demnach|(?<!sondern )(?<!als )(?<!wie )auch|(?<!, )(?<!, ist )aber",
        announcing=r"(?:verschiedene|mehrere|viele|einige|diverse|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|\d+) (?:weisen|arten|gründe|tipps|schritte|fragen|beispiele|dinge|ideen|fehler|vorteile|faktoren|möglichkeiten|wege)|eine reihe von|ein paar|folgend\w*|wie folgt",
        restricting=r"gilt|galt|gelten|scheint|scheinen|hängt|abhängig|vor allem|besonders|hauptsächlich|wenn|falls|sofern|solange|möglich\w*|vielleicht|wahrscheinlich|unklar|ungewiss|meist\w*|manchmal|ohne|während|aber|jedoch|doch|noch",
        denying=r"nicht|nichts|kein\w*|nie|niemals|nirgends|niemand|weder",
        outside=r"wie (?:wir|sie|du|oben|bereits|gesagt|erwähnt|beschrieben|gesehen)|oben (?:genannt|erwähnt|beschrieben)\w*|(?:siehe|weiter) unten|folgend\w*|nächste[nrs]? (?:schritt|punkt|tipp|abschnitt|beispiel)\w*|obige\w*|(?:abbildung|abb\.|tabelle|grafik|kapitel|seite) ?\d+|in diesem (?:artikel|beitrag|text|kapitel)|lesen sie|lies\b|klick\w*|siehe|sehen sie|wir (?:zeigen|erklären|stellen|geben|verraten)|unser team|unserer praxis|steht (?:in|im|auf) unser\w*|findest du|finden sie|unsere[rmn]? (?:anleitung|seite|website|ratgeber)",
        story=r"ich|mir|mich|mein\w*|gestern|neulich|kürzlich|letzte[nrs]? (?:woche|jahr|monat|sommer|winter)|eines (?:tages|abends|morgens)|vorige[nrs]?|diese woche|erinner\w*|wir (?:haben|hatten|waren|gingen|wollten|bekamen|begannen|dachten)|(?:haben|hatten|waren|wollten) wir|heute abend|heute morgen|heute früh",
        past=r"war|waren|hatte|hatten|wurde|wurden|ging|gingen|kam|kamen|sah|sahen|fand|fanden",
        reported=r"sagt|sagte|erzählt\w*|laut|zufolge|behauptet\w*|meint|schreibt|schrieb|berichte\w*|vermute\w*|schlussfolger\w*|erklärt\w*|\(\d{2}\)",
        invitation=r"kontaktier\w*|melden sie sich|melde dich|bestell\w*|besuch(?:en|e) (?:sie|uns|dich)|newsletter|termin|webinar|kostenlos|gratis|rabatt|angebot|fragen sie (?:ihren|ihre)|frag (?:deinen|deine)|(?:haus)?arzt (?:auf|fragen)|ärztin|willkommen|bei uns|abonnier\w*|teile\w* (?:diesen|den)|kurs|workshop|buchen|komm(?:t|en sie)? (?:zum|zur|zu|in|vorbei|gern)|schau\w* vorbei|macht? mit",
        amount=r"prozent|promille|milligramm|mikrogramm|\d+ ?mg|(?:doppelt|dreimal|viermal|zehnmal|\d+(?:-?mal|fach)) (?:so|mehr|höher|weniger|häufiger)|hälfte|jede[rs]? (?:zweite|dritte|vierte|fünfte|zehnte)|viertel der|drittel der|mehrheit",
        tested=r"ratten|mäusen?|affen|versuchstieren?|tierversuch\w*|tierstudien|proband\w+|reagenzglas|(?:studien?|untersuchung|versuch|experiment) (?:mit|an|bei|unter)",
        grave=r"fehlgeburt\w*|totgeburt\w*|selbstmord\w*|suizid\w*|krebs(?:erkrank\w*|patient\w*|risiko)?|tumor\w*|autis\w+|sterben|stirbt|starb\w*|tod|tot|tödlich\w*|gestorben|morphin|morphium|opioid\w*|heroin|medikament\w*|antidepressiva|missbrauch\w*|misshandl\w*|vergewaltig\w*|trauma\w*|heilt|heilen|heilung",
    ),
    "fr": Unfit(
        opening=r"(?:un|une|le|la|les|l['’])\s?(?:autres?|second\w*|deuxième|troisième|dernier|dernière|prochaine?|première?|même|reste|réponse|raison|résultat|solution|astuce|différence)\b|encore|enfin|puis\b|ensuite|d['’]abord|premièrement|deuxièmement|par exemple|prenons|imagin\w+|pensez|comme (?:nous|on|indiqué|mentionné|dit)|en effet|en fait|d['’]ailleurs|heureusement|malheureusement|bien sûr|oui\b|non,|voilà|voici|y\b|maintenant|certain(?:e?s)\b|d['’]autres|les (?:uns|autres)\b|tous deux|cela\b|ça\b|en (?:conséquence|revanche|outre|plus)\b|c['’]|on (?:y|en)\b|il (?:en|y)\b"
        r"|(?:les?|l['’]|la|tous les) ?(?:chercheu\w+|scientifiques|études?|équipe|participant\w*|volontaires|auteurs?|résultats?|groupes?|patient\w*|chiffres|cause|méthode)\b"
        r"|(?:quand|lorsqu['’e]|si|s['’]|parce qu['’e]|bien qu['’e]|pendant qu['’e]|après|avant|dès qu['’e]|avec|pour|sans|par|dans|chez|grâce à) ?(?:ce(?:la|ci|t|tte|s)?|ça|ils?|elles?|celui|celle|ceux|lui|leurs?|eux)\b|\w+-(?:le|la|les|lui|leur|y|en|moi)\b|(?:dans|sur|sous|à|avec|après|avant|pour|par|pendant|sans|en) [^,.]{1,40}, (?:ils?|elles?)\b(?! (?:y a|faut|suffit|vaut|existe|est (?:bon|utile|important)))|\w+ (?:ensuite|alors)\b|reste\b|ce qui (?:reste|compte|diffère)\b|(?:beaucoup|la plupart|nombre|bien) (?:de|des|d['’]entre nous) ?(?:gens|personnes)?\b",
        pointing=r"ce(?! (?:qui|que|qu['’]|dont|à quoi)\b)(?!\s?qu)|cet|cette|ces|cela|ça|ceci|celui-\w+|celle-\w+|ceux-\w+|celles-\w+|une? tel(?:le)?s?|de tels|de telles|ledit|ladite|y (?:compris|sont|est)|en (?:est|sont|ont)|cependant|toutefois|pourtant|donc|en effet|d['’]ailleurs|également|ainsi(?! que)|(?<!mais )aussi(?! bien)",
        announcing=r"(?:plusieurs|différent\w+|divers\w*|quelques|deux|trois|quatre|cinq|six|sept|huit|dix|\d+) (?:façons|manières|raisons|conseils|étapes|questions|exemples|sortes|choses|idées|erreurs|avantages|facteurs)|un certain nombre|suivant\w*|comme suit",
        restricting=r"vaut|valent|semblent?|paraît|dépend\w*|surtout|principalement|notamment|si|quand|lorsque|tant que|possible\w*|peut-être|probablement|incertain\w*|variables?|souvent|parfois|généralement|sans|pendant|mais(?! aussi)|encore",
        denying=r"ne|n['’]\w+|pas|aucune?|jamais|personne|rien",
        outside=r"comme (?:nous|on|vous) (?:l['’])?(?:avons|a|avez|verrons|verrez|vu)|ci-dess(?:us|ous)|ci-après|plus (?:haut|bas|loin)|suivante?s?|précédente?s?|(?:figure|tableau|graphique|annexe|chapitre|page) ?\d+|(?:dans )?(?:cet article|ce billet|ce texte)|lisez|cliquez|voir (?:aussi|ici)|découvrez|nous (?:verrons|expliquons|montrons|partageons)|notre (?:équipe|cabinet)|vous trouverez|notre (?:guide|site|page)",
        story=r"je|j['’]\w+|moi|mon|ma|mes|m['’]\w+|hier|aujourd['’]hui|demain|la semaine dernière|l['’]an dernier|l['’]année dernière|récemment|un (?:jour|soir|matin)|il y a \d+|souviens|nous (?:l['’]|les )?(?:avons|avions|étions|sommes|aurions|voulions)|ce (?:matin|soir)|cet après-midi",
        past=r"était|étaient|avait|avaient|fut|furent|(?:a|ont) été",
        reported=r"dit|disait|raconte\w*|selon|d['’]après|affirme\w*|estime|prétend\w*|conclu\w*|explique|écrit|suggère\w*|\(\d{2} ans\)",
        invitation=r"contactez\w*|prenez (?:rendez-vous|contact)|inscrivez\w*|abonnez\w*|commandez\w*|réservez\w*|visitez|newsletter|lettre d['’]information|rendez-vous|webinaire|gratuit\w*|réduction|consultez|demandez (?:à|conseil)|médecin traitant|bienvenue|chez nous|partagez|atelier|stage|venez|passez (?:nous|à|chez)|rejoignez",
        amount=r"pour ?cent|pourcentage|milligrammes?|microgrammes?|\d+ ?mg|(?:deux|trois|quatre|cinq|dix|\d+) fois (?:plus|moins)|moitié|un(?:e)? (?:\w+ )?sur (?:deux|trois|quatre|cinq|dix|\d+)|(?:un|le) (?:quart|tiers) d\w+|majorité",
        tested=r"rats?|souris|singes?|animaux de laboratoire|(?:études|tests?) sur (?:les )?animaux|cobayes|(?:études?|essais?|expérience) (?:sur|menée?s?|auprès|avec|chez)|in vitro",
        grave=r"fausses? couches?|mort-né\w*|suicid\w*|cancers?|tumeurs?|autis\w+|meur\w+|mort\w*|décè\w+|décéd\w+|morphine|opioïdes?|héroïne|médicaments?|antidépresseurs?|abus|maltrait\w*|viol(?:s|ée?s?)?|trauma\w*|guéri\w*",
    ),
    "es": Unfit(
        opening=r"(?:un|una|el|la|los|las|lo) (?:otr[oa]s?|segund[oa]|tercer[oa]?|últim[oa]|próxim[oa]|primer[oa]?|mism[oa]|siguiente|resto|respuesta|razón|resultado|solución|truco|diferencia|demás)\b|otr[oa]s?\b|en (?:primer|segundo|tercer) lugar|primero\b|segundo\b|finalmente|luego\b|después\b|por ejemplo|pensemos|imagin\w+|piens[ae]\b|como (?:ya|hemos|se)|de hecho|en efecto|en realidad|por suerte|por desgracia|afortunadamente|claro|sí\b|ahora\b|algun[oa]s\b|ciert[oa]s\b|un[oa]s y otr|amb[oa]s|hay (?:otr|más)|más aún|en cambio|aun así|también|además"
        r"|(?:los|las|el|la|tod[oa]s l[oa]s) (?:investigador\w*|científic\w+|estudios?|equipo|participantes?|voluntari\w+|autor\w*|resultados?|grupos?|pacientes?|cifras|causa|método)\b"
        r"|(?:cuando|si|porque|aunque|mientras|como|tras|antes de|después de|con|para|sin|por|en|gracias a) (?:est[eao]s?|es[eao]s?|ell[oa]s?|él|sus?|dich[oa]s?|tal(?:es)?|ello)\b|\w*[áéíóú]\w*(?:l[oae]s?|se)\b|(?:en|sobre|bajo|con|tras|para|por|durante|sin) [^,.]{1,40}, (?:él|ellas?|ellos)\b|\w+ (?:entonces|luego|después)\b|lo que (?:queda|importa)\b|(?:mucha|la mayoría de la) gente\b|(?:muchas|la mayoría de las) personas\b|much[oa]s\b(?= \w+n\b)",
        pointing=r"este|esta|estos|estas|esto|ese|esa|esos|esas|eso|ello|aquel\w*|dich[oa]s?|tal(?! vez\b)|tales|el mismo|la misma|lo mismo|sin embargo|por (?:lo )?tanto|además|asimismo|pues|en cambio|no obstante|así(?! como)|(?<!sino )(?<!como )también|\w{2,}[aei]r(?:l[oa]s?)",
        announcing=r"(?:vari[oa]s|distint[oa]s|diferentes|much[oa]s|algun[oa]s|dos|tres|cuatro|cinco|seis|siete|ocho|diez|\d+) (?:formas|maneras|razones|consejos|pasos|preguntas|ejemplos|tipos|cosas|ideas|errores|ventajas|factores)|una serie de|un par de|lo siguiente|como sigue",
        restricting=r"vale|valen|aplica|parece|parecen|depende\w*|sobre todo|especialmente|principalmente|si|cuando|mientras|posible\w*|quizás?|tal vez|probablemente|incierto|variables?|a menudo|a veces|suele\w*|sin|durante|pero|aún|todavía",
        denying=r"no|ni|nunca|jamás|nada|nadie|ningun[oa]?|ningún|tampoco",
        outside=r"como (?:ya )?(?:hemos|vimos|se ha|veremos|dijimos|dicho)|más (?:arriba|abajo|adelante)|a continuación|siguientes?|anteriores?|(?:figura|tabla|gráfico|anexo|capítulo|página) ?\d+|en est[ea] (?:artículo|texto|entrada)|lee\b|lea\b|haz clic|haga clic|ver también|te (?:contamos|explicamos)|veamos|nuestr[oa] (?:equipo|consulta)|encontrará\w*|nuestr[oa] (?:guía|sitio|página|web)",
        story=r"yo|mí|mis?|me|conmigo|ayer|hoy|la semana pasada|el año pasado|recientemente|hace poco|un (?:día|noche)|una (?:tarde|mañana|noche)|recuerd\w+|hemos|habíamos|éramos|estábamos|fuimos|empezamos|quisimos|est[ae] (?:noche|tarde|mañana)",
        past=r"era|eran|fue|fueron|había|habían|estaba|estaban|tenía|tenían|hubo",
        reported=r"dice|dijo|cuenta|según|afirma\w*|sostiene\w*|opina|asegura\w*|concluy\w+|explica|escribi\w+|sugiere\w*|\(\d{2} años\)",
        invitation=r"contact[ae]\w*|pide cita|pida cita|inscríb\w+|suscríb\w+|reserva\w*|visít\w+|boletín|newsletter|cita previa|webinar|gratis|gratuit\w+|descuento|oferta|consult[ae]\b|pregunt[ae] a|tu médico|su médico|bienvenid\w+|compart[ea]\b|taller|curso|ven(?:ga)? (?:a|con)|únete|acércate|pás\w+",
        amount=r"por ciento|porcentaje|miligramos?|microgramos?|\d+ ?mg|(?:dos|tres|cuatro|cinco|diez|\d+) veces (?:más|menos)|el doble|mitad|un[oa] de cada|(?:un|el) (?:cuarto|tercio) de|mayoría",
        tested=r"ratas?|rat(?:ón|ones)|monos|animales de laboratorio|(?:estudios|ensayos|pruebas) (?:con|en) animales|(?:estudios?|ensayos?|experimento) (?:con|en|sobre|entre)|in vitro",
        grave=r"abortos?(?: espontáneos?)?|suicid\w*|cáncer\w*|tumor\w*|autis\w+|muer\w+|falleci\w+|morfina|opioides?|heroína|medicamentos?|medicación|antidepresiv\w+|abus\w+|maltrat\w+|viola(?:ción|da|do)\w*|trauma\w*|cura\b|curan\b|curación|sana\b|sanación",
    ),
    "it": Unfit(
        opening=r"(?:un|una|un['’]|il|la|lo|l['’]|gli|le|i) ?(?:altr[oaie]|second[oa]|terz[oa]|ultim[oa]|prossim[oa]|prim[oa]|stess[oa]|resto|risposta|ragione|risultato|soluzione|trucco|differenza)\b|altr[ie]\b|in (?:primo|secondo|terzo) luogo|prima di tutto|infine|poi\b|dopo\b|per esempio|ad esempio|pensa\w*|immagin\w+|come (?:già|abbiamo|si è|detto)|in effetti|in realtà|di fatto|per fortuna|fortunatamente|purtroppo|certo|sì\b|ora\b|alcun[ie]\b|cert[ie]\b|entramb[ie]|ci (?:sono|vuole)|c['’]è|ancora|anzi|invece|anche|inoltre"
        r"|(?:i|gli|le|il|lo|la|l['’]|tutt[ei] (?:i|gli|le)) ?(?:ricercator\w+|scienziat\w+|studi?o?|équipe|partecipanti?|volontar\w+|autor\w+|risultat\w+|gruppi?|pazienti?|cifre|causa|metodo)\b"
        r"|(?:quando|se|perché|poiché|anche se|mentre|dopo|prima di|appena|con|per|senza|da|in|grazie a) (?:quest\w+|quell[oaie](?! che\b)|ess[oaie]|lui|lei|loro|tal[ie]|ciò(?! che\b))\b|\w+[aie](?:l[oaie]|ne|ci)\b|(?:in|su|sotto|con|dopo|prima|per|durante|senza) [^,.]{1,40}, (?:lui|lei|essi|esse)\b|\w+ (?:poi|allora)\b|quello che (?:resta|conta)\b|(?:molta|la maggior parte della) gente\b|molte persone\b|molt[ie]\b(?= \w+no\b)",
        pointing=r"quest[oaie]|quest['’]\w+|quel|quei|quegli|quell['’]\w+|quell[oaie](?! che\b)|ciò(?! che\b)|tale|tali|suddett\w+|lo stesso|la stessa|ess[oaie]|tuttavia|però|quindi|dunque|inoltre|infatti|pertanto|invece|così(?! come)|(?<!ma )(?<!come )anche|\w{2,}[aei]r(?:l[oaie])",
        announcing=r"(?:vari[ei]?|divers[ei]|molt[ei]|alcun[ei]|due|tre|quattro|cinque|sei|sette|otto|dieci|\d+) (?:modi|maniere|ragioni|motivi|consigli|passi|domande|esempi|tipi|cose|idee|errori|vantaggi|fattori)|una serie di|un paio di|quanto segue|come segue",
        restricting=r"vale|valgono|sembra\w*|pare|dipende|dipendono|soprattutto|specialmente|principalmente|se|quando|finché|possibil\w+|forse|probabilmente|incert\w+|variabil\w+|spesso|talvolta|di solito|senza|durante|ma(?! anche)|però|ancora",
        denying=r"non|né|mai|niente|nulla|nessun[oa]?",
        outside=r"come (?:abbiamo|si è|vedremo|detto|visto|accennato)|(?:qui )?(?:sopra|sotto) (?:riportat|elencat|citat)\w+|più (?:avanti|sopra|sotto)|di seguito|seguent[ei]|precedent[ei]|(?:figura|tabella|grafico|capitolo|pagina) ?\d+|in quest['’o] ?(?:articolo|testo|post)|leggi\b|clicca\w*|vedi (?:anche|qui)|scopri\b|vediamo|il nostro (?:team|studio)|trov[ie]\b|troverai|trovate|nostr[oa] (?:guida|sito|pagina)",
        story=r"io|me|mio|mia|miei|mie|mi|ieri|oggi|domani|la settimana scorsa|l['’]anno scorso|di recente|recentemente|un (?:giorno|mattino)|una (?:sera|mattina)|ricord\w+|abbiamo|avevamo|eravamo|siamo (?:andati|partiti|stati)|volevamo|stasera|stamattina|stanotte",
        past=r"era|erano|fu|furono|aveva|avevano|è stat[oa]|sono stat[ie]",
        reported=r"dice|disse|racconta\w*|secondo(?! natura)|afferma\w*|sostiene|sostengono|ritiene|conclu\w+|spiega|scrive|suggerisce|suggeriscono|\(\d{2} anni\)",
        invitation=r"contatta\w*|prenota\w*|iscriv\w+|abbona\w*|ordina (?:ora|il|la)|visita (?:il|la|ci)|newsletter|appuntamento|webinar|gratis|gratuit\w+|sconto|offerta|consulta (?:il|un)|chiedi a|medico (?:di base|curante)|benvenut\w+|da noi|condivid\w+|laboratorio|corso|vieni|venite|unisciti|passa (?:a|da)",
        amount=r"per cento|percentuale|milligramm\w+|microgramm\w+|\d+ ?mg|(?:due|tre|quattro|cinque|dieci|\d+) volte (?:più|meno|tanto)|il doppio|metà|un[oa] su (?:due|tre|quattro|cinque|dieci|\d+)|un (?:quarto|terzo) d\w+|maggioranza|maggior parte",
        tested=r"ratti|ratto|topi|scimmie|cavie|animali da laboratorio|(?:studi|test|prove) su animali|(?:studi|studio|esperimento|ricerca) (?:su|con|tra|fra|condott[oa])|in vitro",
        grave=r"abort[oi]\w*|suicid\w*|cancro|tumor\w+|autis\w+|muor\w+|mort[eoia]\w*|mortal\w+|decess\w+|morfina|oppioid\w+|eroina|farmac[oi]\w*|medicinal\w+|antidepressiv\w+|abus\w+|maltratt\w+|stupr\w+|trauma\w*|guari\w+",
    ),
}


@dataclass(frozen=True)
class Patterns:
    """The same, ready to use: what is looked for, by the reason it gives."""

    opening: re.Pattern[str]
    anywhere: dict[str, re.Pattern[str]]
    restricting: re.Pattern[str]
    denying: re.Pattern[str]
    past: re.Pattern[str]
    tested: re.Pattern[str]
    amount: re.Pattern[str]


@cache
def patterns_of(language: str) -> Patterns | None:
    """The patterns of a language (a BCP 47 tag), compiled when first asked for; None where there is no row for it."""
    row = _UNFIT.get(language[:2].lower())
    if row is None:
        return None
    anywhere = {
        "speaks of something that stands elsewhere": row.pointing,
        "announces what follows": row.announcing,
        "sends the reader elsewhere": row.outside,
        "tells a story": row.story,
        "is what somebody says": row.reported,
        "invites the reader": row.invitation,
        "is a grave matter": row.grave,
    }
    return Patterns(
        opening=re.compile(rf"(?:{row.opening})", re.IGNORECASE),
        anywhere={reason: _word(pattern) for reason, pattern in anywhere.items()},
        restricting=_word(row.restricting),
        denying=_word(row.denying),
        past=_word(row.past),
        tested=_word(row.tested),
        amount=re.compile(rf"(?<!\w)(?:{row.amount})(?!\w)|%|‰|\bmg\b|µg|\bmcg\b", re.IGNORECASE),
    )


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
