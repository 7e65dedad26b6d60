"""The tables of `days.py`: words around a day that say what it is. A row a language; the other languages do without.

Keys of a row, each a list of alternatives:
    near: Words right before a day, without which "10 March apples", "5.12." and "4-12" are none; where that is in doubt.
    open: Words right before a day from which on something is so, without an end.
    between: Words right before the first of two days between which something is so; it lasts until the second.
    end: Words right before a month that mean its last day.
    before: Words right before a day on which it is too late.
    fore: Words right before a day for which something was done: it is to come.
    past: Verbs of a clause that tells what was.
    done: Words that may be such a verb, or say of what kind a thing is ("a guided tour", "gebakken peren").
    now: Verbs of the present, beside which those of `done` are none.
    coming: Words of a sentence that invites, or tells what will be; they outweigh those of `past`.
    yearly: Words by which a day comes back each year.
    at: Words right before an hour.
    passing: Days that are named from today, right on a day or a few; `{day}` is a day of the week.
    today: Such words too, which count only beside an hour: "sign up today" is right on any day.
    event: Words by which such a day is one to be there, and not just any ("sow today", "start tomorrow").
    news: Words by which something has just become public, which is right for a few days after words of `lately`.
    lately: Days and weeks that are named from today, beside such words.
    embargo: Words that keep a text back, right before a day.
"""

from __future__ import annotations

from collections.abc import Mapping

# In English one word is a past tense and a participle: it is a verb after whoever did it, and before what was done.
_ED = r"(?:(?!planned|scheduled|expected|needed|postponed|moved|hundred|sacred|infrared|flowerbed|shed|sled)[a-z]{2,}(?<!e)ed|found|made|held|won|lost|met)"
_PEOPLE = r"(?:i|we|you|he|she|it|they|who|nobody|everybody|someone)"
_ADVERB = r"(?:already|also|just|now|again|never|always|then|first|even|\w+ly)"
_NO_SUBJECT = (
    rf"(?:an?|the|our|your|his|her|its|their|my|this|that|these|those|some|any|no|every|each|all|more|have|has|had|having|"
    rf"is|are|am|be|been|being|get|gets|and|or|of|with|in|on|at|for|to|from|by|as|{_ADVERB})"
)
_OBJECT = (
    r"(?=\s*(?:$|[.,;:!?)–—]))|(?=\s+(?:an?|the|our|your|his|her|its|their|my|this|that|these|those|some|all|it|them|us|me|him|"
    r"and|or|but|in|on|at|for|to|from|by|with|as|of|off|out|up|down|over|against|about|after|before|under|into|again|\d|\w+ly\b))"
)

