"""Which language a text is in, and where its sentences end. Pure; used where articles are read and where posts are made.

A small splitter with lists of abbreviations does better here than the general ones: they end Dutch sentences after "Dr.".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

# The commonest function words, as far as they tell the languages apart.
_STOP_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
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
_OTHER_SCRIPT = re.compile("|".join(script for _, script in _SCRIPTS))
_WORD = re.compile(r"[^\W\d_]+")

_ABBREVIATIONS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "nl": "dr drs prof mr ir ing bijv bv d.w.z o.a e.d m.b.t t.o.v i.p.v n.a.v a.u.b z.g zgn ca nr blz resp vgl art jl dhr mevr mw st "
        "max min incl excl evt m.n i.v.m t/m enz",
        "en": "dr mr mrs ms prof st vs e.g i.e etc fig no vol approx dept est inc ltd jr sr u.s u.k a.m p.m cf al",
        "de": "dr prof hr fr bzw z.b d.h u.a ca nr s str usw vgl etc evtl ggf inkl max min mind sog u.u v.a z.t o.ä bspw st abs art",
        "fr": "m mm mme mlle dr pr st ste p.ex etc cf env av apr art no vol fig",
        "es": "sr sra srta dr dra prof ud uds p.ej etc aprox núm pág vol art ee.uu",
        "it": "sig sig.ra dott dott.ssa prof ing avv ecc es p.es pag art vol n ca",
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
_OFTEN_LAST = frozenset(["etc", "enz", "usw", "ecc", "al", "a.m", "p.m", "e.d"])

_CLOSING = "\"'”’»›)\\]」』）"
# A citation marker (`[1]`) may hang on the end. Possessive, and begun only where a run of marks begins: a million points in a row take no longer than they must.
_END = re.compile(
    rf"(?<![.!?…؟۔।])[.!?…؟۔।]++[{_CLOSING}]*+(?:\[[\d,;– -]{{1,30}}\])*+(?=\s|$)|[。！？]++[{_CLOSING}]*+"
)
_ENDED = re.compile(rf"[.!?…؟۔।。！？][{_CLOSING}]*$")

# The first letters that tell a month's name from the others, by month.
MONTHS = (
    r"jan|gen|ene",
    r"feb|fév|fev",
    r"maart|mrt|mar|mär|maerz",
    r"apr|avr|abr",
    r"mei|may|mai|mag",
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
    words = Counter(_WORD.findall(text.casefold()))
    letters = sum(len(word) * count for word, count in words.items()) or 1
    for language, script in _SCRIPTS if _OTHER_SCRIPT.search(text) else ():
        if len(re.findall(script, text)) / letters > (0.1 if language == "ja" else 0.3):
            return language
    votes = {language: sum(words[stop] for stop in words.keys() & stops) for language, stops in _STOP_WORDS.items()}
    best = max(votes, key=lambda language: votes[language])
    return best if votes[best] >= max(2, words.total() * 0.08) else fallback


def points_elsewhere(sentence: str) -> bool:
    """Whether a sentence sends the reader to another part of the article ("In the next section …")."""
    return bool(_ELSEWHERE.search(sentence))


def sentences(text: str, language: str) -> list[str]:
    """`text` cut at the ends of its sentences; joined with a blank they give the words of `text` again."""
    found, start = [], 0
    for match in _END.finditer(text):
        if _ends_sentence(text, match, language):
            found.append(text[start : match.end()].strip())
            start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does: with an end mark, and closing quotation marks at most after it."""
    return bool(_ENDED.search(text[-_NEAR:].rstrip()))


def _ends_sentence(text: str, match: re.Match[str], language: str) -> bool:
    mark, rest = match[0], text[match.end() : match.end() + _NEAR]
    if mark[0] in "。！？":
        return True
    following = rest.lstrip()
    if not following:
        return True
    first = following.lstrip("“\"'‘«„»‹([¿¡—–- ")[:1]
    if first.islower():
        return False
    if mark != ".":
        return True
    before = text[max(0, match.start() - _NEAR) : match.start()]
    word = before.split()[-1] if before and not before[-1].isspace() else ""
    return not _is_abbreviation(word, rest, language)


def _is_abbreviation(word: str, rest: str, language: str) -> bool:
    """Whether the point after `word` belongs to it: an abbreviation, an initial, or an ordinal number (`3. Mai`)."""
    bare = word.lstrip("(\"'“‘„[«").casefold()
    if re.fullmatch(r"[^\W\d_]", bare) or (
        re.fullmatch(r"[A-Z][a-z]?(\.[A-Z][a-z]?)*", word.lstrip("(")) and "." in word
    ):
        return True
    if bare.isdigit() and len(bare) <= 2:
        return language in {"de", "cs", "da", "no", "fi"} or bool(_MONTH_NEXT.match(rest))
    known = _ABBREVIATIONS.get(language[:2], frozenset()) | _EVERYWHERE
    return bare in known and bare not in _OFTEN_LAST
