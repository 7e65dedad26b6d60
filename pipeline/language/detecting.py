"""Which language a text is in, by its script or by a vote of its function words. Pure."""

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


def stop_words(language: str) -> frozenset[str]:
    """The commonest function words of a language (a BCP 47 tag); none where we do not know them."""
    return _STOP_WORDS.get(language[:2].casefold(), frozenset())
