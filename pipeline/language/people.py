"""Who may be told of outside an article. Pure."""

from __future__ import annotations

import re
from itertools import chain

from pipeline.language import naming
from pipeline.language.naming import AGED
from pipeline.language.renamed import says_names_changed
from pipeline.language.saying_words import SPEAKS
from pipeline.language.speech import PRONOUNS
from pipeline.model import Article

_PERSON = re.compile(r"(?<=[\w,] )[A-ZÀ-Þ][a-zà-ÿ]+|[“„«]")


def names_changed(article: Article) -> bool:
    """Whether the article says that its people are not called so, or not real."""
    return bool(names_notice(article))


def names_notice(article: Article) -> str:
    """The notice that says so, or nothing."""
    return next((notice for notice in article.notices if says_names_changed(notice)), "")


def tells_of_people(text: str) -> bool:
    """Whether `text` names or quotes somebody; it may take a place for a person, never the other way round."""
    return bool(_PERSON.search(text))


def may_be_told(text: str, where: Article | bool) -> bool:
    """Whether `text` may stand where no notice says that names were changed: then it names and quotes nobody.

    Args:
        where: The article, or whether its names were changed.
    """
    changed = where if isinstance(where, bool) else names_changed(where)
    return not (changed and tells_of_people(text))


# What only people have: an age, or words of their own. A name is a word that is written with a capital before it.
_SPEAKS = rf"(?:{SPEAKS}|legt uit)\b"
_NAMED = re.compile(rf"\b(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{{1,20}})(?: [A-ZÀ-Þ][\w’'-]+)?(?:{AGED}| {_SPEAKS})")
# They begin sentences with a capital, and may stand before such words without being a name.
_NO_NAME = re.compile(
    rf"{PRONOUNS}|De|Het|Een|Dit|Dat|Wie|Niemand|Iemand|The|A|One|Nobody|Who|This|That|Wer|Der|Die|Das|Es|Qui|Se|Uno|Chi"
    r"|Le|La|Lo|Un|Una"
)


def named_people(article: Article) -> frozenset[str]:
    """Names of people that the article tells of: first names of those who have an age there, or speak; and the renamed."""
    texts = [block.text for block in article.lead]
    texts += [block.text for section in article.sections for block in section.blocks]
    found = (one["name"] for text in texts for one in _NAMED.finditer(text))
    renamed = chain.from_iterable(map(naming.parts, naming.people(names_notice(article), article.language)))
    return frozenset(name for name in (*found, *renamed) if not _NO_NAME.fullmatch(name))


_REPORTED = re.compile(rf"\b{_SPEAKS}")
_QUOTED = re.compile(r"[“„«\"‘](?:[^“”„«»\"‘’\s]+\s+){3,}[^“”„«»\"]*[”“»\"’]")


def reports(text: str) -> bool:
    """Whether `text` tells what somebody says: in quotation marks, or beside a word for speaking."""
    return quotes(text) or bool(_REPORTED.search(text))


def quotes(text: str) -> bool:
    """Whether `text` quotes somebody: four words or more in quotation marks."""
    return bool(_QUOTED.search(text))
