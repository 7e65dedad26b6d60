"""Sentences -> findings: what they claim about health, and whether their figures and sources can be found.

The words are in `language/claim_words.py`, `effect_words.py` and `grave_words.py`. Cures, effects on the body,
medicines and lost pregnancies are looked for in every text, and want a second yes: a kitchen's honey that heals is
judged by the same law. Benefits against diseases are looked for with `care: {topic: health}`, as they are told of
anything; figures and research without a source are notes elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, zip_longest

from pipeline import language as languages
from pipeline.config.shape import Care
from pipeline.language import citations, claims, covering
from pipeline.language.letters import is_part
from pipeline.language.research import found_by_research, names_source
from pipeline.language.start import start_of
from pipeline.model import Article, Block, Finding, OwnBlock
from pipeline.preflight.places import blocks, of_article

BESIDE_NO_BUTTON = frozenset({"claim-cure", "claim-disease", "claim-medicine"})
_BULLETS = ("•", "-", "–", "*", "✓", "✔")
_SHOWN = 160  # characters of a sentence in a message
_AGAIN = "Reword it, or read it once more and say so: approve ID --claims-read."
_GRAVE = "Leave it to the article, or read it once more and say so: approve ID --claims-read."
_SOURCE = "Name the source beside it, as (Author, 2020) with its reference, or as a link."


@dataclass(frozen=True)
class Text:
    """Words to look at, in the order in which they are read.

    Attributes:
        place: Where a person changes them.
        blocks: Each with its words; of a figure's block, a link is a source.
        references: What the text has for sources.
        behind: Of a post, what its article says: a figure may have its source there.
        linked: Whether a link beside the words is their source.
        article: What the words are of or about: its markers cover more than the sentences they stand in.
    """

    place: str
    language: str
    blocks: tuple[Block, ...]
    references: tuple[str, ...] = ()
    behind: tuple[Block, ...] = ()
    linked: bool = False
    article: Article | None = None

    @cached_property
    def sourced(self) -> frozenset[str]:
        """The sentences that have a source, as letters: beside a link or a name of the references, or by a marker."""
        beside = [block for block in (*self.blocks, *self.behind) if is_linked(block)]
        if self.behind:  # a post: its source line speaks for all of it
            names = [name for one in self.references if (name := citations.name_of(one))]
            beside += [block for block in self.blocks if any(citations.is_listed(name, [block.text]) for name in names)]
        known = (covering.bare(one) for block in beside for one in languages.in_lines(block.text, self.language))
        return frozenset([*known, *(_covered(self.article) if self.article else ())])


def _covered(article: Article) -> Iterator[str]:
    """The sentences of an article that its markers cover, and those of key points that claim research."""
    for known, points in covering.of_sections(article):
        yield from known
        for point in points:
            if found_by_research(point.text, article.language) and (
                covering.behind(article, point, known) or covering.ended(article, point, known)
            ):
                yield from map(covering.bare, languages.in_lines(point.text, article.language))


def is_linked(block: Block) -> bool:
    """Whether a link stands in `block`, as a source of what it says."""
    return 'href="http' in block.html or any('href="http' in item.html for item in block.items)


def of(text: Text, care: Care, is_told: Callable[[str], bool]) -> Iterator[Finding]:
    """Findings about the sentences of `text` that `is_told` says to be shown, each sentence once."""
    health = care.topic == "health"
    if health and not claims.knows(text.language) and any(is_told(block.text) for block in text.blocks):
        message = f"We know no words for claims in its language ({text.language}), so none but medicines can be found."
        yield Finding("claim-language", "warning", text.place, message, _AGAIN)
    sourced = _sourced_figures(text.blocks, text.language) | _sourced_figures(text.behind, text.language)
    told = dict(_told(text, is_told))
    for sentence, following in told.items():
        if not (sentence.endswith("?") and claims.sends_to_doctor(following, text.language)):
            yield from _claims(sentence, text, health=health)
        yield from _sources(sentence, text, sourced, health=health)
    yield from _listed(text, is_told, health=health)
    yield from _lost(told, text)


def _told(text: Text, is_told: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """The sentences that are shown, each once and with the one that follows it."""
    seen = set[str]()
    for block in text.blocks:
        said = [*languages.in_lines(block.text, text.language)]
        for sentence, following in zip_longest(said, said[1:], fillvalue=""):
            if (bare := citations.without_citations(sentence)) not in seen and is_told(sentence):
                seen.add(bare)
                yield sentence, following


def _listed(text: Text, is_told: Callable[[str], bool], *, health: bool) -> Iterator[Finding]:
    """Claims that a list makes with the line before it: "It helps against:" and "colds". One a list."""
    introduced, language = "", text.language
    lines = ((line, block.kind == "list") for block in text.blocks for line in block.text.splitlines() if line.strip())
    for line, listed in lines:
        if not (listed or line.lstrip().startswith(_BULLETS)):
            introduced = line.rstrip()[:-1] if line.rstrip().endswith(":") else ""
        elif introduced and is_told(line) and not _does_good(line, language, health=health):
            last = [introduced, *languages.in_lines(introduced, language)][-1]
            said = f"{last} {line.lstrip(''.join(_BULLETS) + ' ')}"
            for claim in _does_good(said, language, health=health):
                if not _does_good(introduced, language, health=health):
                    introduced = ""
                    message = f"“{shown(said)}” {claim.reason}: “{claim.words}”."
                    yield Finding("claim-disease", "warning", text.place, message, _AGAIN)


def _does_good(sentence: str, language: str, *, health: bool) -> list[claims.Claim]:
    """The claims of an effect on the body, and with `topic: health` of good against a disease."""
    kinds = {"effect", "disease"} if health else {"effect"}
    return [claim for claim in claims.claims(sentence, language) if claim.kind in kinds]


def _lost(told: Iterable[str], text: Text) -> Iterator[Finding]:
    """The first sentence that tells of a loss: a text about one does so in each, and after the first a reader knows."""
    found = ((sentence, lost) for sentence in told if (lost := claims.loss(sentence, text.language)))
    for sentence, lost in islice(found, 1):
        message = f"“{shown(sentence)}” tells of a lost or ended pregnancy, or of a suicide: “{lost}”."
        yield Finding("grave-told", "warning", text.place, message, _GRAVE)


def _claims(sentence: str, text: Text, *, health: bool) -> Iterator[Finding]:
    for claim in claims.claims(sentence, text.language):
        message = f"“{shown(sentence)}” {claim.reason}: “{claim.words}”."
        if claim.kind == "cure":
            yield Finding("claim-cure", "warning", text.place, message, _AGAIN)
        elif claim.kind == "effect" or (claim.kind == "disease" and health):
            yield Finding("claim-disease", "warning", text.place, message, _AGAIN)
        elif claim.kind == "medicine":
            yield Finding("claim-medicine", "warning", text.place, message, _AGAIN)


def _sources(sentence: str, text: Text, sourced: frozenset[str], *, health: bool) -> Iterator[Finding]:
    """Whether what it cites is among the references, and its figure has a source anywhere in the text."""
    cited, numbers = citations.references(sentence), citations.numbers(sentence)
    missing = [name for name in cited if not citations.is_listed(name, text.references)]
    missing += [f"[{number}]" for number in numbers if number > len(text.references)]
    if missing:
        message = (
            f"“{shown(sentence)}” has no source that readers can find: {', '.join(missing)} is no reference of it."
        )
        remedy = "Add the reference, or mend the marker."
        yield Finding("source-missing", "warning" if health else "note", text.place, message, remedy)
    figure = claims.figure(sentence, text.language)
    if figure and figure not in sourced and not text.linked:
        message = f"“{shown(sentence)}” gives a figure ({figure}) and no source."
        yield Finding("claim-figure", "warning" if health else "note", text.place, message, _SOURCE)
    if not (cited or numbers or text.linked):
        yield from _research(sentence, text, health=health)


def _research(sentence: str, text: Text, *, health: bool) -> Iterator[Finding]:
    """Whether it says that research found something and neither it, its thought, nor its article says whose."""
    found = found_by_research(sentence, text.language)
    said = covering.bare(sentence)
    if not found or said in text.sourced:
        return
    if text.behind and any(is_part(said, one) or is_part(one, said) for one in text.sourced):  # cut, or joined
        return
    message = f"“{shown(sentence)}” says that research found it (“{found}”), and not whose."
    yield Finding("claim-research", "warning" if health else "note", text.place, message, _SOURCE)


@lru_cache(maxsize=16)  # of an article once, for all posts about it
def _sourced_figures(blocks: tuple[Block, ...], language: str) -> frozenset[str]:
    """The figures that stand beside a source somewhere in the text; a key point says them again without."""
    found = set()
    for block in blocks:
        source = is_linked(block)
        for sentence in languages.sentences(block.text, language):
            figure = claims.figure(sentence, language)
            if figure and (source or _names_source(block.text, sentence, language)):
                found.add(figure)
    return frozenset(found)


def _names_source(paragraph: str, sentence: str, language: str) -> bool:
    cited = citations.references(paragraph) or citations.numbers(paragraph)
    return bool(cited) or names_source(sentence, language)


def of_one(article: Article) -> Text:
    """All that an article may show: its title, summary, blocks and key points."""
    beside = [article.title, article.summary or "", *(point.text for point in article.key_points)]
    told = (*blocks(article), *(Block("paragraph", words) for words in beside if words))
    return Text(of_article(article), article.language, told, article.references, article=article)


def of_own(block: OwnBlock, place: str) -> Text:
    """All that a block of our own shows."""
    beside = [block.title or "", *(point.text for point in block.key_points)]
    return Text(place, block.language, (*blocks(block), *(Block("paragraph", words) for words in beside if words)))


def of_words(words: str, place: str, language: str) -> Text:
    """Words without markup, as we wrote them."""
    return Text(place, language, (Block("paragraph", words),))


def shown(sentence: str) -> str:
    """A sentence on one line, and its beginning where it is long."""
    return start_of(sentence, _SHOWN)
