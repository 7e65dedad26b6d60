"""The words by which texts tell of studies in animals, by language. Data only; `animals.py` says what they mean.

Of each language:
    alone: says both at once ("in a mouse model").
    animals: those that research is done with; pets and farm animals are not among them.
    found_in: what stands before them where something was found in them ("in young rats").
    study: research, or who does it.
    counted: what stands before them where they were counted ("thirty-six mice").
    body: what such research is about, and no pest nor pet; nouns, and verbs ("weighed").
    outside: what stands beside mice and rats in gardens and houses; then they are no research animals.
    cages: where pets live, and research animals too.
    desks: what stands beside other mice, and beside flies that nobody studies, in the same sentence.
    living: pets, farm and garden animals, by which an article about animals is known, and what hunts mice.
    people: those who take part in research.
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
        "counted": r"\d{2,4}|(?:twaalf|vijftien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|tientallen|honderden|tien|zes|zeven|acht|negen)|\w{3,5}en(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|(?:twee )?groepen",
        "body": r"dna|gen(?:en)?|genexpressie|epigenet\w+|methyl\w+|brein|hersen\w*|zenuw\w*|stress\w*|hormo\w+|cortisol|oxytocine|dopamine|serotonine|insuline|angst\w*|geheugen|leervermogen|receptor\w*|neuro\w+|bloed\w*|immuun\w*|ontsteking\w*|veroudering|levensduur|tumor\w*|kanker\w*|cel(?:len)?|moeder\w*|hechting|nakomelingen|depressie\w*|darm\w*|lever|hart\w*|eiwit\w*|spier\w*|gewicht|slaap\w*|pijn\w*|verslav\w+|gezondheid|ziekten?|(?:woog|wogen|weegt|wegen|weging)|(?:dikker|zwaarder|magerder|vetter)|vielen? af|(?:kwam|kwamen|komen) (?:\w+ ){0,3}aan|aankomen|sliep(?:en)?|slapen|slaapt|at|aten|eten|eet|leefden? (?:\w+ )?langer|leven (?:\w+ )?langer|groei\w*|vermager\w+|leerden?|bewogen|vrucht\w*",
        "outside": r"(?:moes)?tuin\w*|schuur|zolder|kelder|(?:muizen)?val(?:len)?|gif|plaag|plagen|verjaag\w*|verjagen|verdrij\w+|wegjagen|bollen|compost\w*|kippenvoer|tamme|huisdier\w*|ongedierte|riool",
        "cages": r"kooi(?:en)?",
        "desks": r"toetsenbord\w*|muismat\w*|klik\w*|draadloze|kantoor\w*|keuken\w*|azijn|fruitschaal\w*|vuilnis\w*|gft\w*|uilenballen|dierentuin\w*",
        "living": r"(?:huis|boerderij|tuin|zoog)dier(?:en)?|hond(?:en)?|pup(?:s|py\w*)?|kat(?:ten)?|poes\w*|kitten\w*|kip(?:pen)?|koe(?:ien)?|kalf|kalveren|scha(?:ap|pen)|lam(?:meren)?|geit(?:en)?|varkens?|biggen|paard(?:en)?|pony\w*|ezels?|konijn(?:en)?|cavia['’]?s?|hamsters?|vogels?|mezen|mussen|bijen|hommels?|vlinders?|egels?|kikkers?|padden|vissen|vee|wormen|insecten|slakken|spinnen|uil(?:en)?|kerkuil\w*|vos(?:sen)?|wezels?|marters?|buizerds?|valk(?:en)?|roofvogels?|ooievaars?|slang(?:en)?|muskusratten",
        "people": r"mensen|volwassenen|deelnemers|vrijwilligers|patiënten|proefpersonen|vrouwen|mannen|kinderen|ouderen|jongeren|studenten",
        "any": r"dier(?:en)?|dierlijke?|proefdier(?:en)?|rat|muis|muizenonderzoek|knaagdier|aap|dierproe(?:f|ven)|dieronderzoek",
    },
    "en": {
        "alone": r"animal (?:stud(?:y|ies)|experiments?|models?|trials?|research)|(?:mouse|mice|rat|murine|rodent|primate|monkey|vole) (?:stud(?:y|ies)|models?|experiments?|research)|(?:studies|study|experiments?|trials?|research) (?:in|on|with) (?:\w+ )?(?:lab(?:oratory)? )?animals|(?:lab(?:oratory)?|knockout) (?:rats|mice|animals|monkeys)|mother rats|rat (?:mothers|pups)",
        "animals": r"rats|mice|rodents|prairie voles|voles|macaques|rhesus monkeys|monkeys|chimpanzees|primates|zebrafish|fruit flies",
        "found_in": r"(?:in|on|among|with)(?: (?:young|adult|old|older|male|female|pregnant|newborn|healthy|sick|the|these|some|both|all)){0,2}",
        "study": r"research(?:ers?)?|stud(?:y|ies)|scientists?|experiments?|laborator(?:y|ies)|lab|biologists?|neuroscien\w+|trials?",
        "counted": r"\d{2,4}|(?:six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|(?:a )?(?:dozen|hundred)|dozens of|hundreds of|(?:two )?groups of",
        "body": r"dna|genes?|gene expression|epigenet\w+|methyl\w+|brains?|nerv\w+|stress\w*|hormon\w+|cortisol|oxytocin|dopamine|serotonin|insulin|anxi\w+|fear\w*|memor\w+|learning|receptors?|neuro\w+|blood|immun\w+|inflammat\w+|ag(?:e)?ing|lifespans?|tumou?rs?|cancer\w*|cells?|maternal|mothering|bonding|offspring|depress\w+|guts?|liver|hearts?|proteins?|muscles?|weight|sleep\w*|pain|addict\w+|health\w*|diseases?|weigh(?:s|ed|ing)?|gain(?:s|ed)?|(?:lost|put on) weight|heavier|fatter|thinner|slept|sleeps?|sleeping|ate|eats?|eaten|eating|lived? longer|grew|grow|growth|learn(?:s|ed|t)?|fertil\w+",
        "outside": r"gardens?|gardeners?|sheds?|attics?|cellars?|traps?|trapped|poison\w*|pests?|plague|bulbs|compost\w*|chicken feed|pets?|vermin|sewers?|scare|deter|repel\w*",
        "cages": r"cages?",
        "desks": r"keyboards?|mouse ?pads?|click\w*|wireless|cursor|trackpads?|offices?|desks?|kitchens?|vinegar|fruit bowls?|bins|zoos?|owl pellets",
        "living": r"(?:farm|wild|domestic) animals|dogs?|pupp(?:y|ies)|cats?|kittens?|hens?|chickens?|cows?|calves|sheep|lambs?|goats?|pigs?|piglets?|horses?|pon(?:y|ies)|donkeys?|rabbits?|guinea pigs?|hamsters?|birds?|tits|sparrows?|bees|bumblebees?|butterfl(?:y|ies)|hedgehogs?|frogs?|toads?|fish|livestock|cattle|worms|insects?|slugs?|snails?|spiders?|pets?|owls?|foxes|fox|weasels?|stoats?|buzzards?|kestrels?|hawks?|birds of prey|storks?|snakes?|muskrats",
        "people": r"people|adults|participants|volunteers|patients|women|men|children|students|humans|teenagers|older people",
        "any": r"animals?|rat|mouse|rodent|monkey|vole|macaque",
    },
    "de": {
        "alone": r"tier(?:studien?|experimente?n?|modell(?:e|en)?)|(?:im|am|beim|in|aus|bei|mit) (?:\w+ )?(?:tierversuch(?:en)?|tiermodell(?:en)?|versuchstieren)|tierversuche (?:zeig\w+|beleg\w+|leg\w+|deut\w+|ergab\w*)|versuchstiere (?:zeig\w+|lern\w+|bekam\w*)|(?:maus|mäuse|ratten|nagetier|affen|primaten)(?:studien?|modell(?:e|en)?|versuch(?:e|en)?|experimente?n?)|(?:studien?|untersuchungen|experimente|versuche|forschung) (?:an|bei|mit) tieren|labor(?:mäusen?|ratten|tieren?)|rattenmütter",
        "animals": r"ratten|mäusen?|nagetieren?|(?:prärie)?wühlmäusen?|makaken|rhesusaffen|schimpansen|affen|primaten|zebrafischen?|fruchtfliegen",
        "found_in": r"(?:bei|in|an|mit|unter)(?: (?:jungen|erwachsenen|alten|älteren|männlichen|weiblichen|trächtigen|neugeborenen|gesunden|kranken|den|diesen|einigen|beiden|allen)){0,2}",
        "study": r"\w*studien?|forsch\w+|untersuchung(?:en)?|wissenschaft\w*|experimente?n?|versuche?n?|labor\w*|biolog(?:en|innen)|neurowissenschaft\w*",
        "counted": r"\d{2,4}|(?:sechs|sieben|acht|neun|zehn|zwölf|fünfzehn|zwanzig|hundert|dutzende|hunderte)|\w+und(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|(?:zwei )?gruppen von",
        "body": r"dna|erbgut|gene?n?|genexpression|epigenet\w+|methyl\w+|gehirn\w*|hirn\w*|nerven\w*|stress\w*|hormon\w*|cortisol|oxytocin|dopamin|serotonin|insulin|angst\w*|ängst\w*|gedächtnis\w*|lernen|rezeptor\w*|neuro\w+|blut\w*|immun\w*|entzündung\w*|alter(?:n|ung)|lebensdauer|tumor\w*|krebs\w*|zellen?|mütterlich\w*|bindung\w*|nachkommen|depress\w+|darm\w*|leber|herz\w*|eiweiß\w*|protein\w*|muskel\w*|gewicht|schlaf\w*|schmerz\w*|sucht|gesundheit|krankheit\w*|wog(?:en)?|wiegt|wiegen|nahmen? (?:\w+ ){0,3}(?:zu|ab)|nehmen (?:\w+ ){0,3}(?:zu|ab)|zugenommen|abgenommen|schwerer|dicker|dünner|schlief(?:en)?|schläft|fraß(?:en)?|fressen|frisst|aß(?:en)?|leb(?:t|te|ten|en) (?:\w+ )?länger|wuchs(?:en)?|lernten?|fruchtbar\w*",
        "outside": r"\w*gärt\w+|\w*garten\w*|schuppen|dachboden|keller|\w*fallen?|gift|plage|schädling\w*|vertreib\w+|verjag\w+|zwiebeln|kompost\w*|hühnerfutter|haustier\w*|ungeziefer|kanalisation",
        "cages": r"käfig\w*",
        "desks": r"tastatur\w*|mauspad\w*|klick\w*|kabellos\w*|büro\w*|schreibtisch\w*|küche\w*|essig|obstschale\w*|biotonne\w*|gewölle|zoo",
        "living": r"(?:haus|nutz|garten|säuge)tieren?|hunde?n?|welpen|katzen?|kätzchen|hühnern?|huhn|hennen|kühen?|kuh|kälber|schafen?|lämmer|ziegen?|schweinen?|ferkel|pferden?|ponys?|esel|kaninchen|meerschweinchen|hamstern?|vögeln?|meisen|spatzen|bienen|hummeln|schmetterlingen?|igeln?|fröschen?|kröten|fischen?|vieh|würmern?|insekten|schnecken|spinnen|eulen?|schleiereulen?|füchsen?|fuchs|wiesel|marder|bussarden?|falken|greifvögeln?|störchen?|schlangen?|bisamratten",
        "people": r"menschen|erwachsene[nr]?|teilnehme\w+|freiwillige[nr]?|patient\w*|proband\w+|frauen|männern?|kindern?|studierende[nr]?",
        "any": r"tiere?n?|tierisch\w*|versuchstiere?n?|tierversuche?n?|maus|ratte|nagetier|affe",
    },
    "fr": {
        "alone": r"(?:études?|expériences?|essais?|recherches?|modèles?) (?:animales?|animaux|chez l['’]animal|sur (?:l['’]animal|des animaux|les animaux)|murine?s?)|expérimentations? animales?|(?:souris|rats|animaux) de laboratoire|modèles? (?:de souris|murins?)|mères? rates?|rates? mères?",
        "animals": r"rats|rates|souris|rongeurs|campagnols|macaques|singes|chimpanzés|primates|poissons[- ]zèbres?|drosophiles",
        "found_in": r"(?:chez|sur|avec|dans)(?: (?:les|la|le|des|de|ces|certains|jeunes|vieux|vieilles|adultes)){0,2}",
        "study": r"études?|recherches?|chercheu\w+|scientifiques?|expériences?|laboratoires?|biologistes?|neuroscien\w+|essais?",
        "counted": r"\d{2,4}|(?:six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|soixante|quatre-vingt\w*|cent)(?:[- ](?:et[- ])?\w+)?|dizaines? de|centaines? de|douzaines? de|groupes? de",
        "body": r"adn|gènes?|expression génétique|épigénét\w+|méthyl\w+|cerveaux?|cérébra\w+|nerv\w+|stress\w*|hormon\w+|cortisol|ocytocine|dopamine|sérotonine|insuline|anxi\w+|peur|mémoire|apprentissage|récepteurs?|neuro\w+|sang|sanguin\w*|immun\w+|inflammat\w+|vieillissement|longévité|tumeurs?|cancer\w*|cellules?|maternel\w*|attachement|descendance|progéniture|dépress\w+|intestin\w*|foie|cœur|coeur|protéines?|muscles?|poids|sommeil|douleurs?|addict\w+|santé|maladies?|pes(?:ait|aient|er)|pèse(?:nt)?|pris (?:\w+ )?du poids|grossi\w*|maigri\w*|(?:plus )?(?:lourd|gros|maigre)(?:e?s)?|dorm\w+|dort|mang\w+|véc(?:u|urent)|viv(?:ent|aient) (?:\w+ )?plus longtemps|grandi\w*|appri(?:s|rent)|fertil\w+",
        "outside": r"jardin\w*|potager|cabane|grenier|cave|pièges?|piég\w+|poison|nuisibles?|chasser|éloigner|repousser|bulbes|compost\w*|égouts?|vermine|domestiques?",
        "cages": r"cages?",
        "desks": r"claviers?|tapis de souris|cliqu\w+|clics?|sans fil|curseur|ordinateurs?|de bureau|cuisines?|vinaigre|corbeille à fruits|poubelles?|zoos?|pelotes",
        "living": r"animaux (?:domestiques|de compagnie|de la ferme|sauvages)|chiens?|chiots?|chats?|chatons?|poules?|vaches?|veaux?|moutons?|agneaux?|chèvres?|cochons?|porcs?|chevaux|cheval|poneys?|ânes?|lapins?|cobayes?|cochons d['’]inde|hamsters?|oiseaux?|mésanges?|moineaux?|abeilles|bourdons?|papillons?|hérissons?|grenouilles?|crapauds?|poissons?|bétail|vers|insectes?|limaces?|escargots?|araignées?|chouettes?|hiboux|renards?|belettes?|buses?|faucons?|rapaces|cigognes?|serpents?|rats musqués",
        "people": r"personnes|adultes|participant\w*|volontaires|patient\w*|femmes|hommes|enfants|étudiant\w*|humains?|êtres humains",
        "any": r"animal|animaux|animale?s?|rat|souris|rongeur|singe",
    },
    "es": {
        "alone": r"(?:estudios?|experimentos?|ensayos?|investigaci(?:ón|ones)) (?:en|con) (?:\w+ )?animales|(?:modelos?|experimentación|estudios?) (?:animal(?:es)?|murinos?)|(?:ratones|ratas|animales) de laboratorio|modelos? de ratón|ratas madres?",
        "animals": r"ratas|ratones|roedores|topillos|macacos|monos|chimpancés|primates|peces cebra|moscas de la fruta",
        "found_in": r"(?:en|con|entre)(?: (?:los|las|estos|estas|algunos|algunas|jóvenes|adultos|viejos)){0,2}",
        "study": r"estudios?|investigaci(?:ón|ones)|investigador\w*|científic\w+|experimentos?|laboratorios?|biólog\w+|neurocien\w+|ensayos?",
        "counted": r"\d{2,4}|(?:seis|siete|ocho|nueve|diez|doce|quince|veinte|veinti\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento)(?: y \w+)?|decenas de|cientos de|docenas de|grupos? de",
        "body": r"adn|gen(?:es)?|genétic\w+|epigenétic\w+|metil\w+|cerebro\w*|cerebral\w*|nervi\w+|estrés|hormon\w+|cortisol|oxitocina|dopamina|serotonina|insulina|ansiedad|miedo|memoria|aprendizaje|receptor\w*|neuro\w+|sangre|sanguín\w+|inmun\w+|inflama\w+|envejecimiento|longevidad|tumor\w*|cáncer\w*|células?|matern\w+|apego|crías|depres\w+|intestin\w+|hígado|corazón|proteínas?|músculos?|peso|sueño|dolor\w*|adicci\w+|salud|enfermedad\w*|pes(?:aba|aban|an|a|ó|aron)|engord\w+|adelgaz\w+|(?:ganaron|perdieron|aumentaron) (?:de )?peso|(?:más )?(?:gord|delgad|pesad)[oa]s?|durm\w+|dorm\w+|duermen?|com(?:ieron|ían|ía|en|ió)|viv(?:ieron|ían|en) (?:\w+ )?más(?: tiempo)?|crec\w+|aprend\w+|fértil\w*|fertilidad",
        "outside": r"jard\w+|huert\w+|cobertizo|desván|sótano|trampas?|veneno|plagas?|ahuyent\w+|espantar|bulbos|compost\w*|alcantarill\w+|mascotas?|domésticos?",
        "cages": r"jaulas?",
        "desks": r"teclados?|alfombrillas?|clics?|inalámbric\w+|cursor|ordenador\w*|oficinas?|escritorios?|cocinas?|vinagre|frutero|basura|zoo\w*|egagrópilas",
        "living": r"animales (?:domésticos|de granja|de compañía)|mascotas?|perros?|cachorros?|gatos?|gatitos?|gallinas?|pollos?|vacas?|terneros?|ovejas?|corderos?|cabras?|cerdos?|caballos?|ponis?|burros?|conejos?|cobayas?|hámsters?|pájaros?|aves|gorriones|abejas|abejorros?|mariposas?|erizos?|ranas?|sapos?|peces|ganado|lombrices|insectos?|babosas?|caracoles|arañas?|lechuzas?|búhos?|zorros?|comadrejas?|halcon\w*|rapaces|cigüeñas?|serpientes?",
        "people": r"personas|adult[oa]s|participantes|voluntari[oa]s|pacientes|mujeres|hombres|niñ[oa]s|estudiantes|human[oa]s",
        "any": r"animal(?:es)?|rata|ratón|roedor|mono",
    },
    "it": {
        "alone": r"(?:stud(?:io|i)|esperiment[oi]|ricerc(?:a|he)|test) (?:su|sugli|negli|con) (?:\w+ )?animali|(?:modell[oi]|sperimentazion[ei]) (?:animal[ei]|murin[oi])|(?:topi|ratti|animali|cavie) da laboratorio|modelli? di topo|madri ratto",
        "animals": r"ratti|topi|roditori|arvicole|macachi|scimmie|scimpanzé|primati|pesci zebra|moscerini della frutta",
        "found_in": r"(?:nei|negli|nelle|sui|sugli|sulle|su|in|con|tra)(?: (?:giovani|adulti|vecchi|questi|alcuni)){0,2}",
        "study": r"studi[o]?|ricerc(?:a|he)|ricercator\w+|ricercatric\w+|scienziat\w+|scientific\w+|esperiment[oi]|laborator\w+|biolog\w+|neuroscien\w+",
        "counted": r"\d{2,4}|(?:sei|sette|otto|nove|dieci|dodici|quindici|cento)|(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)\w+|decine di|centinaia di|dozzine di|grupp[oi] di",
        "body": r"dna|gen[ei]|genetic\w+|epigenetic\w+|metil\w+|cervell[oi]|cerebral\w+|nerv\w+|stress\w*|ormon\w+|cortisolo|ossitocina|dopamina|serotonina|insulina|ansi\w+|paura|memoria|apprendimento|recettor\w+|neuro\w+|sangue|sanguign\w+|immun\w+|infiamm\w+|invecchiamento|longevità|tumor\w*|cancro|cellul[ae]|matern\w+|attaccamento|prole|cuccioli|depress\w+|intestin\w+|fegato|cuore|protein[ae]|muscol\w+|peso|sonno|dolor\w*|dipendenz\w+|salute|malatti\w+|pes(?:ava|avano|ano|a)|ingrass\w+|dimagri\w+|(?:più )?(?:grass|magr|pesant)[oei]|dorm\w+|mangi\w+|viss(?:e|ero)|viv(?:ono|evano) (?:\w+ )?più a lungo|cresc\w+|cresciut\w+|impar\w+|fertil\w+",
        "outside": r"giardin\w+|ort[oi]|capann\w+|soffitt\w+|cantin\w+|trappol[ae]|velen[oi]|parassit\w+|allontan\w+|scacciare|bulbi|compost\w*|fogn\w+|domestic\w+",
        "cages": r"gabbi[ae]",
        "desks": r"tastier[ae]|tappetin[oi]|clic\w*|cursore|computer|uffici[o]?|scrivani[ae]|cucin[ae]|aceto|spazzatura|pattumiera|zoo|borre",
        "living": r"animali (?:domestici|da compagnia|da fattoria)|can[ei]|gatt[oi]|gattini|galline?|poll[oi]|mucche|vitell[oi]|pecore|agnell[oi]|capre|maial[ei]|cavall[oi]|pony|asin[oi]|conigl[oi]|cavie|cricet[oi]|uccell[oi]|passer[oi]|api|bombi|farfall[ae]|ricc[oi]|ran[ae]|rosp[oi]|pesci|bestiame|vermi|insett[oi]|lumach[ea]|ragn[oi]|gufi|gufo|civett[ae]|barbagianni|volp[ei]|donnol[ae]|falchi|falco|rapaci|cicogn[ae]|serpent[ei]",
        "people": r"persone|adult[ie]|partecipanti|volontar[ie]|pazienti|donne|uomini|bambini|studenti|umani|esseri umani",
        "any": r"animal[ei]|ratto|topo|roditore|scimmia",
    },
}  # fmt: skip
