"""What a text is about, in one word: nouns of its title that it keeps coming back to. Pure, and rather none than a wrong one.

Without a dictionary a noun is known by its company: an article or a preposition before it, and a function word or a
mark after it, more than once. A language without a row has no terms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from pipeline import language as languages

_LEAST_LETTERS = 4
_LEAST_TIMES = 3  # in the text, beside the title
_LEAST_AS_NOUN = 2
_MOST_LETTERS = 30
_SELDOM = 4  # once in so many times a noun may be written as a name is

# What stands before a noun, or before its adjective: articles, possessives, prepositions that no verb follows.
_BEFORE: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "nl": "de het een van in op met door voor uit bij over onder zonder tegen tussen deze dit die dat je jouw uw mijn hun haar zijn "
        "ons onze elke elk geen veel naar",
        "en": "the a an of in on with by for from at over under without against between this these those your my their her his its our "
        "every each no much into",
        # Here every noun has a capital, and names do too: only what has an article is surely none.
        "de": "der die das den dem des ein eine einen einem einer eines kein keine keinen diese dieser dieses diesen ihr ihre ihren "
        "mein meine unser unsere jede jeder jedes im am vom zum zur beim",
        "fr": "le la les un une des du de d l au aux en avec par pour sans sur sous contre entre ce cette ces votre vos mon ma mes leur "
        "leurs notre nos chaque",
        "es": "el la los las un una unos unas del de al con por para sin sobre contra entre este esta estos estas tu su sus mi mis "
        "nuestro nuestra cada en",
        "it": "il lo la i gli le un uno una del dello della dei delle di al alla con per senza su contro tra fra questo questa tuo tua "
        "suo sua mio mia nostro nostra ogni nel nella l un dell all nell",
        "pt": "o a os as um uma do da dos das de ao com por para sem sobre contra entre este esta seu sua meu minha nosso nossa cada no "
        "na em",
    }.items()
}
# Nouns that any text may be full of.
_GENERAL: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "nl": "mensen mens dingen ding manier manieren tijd keer jaar jaren dagen week weken vraag vragen antwoord antwoorden reden redenen leven wereld deel voorbeeld",
        "en": "people person thing things ways time times year years days week weeks question questions answer answers reason reasons life world part parts role example examples tips",
        "de": "mensch menschen ding dinge zeit jahr jahre tage woche wochen frage fragen antwort antworten grund gründe leben welt teil rolle beispiel beispiele",
        "fr": "gens personne personnes chose choses temps année années jours semaine semaines question questions réponse réponses raison raisons monde partie rôle exemple",
        "es": "personas persona cosas cosa tiempo años días semana semanas pregunta preguntas respuesta razón razones vida mundo parte papel ejemplo",
        "it": "persone persona cosa cose tempo anni giorni settimana settimane domanda domande risposta ragione ragioni vita mondo parte ruolo esempio",
        "pt": "pessoas pessoa coisa coisas tempo anos dias semana semanas pergunta perguntas resposta razão razões vida mundo parte papel exemplo",
    }.items()
}
# How many of them there are: "een zeven" and "the other four" are nouns, and tell nobody what a post is about.
_COUNTED: Mapping[str, re.Pattern[str]] = {
    language: re.compile(words)
    for language, words in {
        "nl": r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|(?:der|veer|vijf|zes|zeven|ach|negen)tien|(?:\w+[eë]n)?"
        r"(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|\w*honderd|\w*duizend|miljoen|miljard)(?:en)?",
        "en": r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|(?:thir|four|fif|six|seven|eigh|nine)teen"
        r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundred|thousand|million|billion)s?",
        "de": r"(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:\w+und)?"
        r"(?:zwan|vier|fünf|sech|sieb|acht|neun)zig|(?:\w+und)?dreißig|(?!jahr)\w*hundert|(?!jahr)\w*tausend|million|milliarde|dutzend)(?:e?n|er?)?",
        "fr": r"(?:(?:^|-)(?:et|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante"
        r"|cinquante|soixante|cents?|mille|millions?|milliards?))+|(?:diz|douz|quinz|vingt|trent|cinquant|soixant|cent)aines?|milliers?",
        "es": r"uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\w+|veint[ei]\w*"
        r"|(?:trein|cuaren|cincuen|sesen|seten|ochen|noven)ta|cien(?:to)?s?|(?:dos|tres|cuatro|quin|seis|sete|ocho|nove)cient[oa]s|mil(?:es)?"
        r"|mill[óo]n(?:es)?|docenas?|decenas?|centenar(?:es)?",
        "it": r"uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici"
        r"|dicia(?:s|n)\w+|diciotto|(?:venti?|trent|quarant|cinquant|sessant|settant|ottant|novant)[ai]?(?:uno?|due|tr[eé]|quattro|cinque|sei|sette|otto|nove)?"
        r"|(?:due|tre|quattro|cinque|sei|sette|otto|nove)?cento|mille|(?:due|tre|quattro|cinque|sei|sette|otto|nove|dieci|venti|cento)?mila|milion[ei]|miliard[oi]|dozzin[ae]|decin[ae]|centinai[ao]|migliai[ao]",
        "pt": r"um|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|cat?orze|quinze|dez[ae]\w*(?:seis|sete|nove)|dezoito|vinte"
        r"|(?:trin|quaren|cinquen|sessen|seten|oiten|noven)ta|cem|centos?|(?:du|tre)zent[oa]s|(?:quinh|quatroc|seisc|setec|oitoc|novec)ent[oa]s|mil"
        r"|milhão|milhões|milhares|dúzias?|dezenas?|centenas?",
    }.items()
}

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]|\d+|\n")


def terms(title: str, text: str, language: str) -> tuple[str, ...]:
    """The words of `title` that are nouns `text` is about, as it writes them, the most frequent first.

    Args:
        title: What it is called.
        text: All of it, without the title.
        language: BCP 47 tag; of a language without a row there are none.
    """
    before, stops = _BEFORE.get(language[:2]), languages.stop_words(language)
    if before is None:
        return ()
    titled = {word.casefold() for word in _TOKEN.findall(title) if _LEAST_LETTERS <= len(word) <= _MOST_LETTERS}
    titled -= stops | before | _GENERAL[language[:2]]
    titled = {word for word in titled if not _COUNTED[language[:2]].fullmatch(word)}
    counts: Counter[str] = Counter()
    as_noun: Counter[str] = Counter()
    as_name: Counter[str] = Counter()
    for last, word, following in _in_company(text):
        folded = word.casefold()
        if folded in titled:
            counts[folded] += 1
            as_noun[folded] += last.casefold() in before and (
                not following[:1].isalpha() or following.casefold() in stops
            )
            if word[:1].isupper() != language.startswith("de") and last[:1].isalpha():
                as_name[folded] += 1  # a capital inside a sentence; in German a noun without one is none
    found = [
        word
        for word, count in counts.most_common()
        if count >= _LEAST_TIMES and as_noun[word] >= _LEAST_AS_NOUN and as_name[word] < count / _SELDOM
    ]
    return tuple(found)


# Endings of number, as many as there are: what is left is no word, but the same for all forms of one.
_ENDINGS = re.compile(r"(?<=\w{3})(?:[ie]?e[nrs]?|ies|jes?|[nsxyioa])$")


def stem(word: str) -> str:
    """What the forms of `word` share: `tui` of Tuin and Tuinen, `brod` of Brood and Broden.

    It may take two words for forms of one; then one of two hashtags is missed.
    """
    root, longer = word.casefold(), ""
    while root != longer:
        root, longer = _ENDINGS.sub("", root), root
    return re.sub(r"(.)\1", r"\1", root)


def _in_company(text: str) -> Iterator[tuple[str, str, str]]:
    """Each word or mark of `text` with the one before and the one after it."""
    tokens = ["", *_TOKEN.findall(text), ""]
    for (last, word), (_, following) in pairwise(pairwise(tokens)):
        yield last, word, following
