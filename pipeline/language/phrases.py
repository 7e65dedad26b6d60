"""Words of a language that decide whether a sentence stands alone and what shortening may take away.

A row a language in `phrase_words.py`; one without a row gets no repairs and no shortening inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from pipeline.language.phrase_words import PHRASES


@dataclass(frozen=True)
class Patterns:
    """The words of a language, ready to use.

    Attributes:
        connective: Opens a sentence and joins it to the one before; may be taken off, comma or colon included.
        leaning: A word inside a sentence that only joins it to the one before ("dus"); may be taken out. What joins
            two clauses of the same sentence ("en dus") stays; group `before` is what stands before it.
        pointing: Begins a sentence that speaks of something named before; such a sentence is out.
        impersonal: Begins one that only seems to: what its "it" stands for comes later in it.
        elsewhere: Words anywhere that speak of something outside the sentence; such a sentence is out.
        fragment: A noun with a clause hanging on it and no verb of its own; wants a term before it.
        term: Names what a section is about (group 1).
        consequence: Begins a clause that tells what follows from the rest; it may be cut off.
        contrast: Begins a sentence that takes back the one before; half of such a pair says the opposite.
        belief: Begins a sentence that tells what people think, which the next one often corrects.
        limiting: Words by which a sentence of its own limits what stands before it: negation, population, exception.
        guarded: Those and what else shortening inside a sentence never removes: modality, condition, quantity.
        adding: Begins a sentence that adds to one before it ("Even a short walk …"), so it begins no passage.
        setting: Begins a sentence with the place, time or condition for which it and those after it hold.
        summing: Begins one with what sums up several things that were told before it ("These habits …").
        announcing: Begins a sentence that says what its article tells; it announces it, and stands nowhere else.
        animals: Of whom alone something was found; what follows must not be told as if of people.
        personal: Words of an author about themselves, which a brand does not say.
        plural: The same of several authors; a brand says them too.
        demonstrative: Words anywhere by which a sentence may speak of something named before it.
        pronoun: Words for somebody or something that a sentence inside a paragraph seldom names itself.
    """

    connective: re.Pattern[str]
    leaning: re.Pattern[str]
    pointing: re.Pattern[str]
    impersonal: re.Pattern[str]
    elsewhere: re.Pattern[str]
    fragment: re.Pattern[str]
    term: re.Pattern[str]
    consequence: re.Pattern[str]
    contrast: re.Pattern[str]
    belief: re.Pattern[str]
    limiting: re.Pattern[str]
    guarded: re.Pattern[str]
    adding: re.Pattern[str]
    setting: re.Pattern[str]
    summing: re.Pattern[str]
    announcing: re.Pattern[str]
    animals: re.Pattern[str]
    personal: re.Pattern[str]
    plural: re.Pattern[str]
    demonstrative: re.Pattern[str]
    pronoun: re.Pattern[str]


# Where the words of a row count; a name that is not here has whole patterns for words.
_ANYWHERE, _OPENED = r"\b(?:WORDS)\b", r"[“\"'‘«„(]*(?:WORDS)"
_PLACES: Mapping[str, str] = {
    "connective": r"(?:WORDS)\s*[:,]\s*",
    "leaning": r"(?P<before>[^,;:–—(]*?\w)(?:WORDS)(?= )",
    **dict.fromkeys(("pointing", "impersonal"), _OPENED),
    "contrast": r"(?:WORDS)\b",
    "belief": r"(?:[\w’'-]+ ){1,3}(?:WORDS)\b",
    "limiting": rf"{_ANYWHERE}|%",
    "guarded": rf"{_ANYWHERE}|\d|%",
    **dict.fromkeys(("adding", "setting", "summing"), rf"{_OPENED}\b"),
    "announcing": r"\b(?:WORDS)",
    **dict.fromkeys(("animals", "personal", "plural", "demonstrative", "pronoun"), _ANYWHERE),
}


@cache
def patterns_of(language: str) -> Patterns | None:
    """The patterns of a language (a BCP 47 tag), compiled when first asked for; None where there is no row for it."""
    row = PHRASES.get(language[:2].lower())
    if row is None:
        return None
    words = {**row, "guarded": f"{row['limiting']}|{row['guarded']}"}
    words["pointing"] = f"(?!{row['impersonal']})(?:{row['pointing']})"

    def ready(name: str) -> re.Pattern[str]:
        return re.compile(_PLACES.get(name, "WORDS").replace("WORDS", words[name]), re.IGNORECASE)

    return Patterns(**{each.name: ready(each.name) for each in fields(Patterns)})
