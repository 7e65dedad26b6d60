"""The words by which texts tell of studies in animals, by language. Data only; `animals.py` says what they mean.

Of each language:
    alone: says both at once ("in a mouse model").
    animals: those that research is done with; pets and farm animals are not among them.
    found_in: what stands before them where something was found in them ("in young rats").
    study: research, or who does it.
    body: what such research is about, and no pest nor pet.
    outside: what stands beside mice and rats in gardens and houses; then they are no research animals.
    living: pets, farm and garden animals, by which an article about animals is known.
    any: other words by which a text says that it speaks of animals.
"""

from __future__ import annotations

from collections.abc import Mapping

ANIMALS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "alone": r"dier(?:studies?|experiment(?:en)?|model(?:len)?)|(?:muizen|ratten|knaagdier|woelmuis|apen|primaten)(?:onderzoek(?:en)?|studies?|model(?:len)?|proe(?:f|ven)|experiment(?:en)?)|(?:in|uit|bij|met) (?:\w+ )?(?:dierproe(?:f|ven)|proefdieren)|(?:dierproeven|proefdieren) (?:tonen|laten|lieten|toonden|wijzen|wezen|suggereren|kregen|bleken)|lab(?:oratorium)?(?:muizen|ratten|dieren)|(?:onderzoek(?:en)?|studies?|experimenten) (?:bij|op|met|in|onder|aan) dieren|moederratten|rattenmoeders",
        "animals": r"ratten|rattenjongen|muizen|(?:prairie)?woelmuizen|knaagdieren|makaken|resusapen|rhesusapen|chimpansees|apen|primaten|zebravissen|fruitvlieg(?:en|jes)",
        "found_in": r"(?:bij|in|op|met|onder)(?: (?:jonge|volwassen|oude|oudere|mannelijke|vrouwelijke|drachtige|zwangere|pasgeboren|gezonde|zieke|de|deze|sommige|beide|alle)){0,2}",
        "study": r"onderzoek(?:en|ers?)?|\w*stud(?:ie|ies)|wetenschap(?:pers?|pelijk\w*)?|experiment(?:en)?|proe(?:f|ven)|laborator\w+|lab|biolo(?:og|gen)|neurowetenschap\w*",
        "body": r"dna|gen(?:en)?|genexpressie|epigenet\w+|methyl\w+|brein|hersen\w*|zenuw\w*|stress\w*|hormo\w+|cortisol|oxytocine|dopamine|serotonine|insuline|angst\w*|geheugen|leervermogen|receptor\w*|neuro\w+|bloed\w*|immuun\w*|ontsteking\w*|veroudering|levensduur|tumor\w*|kanker\w*|cel(?:len)?|moeder\w*|hechting|nakomelingen|depressie\w*|darm\w*|lever|hart\w*|eiwit\w*|spier\w*|gewicht|slaap\w*|pijn\w*|verslav\w+|gezondheid|ziekten?",
        "outside": r"(?:moes)?tuin\w*|schuur|zolder|kelder|(?:muizen)?val(?:len)?|gif|plaag|plagen|verjaag\w*|verjagen|verdrij\w+|wegjagen|bollen|compost\w*|kippenvoer|tamme|huisdier\w*|kooi(?:en)?|ongedierte|riool",
        "living": r"(?:huis|boerderij|tuin|zoog)dier(?:en)?|hond(?:en)?|pup(?:s|py\w*)?|kat(?:ten)?|poes\w*|kitten\w*|kip(?:pen)?|koe(?:ien)?|kalf|kalveren|scha(?:ap|pen)|lam(?:meren)?|geit(?:en)?|varkens?|biggen|paard(?:en)?|pony\w*|ezels?|konijn(?:en)?|cavia['’]?s?|hamsters?|vogels?|mezen|mussen|bijen|hommels?|vlinders?|egels?|kikkers?|padden|vissen|vee|wormen|insecten|slakken|spinnen",
        "any": r"dier(?:en)?|dierlijke?|proefdier(?:en)?|rat|muis|muizenonderzoek|knaagdier|aap|dierproe(?:f|ven)|dieronderzoek",
    },
    "en": {
        "alone": r"animal (?:stud(?:y|ies)|experiments?|models?|trials?|research)|(?:mouse|mice|rat|murine|rodent|primate|monkey|vole) (?:stud(?:y|ies)|models?|experiments?|research)|(?:studies|study|experiments?|trials?|research) (?:in|on|with) (?:\w+ )?(?:lab(?:oratory)? )?animals|(?:lab(?:oratory)?|knockout) (?:rats|mice|animals|monkeys)|mother rats|rat (?:mothers|pups)",
        "animals": r"rats|mice|rodents|prairie voles|voles|macaques|rhesus monkeys|monkeys|chimpanzees|primates|zebrafish|fruit flies",
        "found_in": r"(?:in|on|among|with)(?: (?:young|adult|old|older|male|female|pregnant|newborn|healthy|sick|the|these|some|both|all)){0,2}",
        "study": r"research(?:ers?)?|stud(?:y|ies)|scientists?|experiments?|laborator(?:y|ies)|lab|biologists?|neuroscien\w+|trials?",
        "body": r"dna|genes?|gene expression|epigenet\w+|methyl\w+|brains?|nerv\w+|stress\w*|hormon\w+|cortisol|oxytocin|dopamine|serotonin|insulin|anxi\w+|fear\w*|memor\w+|learning|receptors?|neuro\w+|blood|immun\w+|inflammat\w+|ag(?:e)?ing|lifespans?|tumou?rs?|cancer\w*|cells?|maternal|mothering|bonding|offspring|depress\w+|guts?|liver|hearts?|proteins?|muscles?|weight|sleep\w*|pain|addict\w+|health\w*|diseases?",
        "outside": r"gardens?|gardeners?|sheds?|attics?|cellars?|traps?|trapped|poison\w*|pests?|plague|bulbs|compost\w*|chicken feed|pets?|cages?|vermin|sewers?|scare|deter|repel\w*",
        "living": r"(?:farm|wild|domestic) animals|dogs?|pupp(?:y|ies)|cats?|kittens?|hens?|chickens?|cows?|calves|sheep|lambs?|goats?|pigs?|piglets?|horses?|pon(?:y|ies)|donkeys?|rabbits?|guinea pigs?|hamsters?|birds?|tits|sparrows?|bees|bumblebees?|butterfl(?:y|ies)|hedgehogs?|frogs?|toads?|fish|livestock|cattle|worms|insects?|slugs?|snails?|spiders?|pets?",
        "any": r"animals?|rat|mouse|rodent|monkey|vole|macaque",
    },
    "de": {
        "alone": r"tier(?:studien?|experimente?n?|modell(?:e|en)?)|(?:im|am|beim|in|aus|bei|mit) (?:\w+ )?(?:tierversuch(?:en)?|tiermodell(?:en)?|versuchstieren)|tierversuche (?:zeig\w+|beleg\w+|leg\w+|deut\w+|ergab\w*)|versuchstiere (?:zeig\w+|lern\w+|bekam\w*)|(?:maus|mäuse|ratten|nagetier|affen|primaten)(?:studien?|modell(?:e|en)?|versuch(?:e|en)?|experimente?n?)|(?:studien?|untersuchungen|experimente|versuche|forschung) (?:an|bei|mit) tieren|labor(?:mäusen?|ratten|tieren?)|rattenmütter",
        "animals": r"ratten|mäusen?|nagetieren?|(?:prärie)?wühlmäusen?|makaken|rhesusaffen|schimpansen|affen|primaten|zebrafischen?|fruchtfliegen",
        "found_in": r"(?:bei|in|an|mit|unter)(?: (?:jungen|erwachsenen|alten|älteren|männlichen|weiblichen|trächtigen|neugeborenen|gesunden|kranken|den|diesen|einigen|beiden|allen)){0,2}",
        "study": r"\w*studien?|forsch\w+|untersuchung(?:en)?|wissenschaft\w*|experimente?n?|versuche?n?|labor\w*|biolog(?:en|innen)|neurowissenschaft\w*",
        "body": r"dna|erbgut|gene?n?|genexpression|epigenet\w+|methyl\w+|gehirn\w*|hirn\w*|nerven\w*|stress\w*|hormon\w*|cortisol|oxytocin|dopamin|serotonin|insulin|angst\w*|ängst\w*|gedächtnis\w*|lernen|rezeptor\w*|neuro\w+|blut\w*|immun\w*|entzündung\w*|alter(?:n|ung)|lebensdauer|tumor\w*|krebs\w*|zellen?|mütterlich\w*|bindung\w*|nachkommen|depress\w+|darm\w*|leber|herz\w*|eiweiß\w*|protein\w*|muskel\w*|gewicht|schlaf\w*|schmerz\w*|sucht|gesundheit|krankheit\w*",
        "outside": r"\w*gärt\w+|\w*garten\w*|schuppen|dachboden|keller|\w*fallen?|gift|plage|schädling\w*|vertreib\w+|verjag\w+|zwiebeln|kompost\w*|hühnerfutter|haustier\w*|käfig\w*|ungeziefer|kanalisation",
        "living": r"(?:haus|nutz|garten|säuge)tieren?|hunde?n?|welpen|katzen?|kätzchen|hühnern?|huhn|hennen|kühen?|kuh|kälber|schafen?|lämmer|ziegen?|schweinen?|ferkel|pferden?|ponys?|esel|kaninchen|meerschweinchen|hamstern?|vögeln?|meisen|spatzen|bienen|hummeln|schmetterlingen?|igeln?|fröschen?|kröten|fischen?|vieh|würmern?|insekten|schnecken|spinnen",
        "any": r"tiere?n?|tierisch\w*|versuchstiere?n?|tierversuche?n?|maus|ratte|nagetier|affe",
    },
    "fr": {
        "alone": r"(?:études?|expériences?|essais?|recherches?|modèles?) (?:animales?|animaux|chez l['’]animal|sur (?:l['’]animal|des animaux|les animaux)|murine?s?)|expérimentations? animales?|(?:souris|rats|animaux) de laboratoire|modèles? (?:de souris|murins?)|mères? rates?|rates? mères?",
        "animals": r"rats|rates|souris|rongeurs|campagnols|macaques|singes|chimpanzés|primates|poissons[- ]zèbres?|drosophiles",
        "found_in": r"(?:chez|sur|avec|dans)(?: (?:les|la|le|des|de|ces|certains|jeunes|vieux|vieilles|adultes)){0,2}",
        "study": r"études?|recherches?|chercheu\w+|scientifiques?|expériences?|laboratoires?|biologistes?|neuroscien\w+|essais?",
        "body": r"adn|gènes?|expression génétique|épigénét\w+|méthyl\w+|cerveaux?|cérébra\w+|nerv\w+|stress\w*|hormon\w+|cortisol|ocytocine|dopamine|sérotonine|insuline|anxi\w+|peur|mémoire|apprentissage|récepteurs?|neuro\w+|sang|sanguin\w*|immun\w+|inflammat\w+|vieillissement|longévité|tumeurs?|cancer\w*|cellules?|maternel\w*|attachement|descendance|progéniture|dépress\w+|intestin\w*|foie|cœur|coeur|protéines?|muscles?|poids|sommeil|douleurs?|addict\w+|santé|maladies?",
        "outside": r"jardin\w*|potager|cabane|grenier|cave|pièges?|piég\w+|poison|nuisibles?|chasser|éloigner|repousser|bulbes|compost\w*|cages?|égouts?|vermine|domestiques?",
        "living": r"animaux (?:domestiques|de compagnie|de la ferme|sauvages)|chiens?|chiots?|chats?|chatons?|poules?|vaches?|veaux?|moutons?|agneaux?|chèvres?|cochons?|porcs?|chevaux|cheval|poneys?|ânes?|lapins?|cobayes?|cochons d['’]inde|hamsters?|oiseaux?|mésanges?|moineaux?|abeilles|bourdons?|papillons?|hérissons?|grenouilles?|crapauds?|poissons?|bétail|vers|insectes?|limaces?|escargots?|araignées?",
        "any": r"animal|animaux|animale?s?|rat|souris|rongeur|singe",
    },
    "es": {
        "alone": r"(?:estudios?|experimentos?|ensayos?|investigaci(?:ón|ones)) (?:en|con) (?:\w+ )?animales|(?:modelos?|experimentación|estudios?) (?:animal(?:es)?|murinos?)|(?:ratones|ratas|animales) de laboratorio|modelos? de ratón|ratas madres?",
        "animals": r"ratas|ratones|roedores|topillos|macacos|monos|chimpancés|primates|peces cebra|moscas de la fruta",
        "found_in": r"(?:en|con|entre)(?: (?:los|las|estos|estas|algunos|algunas|jóvenes|adultos|viejos)){0,2}",
        "study": r"estudios?|investigaci(?:ón|ones)|investigador\w*|científic\w+|experimentos?|laboratorios?|biólog\w+|neurocien\w+|ensayos?",
        "body": r"adn|gen(?:es)?|genétic\w+|epigenétic\w+|metil\w+|cerebro\w*|cerebral\w*|nervi\w+|estrés|hormon\w+|cortisol|oxitocina|dopamina|serotonina|insulina|ansiedad|miedo|memoria|aprendizaje|receptor\w*|neuro\w+|sangre|sanguín\w+|inmun\w+|inflama\w+|envejecimiento|longevidad|tumor\w*|cáncer\w*|células?|matern\w+|apego|crías|depres\w+|intestin\w+|hígado|corazón|proteínas?|músculos?|peso|sueño|dolor\w*|adicci\w+|salud|enfermedad\w*",
        "outside": r"jard\w+|huert\w+|cobertizo|desván|sótano|trampas?|veneno|plagas?|ahuyent\w+|espantar|bulbos|compost\w*|jaulas?|alcantarill\w+|mascotas?|domésticos?",
        "living": r"animales (?:domésticos|de granja|de compañía)|mascotas?|perros?|cachorros?|gatos?|gatitos?|gallinas?|pollos?|vacas?|terneros?|ovejas?|corderos?|cabras?|cerdos?|caballos?|ponis?|burros?|conejos?|cobayas?|hámsters?|pájaros?|aves|gorriones|abejas|abejorros?|mariposas?|erizos?|ranas?|sapos?|peces|ganado|lombrices|insectos?|babosas?|caracoles|arañas?",
        "any": r"animal(?:es)?|rata|ratón|roedor|mono",
    },
    "it": {
        "alone": r"(?:stud(?:io|i)|esperiment[oi]|ricerc(?:a|he)|test) (?:su|sugli|negli|con) (?:\w+ )?animali|(?:modell[oi]|sperimentazion[ei]) (?:animal[ei]|murin[oi])|(?:topi|ratti|animali|cavie) da laboratorio|modelli? di topo|madri ratto",
        "animals": r"ratti|topi|roditori|arvicole|macachi|scimmie|scimpanzé|primati|pesci zebra|moscerini della frutta",
        "found_in": r"(?:nei|negli|nelle|sui|sugli|sulle|su|in|con|tra)(?: (?:giovani|adulti|vecchi|questi|alcuni)){0,2}",
        "study": r"studi[o]?|ricerc(?:a|he)|ricercator\w+|ricercatric\w+|scienziat\w+|scientific\w+|esperiment[oi]|laborator\w+|biolog\w+|neuroscien\w+",
        "body": r"dna|gen[ei]|genetic\w+|epigenetic\w+|metil\w+|cervell[oi]|cerebral\w+|nerv\w+|stress\w*|ormon\w+|cortisolo|ossitocina|dopamina|serotonina|insulina|ansi\w+|paura|memoria|apprendimento|recettor\w+|neuro\w+|sangue|sanguign\w+|immun\w+|infiamm\w+|invecchiamento|longevità|tumor\w*|cancro|cellul[ae]|matern\w+|attaccamento|prole|cuccioli|depress\w+|intestin\w+|fegato|cuore|protein[ae]|muscol\w+|peso|sonno|dolor\w*|dipendenz\w+|salute|malatti\w+",
        "outside": r"giardin\w+|ort[oi]|capann\w+|soffitt\w+|cantin\w+|trappol[ae]|velen[oi]|parassit\w+|allontan\w+|scacciare|bulbi|compost\w*|gabbi[ae]|fogn\w+|domestic\w+",
        "living": r"animali (?:domestici|da compagnia|da fattoria)|can[ei]|gatt[oi]|gattini|galline?|poll[oi]|mucche|vitell[oi]|pecore|agnell[oi]|capre|maial[ei]|cavall[oi]|pony|asin[oi]|conigl[oi]|cavie|cricet[oi]|uccell[oi]|passer[oi]|api|bombi|farfall[ae]|ricc[oi]|ran[ae]|rosp[oi]|pesci|bestiame|vermi|insett[oi]|lumach[ea]|ragn[oi]",
        "any": r"animal[ei]|ratto|topo|roditore|scimmia",
    },
}  # fmt: skip
