"""What an article lets others say: the words between quotation marks or in a quote, and whose they are. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline import language as languages
from pipeline.language.letters import letters
from pipeline.model import Article, Block

_PASSAGE = re.compile(
    r"„([^„“”]+)[“”]|“([^“”„]+)”|«([^«»]+)»|»([^«»]+)«|\"([^\"]+)\""
    r"|‘((?:[^‘’]|’(?=\w))+)’(?!\w)"
    r"|(?<!\w)'(?![stnmk]\s)((?:[^'\n]|(?<=\w)'(?=\w))+)'(?!\w)"  # 's avonds, 't huis open nothing
)
_NAME = r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:(?:van|de|der|den|von|zu|la|le|du|di|da|ten|ter) )*[A-ZÀ-Þ][\w’'-]+){0,3})"
# Others say: in the third person, so that nobody's own words are another's. These hardly mean anything else.
SPEAKS = (
    r"zegt|zei|vertelt|vertelde|says|said|tells|told|explains|explained|recalls|sagt|sagte|erzählt|erzählte|erklärt|erklärte"
    r"|explique|raconte|confie|dice|dijo|explica|explicó|cuenta|disse|spiega|racconta"
)
_SAYS = (
    rf"(?:{SPEAKS}|legt|stelt|schrijft|schreef|merkt|waarschuwt|vindt|benadrukt|writes|wrote|warns|adds|added|argues|notes"
    r"|meint|meinte|schreibt|schrieb|warnt|betont|dit(?=-(?:il|elle)\b| [A-ZÀ-Þ])|affirme|précise|écrit|estime|ajoute"
    r"|afirma|escribe|advierte|señala|afferma|scrive|avverte|aggiunge"
    r"|diz|säger|sade|siger|sagde|sier|berättar|fortæller|forteller)\b(?!-je\b| (?:I|we|ik|wij|ich|wir|je|nous|yo|io)\b)"
)
_PRONOUN = r"(?:ze|zij|hij|she|he|they|you|me|us|sie|er|ihr|ihm|elle|il|ils|elles|ella|él|lei|lui|mij|ons|mir|uns|that|dat|dass|que|che)"
_WHO = re.compile(
    rf"\b{_SAYS} (?:(?!{_PRONOUN}\b)[a-zà-ÿ][\w’'-]* ){{0,3}}{_NAME}"
    rf"|\b(?:[Vv]olgens|[Aa]ldus|[Aa]ccording to|[Ll]aut|[Ss]elon|[Ss]egún|[Ss]econdo) (?:[a-zà-ÿ][\w’'-]* ){{0,3}}{_NAME.replace('name', 'source')}"
    rf"|{_NAME.replace('name', 'before')}(?:, [^,.!?]{{3,80}},)? {_SAYS}"
)
_SOMEBODY = re.compile(rf"(?<!\bI )(?<!\bi )\b{_SAYS}")
# They stand before such words with a capital, and are no names.
PRONOUNS = r"He|She|They|It|Hij|Zij|Ze|Er|Sie|Il|Elle|Ils|Elles|Él|Ella|Lui|Lei|Men|Man|On"
_NOBODY = re.compile(rf"(?:{PRONOUNS})\b")
_OURSELVES = re.compile(r"(?:I|We|Ik|Wij|Ich|Wir|Je|Nous|Yo|Io)\b")
_SIGNED = re.compile(rf"[.!?…”\"»’'“]\s*[—–-]+\s*{_NAME}[^.!?]{{0,80}}$")
_LONGEST = 5_000  # characters of a paragraph that is looked through


@dataclass(frozen=True)
class Quotation:
    """Words of somebody else.

    Attributes:
        words: What was said, without the marks around it.
        speaker: Who said so, by name; empty where the article says that somebody did, and gives no name.
    """

    words: str
    speaker: str


def passages(text: str) -> list[str]:
    """What stands in `text` between quotation marks."""
    return [next(filter(None, found.groups())) for found in _PASSAGE.finditer(text)]


def without_passages(text: str) -> str:
    """`text` without what stands between quotation marks."""
    return _PASSAGE.sub(" ", text)


def speaker(text: str) -> str | None:
    """Who speaks in a paragraph, by name; empty where it is somebody without a name, None where nobody does."""
    told = without_passages(text)
    for found in _WHO.finditer(told):
        name: str = found["name"] or found["source"] or found["before"]
        if _OURSELVES.match(name):
            return None
        if not _NOBODY.match(name):
            return name
    return "" if _SOMEBODY.search(told) else None


@lru_cache(maxsize=16)
def of(article: Article) -> tuple[Quotation, ...]:
    """What others say in `article`; a quote that repeats a sentence of its author is none."""
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    blocks = [block for block in blocks if len(block.text) <= _LONGEST]
    found = list(_found(blocks))
    theirs = {words for one in found for words in (one.words, *passages(one.words))}
    own = [letters(words) for block in blocks if block.kind != "quote" for words in _own_words(block.text, theirs)]
    return tuple(
        Quotation(sentence, one.speaker)
        for one in found
        for sentence in languages.sentences(one.words, article.language)
        if (said := letters(sentence)) and not any(said in words for words in own)
    )


def _found(blocks: list[Block]) -> Iterator[Quotation]:
    before = ""
    for block in blocks:
        text = block.text
        signed = _SIGNED.search(text) if block.kind == "quote" else None
        who = signed["name"] if signed else speaker(text)
        if who is None and before.rstrip().endswith(":"):
            who = speaker(before)
        if who is not None and block.kind == "quote":
            whole = text[: signed.start() + 1] if signed else text
            yield Quotation(" ".join(passages(whole)) or whole, who)
        elif who is not None:
            yield from (Quotation(words, who) for words in passages(text))
        before = text


def _own_words(text: str, theirs: set[str]) -> Iterator[str]:
    """What the author says in a paragraph: what stands before, between and after the words of others."""
    start = 0
    for found in _PASSAGE.finditer(text):
        if set(found.groups()) & theirs:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]
