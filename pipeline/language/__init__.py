"""Which language a text is in, and where its sentences end. Pure; used where articles are read and where posts are made.

A small splitter with lists of abbreviations does better here than the general ones: they end Dutch sentences after "Dr.".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# The commonest function words, as far as they tell the languages apart.
_STOP_WORDS: Mapping[str, frozenset[str]] = {
    language: _words(words)
    for language, words in {
        "nl": "de het een en van ik te dat die in niet zijn is was op aan met als voor er maar om hem dan zou of wat mijn men dit zo "
        "door over ze bij ook tot je naar hun uit nog worden wordt geen heeft hebben deze u uw kan meer al wel",
        "en": "the of and to a in is it you that he was for on are with as i his they be at this have from or had by but not what all "
        "were we when your can there an which their will if do how about them than its",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie "
        "nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man",
        "fr": "le la les de des du un une et est en que qui dans pour pas sur au avec il elle ne se ce plus par je vous nous sont aux "
        "son sa ses mais ou cette ces comme on fait être tout leur",
        "es": "el la los las de del y que en un una es por con no se su para como más lo al pero sus le ya o este sí porque esta entre "
        "cuando muy sin sobre también me hasta hay donde",
        "it": "il lo la i gli le di e che in un una è per non con si da del della dei delle al alla come più ma anche sono nel nella "
        "questo questa se ci ha ne o su dal",
        "pt": "o a os as de do da dos das e que em um uma é para com não se na no por mais como mas ao ele foi seu sua ou quando muito "
        "nos já também só pelo pela até isso",
        "pl": "i w na z do nie się że jest to o jak za po od co ale dla tak tym tego przez jego być są już tylko lub oraz czy który która "
        "przy bez może gdy kiedy jeszcze",
        "sv": "och att det som en på är av för med den till inte har de ett om var jag men hade från eller så när kan ska skulle vid man "
        "också bara efter detta blir mycket",
        "da": "og at det som en på er af for med den til ikke har de et om var jeg men havde fra eller så når kan skal skulle ved man "
        "også kun efter dette bliver meget nu hvor",
        "no": "og at det som en på er av for med den til ikke har de et om var jeg men hadde fra eller så når kan skal skulle ved man "
        "også bare etter dette blir mye nå hvor",
        "cs": "a v na se že je to s z do o jak za po od ale pro tak by jsou nebo který která při bez když ještě také jen už jsem byl není i k "
        "ve si jako",
        "fi": "ja on ei se että oli hän mutta kun ovat niin myös tai joka kuin sen jos voi vain sitä ole tämä siitä sekä mukaan",
    }.items()
}

# Scripts that settle the matter, most telling first: Japanese kana before Han.
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("ja", r"[\u3040-\u30ff]"),
    ("ko", r"[\uac00-\ud7af]"),
    ("zh", r"[\u4e00-\u9fff]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("el", r"[\u0370-\u03ff]"),
    ("ru", r"[\u0400-\u04ff]"),
    ("th", r"[\u0e00-\u0e7f]"),
    ("hi", r"[\u0900-\u097f]"),
)

TOLD_APART = frozenset(_STOP_WORDS) | {language for language, _ in _SCRIPTS}  # the languages that `detect` knows
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u3040-\ud7af]")
_ENOUGH = 10_000  # characters: the language of so many, some 1,600 words, is that of the whole text

_ABBREVIATIONS: Mapping[str, frozenset[str]] = {
    language: _words(words)
    for language, words in {
        "nl": "dr drs prof mr ir ing bijv bv d.w.z o.a m.b.t z.g zgn ca nr blz resp vgl art jl dhr mevr mw st max min incl excl evt "
        "m.n i.v.m t/m enz lid par fig afb tel fam gebr ds",
        "en": "dr mr mrs ms messrs prof st vs fig figs no nos vol approx dept est inc ltd corp co jr sr cf al gen sen gov rep lt col capt rev "
        "hon mt ave ph ed eds pp ch sec",
        "de": "dr med prof hr hrn fr bzw ca nr s str usw vgl etc evtl ggf inkl exkl max min mind sog bspw st abs art abb bzgl geb gest hl "
        "ing dipl tel zzgl jh ff bd tab kap ebd lt gem allg insb",
        "fr": "m mm mme mmes mlle mlles dr pr st ste p.ex etc cf env av apr art al no vol fig ex éd bd rééd chap tél",
        "es": "sr sra srta sres dr dra prof ud uds vd vds p.ej ej etc aprox núm pág págs vol art ee.uu ee uu fig sta sto av avda dpto tel cap ed",
        "it": "sig sig.ra sigg dott dott.ssa prof prof.ssa ing avv arch ecc es p.es pag pagg art vol n ca fig sec tel cap ed geom rag",
        "pt": "sr sra srta dr dra prof profa etc pág págs núm vol art fig av ex p.ex aprox tel cap ed sto sta",
        "pl": "dr prof mgr inż np ok ul itd itp tzn tzw nr str św godz min m.in wg rys ww",
        "sv": "dr prof ca nr osv t.ex bl.a d.v.s kl st resp s.k fr.o.m",
        "da": "dr prof ca nr osv f.eks bl.a d.v.s kl st jf mv ift",
        "no": "dr prof ca nr osv f.eks bl.a dvs kl st jf mv ift",
        "cs": "dr prof ing mgr např atd apod tzv tj č str ul sv cca",
    }.items()
}
_EVERYWHERE = frozenset(["dr", "prof", "st", "nr", "ca", "etc", "vol", "al"])

# A sentence that says where in the article to read on; it means nothing outside it.
_ELSEWHERE = re.compile(
    r"\b(in (de|het) (volgende|vorige) (paragraaf|alinea|hoofdstuk|deel|stuk)|hieronder (leest|lees|vindt|vind)|"
    r"in the (next|following|previous) (section|paragraph|chapter|part)|"
    r"im (nächsten|folgenden|vorigen) (abschnitt|absatz|kapitel|teil)|"
    r"(dans|à) (le|la) (paragraphe|section|chapitre|partie) (suivante?|précédente?)|"
    r"en (el|la) (siguiente|próxim[oa]|anterior) (párrafo|sección|capítulo|apartado|parte)|"
    r"nel(la)? (prossim[oa]|seguente|precedente) (paragrafo|sezione|capitolo|parte))\b",
    re.IGNORECASE,
)

# These end a sentence only when something else does: "etc." and its like often stand last.
_OFTEN_LAST = frozenset(["etc", "enz", "usw", "ecc", "osv", "itd", "itp", "atd", "apod", "a.m", "p.m", "e.d", "ff"])
_OFTEN_LAST_IN = {
    "en": frozenset(["inc", "ltd", "corp", "co", "jr", "sr", "al"]),
    "nl": frozenset(["al"]),
    "de": frozenset(["al"]),
}
# A German number with a point is an ordinal after these and before a month; elsewhere it ends a sentence.
_BEFORE_ORDINAL = _words(
    "am vom zum beim im der die das dem den des ein eine einem einer eines jede jeder jedes jedem jeden ihr ihre ihrem ihren sein seine "
    "seinem seinen mein meine unser unsere bis ab seit und oder"
)
# After an abbreviation in capitals (`the U.S.`) these begin a new sentence: a name does not.
_STARTERS = _words("it he she they we i you this that these those there but and so the then when while if in at")

# A German quotation ends with what begins an English one, but no blank stands before it.
_CLOSING = "\"'”’»›“«)\\]」』）"
_CLOSING_CJK = _CLOSING.replace("“", "").replace("«", "")
_FRENCH = "(?:[ \u00a0\u202f]»(?=\\s|$))?"  # a French quotation has a blank inside its marks
# A citation marker (`[1]`) may hang on the end. Possessive, and begun only where a run of marks begins: a million points in a row take no longer than they must.
_CITED = r"(?:\[[\d,;– -]{1,30}\])*+"
_END = re.compile(rf"(?<![.!?…؟۔।])[.!?…؟۔।]++[{_CLOSING}]*+{_FRENCH}{_CITED}(?=\s|$)|[。！？]++[{_CLOSING_CJK}]*+")
_ENDED = re.compile(rf"[.!?…؟۔।。！？][{_CLOSING}]*{_FRENCH}$")

# The first letters that tell a month's name from the others, by month.
MONTHS = (
    r"jan|gen|ene",
    r"feb|fév|fev",
    r"maart|mrt|mar|mär|maerz",
    r"apr|avr|abr",
    r"mei|may|mai|maj|mag",
    r"jun|juin|giu",
    r"jul|juil|lug",
    r"aug|aoû|aou|ago",
    r"sep|set",
    r"okt|oct|ott",
    r"nov",
    r"dec|dez|déc|dic",
)
_MONTH_NEXT = re.compile(rf"\s(?:{'|'.join(MONTHS)})", re.IGNORECASE)
_NEAR = 60  # characters around an end mark that tell whether a sentence ends there; copying more takes too long


def detect(text: str, fallback: str = "en") -> str:
    """The language of `text` as a two-letter code, by its script, else by a vote of function words.

    `fallback` where the text is too short or too strange to tell.
    """
    if script := _script(text):
        return script
    return _voted(*_votes(text), fallback)


def _voted(votes: Mapping[str, int], words: int, fallback: str) -> str:
    best = max(votes, key=lambda language: votes[language])
    return best if votes[best] >= max(2, words * 0.08) else fallback


def _script(text: str) -> str | None:
    """The language of a script that settles the matter, or None."""
    text = text[:_ENOUGH]
    if not _OTHER_SCRIPT.search(text):
        return None
    letters = sum(map(str.isalpha, text)) or 1
    for language, script in _SCRIPTS:
        if len(re.findall(script, text)) / letters > (0.1 if language == "ja" else 0.3):
            return language
    return None


def _votes(text: str) -> tuple[dict[str, int], int]:
    """How many words of `text` are function words of each language, and how many words it has."""
    words = Counter(re.findall(r"[^\W\d_]+", text[:_ENOUGH].casefold()))
    votes = {language: sum(words[word] for word in stops if word in words) for language, stops in _STOP_WORDS.items()}
    return votes, words.total()


_TELLING_WORDS = 40  # a text of fewer does not outvote what is stated of it
_OUTVOTES = 3  # times
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)


def settled(stated: str | None, text: str, fallback: str = "en") -> str:
    """The language of `text`: what is stated of it, unless that is no tag or the text itself clearly says otherwise.

    Themes and templates state the language that their makers speak.
    """
    tag = (stated or "").strip().replace("_", "-").partition(".")[0]
    if not _TAG.fullmatch(tag):
        return detect(text, fallback)
    votes, words = _votes(text)
    own = votes.get(tag[:2].casefold()) if tag[2:3] in {"", "-"} else None
    best = max(votes, key=lambda language: votes[language])
    outvoted = own is not None and words >= _TELLING_WORDS and votes[best] > _OUTVOTES * own
    script = _script(text) if outvoted or own is not None else None
    if not outvoted and script is None:
        return tag
    found = script or _voted(votes, words, tag)
    return tag if found == tag[:2].casefold() else found


def points_elsewhere(sentence: str) -> bool:
    """Whether a sentence sends the reader to another part of the article ("In the next section …")."""
    return bool(_ELSEWHERE.search(sentence))


def sentences(text: str, language: str, most: int | None = None) -> list[str]:
    """`text` cut at the ends of its sentences; joined with a blank they give the words of `text` again.

    Args:
        most: Only the first so many, which takes no longer for a longer text.
    """
    return list(islice(_sentences(text, language), most))


def _sentences(text: str, language: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(text):
        if _ends_sentence(text, start, match, language):
            if sentence := text[start : match.end()].strip():
                yield sentence
            start = match.end()
    if sentence := text[start:].strip():
        yield sentence


def stop_words(language: str) -> frozenset[str]:
    """The commonest function words of a language (a BCP 47 tag); none where we do not know them."""
    return _STOP_WORDS.get(language[:2].casefold(), frozenset())


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does: with an end mark, and closing quotation marks at most after it."""
    return bool(_ENDED.search(text[-_NEAR:].rstrip()))


