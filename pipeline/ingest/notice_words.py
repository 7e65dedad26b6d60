"""Words of notices, in whatever language they are: what makes one, what goes with one, and what tells a story."""

from __future__ import annotations

import re

# What is a notice by itself, in whatever language.
LIMITS = re.compile(
    r"\bgeen (?:vervanging|medisch|financieel|juridisch)\w* (?:van|voor|advies)|educatieve en informatieve doeleinden"
    r"|\bnot (?:a substitute for|intended as|constitute|medical|financial|legal)\b.{0,40}\badvice"
    r"|(?:informational|educational) purposes only|\bersetzt\b.{0,60}\b(?:beratung|arzt|behandlung)|keine (?:rechts|anlage|medizinische)\w* ?beratung"
    r"|ne (?:remplace|constitue) (?:pas|en aucun cas)\b.{0,60}\b(?:avis|conseil)"
    r"|\bhaften? nicht\b|\bkeine haftung\b|\b(?:not|no) liab|\bniet aansprakelijk|\bgeen aansprakelijkheid|\baucune responsabilité|\bninguna responsabilidad|\bnessuna responsabilità"
    r"|no sustituye\b.{0,60}\b(?:consejo|médico)|non sostituisce\b.{0,60}\b(?:parere|medico|consulto)",
    re.IGNORECASE,
)
_TEXT = (
    r"(?:dit|deze|dieser?s?|this|these|ce|cet|cette|este|esta|questo|questa|quest['’])\s?"
    r"(?:\w+ )?(?:artikel|stuk|tekst|verhaal|blog|post|pagina|publicatie|informatie|article|piece|text|story|page|publication|information|newsletter"
    r"|beitrag|text|seite|geschichte|texte|billet|contenu|página|artículo|texto|entrada|contenido|articolo|testo|pagina|contenuto)"
)
_ADVICE = (
    r"(?:(?:medisch|juridisch|financieel|professioneel|persoonlijk)\w* (?:advies|hulp|begeleiding)|(?:medical|legal|financial|professional|personal) (?:advice|care|help)"
    r"|(?:ärztlich|medizinisch|rechtlich|juristisch|therapeutisch|fachlich|persönlich)\w* (?:rat|beratung|hilfe|diagnose)|\w*beratung|(?:avis|conseils?) (?:médica|juridi|financi|d['’]un)\w*"
    r"|consultations? médicales?|medical consultations?|consultas? médicas?|consejos? (?:médico|legal|jurídico|financiero|profesional|de un profesional)\w*|(?:parere|consiglio|consulto|consulenza) (?:medic|legal|finanziari|professional)\w*)"
)
_NO = r"(?:geen|niet|not?|never|kein\w*|nicht|ersetzt|ne|n['’]\w+|aucun\w*|no|non|nessun\w*|ni|pas|vervangt|replace|instead of)"
SPEAKS_OF_ITSELF = re.compile(
    # no advice
    rf"^(?=.{{0,200}}\b{_NO}\b).{{0,60}}{_TEXT}\b.{{0,160}}\b{_ADVICE}"
    rf"|^(?:this|dit|das|dies|ceci|esto|questo) (?:is|ist|n['’]est|no es|non è) (?:(?:not|no|geen|kein\w*|pas|niet|meant as|intended as|bedoeld als|un|a) )*{_ADVICE}\W*$"
    rf"|^(?:no|geen|kein\w*|pas de) {_ADVICE}\W*$"
    # for whom it is and what for
    rf"|^(?:.{{0,40}}{_TEXT}\b.{{0,80}})?(?:for|only for) (?:general )?(?:informational|educational|information)(?: and educational)? (?:purposes )?only\W*$"
    rf"|^{_TEXT}\b.{{0,60}}\b(?:educatieve|informatieve|informative[rns]?|pädagogische|informativos|informatifs?|informativi)\b"
    # who paid
    rf"|\b(?:affiliate|affiliatie|partner)[- ]?(?:links?|programm?a?)\b|\bliens? (?:d['’]affiliation|affiliés?)|\benlaces? de afiliad|\blink (?:di affiliazione|affiliati)"
    rf"|^{_TEXT}\b.{{0,40}}\b(?:gesponsord|sponsored|gesponsert|sponsorisé|patrocinad|sponsorizzat)"
    rf"|^{_TEXT}\b.{{0,30}}\b(?:enthält|contains|bevat) (?:unbezahlte |bezahlte )?(?:werbung|advertising|reclame)\b"
    r"|^(?:\(?(?:un)?bezahlte werbung|paid partnership|partenariat rémunéré|colaboración pagada|collaborazione retribuita|betaalde samenwerking)\b",
    re.IGNORECASE,
)

