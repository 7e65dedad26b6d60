"""Words by which one says that others say something, and what stands before a name and is none."""

from __future__ import annotations

from collections.abc import Mapping


def words(line: str) -> frozenset[str]:
    """The words of a row."""
    return frozenset(line.split())


# Others say: in the third person, so that nobody's own words are another's. These hardly mean anything else.
SPEAKS = (
    r"zegt|zei|vertelt|vertelde|says|said|tells|told|explains|explained|recalls|sagt|sagte|erzählt|erzählte|erklärt|erklärte"
    r"|explique|raconte|confie|dice|dijo|explica|explicó|cuenta|disse|spiega|racconta"
)
# These mean it beside words in quotation marks: now and then, each in the forms in which one tells of others.
_BESIDE_MARKS: Mapping[str, str] = {
    "nl": r"zeiden|legt|legde|stelt|stelde|schrijft|schreef|merkt|merkte|waarschuwt|waarschuwde|vindt|vond|benadrukt|benadrukte|noteert"
    r"|noteerde|antwoordt|antwoordde|vraagt|vroeg|roept|riep|verklaart|verklaarde|meent|meende|beweert|beweerde|concludeert|concludeerde"
    r"|bekent|bekende|grapt|grapte|zucht|zuchtte|lacht|lachte|vult|vulde|voegt|voegde|adviseert|adviseerde|herinnert|fluistert|fluisterde",
    "en": r"writes|wrote|warns|warned|adds|added|argues|argued|notes|noted|recalled|asks|asked|answers|answered|replies|replied|claims"
    r"|claimed|insists|insisted|observes|observed|remarks|remarked|declares|declared|concludes|concluded|admits|admitted|jokes|joked"
    r"|laughs|laughed|sighs|sighed|shouts|shouted|exclaims|exclaimed|reckons|reckoned|suggests|suggested|complains|complained|stresses"
    r"|stressed|emphasi[sz]e[sd]|quips|quipped|advises|advised|agrees|agreed|whispers|whispered|points out|pointed out|puts it|put it",
    "de": r"meint|meinte|schreibt|schrieb|warnt|warnte|betont|betonte|notiert|notierte|fragt|fragte|antwortet|antwortete|ruft|rief|findet"
    r"|fand|glaubt|behauptet|behauptete|berichtet|berichtete|bemerkt|bemerkte|ergänzt|ergänzte|fügt|fügte|lacht|lachte|seufzt|seufzte"
    r"|scherzt|scherzte|versichert|versicherte|sagten|urteilt|urteilte|fordert|forderte|rät|riet|klagt|klagte|erinnert sich|flüstert",
    "fr": r"affirme|précise|écrit|estime|ajoute|affirma|affirmait|précisa|précisait|écrivit|écrivait|estima|estimait|ajouta|ajoutait"
    r"|expliqua|expliquait|raconta|racontait|confia|confiait|disait|nota|notait|répond|répondit|répondait|demanda|déclare|déclara"
    r"|s['’](?:exclame|exclama|écrie|écria|amuse|amusa)|soupire|soupira|plaisante|plaisanta|reconnaît|reconnut|conclut|souligne|souligna"
    r"|rappelle|rappela|remarque|remarqua|avertit|prévient|prévint|murmure|murmura|insiste|insista|soutient|soutint|résume|résuma"
    r"|(?:note|demande|lance|assure|admet|dit)(?=-(?:t-)?(?:il|elle|on)\b| [A-ZÀ-Þ])"
    r"|a (?:dit|écrit|noté|expliqué|raconté|confié|déclaré|ajouté|affirmé|précisé|répondu|demandé|conclu|lancé)",
    "es": r"afirma|escribe|advierte|señala|afirmó|escribió|escribía|advirtió|señaló|contó|contaba|decía|explicaba|anota|anotó|apunta|apuntó"
    r"|añade|añadió|asegura|aseguró|responde|respondió|pregunta|preguntó|comenta|comentó|recuerda|recordó|declara|declaró|sostiene|sostuvo"
    r"|opina|opinó|insiste|insistió|concluye|concluyó|admite|admitió|reconoce|reconoció|bromea|bromeó|exclama|exclamó|resume|resumió"
    r"|ha (?:dicho|escrito|explicado|contado|señalado|afirmado|declarado|añadido)",
    "it": r"afferma|scrive|avverte|aggiunge|affermò|scrisse|scriveva|avvertì|aggiunse|diceva|spiegò|spiegava|raccontò|raccontava|annota"
    r"|annotò|annotava|osserva|osservò|nota|notò|risponde|rispose|chiede|chiese|dichiara|dichiarò|sostiene|sostenne|commenta|commentò"
    r"|ricorda|ricordò|conclude|concluse|ammette|ammise|insiste|scherza|scherzò|esclama|esclamò|sospira|sospirò|sottolinea|sottolineò"
    r"|ha (?:detto|scritto|spiegato|raccontato|annotato|affermato|dichiarato|aggiunto)",
    "others": r"diz|säger|sade|siger|sagde|sier|berättar|fortæller|forteller|skriver|skrev",
}
# Not before whoever writes: “said I”, “zei ik”.
SAYS = rf"(?:{SPEAKS}|{'|'.join(_BESIDE_MARKS.values())})\b(?!-je\b| (?:I|we|ik|wij|ich|wir|je|nous|yo|io)\b)"