def _ends_sentence(text: str, start: int, match: re.Match[str], language: str) -> bool:
    mark, rest = match[0], text[match.end() : match.end() + _NEAR]
    following = rest.lstrip()
    if not following:
        return True
    if mark[0] in "。！？":
        return not _goes_on(mark, following)
    first = following.lstrip("“\"'‘«„»‹([¿¡—–- ")[:1]
    if first.islower():
        return False
    before = text[max(start, match.start() - _NEAR) : match.start()]
    if _in_a_title(before, rest):
        return False
    if mark != ".":
        return True
    word = before.split()[-1] if before and not before[-1].isspace() else ""
    numbers_an_item = word == before.strip() and word.isdigit() and len(word) < 3
    return not numbers_an_item and not _is_abbreviation(word, before, rest, language)


def _goes_on(mark: str, following: str) -> bool:
    """Whether words follow a quotation that say who speaks: 「…？」と彼女は聞いた。"""
    if mark[-1] in "。！？":
        return False
    return following[0] in "とっ" or (mark[0] in "！？" and following[0] not in "“「『（")


_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’"}
_OPENED = re.compile(r"(?:^|[\s(])(?P<mark>[“„«»\"‘])[^“”„«»\"‘]*$")


def _in_a_title(before: str, rest: str) -> bool:
    """Whether a quotation is open that closes without an end mark and inside a sentence: “Bread. A History” took …"""
    opened = _OPENED.search(before)
    if opened is None:
        return False
    closing = re.search(rf"[{_CLOSED_BY[opened['mark']]}]", rest)
    if closing is None or re.search(r"[.!?…]\s?$", rest[: closing.start()]):
        return False
    return rest[closing.end() :].lstrip(" ,")[:1].islower()


