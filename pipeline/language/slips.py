"""Slips of whoever typed: a word said twice, the start of a clause said twice, a word in two pieces, broken characters.

Pure, and rather none than a wrong one: of each language only words that never rightly follow themselves. “die die”,
“had had”, “nous nous” and “het het” do, and so do words that end one clause and begin the next (“log in in a minute”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache


def slips(sentence: str, language: str) -> tuple[str, ...]:
    """The slips in `sentence`, each as its words stand there, in their order; none where it is in order.

    Args:
        sentence: Plain text; a whole paragraph will do.
        language: Its BCP 47 tag. Of a language without a row only broken words and characters are found.
    """
    found = dict(sorted([*_doubled(sentence, language[:2].casefold()), *_broken(sentence)]))
    return tuple(" ".join(words.split()) for words in found.values())


def _doubled(sentence: str, language: str) -> Iterator[tuple[int, str]]:
    """Where words stand twice, and they themselves."""
    for pattern in _patterns(language):
        for match in pattern.finditer(sentence):
            if not _is_named(match, sentence):
                yield match.start(), match[0]


# No end of another word, hyphen or apostrophe beside it: “l’un un peu”, “faites-les les yeux fermés”, “the the-ologian”.
_BEFORE, _AFTER = r"(?<![\w'’-])(?<![\w'’-]\.)", r"(?![\w'’-])"
_QUOTE_MARKS = "“”„«»‘’\"'"

# Function words that never rightly follow themselves.
_NEVER_TWICE: Mapping[str, str] = {
    "nl": "de een we te en maar deze zich geen mijn niet ook",
    "en": "the an of and or we they she our their my at from",
    "de": "ein und oder im am vom zum zur ins dass für man",
    "fr": "le les de des du un une et dans sur au aux je il on se ne ce",
    "es": "el los las un de del al y en con se su lo",
    "it": "il lo gli di del della dei delle dello e in con per un da al alla nel nella",
    "pt": "os as de do da dos das um em na nas e com ao",
}
# Those that never do at a sentence's beginning, with a capital before them. Not “Die die Stadt umgebende Mauer”, “Door door
# te gaan”, “In in vitro studies”, “Nous nous levons”, “Son son est doux”.
_NEVER_FIRST: Mapping[str, str] = {
    "nl": "Het Je Ze Hij Ik Er Met Naar Als",
    "en": "It You This These To With If When",
    "de": "Ich Wir Er Sie Es Wenn Weil Aber Auch",
    "fr": "Elle Elles Ils Tu À Avec Pour Mais Cette Ces Sa Ses",
    "es": "Para Pero Esta Este Estos Estas Cuando",
    "it": "Un Una Le Ma Questo Questa Quando",
    "pt": "Uma Para Mas Ele Ela Este Esta Quando",
}
# An article that is sung too, and a note: “oh la la”, “la la la”, “le la la plus haut”.
_SUNG = (
    r"(?<!\bla )(?<!\bla, )(?<!\boh )(?<!\bouh )(?<!\bhou )(?<!\bah )(?<!\bho )(?<!\btra )(?<!\bel )(?<!\bil )(?<!\ble )"
    r"la\s+la(?=\s+(?!la\b)[^\W\d_])"
)
_SINGING = {"fr", "es", "it"}
# What makes the same two words right after all: “de een een boek”, “de de Gaulle”.
_UNLESS: Mapping[str, str] = {"nl": r"(?<!\bde )(?<!\bhet )", "fr": r"(?<!\bl’)"}


@dataclass(frozen=True)
class _Clause:
    """How clauses begin in a language.

    Attributes:
        joining: Words that begin them.
        subjects: Pronouns that follow, and that can be nothing but a subject.
        others: Pronouns that can: they tell only together with the word before them.
        between: Words that may stand behind a pronoun, and be what the slip was about.
        unless: What, behind it, makes a second pronoun right.
    """

    joining: str
    subjects: str
    others: str
    between: str
    unless: str = r"(?!)"


_CLAUSES: Mapping[str, _Clause] = {
    "nl": _Clause(
        "of dat als nu wanneer omdat terwijl zodat doordat hoewel toen",
        "we wij ik hij ze zij men",
        "je jij u het jullie",
        "nu dan ook toch nou zelf eigenlijk soms",
    ),
    "en": _Clause(
        "whether if that when because while although though once since",
        "we they he she",
        "I you it",
        "now then also too just still ourselves themselves",
    ),
    "de": _Clause(
        "ob dass wenn weil obwohl während sobald damit",
        "wir ich er man",
        "sie es ihr du",
        "nun dann auch doch selbst jetzt",
        r"\s+selbst\b",  # “wenn ich dann ich selbst bin”
    ),
    "fr": _Clause("que si quand lorsque puisque", "on je il ils", "elle elles nous vous tu", "maintenant alors aussi"),
}


@lru_cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """What finds the doubled words of a language."""
    found = []
    if words := _NEVER_TWICE.get(language):
        found.append(rf"{_BEFORE}{_UNLESS.get(language, '')}(?P<word>{_any(words)})(?:\s+(?P=word))+{_AFTER}")
    if words := _NEVER_FIRST.get(language):
        found.append(rf"{_BEFORE}(?-i:(?P<word>{_any(words)}))(?:\s+(?P=word))+{_AFTER}")
    if language in _SINGING:
        found.append(_BEFORE + _SUNG)
    if clause := _CLAUSES.get(language):
        joining, between = _any(clause.joining), _any(clause.between)
        every = _any(f"{clause.subjects} {clause.others}")
        found.append(
            rf"{_BEFORE}(?:{joining})\s+(?P<who>{_any(clause.subjects)})(?:\s+(?:{between})){{1,2}}\s+(?P=who){_AFTER}(?!{clause.unless})"
        )
        found.append(
            rf"{_BEFORE}(?P<start>(?:{joining})\s+(?:{every}))(?:\s+(?:{between})){{0,2}}\s+(?P=start){_AFTER}"
        )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in found)


def _any(words: str) -> str:
    return "|".join(map(re.escape, words.split()))


def _is_named(match: re.Match[str], sentence: str) -> bool:
    """Whether a capital or quotation marks make it a name, or words that are only spoken of: “The The”, de De Vries."""
    first, *rest = match[0].split()
    before, after = sentence[: match.start()].rstrip(), sentence[match.end() : match.end() + 1]
    inside = bool(before) and before[-1] not in ".!?:…–—-•" + _QUOTE_MARKS
    if any(word[0].isupper() and word != "I" for word in rest) or (inside and first[0].isupper() and first != "I"):
        return True
    return bool(before) and before[-1] in _QUOTE_MARKS and after in _QUOTE_MARKS and bool(after)


# "Vor- und Nachteile", "in- dan wel uitgang": such a hyphen stands for a word, and this goes on with the next.
_GOES_ON = (
    "en of tot noch dan als maar van in niet and or to but not versus vs und statt oder bzw bis sowie wie aber et ou mais y o e ed ma non u ni "
    "og och eller men a nebo i oraz lub"
)
# A character that could not be read, or UTF-8 read as if it were of one byte: â€™, Ã©, Â°, ðŸ’¡.
_DAMAGE = re.compile(r"\ufffd|â€|â\x80|ï¿½|ï»¿|ðŸ|[ÃÂ][\x80-\xbf]")
# A hyphen that a line's end made, with the blank that was a line's end.
_SEAM = re.compile(rf"[\u00ad¬]\s+[^\W\d_]{{2,40}}|-\s+(?!(?:{_any(_GOES_ON)})\b)[^\W\d_A-ZÀ-Þ]{{2,40}}(?![\w-])")
_HALF = re.compile(r"(?<![\w'’-])[^\W\d_][^\W\d_A-ZÀ-Þ]{1,39}$")
_LONGEST = 40  # characters of a word


def _broken(sentence: str) -> Iterator[tuple[int, str]]:
    """Where words stand in two pieces or with damaged characters, and they themselves."""
    for match in _SEAM.finditer(sentence):
        if half := _HALF.search(sentence[max(match.start() - _LONGEST - 1, 0) : match.start()]):
            yield match.start() - len(half[0]), f"{half[0]}{match[0]}"
    for match in _DAMAGE.finditer(sentence):
        before = re.split(r"\s", sentence[max(match.start() - _LONGEST, 0) : match.start()])[-1]
        after = re.split(r"\s", sentence[match.end() : match.end() + _LONGEST], maxsplit=1)[0]
        yield match.start() - len(before), f"{before}{match[0]}{after}"
