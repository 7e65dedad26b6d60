"""Why a sentence of an article makes no key point. Pure; the words are those of `wording.py`.

A key point that its author wrote needs none of this: these rules are for sentences that we choose ourselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline import language as languages
from pipeline.ingest import boilerplate, notices
from pipeline.ingest.suggest import wording
from pipeline.language.citations import without_citations
from pipeline.language.people import tells_of_people
from pipeline.language.phrases import patterns_of
from pipeline.language.standing import AFTERTHOUGHT, Standing, is_belief, limits, related, stand_alone

LEAST, MOST = 40, 230  # characters: less says little, more fits no post on X beside link and hashtags
_LEAST_WORDS = 5

_ENDS = re.compile(r"(?<!\.)[.。।۔][’'”»)]*$")
_BEGINS = re.compile(r"[“‘«„'\"(]?(?!\d{1,3}[.)])\w")
_ODD = re.compile(r"[\[\]{}<>|→►•*_=#@]|https?:|www\.|\d[\d ./-]{7,}\d|\b\w+\.(?:com|org|net|nl|de|fr|es|it|be|eu)\b")
_LABEL = re.compile(r"(?:[^\s:]+ ){0,2}[^\s:]+ ?:\s")  # "Please note: …"
# A definite article, in languages whose generic subjects may do with and without; and the words after it.
_SUBJECT = re.compile(
    r"(?:(?:the|de|het|der|die|das|den|dem|le|la|les|el|los|las|il|lo|i|gli)\s|l['’])(?P<words>(?:[\w’'-]+ ?){1,3})",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:d[eiu]|des|dell[aeo]|del|d['’])", re.IGNORECASE)
_ARTICLE_ALWAYS = frozenset({"fr", "es", "it"})  # "le pain de seigle" is any; what it is of tells that it is whole
_TERM = re.compile(r"[“„«\"]\s?(?:[^\s“”„«»\"]+\s){0,2}[^\s“”„«»\"]+\s?[”“»\"]")  # three words are a term, more a quote
_QUOTE = re.compile(r"[“”„«»\"]|‘[^’]{25,}’")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a section.

    Attributes:
        text: Without citation markers.
        before, after: The sentences before and after it in its section, or "".
        ends: Whether it is the last of its paragraph.
        row, paragraph: Its place in its paragraph, and that one's in the section, from 0.
    """

    text: str
    before: str
    after: str
    ends: bool
    row: int
    paragraph: int


@dataclass(frozen=True)
class Setting:
    """What holds for all sentences of a section.

    Attributes:
        language: BCP 47 tag.
        names_changed: Whether the article says that its people are not called so.
        tested: From which paragraph on the section tells of animals or people who were studied, or None.
        about: What readers know by then: the title, the heading, and how the section opens.
    """

    language: str
    names_changed: bool = False
    tested: int | None = None
    about: str = ""


def sentences(paragraphs: Iterable[str], language: str, most: int | None = None) -> list[Sentence]:
    """The sentences of a section's paragraphs, or the first `most` of them."""
    raw: list[str] = []
    places: list[tuple[int, int, int]] = []
    for number, paragraph in enumerate(paragraphs):
        if most is not None and len(raw) > most:
            break  # the sentence after the last is cut too: it may limit that
        cut = languages.sentences(paragraph, language, None if most is None else most + 1)
        raw += cut
        places += [(row, number, len(cut)) for row in range(len(cut))]
    return [
        Sentence(_bare(one), before, after, row + 1 == length, row, number)
        for before, one, after, (row, number, length) in zip(
            ["", *raw], raw, [*raw[1:], ""], places[:most], strict=False
        )
    ]


def _bare(text: str) -> str:
    """`text` without citation markers; a text that lost its points is no sentence, and not searched for them."""
    return without_citations(text) if len(text) <= 2 * MOST else text


def tested_from(section: Iterable[Sentence], language: str) -> int | None:
    """The first paragraph that names animals or people who were studied: what follows may hold of them only."""
    words = wording.patterns_of(language)
    return next((one.paragraph for one in section if words and words.tested.search(one.text)), None)


def unfitness(sentence: Sentence, setting: Setting) -> str | None:
    """Why `sentence` makes no key point, or None where nothing speaks against it."""
    rules = _SHAPE
    if patterns_of(setting.language) is not None and wording.patterns_of(setting.language) is not None:
        rules += _WORDING
    else:
        rules += _UNKNOWN
    return next((reason for reason, holds in rules if holds(sentence, setting)), None) or _worded(sentence, setting)


def _worded(sentence: Sentence, setting: Setting) -> str | None:
    """The reason that some wording of its language gives."""
    words = wording.patterns_of(setting.language)
    found = words.anywhere.items() if words else ()
    return next((reason for reason, pattern in found if pattern.search(sentence.text)), None)


def _is_incomplete(sentence: Sentence, _: Setting) -> bool:
    text = sentence.text
    begins = bool(_BEGINS.match(text)) and not text.lstrip("“‘«„'\"(")[:1].islower()
    balanced = text.count("(") == text.count(")")
    return not (begins and balanced and _ENDS.search(text)) or text.isupper()


