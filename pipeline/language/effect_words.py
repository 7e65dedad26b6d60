"""The words by which texts say what something does to the body, by language. Data only; `claims.py` says what they mean.

Blood pressure, inflammation, the immune system: what is measured or treated, and little else bears its name. Pain, stress,
sleep and digestion are left out: everybody tells of those.

Of each language:
    lowers, low: what makes less of something, and of what; as a verb, as a noun ("reduction of"), or before it in a list.
    lowered: what says the same after it ("can be lowered").
    raises, high, raised: the same of what is to be more, stronger or faster.
    at_once: both in one word.
    less: takes it back, inside or before it ("is lowered less well").
    plants: who has an immune system too; then it is no claim.
"""

from __future__ import annotations

from collections.abc import Mapping

EFFECTS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "lowers": r"verlaa?g(?:t|en|de|den)|verlaging van|vermindert?|verminderen|verminderde|vermindering van|remt|remmen|remde|remming van|dempt|dempen|demping van|reduceert|reduceren|reductie van|reguleert|reguleren|regulering van|stabiliseert|stabiliseren|(?:daling|afname) van|minder(?= ontsteking| cortisol| stresshormo)|lagere?(?= bloeddruk| cholesterol| bloedsuiker)",
        "low": r"bloeddruk|ontsteking(?:en)?|ontstekings(?:reacties?|waarden?|signalen|stoffen)|cholesterol\w*|bloedsuiker\w*|cortisol\w*|stresshormo(?:on|nen)",
        "lowered": r"verlagen|verlaagd|verminderen|verminderd|remmen|geremd|dempen|gedempt|reguleren|stabiliseren",
        "raises": r"versterk(?:t|en|te|ten)|versterking van|stimule(?:ert|ren|erde)|stimulering van|bevorder(?:t|en|de)|bevordering van|verbeter(?:t|en|de)|verbetering van|versnel(?:t|len|de)|versnelling van|ondersteun(?:t|en|de)|ondersteuning van|activeert|activeren|boost|sterker(?= immuun| afweer)|(?:snellere?|betere?)(?= wondgenezing| wondherstel| afweer)",
        "high": r"immuunsysteem|immuniteit|afweer(?:systeem)?|wondgenezing|wondherstel|(?:je|uw|jouw|lichamelijke|natuurlijke) weerstand",
        "raised": r"versterken|stimuleren|bevorderen|verbeteren|versnellen|ondersteunen|activeren|boosten",
        "at_once": r"bloeddrukverlag\w+|ontstekingsremm\w+|cholesterolverlag\w+|bloedsuikerverlag\w+|immuunversterk\w+|weerstandsverhog\w+",
        "less": r"minder goed|minder|slechter|slecht|verminderde?|zwakkere?|onvoldoende",
        "plants": r"\w*planten|plant|bomen|boom|gewas\w*|rozen|zaailing\w*|bijen\w*|volken|kippen|bodem|gazon",
    },
    "en": {
        "lowers": r"(?<!have )(?<!has )(?<!had )(?<!with )lower(?:s|ed|ing)?|reduc(?:es?|ed|ing|tions?)|decreas(?:es?|ed|ing)|inhibit(?:s|ed|ing|ion)?|suppress(?:es|ed|ing|ion)?|dampen(?:s|ed|ing)?|regulat(?:es?|ed|ing|ion)|stabili[sz](?:es?|ed|ing)|normali[sz](?:es?|ed|ing)|fights?|fighting|less(?= inflammation| cortisol| stress hormone)",
        "low": r"blood pressure|inflammation|inflammatory (?:responses?|reactions?|markers?|signals?|processes)|cholesterol(?: levels?)?|blood (?:sugar|glucose)(?: levels?)?|cortisol(?: levels?)?|stress hormones?",
        "lowered": r"(?:be|is|are|was|were|been) (?:\w+ )?(?:lowered|reduced|decreased|inhibited|suppressed|dampened|regulated)",
        "raises": r"boost(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|improv(?:es?|ed|ing|ements?)|support(?:s|ed|ing)?|promot(?:es?|ed|ing|ion)|speed(?:s|ing)?(?: up)?|accelerat(?:es?|ed|ing|ion)|enhanc(?:es?|ed|ing|ement)|stimulat(?:es?|ed|ing|ion)|(?:faster|better|quicker)(?= wound healing| immun)|stronger(?= immun)",
        "high": r"immune (?:system|response|function|defen[cs]es?)|immunity|wound healing|(?:body['’]s|natural) defen[cs]es",
        "raised": r"(?:be|is|are|was|were|been) (?:\w+ )?(?:boosted|strengthened|improved|supported|promoted|accelerated|enhanced|stimulated)",
        "at_once": r"anti-?inflammatory (?:effects?|propert\w+|actions?|powers?|foods?|herbs?|spices?)|blood[ -]pressure[ -](?:lowering|reduc\w+)|cholesterol[ -](?:lowering|reduc\w+)|immun\w+[ -]boost\w+",
        "less": r"less well|less|poorly|insufficiently|reduced|weaker|impaired",
        "plants": r"plants?|plant['’]s|trees?|crops?|roses|seedlings?|bees|hives?|colon(?:y|ies)|hens|soil|lawns?",
    },
    "de": {
        "lowers": r"senk(?:t|en|te|ten)|senkung|verringer(?:t|n|te|ten|ung)|verminder(?:t|n|te|ten|ung)|reduzier(?:t|en|te|ten|ung)|reduktion|hemm(?:t|en|te|ten|ung)|dämpf(?:t|en|te|ten|ung)|linder(?:t|n|ung)|regulier(?:t|en|ung)|stabilisier(?:t|en|ung)|weniger(?= entzündung| cortisol| stresshormon)|niedrigere[rsn]?(?= blutdruck| cholesterin| blutzucker)",
        "low": r"blutdrucks?|entzündung(?:en)?|entzündungs(?:reaktionen?|werten?|marker\w*|prozessen?|botenstoffen?)|cholesterin\w*|blutzucker\w*|[ck]ortisol\w*|stresshormon\w*",
        "lowered": r"senken|gesenkt|verringern|verringert|vermindern|vermindert|reduzieren|reduziert|hemmen|gehemmt|dämpfen|gedämpft|lindern|regulieren|stabilisieren",
        "raises": r"stärk(?:t|en|te|ten|ung)|förder(?:t|n|te|ten|ung)|verbesser(?:t|n|te|ten|ung)|beschleunig(?:t|en|te|ten|ung)|unterstütz(?:t|en|te|ten|ung)|stimulier(?:t|en|ung)|aktivier(?:t|en|ung)|kurbel[tn]|(?:schnellere?|bessere?)(?= wundheilung| immun)|stärkere[sn]?(?= immun)",
        "high": r"immunsystems?|immunabwehr|immunität|abwehrkräfte?n?|wundheilung",
        "raised": r"stärken|gestärkt|fördern|gefördert|verbessern|verbessert|beschleunigen|beschleunigt|unterstützen|unterstützt|stimulieren|aktivieren|ankurbeln",
        "at_once": r"blutdrucksenk\w+|entzündungshemm\w+|cholesterinsenk\w+|blutzuckersenk\w+|immunstärk\w+",
        "less": r"weniger gut|weniger|schlechter|schlecht|vermindert\w*|schwächere\w*|unzureichend",
        "plants": r"\w*pflanzen?|bäumen?|baum|gewächs\w*|rosen|setzlinge?n?|bienen\w*|völker\w*|hühnern?|boden|rasen",
    },
    "fr": {
        "lowers": r"baisse(?:r|nt)?(?: de)?|rédui(?:t|re|sent|sant|sait)|réduction|diminu(?:e|ent|er|ant|ait|tion)|abaiss(?:e|ent|er|ant|ement)|inhib(?:e|ent|er|ant|ition)|frein(?:e|ent|er|ant)|apais(?:e|ent|er|ant|ement)|atténu(?:e|ent|er|ant|ation)|régul(?:e|ent|er|ant|ation)|stabilis(?:e|ent|er|ation)|moins(?= d['’]inflammation| de cortisol| d['’]hormones)",
        "low": r"(?:tension|pression) artérielle|(?:la|votre|ta|sa) tension(?= et\b|\s*[.,;!:)]|\s*$)|inflammations?|(?:réactions?|réponses?|marqueurs?|processus) inflammatoires?|cholestérol|glycémie|cortisol|hormones? du stress",
        "lowered": r"(?:est|sont|être|était|étaient) (?:\w+ )?(?:réduite?s?|abaissée?s?|diminuée?s?|inhibée?s?|apaisée?s?)",
        "raises": r"renforc(?:e|ent|er|ant|ement)|stimul(?:e|ent|er|ant|ation)|boost(?:e|ent|er)|amélior(?:e|ent|er|ant|ation)|accélér(?:er|ant|ation)|accélère(?:nt)?|soutien(?:t|nent)?|soutenir|favoris(?:e|ent|er|ant)",
        "high": r"(?:système|défenses?) immunitaires?|immunité|cicatrisation|défenses naturelles",
        "raised": r"(?:est|sont|être|était|étaient) (?:\w+ )?(?:renforcée?s?|stimulée?s?|améliorée?s?|accélérée?s?)",
        "at_once": r"anti-?inflammatoires?|hypotenseurs?|immunostimulante?s?",
        "less": r"moins bien|moins|mal|réduite?s?|insuffisamment",
        "plants": r"plantes?|plants?|arbres?|cultures?|rosiers?|semis|abeilles?|ruches?|colonies?|poules|sol|pelouse",
    },
    "es": {
        "lowers": r"baja(?:r|n|ba)?|bajada|reduc(?:e|en|ir|ción|ía|iendo)|redujo|redujeron|disminu(?:ye|yen|ir|ción)|descenso|inhib(?:e|en|ir|ición)|frena(?:r|n)?|calma(?:r|n)?|regula(?:r|n|ción)?|estabiliza(?:r|n)?|menos(?= inflamación| cortisol| hormonas)",
        "low": r"(?:tensión|presión) (?:arterial|sanguínea)|(?:la|tu|su) tensión(?= y\b|\s*[.,;!:)]|\s*$)|inflamaci(?:ón|ones)|(?:reacci(?:ón|ones)|respuestas?|marcador(?:es)?|procesos?) inflamatori[oa]s?|colesterol|(?:azúcar|glucosa) en (?:la )?sangre|glucemia|cortisol|hormonas? del estrés",
        "lowered": r"se (?:reducen?|inhiben?|frenan?|regulan?)|(?:es|son|ser) (?:reducid|inhibid)[oa]s?",
        "raises": r"refuerza[n]?|reforzar|refuerzo|fortalec(?:e|en|er|imiento)|estimula(?:r|n|ción)?|mejora(?:r|n)?|acelera(?:r|n|ción)?|potencia(?:r|n)?|favorec(?:e|en|er)|apoya(?:r|n)?",
        "high": r"sistema inmun\w+|inmunidad|defensas (?:del cuerpo|del organismo|naturales|inmun\w+)|cicatrización",
        "raised": r"se (?:refuerzan?|fortalecen?|estimulan?|aceleran?)",
        "at_once": r"anti-?inflamatori[oa]s?|hipotensor\w*|inmunoestimulantes?",
        "less": r"peor|menos|mal|reducid[oa]s?|insuficientemente",
        "plants": r"plantas?|árbol(?:es)?|cultivos?|rosales|plántulas?|abejas?|colmenas?|gallinas|suelo|césped",
    },
    "it": {
        "lowers": r"abbass(?:a|ano|are|amento)|riduc(?:e|ono|endo)|ridurre|riduzione|diminu(?:isce|iscono|ire|zione)|inib(?:isce|iscono|ire|izione)|fren(?:a|ano|are)|calm(?:a|ano|are)|regol(?:a|ano|are|azione)|stabilizz(?:a|ano|are)|meno(?= infiammazion| cortisolo| ormoni)",
        "low": r"pressione (?:sanguigna|arteriosa|del sangue)|infiammazion[ei]|(?:reazion[ei]|rispost[ae]|marcator[ei]|process[oi]) infiammatori[aeo]?|colesterolo|glicemia|zuccher\w+ nel sangue|cortisolo|ormon[ei] dello stress",
        "lowered": r"si (?:riduc(?:e|ono)|abbassa(?:no)?|inibisc(?:e|ono))|(?:è|sono|essere|viene|vengono) (?:ridott|abbassat|inibit)[oaie]",
        "raises": r"rafforz(?:a|ano|are|amento)|rinforz(?:a|ano|are|o)|stimol(?:a|ano|are|azione)|miglior(?:a|ano|are|amento)|acceler(?:a|ano|are|azione)|sosti(?:ene|eni)|sostengono|sostenere|favori(?:sce|scono|re)|potenzi(?:a|ano|are|amento)",
        "high": r"sistema immunitario|difese (?:immunitarie|naturali)|immunità|cicatrizzazione|guarigione delle ferite",
        "raised": r"si (?:rafforza(?:no)?|stimola(?:no)?|accelera(?:no)?)|(?:è|sono|essere|viene|vengono) (?:rafforzat|stimolat|accelerat)[oaie]",
        "at_once": r"antinfiammatori[oae]?|ipotensiv[oaie]|immunostimolant[ei]",
        "less": r"meno bene|meno|male|ridott[oaie]|insufficientemente",
        "plants": r"piant[ae]|alber[oi]|coltur[ae]|rose|piantin[ae]|api|alveari?|galline|terreno|prato",
    },
}  # fmt: skip
