"""Posts -> findings: a thought twice on a network or in an article, now or earlier; the same words on many networks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from pipeline.language.letters import letters
from pipeline.language.likeness import resemble
from pipeline.language.standing import alike
from pipeline.language.start import start_of
from pipeline.limits import LIMITS
from pipeline.model import Article, Finding, Network, Post
from pipeline.preflight.places import of_article
from pipeline.preflight.wording import said

_REMEDY = "Discard one of them, or reword it so that it adds something."
_ALIKE_REMEDY = "Reword one so that it adds something, or leave it out. By itself only one gets a time on each network."
_LEAST = 4  # words; "We are closed." and the like resemble too much
_MANY = 4  # networks; those with the least room can hardly differ
_SHOWN = 90  # characters of a key point in a message
_WAY_ON = 7  # words; a last paragraph of so many only says where to read on


def among(placed: Sequence[tuple[Post, str]]) -> Iterator[Finding]:
    """Posts that say what another before them says on the same network; each is told once."""
    heard: dict[Network, list[tuple[Post, str, str]]] = {}
    for post, place in placed:
        before = heard.setdefault(post.network, [])
        thought = heart(post)
        twin = next((one for one in before if _same(post, thought, one[0], one[2])), None)
        if twin:
            message = f"It says the same as {twin[1]}: “{thought[:120]}”"
            yield Finding("post-twice", "warning", place, message, _REMEDY)
        before.append((post, place, thought))


def earlier(post: Post, before: Sequence[tuple[Post, str]], place: str) -> Iterator[Finding]:
    """That an earlier post of the network said the same.

    Args:
        post: The one that is to go out.
        before: Earlier ones, newest first, each with how a person knows it.
        place: Where the finding is about.
    """
    thought = heart(post)
    twin = next((name for other, name in before if _same(post, thought, other, heart(other))), None)
    if twin:
        message = f"It says nearly the same as {twin}: “{thought[:120]}”"
        yield Finding("post-earlier", "warning", place, message, _REMEDY)


def across(threads: Sequence[Sequence[Post]], known: Mapping[str, Article], notice: str | None) -> Iterator[Finding]:
    """One finding for each article of which many networks tell in the same words, with its key points by number.

    Args:
        notice: The brand's own, which says nothing of the article.
    """
    about: dict[str, list[Sequence[Post]]] = defaultdict(list)
    for thread in threads:
        about[thread[0].article].append(thread)
    for guid, article in known.items():
        beside = [*article.notices, *([notice] if notice else [])]
        told: dict[tuple[str | None, str], set[Network]] = defaultdict(set)
        for thread in about.get(guid, ()):
            words = _body("\n\n".join(post.text for post in thread), beside)
            told[thread[0].key_point, letters(words)].add(thread[0].network)
        same = {point: networks for (point, _), networks in told.items() if len(networks) >= _MANY}
        if same:
            which = _which(list(same), article)
            where = ", ".join(
                limit.name for network, limit in LIMITS.items() if any(network in one for one in same.values())
            )
            say = "say" if len(same) > 1 else "says"
            message = f"{which} {say} the same words on four networks or more: {where}."
            remedy = "Let some of them say it in their own manner."
            yield Finding("post-same-words", "note", of_article(article), message, remedy)


def within(posts: Sequence[Post], known: Mapping[str, Article]) -> Iterator[Finding]:
    """A finding for each key point that says nearly what one before it in its article says, where posts tell both."""
    told: dict[str, set[str | None]] = defaultdict(set)
    for post in posts:
        told[post.article].add(post.key_point)
    for guid, article in known.items():
        points = [(number, one.text) for number, one in enumerate(article.key_points, 1) if one.text in told[guid]]
        heard: set[int] = set()
        for (first, one), (second, other) in combinations(points, 2):
            if second in heard or not nearly(one, other, article):
                continue
            heard.add(second)
            message = f"Key points {first} and {second} say nearly the same: “{_begun(one)}” and “{_begun(other)}”"
            yield Finding("post-alike", "note", of_article(article), message, _ALIKE_REMEDY)


def nearly(one: str, other: str, article: Article) -> bool:
    """Whether two key points of `article` say nearly the same. Those that say the same make one post anyway."""
    return _nearly(one, other, article.language, article.title)


@lru_cache(maxsize=65536)  # a build asks for its plan and for its report: pairs of some 360 key points
def _nearly(one: str, other: str, language: str, title: str) -> bool:
    return not alike(one, other) and resemble(one, other, language, title)


def _begun(text: str) -> str:
    return start_of(text, _SHOWN)


def _which(points: Sequence[str | None], article: Article) -> str:
    """`points` in words: "Key points 1, 4 and 7 and the announcement"; None is the announcement."""
    texts = [point.text for point in article.key_points]
    numbers = sorted(texts.index(point) + 1 for point in points if point in texts)
    named = [f"key point{'s' if len(numbers) > 1 else ''} {_listed([str(one) for one in numbers])}"] if numbers else []
    named += [f"“{point[:60]}”" for point in points if point and point not in texts]
    which = _listed([*named, *(["the announcement"] if None in points else [])])
    return which[:1].upper() + which[1:]


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _body(text: str, notices: Sequence[str]) -> str:
    """What a post says of its article: without links, hashtags, sign, notices, and the way to read on."""
    known = [letters(notice) for notice in notices]
    paragraphs = [said(one) for one in re.split(r"\n\s*\n", text)]
    own = [one for one in paragraphs if (bare := letters(one)) and not any(bare in notice for notice in known)]
    if len(own) > 1 and len(own[-1].split()) <= _WAY_ON:
        own.pop()
    return "\n\n".join(own)


@lru_cache(maxsize=1024)  # a list of drafts compares each with all before it
def heart(post: Post) -> str:
    """What a post says: its key point where that still stands in it, else all of its words."""
    point = post.key_point
    return point if point and letters(point) in letters(post.text) else said(post.text)


def _same(post: Post, thought: str, other: Post, its: str) -> bool:
    """Whether two posts say the same; those that belong together may."""
    if post.network != other.network or (post.article and post.article == other.article and _together(post, other)):
        return False
    enough = min(len(thought.split()), len(its.split())) >= _LEAST
    return enough and not _substance(thought).isdisjoint(_substance(its)) and alike(thought, its)


@lru_cache(maxsize=1024)
def _substance(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{4,}", text.casefold()))


def _together(post: Post, other: Post) -> bool:
    """Whether two posts of one article are a thread and what is told beside it, or its announcement and a key point."""
    return max(post.parts, other.parts) > 1 or (post.key_point is None) != (other.key_point is None)