def _has_few_words(sentence: Sentence, setting: Setting) -> bool:
    spaced = setting.language[:2] not in {"zh", "ja", "th", "lo", "km", "my"}
    return spaced and len(sentence.text.split()) < _LEAST_WORDS


def _leans(sentence: Sentence, setting: Setting) -> bool:
    """Whether it would need as little as a repair: an editor may make one to the author's own points only."""
    standing = stand_alone(sentence.text, setting.language)
    return not isinstance(standing, Standing) or bool(standing.repairs)


def _goes_on(sentence: Sentence, setting: Setting) -> bool:
    words = wording.patterns_of(setting.language)
    return bool(words and words.opening.match(sentence.text.lstrip("“‘«„'\"(")))


def _has_subject_named_before(sentence: Sentence, setting: Setting) -> bool:
    """Whether it speaks of *the* something that neither title nor heading nor the section's first sentence names."""
    subject = _SUBJECT.match(sentence.text)
    if subject is None or sentence.row == sentence.paragraph == 0:
        return False
    whole = setting.language[:2] in _ARTICLE_ALWAYS and _OF.search(subject["words"])
    return not (whole or related(subject["words"], setting.about))


def _tells_what_happened(sentence: Sentence, setting: Setting) -> bool:
    words = wording.patterns_of(setting.language)
    opens = sentence.row == sentence.paragraph == 0
    return not opens and bool(words and words.past.search(sentence.text))


def _has_amount(sentence: Sentence, setting: Setting) -> bool:
    words = wording.patterns_of(setting.language)
    return bool(words and words.amount.search(sentence.text))


def _is_of_a_study(sentence: Sentence, setting: Setting) -> bool:
    return setting.tested is not None and sentence.paragraph >= setting.tested


def _is_limited(sentence: Sentence, setting: Setting) -> bool:
    """Whether the sentence after it excepts, takes back, says of whom or where alone it holds, or denies it."""
    known, words, after = patterns_of(setting.language), wording.patterns_of(setting.language), sentence.after
    if not after or after.endswith("?") or known is None or words is None:
        return False
    points = bool(known.pointing.match(after))
    if not points and not known.contrast.match(after):
        if sentence.ends:
            return False  # another paragraph speaks of this sentence only where it says so
        if len(after.split()) > AFTERTHOUGHT:
            said = [found[0] for found in known.limiting.finditer(after)]
            return any(not words.denying.fullmatch(one) or related(sentence.text, after) for one in said)
    if points and len(after.split()) > AFTERTHOUGHT:
        return bool(known.limiting.search(after) or words.restricting.search(after))
    return limits(after, setting.language)


_Rule = tuple[str, Callable[[Sentence, Setting], bool]]

# Rules for every language: what they look at is no wording.
_SHAPE: tuple[_Rule, ...] = (
    ("is too short or too long for a post", lambda one, _: not LEAST <= _width(one.text) <= MOST),
    ("is a question", lambda one, _: any(sign in one.text for sign in "?？؟¿\u037e")),
    ("is no whole sentence", _is_incomplete),
    ("is no whole sentence", _has_few_words),
    ("holds an address or signs", lambda one, _: bool(_ODD.search(one.text))),
    ("quotes somebody", lambda one, _: bool(_QUOTE.search(_TERM.sub("", one.text)))),
    ("sends the reader elsewhere", lambda one, _: languages.points_elsewhere(one.text)),
    ("invites the reader", lambda one, _: bool(boilerplate.calls_to_action(one.text))),
    ("is a notice", lambda one, _: notices.is_notice(one.text)),
    (
        "names or quotes somebody whose name was changed",
        lambda one, set_: set_.names_changed and tells_of_people(one.text),
    ),
)
_WORDING: tuple[_Rule, ...] = (
    ("answers the question before it", lambda one, _: one.before[-1:] in {"?", ":"}),
    ("begins with a label", lambda one, _: bool(_LABEL.match(one.text))),
    ("leans on what stands before it", _leans),
    ("goes on with something begun before it", _goes_on),
    ("speaks of something named before it", _has_subject_named_before),
    ("tells a story", _tells_what_happened),
    ("tells an amount without its source", _has_amount),
    ("is what people think", lambda one, set_: is_belief(one.text, set_.language)),
    ("may hold of those studied only", _is_of_a_study),
    ("is limited by the sentence after it", _is_limited),
)
# Of other languages we cannot tell what leans and what limits: only what stands first, and by itself, is safe.
_UNKNOWN: tuple[_Rule, ...] = (
    ("may lean on what stands around it", lambda one, _: bool(not one.ends or one.row or one.paragraph)),
)


def _width(text: str) -> int:
    """The length of `text`; Chinese and Japanese signs count twice, as they do on X."""
    return len(text) + sum("\u2e80" <= sign <= "\uffdc" for sign in text[: MOST + 1])