# What goes with a notice, and is one where the author set it apart.
_DOCTOR = (
    r"(?:(?:huis)?arts\b|dokter|therapeut|psycholoog|apotheker|doctor|\bgp\b|physician|therapist|pharmacist|midwife|counsell?or|professional|specialist"
    r"|\w{0,12}[aä]rzt|hebamme|psycholog|apothek|médecin|sage-femme|pharmacien|thérapeute|psychologue|professionnel|médic[oa]|farmacéutic|terapeuta|psicólog|profesional"
    r"|medic[oi]\b|farmacist|psicolog|specialista|professionista"
    r"|\w*hulplijn|(?:help|crisis)[- ]?line|hotline|telefonseelsorge|\w*hilfetelefon|ligne d['’](?:écoute|aide)|línea de ayuda|linea (?:di|d['’])\s?(?:ascolto|aiuto))"
)
_ASK = (
    r"(?:raadpleeg|overleg|vraag|praat|spreek|bezoek|ga|neem|bel|consult|see|ask|talk|speak|contact|visit|call|seek"
    r"|(?:fragen|sprechen|wenden|suchen|konsultieren|nehmen) sie|frag|sprich|wende|such|rücksprache|konsultiere"
    r"|parlez|consultez|demandez|voyez|adressez|parles?-en|consulte|demande|hable|habla|pregunte|pregunta|acuda|acude|pida|consulta|consulti|parli|parla|parlane|chieda|chiedi|rivolgi\w*|si rivolga)"
)
SENDS = re.compile(
    rf"\b{_ASK}\b.{{0,90}}?\b{_DOCTOR}|\b(?:nur )?(?:nach|in) rücksprache mit\b.{{0,40}}{_DOCTOR}", re.IGNORECASE
)
# The same as a request: where a clause begins, behind a case, or as what one should do; "the question is what your doctor
# says" is none.
_CASE = r"(?:bij|in case|(?:if|when) in doubt|bei|im fall\w*|en cas|en caso|in caso|ante)"
_NOUN = r"(?<!\been\s)(?<!\bhet\s)(?<!\bde\s)(?<!\ba\s)(?<!\bthe\s)(?<!\beinem\s)(?<!\bder\s)(?<!\bdem\s)"  # "bij een bezoek"
_YOUR = r"(?:your|an?|the|uw|jouw|je|een|de|ihre\w*|deine\w*|eine\w*|votre|ton|ta|une?|le|la|su|tu|el|suo|tuo|tua|sua|il|lo|al|del|l['’])"
_DIETITIAN = r"(?:di[eë]tist|diet(?:it|ic)ian|ernährungsberat|diététicien|nutritionn?ist|dietista)"
REQUESTS = re.compile(
    rf"(?:^|[,:;–—]\s(?:\w+\s){{0,2}}|^{_CASE}\b[^,;:]{{0,60}}\s{_NOUN}|\b(?:please|bitte|should|must|always)\s(?:\w+\s)?)"
    rf"{_ASK}\w{{0,2}}\b(?!(?<=contact)\s(?:with|met|mit|avec)\b)(?:-\w+)?[^?]{{0,90}}?(?:\b{_YOUR}|\bal|\bdel|l['’])\s?[^?]{{0,40}}?(?:{_DOCTOR}|{_DIETITIAN})"
    rf"|\b(?:sollte[nst]*|müssen|moet|kunt|kun je|dient)\b[^?]{{0,90}}\b{_YOUR}\s[^?]{{0,30}}(?:{_DOCTOR}|{_DIETITIAN})\w*\b[^?]{{0,40}}"
    r"\b(?:(?:be|ab)?sprechen|abklären|fragen|konsultieren|raadplegen|overleggen|vragen|bespreken)\W*$",
    re.IGNORECASE,
)
GOES_WITH = re.compile(
    rf"^(?=.{{0,80}}\b{_NO}\b)(?:it|they|het|ze|zij|es|er|sie|il|elle|ils|no|non)\b.{{0,120}}\b{_ADVICE}"
    r"|\b(?:liab|aansprakelijk|haftung\b|haften\b|responsabilité\b|responsabilidad\b|responsabilità\b)"
    rf"|\b{_TEXT}\b.{{0,80}}\b(?:informati|inform|information|algemene?n? aard|bedoeld|intended|educati|allgemein|à titre|orientativ|divulgativ|geïnspireerd|inspired|based on|gebaseerd"
    r"|beruht|inspiré|inspirad|basad|ispirat)"
    r"|\b(?:gelijkenis|resemblance|ähnlichkeit|ressemblance|parecido|semejanza|somiglianza)\w*\b.{0,80}\b(?:toeval|coinciden|zufällig|fortuit|coinciden|casual)"
    r"|\b(?:kleine )?(?:commissie|commission|provision|comisión|commissione)\b|\b(?:eigen mening|own opinion|own views|eigene meinung|avis personnel|opinión propia)\b"
    # the question before whom to ask
    r"|^(?:heb|heeft) (?:je|u|jij)\b.{0,40}\bhulp nodig\?$|^(?:(?:do|are|if) you\b.{0,40})?\bneed help\b.{0,40}\?$|^(?:brauchst du|brauchen sie)\b.{0,40}\bhilfe\?$"
    r"|^(?:avez-vous|as-tu) besoin d['’]aide\b.{0,30}\?$|^¿necesitas?\b.{0,30}\bayuda\?$|^(?:hai|ha) bisogno di aiuto\b.{0,30}\?$",
    re.IGNORECASE,
)
# Somebody is told of, or says it: no notice.
STORY = re.compile(
    r"[“”\"„«»]|\b(?:I|Je)\b(?!['’]?(?:ve|d|ll)? (?:may|might|earn|receive|get))|\b(?i:my|me|ik|mijn|ich|mein\w*|mir|je (?:suis|ne|me|vais|crois|pense|dis)|mon|ma|yo|mi|mio|mia"
    r"|said|says|told|zei|zegt|vertelt|sagt\w*|meint|dit-(?:il|elle)|dijo|dice|disse)\b|\b[jJ]['’]"
)
# Its reader is spoken to.
ADDRESSED = re.compile(
    rf"^{_ASK}\b|\b(?:please|you|your|je|jouw|u|uw|bitte|Sie|Ihr\w*|du|dein\w*|vous|votre|vos|por favor|su|tu|usted|suo|tuo|per favore)\b"
    rf"|[,:] {_ASK}\b",
    re.IGNORECASE,
)
_NAMED = (
    r"(?:disclaimer|disclosure|transparenzhinweis|haftungsausschluss|offenlegung|conflicts? of interests?|belangenverstrengeling|interessenkonflikt|avertissement légal"
    r"|(?:déclaration de )?conflits? d['’]intérêts?|conflictos? de intereses|descargo de responsabilidad|conflitto di interessi|editor['’]s note|(?:noot|anmerkung) (?:van|der) (?:de )?reda[ck]\w*)"
)
_END = r"\s*(?::|[-–—]\s|\.\s)\s*"
_THAT = r"(?:please note that|houd er rekening mee dat|let wel,? dat|bitte beachten sie,? dass|veuillez noter que|tenga en cuenta que|ten en cuenta que|si prega di notare che)\s+"
# A label that says of itself that a notice follows.
NAMED = re.compile(rf"^[\s*†‡¹²³(\[]*{_NAMED}{_END}", re.IGNORECASE)
LABEL = re.compile(
    rf"^[\s*†‡¹²³]*(?:(?:(?:important |please )?note|full disclosure|{_NAMED}|notice|nb|n\.b\.|p\.?s\.?|let op|let wel|noot|opmerking|vooraf|hinweis|wichtiger hinweis|anmerkung"
    r"|bitte beachten|transparenz\w*|avertissement|remarque|note|à noter|attention|aviso|nota|advertencia|avviso|avvertenza|attenzione)"
    rf"{_END}|{_THAT})?",
    re.IGNORECASE,
)
# What authors say of themselves or of what they offer, where it is set apart: what they are not, who pays them, how long prices hold.
DISCLOSES = re.compile(
    r"\bnot (?:a |an )(?:\w+ )?(?:\w+ist|doctor|lawyer|expert|professional|advis[eo]r|vet|nurse|accountant|dietitian|physician)\b"
    r"|\bgeen (?:\w+ )?(?:\w*arts|dokter|jurist|advocaat|expert|deskundige|\w+oog|\w+ist|therapeut|adviseur)\b"
    r"|\bkeine? (?:\w+ )?(?:\w*arzt|\w*ärztin|\w*anwalt|\w*anwältin|expert(?:e|in)|fach(?:mann|frau)|\w+ist(?:in)?|\w+log(?:e|in)|berater(?:in)?)\b"
    r"|\bpas (?:un |une |d['’])?(?:médecin|avocate?|experte?|professionnel\w*|\w+iste|\w+logue)\b"
    r"|\bno (?:soy|es|somos|son) (?:\w+ )?(?:médic[oa]s?|abogad[oa]s?|expert[oa]s?|profesional|\w+ista|\w+ólog[oa])\b"
    r"|\bnon (?:sono|è|siamo) (?:un |una |un['’])?(?:medic[oa]|avvocat[oa]|espert[oa]|professionista|\w+ista|\w+olog[oa])\b"
    r"|\b(?:i|we) (?:run|own|sell|advise|consult|hold shares|work (?:for|at)|am paid|are paid|get paid)\b"
    r"|\b(?:ik|wij|we) (?:werken? (?:voor|bij)|verkoop|verkopen|adviseer|adviseren|krijg|krijgen|ben (?:mede-?)?eigenaar)\b"
    r"|\b(?:ich|wir) (?:arbeiten? (?:für|bei)|verkaufen?|beraten?|besitzen?|leiten?)\b|\bje (?:travaille (?:pour|chez)|dirige|vends|conseille|possède)\b"
    r"|\b(?:trabajo para|trabajamos para|dirijo|vendo|asesoro|lavoro per|lavoriamo per|dirigo)\b"
    r"|\bprices\b.{0,60}\b(?:valid|until|apply|hold)\b|\bprijzen\b.{0,60}\b(?:gelden|geldig|tot)\b|\bpreise\b.{0,60}\b(?:gelten|gültig|bis)\b"
    r"|\bprix\b.{0,60}\b(?:valables?|jusqu)|\bprecios\b.{0,60}\b(?:válidos|vigentes|hasta)\b|\bprezzi\b.{0,60}\b(?:validi|fino)\b",
    re.IGNORECASE,
)

# One of these stands in every notice: looking for them first saves most paragraphs a slow search.
HINTS = tuple(
    "geen,nam,naam,gefingeerd,doeleinden,not,n't,n’t,purposes,ersetzt,kein,nom,pseud,anders,information,haft,liab,aansprakelijk,responsab,remplace,"
    "constitue,sustituye,sostituisce,affili,afili,sponsor,patrocin,werbung,reclame,advertising,paid,rémunéré,pagad,retribuit,betaald,no ,non ".split(
        ","
    )
)
SENDING_HINTS = tuple(
    "arts,dokter,doc,gp,ärzt,arzt,médec,médic,medic,prof,therap,psy,speci,farm,phar,apoth,midwi,counsel,hebamme,sage-femme".split(
        ","
    )
)
