"""An article -> posts for each network: one that announces it, and one for each key point that stands alone.

Nothing is invented: every sentence is the author's, changed by the repairs of `shorten.py` only. What does not fit or
does not stand alone is left out, and a finding says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline import language as languages
from pipeline import limits
from pipeline.compose import shorten, templates, words
from pipeline.compose.links import absolute, with_utm
from pipeline.config.shape import Config
from pipeline.model import Article, Finding, Image, KeyPoint, Network, Post


@dataclass(frozen=True)
class Manner:
    """How one speaks on a network.

    Attributes:
        support: Most sentences of the article that may follow the point.
        hashtags: Most hashtags that are sensible there.
        link: False where links in a post cannot be clicked.
        needs_image: True where a post without a picture is impossible.
    """

    support: int
    hashtags: int
    link: bool = True
    needs_image: bool = False


MANNERS: Mapping[Network, Manner] = {
    "x": Manner(support=0, hashtags=1),
    "bluesky": Manner(support=0, hashtags=1),
    "mastodon": Manner(support=1, hashtags=3),
    "linkedin": Manner(support=2, hashtags=3),
    "facebook": Manner(support=1, hashtags=0),
    "instagram": Manner(support=2, hashtags=5, link=False, needs_image=True),
    "threads": Manner(support=1, hashtags=1),
}
# Kinds that are thoughts to share; a warning torn from its article frightens.
SHARED = frozenset({"key point", "tip", "summary"})
ALIKE = 0.75  # from this share of common words on, two thoughts are the same


@dataclass(frozen=True)
class Thought:
    """What one post is about, on every network.

    Attributes:
        text: Stands alone; the whole of it.
        key_point: The author's own wording, or None for the announcement.
        support: Sentences of the article that may follow.
        source: The references it rests on, as "Name, year", or "".
        number: From 1, in the order of the article; 0 for the announcement.
    """

    text: str
    key_point: str | None
    support: tuple[str, ...] = ()
    source: str = ""
    number: int = 0


@dataclass(frozen=True)
class Composed:
    """Posts, the thoughts they tell (a card each), and what a person should know."""

    posts: tuple[Post, ...]
    thoughts: tuple[Thought, ...]
    findings: tuple[Finding, ...] = field(default=())


def compose(
    article: Article, networks: Sequence[Network], config: Config, env: ImmutableSandboxedEnvironment
) -> Composed:
    """Posts about `article` for each of `networks`, in their order; the announcement first, then the key points."""
    told, findings = thoughts(article, config)
    found: list[Post] = []
    for network in networks:
        for thought in told:
            post = _post(article, thought, network, config, env)
            if isinstance(post, Finding):
                findings.append(post)
            else:
                found.append(post)
    return Composed(tuple(found), tuple(told), tuple(findings))


def thoughts(article: Article, config: Config) -> tuple[list[Thought], list[Finding]]:
    """The announcement and the key points that can be posts, no thought twice."""
    told = [_announcement(article)]
    findings: list[Finding] = []
    for number, point in enumerate(_shared(article, config), 1):
        place = f"article “{article.title}”, key point {number}"
        standing = shorten.stand_alone(point.text, article.language, term=_term(article, point))
        if isinstance(standing, shorten.Leaning):
            findings.append(
                Finding(
                    "key-point-leans",
                    "note",
                    place,
                    f"“{point.text}” makes no post: {standing.reason}.",
                    "Reword it so that it can be read alone, or leave it to the newsletter.",
                )
            )
            continue
        twin = next(
            (other for other in told if other.key_point and shorten.alike(other.text, standing.text) >= ALIKE), None
        )
        if twin:
            findings.append(
                Finding(
                    "same-thought",
                    "note",
                    place,
                    f"“{point.text}” says the same as “{twin.key_point}” and makes no second post.",
                    "Nothing, or reword one of them.",
                )
            )
            continue
        if standing.repairs:
            findings.append(
                Finding(
                    "key-point-repaired",
                    "note",
                    place,
                    f"“{point.text}” became “{standing.text}” in posts: {', '.join(standing.repairs)}.",
                    "Check that it still says what you mean.",
                )
            )
        told.append(
            Thought(standing.text, point.text, _support(article, point, standing.text), _cited(article, point), number)
        )
    return told, findings


def _shared(article: Article, config: Config) -> list[KeyPoint]:
    points = [point for point in article.key_points if point.kind in SHARED and point.origin != "suggested"]
    return points[: config.social.posts_per_article]


def _term(article: Article, point: KeyPoint) -> str | None:
    if point.section is None or not article.sections:
        return None
    section = article.sections[point.section]
    return shorten.term_of(section.heading, [block.text for block in section.blocks], article.language)


def _announcement(article: Article) -> Thought:
    """Title, and the first sentences of the lead that stand alone."""
    support = tuple(
        _standing_sentences([block.text for block in article.lead if block.kind == "paragraph"], article, article.title)
    )
    return Thought(article.title, None, support[:2])


def _support(article: Article, point: KeyPoint, text: str) -> tuple[str, ...]:
    """Sentences of the point's own section that stand alone and say something else."""
    if point.section is None:
        return ()
    paragraphs = [block.text for block in article.sections[point.section].blocks if block.kind == "paragraph"]
    return tuple(_standing_sentences(paragraphs, article, text))[:2]