DAYS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "near": r"on|by|before|until|till|from|since|to|of|and|or|after|the|between|through|is|was|starting|opens|closes|ends|begins",
        "end": r"(?:the )?end of",
        "open": r"from|since|as of|as from|starting|starting on|after|effective",
        "between": r"between",
        "before": r"before",
        "fore": r"for",
        "past": r"was|were|had|did|went|came|took|began|fell|broke|froze|saw|gave|became|died|"
        rf"{_PEOPLE} (?:{_ADVERB} )?{_ED}",
        "done": rf"(?<!['’-])(?!{_NO_SUBJECT}\b)[\w'’-]+ {_ED}\b(?:{_OBJECT})|(?!{_NO_SUBJECT}\b)\w+s {_ED}|^{_ED}\b(?:{_OBJECT})",
        "now": r"is|are|am|have|has|can|do|does|serves?|sells?|offers?|shows?|celebrates?|bakes?|cooks?|comes?|returns?|goes|waits?|stands?|happens?|\w+['’](?:re|ve|ll)|(?:there|here|it)['’]s",
        "coming": r"join|come|visit|register|sign up|book|enter|apply|invit\w+|will|must|welcome|don['’]t miss|"
        r"opens?|closes?|starts?|begins?|ends?|takes? place|see you|we meet|save the date|deadlines?|entries|"
        r"last (?:day|chance)|until|tickets?|order|due|(?:moved|postponed) to",
        "yearly": r"every year|each year|annually|yearly|year after year",
        "at": r"at",
        "passing": r"(?:next|this|this coming) (?:{day}|weekend)|next week|tonight|tomorrow(?! people|['’]s)",
        "today": r"today",
        "event": r"join|come to|come along|doors|we open|opens|closes|starts|begins|ends|deadlines?|tickets?|workshops?|webinars?|"
        r"market|fair|concert|lecture|open day|register|sign up|entries|sale|see you|we meet|takes place",
        "news": r"published|released|printed|presented|announced|appear(?:s|ed)|came out|is out|are out",
        "lately": r"this (?:week|month|morning)|today|yesterday|last (?:week|night)",
        "embargo": r"(?:under )?embargo(?:ed)?(?: is)?(?:,? until|,? till)?|not for (?:release|publication)(?: before| until)",
    },
    "nl": {
        "near": r"voor|tot|tot en met|t/m|uiterlijk|uiterlijk op",
        "end": r"einde?",
        "open": r"vanaf|sinds|sedert|met ingang van|na",
        "between": r"tussen",
        "before": r"voor",
        "past": r"was|waren|had|hadden|werd|werden|kwam|kwamen|ging|gingen|begon|vond|vonden|gaf|nam|stierf|viel|overleed|"
        r"opende|sloot|besloot|stemde|maakte|plantte",
        "done": r"(?:is|zijn|heeft|hebben|heb|hebt)\b[^.!?]{0,80}\bge(?!opend|sloten|pland)\w{2,}(?:d|t|en)"
        r"(?=\s*(?:$|[.,;:!?)–—])|\s+(?:en|maar|door|in|op|aan|bij|met|voor|tegen|over|uit|van|naar|tot)\b)",
        "coming": r"kom|doe mee|meld\w*|schrijf|inschrijv\w+|aanmeld\w+|uitnodig\w*|uitgenodigd|welkom|zal|zullen|moet\w*|"
        r"opent|openen|start|begint|sluit|eindigt|vindt plaats|tot en met|uiterlijk|laatste (?:dag|kans)|deadline|tickets?|"
        r"reserve\w+|bestel\w*|wordt|worden",
        "yearly": r"elk jaar|ieder jaar|jaarlijkse?|telkens",
        "at": r"om",
        "passing": r"(?:aanstaande|komende|aankomende|volgende|deze) {day}|(?:komende|volgende) week|{day} a\.s\.|(?:dit|komend|volgend) weekend|"
        r"vanavond|vanmiddag|(?<!\bde )(?<!'s )(?<!\bvan )(?<!\bgoede )morgen|morgenavond|overmorgen",
        "today": r"vandaag",
        "event": r"kom|doe mee|deuren|open\w*|(?<=\w )start|begint|sluit\w*|eindigt|deadline|tickets?|workshops?|webinar|markt|"
        r"concert|lezing|open dag|meld je|meldt u|schrijf je|inschrijv\w+|uitverkoop|tot dan|plaats",
        "news": r"gepubliceerde?|publiceerden?|verschenen|verscheen|gepresenteerde?|uitgekomen|bekendgemaakt",
        "lately": r"deze (?:week|maand)|vandaag|vanochtend|gisteren|(?:vorige|afgelopen) week",
        "embargo": r"(?:onder )?embargo(?:,? tot)?|niet (?:publiceren|voor publicatie) voor",
    },
    "de": {
        "near": r"am|bis|bis zum|zum|den|ab|vom|vor dem|dem",
        "end": r"ende",
        "open": r"ab|ab dem|seit|seit dem|nach dem|vom",
        "between": r"zwischen|zwischen dem",
        "before": r"vor|vor dem",
        "fore": r"für|für den",
        "past": r"war|waren|hatte|hatten|wurde|wurden|gab|kam|kamen|fand|fanden|ging|gingen|begann|starb|fiel|stellte|machte|"
        r"zeigte|stimmte|eröffnete|beschloss|entschied|startete|endete|pflanzte|pflanzten",
        "done": r"(?:habe?|hast|hat|haben|ist|sind)\b(?:[^.!?]|(?<=\d)\.){0,80}\b(?<!zu )(?-i:ge)(?!öffnet|schlossen|plant|sperrt)\w{2,}(?:t|en)"
        r"(?=\s*(?:$|[.,;:!?)–—])|\s+(?:und|aber|oder)\b)",
        "coming": r"komm\w*|mach\w* mit|meld\w*|anmeld\w*|einlad\w*|laden|lädt|eingeladen|willkommen|wird|werden|muss|müssen|"
        r"öffnet|öffnen|startet|beginnt|endet|schließt|findet|finden|spätestens|letzte\w* (?:tag|chance)|frist|tickets?|"
        r"reservier\w+|bestell\w+|gibt es",
        "yearly": r"jedes jahr|jährlich\w*|alljährlich\w*",
        "at": r"um|ab",
        "passing": r"(?:nächste[nr]?|kommende[nr]?|diese[nr]?) {day}|(?:nächste|kommende) woche|(?:dieses|nächstes|kommendes|am kommenden) wochenende|"
        r"heute abend|(?<!\bam )(?<!\bvon )(?<!\bguten )(?<!\bjeden )(?<!\bder )(?-i:morgen)|übermorgen",
        "today": r"heute",
        "event": r"komm\w*|mach\w* mit|türen|öffne\w+|schließ\w+|startet|beginnt|endet|frist|tickets?|workshops?|webinar|markt|konzert|"
        r"vortrag|tag der offenen tür|meld\w*|anmeld\w*|ausverkauf|findet statt|treffen wir",
        "news": r"veröffentlicht\w*|erschien(?:en\w*)?|vorgestellt\w*|publiziert\w*|bekannt ?gegeben",
        "lately": r"diese[rnm]? (?:woche|monat)|heute|gestern|(?:letzte|vergangene|vorige)[rn]? woche",
        "embargo": r"sperrfrist(?: bis)?|gesperrt bis|embargo(?: bis)?|(?:veröffentlichung )?nicht vor",
    },
    "fr": {
        "end": r"(?:la )?fin",
        "open": r"dès le|depuis le|à partir du|à compter du|après le",
        "between": r"entre le|entre",
        "before": r"avant le|avant",
        "fore": r"pour|pour le",
        "past": r"était|étaient|avait|avaient|fut|furent|faisait|venait",
        "done": r"(?:a|ont) (?:été (?:\w+ )?)?(?!lieu\b|aussi\b|ici\b|ainsi\b|parmi\b|demi\b|appétit\b)\w+(?:é|ée|és|ées|i|it|u|is)",
        "now": r"est|sont|y a|sommes|avons|avez",
        "coming": r"rendez-vous|venez|viens|rejoign\w+|inscri\w+|participe[zr]?|invit\w+|bienvenue?s?|sera|seront|aura|auront|"
        r"doi(?:t|vent)|ouvre|commence|débute|se termine|a lieu|ont lieu|jusqu['’]au|au plus tard|dernier (?:jour|délai)|"
        r"date limite|billets?|réserv\w+|commande[zr]",
        "yearly": r"chaque année|tous les ans",
        "at": r"à",
        "passing": r"ce (?:{day}|week-end)|{day} prochain|la semaine prochaine|le week-end prochain|"
        r"ce soir|(?<!\bde )demain(?: soir)?|après-demain",
        "today": r"aujourd['’]hui",
        "event": r"rendez-vous|venez|rejoign\w+|portes|ouvre\w*|ferme\w*|commence|débute|se termine|date limite|billets?|atelier|"
        r"webinaire|marché|concert|conférence|portes ouvertes|inscri\w+|soldes|a lieu",
        "news": r"publiée?s?|parue?s?|(?:vient|viennent) de paraître|paraît|présentée?s?|annoncée?s?",
        "lately": r"cette semaine|ce (?:mois-ci|matin)|aujourd['’]hui|hier|la semaine dernière",
        "embargo": r"(?:sous )?embargo(?: jusqu['’]au| jusqu['’]à)?|ne pas (?:publier|diffuser) avant(?: le)?",
    },
    "es": {
        "end": r"finales|fin|el final",
        "open": r"desde el|a partir del|después del|tras el",
        "between": r"entre el|entre",
        "before": r"antes del",
        "fore": r"para|para el",
        "past": r"fue|fueron|era|eran|había|estaba|\w{2,}ó|\w{2,}(?:aron|ieron)",
        "done": r"han? \w+[ai]do",
        "now": r"es|son|está|están|hay|tenemos|estamos",
        "coming": r"ven|venid|vengan|únete|apúnta\w+|inscr[íi]\w+|particip\w+|invit\w+|bienvenid\w+|será|serán|tendrá|habrá|debe\w*|"
        r"abre|abrimos|empieza|comienza|termina|se celebra|tiene lugar|hasta el|último día|fecha límite|plazo|entradas?|reserv\w+",
        "yearly": r"cada año|todos los años",
        "at": r"a las?",
        "passing": r"(?:este|el próximo) (?:{day}|fin de semana)|{day} próximo|la próxima semana|esta noche|pasado mañana|"
        r"(?<!\bla )(?<!\bde )(?<!\besta )(?<!\bcada )mañana(?! es hoy)",
        "today": r"hoy",
        "event": r"ven|venid|únete|apúnta\w+|puertas|abrimos|(?<=\w )(?:abre|cierra|empieza|comienza|termina)|fecha límite|entradas|taller|"
        r"seminario|mercado|feria|concierto|charla|inscr[íi]\w+|rebajas|se celebra|tiene lugar",
        "news": r"publicad[oa]s?|publicó|apareció|aparecid[oa]s?|presentad[oa]s?|anunciad[oa]s?",
        "lately": r"esta (?:semana|mañana)|este mes|hoy|ayer|la semana pasada",
        "embargo": r"(?:bajo )?embargo(?: hasta(?: el)?)?|embargad[oa] hasta(?: el)?|no publicar antes del",
    },
    "it": {
        "end": r"(?:la )?fine",
        "open": r"dal|dall['’]|a partire dal|dopo il|dopo l['’]",
        "between": r"tra il|fra il|tra|fra",
        "before": r"prima del|prima dell['’]",
        "fore": r"per|per il",
        "past": r"era|erano|fu|furono|aveva|avevano|nacque|morì|venne|(?:è|sono) stat[oaie]",
        "done": r"(?:ha|hanno) (?!tutto\b|spesso\b|adesso\b|presso\b|sotto\b)\w+(?:ato|uto|ito|so|tto)",
        "now": r"c['’]è|ci sono|abbiamo|siamo",
        "coming": r"vieni|venite|venga|unisciti|iscri\w+|partecip\w+|invit\w+|benvenut\w+|sarà|saranno|avrà|avranno|deve|devono|apre|"
        r"apriamo|inizia|comincia|termina|si tiene|ha luogo|entro|fino al|ultimo giorno|scadenza|biglietti|prenot\w+",
        "yearly": r"ogni anno|tutti gli anni",
        "at": r"alle(?: ore)?|ore",
        "passing": r"quest[oa] (?:{day}|fine settimana)|{day} prossim[oa]|prossim[oa] {day}|la prossima settimana|"
        r"stasera|(?<!\bdi )domani(?: sera)?|dopodomani",
        "today": r"oggi",
        "event": r"vieni|venite|unisciti|porte|apriamo|(?<=\w )(?:apre|chiude|inizia|comincia|termina)|scadenza|biglietti|laboratorio|"
        r"webinar|mercato|fiera|concerto|conferenza|iscri\w+|saldi|si tiene|ha luogo",
        "news": r"pubblicat[oaie]|uscit[oaie]|appars[oaie]|presentat[oaie]|annunciat[oaie]",
        "lately": r"questa (?:settimana|mattina)|questo mese|oggi|ieri|la settimana scorsa",
        "embargo": r"(?:sotto )?embargo(?: fino a[l]?)?|non pubblicare prima del",
    },
}
