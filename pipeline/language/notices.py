"""Which of an article's notices goes with what is told of it, and in how few words. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from pipeline import language as languages
from pipeline.language.claims import sends_to_doctor
from pipeline.language.renamed import says_names_changed
from pipeline.language.standing import Leaning, alike, stand_alone
from pipeline.model import Article, Network

WHOLE = 320  # characters of a notice that is told without a gap: four lines on a phone hold about so many

# What says that nobody should take it for advice, in the languages that articles come in.
_ADVICE = re.compile(
    r"\b(?:advies|adviezen|advice|\w*beratung|avis|conseils?|consejos?|asesoramiento|consigli[oa]?|parere|consulenza|aconselhamento"
    r"|conselhos?|medisch|medical|medizinisch|médica(?:l|ux)|médic[oa]|medic[oi])\w*",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:geen|niet|nooit|not?|nor|never|cannot|\w+n['’]t|kein\w*|nicht|nie|niemals|ersetzt|ne|n['’]\w+|aucun\w*|jamais|ningún|ningun\w*"
    r"|nunca|non|nessun\w*|não|nenhum\w*)\b",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"(?:dit|deze|this|these|diese[rsmn]?|dies|ce|cet|cette|ces|est[aeo]s?|quest[oaie])\b", re.IGNORECASE
)


def fitting(article: Article, network: Network, *, of_people: bool, announces: bool) -> tuple[str, ...]:
    """The notices of `article` that belong to a post on `network`, the most fitting first.

    What was written for another network has no place here.

    Args:
        of_people: Whether the post tells of people: then it comes first that names were changed.
        announces: Whether it speaks for all of the article: where it tells of nobody, that names were changed stands
            only if there is no other notice. Beside a key point that tells of nobody it has no place at all.
    """
    for_here = {notice for notice, where in article.notices_for if where == network}
    for_others = {notice for notice, where in article.notices_for if where != network} - for_here
    wanted = [one for one in article.notices if one not in for_others]
    if not of_people:
        others = list(filter(None, (_of_nobody(one, article.language) for one in wanted)))
        wanted = others or (wanted if announces else [])
    changed = {notice for notice in wanted if says_names_changed(notice)}

    def rank(notice: str) -> tuple[bool, bool, bool]:
        return notice not in changed, notice not in for_here, not sends_to_doctor(notice, article.language)

    return tuple(dict.fromkeys(sorted(wanted, key=rank)))


def _of_nobody(notice: str, language: str) -> str:
    """`notice` without the sentences that say that names were changed; nothing where the others send to nobody."""
    if not says_names_changed(notice):
        return notice
    others = [one for one in languages.sentences(notice, language) if not says_names_changed(one)]
    return " ".join(one for one in others if sends_to_doctor(one, language))


def beside(ours: str | None, notices: Sequence[str]) -> str | None:
    """The first of `notices`, unless our own says the same: then it stands for it."""
    if not notices:
        return None
    first, advice = notices[0], _ADVICE.search
    same = ours and (alike(ours, first) or (advice(ours) and advice(first) and not says_names_changed(first)))
    return None if same else first


def key_sentence(notice: str, language: str) -> str:
    """The sentence of `notice` that counts: whom to ask, else that names were changed, else what it is not."""
    sentences = languages.sentences(notice, language) or [notice]
    counts: tuple[Callable[[str], object], ...] = (
        partial(sends_to_doctor, language=language),
        says_names_changed,
        _denies_advice,
        _DENIES.search,
    )
    return next((one for test in counts for one in sentences if test(one)), sentences[0])


def _denies_advice(sentence: str) -> bool:
    return bool(_DENIES.search(sentence) and _ADVICE.search(sentence))


def brief(notice: str, language: str, most: int = WHOLE) -> str:
    """`notice` in as few sentences as it can be said beside a post, never without what it denies.

    One of at most `most` characters goes from its beginning to its last sentence that counts, and at least two, without
    a gap. Of a longer one go what denies that it is advice, and the sentence that counts.
    """
    sentences, key = languages.sentences(notice, language), key_sentence(notice, language)
    if len(notice) > most:
        return " ".join(_picked(sentences, key, language, most)) or key
    counting = [place for place, one in enumerate(sentences) if one == key or _DENIES.search(one)]
    end = max([1, *counting]) + 1
    return notice if end >= len(sentences) else " ".join(sentences[:end])


def _picked(sentences: Sequence[str], key: str, language: str, most: int) -> Sequence[str]:
    """The sentences of a long notice that count, in their order, and before them what the first of them leans on.

    Where that makes them more than `most` characters, whom to ask goes alone, if it can.
    """
    denying = [one for one in sentences if _denies_advice(one)] or [one for one in sentences if _DENIES.search(one)][:1]
    places = [place for place, one in enumerate(sentences) if one == key or one in denying]
    if not places:
        return ()
    standing = (place for place in range(places[0], 0, -1) if not _leans(sentences[place], language))
    start = next(standing, 0)
    picked = [*sentences[start : places[0]], *(sentences[place] for place in places)]
    alone = not _leans(key, language) and sends_to_doctor(key, language)
    return [key] if alone and start < places[0] and len(" ".join(picked)) > most else picked


def _leans(sentence: str, language: str) -> bool:
    """Whether `sentence` begins with a word for what was named before it; "this text" names itself beside a post."""
    return not _HERE.match(sentence) and isinstance(stand_alone(sentence, language), Leaning)