_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|all|dall|dell|nell|sull|un)['’]")  # l’art. 3, dell’avv. Neri


def _is_abbreviation(word: str, before: str, rest: str, language: str) -> bool:
    """Whether the point after `word` belongs to it: an abbreviation, an initial, or an ordinal number (`3. Mai`)."""
    bare = _ELIDED.sub("", word.lstrip("(\"'“‘„[«").casefold())
    following = rest.split(maxsplit=1)[0].strip("“\"'.,").casefold() if rest.split() else ""
    if re.fullmatch(r"[A-Z][a-z]?(\.[A-Z][a-z]?)+", word.lstrip("(")):
        return not (language[:2] == "en" and following in _STARTERS)
    if re.fullmatch(r"[^\W\d_]", bare):
        return True
    if bare.isdigit() and len(bare) <= 2:
        determined = language[:2] == "de" and bool(_BEFORE_ORDINAL.intersection(before.casefold().split()[-2:-1]))
        return determined or language[:2] in {"cs", "da", "no", "fi"} or bool(_MONTH_NEXT.match(rest))
    if bare in _OFTEN_LAST or bare in _OFTEN_LAST_IN.get(language[:2], ()):
        return False
    if re.fullmatch(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+", bare):
        return True  # o.l.v., z.B., p.ex
    if len(bare) <= 5 and following[:1].isdigit() and re.match(rf"(?:{'|'.join(MONTHS)})", bare):
        return True  # Jan. 2026
    known = _ABBREVIATIONS.get(language[:2], frozenset()) | _EVERYWHERE
    return bare in known or (language[:2] == "de" and bare.endswith("str"))