# What is written before a name, with a full stop or without.
TITLES = words(
    "mr m monsieur mm dhr hr hrn herr meneer sr señor don sig signor dott sir lord mrs ms miss mme mlle madame mademoiselle mevr mw "
    "mevrouw fr frau sra srta señora doña dra signora lady dr prof professor ir ing drs mag dipl me st rev doctor doktor professeur "
    "docteur dottor dottore dottoressa professore professoressa profesor profesora"
)
OF_HIM = words("mr m monsieur dhr hr hrn herr meneer sr señor don sig signor lord sir")
OF_HER = words(
    "mrs ms miss mme mlle madame mademoiselle mevr mw mevrouw frau sra srta señora doña signora lady dottoressa professoressa profesora"
)
# People without a name, who may be meant by a pronoun as well as one with a name beside them.
KIN = (
    r"(?:schoon)?(?:broer|zus(?:ter)?|moeder|vader|zoon|dochter)|zwager|man|vrouw|oma|opa|buur(?:man|vrouw)|collega|vriend(?:in)?|oom|tante"
    r"|(?:grand)?(?:mother|father|son|daughter)|brother|sister|husband|wife|aunt|uncle|neighbour|neighbor|colleague|friend|grandma|grandpa"
    r"|(?:schwieger|groß)?(?:mutter|vater|sohn|tochter)|bruder|schwester|mann|frau(?! (?-i:[A-ZÀ-Þ]))|schwager|oma|opa|nachbar(?:in)?|kolleg(?:e|in)|freund(?:in)?|onkel"
    r"|(?:grand-|beau-|belle-)?(?:mère|père|fils|fille|frère|sœur)|mari|femme|voisine?|collègue|amie?|oncle"
    r"|herman[oa]|madre|padre|hij[oa]|marido|esposa|mujer|abuel[oa]|cuñad[oa]|vecin[oa]|colega|amig[oa]|tí[oa]"
    r"|fratello|sorella|figli[oa]|marito|moglie|nonn[oa]|cognat[oa]|vicin[oa]|amic[oa]|zi[oa]"
)
# German functions have capitals, and are no names: “Geschäftsführerin”, “Gärtnerin”, “Bürgermeister”.
FUNCTION = (
    r"\w*(?:[äü]r|er|or|ist|ent|ant|eur|ör|log|oll|wirt|welt|heb|amt)in|\w+(?:meister|leiter|sprecher|forscher|führer|gärtner|händler|direktor"
    r"|inhaber|gründer|präsident|minister|züchter|wissenschaftler|lehrer|berater|betreiber)|(?:Chef|Bauer|Landwirt|Bäcker|Koch|Köch|Autor)(?:in)?"
)
