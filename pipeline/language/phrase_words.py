"""The words that decide whether a sentence stands alone and what may be left out, by language. Data only.

`phrases.py` says what each name of a row means, and where in a text its words count.
"""

from __future__ import annotations

from collections.abc import Mapping

PHRASES: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "connective": r"met andere woorden|kortom|dus|daarom|bovendien|daarnaast|daarbovenop|ook|echter|desalniettemin|toch|oftewel|anders gezegd|al met al|ten slotte|tot slot"
        r"|in het bijzonder|bijvoorbeeld|immers|en|maar|want",
        "leaning": r"(?<!\ben)(?<!\bof)(?<!\bmaar) (?:dus|daarom|immers|bovendien|daarnaast)",
        "pointing": r"(?:en|maar|want|dus|kortom|dit|dat|deze|die|hij|zij|ze|hun|haar|hierdoor|daardoor|hiermee|daarmee|hiervan|daarvan|hierbij|daarbij|hierin|daarin|hieruit|zo|daarom|daarnaast|bovendien"
        r"|ook|anders|andersom|toch|dan|daar|hier|beide|zulke|dergelijke|daarna|daarop|daarbovenop|vervolgens|intussen|sindsdien|eerstgenoemde|laatstgenoemde|op die manier|op deze manier|in dat geval|om die reden|wel|echter|het gaat hier)\b"
        r"|het (?:is een|is de|is het|heeft|speelt|werkt|zorgt|helpt|geeft|maakt|kan|wordt|beïnvloedt|verlaagt|verhoogt|biedt|versterkt|beschermt|bevordert|stimuleert|vraagt|laat|betreft|gebeurt|resultaat|effect|proces)\b"
        r"|het \w{2,}t (?:zo|niet|ook|de|het|een|tegen|je|u|ons|geen|alleen|vaak|al|zich|hoe|wat|dit|deze)\b",
        "impersonal": r"het (?:kost|duurt|vergt|scheelt|loont)\b[^.;:]{3,90}\b(?:om|voordat|voor|eer|tot|als|wanneer)\b|het (?:loont|helpt)(?: \w+)? om\b|het is (?:niet )?(?:\w+ ){0,2}(?:beter|best|belangrijk|nodig|nuttig|zinloos|zinvol|verstandig|tijd|genoeg|mogelijk|handig|de moeite waard),? (?:om|dat|als)\b",
        "elsewhere": r"tegenovergestelde|het omgekeerde|\b(?:vergelijkbare?|soortgelijke?|dezelfde) (?:patronen|effecten|resultaten|bevindingen)|hierboven|hieronder|in dit (?:artikel|stuk)|zoals gezegd|eerder genoemd|bovengenoemd|(?<=\S )deze (?:\w+ )?(?:patronen|veranderingen|signalen|effecten|waarden|manier)"
        r"|\b(?:daarvan|daaraan|ervan|eraan|diezelfde|datzelfde)\b|^(?:onderzoek|studies|wetenschappers|onderzoekers|experts)\b[^,.]{3,60}\bdat (?:het|ze|hij|zij)\b"
        r"|^[^,;:–—(]*\b(?:juist|precies|mede|vooral|ook|alleen|enkel|misschien|zelfs|deels) (?:daarom|daardoor|hierdoor)\b|^\S+ (?:daarom|daarnaast|daardoor)\b",
        "fragment": r"(?:een|de|het) (?:(?!\b(?:is|zijn|was|waren|kan|kunnen|wordt|worden|heeft|hebben|helpt|geeft|maakt|hoort|blijft|vraagt|doet|werkt|komt|gaat|staat)\b)[^,.:;]){3,50} (?:dat|die|waarin|waarmee|waar) (?!.*\b\w+(?:t|de|te|en) (?:kan|kunnen|is|zijn|wordt|worden|heeft|hebben|moet|moeten|mag|mogen|blijft|blijven|helpt|geeft|maakt|krijgt) \S+ \S+)[^,:;—]+[.!]?$",
        "term": r"(?:bekendstaat als|bekend staat als|bekend als|zogenaamde|zogeheten|ook wel|genaamd|het begrip|de term|dit noemen we|dit heet) [“‘'\"]?([^,.:;()“”‘’'\"]{3,40}?)[”’'\"]?(?= genoemd|[,.:;(]| [–—])",
        "consequence": r", (?:waardoor|waarmee|zodat|wat (?!(?:je|u|we|er|niet))|hetgeen|iets wat|met als gevolg|en dat)",
        "contrast": r"maar|toch|echter|daarentegen|integendeel|niettemin|desondanks|alleen|helaas|begin|het kan anders|dat hoeft niet",
        "belief": r"denken|denkt|dachten|geloven|gelooft|menen|meent|verwachten|verwacht",
        "limiting": r"niet(?! alleen\b)|niets|geen|nooit|nergens|zelden|niemand|(?<!niet )alleen|uitsluitend|slechts|mits|tenzij|behalve|uitgezonderd|ratten|muizen|dieren|dierproeven|apen|zwanger\w*"
        r"|vrouwen|mannen|kinderen|baby['’]s|ouderen|volwassenen|patiënten|helft|procent|minstens|hoogstens|maximaal|sommige|weinig|enkele|wordt nog onderzocht|nog (?:onduidelijk|niet bewezen)|of (?:dit|dat) (?:ook )?(?:geldt|werkt)",
        "guarded": r"kan|kunt|kunnen|kon|zou|zouden|mag|mogen|moet|moeten|hoeft|mogelijk|misschien|waarschijnlijk|vaak|soms|meestal|doorgaans|bij|vooral|als|indien|wanneer|tijdens|zonder|minder|meer"
        r"|ongeveer|bijna|circa|hooguit|nauwelijks|amper|wellicht|veel|lijkt|lijken|blijkt|mensen|jongeren|tieners",
        "adding": r"zelfs|ook|al|verder|daarnaast|eveneens|evenzeer|hetzelfde|andersom|omgekeerd|een ander\w*|nog een|(?:goed nieuws|kort(?:e|om)? antwoord|ja|nee|jazeker)(?=[,.:!])|(?:het antwoord|de reden|het resultaat|het geheim|de oplossing|het verschil|het probleem|de oorzaak|de uitzondering) (?:is|was|zijn|ligt|zit)|wat volgt|(?:de|het) (?:tweede|derde|vierde|andere|volgende)|(?:in|op|na|tijdens) (?:de|het) (?:eerste|tweede|derde|volgende|vorige|zelfde)|later|vanaf (?:dan|dat)|(?:het|de) (?:team|onderzoek|studie|onderzoekers|auteurs|proef|experiment|groep|deelnemers)",
        "summing": r"deze|die|dergelijke|zulke|al (?:deze|die|dit|dat)",
        "setting": r"op|in|als|wanneer|bij|met|voor|tijdens|onder|na|sinds|tot|waar|zonder|wie|stel",
        "announcing": r"in (?:dit|deze) (?:artikel|stuk|blog\w*|verhaal|bijdrage|gids)\b.{0,30}\b(?:ontdek\w*|lees|leest|leer|leert|vertel\w*|laat|laten|kijk\w*|bekijk\w*|zie|ziet|vind|vindt|leg\w*|ga|gaat|gaan|nemen)|(?:je|u) (?:leest|ontdekt|leert) (?:hier|in dit artikel)",
        "animals": r"ratten|rat|muizen|muis|dieren|dierproeven|dierstudies?|apen|woelmuizen|konijnen|varkens|proefdieren",
        "personal": r"ik|mij|mijn|mezelf|mijzelf",
        "plural": r"wij|we|ons|onze|onszelf",
        "demonstrative": r"daar|deze(?! (?:week|maand|zomer|winter|herfst|lente|tijd|wereld|eeuw|dagen))|dit(?! (?:jaar|seizoen|voorjaar|najaar|weekend))|dergelijke?|zulke|zo['’]n|hierdoor|hiermee|hiervan|hieraan|daarom|hetzelfde proces|die laatste|(?:één|twee|drie|vier|vijf) (?:regels?|dingen|redenen|reden|vragen|vraag|stappen|fouten|tips?)|(?:het|de) volgende",
        "pronoun": r"hij|zij|ze|hun|hen|hem|haar|het (?=kan|heeft|wordt|is|zou|zal|mag|moet)|daardoor|daarmee|daarbij|ervoor|ermee|erbij",
    },
    "en": {
        "connective": r"in other words|in short|therefore|thus|so|hence|moreover|furthermore|in addition|besides|also|however|nevertheless|still|yet|and|but|that is|put differently|in particular|for example|for instance"
        r"|as a result|consequently|after all|finally|in the end",
        "leaning": r"(?<!\band)(?<!\bor)(?<!\bbut) therefore|, (?:therefore|thus|hence|moreover|furthermore),",
        "pointing": r"(?:and|but|yet|nor|this|that|these|those|it|he|she|they|his|her|its|their|such|here|there(?! (?:is|are|was|were)\b)|then|thereby|both|either|the former|the latter|afterwards|meanwhile|since then|otherwise|in that case|for that reason|so|therefore|thus|hence|also|moreover|which)\b",
        "impersonal": r"it (?:takes|took|costs?)(?: (?:only|just|about|at least|more than|up to))? (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|hundreds?|thousands?|\d[\d.,]*|some|many|years|months|weeks|days|hours|time|long|longer|practice|patience|courage|more|less)\b[^.;:]{0,80}\b(?:to|before|until|for)\b|it pays to\b|it (?:turns out|seems|appears|follows) that\b|it(?:['’]s| is| was)(?: not| often| always| never| also| still| usually| \w+ly)* (?:better|best|wiser?|worth\w*|important|necessary|pointless|useless|enough|time|advisable|smart(?:er)?|customary|tempting) to (?!(?:an?|the|our|your|his|her|their|its|us|them|me|him|you)\b)\w+ (?!(?:that|this|it|them|these|those|so)\b)\w|it(?:['’]s| is| was)(?: not| often| always| never| \w+ly)* (?:true|clear|likely|unlikely|possible|important|known|said|remarkable|striking|vital|essential|no (?:secret|surprise|coincidence|wonder)) that\b|it(?:['’]s| is| was) not (?:[\w’'-]+ ){1,5}(?:that|who)\b",
        "elsewhere": r"the opposite|the reverse|\babove\b$|in this (?:article|post|piece)|as mentioned|aforementioned|\b(?:owned|had|made|needs?|want(?:s|ed)?|took) one(?= ?(?:$|[.,;:!?]|(?:in|on|at|for|to|with|by|from|of|and|or|but|too|as|now|then|again|yet|already)\b))|^(?:in|on|with|at|for) \w+ (?:they|it|she|he)\b|^(?:research|studies|scientists|researchers|experts)\b[^,.]{3,60}\bthat (?:it|they|he|she)\b",
        "fragment": r"(?:a|an|the) [^,.:;]{3,40} (?:that|which|who) (?:prevents|keeps|makes|helps|lets|gives|allows|protects|turns)\b(?:(?!\b(?:is|are|was|were|can|will|has|have|needs|starts|does)\b)[^,:;—])+[.!]?$",
        "term": r"(?:known as|called|so-called|the term|the concept of|referred to as) [“‘'\"]?([^,.:;()“”‘’'\"]{3,40}?)[”’'\"]?(?=[,.:;(]| [–—])",
        "consequence": r", (?:which|so that|so|thereby|thus|meaning|making|leading|resulting|causing)\b",
        "contrast": r"but|yet|however|still|nevertheless|instead|on the contrary|unfortunately|only|begin with|not so",
        "belief": r"think|thinks|thought|believe|believes|assume|assumes|expect|expects|suppose",
        "limiting": r"not(?! (?:only|just)\b)|no|none|nothing|never|rarely|nobody|cannot|neither|nor|\w+n['’]t|(?<!not )only|solely|unless|except|excluding|provided|rats|mice|animals?|monkeys|pregnan\w+"
        r"|women|men|children|babies|infants|adults|the elderly|patients|half|percent|per cent|at least|at most|some|few|still being (?:studied|researched|tested)|whether (?:this|that|it|the same) (?:holds|applies|works|is)|remains? (?:unclear|unknown|open)",
        "guarded": r"can|could|may|might|must|would|should|possibly|perhaps|probably|likely|often|sometimes|usually|typically|generally|mostly|tends?|in|among|especially|if|when|during|without|less|more|about|many"
        r"|seems?|appears?|suggests?|almost|nearly|roughly|hardly|barely|scarcely|people|teenagers|adolescents|humans",
        "adding": r"even|also|further|likewise|similarly|conversely|the same|another|in turn|other|(?:good news|short answer|the answer|yes|no|sure)(?=[,.:!])|the (?:answer|reason|result|secret|trick|solution|difference|problem|cause|exception)s? (?:is|are|was|were|lies)|what follows|the (?:second|third|fourth|other|next)|(?:in|on|during|by|after) the (?:first|second|third|next|following|same|previous)|from \w+ on|later|soon|below|the (?:team|study|studies|researchers|authors|experiment|trial|group|participants)",
        "summing": r"these|those|such|all (?:this|that|these|those)",
        "setting": r"on|in|if|when|with|for|during|at|under|after|before|since|until|unless|where|without|suppose|once|whenever",
        "announcing": r"in this (?:article|post|piece|guide|story)\b.{0,30}\b(?:you|we|I|learn|discover|read|find)\b|(?:here you(?:'|’)?ll|this (?:article|guide|post) (?:shows?|explains?|tells?|explores?|looks?|covers?))",
        "animals": r"rats?|mice|mouse|animals?|monkeys?|voles?|rabbits?|pigs?|animal stud(?:y|ies)",
        "personal": r"I|me|my|mine|myself",
        "plural": r"we|us|our|ours|ourselves",
        "demonstrative": r"in other ways|the others?|this(?! (?:year|week|month|season|summer|winter|spring|autumn|morning|time|world|century))|these(?! days)|those(?! who)|such(?! as)|the former|the latter|thereby|therein|(?:one|two|three|four|five|several) (?:rule|thing|reason|question|step|mistake|tip)s?|the following",
        "pronoun": r"he|she|they|them|their|his|her|hers|it|its",
    },
    "de": {
        "connective": r"mit anderen worten|kurz gesagt|kurzum|also|daher|deshalb|deswegen|somit|außerdem|darüber hinaus|zudem|auch|jedoch|dennoch|trotzdem|und|aber|denn|das heißt|anders gesagt|insbesondere|zum beispiel|schließlich",
        "leaning": r"(?<!\bund)(?<!\boder)(?<!\baber) (?:also|daher|deshalb|somit|folglich|außerdem|zudem)",
        "pointing": r"(?:und|aber|denn|doch|sondern|also|kurzum|dies(?:e[rsmn]?)?|das (?:ist|war|hat|kann|wird|macht|hilft|liegt|gilt|heißt|bedeutet)|er|sie (?:ist|hat|kann|wird|macht|hilft)|es (?:hat|kann|hilft|wirkt|wird|macht|sorgt)|ihre?|sein[e]?|dadurch|damit|davon|dabei|darin|daraus|hierdurch|hiermit"
        r"|hierbei|so|dort|dann|da|daher|deshalb|deswegen|somit|außerdem|zudem|auch|beide|solche|letztere|erstere|danach|darauf|seitdem|inzwischen|sonst|trotzdem|dennoch|umgekehrt|auf diese weise|in diesem fall)\b",
        "impersonal": r"es (?:hilft|lohnt sich),? (?:\w+ )*?(?:zu|dass|wenn)\b|es (?:hilft|lohnt sich),",
        "elsewhere": r"das gegenteil|umgekehrte|\boben genannt|in diesem (?:artikel|beitrag|text)|wie (?:gesagt|erwähnt)|\b(?:davon|daran|dazu|darüber)\b(?! hinaus)|^(?:forschung|studien|forscher|experten)\b[^.]{3,60}, dass (?:es|sie|er)\b"
        r"|^[^,;:–—(]*\b(?:gerade|genau|eben|auch|nur|vor allem|vielleicht|schon|teils) (?:deshalb|daher|deswegen|darum|dadurch)\b|^\S+ (?:deshalb|daher|deswegen|darum)\b",
        "fragment": r"(?:ein|eine|der|die|das) (?:(?!(?-i:\b(?!(?:mit|seit|nicht|oft|fast|statt|erst|selbst|gut|laut|samt|weit|leicht)\b)[a-zäöüß]{3,}t\b)|\b(?:ist|sind|war|waren|kann|können|wird|werden|hat|haben|macht|gibt|gehört|bleibt|hilft|braucht|kommt|geht|steht)\b)[^,.:;]){3,50}, (?:der|die|das|dem|den) [^,:;—]+[.!]?$",
        "term": r"(?:bekannt als|sogenannte[rsnm]?|namens|der begriff|das nennt man|auch) [„“‚'\"]?([^,.:;()„“”‚‘'\"]{3,40}?)[“”‘'\"]?(?= genannt|[,.:;(]| [–—])",
        "consequence": r", (?:wodurch|sodass|so dass|womit|was (?!(?:man|du|sie|er)))",
        "contrast": r"aber|doch|jedoch|dennoch|trotzdem|dagegen|hingegen|stattdessen|leider|im gegenteil|nur",
        "belief": r"denken|denkt|dachten|glauben|glaubt|meinen|meint|erwarten",
        "limiting": r"nicht(?! nur\b)|nichts|kein\w*|nie|niemals|nirgends|selten|niemand|weder|(?<!nicht )nur|lediglich|ausschließlich|sofern|außer|ausgenommen|ratten|mäusen?|tieren?|tierversuch\w*|affen"
        r"|schwanger\w*|frauen|männern?|kindern?|säuglingen?|älteren?|erwachsenen?|patienten|hälfte|prozent|mindestens|höchstens|einige|wenige|wird noch (?:untersucht|erforscht)|noch (?:offen|unklar)|ob (?:das|dies) (?:auch )?",
        "guarded": r"kann|kannst|können|könnte|könnten|darf|dürfen|dürfte|soll|sollen|sollte|muss|müssen|möglich|möglicherweise|vielleicht|wahrscheinlich|oft|häufig|manchmal|meist|meistens|bei|vor allem|besonders"
        r"|wenn|falls|während|ohne|weniger|mehr|etwa|ungefähr|rund|fast|beinahe|kaum|mag|mögen|viele|scheint|scheinen|menschen|jugendlichen?|teenager",
        "adding": r"sogar|selbst|auch|ebenso|ebenfalls|weiter|zudem|dasselbe|umgekehrt|ein anderer|eine andere|ein anderes|(?:gute nachricht(?:en)?|kurze antwort|ja|nein)(?=[,.:!])|(?:ja|nein) zu|(?:die antwort|der grund|das ergebnis|das geheimnis|die lösung|der unterschied|das problem|die ursache|die ausnahme) (?:ist|war|liegt)|was folgt|(?:der|die|das) (?:zweite|dritte|vierte|andere|nächste)|(?:im|in der|am|nach dem|nach der) (?:ersten|zweiten|dritten|nächsten|folgenden|selben)|später|von da an|(?:das|die|der) (?:team|studie|forscher\w*|autor\w*|versuch|experiment|gruppe|teilnehm\w+)",
        "summing": r"diese|solche|jene|all (?:das|dies|diese)",
        "setting": r"auf|im?|wenn|beim?|mit|für|während|unter|nach|seit|bis|wo|ohne|an|am|falls|sobald|wer",
        "announcing": r"in diesem (?:artikel|beitrag|text|ratgeber)\b.{0,30}\b(?:erfahren|erfährst|lesen|liest|lernen|lernst|zeigen|erklären|geht|finden|findest)|hier (?:erfahren sie|erfährst du|lesen sie|liest du)",
        "animals": r"ratten?|mäusen?|maus|tieren?|tierversuch\w*|tierstudien?|affen|wühlmäusen?|kaninchen|schweinen?",
        "personal": r"ich|mich|mir|mein\w{0,2}",
        "plural": r"wir|uns|unser\w{0,2}",
        "demonstrative": r"besagte\w*|dies(?:e[rsnm]?|es)?(?! (?:jahr|woche|monat|sommer|winter|saison|tage))|solche[rsnm]?|dadurch|damit|dabei|hierdurch|letztere[rsn]?|derartige[rsn]?|(?:eine|zwei|drei|vier|fünf) (?:regeln?|dinge|gründe|fragen?|schritte|fehler|tipps)|folgende\w*",
        "pronoun": r"er|sie|es|ihm|ihn|ihr\w{0,2}|ihnen|sein(?:e[rsnm]?)?",
    },
    "fr": {
        "connective": r"en d['’]autres termes|autrement dit|bref|en bref|donc|ainsi|par conséquent|de plus|en outre|aussi|cependant|toutefois|pourtant|et|mais|car|c['’]est-à-dire|par exemple|finalement",
        "leaning": r"(?<!\bet)(?<!\bou)(?<!\bmais) (?:donc|par conséquent)|, (?:donc|ainsi|par conséquent),",
        "pointing": r"(?:et|mais|car|ce(?:ci|la|tte|t|s)?|c['’]est|il|elle|ils|elles|son|sa|ses|leur|leurs|celui-ci|celle-ci|ici|là|alors|ainsi|donc|de même|dans ce cas|pour cette raison)\b",
        "impersonal": r"il (?:faut|faudra|faudrait|fallait|y (?:a|aura|avait|en a)|vaut mieux|suffit|existe|convient)\b|il n['’]y a\b|il ne (?:faut|suffit)\b|il (?:ne )?(?:reste|manque) (?:plus que |encore )?(?:\d|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\w+ze|\w+nte|vingt|cent|mille|des|du|peu|beaucoup|à)\b|il (?:est|serait|était|n['’]est pas) (?:\w+ment |très |plus |souvent |parfois |trop )?(?:inutile|important|essentiel|nécessaire|indispensable|possible|préférable|temps|conseillé|déconseillé|recommandé|utile|interdit|rare|fréquent|courant|tard|vrai|clair|sage) (?:de\b|d['’]|que\b|qu['’]|pour\b)|ce n['’]est pas [^,.;:]{2,50} (?:qui|que|qu['’])|c['’]est (?:en|à|au|aux|dans|par|avec|pendant|quand|sous|sur|chez|grâce|lorsque) ?[^,.;:]{2,60}? qu(?:e\b|['’])|ce (?:qui|que|dont)\b|ce qu['’]",
        "elsewhere": r"le contraire|l['’]inverse|ci-dessus|ci-dessous|dans cet article|comme mentionné",
        "fragment": r"(?:un|une|le|la) [^,.:;]{3,40} qui (?:maintient|garde|protège|aide|permet|fait|donne|évite|rend|transforme|empêche|laisse)\b(?:(?!\b(?:est|sont|peut|peuvent|a|ont|faut|reste|mérite|demande)\b)[^,:;—])+[.!]?$",
        "term": r"(?:connu sous le nom de|appelée?|dite?|le terme|la notion de) [«“'\"]?\s?([^,.:;()«»“”'\"]{3,40}?)\s?[»”'\"]?(?=[,.:;(]| [–—])",
        "consequence": r", (?:ce qui|si bien que|de sorte que|d['’]où)",
        "contrast": r"mais|pourtant|cependant|toutefois|néanmoins|or|au contraire|hélas|malheureusement",
        "belief": r"pense|pensent|pensons|croit|croient|croyons|imagine|imaginent",
        "limiting": r"ne|n['’]\w+|pas|aucune?|jamais|rarement|personne|rien|seulement|uniquement|sauf|hormis|excepté|rats|souris|animaux|singes|enceintes?|femmes|hommes|enfants|nourrissons"
        r"|personnes âgées|adultes|patients|moitié|pour cent|au moins|au plus|certains|certaines|peu|encore à l['’]étude|reste à (?:voir|prouver|confirmer|démontrer)",
        "guarded": r"peut|peux|pouvez|peuvent|pourrait|pourraient|doit|doivent|devrait|devraient|possible|peut-être|probablement|souvent|parfois|généralement|chez|surtout|si|quand|lorsque|pendant|sans|moins|plus"
        r"|environ|presque|guère|à peine|beaucoup|semble\w*|personnes|adolescente?s",
        "adding": r"même|aussi|également|de plus|de même|inversement|à l['’]inverse|un autre|une autre|(?:bonne nouvelle|oui|non)(?= ?[,.:!])|(?:la réponse|la raison|le résultat|le secret|la solution|la différence|le problème|la cause|l['’]exception) (?:est|était)|ce qui suit|(?:le|la) (?:deuxième|second|seconde|troisième|quatrième)|(?:le|la|au|dans le|dans la) (?:premier|première|suivante?|même) (?:été|année|jour|mois|hiver|printemps|automne|semaine)|plus tard|(?:l['’]équipe|l['’]étude|les chercheurs|les auteurs|l['’]expérience|le groupe|les participants)",
        "summing": r"ces|tou(?:s|tes) ces|tout cela|de tel(?:le)?s",
        "setting": r"sur|en|dans|si|quand|lorsque|avec|pour|pendant|sous|après|depuis|jusqu|chez|sans|aux?|à",
        "announcing": r"(?:dans|avec) cet article\b.{0,30}\b(?:vous|nous|on|découvrez|apprenez|tu)\b|cet article (?:explique|montre|présente|explore|raconte)",
        "animals": r"rats?|souris|animaux|animal|singes?|campagnols?|lapins?|porcs?",
        "personal": r"je|j['’]\w+|me|m['’]\w+|moi|mon|ma|mes",
        "plural": r"nous|notre|nos|nôtres?",
        "demonstrative": r"d['’]origine|fameu(?:x|se)s?|ce(?:t|tte|s)(?! (?:année|semaine|mois|saison|été|hiver|jours))|cela|ceci|tel(?:le)?s?(?! que)|celui-ci|celle-ci|ces derni\w+|(?:une|deux|trois|quatre|cinq) (?:règle|chose|raison|question|étape|erreur)s?|suivante?s?",
        "pronoun": r"ils?|elles?|lui|leurs?|eux|son|sa|ses",
    },
    "es": {
        "connective": r"en otras palabras|dicho de otro modo|es decir|o sea|en resumen|en definitiva|por (?:lo )?tanto|por eso|por ello|así pues|así|además|asimismo|también|sin embargo|no obstante|pero|y|por ejemplo"
        r"|en consecuencia|en concreto|finalmente|por último",
        "leaning": r"(?<!\by)(?<!\bo)(?<!\bpero) por (?:lo )?tanto|, (?:por (?:lo )?tanto|pues|además|asimismo),",
        "pointing": r"(?:y|pero|esto|eso|ello|est[ea]|est[oa]s|es[ea]|es[oa]s|aquel(?:l[oa]s?)?|él|ella|ellos|ellas|sus?|lo (?:mismo|anterior)|aquí|ahí|allí|así|entonces|por (?:eso|ello|esta razón|ese motivo|(?:lo )?tanto)|también|tampoco|además|ambos|ambas|tal|tales|dich[oa]s?|de (?:este|ese) modo|de (?:esta|esa) (?:forma|manera)|de ahí"
        r"|en (?:este|ese|tal) caso|en cambio|al contrario|por el contrario|sin embargo|no obstante|es (?!necesari|importante|posible)|son|era|fue|tienen?|pueden?|ayudan?|sirven?|permiten?|está|están|se (?:trata|llama|debe|puede))\b",
        "impersonal": r"es (?:casi |muy |más |siempre |también )?(?:mejor|preferible|inútil|útil|conveniente|hora|suficiente|recomendable|aconsejable|cierto|verdad|normal|frecuente|raro|fundamental|esencial|imprescindible) (?:que|de|no|\w+(?:ar|er|ir)(?:l[oae]s?)?)\b|es (?:en|a|al|con|por|desde|durante) [^,.;:]{2,60} (?:cuando|donde|como)\b",
        "elsewhere": r"lo contrario|al revés|más arriba|más abajo|en este (?:artículo|texto)|como (?:hemos|se ha) (?:visto|dicho|mencionado|explicado)|antes mencionad[oa]s?|citad[oa]s? anteriormente",
        "fragment": r"(?:un|una) [^,.:;]{3,40} que (?:mantiene|protege|ayuda|permite|hace|da|evita|convierte)\b(?:(?!\b(?:es|son|está|están|puede|pueden|tiene|tienen|hay|necesita)\b)[^,:;—])+[.!]?$",
        "term": r"(?:conocid[oa]s? como|llamad[oa]s?|denominad[oa]s?|el término|el concepto de) [«“'\"]?([^,.:;()«»“”'\"]{3,40}?)[»”'\"]?(?=[,.:;(]| [–—])",
        "consequence": r", (?:lo que|lo cual|de modo que|de manera que|de forma que|por lo que|con lo que)",
        "contrast": r"pero|sin embargo|no obstante|en cambio|aun así|por el contrario|al contrario|por desgracia|lamentablemente|solo|sólo",
        "belief": r"piensan?|pensamos|creen?|creemos|suponen?|imaginan?|opinan?",
        "limiting": r"no(?! (?:solo|sólo|solamente)\b)|ni|nunca|jamás|nada|nadie|ningun[oa]?|ningún|tampoco|raramente|rara vez|(?<!no )(?:solo|sólo|solamente)|únicamente|salvo|excepto|a menos que|siempre que|ratas|ratón|ratones"
        r"|animales|monos|embaraz\w+|mujeres|hombres|niñ[oa]s|bebés|personas mayores|ancianos|adultos|pacientes|mitad|por ciento|al menos|como (?:máximo|mucho|mínimo)|algun[oa]s?|algún|poc[oa]s?|se siguen? (?:estudiando|investigando)|(?:aún|todavía) se (?:estudia|investiga)|está por ver",
        "guarded": r"puede|puedes|pueden|podría|podrían|debe|deben|debería|deberían|posible|posiblemente|quizás?|tal vez|probablemente|a menudo|a veces|generalmente|suelen?|normalmente|en|sobre todo|especialmente|si|cuando"
        r"|mientras|durante|sin|menos|más|unos|alrededor|aproximadamente|casi|apenas|much[oa]s?|parecen?|personas|adolescentes|jóvenes",
        "adding": r"incluso|hasta|también|asimismo|además|igualmente|del mismo modo|a la inversa|otr[oa]s?|(?:buenas? noticias?|sí|no)(?=[,.:!])|(?:la respuesta|la razón|el resultado|el secreto|la solución|la diferencia|el problema|la causa|la excepción) (?:es|era|está)|lo que sigue|(?:el|la) (?:segund[oa]|tercer[oa]?|cuart[oa])|(?:en )?(?:el|la) (?:primer[oa]?|siguiente) (?:verano|año|día|mes|invierno|semana|noche)|más tarde|después|(?:el equipo|el estudio|los investigadores|los autores|el experimento|el grupo|los participantes)",
        "summing": r"est[oa]s|es[oa]s|tod[oa]s? est[oa]s?|tales",
        "setting": r"sobre|en|si|cuando|con|para|durante|bajo|tras|desde|hasta|sin|al?",
        "announcing": r"en este (?:artículo|texto|post)\b.{0,30}\b(?:descubr\w+|aprender\w*|ver[áe]\w*|encontrar\w*|te|le|explica\w*|cont\w+|habla\w*)\b|este artículo (?:explica|muestra|cuenta|presenta)",
        "animals": r"ratas?|ratón|ratones|animales|animal|monos?|conejos?|cerdos?",
        "personal": r"yo|me|mí|mis?|conmigo|vivo|tengo|soy|estoy|voy|doy|veo|digo|quiero|puedo|debo|vengo|salgo|creo|recuerdo|pienso|hago|he(?! aquí)|fui|hice|tuve|estuve|puse|dije|vine|quise|pude|supe"
        r"|(?!(?:(?:por)?qu|caf|t|beb|comit|pur|chal|consom|canap|carn|pat|clich|hincapi|jos|andr)é\b)\w+é|(?!(?:s|as|aqu|ah|all|jabal|colibr|esqu|rub|bistur|iran|iraqu|israel|marroqu|hait)í\b)\w+í",
        "plural": r"nosotr[oa]s|nos|nuestr[oa]s?|somos|fuimos|vivimos|decidimos|hicimos|tuvimos|pusimos|quisimos|pudimos|\w{2,}[ae]mos",
        "demonstrative": r"est[ae]s?(?! (?:año|semana|mes|temporada|verano|invierno|días))|est[oe]s|es[ae]s?|dich[oa]s?|tales?(?! como)|ello|est[ao] último|(?:una|dos|tres|cuatro|cinco) (?:reglas?|cosas?|razones|preguntas?|pasos|errores|consejos)|siguientes?",
        "pronoun": r"él|ella|ellos|ellas|sus?|le|les",
    },
    "it": {
        "connective": r"in altre parole|in altri termini|vale a dire|cioè|ossia|insomma|in breve|quindi|dunque|perciò|pertanto|inoltre|anche|tuttavia|però|eppure|ma|e|per esempio|ad esempio|di conseguenza|infine|in particolare",
        "leaning": r"(?<!\be)(?<!\bo)(?<!\bma) (?:quindi|dunque|pertanto)|, (?:quindi|dunque|pertanto|inoltre|infatti),",
        "pointing": r"(?:e|ma|però|quest[oaie]|quest['’]\w+|quell[oaie] (?!che\b)|quel|quei|quegli|ciò (?!che\b)|egli|ella|ess[oaie]|lui|lei|loro|il suo|la sua|i suoi|le sue|il loro|la loro|suo|sua|qui|qua|lì|là|così|allora|quindi|dunque|perciò|pertanto|per questo|anche|inoltre|infatti|entramb[ie]|tale|tali|lo stesso|in tal(?:e)? (?:caso|modo)"
        r"|in questo (?:caso|modo)|al contrario|invece|tuttavia|è (?!necessari|important|possibil)|sono|era|erano|ha|hanno|può|possono|aiuta|aiutano|serve|permette|si (?:tratta|chiama|deve|può))\b",
        "impersonal": r"è (?:quasi |molto |più |sempre |anche )?(?:meglio|preferibile|inutile|utile|consigliabile|sufficiente|vero|normale|frequente|raro|fondamentale|essenziale|indispensabile|ora|bene) (?:che|di|non|\w+(?:are|ere|ire)(?:l[oaie])?)\b|è (?:in|a|al|con|per|da|durante|nel|nella|quando) [^,.;:]{2,60} che\b",
        "elsewhere": r"il contrario|l['’]opposto|qui sopra|qui sotto|in questo (?:articolo|testo)|come (?:abbiamo|si è) (?:visto|detto|accennato|spiegato)|sopra (?:citat|menzionat)[oaie]|suddett[oaie]",
        "fragment": r"(?:un|uno|una|un['’]) ?[^,.:;]{3,40} che (?:mantiene|protegge|aiuta|permette|fa|dà|evita|trasforma)\b(?:(?!\b(?:è|sono|ha|hanno|può|possono|serve|vuole)\b)[^,:;—])+[.!]?$",
        "term": r"(?:conosciut[oaie] come|not[oaie] come|chiamat[oaie]|dett[oaie]|il termine|il concetto di) [«“'\"]?([^,.:;()«»“”'\"]{3,40}?)[»”'\"]?(?=[,.:;(]| [–—])",
        "consequence": r", (?:il che|cosicché|così che|sicché|per cui|di modo che)",
        "contrast": r"ma|però|tuttavia|eppure|invece|al contrario|ciononostante|purtroppo|solo|soltanto",
        "belief": r"pensano?|pensiamo|credono|crede|crediamo|ritengono|ritiene|immaginano?|suppongono",
        "limiting": r"non(?! (?:solo|soltanto)\b)|né|mai|niente|nulla|nessun[oa]?|raramente|di rado|(?<!non )(?:solo|soltanto|solamente)|unicamente|salvo|tranne|eccetto|a meno che|purché|ratti|topi|animali|scimmie|incint[ae]|gravidanza"
        r"|donne|uomini|bambin[ie]|neonati|anziani|adulti|pazienti|metà|per cento|almeno|al massimo|alcun[ie]|qualche|poc[oa]|poch[ie]|ancora (?:in studio|da (?:dimostrare|verificare))|resta da",
        "guarded": r"può|puoi|potete|possono|potrebbe|potrebbero|deve|devi|devono|dovrebbe|dovrebbero|possibile|forse|probabilmente|spesso|talvolta|a volte|generalmente|di solito|in|soprattutto|se|quando|mentre|durante"
        r"|senza|meno|più|circa|quasi|appena|a malapena|possibilmente|molt[oaie]|sembra(?:no)?|persone|adolescenti|giovani",
        "adding": r"perfino|persino|addirittura|anche|inoltre|ugualmente|allo stesso modo|al contrario|viceversa|un altro|un['’]altra|(?:buon[ae] notizi[ae]|sì|no)(?=[,.:!])|(?:la risposta|la ragione|il risultato|il segreto|la soluzione|la differenza|il problema|la causa|l['’]eccezione) (?:è|era|sta)|ciò che segue|(?:il|la) (?:second[oa]|terz[oa]|quart[oa])|(?:nel|nella|il|la) (?:prim[oa]|seguente) (?:anno|estate|giorno|mese|inverno|settimana)|più tardi|dopo|(?:il team|la squadra|lo studio|i ricercatori|gli autori|l['’]esperimento|il gruppo|i partecipanti)",
        "summing": r"quest[ie]|quei|quelle|tutt[oi] quest[oi]|tali",
        "setting": r"su|sul|sulla|in|nel|nella|se|quando|con|per|durante|sotto|dopo|da|fino|senza|al?",
        "announcing": r"in questo articolo\b.{0,30}\b(?:scopri\w*|imparer\w*|vedr\w*|trover\w*|ti|vi|le|spiegh\w*|raccont\w*|parl\w*)\b|questo articolo (?:spiega|mostra|racconta|presenta)",
        "animals": r"ratti|ratto|topi|topo|animali|animale|scimmie|scimmia|conigli|maiali",
        "personal": r"io|me|mi|mi[oae]|miei|vivo|ho|ero|avevo|facevo|andavo|volevo|potevo|sapevo|stavo|sto|vado|voglio|posso|devo|dico|vengo|credo|penso|faccio|ricordo|so|andai|feci|dissi|vidi|decisi",
        "plural": r"noi|nostr[oaie]|\w{2,}iamo",
        "demonstrative": r"quest[oaie](?! (?:anno|settimana|mese|stagione|estate|inverno|giorni))|tal[ei](?! da)|simil[ei] (?:effetti|risultati)|ciò|quest['’]ultim[oa]|(?:una|due|tre|quattro|cinque) (?:regol[ae]|cos[ae]|ragioni|domand[ae]|passi|errori|consigli)|seguent[ei]",
        "pronoun": r"egli|essi|esse|loro|lui|lei|suo|sua|suoi|sue|gli",
    },
}