def _standing_sentences(paragraphs: Sequence[str], article: Article, told: str) -> Iterator[str]:
    """Whole sentences that may stand in a post, from the start of `paragraphs` on.

    Where names were changed, people who are quoted or told about are no real people, so their sentences are left out.
    """
    fictitious = any(
        re.search(
            r"\b(?:namen|names?|noms?|nombres|nomi)\b.{0,80}(?:gewijzigd|changed|geändert|chang|modifi|cambia)",
            notice,
            re.IGNORECASE,
        )
        for notice in article.notices
    )
    before: str | None = None
    for paragraph in paragraphs:
        for sentence in languages.sentences(paragraph, article.language):
            standing = shorten.stand_alone(sentence, article.language)
            whole = isinstance(standing, shorten.Standing) and not standing.repairs and sentence[-1:] in ".!…”"
            telling = (
                40 <= len(sentence) <= 240
                and not sentence.endswith((":", "?"))
                and shorten.alike(sentence, told) < ALIKE
            )
            person = fictitious and re.search(r"(?<=[\w,] )[A-ZÀ-Þ][a-zà-ÿ]+|[“„«]", sentence)
            if whole and telling and not person and (before is None or shorten.alike(sentence, before) < ALIKE):
                before = sentence
                yield sentence
            elif before is not None:
                return  # what follows a sentence left out may lean on it
        if before is not None:
            return


def _cited(article: Article, point: KeyPoint) -> str:
    """The reference that the point, or its section, names by author and year: `Hostinar et al., 2014`."""
    section = article.sections[point.section] if point.section is not None and article.sections else None
    texts = [point.text, *(block.text for block in section.blocks)] if section else [point.text]
    cited = [match for text in texts for match in re.findall(r"\(([A-ZÀ-Þ][^()]{1,60}?,? (?:19|20)\d\d)[a-z]?\)", text)]
    known = [
        name
        for name in cited
        if any(re.match(r"\w+", name)[0] in reference and name[-4:] in reference for reference in article.references)
    ]  # type: ignore[index]
    return "; ".join(dict.fromkeys(known))


def _post(
    article: Article, thought: Thought, network: Network, config: Config, env: ImmutableSandboxedEnvironment
) -> Post | Finding:
    """The richest version of the post that fits, or a finding that none does."""
    manner = MANNERS[network]
    link = _link(article, thought, network, config) if manner.link else None
    post = Post(network, "", link, article.guid, article.language, key_point=thought.key_point)
    for text, support, tags in _versions(article, thought, network, config):
        rendered = _rendered(article, thought, network, config, env, text=text, support=support, tags=tags, link=link)
        if limits.fits(network, rendered):
            return replace(post, text=rendered)
    place = (
        f"{network} post of “{article.title}”, {f'key point {thought.number}' if thought.number else 'announcement'}"
    )
    return Finding(
        "post-too-long",
        "warning",
        place,
        f"“{thought.text}” does not fit, and cannot be shortened without changing what it says.",
        "Reword it in fewer words.",
    )


def _versions(
    article: Article, thought: Thought, network: Network, config: Config
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Text, support and hashtags, from the richest version to the barest."""
    manner = MANNERS[network]
    tags = hashtags(article, thought.text, config, manner.hashtags)
    support = thought.support[: max(manner.support, 1 if thought.number == 0 else 0)]
    for text in shorten.shorter(thought.text, article.language):
        for kept in range(len(support), -1, -1):
            yield text, support[:kept], tags
        yield text, (), ()


def hashtags(article: Article, text: str, config: Config, most: int) -> tuple[str, ...]:
    """Hashtags in CamelCase: the brand's own, then those of its list that the text or the title speaks of."""
    spoken = f"{text} {article.title}".casefold()
    wanted = [
        *config.voice.hashtags.always,
        *(tag for tag in config.voice.hashtags.may if re.search(rf"\b{re.escape(tag.casefold())}", spoken)),
    ]
    made = ["#" + "".join(part[:1].upper() + part[1:] for part in re.findall(r"\w+", tag)) for tag in wanted]
    return tuple(dict.fromkeys(tag for tag in made if len(tag) > 1))[: min(most, config.voice.hashtags.most)]


def _link(article: Article, thought: Thought, network: Network, config: Config) -> str:
    content = f"key-point-{thought.number}" if thought.number else "announcement"
    return with_utm(
        absolute(article.url or "", config.brand.site),
        source=network,
        medium="social",
        campaign=slug(article.title),
        content=content,
    )


def slug(text: str) -> str:
    """`text` as a short name for addresses and files: lower case, words joined by hyphens, at most 60 characters."""
    joined = "-".join(re.findall(r"[^\W_]+", text.casefold()))
    return joined if len(joined) <= 60 else joined[:60].rpartition("-")[0] or joined[:60]


def _rendered(  # noqa: PLR0913 -- what varies between versions of one post is named at the call
    article: Article,
    thought: Thought,
    network: Network,
    config: Config,
    env: ImmutableSandboxedEnvironment,
    *,
    text: str,
    support: tuple[str, ...],
    tags: tuple[str, ...],
    link: str | None,
) -> str:
    notices = (
        [*article.notices, *([config.care.notice] if config.care.notice else [])]
        if network in config.care.notice_on
        else []
    )
    variables = {
        "text": text,
        "support": " ".join(support),
        "title": article.title,
        "is_announcement": thought.number == 0,
        "link": link or "",
        "hashtags": " ".join(tags),
        "notice": " ".join(notices),
        "source": thought.source if network in config.care.sources_on else "",
        "brand": config.brand.name,
        "words": words.load(article.language, config.folder),
    }
    made = templates.render(env, f"social/{network}.txt", variables)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", made)).strip()


def with_card(post: Post, card: Image) -> Post:
    """`post` with a picture."""
    return replace(post, images=(*post.images, card))
