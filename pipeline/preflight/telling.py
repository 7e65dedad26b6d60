"""Posts -> findings: what we owe those whom they speak of, and those who wrote it: claims, names, rights, notices.

Whatever goes out with a post is read with it: the pages of its carousel, its card, its link's card. A sentence that
wants a second yes wants it on each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline import language as languages
from pipeline.config.shape import Config
from pipeline.language import claims as words
from pipeline.language import naming, notices, people, speech, turns, voices
from pipeline.language.letters import letters
from pipeline.model import Article, Block, Finding, KeyPoint, Network, Post
from pipeline.preflight import beside, claims, points, rights
from pipeline.preflight.places import blocks
from pipeline.preflight.wording import links, said

_AGAIN = "Reword it, or read it once more and say so: approve ID --claims-read."
_ALL_MARKS = '“”„«»"‘’‚ \u00a0\u202f'
_ENDING = 24  # letters by which the end of a sentence is known
_NAMED = "Name them, or leave it out; or read it once more and say so: approve ID --claims-read."
_NUMBERED = re.compile(r"\[\d[\d,; –-]*\]")


def check(post: Post, place: str, config: Config, article: Article | None, whole: str) -> Iterator[Finding]:
    """Findings about one post.

    Args:
        article: What it tells of, with the words that a person chose; None of a post of our own.
        whole: The text of all parts of its thread: a notice stands in one of them.
    """
    found = list(_claims(post, place, config, article))
    yield from found
    if any(one.rule in claims.BESIDE_NO_BUTTON for one in found):
        yield from _booking(post, place)
    if article is not None:
        yield from _suggested(post, place, article)
        yield from points.told(post, place, article, health=config.care.topic == "health")
        yield from _people(post, place, article, whole)
        yield from _quoted(post, place, article, whole)
        yield from _notices(post, place, config, article, whole)
        yield from filter(None, [rights.by_another(article, place, config)])


def _claims(post: Post, place: str, config: Config, article: Article | None) -> Iterator[Finding]:
    bare = _NUMBERED.sub("", said(post.text))  # a number leads nowhere in a post, whatever it is in the article
    shown = [_NUMBERED.sub("", text) for text in beside.words(post, article)]
    told = claims.Text(
        place,
        post.language,
        tuple(Block("paragraph", text) for text in (bare, *shown)),
        article.references if article else (),
        tuple(blocks(article)) if article else (),
        linked=article is None and bool(links(post.text)),
        article=article,
    )
    in_text = letters(bare)
    yield from claims.of(told, config.care, lambda sentence: letters(sentence) in in_text)
    if shown:
        found = claims.of(told, config.care, lambda sentence: letters(sentence) not in in_text)
        yield from (beside.found(one) for one in found if one.rule != "claim-language")  # the text has told that


def _booking(post: Post, place: str) -> Iterator[Finding]:
    """A line that invites to an appointment, with a link, in a post that claims something."""
    for line in post.text.splitlines():
        if words.books(line) and links(line):
            message = f"“{line.strip()[:80]}” invites to an appointment beside a claim about health."
            yield Finding("claim-button", "warning", place, message, "Take it out, or reword the claim.")


def _suggested(post: Post, place: str, article: Article) -> Iterator[Finding]:
    waiting = {point.text for point in article.key_points if point.origin == "suggested"}
    if post.key_point in waiting:
        message = f"It tells a suggestion that nobody kept: “{post.key_point}”"
        yield Finding("suggested-told", "error", place, message, "Keep it first (edit ID --keep), or discard the post.")


def _people(post: Post, place: str, article: Article, whole: str) -> Iterator[Finding]:
    """Names that were changed, that of the title included, and words in quotation marks, where no notice says so."""
    notice = people.names_notice(article)
    if not notice or _has(whole, notice, article.language):
        return
    text = beside.with_text(post, article)
    told = beside.without_title(text, article.title)
    known = people.named_people(article)
    named = known & set(re.findall(r"\w+", text))
    where = "" if named & set(re.findall(r"\w+", told)) else " in the title"
    what = f"names {', '.join(sorted(named))}{where}" if named else "quotes somebody" if people.quotes(told) else ""
    if what:
        message = f"It {what}, and its article says that names were changed; the post does not."
        yield Finding("names-told", "warning", place, message, _AGAIN)


def _quoted(post: Post, place: str, article: Article, whole: str) -> Iterator[Finding]:
    """What somebody says in the article, told as if it were ours: without quotation marks and without a name."""
    told = beside.without_title(beside.with_text(post, article), article.title)
    bare = list(languages.in_lines(speech.without_passages(told), post.language))
    ours = {letters(one): one for one in bare if len(one.split()) >= voices.TELLING and speech.speaker(one) is None}
    named = set(re.findall(r"\w+", whole))
    for said_so, sentence in ours.items():
        unnamed = (one for one in speech.holding(article, said_so) if named.isdisjoint(naming.parts(one.speaker)))
        if one := next(unnamed, None):
            yield _as_ours(sentence, one.speaker, place)
            return
    point = next((one for one in article.key_points if one.text == post.key_point), None)
    who = voices.of(article, point) if point else None
    if point is None or who is None or not named.isdisjoint(naming.parts(who)):
        return
    nameless = speech.without_name(point.text)
    quoted = nameless or voices.is_quoted(point.text)
    telling = [
        one for one in (languages.in_lines(told, post.language) if quoted else bare) if _tells(one, point, article)
    ]
    if telling and (nameless or all(speech.speaker(one) is None for one in telling)):
        yield _unnamed(point.text, place) if quoted else _as_ours(point.text, who, place)


def _unnamed(words: str, place: str) -> Finding:
    message = f"“{words.strip(_ALL_MARKS)[:80]}” is a quotation, and the post does not say whose."
    return Finding("quoted-told", "warning", place, message, _NAMED)


def _as_ours(words: str, who: str, place: str) -> Finding:
    message = f"“{words.strip(_ALL_MARKS)[:80]}” is what {who or 'somebody'} says in the article, and is told as ours."
    return Finding("quoted-told", "warning", place, message, _NAMED)


def _tells(sentence: str, point: KeyPoint, article: Article) -> bool:
    """Whether a sentence of a post tells one of its key point, or how that ends, in the words of its author."""
    own = languages.sentences(turns.unlabelled(point.text, article), article.language)
    return any(letters(one)[-_ENDING:] in letters(sentence) for one in own)


def _notices(post: Post, place: str, config: Config, article: Article, whole: str) -> Iterator[Finding]:
    """Ours, or a notice of the article, that must go with posts on this network, and that a person's own text lost.

    Which one of the article fits is a matter of what the post tells, so any of them will do.
    """
    if post.network not in config.care.notice_on or post.part < post.parts:
        return
    ours = config.care.notice
    announces = post.key_point is None
    fitting = notices.fitting(article, post.network, of_people=False, announces=announces)
    theirs = notices.beside(ours, fitting)
    if theirs and any(_has(whole, notice, article.language) for notice in article.notices):
        theirs = None
    for notice, language in ((theirs, article.language), (ours, config.brand.language)):
        if notice and not _has(whole, notice, language):
            message = f"A notice that belongs to it is not in the post: “{notice[:60]}”"
            yield Finding(
                "notice", "error", place, message, "Put the notice back, or take the network out of notice_on."
            )


def _has(whole: str, notice: str, language: str) -> bool:
    """Whether a text says a notice, or at least the sentence of it that counts."""
    return letters(notices.key_sentence(notice, language)) in letters(whole)


def quoted(placed: Sequence[tuple[Post, str]], known: Mapping[str, Article]) -> Iterator[Finding]:
    """Posts about articles that may only be quoted: one quote a network, with its link, and no more of the text."""
    told: dict[tuple[Network, str], str | None] = {}
    for post, place in placed:
        article = known.get(post.article)
        if article is None or article.rights != "quote":
            continue
        if post.key_point is not None:
            first = told.setdefault((post.network, post.article), post.key_point)
            if first != post.key_point:
                message = f"“{article.title}” may be quoted once, and {place} is a second quote of it."
                yield Finding("rights", "error", place, message, "Discard one of the posts.")
        if post.link is None and not links(post.text) and letters(article.title) not in letters(post.text):
            message = f"“{article.title}” may be quoted with credit, and the post neither names nor links it."
            yield Finding("rights", "error", place, message, "Name the article, or give its link.")
