"""Where the sentences of a text end. Pure.

A small splitter with lists of abbreviations does better here than the general ones: they end Dutch sentences after "Dr.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


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


def points_elsewhere(sentence: str) -> bool:
    """Whether a sentence sends the reader to another part of the article ("In the next section …")."""
    return bool(_ELSEWHERE.search(sentence))


def sentences(text: str, language: str, most: int | None = None) -> list[str]:
    """`text` cut at the ends of its sentences; joined with a blank they give the words of `text` again.

    Args:
        most: Only the first so many, which takes no longer for a longer text.
    """
    return list(islice(_sentences(text, language), most))


def in_lines(text: str, language: str) -> Iterator[str]:
    """The sentences of `text` where a line ends one too, as in a list or a post."""
    return (sentence for line in text.splitlines() for sentence in _sentences(line, language))


def _sentences(text: str, language: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(text):
        if _ends_sentence(text, start, match, language):
            if sentence := text[start : match.end()].strip():
                yield sentence
            start = match.end()
    if sentence := text[start:].strip():
        yield sentence


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
